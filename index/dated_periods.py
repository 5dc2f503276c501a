"""Dates in full or in part as periods: single ones, months and years, and the ranges between two of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from index.point_spans import point_span
from index.points import Point, points
from index.spans import Grain, months_from

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from index.language import Folded


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """Days that a text names.

    Attributes:
        start: The first offset in the text.
        end: One past the last.
        first: The first day.
        last: The last day; equal to ``first`` where one day is named.
        grain: What is named, or what the ends of a range are: of "3 to 5 May 2024" days, of "March-May 2024" months.
        is_resolved: Whether the day of publication was needed to tell them: "Tuesday", "11 September", "next week".
        hijri: Year, month and day in the Hijri calendar, as far as the text gives them, alone or beside the Gregorian ones.
        is_converted: Whether the text gives the Hijri date alone.
    """

    start: int
    end: int
    first: date
    last: date
    grain: Grain
    is_resolved: bool = False
    hijri: tuple[int, int | None, int | None] | None = None
    is_converted: bool = False


_TO = re.compile(r"\s*[-–—]\s*|\s+(?:to|until|till|through|الي|حتي)\s+(?:يوم\s+)?")
_AND = re.compile(r"\s+(?:and|و)\s*(?:يوم\s+)?")
_BETWEEN = re.compile(r"(?<!\w)(?:between|بين)\s+(?:the\s+)?(?:years\s+|عامي\s+|سنتي\s+|يومي\s+|شهري\s+)?$")
# The first of two days that share a month: "3 to", "بين 3 و".
_FIRST_DAY = re.compile(
    r"(?P<between>(?<!\w)(?:between|بين|بين\s+يومي)\s+)?(?<![\d.,/:-])(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"(?:\s*(?P<to>[-–—])\s*|\s+(?:(?P<until>to|until|till|through|الي|حتي)\s+|(?:and\s+|و\s?)))(?:the\s+|يوم\s+|ال)?$"
)


def dated_periods(
    text: str, folded: Folded, anchor: date | None, *, day_first: bool
) -> Iterator[tuple[FoundPeriod, int | None]]:
    """The periods of dates, with their offsets in the folded text, and where the Hijri date that stands before one begins."""
    found = points(text, folded, day_first=day_first, partial=True)
    closed: Point | None = None
    for point, following in pairwise((*found, None)):
        if point is None or point is closed:
            continue
        whole = _range(point, following, folded.text, anchor) if following else None
        if whole is not None:
            closed = following
            yield whole, None
        elif not point.opens:
            yield from _alone(point, folded.text, anchor)


def _range(first: Point, last: Point, text: str, anchor: date | None) -> FoundPeriod | None:
    """Two dates with "to" or a dash between them, or with "between" before them and "and" between, as one period."""
    if first.hijri != last.hijri or not is_range(first, last, text):
        return None
    if last.year is None and first.year is not None:
        last = replace(last, year=first.year + ((last.month or 1) < (first.month or 1)))
    ending = point_span(last, text, anchor)
    if ending is None:
        return None
    if first.year is None:
        year = last.year or ending[1].year
        first = replace(first, year=year - ((first.month or 1) > (last.month or 12)), year_from=None, which=None)
    beginning = point_span(first, text, anchor)
    if beginning is None or beginning[0] > ending[1]:
        return None
    grain = _grain(last if last.day or not first.day else first)
    is_resolved = first.year is None or last.year is None
    return FoundPeriod(first.start, last.end, beginning[0], ending[1], grain, is_resolved=is_resolved)


def is_range(first: Point | FoundPeriod, last: Point | FoundPeriod, text: str) -> bool:
    """Whether what stands between two dates, and before them, makes them the ends of one period."""
    is_and = _AND.fullmatch(text, first.end, last.start)
    opening = _BETWEEN.search(text, max(0, first.start - 30), first.start)
    return bool(_TO.fullmatch(text, first.end, last.start) or (is_and and opening))


def _alone(point: Point, text: str, anchor: date | None) -> Iterator[tuple[FoundPeriod, int | None]]:
    """A date, with the days that share its month: "3 to 5 May 2024", "May 3-5", "11 and 13 September"."""
    span = point_span(point, text, anchor)
    if span is None:
        return
    first, last = span
    start = point.start
    opening = _FIRST_DAY.search(text, max(0, start - 30), start) if point.day else None
    day = int(opening["day"]) if opening else 0
    if opening and point.day and 0 < day < point.day and not point.hijri:
        other = first.replace(day=day)
        is_closed = opening["to"] or opening["until"] or opening["between"]
        if is_closed or day + 1 == point.day:
            first, start = other, opening.start("day")
        else:
            at = opening.start("day")
            yield FoundPeriod(at, opening.end("day"), other, other, "day", is_resolved=point.year is None), None
    if point.until_day:
        if point.day is None or point.until_day <= point.day:
            return
        last = first.replace(day=point.until_day)
    if point.until_month:
        first, last = months_from(first.year, point.month or 1)[0], months_from(first.year, point.until_month)[1]
        if last < first:
            return
    hijri = (point.year or 0, point.month, point.day) if point.hijri else point.beside
    resolved = point.year is None
    found = FoundPeriod(start, point.end, first, last, _grain(point), resolved, hijri, is_converted=point.hijri)
    yield found, point.lead


def _grain(point: Point) -> Grain:
    return "day" if point.day and not point.until_month else "month" if point.month else "year"
