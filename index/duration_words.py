"""The words that durations are written with, folded, and the patterns made of them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from index.bounds import AFTER, BEFORE
from index.numbers import NUMBER

if TYPE_CHECKING:
    from collections.abc import Mapping

DurationUnit = Literal["year", "month", "week", "day", "hour", "minute", "second"]
# Units that are told in another one.
_Named = Literal[DurationUnit, "century", "decade", "fortnight"]

# The longest first.
UNITS: dict[DurationUnit, str] = {
    "year": "years? سنه سنوات سنين عام عاما اعوام",
    "month": "months? شهر شهرا اشهر شهور",
    "week": "weeks? اسبوع اسبوعا اسابيع",
    "day": "days? يوم يوما ايام",
    "hour": "hours? ساعه ساعات",
    "minute": "minutes? دقيقه دقايق",
    "second": "seconds? ثانيه ثواني ثوان",
}
_DUALS: dict[_Named, str] = {
    "year": "عامين عامان سنتين سنتان",
    "month": "شهرين شهران",
    "week": "اسبوعين اسبوعان",
    "day": "يومين يومان",
    "hour": "ساعتين ساعتان",
    "minute": "دقيقتين دقيقتان",
    "second": "ثانيتين ثانيتان",
    "decade": "عقدين عقدان",
    "century": "قرنين قرنان",
}
_LONG: dict[_Named, str] = {
    "decade": "decades? عقد عقدا عقود",
    "century": "century centuries قرن قرنا قرون",
    "fortnight": "fortnights?",
}
# In what unit each is told, and in how many of it.
TOLD_IN: dict[str, tuple[int, DurationUnit]] = {
    **{unit: (1, unit) for unit in UNITS},
    "decade": (10, "year"),
    "century": (100, "year"),
    "fortnight": (2, "week"),
}
# Of what smaller unit a unit is made, and of how many.
SMALLER: dict[str, tuple[int, DurationUnit]] = {
    "century": (100, "year"),
    "decade": (10, "year"),
    "year": (12, "month"),
    "day": (24, "hour"),
    "hour": (60, "minute"),
}
_SINGLE: dict[DurationUnit, str] = {
    "year": "year", "month": "month", "week": "week", "day": "day", "hour": "hour", "minute": "minute",
}  # fmt: skip
_SINGLE_ARABIC: dict[DurationUnit, str] = {
    "year": "سنه عاما عام", "month": "شهرا شهر", "week": "اسبوعا اسبوع", "day": "يوما يوم", "hour": "ساعه", "minute": "دقيقه",
}  # fmt: skip


def _words(table: Mapping[_Named, str] | Mapping[DurationUnit, str]) -> str:
    return "|".join("|".join(words.split()) for words in table.values())


def _named(prefix: str, table: Mapping[_Named, str] | Mapping[DurationUnit, str]) -> str:
    """An alternation with a named group for each entry: ``(?P<unit_year>years?|سنه)|…``."""
    return "|".join(f"(?P<{prefix}_{name}>{'|'.join(words.split())})" for name, words in table.items())


# What is added to a unit or taken from it, in parts of the unit: "and a half", "وربع الساعة", "إلا ربعًا".
_PART = (
    r"\s+(?:and\s+a\s+(?:half|quarter)|و\s?(?:نصف|ربع|ثلث)(?:\s+ال(?:سنه|عام|ساعه|يوم|شهر|اسبوع|قرن|عقد))?|الا\s+(?:ربع|ثلث)ا?)"
    r"(?!\w)"
)
_HALF = r"[\s-]+and[\s-]+a[\s-]+half|\s+و\s?نصف"
_SHARE = r"half\s+(?:an?|the)|(?:an?\s+)?quarter\s+of\s+an?|a\s+quarter|three[\s-]quarters\s+of\s+an?|نصف|ربع|ثلث|ثلاثه\s+ارباع"
_LASTING = r"(?:last(?:ed|ing|s)|took|takes|for|(?:و|ف)?(?:استمر|استغرق|دام)\w*|ل?مده)"


@cache
def duration_pattern() -> re.Pattern[str]:
    """One amount of one unit: the groups ``number``, ``after``, those of bounds and parts, and ``form_unit``."""
    units: dict[_Named, str] = dict(_LONG)
    units.update(UNITS.items())
    divided: dict[_Named, str] = {unit: units[unit] for unit in ("year", "day", "hour", "decade", "century")}
    divided["year"] += " السنه العام"
    divided["hour"] += " الساعه"
    forms = (
        rf"(?:ال)?(?P<number>{NUMBER})(?P<plus0>{_HALF})?[\s-]+(?:{_named('counted', units)})(?P<plus1>{_PART})?",
        rf"ال(?:{_named('listed', UNITS)})\s+ال(?P<after>{NUMBER})",
        rf"(?:(?:an?\s+)?(?:{_named('one', _SINGLE)})|{_named('ones', _SINGLE_ARABIC)})(?P<plus2>{_PART})",
        rf"(?:{_named('single', UNITS)})\s+واحده?",
        rf"(?P<share>{_SHARE})\s+(?:{_named('part', divided)})",
        rf"(?:ال)?(?:{_named('dual', _DUALS)})(?P<plus4>{_PART})?",
        (
            r"(?:(?<!-)an?\s+(?P<long_decade>decade)|(?<!-)an?\s+(?P<long_century>century)|a\s+(?P<long_fortnight>fortnight)|"
            r"(?P<bare_decade>عقد)|(?P<bare_century>قرن))"
        ),
        # Alone only where something says that it is a measure: a bound, a verb, a smaller part.
        rf"(?:an?\s+(?:{_named('lone', _SINGLE)})|{_named('alone', _SINGLE_ARABIC)})",
    )
    return re.compile(
        rf"(?<!\w)(?<!\d[.,:/])(?<!±\s)(?:(?P<lasting>{_LASTING})\s+)?[وبلف]?(?P<all>(?:{BEFORE}\s+)?(?:{'|'.join(forms)}))(?!\w)"
        rf"(?P<tail>\s+{AFTER})?"
    )


_TO = r"(?:\s*[-–—/]\s*|\s+(?:to|or|till|until|الي|او|حتي)\s+)"


@cache
def range_before() -> re.Pattern[str]:
    """What stands before the second part of a range, up to that: its first part, and whether "between" opens it."""
    return re.compile(
        rf"(?<!\w)(?P<between>(?:between|بين)\s+)?[وبلف]?(?P<first>(?:{BEFORE}\s+)?(?:(?P<number>{NUMBER})"
        rf"(?:[\s-]+(?:{_named('counted', UNITS)}))?|(?:{_named('dual', _DUALS)})|"
        rf"an?\s+(?:{_named('lone', _SINGLE)})|{_named('alone', _SINGLE_ARABIC)}))"
        rf"(?:{_TO}|(?P<joined>\s+(?:and\s+|و\s?)))$"
    )


@cache
def range_after() -> re.Pattern[str]:
    """What stands after the first part of a range, and after the years of somebody's age."""
    one = rf"(?:{NUMBER}(?:\s+(?:{_words(UNITS)}))?|{_words(_DUALS)}|{_words(_SINGLE_ARABIC)})"
    return re.compile(rf"{_TO}{one}(?!\w)|[\s-]olds?(?!\w)")


AGED = re.compile(r"(?<!\w)(?:aged?|عمره|عمرها|العمر)\s+$")
OPENED = re.compile(r"(?<!\w)(?:between|بين)\s+$")
# "خلال عقدين" are years, "وقع عقدين" are contracts.
TIMED = re.compile(
    r"(?<!\w)(?:منذ|قبل|بعد|خلال|طوال|طيله|مدي|مدار|مر|لمده|مده|استمر\w*|دام\w*|عمره|عمرها|قبيل|امتد\w*)\s+(?:ال)?(?:نحو\s+|حوالي\s+)?$"
)
# "كل عام تقريبًا" is how often, "القرنين السادس عشر والسابع عشر" which ones.
EVERY = re.compile(r"(?<!\w)[وفب]?كل\s+$")
WHICH = re.compile(r"\s+ال(?!ماضي|اخير|منصرم|مقبل|قادم|سابق)")
OF_TIME = re.compile(r"\s+من\s+الزما?ن")
# A unit alone beside these is one of it: "a year later", "within a week", "منذ عام"; "500 dollars a day" is a rate.
LATER = re.compile(r"\s+(?:later|ago|earlier|beforehand|afterwards?|after|before)(?!\w)")
WITHIN = re.compile(r"\b(?:within|after|throughout|during)\s+$")
SINCE = re.compile(r"(?<!\w)[وف]?(?:منذ|قبل|بعد|خلال|غضون|طوال|طيله|قرابه)\s+$")
YESTERDAY = re.compile(r"\s+(?:امس|غد|اول)(?!\w)")
