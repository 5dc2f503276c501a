"""Dates in a text, with their offsets: in figures or with month names, in both languages and all digit sets.

The reading is written by hand. dateparser 1.5, the best-kept library that searches texts in both languages, was measured on
the tables of ``tests/index/test_periods.py``: of 77 expressions for one day it reads 30 rightly (neither أيلول nor Persian
digits, neither ordinals nor Hijri, "Sept. 11, 2022" as two days), 19 of them with the words that name the day; of 62 that are
no dates it takes 42 for some ("May I ask", "2022 soldiers", "مارس ضغوطًا"). It gives strings without their offsets, no ranges and
no months as such, needs 0.63 ms a sentence where this needs 0.05 (0.13 with ``index.periods``), and 115 ms to import.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from index.hijri import hijri_days
from index.language import fold
from index.offsets import whole_span
from index.points import points

if TYPE_CHECKING:
    from index.points import Point

# What stands between the days of a range, and before it the first day.
_RANGE = re.compile(r"(?<![\d.,/-])\d{1,2}(?:st|nd|rd|th)?\s*(?:[-–—]|to\s|and\s|until\s|through\s|الي\s|حتي\s|و)\s*$")
_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([-/])(\d{1,2})\2(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date that stands in a text.

    Attributes:
        start: The first offset in the text.
        end: One past the last.
        year: 1900 to 2099.
        month: 1 to 12, or None where only a year is named.
        day: 1 to 31, or None where only a month or a year is named.
        hijri: Year, month and day in the Hijri calendar, where the text gives them, alone or beside the Gregorian date.
        is_converted: Whether the text gives the Hijri date alone.
    """

    start: int
    end: int
    year: int
    month: int | None = None
    day: int | None = None
    hijri: tuple[int, int, int] | None = None
    is_converted: bool = False

    @property
    def first_day(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)


def find_dates(text: str, *, day_first: bool = True) -> list[FoundDate]:
    """The dates of a text in their order, without overlap; the fullest reading of each. Impossible ones are left out.

    Of a range of days ("11-13 September 2022") only the month is told, of a range of months only the year, for no one day
    or month is what the text says; ``index.periods`` tells the whole of them. Hijri dates are read to the day: a Hijri
    month is no Gregorian one.

    Args:
        text: What is read.
        day_first: Whether 11/9/2022 is in September: the order of the document; see ``day_comes_first``.
    """
    folded = fold(text)
    found: list[FoundDate] = []
    for point in points(text, folded, day_first=day_first):
        told = _told(point, folded.text)
        if told is not None:
            start, end = whole_span(text, folded, told.start, told.end)
            found.append(FoundDate(start, end, told.year, told.month, told.day, told.hijri, told.is_converted))
    return found


def _told(point: Point, text: str) -> FoundDate | None:
    """What is told of a point, with its offsets in the folded text."""
    if point.hijri:
        days = hijri_days(point.year or 0, point.month, point.day) if point.day else None
        if days is None:
            return None
        first, hijri = days[0], (point.year or 0, point.month or 0, point.day or 0)
        return FoundDate(point.start, point.end, first.year, first.month, first.day, hijri, is_converted=True)
    year = point.year or 0
    if point.until_month:
        return FoundDate(point.year_at, point.end, year)
    if point.until_day:
        return FoundDate(point.month_at, point.end, year, point.month)
    if point.day and _RANGE.search(text, max(0, point.start - 12), point.start):
        return FoundDate(point.month_at, point.end, year, point.month)
    beside_year, beside_month, beside_day = point.beside or (0, None, None)
    beside = (beside_year, beside_month, beside_day) if beside_month and beside_day else None
    return FoundDate(point.start, point.end, year, point.month, point.day, beside)


def day_comes_first(text: str) -> bool | None:
    """The order of a document's dates in figures, from those that can be read in one way only; None where none tells."""
    told = {
        int(first) > 12
        for first, _, second in _FIGURES.findall(fold(text).text)
        if (int(first) > 12) != (int(second) > 12)
    }
    return told.pop() if len(told) == 1 else None


# The byline stands among the first lines of a document.
BYLINE_LINES = 5
_LONGEST_BYLINE = 200
_TIME = re.compile(r"(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?!\d)")
_BYLINE_REST = re.compile(
    r"[\s,،|/:.\-–—()]*(?:(?:published|updated|on|at|date|time|gmt|utc|msk|نشر|نشرت|في|بتاريخ|تاريخ|النشر|الساعه|التاريخ|تحديث|اخر)[\s,،|/:.\-–—()]*)*"
)


def read_byline(line: str) -> datetime | None:
    """The time of publication, if a line holds that and nothing else ("01.07.2025 22:10"); midnight if it names no hour."""
    if len(line) > _LONGEST_BYLINE:
        return None
    if line.rstrip().endswith("."):
        # The end of a sentence, wrapped before its date.
        return None
    days = [found for found in find_dates(line) if found.day is not None]
    if len(days) != 1:
        return None
    leftover = fold(line[: days[0].start] + " " + line[days[0].end :]).text
    hour = _TIME.search(leftover)
    if hour:
        leftover = leftover[: hour.start()] + " " + leftover[hour.end() :]
    if not _BYLINE_REST.fullmatch(leftover):
        return None
    return datetime.combine(days[0].first_day, time(int(hour[1]), int(hour[2])) if hour else time())
