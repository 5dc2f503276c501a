"""Durations in a text, with their offsets: "about 3 years", "حوالي 3 سنوات", "شهرين", "two hours and ten minutes".

Written by hand: the libraries that know both languages parse a duration only where it is the whole text. What is no single
duration is none: a range ("2-3 years") unless ranges are asked for, an age ("73-year-old"), the year in "11 سبتمبر 2022 يوم
الأحد", and a unit alone ("a year", "عام") that nothing says to be a measure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.bounds import Bound, bound_apart, bound_of
from index.calendar_words import months
from index.dates import find_dates
from index.duration_words import (
    AGED,
    EVERY,
    LATER,
    OF_TIME,
    OPENED,
    SINCE,
    SMALLER,
    TIMED,
    TOLD_IN,
    UNITS,
    WHICH,
    WITHIN,
    YESTERDAY,
    DurationUnit,
    duration_pattern,
    range_after,
    range_before,
)
from index.hijri import hijri_month_names
from index.language import fold
from index.numbers import number_value
from index.offsets import whole_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.language import Folded

__all__ = ["Bound", "DurationUnit", "FoundDuration", "find_durations"]

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
        upto: The other end of a range, "three to five years".
    """

    start: int
    end: int
    amount: float
    unit: DurationUnit
    bound: Bound
    rest: tuple[tuple[float, DurationUnit], ...] = ()
    upto: tuple[float, DurationUnit] | None = None


_AND_MORE = re.compile(r"\s+(?:and\s|و)")
_AND = re.compile(r"\s+(?:and\s+|و\s?)?|,\s+and\s+|،\s+و\s?")
_LEADS = re.compile(r"\s+(?:and\s|و)")
_FORMS = ("counted", "listed", "one", "ones", "single", "part", "dual", "long", "bare", "lone", "alone")


def find_durations(text: str, *, ranges: bool = False) -> list[FoundDuration]:
    """The durations of a text in their order, without overlap.

    Args:
        text: What is read.
        ranges: Whether "three to five years" is told, with ``upto``; else what is no single duration is left out.
    """
    folded = fold(text)
    joined: list[FoundDuration] = []
    waiting: FoundDuration | None = None
    for found, is_certain in _singles(text, folded, ranges=ranges):
        before = waiting or (joined[-1] if joined else None)
        if before and _adds(before, found, folded.text):
            whole = replace(before, end=found.end, rest=(*before.rest, (found.amount, found.unit), *found.rest))
            joined[len(joined) - (waiting is None) :] = [whole]
            waiting = None
        else:
            waiting = None if is_certain else found
            joined += [found] if is_certain else []
    spans = [whole_span(text, folded, one.start, one.end) for one in joined]
    return [replace(one, start=start, end=end) for one, (start, end) in zip(joined, spans, strict=True)]


def _adds(first: FoundDuration, second: FoundDuration, text: str) -> bool:
    """Whether the second is the smaller part of one duration: "two hours" "and ten minutes"."""
    units = list(UNITS)
    last = first.rest[-1][1] if first.rest else first.unit
    is_smaller = units.index(second.unit) > units.index(last) and not (first.upto or second.upto)
    return is_smaller and second.bound == "exact" and bool(_AND.fullmatch(text, first.end, second.start))


def _singles(text: str, folded: Folded, *, ranges: bool) -> Iterator[tuple[FoundDuration, bool]]:
    """Each amount of one unit, with its offsets in the folded text, and whether it is one without a smaller part."""
    dates: list[tuple[int, int]] | None = None
    for match in duration_pattern().finditer(folded.text):
        kinds = _kinds(match)
        start, end = match.start("all"), match.end()
        before = folded.text[max(0, start - _REACH) : start]
        if _is_other(match, kinds, before):
            continue
        if match["number"]:
            if dates is None:
                dates = [(found.start, found.end) for found in find_dates(text)]
            at = folded.span(match.start("number"), match.end("number"))
            if any(at[0] < last and first < at[1] for first, last in dates):
                continue
        found = _read(match, kinds, start, end)
        if found.bound == "exact":
            found = replace(found, bound=bound_apart(folded.text, start))
        opening = range_before().search(before)
        if opening and (opening["between"] or not opening["joined"]):
            if ranges and found.bound in {"exact", bound_of(opening)} and not found.rest:
                yield _range(opening, found, start - len(before)), True
            continue
        is_alone = bool(kinds.keys() & {"lone", "alone"}) and found.bound == "exact" and not match["lasting"]
        is_alone = is_alone and not _is_measured(folded.text, start, end)
        if not is_alone or _LEADS.match(folded.text, end):
            yield found, not is_alone


def _is_measured(text: str, start: int, end: int) -> bool:
    """Whether what stands around a unit alone says that it is a measure: "a year later", "بعد عام من الحرب"."""
    if text[start:end].isascii():
        return bool(LATER.match(text, end) or WITHIN.search(text[max(0, start - _REACH) : start]))
    return bool(SINCE.search(text[max(0, start - _REACH) : start])) and not YESTERDAY.match(text, end)


def _is_other(match: re.Match[str], kinds: dict[str, str], before: str) -> bool:
    """Whether it is the first part of a range, an age, or no time at all."""
    text = match.string
    if range_after().match(text, match.end("all")) or AGED.search(before) or not _is_time(match, kinds, before):
        return True
    return bool(OPENED.search(before) and _AND_MORE.match(text, match.end()))


def _kinds(match: re.Match[str]) -> dict[str, str]:
    """The unit of the form that matched, by the form's name, and the parts that are added or taken."""
    told = (name.partition("_") for name, part in match.groupdict().items() if part is not None)
    return {form: unit for form, _, unit in told}


def _form(kinds: dict[str, str]) -> str:
    return next(form for form in _FORMS if kinds.get(form))


def _is_time(match: re.Match[str], kinds: dict[str, str], before: str) -> bool:
    """Whether words that are more than units are units here: عقد is a decade or a contract, عام a year or "public"."""
    form = _form(kinds)
    after = match.string[match.end("all") : match.end("all") + 20]
    if form == "alone":
        following = re.match(r"\s+(\w+\s*\w*)", after)
        words = following[1].split() if following else []
        is_name = bool(words) and (words[0] in months() or " ".join(words) in months())
        is_name = is_name or re.match(rf"\s+(?:{hijri_month_names()})(?!\w)", after) is not None
        return not (is_name or re.match(r"\s+(?:\d|ال)", after) or EVERY.search(before))
    unit = kinds[form]
    written = match[f"{form}_{unit}"]
    if unit not in {"decade", "century"} or form == "part" or written.isascii():
        return True
    return bool(TIMED.search(before) or OF_TIME.match(after)) and not WHICH.match(after)


def _read(match: re.Match[str], kinds: dict[str, str], start: int, end: int) -> FoundDuration:
    form = _form(kinds)
    number = match["number"] or match["after"]
    amount = number_value(number) if number else 2.0 if form == "dual" else 1.0
    factor, unit = TOLD_IN[kinds[form]]
    size, smaller = SMALLER.get(kinds[form], (1, unit))
    bound = bound_of(match)
    if match["share"]:
        return FoundDuration(start, end, round(size * _share(match["share"]), 6), smaller, bound)
    amount += _share(next((match[name] for name in ("plus0", "plus1", "plus2", "plus4") if match[name]), ""))
    if smaller == unit or amount % 0.5 == 0:
        return FoundDuration(start, end, amount * factor, unit, bound)
    # A quarter or a third of it is told in the next smaller unit.
    whole, part = int(amount), round(size * (amount % 1), 6)
    if whole == 0:
        return FoundDuration(start, end, part, smaller, bound)
    if number and "." in number:
        return FoundDuration(start, end, amount * factor, unit, bound)
    return FoundDuration(start, end, float(whole * factor), unit, bound, ((part, smaller),))


def _range(opening: re.Match[str], found: FoundDuration, offset: int) -> FoundDuration:
    """The range of which ``found`` is the second part; ``offset`` is where the text of ``opening`` begins."""
    kinds = _kinds(opening)
    form = next((form for form in ("counted", "dual", "lone", "alone") if kinds.get(form)), None)
    factor, unit = TOLD_IN[kinds[form]] if form else (1, found.unit)
    amount = number_value(opening["number"]) if opening["number"] else 2.0 if form == "dual" else 1.0
    start = offset + opening.start("between" if opening["between"] else "first")
    bound = bound_of(opening)
    return FoundDuration(start, found.end, amount * factor, unit, bound, upto=(found.amount, found.unit))


def _share(words: str) -> float:
    """What part of a unit some words are; less than 0 where they take it away."""
    third, quarter, half = "ثلث" in words, "quarter" in words or "رب" in words, "half" in words or "نصف" in words
    share = 1 / 3 if third else 0.25 if quarter else 0.5 if half else 0.0
    if "three" in words or "ثلاثه" in words:
        return 0.75
    return -share if "الا " in words else share
