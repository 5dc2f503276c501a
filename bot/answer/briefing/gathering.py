"""What a briefing is chosen from, taken out of a library: the documents, their passages, and what is on the subject."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.answer.briefing.subjects import subjects_of, touches
from bot.answer.briefing.types import Readout
from bot.answer.briefing.wording import read_wording
from bot.answer.comparison import contradictions_between
from bot.answer.sides import are_sides, pairs_of_sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.briefing.types import BriefingRequest
    from index.library import Library
    from index.types import Document, Passage

# So much of the words of a subject must stand in a passage, under its heading, or in its translation.
_ON_SUBJECT = 0.5
# Laying two readouts side by side takes some hundredths of a second.
_MOST_COMPARED = 20


def gather(library: Library, request: BriefingRequest) -> list[Readout]:
    """What a briefing is chosen from.

    Args:
        library: Where the documents are.
        request: Which of them, and what about. The documents of the places that were told before are among what is given,
            as long as the library has them, with no passage that may be told.

    Raises:
        EncoderMismatchError: The library was built with another encoder.
    """
    documents = [one for one in library.documents(request.within) if _is_since(one, request.since)]
    if request.newest and documents:
        newest = max(documents, key=lambda one: (one.day or date.min, one.published is not None, one.id))
        documents = [one for one in documents if one is newest or are_sides(one, newest)]
    wanted = {one.id for one in documents}
    before = {place.document for place in request.told} - wanted
    told = [library.document(identifier) for identifier in library.ids() if identifier in before]
    if request.subject is None:
        readouts = [_read(library, one, None) for one in documents]
    else:
        readouts = _read_on_subject(library, documents, request.subject)
    readouts = with_contradictions(library, readouts)
    return readouts + [_read(library, one, frozenset()) for one in told]


def _read_on_subject(library: Library, documents: Sequence[Document], subject: str) -> list[Readout]:
    """The documents that speak of a subject, and the other sides of these, which may be silent on it."""
    found = [(one, on_subject_of(subject, library.passages(one))) for one in documents]
    speaking = [one for one, on in found if on]
    return [_read(library, one, on) for one, on in found if on or any(are_sides(one, other) for other in speaking)]


def with_contradictions(library: Library, readouts: Sequence[Readout]) -> list[Readout]:
    """The readouts, each knowing which passages of other sides contradict its own; of many only the newest are compared."""
    by_id = {one.document.id: one for one in readouts}
    newest = sorted(pairs_of_sides([one.document for one in readouts]), key=lambda pair: pair[0].day or date.min)
    against: dict[str, dict[int, list[tuple[str, int]]]] = {identifier: {} for identifier in by_id}
    for pair in newest[-_MOST_COMPARED:]:
        for found in contradictions_between(library, *pair):
            first, second = found.one.number, found.other.number
            against[pair[0].id].setdefault(first, []).append((pair[1].id, second))
            against[pair[1].id].setdefault(second, []).append((pair[0].id, first))
    return [
        replace(one, against={number: tuple(some) for number, some in against[one.document.id].items()})
        for one in readouts
    ]


def _read(library: Library, document: Document, on_subject: frozenset[int] | None) -> Readout:
    return Readout(document, tuple(library.passages(document)), library.vectors(document), on_subject)


def on_subject_of(subject: str, passages: Sequence[Passage]) -> frozenset[int]:
    """The numbers of the passages that are on a subject, in either language."""
    wanted = read_wording(subject).keys
    known = subjects_of(subject)

    def is_on(passage: Passage) -> bool:
        heading = "" if passage.heading is None else passages[passage.heading].text
        text = f"{heading}\n{passage.text}"
        there = read_wording(f"{text}\n{passage.translation or ''}").every
        met = sum(1 for word in wanted if not word.isdisjoint(there))
        return bool(wanted and met / len(wanted) >= _ON_SUBJECT) or any(touches(one, text) for one in known)

    return frozenset(passage.number for passage in passages if is_on(passage))


def _is_since(document: Document, since: datetime | None) -> bool:
    if since is None:
        return True
    if document.published is None:
        day = document.day
        return day is not None and day >= since.date()
    return document.published.replace(tzinfo=None) >= since.replace(tzinfo=None)
