"""How likely a reason, a place or a list is the one asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answer.values.candidate import Candidate
    from bot.answer.values.choice import Choice

_BASE = 0.3


def weigh_reason(choice: Choice, one: Candidate) -> float:
    """How likely a reason answers: the one beside what is asked about, which tells what the question does not."""
    near = choice.nearness.of(one.start, one.end, inside=False)
    return one.weight * (_BASE + near) - 0.3 * choice.nearness.said(one.start, one.end) * one.weight


def weigh_place(choice: Choice, one: Candidate) -> float:
    """How likely a place answers; 0 where the question itself names it."""
    if choice.nearness.said(*(one.name or (one.start, one.end))) >= 0.99:
        return 0.0
    return one.weight * (_BASE + choice.nearness.of(one.start, one.end))


def weigh_member(choice: Choice, one: Candidate) -> float:
    """How likely a list answers: the longer the likelier."""
    return one.weight * (_BASE + choice.nearness.of(one.start, one.end))
