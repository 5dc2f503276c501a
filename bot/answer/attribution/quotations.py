"""Quotations that go on beyond a sentence: whoever is quoted tells all of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answer.attribution.telling import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.attribution.telling import Told
    from index.types import Passage

# A straight mark opens where nothing but white space or a bracket stands before it.
_MARK = re.compile(r"(?P<open>[“«]|(?:(?<=[\s(\[:])|^)\")|(?P<close>[”»]|\")")
_OPENING = re.compile(r"\s*(?:[-*•–—]\s+)?[\"“«]")


_WHOLE = re.compile(r"\s*[\"“«][^\"“”«»]+[\"”»][.!?؟]?\s*")


def is_whole_quotation(text: str) -> bool:
    """Whether a passage is nothing but a quotation."""
    return _WHOLE.fullmatch(text) is not None


def spread_quotations(passages: Sequence[Passage], found: Sequence[tuple[Told, ...]]) -> list[tuple[Told, ...]]:
    """Who tells what, with those who are quoted over several passages in each of them.

    Args:
        passages: Of a document.
        found: For each, who tells what of it by itself.
    """
    result = list(found)
    for run in _runs(passages):
        ends = (_speakers(result[run[0]]), _speakers(result[run[-1]]))
        quoted = next((speakers for speakers in ends if speakers), [])
        for number in run:
            if not _speakers(result[number]):
                whole = Span(0, len(passages[number].text))
                result[number] += tuple(replace(one, scope=whole, region=Span(0, 0), is_named=False) for one in quoted)
    return result


def _speakers(told: Sequence[Told]) -> list[Told]:
    return [one for one in told if one.mention.role == "speaker" and not one.is_act]


def _runs(passages: Sequence[Passage]) -> list[list[int]]:
    """The numbers of passages, two or more at a time, that one quotation runs through."""
    runs: list[list[int]] = []
    run: list[int] = []
    is_open = False
    for before, passage in zip([None, *passages], passages, strict=False):
        begins = before is None or before.paragraph != passage.paragraph
        # A quotation of several paragraphs opens anew in each.
        if passage.kind == "heading" or (begins and not _OPENING.match(passage.text)):
            is_open, run = False, []
        was_open = is_open
        for mark in _MARK.finditer(passage.text):
            is_open = mark["open"] is not None
        if was_open or is_open:
            run.append(passage.number)
        if not is_open and run:
            runs.append(run)
            run = []
    return [run for run in runs if len(run) > 1]
