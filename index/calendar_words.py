"""The words that dates are written with, folded: months, weekdays, ordinals of days, what is last, this and next.

Month names and weekdays come from CLDR through Babel: English, and Arabic as written in Egypt (سبتمبر), the Levant (أيلول),
Morocco (شتنبر) and Algeria (أوت). Ordinals of days, and what CLDR does not spell, are written by hand.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel.core import Locale

from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_ARABIC_LOCALES = ("ar_EG", "ar_LB", "ar_IQ", "ar_MA", "ar_DZ", "ar_TN")
_OTHER_SPELLINGS = {"sept": 9, "يونيه": 6, "يوليه": 7, "اوكتوبر": 10}
# Nobody writes a day as a month's name and means the verb where the figures of a day and a year stand beside it, but alone
# these are verbs and names as often as months.
DOUBTFUL = frozenset({"may", "march", "mar", "مارس"})

_ENGLISH_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ARABIC_ORDINALS = "الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر"

LAST = "الماضيه الماضي المنصرمه المنصرم الفايته الفايت"
THIS = "الجاريه الجاري الحاليه الحالي"
NEXT = "المقبله المقبل القادمه القادم الاتيه الاتي"


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these folded words, the longest first; a space in one is any white space in the text."""
    return (
        "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True)) + ")"
    )


# Any of these, as one pattern.
WHICH = any_of(f"{LAST} {THIS} {NEXT}".split())
_LAST_WORDS, _NEXT_WORDS = {*LAST.split(), "last"}, {*NEXT.split(), "next", "coming"}


def which_of(words: str) -> int:
    """-1 for what is last, 0 for what is this, 1 for what is next."""
    said = set(words.split())
    return -1 if said & _LAST_WORDS else 1 if said & _NEXT_WORDS else 0


@cache
def months() -> dict[str, int]:
    """The number of each month by its names."""
    names: dict[str, int] = {}
    for locale in (*_ARABIC_LOCALES, "en"):
        widths = Locale.parse(locale).months["format"]
        for width in ("wide", "abbreviated") if locale == "en" else ("wide",):
            names.update({fold(name).text.rstrip("."): number for number, name in widths[width].items()})
    return names | _OTHER_SPELLINGS


@cache
def weekdays() -> dict[str, int]:
    """The number of each weekday by its names, Monday being 0, as Python counts."""
    return {
        fold(name).text: number
        for locale in ("en", "ar_EG")
        for number, name in Locale.parse(locale).days["format"]["wide"].items()
    }


@cache
def ordinals() -> dict[str, int]:
    """The number of each day of a month by its ordinal: "eleventh", "twenty-first", "الحادي عشر", "الثلاثين"."""
    tens = {"twenty": 20, "thirty": 30}
    units = {name: number for number, name in enumerate(_ENGLISH_ORDINALS.split()[:9], 1)}
    named = {name: number for number, name in enumerate(_ENGLISH_ORDINALS.split(), 1)} | {"thirtieth": 30}
    named |= {f"{ten}{by}{unit}": tens[ten] + units[unit] for ten in tens for unit in units for by in " -"}
    named |= {name: number for number, name in enumerate(_ARABIC_ORDINALS.split(), 1)}
    arabic = {name: number for number, name in enumerate(_ARABIC_ORDINALS.split()[:9], 1)} | {"الحادي": 1}
    del arabic["الاول"]
    named |= {f"{name} عشر": 10 + number for name, number in arabic.items()}
    for ending in ("ين", "ون"):
        for ten, number in (("العشر", 20), ("الثلاث", 30)):
            named |= {f"{ten}{ending}": number}
            named |= {f"{name} و{ten}{ending}": number + unit for name, unit in arabic.items()}
    return {name: number for name, number in named.items() if number <= 31}


def number_of(name: str, numbers: dict[str, int]) -> int:
    """The number of a name that one of these tables holds, whatever white space stands inside it."""
    return numbers[" ".join(name.split())]
