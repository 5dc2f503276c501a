"""The figures of a statement that another may contradict: amounts, dates and durations, each as the range that it may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.answer.comparison.known_counts import known_counts
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
_NOT_BEFORE = re.compile(
    r"(?:not\b[\w\s]{0,30}|cannot\b[\w\s]{0,30}|\b(?:no|earliest)\s+|عدم [\w\s]{0,30}|لن [\w\s]{0,30}|"
    r"لا [\w\s]{0,30})(?:before|earlier than|قبل)\s+$"
)
_BEFORE = re.compile(
    r"(?:\b(?:before|by)(?: the)?(?: end of| middle of)?|(?<!\w)(?:قبل|بحلول|حتي|"
    r"في موعد اقصاه)(?: نهايه| اخر| حلول| منتصف)?)\s+$"
)
_REACH = 60
_ROLES = (
    ("back", re.compile(
        r"^\s*(?:ago|earlier|before|old)\b|(?:\b(?:since|for the past|over the past|in the past)|"
        r"(?<!\w)[وف]?(?:قبل|منذ|بعد|عمره|عمرها))\s+$"
    )),
    ("on", re.compile(r"(?:\b(?:within|in|after|by)|(?<!\w)[وف]?(?:خلال|في غضون|غضون|بعد))\s+$")),
    ("each", re.compile(r"^\s*(?:each\b|apiece|per\b|(?:من|عن|ل)\s?كل\b|لكل|from each)")),
    ("more", re.compile(r"\b(?:further|additional|extra|another)\s+$|^\s*(?:اضافي|more\b|additional)")),
)  # fmt: skip
# From then on something is as it is; that is no day on which it happens.
_SINCE = re.compile(r"(?:\bsince|(?<!\w)منذ)(?: \w+)?\s+$")
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
        role: Of a duration, whether it leads back ("ago", "since"), on ("within"), or is how long something lasts; of an amount,
            whether it is added to what was there.
    """

    kind: FigureKind
    least: float
    most: float
    unit: str
    start: int
    end: int
    clause: str
    role: str = ""

    @property
    def is_finite(self) -> bool:
        """Whether it is bounded on both sides."""
        return abs(self.least) != _INFINITE and abs(self.most) != _INFINITE

    @property
    def nearest(self) -> float:
        """A number that it surely may mean."""
        return self.most if abs(self.least) == _INFINITE else self.least

    def excludes(self, other: Figure) -> bool:
        """Whether both cannot be true of one thing."""
        return self.least > other.most or other.least > self.most


def read_figures(statement: Statement, anchor: date | None) -> list[Figure]:
    """The figures of a statement, in their order.

    Args:
        statement: What is read.
        anchor: The day that it was published, by which "on 5 November" and "next Tuesday" are read.
    """
    text = statement.text
    found = [*_amounts(text), *_durations(text), *_dates(text, anchor)]
    taken = [(figure.start, figure.end) for figure in found]
    found += [
        figure for figure in _known(text) if not any(figure.start < end and start < figure.end for start, end in taken)
    ]
    return sorted(found, key=lambda figure: figure.start)


def _known(text: str) -> Iterator[Figure]:
    for number, noun, start, end in known_counts(text):
        yield Figure("count", number, number, noun, start, end, _clause(text, start, end))


def _amounts(text: str) -> Iterator[Figure]:
    for amount in find_amounts(text):
        if amount.kind == "share":
            continue
        least, most = _range(float(amount.value), float(amount.upto) if amount.upto is not None else None, amount.bound)
        unit = amount.currency or amount.unit or ""
        role = _role(text, amount.start, amount.end)
        role = role if role in {"more", "each"} else ""
        yield Figure(
            amount.kind, least, most, unit, amount.start, amount.end, _clause(text, amount.start, amount.end), role
        )


def _durations(text: str) -> Iterator[Figure]:
    for found in find_durations(text):
        amount = found.amount * _MINUTES[found.unit] + sum(more * _MINUTES[unit] for more, unit in found.rest)
        upto = found.upto[0] * _MINUTES[found.upto[1]] if found.upto is not None else None
        least, most = _range(amount, upto, found.bound)
        role = _role(text, found.start, found.end)
        yield Figure("duration", least, most, "", found.start, found.end, _clause(text, found.start, found.end), role)


def _dates(text: str, anchor: date | None) -> Iterator[Figure]:
    for period in find_periods(text, anchor):
        if period.grain not in {"day", "week", "month", "year"}:
            continue
        before = fold(text[max(0, period.start - _REACH) : period.start]).text
        if _SINCE.search(before):
            continue
        least, most = float(period.first.toordinal()), float(period.last.toordinal())
        if _NOT_BEFORE.search(before):
            most = _INFINITE
        elif _BEFORE.search(before):
            least = -_INFINITE
        yield Figure("date", least, most, "", period.start, period.end, _clause(text, period.start, period.end))


def _range(value: float, upto: float | None, bound: Bound) -> tuple[float, float]:
    # "From 12 to 5 per cent" goes down.
    least, most = sorted((value, value if upto is None else upto))
    if bound == "about":
        return least * (1 - _ABOUT), most * (1 + _ABOUT)
    if bound in {"more", "least"}:
        return least, _INFINITE
    if bound in {"less", "most"}:
        return -_INFINITE, most
    return least, most


def _role(text: str, start: int, end: int) -> str:
    before, after = fold(text[max(0, start - _REACH) : start]).text, fold(text[end : end + _REACH]).text
    return next((role for role, pattern in _ROLES if pattern.search(before) or pattern.search(after)), "")


def _clause(text: str, start: int, end: int) -> str:
    """The words around a stretch of a text, up to where the next clause begins, without those of the stretch."""
    # A comma right before it is of a date, not between clauses: "on Tuesday, 12 November".
    before = [match.end() for match in _CLAUSE.finditer(text, 0, start) if text[match.end() : start].strip()]
    after = _CLAUSE.search(text, end)
    return f"{text[before[-1] if before else 0 : start]} {text[end : after.start() if after else len(text)]}"
