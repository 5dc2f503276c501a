"""Dates in a text, with their offsets: in figures or with month names, in both languages and both digit sets.

Month names come from CLDR through Babel: English, and Arabic as written in Egypt (سبتمبر), the Levant (أيلول) and the
Maghreb (شتنبر). The reading is written by hand because the libraries that parse dates (dateparser) search without
offsets, need 0.3 s to import, and take "May" or "آب" for a month anywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache

from babel.core import Locale

from index.language import Folded, fold

_ARABIC_LOCALES = ("ar_EG", "ar_LB", "ar_IQ", "ar_MA", "ar_DZ", "ar_TN")
# What follows a number that is an amount and no year: "2000 soldiers".
_COUNTED = (
    r"s\b|\s*[%٪$€£]|[\s-](?:percent|per\s?cent|people|persons?|men|women|soldiers?|troops|tanks?|missiles?|drones?|prisoners?|"
    r"civilians?|children|victims|years?|months?|weeks?|days?|hours?|minutes?|km|kilomet|met(?:er|re)s?|miles?|tons?|tonnes?|"
    r"dollars?|euros?|roubles?|million|billion|thousand|megawatts?|mw\b|"
    r"شخص|جندي|رجل|امراه|طفل|اسير|مدني|قتيل|ضحيه|دبابه|صاروخ|مسيره|سنه|شهر|اسبوع|يوم(?:ا\b|\s+(?!ال))|ساعه|دقيقه|كم\b|"
    r"كيلومتر|متر|ميل|طن|دولار|يورو|روبل|مليون|مليار|الف|ميغا)"
)
# What stands between the days of a range, and before it the first day.
_RANGE = re.compile(r"(?<![\d.,/-])\d{1,2}(?:st|nd|rd|th)?\s*(?:[-–—]|to\s|and\s|until\s|الي\s|حتي\s|و)\s*$")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date that stands in a text.

    Attributes:
        start: The first offset in the text.
        end: One past the last.
        year: 1900 to 2099.
        month: 1 to 12, or None where only a year is named.
        day: 1 to 31, or None where only a month or a year is named.
    """

    start: int
    end: int
    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in (*_ARABIC_LOCALES, "en"):
        months = Locale.parse(locale).months["format"]
        for width in ("wide", "abbreviated") if locale == "en" else ("wide",):
            names.update({fold(name).text.rstrip("."): number for number, name in months[width].items()})
    names["sept"] = 9
    return names


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(_months(), key=len, reverse=True))
    # "11 سبتمبر/أيلول 2022" gives the month in both namings.
    named = rf"(?P<month>{month})\.?(?:\s*[/(]\s*(?:{month})\)?)?"
    year = r"(?P<year>(?:19|20)\d\d)(?!\d)"
    # "September of 2022", "سبتمبر من عام 2022", "سبتمبر لعام 2022"
    in_year = rf"[,،]?\s+(?:of\s+|in\s+|(?:من\s+|في\s+|ل)?(?:ال)?(?:عام|سنه)\s+|من\s+)?{year}"
    day = r"(?<![\d.,/])(?P<day>\d{1,2})"
    return (
        re.compile(rf"(?<![\d./-]){year}(?P<by>[-/.])(?P<month>\d{{1,2}})(?P=by)(?P<day>\d{{1,2}})(?!\d)"),
        re.compile(rf"(?<![\d./-])(?P<day>\d{{1,2}})(?P<by>[-/.])(?P<month>\d{{1,2}})(?P=by){year}"),
        re.compile(rf"{day}(?:st|nd|rd|th)?(?:\s+of)?\s*(?:من\s+)?(?:شهر\s+)?{named}{in_year}"),
        re.compile(rf"(?<!\w){named}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[,،]?\s+{year}"),
        re.compile(rf"(?<!\w)[وبل]?{named}{in_year}"),
        # Both years of "2014-2022", but neither of a telephone number.
        re.compile(rf"(?<![\d.,/:-]){year}(?=[-–/](?:19|20)\d\d(?![\d.,/-]))"),
        re.compile(rf"(?:(?<![\d.,/:$€£-])|(?<=(?<!\d)(?:19|20)\d\d[-/])){year}(?![.,/:-]\d|{_COUNTED})"),
    )


def find_dates(text: str) -> list[FoundDate]:
    """The dates of a text in their order, without overlap; the fullest reading of each. Impossible ones are left out.

    Of a range of days ("11-13 September 2022") only the month is told, for no one day is what the text says.
    Where figures could be read both ways (11/9/2022) the day comes first, as in both languages' diplomatic usage.
    """
    folded = fold(text)
    found: list[FoundDate] = []
    taken: list[tuple[int, int]] = []
    for pattern in _patterns():
        for match in pattern.finditer(folded.text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            # What names an impossible day is not read as a month or a year instead.
            taken.append(match.span())
            read = _read(match, folded)
            if read is not None:
                found.append(read)
    return sorted(found, key=lambda one: one.start)


def _read(match: re.Match[str], folded: Folded) -> FoundDate | None:
    parts = match.groupdict()
    month = parts.get("month")
    number = None if month is None else int(month) if month.isdecimal() else _months()[" ".join(month.split())]
    day = None if parts.get("day") is None else int(parts["day"])
    year = int(parts["year"])
    first = min(match.start(name) for name in ("day", "month", "year") if parts.get(name) is not None)
    try:
        date(year, number or 1, day or 1)
    except ValueError:
        return None
    if day is not None and _RANGE.search(folded.text, max(0, first - 12), first):
        day, first = None, match.start("month")
    return FoundDate(*folded.span(first, match.end()), year, number, day)


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
