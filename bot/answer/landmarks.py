"""The day of what a question names without it: "since the summit of Umm al-Lulu", "before the agreement"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.language import detect_language
from index.periods import find_periods
from index.types import Query

if TYPE_CHECKING:
    from datetime import date

    from index.library import Library
    from index.types import Hit

# Passages whose score is no further than this below the first tell of the same.
_NEAR = 3.0
_LOOKED_AT = 6


def day_of(named: str, library: Library, today: date) -> date | None:
    """The day of something that passages tell of: the one they name beside it, else that of the first event to tell of it.

    Args:
        named: What it is, in the words of the question.
        library: What is searched.
        today: Days after this one are not meant.
    """
    hits = library.search(Query(named, detect_language(named), seeks="date"), _LOOKED_AT)
    near = [hit for hit in hits if hit.score >= hits[0].score - _NEAR]
    for hit in near:
        day = _told(hit, today)
        if day is not None:
            return day
    published = [day for hit in near if (day := hit.document.published_on) is not None]
    days = [hit.document.event for hit in near if hit.document.event is not None] or published
    return min(days, default=None)


def _told(hit: Hit, today: date) -> date | None:
    """A whole day that a passage names and that was not to come when it was published."""
    published = hit.document.published_on or today
    days = (one.first for one in find_periods(hit.passage.text, published) if one.grain == "day")
    return next((day for day in days if day <= published), None)
