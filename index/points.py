"""The dates that a text names, whole or in part: what ``index.dates`` and ``index.periods`` make their values of.

A point keeps what stands in the text: a day without its year, the other end of "May 3-5", the Hijri date in brackets.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from index.calendar_words import DOUBTFUL, any_of, months, number_of, ordinals, weekdays, which_of
from index.hijri import hijri_month
from index.point_patterns import ANY_HIJRI_YEAR, ANY_YEAR, any_month, hijri_dates, partial_dates, whole_dates

if TYPE_CHECKING:
    from index.language import Folded


@dataclass(frozen=True, slots=True)
class Point:
    """A date as a text names it; its offsets are those of the folded text.

    Attributes:
        start: The first offset.
        end: One past the last.
        year: In its own calendar, or None where the text names none.
        month: 1 to 12, or None.
        day: 1 to 31, or None.
        hijri: Whether year, month and day are of the Hijri calendar.
        beside: The Hijri year, month and day that stand beside a Gregorian date as the same.
        month_at: Where the month stands, or ``start``.
        year_at: Where the year stands, or ``start``.
        until_day: The last day of "May 3-5, 2024".
        until_month: The last month of "March-May 2024".
        which: For a date without its year, -1 where it is said to be past ("last May"), 0 for this, 1 for next.
        year_from: For a date without its year, how far its year is from the present one: "in May last year" is -1.
        lead: Where the Hijri date beside it begins, if that stands before it.
        opens: Whether it is a date only where another one closes it to a range: the "March" of "March to May 2024".
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool = False
    beside: tuple[int, int | None, int | None] | None = None
    month_at: int = 0
    year_at: int = 0
    until_day: int | None = None
    until_month: int | None = None
    which: int | None = None
    year_from: int | None = None
    lead: int | None = None
    opens: bool = False


_SOME_LEAP_YEAR = 2024
# Of what a date is made; a preposition before it is no part of it.
_PARTS = ("first", "day", "nth", "month", "year", "hijri", "which_en", "opens")


def points(text: str, folded: Folded, *, day_first: bool = True, partial: bool = False) -> list[Point]:
    """The dates of a text in their order, without overlap; the fullest reading of each. Impossible ones are left out.

    Args:
        text: As it was published.
        folded: The same, folded.
        day_first: Whether 11/9/2022 is a day of September; with dots it always is.
        partial: Whether dates are read that leave their year to be understood.
    """
    patterns = hijri_dates() if ANY_HIJRI_YEAR.search(folded.text) else ()
    patterns += whole_dates() if ANY_YEAR.search(folded.text) else ()
    patterns += partial_dates() if partial and any_month().search(folded.text) else ()
    found: list[Point] = []
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for match in pattern.finditer(folded.text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if _is_doubtful(match, text, folded):
                continue
            # What names an impossible day is not read as a month or a year instead.
            taken.append(match.span())
            point = _read(match, day_first=day_first)
            if point is not None:
                found.append(point)
    return _married(sorted(found, key=lambda one: one.start), folded.text)


def _is_doubtful(match: re.Match[str], text: str, folded: Folded) -> bool:
    """Whether a month without its year may be a verb or a name: "he may 5 times", "حتى مارس ضغوطه"."""
    parts = match.groupdict()
    name = parts.get("month") or parts.get("opens")
    if name not in DOUBTFUL or parts.get("year"):
        return False
    if name == "مارس":
        return not any(parts.get(key) for key in ("day", "nth", "which", "yearly_ar")) and "حتي" in match[0]
    if name == "may" and match[0].startswith("by"):
        # "a statement by May"
        return True
    at = match.start("month" if parts.get("month") else "opens")
    return text[folded.positions[at]].islower() and any(character.isupper() for character in text)


def _read(match: re.Match[str], *, day_first: bool) -> Point | None:
    parts = {name: part for name, part in match.groupdict().items() if part is not None}
    if "figures" in parts:
        return _hijri_figures(match)
    if "first" in parts:
        is_day_first = day_first or parts["by"] == "."
        parts["day"], parts["month"] = (
            (parts["first"], parts["second"]) if is_day_first else (parts["second"], parts["first"])
        )
    starts = [match.start(name) for name in _PARTS if match.re.groupindex.get(name) and match[name] is not None]
    hijri = "hijri" in parts
    name = parts.get("month") or parts.get("opens")
    month = None if name is None else _month(name, hijri=hijri)
    alias = number_of(parts["alias"], months()) if "alias" in parts else month
    day = int(parts["day"]) if "day" in parts else number_of(parts["nth"], ordinals()) if "nth" in parts else None
    year = parts.get("year") or parts.get("hijri")
    yearly = parts.get("yearly") or parts.get("yearly_ar") or parts.get("this_ar")
    which = parts.get("which") or parts.get("which_en")
    month_name = "second" if "first" in parts else "opens" if "opens" in parts else "month"
    point = Point(
        min(starts),
        # The full stop after an abbreviation is no part of it where nothing follows.
        match.end() - match[0].endswith("."),
        int(year) if year else None,
        month,
        day,
        hijri=hijri,
        month_at=match.start(month_name) if month else min(starts),
        year_at=match.start("hijri" if hijri else "year") if year else min(starts),
        until_day=int(parts["until"]) if "until" in parts else None,
        until_month=None if alias == month else alias,
        which=which_of(which) if which else None,
        year_from=which_of(yearly) if yearly else None,
        opens="opens" in parts,
    )
    return point if _is_possible(point) else None


def _month(name: str, *, hijri: bool) -> int:
    return int(name) if name.isdecimal() else hijri_month(name) if hijri else number_of(name, months())


def _is_possible(point: Point) -> bool:
    """Whether there is such a day; a 29 February without its year is one, and so is any 30th of a Hijri month."""
    if point.month is not None and not 1 <= point.month <= 12:
        return False
    longest = 30 if point.hijri else monthrange(point.year or _SOME_LEAP_YEAR, point.month or 1)[1]
    return all(day is None or 1 <= day <= longest for day in (point.day, point.until_day))


def _hijri_figures(match: re.Match[str]) -> Point | None:
    """Hijri dates in figures: 19/10/1446هـ and 1446/10/19هـ."""
    numbers = [int(number) for number in re.findall(r"\d+", match["figures"])]
    year, month, day = numbers if numbers[0] > 31 else numbers[::-1]
    point = Point(
        match.start(), match.end(), year, month, day, hijri=True, month_at=match.start(), year_at=match.start()
    )
    return point if _is_possible(point) else None


@cache
def _beside() -> re.Pattern[str]:
    """What stands between a date and the same date in the other calendar."""
    weekday = any_of(weekdays())
    return re.compile(
        rf"\s*م?\s*[)(\[/،,–—-]{{0,2}}\s*(?:(?:ال)?موافقا?\s*(?:ل\s*)?|المصادف\s*(?:ل\s*)?|corresponding\s+to\s+|or\s+|that\s+is\s+)?"
        rf"(?:يوم\s*)?(?:{weekday}[,،]?\s*)?"
    )


def _married(found: list[Point], text: str) -> list[Point]:
    """The points, where a date and its Hijri reading that stand side by side are one: the Gregorian one."""
    told: list[Point] = []
    for point in found:
        last = told[-1] if told else None
        if last is None or last.hijri == point.hijri or last.beside or not _is_same_kind(last, point):
            told.append(point)
        elif _beside().fullmatch(text, last.end, point.start):
            gregorian, hijri = (point, last) if last.hijri else (last, point)
            lead = hijri.start if hijri is last else None
            told[-1] = replace(gregorian, beside=(hijri.year or 0, hijri.month, hijri.day), lead=lead)
        else:
            told.append(point)
    return told


def _is_same_kind(one: Point, other: Point) -> bool:
    has_years = one.year is not None and other.year is not None
    return has_years and (one.month is None, one.day is None) == (other.month is None, other.day is None)
