"""The figures of a statement that another may contradict: amounts, dates and durations, each as the range that it may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from index.amounts import find_amounts
from index.durations import find_durations
from index.language import fold
from index.periods import find_periods

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.answer.comparison.statements import Statement
    from index.bounds import Bound

FigureKind = Literal["count", "money", "percent", "duration", "date"]

_MINUTES = {"second": 1 / 60, "minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43830, "year": 525960}
_INFINITE = float("inf")
# What "about" may leave out or add.
_ABOUT = 0.1
_NOT_BEFORE = re.compile(r"(?:not\b[\w\s]{0,30}|cannot\b[\w\s]{0,30}|\b(?:no|earliest)\s+|عدم [\w\s]{0,30}|لن [\w\s]{0,30}|لا [\w\s]{0,30})(?:before|earlier than|قبل)\s+$")
_BEFORE = re.compile(r"(?:\b(?:before|by)(?: the)?(?: end of| middle of)?|(?<!\w)(?:قبل|بحلول|حتي|في موعد اقصاه)(?: نهايه| اخر| حلول| منتصف)?)\s+$")
_REACH = 60
# What else a figure's own clause ends with.
_CLAUSE = re.compile(r"[,،;؛:]|\s(?:and|but|while|of which|which)\s|\s(?:فيما|بينما|حين)\s")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a statement.

    Attributes:
        kind: What it is a figure of.
        least: The least that it may mean: a number, minutes, or the ordinal of a day.
        most: The most.
        unit: What is counted, as written; the currency's code where it is known; empty for dates and durations.
        start: Where it stands in the statement's text.
        end: One past that.
        clause: The words that it stands among.
    """

    kind: FigureKind
    least: float
    most: float
    unit: str
    start: int
    end: int
    clause: str

    def excludes(self, other: Figure) -> bool:
        """Whether both cannot be true of one thing."""
        return self.least > other.most or other.least > self.most


def read_figures(statement: Statement, anchor: date | None) -> list[Figure]:
    """The figures of a statement, in their order.

    Args:
        statement: What is read.
        anchor: The day that it was published, by which "on 5 November" and "next Tuesday" are read.
    """
    found = [*_amounts(statement.text), *_durations(statement.text), *_dates(statement.text, anchor)]
    return sorted(found, key=lambda figure: figure.start)


def _amounts(text: str) -> Iterator[Figure]:
    for amount in find_amounts(text):
        if amount.kind == "share":
            continue
        least, most = _range(float(amount.value), float(amount.upto) if amount.upto is not None else None, amount.bound)
        unit = amount.currency or amount.unit or ""
        yield Figure(amount.kind, least, most, unit, amount.start, amount.end, _clause(text, amount.start, amount.end))


def _durations(text: str) -> Iterator[Figure]:
    for found in find_durations(text):
        amount = found.amount * _MINUTES[found.unit] + sum(more * _MINUTES[unit] for more, unit in found.rest)
        upto = found.upto * _MINUTES[found.unit] if found.upto is not None else None
        least, most = _range(amount, upto, found.bound)
        yield Figure("duration", least, most, "", found.start, found.end, _clause(text, found.start, found.end))


def _dates(text: str, anchor: date | None) -> Iterator[Figure]:
    for period in find_periods(text, anchor):
        if period.grain not in {"day", "week", "month"}:
            continue
        before = fold(text[max(0, period.start - _REACH) : period.start]).text
        least, most = float(period.first.toordinal()), float(period.last.toordinal())
        if _NOT_BEFORE.search(before):
            most = _INFINITE
        elif _BEFORE.search(before):
            least = -_INFINITE
        yield Figure("date", least, most, "", period.start, period.end, _clause(text, period.start, period.end))


def _range(value: float, upto: float | None, bound: Bound) -> tuple[float, float]:
    least, most = value, value if upto is None else upto
    if bound == "about":
        return least * (1 - _ABOUT), most * (1 + _ABOUT)
    if bound in {"more", "least"}:
        return least, _INFINITE
    if bound in {"less", "most"}:
        return -_INFINITE, most
    return least, most


def _clause(text: str, start: int, end: int) -> str:
    """The words around a stretch of a text, up to where the next clause begins, without those of the stretch."""
    before = [match.end() for match in _CLAUSE.finditer(text, 0, start)]
    after = _CLAUSE.search(text, end)
    return f"{text[before[-1] if before else 0 : start]} {text[end : after.start() if after else len(text)]}"
