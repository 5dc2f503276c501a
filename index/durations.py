"""Durations in a text, with their offsets: "about 3 years", "حوالي 3 سنوات", "شهرين", "two hours and ten minutes".

Written by hand: the libraries that know both languages parse a duration only where it is the whole text. What is no single
duration is none: a range ("2-3 years"), an age ("73-year-old"), the year in "11 سبتمبر 2022 يوم الأحد".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from index.dates import find_dates
from index.language import fold
from index.numbers import NUMBER, number_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from index.language import Folded

DurationUnit = Literal["year", "month", "week", "day", "hour", "minute", "second"]
Bound = Literal["exact", "about", "more", "less", "least", "most"]

# The longest first.
_UNITS: dict[DurationUnit, str] = {
    "year": "years? سنه سنوات سنين عام عاما اعوام",
    "month": "months? شهر شهرا اشهر شهور",
    "week": "weeks? اسبوع اسبوعا اسابيع",
    "day": "days? يوم يوما ايام",
    "hour": "hours? ساعه ساعات",
    "minute": "minutes? دقيقه دقايق",
    "second": "seconds? ثانيه ثواني ثوان",
}
_DUALS: dict[DurationUnit, str] = {
    "year": "عامين عامان سنتين سنتان",
    "month": "شهرين شهران",
    "week": "اسبوعين اسبوعان",
    "day": "يومين يومان",
    "hour": "ساعتين ساعتان",
    "minute": "دقيقتين دقيقتان",
    "second": "ثانيتين ثانيتان",
}
# In the order in which they are tried: "no more than" before "more than".
_BOUNDS: dict[Bound, str] = {
    "most": "at_most up_to (?:no|not)_more_than لا_[يت]زيد_(?:علي|عن) لا_[يت](?:تجاوز|تعدي) (?:لا|ليس)_اكثر_من",
    "least": "at_least (?:no|not)_less_than لا_[يت]قل_عن ما_لا_[يت]قل_عن",
    "about": "about around roughly nearly almost some approximately حوالي نحو قرابه تقريبا زهاء ما_يقارب",
    "more": "more_than over اكثر_من ما_[يت]زيد_(?:علي|عن) ازيد_من",
    "less": "less_than under اقل_من",
}
_AFTER: dict[Bound, str] = {
    "least": "at_least or_more علي_الاقل او_اكثر",
    "most": "at_most or_less علي_الاكثر او_اقل",
    "about": "or_so تقريبا",
}
# Half of a unit is told in the next smaller one.
_HALVES: dict[DurationUnit, tuple[float, DurationUnit]] = {
    "year": (6.0, "month"),
    "day": (12.0, "hour"),
    "hour": (30.0, "minute"),
}
# How far back a range or an age is looked for.
_REACH = 60


@dataclass(frozen=True, slots=True)
class FoundDuration:
    """A duration that stands in a text.

    Attributes:
        start: The first offset in the text, that of "about" where it is so qualified.
        end: One past the last.
        amount: How many of the unit.
        unit: Of what.
        bound: Whether the text says it exactly, as an approximation, or as a bound.
        rest: What is added to it in smaller units: "two hours and ten minutes".
    """

    start: int
    end: int
    amount: float
    unit: DurationUnit
    bound: Bound
    rest: tuple[tuple[float, DurationUnit], ...] = ()


def _words(table: Mapping[DurationUnit, str]) -> str:
    return "|".join("|".join(words.split()) for words in table.values())


def _named(prefix: str, table: Mapping[DurationUnit, str] | Mapping[Bound, str]) -> str:
    """An alternation with a named group for each entry: ``(?P<unit_year>years?|سنه)|…``."""
    parts = ((name, "|".join(words.split()).replace("_", r"\s+")) for name, words in table.items())
    return "|".join(f"(?P<{prefix}_{name}>{words})" for name, words in parts)


@cache
def _pattern() -> re.Pattern[str]:
    half = r"\s+and\s+a\s+half|\s+و\s?نصف"
    halves = {unit: _UNITS[unit] for unit in _HALVES}
    forms = (
        rf"(?:ال)?(?P<number>{NUMBER})(?P<plus1>{half})?[\s-]+(?:{_named('counted', _UNITS)})(?P<plus2>{half})?",
        rf"ال(?:{_named('listed', _UNITS)})\s+ال(?P<after>{NUMBER})",
        rf"(?:an?\s+)?(?:{_named('one', _UNITS)})(?P<plus3>{half})",
        rf"(?:{_named('single', _UNITS)})\s+واحده?",
        rf"(?:half\s+an?|نصف)\s+(?:{_named('half', halves)})",
        rf"(?:ال)?(?:{_named('dual', _DUALS)})(?P<plus4>{half})?",
    )
    return re.compile(
        rf"(?<!\w)(?<!\d[.,:/])[وبلف]?(?P<all>(?:(?:{_named('bound', _BOUNDS)})\s+)?(?:{'|'.join(forms)}))(?!\w)"
        rf"(?P<tail>\s+(?:{_named('bounded', _AFTER)})(?!\w))?"
    )


@cache
def _not_single() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before, and what stands after, a part of a range or an age."""
    one = rf"(?:{NUMBER}(?:\s+(?:{_words(_UNITS)}))?|{_words(_DUALS)})"
    to = r"(?:\s*[-–—/]\s*|\s+(?:to|or|الي|او|حتي)\s+)"
    before = rf"(?<!\w)(?:[وبلف]?{one}{to}|(?:between|بين)\s+{one}\s+(?:and\s+|و\s?)|(?:aged?|عمره|عمرها|العمر)\s+)$"
    return re.compile(before), re.compile(rf"{to}{one}(?!\w)|[\s-]olds?(?!\w)")


_BETWEEN = re.compile(r"(?<!\w)(?:between|بين)\s+$")
_AND_MORE = re.compile(r"\s+(?:and\s|و)")
_AND = re.compile(r"\s+(?:and\s+|و\s?)?|,\s+and\s+|،\s+و\s?")


def find_durations(text: str) -> list[FoundDuration]:
    """The durations of a text in their order, without overlap."""
    folded = fold(text)
    joined: list[FoundDuration] = []
    for found in _singles(text, folded):
        if joined and _adds(joined[-1], found, folded.text):
            rest = (*joined[-1].rest, (found.amount, found.unit))
            joined[-1] = replace(joined[-1], end=found.end, rest=rest)
        else:
            joined.append(found)
    spans = [folded.span(one.start, one.end) for one in joined]
    return [replace(one, start=start, end=end) for one, (start, end) in zip(joined, spans, strict=True)]


def _adds(first: FoundDuration, second: FoundDuration, text: str) -> bool:
    """Whether the second is the smaller part of one duration: "two hours" "and ten minutes"."""
    units = list(_UNITS)
    last = first.rest[-1][1] if first.rest else first.unit
    is_smaller = units.index(second.unit) > units.index(last)
    return is_smaller and second.bound == "exact" and bool(_AND.fullmatch(text, first.end, second.start))


def _singles(text: str, folded: Folded) -> Iterator[FoundDuration]:
    """Each amount of one unit, with its offsets in the folded text."""
    before, after = _not_single()
    dates: list[tuple[int, int]] | None = None
    for match in _pattern().finditer(folded.text):
        start, end = match.start("all"), match.end()
        near = max(0, start - _REACH)
        if before.search(folded.text, near, start) or after.match(folded.text, match.end("all")):
            continue
        if _BETWEEN.search(folded.text, near, start) and _AND_MORE.match(folded.text, end):
            continue
        if dates is None:
            dates = [(found.start, found.end) for found in find_dates(text)]
        at = folded.span(match.start("number"), match.end("number")) if match["number"] else None
        if at is not None and any(at[0] < last and first < at[1] for first, last in dates):
            continue
        yield _read(match, start, end)


def _read(match: re.Match[str], start: int, end: int) -> FoundDuration:
    told = {name: part for name, part in match.groupdict().items() if part is not None}
    kinds = {name.partition("_")[0]: name.partition("_")[2] for name in told if "_" in name}
    form = next(form for form in ("counted", "listed", "one", "single", "half", "dual") if form in kinds)
    unit = next(unit for unit in _UNITS if unit == kinds[form])
    bounds = {kinds.get("bound"), kinds.get("bounded")}
    bound: Bound = next((bound for bound in _BOUNDS if bound in bounds), "exact")
    if form == "half":
        amount, unit = _HALVES[unit]
        return FoundDuration(start, end, amount, unit, bound)
    number = told.get("number") or told.get("after")
    amount = number_value(number) if number else 2.0 if form == "dual" else 1.0
    if any(name.startswith("plus") for name in told):
        amount += 0.5
    return FoundDuration(start, end, amount, unit, bound)
