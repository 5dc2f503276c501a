"""From the offsets of a folded text to those of the text itself."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.language import Folded


def whole_span(text: str, folded: Folded, start: int, end: int) -> tuple[int, int]:
    """The half-open offsets in ``text`` of ``folded.text[start:end]``, with the marks and tatweel of its last letter.

    Folding drops them, so ``Folded.span`` alone would cut "1446هـ" before its tatweel and "يوماً" before its tanwin.
    """
    first, last = folded.span(start, end)
    while last < len(text) and (text[last] == "ـ" or unicodedata.category(text[last]) == "Mn"):
        last += 1
    return first, last
