"""Figures of two readouts that cannot both be true of the same thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Literal

from bot.answer.comparison.figures import read_figures
from bot.answer.comparison.lasting import find_lasting
from index.language import fold
from index.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bot.answer.comparison.figures import Figure
    from bot.answer.comparison.laid import Laid

ApartKind = Literal["number", "date", "duration"]

# How alike two units must be to count the same things.
_SAME_UNIT = 0.79
# Figures that lie further apart than this are of different things.
_FURTHEST = 8
# From this likeness of their statements on, equal figures are taken to be of one thing.
_AGREEING = 0.3
# From this likeness on two statements across languages are of the same payment.
_PAID = 0.53
# In days.
_MONTH = 31
_HARMED = (
    ("killed", re.compile(
        r"\b(?:killed|dead|died|deaths?|fatalities|lives)\b|"
        r"(?<!\w)[وفبل]?(?:ال)?(?:قتل\w*|قتيلا?|مقتل|وفاه|وفيات|توفي\w*|ضحايا|حياه|مصرع|اودت?|اودي)(?!\w)"
    )),
    ("hurt", re.compile(
        r"\b(?:wounded|injured|hurt|injuries)\b|(?<!\w)[وفبل]?(?:ال)?(?:جرح\w*|جريحا?|اصاب\w*|اصيب\w*|مصاب\w*)(?!\w)"
    )),
)  # fmt: skip
_PAYING = re.compile(
    r"\b(?:pay|pays|paid|contribut\w+|give|gives|gave|lend|lends|lent|provid\w+|grant\w*|donat\w+|offer\w*|invest\w*|costs?)\b|"
    r"(?<!\w)[وف]?س?(?:[يت]دفع|دفعت?|[يت]سهم|[يت]ساهم|اسهمت?|[يت]قدم|قدمت?|[يت]منح|منحت?|تبرعت?|[يت]تبرع|[يت]قرض|[يت]كلف|"
    r"كلفته|كلفتها|نفقات\w*|[يت]ستثمر)(?!\w)"
)
# Of measures every text has many: what is measured must be told alike, too.
_MEASURES = frozenset(
    """ton tons tonnes tonne km kilometre kilometres kilometers metres meters litres barrels hectares miles degrees kilograms
    kilogrammes percent طن طنا كيلومتر كيلومترا متر مترا لتر لترا برميل برميلا هكتار هكتارا كيلوغرام كيلوغراما كيلوغرامات
    اطنان مكعب مكعبا مرة مرات times""".split()  # noqa: SIM905 - a list of words reads better as text
)


@dataclass(frozen=True, slots=True)
class Apart:
    """Two figures that exclude each other.

    Attributes:
        kind: What they are.
        at: The place of the statement among those of the first readout.
        other: The same of the second.
        figure: The first's.
        against: The second's.
    """

    kind: ApartKind
    at: int
    other: int
    figure: Figure
    against: Figure


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two figures that may be of the same thing; ``near`` is how alike their clauses are, ``alike`` their statements."""

    at: int
    other: int
    figure: Figure
    against: Figure
    alike: float
    near: float
    is_best: bool
    in_one_language: bool
    said: tuple[str, str]

    @property
    def total(self) -> float:
        return 2 * self.alike + self.near


def find_apart(laid: Laid, published: tuple[date | None, date | None]) -> list[Apart]:
    """The figures of two readouts that exclude each other, in the order of the first.

    Args:
        laid: Their statements.
        published: When each was published.
    """
    ours = [read_figures(statement, published[0]) for statement in laid.one]
    theirs = [read_figures(statement, published[1]) for statement in laid.other]
    found: list[Apart] = []
    lasting = find_lasting(laid.one), find_lasting(laid.other)
    if lasting[0] and lasting[1]:
        (one, figure), (other, against) = lasting[0], lasting[1]
        at, place = laid.one.index(one), laid.other.index(other)
        if figure.excludes(against):
            found.append(Apart("duration", at, place, figure, against))
    length = [None if one is None else one[1] for one in lasting]
    pairs = [pair for pair in _pairs(laid, ours, theirs) if pair.figure != length[0] and pair.against != length[1]]
    agreed_ours = {(pair.at, pair.figure) for pair in pairs if _agree(pair)}
    agreed_theirs = {(pair.other, pair.against) for pair in pairs if _agree(pair)}
    for pair in pairs:
        if (pair.at, pair.figure) in agreed_ours or (pair.other, pair.against) in agreed_theirs:
            continue
        if pair.figure.kind == "date" and (_is_day(pair.figure, published[0]) or _is_day(pair.against, published[1])):
            continue
        if pair.figure.excludes(pair.against) and _is_closest(pair, pairs) and _are_of_one(pair):
            kind: ApartKind = (
                "date" if pair.figure.kind == "date" else "duration" if pair.figure.kind == "duration" else "number"
            )
            found.append(Apart(kind, pair.at, pair.other, pair.figure, pair.against))
    return sorted(found, key=lambda apart: (apart.at, apart.figure.start))


def _pairs(laid: Laid, ours: Sequence[list[Figure]], theirs: Sequence[list[Figure]]) -> list[_Pair]:
    found: list[_Pair] = []
    for at, other in product(range(len(laid.one)), range(len(laid.other))):
        for figure, against in product(ours[at], theirs[other]):
            if figure.kind != against.kind or figure.role != against.role:
                continue
            if not _same_unit(figure, against, laid) and not _are_alone(figure, against, ours[at], theirs[other], laid):
                continue
            asked = laid.one[at].asked or "", laid.other[other].asked or ""
            clauses = f"{asked[0]} {figure.clause}", f"{asked[1]} {against.clause}"
            near = (laid.beside.borne_out(*clauses) + laid.beside.borne_back(*clauses)) / 2
            alike = float(laid.score[at, other])
            found.append(
                _Pair(
                    at,
                    other,
                    figure,
                    against,
                    alike,
                    near,
                    laid.is_best(at, other),
                    laid.in_one_language,
                    (laid.one[at].folded, laid.other[other].folded),
                )
            )
    return found


def _same_unit(figure: Figure, against: Figure, laid: Laid) -> bool:
    if figure.kind == "count" and against.kind == "count":
        harm, other = _harm(figure), _harm(against)
        if harm or other:
            return harm == other
    if figure.kind in {"date", "duration", "percent"} or figure.unit == against.unit:
        return True
    alike = (laid.beside.alike(*words) for words in product(split_words(figure.unit), split_words(against.unit)))
    return max(alike, default=0.0) >= _SAME_UNIT


def _are_alone(figure: Figure, against: Figure, ours: Sequence[Figure], theirs: Sequence[Figure], laid: Laid) -> bool:
    """Whether each is the one count of its statement, of what no word list may know in both languages."""
    if laid.in_one_language or figure.kind != "count" or _is_measure(figure) or _is_measure(against):
        return False
    return all(sum(one.kind == "count" for one in figures) == 1 for figures in (ours, theirs))


def _is_paid(pair: _Pair) -> bool:
    """Whether both statements tell of a payment, and not of what a thing is worth or has."""
    return all(_PAYING.search(said) for said in pair.said)


def _harm(figure: Figure) -> str:
    """What befell those who are counted, where the words around tell it."""
    words = f"{fold(figure.clause).text} {fold(figure.unit).text}"
    return next((harm for harm, pattern in _HARMED if pattern.search(words)), "")


def _agree(pair: _Pair) -> bool:
    """Whether both statements give one figure of what may be the same thing."""
    if pair.figure.excludes(pair.against) or not (pair.figure.is_finite and pair.against.is_finite):
        return False
    widths = sorted((pair.figure.most - pair.figure.least, pair.against.most - pair.against.least))
    # A day says nothing of what happens at some time of its year.
    return pair.alike >= _AGREEING and (pair.figure.kind != "date" or widths[1] - widths[0] <= _MONTH)


def _is_closest(pair: _Pair, pairs: Iterable[_Pair]) -> bool:
    beside = (
        one
        for one in pairs
        if one.figure.kind == pair.figure.kind
        and ((one.at, one.figure) == (pair.at, pair.figure) or (one.other, one.against) == (pair.other, pair.against))
    )
    return all(one.total <= pair.total for one in beside)


def _are_of_one(pair: _Pair) -> bool:
    """Whether two figures are surely of the same thing; what it takes was chosen on ``tests/gold/contradictions.jsonl``."""
    alike, near = pair.alike, pair.near
    if pair.figure.kind == "date":
        return (alike >= 0.6 and near >= 0.35) or (pair.is_best and alike >= 0.85 and near >= 0.2)
    if not _is_comparable(pair.figure, pair.against):
        return False
    if pair.figure.kind == "count" and _is_measure(pair.figure):
        return alike >= 0.7 and near >= 0.4
    if pair.figure.kind == "count":
        return (alike >= 0.35 and near >= 0.2) or (pair.is_best and alike >= 0.8)
    is_rest = pair.figure.kind == "percent" and abs(pair.figure.least + pair.against.least - 100) < 0.01
    if pair.figure.kind == "money":
        # What is paid for differs more often than what is counted: in one language it must be told in the same words.
        return pair.is_best and (
            near >= 0.35 and alike >= 0.85 if pair.in_one_language else alike >= (_PAID if _is_paid(pair) else 0.85)
        )
    return pair.is_best and alike >= 0.55 and not is_rest


def _is_day(figure: Figure, published: date | None) -> bool:
    """Whether a date is that of the event itself, of which the other readout tells under the same date."""
    return published is not None and figure.is_finite and abs(published.toordinal() - figure.most) <= 1


def _is_comparable(figure: Figure, against: Figure) -> bool:
    values = sorted(value for value in (figure.nearest, against.nearest) if value)
    return len(values) == 2 and values[0] > 0 and values[1] <= _FURTHEST * values[0]


def _is_measure(figure: Figure) -> bool:
    return any(word.casefold() in _MEASURES for word in split_words(figure.unit))
