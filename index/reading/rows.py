"""What stands at one height of a page, and the columns that part it."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.reading.glyphs import Cluster, Glyph

Row = list["Cluster"]

# In heights of the letters: how far from a line a letter of it may stand, and a raised figure.
_SAME_LINE, _NEAR_LINE = 0.35, 0.6
# Letters this much smaller than most of a page may be raised ones.
_SMALL = 0.75
# A gap that parts columns whatever stands above and below, and one that does where it goes on from row to row.
_WIDE, _GUTTER = 2.0, 0.6
# On how many rows it does, where nothing crosses it, and where this part of the rows may.
_ROWS, _CROSSED_ROWS, _CROSSED = 3, 5, 0.2
# More places for a gutter are not tried.
_MOST_PLACES = 200


def rows_of(clusters: list[Cluster]) -> list[Row]:
    """The rows of a page; those of small letters last. Raised figures are of the row that they stand beside."""
    usual = median(one.glyph.size for one in clusters)
    rows: list[Row] = []
    small: list[Cluster] = []
    for one in sorted(clusters, key=lambda one: -one.glyph.base):
        if one.glyph.size < _SMALL * usual:
            small.append(one)
        elif rows and rows[-1][0].glyph.base - one.glyph.base <= _SAME_LINE * one.glyph.size:
            rows[-1].append(one)
        else:
            rows.append([one])
    of_small: list[Row] = []
    for one in small:
        row = next((row for row in (*of_small[-1:], *rows) if _belongs(one.glyph, row)), None)
        if row is None:
            of_small.append([one])
        else:
            row.append(one)
    return rows + of_small


def _belongs(small: Glyph, row: Row) -> bool:
    first = row[0].glyph
    above, size = small.base - first.base, first.size
    if small.size > _SMALL * size:
        return abs(above) <= _SAME_LINE * small.size
    return -_SAME_LINE * size <= above <= _NEAR_LINE * size and any(
        one.glyph.start - size <= small.end and small.start <= one.glyph.end + size for one in row
    )


def columns_of(rows: list[Row]) -> list[Row]:
    """The rows, each parted where a column ends, from left to right; a space that was drawn fills no gap."""
    in_order = [sorted(row, key=lambda one: one.glyph.start + one.glyph.end) for row in rows]
    gutters = _gutters(in_order)
    return [part for row in in_order for part in _parts(row, gutters)]


def _parts(row: Row, gutters: list[float]) -> list[Row]:
    parts: list[Row] = []
    end = 0.0
    for one in row:
        glyph = one.glyph
        if not one.is_space:
            gap = glyph.start - end
            in_gutter = gap > _GUTTER * glyph.size and any(end < place < glyph.start for place in gutters)
            if not parts or gap > _WIDE * glyph.size or in_gutter:
                parts.append([])
                end = glyph.end
            end = max(end, glyph.end)
        if parts:
            parts[-1].append(one)
    return parts


def _gutters(rows: list[Row]) -> list[float]:
    """Where white goes on from row to row, with letters on both sides."""
    gaps = [_gaps(row) for row in rows]
    ends = [(row[0].glyph.start, max(one.glyph.end for one in row)) for row in rows]
    places = sorted({round((left + right) / 2) for some in gaps for left, right in some})[:_MOST_PLACES]
    found: list[float] = []
    for place in places:
        parted = sum(any(left < place < right for left, right in some) for some in gaps)
        crossed = sum(left < place < right for left, right in ends) - parted
        # Lines of two columns need not stand at one height.
        rows_beside = parted + min(sum(right <= place for _, right in ends), sum(left >= place for left, _ in ends))
        enough = _ROWS if crossed == 0 else _CROSSED_ROWS
        if rows_beside >= enough and crossed <= _CROSSED * (rows_beside + crossed):
            found.append(float(place))
    return found


def _gaps(row: Row) -> list[tuple[float, float]]:
    letters = [one.glyph for one in row if not one.is_space]
    return [(one.end, other.start) for one, other in pairwise(letters) if other.start - one.end > _GUTTER * other.size]
