"""Which readouts tell of one event, and which of them from different sides: the one place where readouts are paired."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from bot.answer.counterpart import same_sound
from bot.answer.event import event_day, find_parties, shared_parties
from index.types import Scope
from index.words import forms, is_arabic, is_content, split_words, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.library import Library
    from index.types import Document

_KEPT = 256
# A readout may be published on the day after the event, or in another time zone.
_APART = timedelta(days=1)
# Those between whom an event is.
_BOTH = 2


def are_sides(one: Document, other: Document) -> bool:
    """Whether two documents are the readouts of one event by different sides.

    Their days agree, and each names the other's side, or both are recorded to be of the same parties.
    """
    first, second = one.day, other.day
    if first is None or second is None or not one.side or not other.side:
        return False
    exact = one.event is not None and other.event is not None
    if abs(first - second) > (timedelta() if exact else _APART):
        return False
    if _named(one.side, other.side):
        return False
    if _named(one.side, other.text) and _named(other.side, one.text):
        return True
    return exact and shared_parties(one.parties, other.parties) >= _BOTH


def other_sides(library: Library, document: Document) -> list[Document]:
    """The readouts of the same event by other sides, as far as a library has them. Reads only what is of about that day."""
    day = document.day
    if day is None or not document.side:
        return []
    near = library.documents(Scope(since=day - _APART, until=day + _APART))
    return [other for other in near if other.id != document.id and are_sides(document, other)]


def pairs_of_sides(documents: Sequence[Document]) -> list[tuple[Document, Document]]:
    """The pairs of documents that tell of one event from two sides."""
    return [(one, other) for one, other in combinations(documents, 2) if are_sides(one, other)]


def pairs_of_same_call(library: Library, documents: Iterable[Document]) -> list[tuple[Document, Document]]:
    """The readouts that tell of the same call, two by two, the newest call first, be they of one side or of two.

    Args:
        library: Gives their passages.
        documents: Among which pairs are looked for.
    """
    read = [(document, passages) for document in documents if (passages := library.passages(document))]
    known = [
        (document, day.day, find_parties(document, passages))
        for document, passages in read
        if (day := event_day(document, passages)) is not None
    ]
    by_day = sorted(known, key=lambda one: one[1], reverse=True)
    return [
        (one, other)
        for (one, day, parties), (other, against, others) in combinations(by_day, 2)
        if are_sides(one, other) or (day == against and shared_parties(parties, others) >= _BOTH)
    ]


def _named(side: str, text: str) -> bool:
    """Whether a text names a side, in whatever script."""
    return any(_is_met(word, text) for word in split_words(side) if is_content(word))


def _is_met(word: str, text: str) -> bool:
    return any(
        same_sound(word, other) if is_arabic(word) != is_arabic(other) else stem(word) == stem(other)
        for other in _names(text)
    )


@lru_cache(maxsize=_KEPT)
def _names(text: str) -> frozenset[str]:
    """The words of a text that may be a name, an Arabic one without what is glued to it too."""
    words = {word for word in split_words(text) if is_content(word) and (word[0].isupper() or is_arabic(word))}
    return frozenset(form for word in words for form in forms(word))
