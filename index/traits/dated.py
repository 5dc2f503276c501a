"""The day of a document beside the days that a question names, and beside the latest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.dates import find_dates
from index.order import GROUPS, is_in
from index.words import split_words

if TYPE_CHECKING:
    from index.dates import FoundDate
    from index.encoder import Vectors
    from index.shelf import Ints, Shelf
    from index.traits.asked import Asked
    from index.vocabulary import Flags


def dated(asked: Asked, shelf: Shelf, numbers: Ints) -> dict[str, Vectors]:
    """Whether a document is of a day that is named, or of none of them; how late or early it is, where that is asked."""
    published = shelf.documents.published
    named = find_dates(asked.query.text)
    within = np.zeros(len(published), dtype=np.bool_)
    for one in named:
        within |= _within(published, one)
    known = published > 0
    # A document that is not looked at is not the latest.
    days = np.unique(published[known & asked.within.documents])
    place = np.asarray(np.searchsorted(days, published) / max(1, len(days) - 1), dtype=np.float32)
    wants_last, wants_first = (
        any(is_in(word, GROUPS[group]) for word in split_words(asked.reading.text)) for group in ("past", "first")
    )
    return {
        "day_named": (within & known)[shelf.document[numbers]].astype(np.float32),
        "day_differs": (~within & known & bool(named))[shelf.document[numbers]].astype(np.float32),
        "earliest": ((1 - place) * known * wants_first)[shelf.document[numbers]],
        "latest": (place * known * wants_last)[shelf.document[numbers]],
    }


def _within(published: Ints, named: FoundDate) -> Flags:
    """Which days lie in the day, month or year that is named."""
    day = 10_000 * named.year + 100 * (named.month or 0) + (named.day or 0)
    part = 1 if named.day else 100 if named.month else 10_000
    return np.asarray(published // part == day // part, dtype=np.bool_)
