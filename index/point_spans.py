"""The first and the last day of a date that a text names, whole or in part."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from index.hijri import hijri_days
from index.spans import Span, distance, months_from
from index.tense import is_ahead

if TYPE_CHECKING:
    from index.points import Point

# A date without its year is of the year that brings it nearest, if that is as near as this; see ``_in_some_year``.
_NEAR = 123


def point_span(point: Point, text: str, anchor: date | None) -> Span | None:
    """The first and the last day of a date, where they can be told."""
    if point.hijri:
        return hijri_days(point.year or 0, point.month, point.day)
    if point.year is not None:
        return _in_year(point, point.year)
    if anchor is None:
        return None
    if point.year_from is not None:
        return _in_year(point, anchor.year + point.year_from)
    return _in_some_year(point, text, anchor)


def _in_year(point: Point, year: int) -> Span | None:
    try:
        if point.day:
            day = date(year, point.month or 1, point.day)
            return day, day
        return months_from(year, point.month or 1, 1 if point.month else 12)
    except ValueError:
        return None


def _in_some_year(point: Point, text: str, anchor: date) -> Span | None:
    """A date without its year: the past or coming one where the text says so, else the nearest if that is near.

    Farther off, the tense of the sentence tells whether it is behind or ahead, and without that it is of the year of
    publication, as news agencies write.
    """
    years = range(anchor.year - 4, anchor.year + 5)
    spans = [span for span in (_in_year(point, year) for year in years) if span is not None]
    if not spans:
        return None
    behind, coming = [one for one in spans if one[1] < anchor], [one for one in spans if one[0] > anchor]
    if point.which:
        return next(iter(reversed(behind)), None) if point.which < 0 else next(iter(coming), None)
    nearest = min(spans, key=lambda span: distance(span, anchor))
    if point.which is None:
        if distance(nearest, anchor) <= _NEAR:
            return nearest
        ahead = is_ahead(text, point.start, point.end)
        if ahead is not None:
            return next(iter(coming), None) if ahead else next(iter(reversed(behind)), None)
    this_year = next((span for span in spans if span[0].year == anchor.year), None)
    # A 29 February may be of no year nearby.
    return this_year or (nearest if point.which is None else None)
