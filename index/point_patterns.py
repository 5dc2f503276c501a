"""The patterns of dates in a folded text: with their year, without it, and of the Hijri calendar.

Their groups: ``day``, ``nth`` (an ordinal), ``month``, ``alias`` (its other name), ``year``, ``hijri`` (a Hijri year), ``first``
and ``second`` (figures whose order the document tells), ``until`` (the last day of "May 3-5"), and what tells a year that is
not named.
"""

from __future__ import annotations

import re
from functools import cache

from index.calendar_words import WHICH, any_of, months, ordinals
from index.counted import COUNTED, COUNTED_UNLESS_DATED
from index.hijri import HIJRI_ERA, hijri_month_names

_NTH = r"(?:st|nd|rd|th)?"
_DAY = r"(?<![\d.,/])(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
# "September of 2022", "سبتمبر من عام 2022", "سبتمبر لعام 2022"
_TO_YEAR = r"[,،]?\s+(?:of\s+|in\s+|(?:من\s+|في\s+|ل)?(?:ال)?(?:عام|سنه)\s+|من\s+)?"
# What stands before a number that is a year, seen from behind it.
_DATING = "in since by from until during year في عام العام سنه منذ حتي خلال"
_SURELY = "|".join(rf"(?<=\b{word}\s\d\d\d\d)" for word in _DATING.split())
_PARTS_OF_MONTHS = "نصف اسبوع ثلث ربع عقد شطر جزء دوره جوله مرحله نسخه"
_OF = r"(?:\s+of)?\s*(?:من\s+)?(?:شهر\s+)?"
_DASH = r"\s*(?:[-–—]|to\s|through\s|and\s)\s*"
_UNTIL_DAY = rf"(?:{_DASH}(?P<until>\d{{1,2}}){_NTH})?"
_BEFORE_MONTH = (
    r"(?:in|since|until|till|during|by|early|late|mid)[\s-]+|"
    r"(?:في|خلال|منذ|حتي|بحلول)\s+(?:شهر\s+|مطلع\s+|اوايل\s+|اواخر\s+|منتصف\s+|نهايه\s+|بدايه\s+)?|"
    r"(?:ل?شهر|مطلع|اوايل|اواخر|منتصف|نهايه|بدايه)\s+"
)
_TAIL = (
    rf"(?:[,،]?\s+(?:(?:of\s+)?(?P<yearly>(?:last|this|next)\s+year)|"
    rf"(?:من\s+)?(?:العام|السنه|عام|سنه)\s+(?P<yearly_ar>{WHICH})|"
    rf"(?:من\s+)?(?P<this_ar>هذا\s+العام|هذه\s+السنه)|(?P<which>{WHICH}))(?!\w))"
)

# A text without a year in figures names no whole date.
ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
ANY_HIJRI_YEAR = re.compile(r"(?<!\d)1[34]\d\d(?!\d)")


@cache
def any_month() -> re.Pattern[str]:
    """Any name of a month."""
    return re.compile(any_of(months()))


def _nth() -> str:
    # "الأسبوع الأول من أكتوبر" is no first of October.
    parts = "".join(rf"(?<!ال{word}\s)" for word in _PARTS_OF_MONTHS.split())
    return rf"(?<!\w){parts}[وبلف]?(?P<nth>{any_of(ordinals())})\s+(?:of|من)\s+(?:شهر\s+)?"


@cache
def hijri_dates() -> tuple[re.Pattern[str], ...]:
    """The patterns of Hijri dates that name their year, the fullest first."""
    month, year = rf"(?P<month>{hijri_month_names()})", r"(?P<hijri>1[34]\d\d)(?!\d)"
    patterns = (
        rf"(?<![\d./-])(?P<figures>1[34]\d\d(?P<by>[-/.])\d{{1,2}}(?P=by)\d{{1,2}})\s?{HIJRI_ERA}",
        rf"(?<![\d./-])(?P<figures>\d{{1,2}}(?P<by>[-/.])\d{{1,2}}(?P=by)1[34]\d\d)\s?{HIJRI_ERA}",
        rf"(?:{_DAY}{_NTH}{_OF}|{_nth()}){month}{_TO_YEAR}{year}(?:\s?{HIJRI_ERA})?",
        rf"(?<!\w){month}\s+{_DAY}{_NTH}[,،]?\s+{year}(?:\s?{HIJRI_ERA})?",
        rf"(?<!\w)[وبل]?{month}{_TO_YEAR}{year}(?:\s?{HIJRI_ERA})?",
        rf"(?<![\d.,/:-]){year}\s?{HIJRI_ERA}",
    )
    return tuple(re.compile(pattern) for pattern in patterns)


@cache
def whole_dates() -> tuple[re.Pattern[str], ...]:
    """The patterns of dates that name their year, the fullest first."""
    month = any_of(months())
    named = rf"(?P<month>{month})\.?(?:\s*[/(–—-]\s*(?P<alias>{month})\.?\)?)?"
    patterns = (
        rf"(?<![\d./-]){_YEAR}(?P<by>[-/.])(?P<month>\d{{1,2}})(?P=by)(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<![\d./-])(?P<first>\d{{1,2}})(?P<by>[-/.])(?P<second>\d{{1,2}})(?P=by){_YEAR}",
        rf"{_DAY}{_NTH}{_OF}{named}{_TO_YEAR}{_YEAR}",
        rf"{_nth()}{named}{_TO_YEAR}{_YEAR}",
        rf"(?<!\w){named}\s+(?:the\s+)?(?P<day>\d{{1,2}}){_NTH}{_UNTIL_DAY}[,،]?\s+{_YEAR}",
        rf"(?<!\w)[وبل]?{named}{_TO_YEAR}{_YEAR}",
        # Both years of "2014-2022", but neither of a telephone number.
        rf"(?<![\d.,/:-]){_YEAR}(?=[-–/](?:19|20)\d\d(?![\d.,/-]))",
        (
            rf"(?:(?<![\d.,/:$€£-])|(?<=(?<!\d)(?:19|20)\d\d[-/])){_YEAR}(?![.,/:-]\d|{COUNTED})"
            rf"(?:{_SURELY}|(?!{COUNTED_UNLESS_DATED}))"
        ),
    )
    return tuple(re.compile(pattern) for pattern in patterns)


@cache
def partial_dates() -> tuple[re.Pattern[str], ...]:
    """The patterns of dates that leave their year to be understood."""
    month = any_of(months())
    # A year that is not read (1882) is a year all the same.
    named = (
        rf"(?P<month>{month})\.?(?:\s*[/(]\s*(?P<alias>{month})\.?\)?)?(?!\w)"
        r"(?![,،]?\s+(?:of\s+|من\s+)?(?:(?:ال)?عام\s+|سنه\s+)?\d{3,4}(?!\d))"
    )
    patterns = (
        rf"{_DAY}{_NTH}{_OF}{named}{_TAIL}?",
        rf"{_nth()}{named}{_TAIL}?",
        (
            rf"(?<!\w){named}\s+(?:the\s+)?(?P<day>\d{{1,2}}){_NTH}{_UNTIL_DAY}"
            rf"(?![\w%]|[.,:/-]\d|[,،]?\s+\d{{3,4}}(?!\d)|{COUNTED}){_TAIL}?"
        ),
        rf"(?<!\w)(?P<which_en>last|this|next)\s+{named}",
        rf"(?<!\w)[وبل]?{named}{_TAIL}",
        rf"(?<!\w)[وف]?(?:{_BEFORE_MONTH}){named}(?!\s+\d)",
        rf"(?<!\w)[وبل]?(?P<opens>{month})\.?(?=\s*(?:[-–—]|to\s|until\s|and\s|الي\s|حتي\s|و)\s*{month})",
    )
    return tuple(re.compile(pattern) for pattern in patterns)
