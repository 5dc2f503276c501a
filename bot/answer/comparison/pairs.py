"""Which readouts tell of the same event: of the same day, between the same parties."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from bot.answer.event import event_day, find_parties, shared_parties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.library import Library
    from index.types import Document

# Those between whom an event is.
_BOTH = 2


def pairs_of_same_call(library: Library, documents: Iterable[Document]) -> list[tuple[Document, Document]]:
    """The readouts that tell of the same call, two by two, the newest call first.

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
        if day == against and shared_parties(parties, others) >= _BOTH
    ]
