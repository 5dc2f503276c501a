"""The first and the last day of a week, a month, a quarter, a season, a year, and the one before or after it.

Weeks begin on Monday, as ISO 8601 and CLDR's world default have it. Seasons are the meteorologists' of the northern half.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Grain = Literal["day", "week", "month", "quarter", "season", "half", "year"]
Span = tuple[date, date]

# How many months each has, and in which one it begins; a season's beginning is told with its name.
_MONTHS: dict[Grain, int] = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12}


def months_from(year: int, month: int, count: int = 1) -> Span:
    """The span of ``count`` whole months from the first of one, which may lie outside 1 to 12.

    Raises:
        ValueError: There is no such year.
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    until_year, until = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    return date(year, month, 1), date(until_year, until, monthrange(until_year, until)[1])


def span_around(day: date, grain: Grain, steps: int = 0) -> Span:
    """The week, month, quarter, half or year that a day lies in, or the one so many steps from it.

    Raises:
        ValueError: It lies outside the calendar.
        OverflowError: So does it, by days.
    """
    if grain == "day":
        day += timedelta(days=steps)
        return day, day
    if grain == "week":
        first = day + timedelta(days=7 * steps - day.weekday())
        return first, first + timedelta(days=6)
    count = _MONTHS[grain]
    return months_from(day.year, (day.month - 1) // count * count + 1 + steps * count, count)


def stepped(day: date, grain: Grain, steps: int) -> Span:
    """The day, week, month or year that lies so many of them from a day: two weeks on, the week of the 14th day after it.

    Raises:
        ValueError: It lies outside the calendar.
        OverflowError: So does it, by days.
    """
    if grain == "week":
        return span_around(day + timedelta(days=7 * steps), "week")
    return span_around(day, grain, steps)


def distance(span: Span, day: date) -> int:
    """How many days lie between a day and a span; 0 where it lies inside."""
    first, last = span
    return max((first - day).days, (day - last).days, 0)
