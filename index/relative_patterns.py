"""The patterns of what is named from another day, in a folded text: weekdays, "yesterday", "next week", "two days ago"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from index.bounds import BEFORE
from index.calendar_words import WHICH, any_of, weekdays
from index.numbers import NUMBER

if TYPE_CHECKING:
    from index.spans import Grain

UNITS: dict[str, Grain] = {
    "day": "day", "week": "week", "month": "month", "year": "year", "quarter": "quarter", "يوم": "day", "يوما": "day",
    "ايام": "day", "اسبوع": "week", "اسبوعا": "week", "اسابيع": "week", "شهر": "month", "شهرا": "month", "اشهر": "month",
    "شهور": "month", "عام": "year", "عاما": "year", "اعوام": "year", "سنه": "year", "سنوات": "year", "سنين": "year",
    "ربع": "quarter",
}  # fmt: skip
DUALS: dict[str, Grain] = {"يومين": "day", "اسبوعين": "week", "شهرين": "month", "عامين": "year", "سنتين": "year"}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12, "ربيع": 3, "صيف": 6, "خريف": 9, "شتاء": 12}

DAYS = re.compile(
    r"(?<!\w)(?:(?P<b2>(?:the\s+)?day\s+before\s+yesterday)|(?P<f2>(?:the\s+)?day\s+after\s+tomorrow)|(?P<b1>yesterday)|"
    r"(?P<f1>tomorrow)|(?P<d0>today|tonight|this\s+(?:morning|afternoon|evening)))(?!\w)"
)
# "في أمسّ الحاجة" is need, "في اليوم التالي" another day, and غدا a verb unless its tanwin or the sentence says otherwise.
ARABIC_DAYS = re.compile(
    r"(?<!\w)[وفب]?(?:(?P<b2>اول\s+(?:من\s+)?امس|امس\s+الاول)|(?P<f2>بعد\s+غدا?)|(?P<b1>(?:ال)?امس(?!\s+الحاجه)|البارحه)|"
    r"(?P<f1>الغد|(?<=يوم\s)غد|(?<=صباح\s)غد|(?<=مساء\s)غد|(?<=فجر\s)غد|(?<=ظهر\s)غد|(?<=عصر\s)غد|(?<=ليله\s)غد)|(?P<maybe>غدا)|"
    r"(?<!هذا\s)(?<!ذلك\s)(?<!نفس\s)(?<!ذات\s)(?<!في\s)(?<!طوال\s)(?<!خلال\s)(?<!مدار\s)(?<!كل\s)(?<!طيله\s)"
    r"(?P<d0>اليوم)(?!\s+(?:ال(?:تالي|سابق|اول|ثاني(?!ن)|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|اخير|واحد|وطني|عالمي|دولي|ذي|"
    r"مقبل|ماضي|قادم|موعود)|نفسه|ذاته|عينه)))(?!\w)"
)
EARLIER = re.compile(
    r"(?<!\w)(?:(?:the\s+)?(?P<before>previous\s+day|day\s+before(?=\s*[,.;]|\s*$))|"
    r"the\s+(?P<after>following\s+day|next\s+day|day\s+after(?=\s*[,.;]|\s*$))|the\s+(?P<same>same\s+day)|"
    r"اليوم\s+(?:(?P<before_ar>السابق)|(?P<after_ar>التالي)|(?P<same_ar>نفسه|ذاته|عينه)))(?!\w)"
)


# What makes a weekday's name another thing: "every Tuesday", "Good Friday", "صلاة الجمعة".
_NO_ENGLISH_WEEKDAY = "every each any good black ash palm bloody holy"
_NO_ARABIC_WEEKDAY = "كل صلاه خطبه امام خطيب سوق صحيفه"


@cache
def weekday_pattern() -> re.Pattern[str]:
    """A weekday, said to be last or next, or of last or next week."""
    english = any_of(name for name in weekdays() if name.isascii())
    arabic = any_of(name for name in weekdays() if not name.isascii())
    not_english = "".join(rf"(?<!\b{word}\s)" for word in _NO_ENGLISH_WEEKDAY.split())
    not_arabic = "".join(rf"(?<!\b{word}\s)" for word in _NO_ARABIC_WEEKDAY.split())
    return re.compile(
        rf"(?<!\w)(?:{not_english}(?:(?P<which>last|next|this|(?:this|the)\s+(?:past|coming))\s+)?(?P<english>{english})"
        rf"(?:\s+(?:of\s+)?(?P<week>last|next|this)\s+week)?(?!\w)(?!\s+(?:times|telegraph|mail|mirror|express|prayers?|sermon))|"
        rf"[وفبل]?{not_arabic}(?P<said>يوم\s+)?(?P<arabic>{arabic})(?!\w)"
        rf"(?:\s+(?P<which_ar>{WHICH})(?!\w)|\s+(?:من\s+)?(?:الاسبوع\s+(?P<week_ar>{WHICH})|(?P<this_ar>هذا\s+الاسبوع)))?)"
    )


@cache
def unit_pattern() -> re.Pattern[str]:
    """Last, this or next week, month, quarter or year."""
    return re.compile(
        r"(?<!\w)(?<!\bthe\s)(?P<which>last|next|this|(?<=the\s)coming|(?<=the\s)current)\s+(?P<unit>week|month|year|quarter)"
        r"(?!\w)(?!\s+(?:of|before)\b)|"
        r"(?<!\w)(?<=the\s)(?P<which_the>coming|current)\s+(?P<unit_the>week|month|year|quarter)(?!\w)|"
        rf"(?<!\w)[وفب]?(?:ال|لل)(?P<unit_ar>اسبوع|شهر|عام|سنه)\s+(?P<which_ar>{WHICH})(?!\w)|"
        r"(?<!\w)[وفبل]?هذ[اه]\s+ال(?P<this_ar>اسبوع|شهر|عام|سنه)(?!\w)"
    )


@cache
def ago_pattern() -> re.Pattern[str]:
    """So many days, weeks, months or years ago, ahead, earlier or later."""
    english = r"(?P<unit>day|week|month|year)s?"
    arabic = any_of(unit for unit in UNITS if not unit.isascii() and unit != "ربع")
    some = (
        rf"(?:(?P<number_ar>{NUMBER})\s+(?P<unit_ar>{arabic})|(?P<dual>{any_of(DUALS)})|(?P<one>يوم|اسبوع|شهر|عام|سنه))"
    )
    return re.compile(
        rf"(?<!\w)(?P<in>in\s+)?(?:{BEFORE}\s+)?(?:(?P<number>{NUMBER})|an?)\s+{english}\s*"
        rf"(?P<way>ago|earlier|later|from\s+now)?(?!\w)|"
        rf"(?<!\w)[وف]?(?:(?P<way_ar>قبل|بعد)\s+(?:{BEFORE.replace('P<', 'P<ar_')}\s+)?(?P<lean>ذلك\s+ب)?|"
        rf"(?P<way_it>قبل|بعد)(?:ها|ه|هما|هم)\s+ب){some}(?!\w)(?!\s+(?:من|علي|ان)(?!\w))"
    )


@cache
def season_pattern() -> re.Pattern[str]:
    """A season without its year."""
    names, names_ar = (any_of(name for name in SEASONS if name.isascii() is ascii_) for ascii_ in (True, False))
    return re.compile(
        rf"(?<!\w)(?:(?P<which>last|next|this)\s+(?P<named>{names})|in\s+(?:the\s+)?(?P<alone>{names})(?!\s+(?:of\b|\d))|"
        rf"(?P<named_ar>ال{names_ar})\s+(?P<which_ar>{WHICH})|(?:في|خلال)\s+(?P<alone_ar>ال{names_ar})(?!\s+{WHICH}(?!\w)))(?!\w)"
    )


# What each reading needs to stand in a text at all: most texts need none of the larger patterns.
WEEKDAY_HINT = re.compile(r"day\b|ال(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت)")
UNIT_HINT = re.compile(r"\b(?:last|next|this|coming|current)\s|ال(?:اسبوع|شهر|عام|سنه)|لل(?:اسبوع|شهر|عام|سنه)")
AGO_HINT = re.compile(
    r"\b(?:ago|earlier|later|from\s+now|in\s+(?:[\w-]+\s+){1,3}(?:day|week|month|year)s?)\b|(?<!\w)[وف]?(?:قبل|بعد)"
)
SEASON_HINT = re.compile("|".join(SEASONS))
