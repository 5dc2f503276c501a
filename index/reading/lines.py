"""Letters that stand somewhere on a page become lines, by where they stand.

The order in which a file draws its letters is no guide: makers of PDF draw Arabic from left to right, in pieces, with the
marks before or after their letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from index.reading.glyphs import with_marks
from index.reading.rows import columns_of, rows_of

if TYPE_CHECKING:
    from index.reading.glyphs import Glyph
    from index.reading.rows import Row

# What parts two words where no space is drawn between them: in heights of the letters, and in spaces of the line.
_GAP, _OF_A_SPACE = 0.17, 0.8


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, or the part of it that stands in one column.

    Attributes:
        clusters: Letters with their marks, and spaces between words, from left to right.
        start: Its left end.
        end: Its right end.
        base: The height of its base line.
        size: The height of most of its letters.
        leftmost: The width of the word at its left end.
        rightmost: The width of the word at its right end.
    """

    clusters: tuple[str, ...]
    start: float
    end: float
    base: float
    size: float
    leftmost: float
    rightmost: float

    @property
    def seen(self) -> str:
        """Its text as it is seen, from left to right."""
        return "".join(self.clusters)


def lines_of(glyphs: list[Glyph]) -> list[Line]:
    """The lines of a page, in the order in which they were begun."""
    clusters = with_marks(glyphs)
    if all(one.is_space for one in clusters):
        return []
    columns = sorted(columns_of(rows_of(clusters)), key=lambda part: min(one.rank for one in part))
    return [_line(part) for part in columns]


def _line(part: Row) -> Line:
    size = median(one.glyph.size for one in part)
    spaces = [one.glyph.end - one.glyph.start for one in part if one.is_space]
    gap = max(_GAP * size, _OF_A_SPACE * median(spaces)) if spaces else _GAP * size
    clusters: list[str] = []
    words: list[list[Glyph]] = []
    parted = True
    for one in part:
        if one.is_space:
            parted = True
            continue
        if parted or one.glyph.start - words[-1][-1].end > gap:
            clusters += [" "] if words else []
            words.append([])
        clusters.append(one.text)
        words[-1].append(one.glyph)
        parted = False
    first, last = words[0], words[-1]
    return Line(
        tuple(clusters), first[0].start, max(one.end for one in last), first[0].base, size,
        first[-1].end - first[0].start, last[-1].end - last[0].start,
    )  # fmt: skip
