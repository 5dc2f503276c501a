"""The days that a text names, one or many: dates, ranges, months, quarters, and what is named from the day of publication.

``index.dates`` tells the dates that stand in full; this tells all that can be made a first and a last day, "on Tuesday" and
"11 September" among it where the day of publication is given. Written by hand, for the reasons told there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from index.dated_periods import FoundPeriod, dated_periods, is_range
from index.language import fold
from index.offsets import whole_span
from index.parts_of_years import PartOfYear, parts_of_years
from index.relative import Kind, Relative, relatives
from index.spans import Grain, stepped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.language import Folded

__all__ = ["FoundPeriod", "Grain", "find_periods"]


@dataclass(frozen=True, slots=True)
class _Read:
    """A period on its way, with its offsets in the folded text, and what kind of name it has."""

    period: FoundPeriod
    kind: Kind = "other"
    steps: int = 0
    # Where the same date in the other calendar begins, if that stands before it.
    lead: int | None = None


# What may stand between two names of one day: "today, Tuesday", "الثلاثاء الموافق 8 يوليو".
_GLUE = re.compile(r"[\s,،(]*(?:(?:ال)?موافقا?\s*(?:ل\s*)?|on\s+|في\s+)?(?:the\s+)?")


def find_periods(text: str, anchor: date | None = None, *, day_first: bool = True) -> list[FoundPeriod]:
    """The periods of a text in their order, without overlap; the fullest reading of each.

    Args:
        text: What is read.
        anchor: The day that the text was published; without it nothing is read that needs it.
        day_first: Whether 11/9/2022 is in September; see ``index.dates.day_comes_first``.
    """
    folded = fold(text)
    day = anchor.date() if isinstance(anchor, datetime) else anchor
    found = [_Read(_named(one, is_resolved=one.is_resolved)) for one in parts_of_years(folded, day)]
    found += _apart(_dates(text, folded, day, day_first=day_first), found)
    if day is not None:
        found += _apart((_Read(_named(one), one.kind, one.steps) for one in relatives(text, folded, day)), found)
    told: list[FoundPeriod] = []
    for one in _glued(sorted(found, key=lambda read: read.period.start), folded.text):
        period = _leaned(one, told) if one.kind == "leaning" else one.period
        if period is None:
            continue
        start, end = whole_span(text, folded, period.start, period.end)
        told.append(replace(period, start=start, end=end))
    return told


def _dates(text: str, folded: Folded, anchor: date | None, *, day_first: bool) -> Iterator[_Read]:
    for period, lead in dated_periods(text, folded, anchor, day_first=day_first):
        yield _Read(period, lead=lead)


def _named(one: Relative | PartOfYear, *, is_resolved: bool = True) -> FoundPeriod:
    return FoundPeriod(one.start, one.end, *one.span, one.grain, is_resolved=is_resolved)


def _apart(found: Iterator[_Read], before: list[_Read]) -> list[_Read]:
    """Those of ``found`` that overlap none of ``before``, nor a longer one of themselves."""
    kept: list[_Read] = []
    for one in sorted(found, key=lambda read: read.period.start - read.period.end):
        spans = (
            (other.period.start if other.lead is None else other.lead, other.period.end) for other in (*before, *kept)
        )
        if not any(one.period.start < end and start < one.period.end for start, end in spans):
            kept.append(one)
    return kept


def _glued(found: list[_Read], text: str) -> list[_Read]:
    """The periods, where "today, Tuesday" and "Tuesday (8 July 2025)" are one day each: the date in full, where there is one."""
    told: list[_Read] = []
    for one in found:
        last = told[-1] if told else None
        if last and last.kind == one.kind == "weekday" and is_range(last.period, one.period, text):
            days = (one.period.first - last.period.first).days % 7
            period = replace(last.period, end=one.period.end, last=last.period.first + timedelta(days=days))
            told[-1] = _Read(period)
            continue
        if last is None or not _GLUE.fullmatch(
            text, last.period.end, one.lead if one.lead is not None else one.period.start
        ):
            told.append(one)
            continue
        near = [read.kind in {"day", "weekday"} for read in (last, one)]
        is_day = last.period.grain == one.period.grain == "day"
        if not is_day or not any(near) or last.kind == one.kind:
            told.append(one)
        elif all(near):
            told[-1:] = _agreed(last, one)
        else:
            told[-1] = one if near[0] else last
    return told


def _agreed(one: _Read, other: _Read) -> list[_Read]:
    """Two names of one day, "today, Tuesday", as one: the Tuesday where a text was dated a day off; none if they disagree."""
    day, weekday = (one, other) if one.kind == "day" else (other, one)
    off = (weekday.period.first.weekday() - day.period.first.weekday() + 3) % 7 - 3
    if abs(off) > 1:
        return []
    first = day.period.first + timedelta(days=off)
    return [_Read(replace(one.period, end=other.period.end, first=first, last=first), "day")]


def _leaned(one: _Read, told: list[FoundPeriod]) -> FoundPeriod | None:
    """What counts from the last day that the text named before it ("two days earlier"), or back from its publication."""
    days = [period for period in told if period.grain == "day" and period.first == period.last]
    if not days:
        return one.period if one.steps < 0 else None
    try:
        first, last = stepped(days[-1].first, one.period.grain, one.steps)
    except (ValueError, OverflowError):
        return None
    return replace(one.period, first=first, last=last)
