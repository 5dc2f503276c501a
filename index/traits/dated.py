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


def dated(asked: Asked, shelf: Shelf, numbers: Ints) -> dict[str, Vectors]:
    """Whether a document is of a day that is named, or of none of them; and, asked for the last, how late it is (0 to 1)."""
    published = shelf.documents.published
    named = find_dates(asked.query.text)
    within = np.zeros(len(published), dtype=np.bool_)
    for one in named:
        within |= _within(published, one)
    known = published > 0
    days = np.unique(published[known])
    place = np.searchsorted(days, published) / max(1, len(days) - 1)
    wants_last = any(is_in(word, GROUPS["past"]) for word in split_words(asked.reading.text))
    return {
        "day_named": (within & known)[shelf.document[numbers]].astype(np.float32),
        "day_differs": (~within & known & bool(named))[shelf.document[numbers]].astype(np.float32),
        "latest": (place * known * wants_last)[shelf.document[numbers]],
    }


def _within(published: Ints, named: FoundDate) -> Ints:
    if named.month is None:
        return published // 10_000 == named.year
    if named.day is None:
        return published // 100 == 100 * named.year + named.month
    return published == 10_000 * named.year + 100 * named.month + named.day
