"""The event that a readout reports: on which day it was, and between whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.answer.counterpart import same_sound
from index.gazetteer import find_names
from index.language import fold
from index.named import find_persons
from index.periods import find_periods
from index.words import bare, is_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from index.types import Document, Passage

DayBasis = Literal["event", "told", "published"]

# Which passages tell of the event itself, and how long after it a readout may come out, in days.
_FIRST = 5
_LATEST = 14
_SPEAKING = re.compile(
    r"\b(?:call|calls|called|spoke|speaks|conversation|telephone\w*|phon\w+|rang|meeting|met|meets|talks|talked|summit|visit\w*|readout)\b|"
    r"(?:اتصال|مكالم|هاتف|محادث|لقاء|التق[يت]|اجتم|استقبل|قمه|زياره|زار|مباحثات)"
)
OFFICES = frozenset(
    """president prime minister king queen emir sultan chancellor prince foreign secretary his her the of and bin ibn al
    majesty excellency highness mr ms mrs رييس رييسه وزراء وزير وزيره ملك ملكه امير سلطان مستشار مستشاره جمهوريه مملكه دوله جلاله
    فخامه سمو بن ابن ال""".split()  # noqa: SIM905 - a list of words reads better as text
)


@dataclass(frozen=True, slots=True)
class EventDay:
    """The day of an event.

    Attributes:
        day: The day.
        basis: How it is known: from what was recorded of the document (``event``), from its text (``told``), or only as the
            day of its publication (``published``).
    """

    day: date
    basis: DayBasis


def event_day(document: Document, passages: Sequence[Passage]) -> EventDay | None:
    """The day of the event that a document reports; None where nothing tells it.

    Of what the first passages that tell of a call, a meeting or the like name as its day, the first counts that is not after
    the publication nor long before it.
    """
    if document.event is not None:
        return EventDay(document.event, "event")
    published = document.published_on
    for passage in passages[:_FIRST]:
        if not _SPEAKING.search(fold(passage.text).text):
            continue
        for period in find_periods(passage.text, published):
            is_day = period.grain == "day" and period.first == period.last
            if is_day and (published is None or 0 <= (published - period.first).days <= _LATEST):
                return EventDay(period.first, "told")
    return None if published is None else EventDay(published, "published")


def find_parties(document: Document, passages: Sequence[Passage]) -> tuple[str, ...]:
    """Between whom the event was: as recorded of the document, else the persons that its first passages name."""
    if document.parties:
        return document.parties
    found: list[str] = []
    for passage in passages[:_FIRST]:
        if passage.kind == "byline":
            continue
        for person in find_persons(passage.text, document.language):
            if person.name is None:
                continue
            name = passage.text[person.name[0] : person.name[1]]
            if not any(is_same_party(name, other) for other in found):
                found.append(name)
    return tuple(found)


def is_same_party(one: str, other: str) -> bool:
    """Whether two names, in either language, may be of one person, state or office."""
    known = {name.entry for name in find_names(one)} & {name.entry for name in find_names(other)}
    return bool(known) or any(_same(word, against) for word in party_words(one) for against in party_words(other))


def shared_parties(one: Iterable[str], other: Iterable[str]) -> int:
    """How many of some parties are among others, each counted once."""
    left = list(other)
    shared = 0
    for party in one:
        match = next((against for against in left if is_same_party(party, against)), None)
        if match is not None:
            left.remove(match)
            shared += 1
    return shared


def party_words(name: str) -> list[str]:
    """The words of a name that tell it from others: no office, no title, no "son of"."""
    words = re.findall(r"[^\W\d_]+", name)
    plain = [(word, fold(bare(word) if is_arabic(word) else word).text) for word in words]
    return [word for word, folded in plain if folded not in OFFICES and len(folded) > 2]


def _same(one: str, other: str) -> bool:
    if is_arabic(one) == is_arabic(other):
        return fold(bare(one)).text == fold(bare(other)).text
    return same_sound(one, other)
