"""A briefing: what is worth telling of some readouts, each line a passage that is cited, attributed and told once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.answer.briefing.choosing import choose
from bot.answer.briefing.telling import lay_lines, lay_sections
from bot.answer.briefing.types import MOST_READOUTS, Briefing, Omitted
from bot.answer.briefing.weighing import weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.briefing.types import BriefingRequest, Readout
    from bot.answer.briefing.weighing import Weighed

# A passage that is worth less than this is none that the length had no room for.
_WORTH_TELLING = 0.25


def brief(readouts: Sequence[Readout], request: BriefingRequest) -> Briefing:
    """Choose what is told of some readouts, and lay it out.

    Args:
        readouts: What is chosen from; of more than ``MOST_READOUTS`` the newest alone. To leave out what was told before,
            they must hold the documents of those places.
        request: What the briefing is to be like.

    Returns:
        The briefing; each of its quotes is a stretch of a document's text.
    """
    ordered = sorted(readouts, key=lambda one: (one.document.day or date.min, one.document.id))
    older = sum(1 for one in ordered[:-MOST_READOUTS] if one.on_subject != frozenset())
    ordered = ordered[-MOST_READOUTS:]
    documents = tuple(one.document for one in ordered if one.on_subject != frozenset())
    weighed = weigh(ordered)
    before = _told(weighed, request)
    chosen, repeated, stale = choose(weighed, request.length, before)
    lines = lay_lines(weighed, chosen, before, request)
    shown = {(one.citation.document.id, one.citation.start) for _, line in lines for one in line.cited}
    known = {*repeated, *stale}
    worthy = [row for row, worth in enumerate(weighed.worth.tolist()) if worth >= _WORTH_TELLING]
    left = [
        row
        for row in worthy
        if row not in known
        and (weighed.candidates[row].passage.document, weighed.candidates[row].passage.start) not in shown
    ]
    omitted = Omitted(len(left), len(set(stale) & set(worthy)), older)
    return Briefing(request, documents, lay_sections(weighed, lines), omitted)


def _told(weighed: Weighed, request: BriefingRequest) -> list[int]:
    """The candidates that overlap a place that was told before."""
    return [
        row
        for row, one in enumerate(weighed.candidates)
        if any(
            place.document == one.passage.document and place.start < one.passage.end and one.passage.start < place.end
            for place in request.told
        )
    ]
