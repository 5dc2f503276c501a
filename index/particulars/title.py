"""The title of a document: what its metadata or its head tells, else its file's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.particulars.lines import one_line
from index.particulars.types import Particular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.particulars.head import Line
    from index.particulars.types import Told

_LINES = 5
_LONGEST = 160
_LONGEST_SENTENCE = 120


def find_title(head: Sequence[Line], told: Told) -> Particular[str]:
    """The title; the first headline, or else the line that names who publishes, where no metadata tells it."""
    if told.title is not None:
        return Particular(told.title, "metadata")
    first = head[:_LINES]
    for line in first:
        if line.kind == "headline" and len(line.text) <= _LONGEST:
            return Particular(_shown(line) or told.name, "headline")
        if line.kind == "text":
            break
    opening = next((line for line in first if line.day is None and line.kind != "dateline"), None)
    if opening is not None and opening.kind == "text" and len(opening.text) <= _LONGEST_SENTENCE:
        return Particular(_shown(opening) or told.name, "text", "likely")
    for line in first:
        if line.kind == "issuer":
            return Particular(_shown(line) or told.name, "headline", "likely")
    return Particular(told.name, "file name", "likely")


def _shown(line: Line) -> str | None:
    return one_line(line.text.rstrip(" :"))
