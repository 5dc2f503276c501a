"""Whether a passage holds a value of the kind that a query seeks."""

from __future__ import annotations

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
    return float(bool(find_dates(passage.text) if seeks == "date" else find_durations(passage.text)))
