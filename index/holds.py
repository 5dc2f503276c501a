"""The kinds of value that a passage holds, as bits: found out when it is added, asked for when it is searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.dates import find_dates
from index.durations import find_durations

if TYPE_CHECKING:
    from index.types import Passage, Seeks

BITS: dict[Seeks, int] = {"date": 1, "duration": 2, "publication": 4}


def holds(passage: Passage) -> int:
    """The bits of what a passage holds; a byline holds the time of publication alone."""
    if passage.kind == "byline":
        return BITS["publication"]
    found = BITS["date"] if find_dates(passage.text) else 0
    return found | (BITS["duration"] if find_durations(passage.text) else 0)
