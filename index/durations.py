"""Durations in a text, with their offsets: "about 3 years", "حوالي 3 سنوات", "شهرين". Figures and small number words.

Written by hand: the libraries that know both languages parse a duration only where it is the whole text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from index.language import fold

DurationUnit = Literal["year", "month", "week", "day", "hour", "minute"]
Bound = Literal["exact", "about", "more", "less"]

_UNITS: dict[DurationUnit, str] = {
    "year": "years? سنه سنوات سنين عام عاما اعوام",
    "month": "months? شهر شهرا اشهر شهور",
    "week": "weeks? اسبوع اسبوعا اسابيع",
    "day": "days? يوم يوما ايام",
    "hour": "hours? ساعه ساعات",
    "minute": "minutes? دقيقه دقايق",
}
_DUALS: dict[DurationUnit, str] = {
    "year": "عامين عامان سنتين سنتان",
    "month": "شهرين شهران",
    "week": "اسبوعين اسبوعان",
    "day": "يومين يومان",
    "hour": "ساعتين ساعتان",
    "minute": "دقيقتين دقيقتان",
}
_NUMBERS = {
    word: number
    for number, words in {
        1: "one", 2: "two", 3: "three ثلاث ثلاثه", 4: "four اربع اربعه", 5: "five خمس خمسه", 6: "six ست سته", 7: "seven سبع سبعه",
        8: "eight ثماني ثمانيه", 9: "nine تسع تسعه", 10: "ten عشر عشره", 20: "twenty عشرين", 30: "thirty ثلاثين",
        40: "forty اربعين",
    }.items()
    for word in words.split()
}  # fmt: skip
_BOUNDS: dict[Bound, str] = {
    "about": "about around roughly nearly almost some approximately حوالي نحو قرابه تقريبا زهاء",
    "more": "more[ ]than over at[ ]least اكثر[ ]من ما[ ]يزيد[ ]علي",
    "less": "less[ ]than under اقل[ ]من",
}


@dataclass(frozen=True, slots=True)
class FoundDuration:
    """A duration that stands in a text.

    Attributes:
        start: The first offset in the text, that of "about" where it is so qualified.
        end: One past the last.
        amount: How many of the unit.
        unit: Of what.
        bound: Whether the text says it exactly, as an approximation, or as a bound.
    """

    start: int
    end: int
    amount: float
    unit: DurationUnit
    bound: Bound


@cache
def _pattern() -> re.Pattern[str]:
    def group(name: str, words: str) -> str:
        return f"(?P<{name}>{'|'.join(words.split())})"

    bounds = "|".join(group(name, words.replace("[ ]", r"\s")) for name, words in _BOUNDS.items())
    units = "|".join(group(name, words) for name, words in _UNITS.items())
    duals = "|".join(group(f"{name}_dual", words) for name, words in _DUALS.items())
    number = rf"(?P<number>\d+(?:\.\d+)?|{'|'.join(_NUMBERS)})"
    return re.compile(rf"(?<!\w)[وبلف]?(?:(?:{bounds})\s+)?(?:{number}[\s-]+(?:{units})|(?:{duals}))(?!\w)")


def find_durations(text: str) -> list[FoundDuration]:
    """The durations of a text in their order, without overlap."""
    folded = fold(text)
    found: list[FoundDuration] = []
    for match in _pattern().finditer(folded.text):
        parts = {name: part for name, part in match.groupdict().items() if part is not None}
        unit = next(unit for unit in _UNITS if unit in parts or f"{unit}_dual" in parts)
        bound: Bound = next((bound for bound in _BOUNDS if bound in parts), "exact")
        number = parts.get("number")
        amount = 2.0 if number is None else float(_NUMBERS[number]) if number in _NUMBERS else float(number)
        first = min(match.start(name) for name in parts)
        found.append(FoundDuration(*folded.span(first, match.end()), amount, unit, bound))
    return found
