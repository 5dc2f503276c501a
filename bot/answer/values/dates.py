"""Dates that may answer: what ``index.periods`` finds, with the weekday, the limit and the part that stand beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from bot.answer.values.candidate import Candidate, NamedDays
from bot.answer.values.negation import is_limit_negated
from index.calendar_words import WHICH, any_of, months, weekdays
from index.dated_periods import FoundPeriod
from index.hijri import HIJRI_ERA, hijri_days, hijri_month, hijri_month_names
from index.periods import find_periods
from index.point_spans import point_span
from index.points import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.types import Limit
    from bot.answer.values.reading import Reading


def _named(names: str) -> str:
    """A pattern with a named group for each line: its name, then its words, folded; ``_`` is white space."""
    lines = (line.split() for line in names.strip().splitlines())
    return "|".join(f"(?P<{name}>{'|'.join(words)})" for name, *words in lines).replace("_", r"\s+")


_LIMITS = _named(
    """
    by by no_later_than not_later_than بحلول في_موعد_اقصاه في_موعد_لا_يتجاوز
    before before prior_to قبل قبيل
    after after following ما_بعد بعد عقب
    until until till حتي لغايه
    """
)
_PARTS = _named(
    """
    end end_of نهايه ختام
    mid middle_of mid منتصف
    early beginning_of start_of early بدايه مطلع اوايل مستهل
    late late اواخر
    firstweek first_week_of الاسبوع_الاول_من
    lastweek last_week_of الاسبوع_الاخير_من
    """
)
_HOURS_BEFORE = _named(
    """
    dawn فجر
    morning صباح
    noon ظهر
    afternoon عصر بعد_ظهر
    evening مساء
    night ليله ليل
    """
)
_HOURS_AFTER = _named(
    """
    dawn فجرا
    morning morning صباحا
    noon noon midday ظهرا
    afternoon afternoon عصرا
    evening evening مساء
    night night ليلا
    """
)
_LIMIT = re.compile(rf"(?<!\w)(?:{_LIMITS})(?:\s+(?:the|يوم))?\s+$")
_PART = re.compile(rf"(?<!\w)(?:the\s+)?(?:{_PARTS})(?:\s+(?:شهر|عام|سنه))?[\s-]+$")
_HOUR_BEFORE = re.compile(rf"(?<!\w)(?:{_HOURS_BEFORE})\s+(?:يوم\s+)?$")
_HOUR_AFTER = re.compile(rf"\s+(?:{_HOURS_AFTER})(?!\w)")
_LIMIT_OF: dict[str, Limit] = {"by": "by", "before": "before", "after": "after", "until": "until"}
_NOT: dict[Limit, Limit] = {"before": "not_before", "after": "not_after", "until": "not_until"}
# What is said of a day that is told by its number: "30 أغسطس الماضي".
_WHICH_AFTER = re.compile(rf"\s+{WHICH}$")
_NO_FIGURE = re.compile(r"[^\d]*")


def dates(reading: Reading) -> Iterator[Candidate]:
    """The dates of a passage in their order."""
    found = find_periods(reading.text, reading.published)
    found += _bare_months(reading, [(one.start, one.end) for one in found])
    for period in sorted(found, key=lambda one: one.start):
        yield _beside(period, reading)
    yield from _hijri(reading)


def _beside(period: FoundPeriod, reading: Reading) -> Candidate:
    """A date with what stands beside it."""
    folded = reading.folded.text
    at, until = reading.place(period.start), reading.place(period.end)
    named = folded[at:until]
    is_relative = period.is_resolved and bool(_NO_FIGURE.fullmatch(named)) and not _a_month().search(named)
    days = NamedDays(period, is_relative=is_relative)
    hour = _HOUR_AFTER.match(folded, until) or _HOUR_BEFORE.search(folded, max(0, at - 16), at)
    if hour and is_relative and period.grain == "day" and period.first == period.last:
        name = _name(hour)
        at, until = min(at, hour.start(name)), max(until, hour.end(name))
        days = replace(days, hour=name)
    part = _PART.search(folded, max(0, at - 24), at)
    if part and period.grain != "day":
        at = part.start(_name(part))
        days = replace(days, part=_name(part))
    weekday = _weekday_before().search(folded, max(0, at - 24), at)
    limit = _LIMIT.search(folded, max(0, at - 40), weekday.start() if weekday else at)
    if limit:
        named = _LIMIT_OF[_name(limit)]
        is_not = is_limit_negated(folded[max(0, limit.start() - 80) : limit.start()])
        days = replace(days, limit=_NOT.get(named, named) if is_not else named)
    which = _WHICH_AFTER.search(folded, at, until)
    if which and not is_relative and any(character.isdigit() for character in folded[at : which.start()]):
        until = which.start()
    start, end = reading.span(at, until)
    return Candidate("date", start, end, days=days)


def _name(match: re.Match[str]) -> str:
    return next(name for name, part in match.groupdict().items() if part)


@cache
def _a_month() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وبل]?{any_of(months())}(?!\w)")


@cache
def _weekday_before() -> re.Pattern[str]:
    which = r"(?:\s+(?:المقبل|القادم|الماضي|المنصرم))?"
    return re.compile(rf"(?<!\w)(?P<day>{any_of(weekdays())}{which})(?:\s*[,،]|\s+الموافق|\s+في)?\s+(?:the\s+)?$")


_MONTH_AFTER = (
    r"(?<!\w)(?:to|before|after|end\s+of|start\s+of|beginning\s+of|middle\s+of|week\s+of|"
    r"until|الي|قبل|بعد|من)\s+(?:شهر\s+)?"
)


@cache
def _bare_month() -> re.Pattern[str]:
    return re.compile(rf"{_MONTH_AFTER}(?P<month>{any_of(months())})(?!\w)(?!\s+\d)")


def _bare_months(reading: Reading, taken: list[tuple[int, int]]) -> list[FoundPeriod]:
    """Months that only a preposition brings: "postponed to October", "the end of August"."""
    if reading.published is None:
        return []
    found: list[FoundPeriod] = []
    for match in _bare_month().finditer(reading.folded.text):
        start, end = reading.span(match.start("month"), match.end("month"))
        if any(start < last and first < end for first, last in taken):
            continue
        month = months()[match["month"]]
        if match["month"].isascii() and not reading.text[start].isupper():
            continue
        span = point_span(
            Point(match.start("month"), match.end("month"), month=month), reading.folded.text, reading.published
        )
        if span is not None:
            found.append(FoundPeriod(start, end, *span, "month", is_resolved=True))
    return found


@cache
def _hijri_date() -> re.Pattern[str]:
    month = rf"(?P<month>{hijri_month_names()})"
    return re.compile(
        rf"(?:(?<![\d./-])(?P<day>\d{{1,2}})\s+(?:من\s+|of\s+)?)?(?<!\w){month}[,،]?\s+(?:(?:ل?عام|"
        rf"سنه)\s+)?(?P<year>1[34]\d\d)(?!\d)(?:\s?{HIJRI_ERA})?"
    )


def _hijri(reading: Reading) -> Iterator[Candidate]:
    for match in _hijri_date().finditer(reading.folded.text):
        hijri = int(match["year"]), hijri_month(match["month"]), int(match["day"]) if match["day"] else None
        span = hijri_days(*hijri)
        if span is None:
            continue
        start, end = reading.span(match.start(), match.end())
        period = FoundPeriod(start, end, *span, "day" if match["day"] else "month", hijri=hijri, is_converted=True)
        yield Candidate("date", start, end, days=NamedDays(period, hijri=True))
