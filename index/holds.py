"""Whether a passage holds a value of the kind that a query seeks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from index.dates import find_dates
from index.durations import find_durations

if TYPE_CHECKING:
    from index.types import Passage, Seeks


def holds(passage: Passage, seeks: Seeks | None) -> float:
    """1 where the passage holds what is sought, else 0; the byline alone holds the time of publication."""
    if seeks is None:
        return 0.0
    if seeks == "publication":
        return float(passage.kind == "byline")
    if passage.kind == "byline":
        return 0.0
    return _holds(passage.text, seeks)


@lru_cache(maxsize=4096)
def _holds(text: str, seeks: Seeks) -> float:
    return float(bool(find_dates(text) if seeks == "date" else find_durations(text)))
