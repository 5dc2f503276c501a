"""What stands on pages beside their text: numbers of pages, and what is repeated at the edge of most of them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.reading.lines import Line

_PAGE_NUMBER = re.compile(r"\W*(?:page|ﺻﻔﺤﺔ|صفحة|ةحفص)?\W*\d{1,4}(?:\W*(?:of|/|من|نم)\W*\d{1,4})?\W*", re.IGNORECASE)
# On fewer pages than this, what is repeated may be said twice; with fewer lines than this, a page is all edge.
_FEWEST = 3


def without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """The lines of each page but for what stands at its upper or lower edge and is no text."""
    edges = [_edges(page) for page in pages]
    times = Counter(form for lines in edges for form in {_form(line) for line in lines})
    repeated = {form for form, number in times.items() if number >= _FEWEST and 2 * number > len(pages)}
    kept: list[list[Line]] = []
    for page, lines in zip(pages, edges, strict=True):
        away = {id(line) for line in lines if _form(line) in repeated or _PAGE_NUMBER.fullmatch(line.seen)}
        kept.append([line for line in page if id(line) not in away])
    return kept


def _edges(page: list[Line]) -> list[Line]:
    """What stands highest on a page, and lowest, if there is anything between."""
    if len(page) < _FEWEST:
        return []
    heights = [line.base for line in page]
    return [line for line in page if min(max(heights) - line.base, line.base - min(heights)) < line.size / 2]


def _form(line: Line) -> str:
    return re.sub(r"\d+", "#", line.seen)
