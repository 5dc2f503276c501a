"""Who answers together: of "Russia and France" neither may be told without the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.values.candidate import Candidate
from bot.answer.values.weigh_actors import HOLDER

if TYPE_CHECKING:
    from bot.answer.values.choice import Choice

_AND = re.compile(r",?\s+and\s+(?:the\s+)?|\s+و")


def with_those_beside(chosen: Candidate, choice: Choice) -> Candidate:
    """An actor with those whom "and" joins to it, as a list; alone where the question names one, or asks who holds an office.

    Args:
        chosen: The actor that answers.
        choice: Where it was chosen.
    """
    if choice.asks(HOLDER):
        return chosen
    actors = sorted((one for one in choice.candidates if one.kind == chosen.kind), key=lambda one: one.start)
    at = actors.index(chosen)
    first = last = at
    while first > 0 and _are_joined(actors[first - 1], actors[first], choice):
        first -= 1
    while last + 1 < len(actors) and _are_joined(actors[last], actors[last + 1], choice):
        last += 1
    together = tuple(actors[first : last + 1])
    if len(together) == 1 or any(_is_named(one, choice) for one in together):
        return chosen
    return Candidate("list", together[0].start, together[-1].end, members=together)


def _are_joined(one: Candidate, other: Candidate, choice: Choice) -> bool:
    return bool(
        _AND.fullmatch(choice.reading.folded.text, choice.reading.place(one.end), choice.reading.place(other.start))
    )


def _is_named(one: Candidate, choice: Choice) -> bool:
    return choice.nearness.said(*(one.name or (one.start, one.end))) >= 0.5
