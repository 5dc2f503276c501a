"""Where and when both sides say that the next round, session or visit is to be."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.answer.comparison.figures import read_figures
from bot.answer.event import is_same_party
from bot.answer.values.places import places
from bot.answer.values.reading import Reading
from index.periods import find_periods

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.comparison.figures import Figure
    from bot.answer.comparison.laid import Laid
    from bot.answer.comparison.statements import Statement
    from index.types import Document

_ALIKE = {False: 0.5, True: 0.7}
_GATHERING = re.compile(
    r"\b(?:rounds?|sessions?|meetings?|meet|summits?|conferences?|talks|negotiations|commission|committee|ministers|experts|"
    r"office|visits?)\b|"
    r"(?<!\w)[وفبل]?(?:ال)?(?:جوله|جلسه|اجتماع\w*|قمه|موتمر|مباحثات|محادثات|مفاوضات|لجنه|وزير\w*|وزراء|خبراء|مكتب|زياره)(?!\w)"
)
_TO_BE = re.compile(
    r"\b(?:will|shall|is to|are to|would|to be)\b(?: \w+){0,3}? "
    r"(?:held|hold|meet|convene|open|opened|start|begin|gather|take place|be held)\b|"
    r"(?<!\w)[وف]?(?:ان )?س?(?:[يت]عقد\w*|[يت]جتمع\w*|[يت]لتقي\w*|[يت]لتيم|[يت]نطلق|[يت]بدا|[يت]فتح|"
    r"فتح|عقد|[يت]فتتح|افتتاح)(?!\w)"
)
# The weight of a place that a text says something is in.
_IN = 1.0
_MONTHS = frozenset(calendar.month_name)
_TOWN = re.compile(r"\b(?:in|at) (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})")


@dataclass(frozen=True, slots=True)
class _Gathering:
    places: tuple[str, ...]
    dates: tuple[Figure, ...]


def find_gatherings_apart(
    laid: Laid, one: Document, other: Document
) -> Iterator[tuple[Literal["place", "date"], Statement, Statement]]:
    """The statements on one gathering to come that put it in different places, or on days that exclude each other."""
    ours, theirs = _gatherings(laid.one, one), _gatherings(laid.other, other)
    for at, place in laid.best_among([*ours], [*theirs], _ALIKE[laid.in_one_language]):
        first, second = ours[at], theirs[place]
        if _are_apart(first.places, second.places, one, other):
            yield "place", laid.one[at], laid.other[place]
        elif len(first.dates) == len(second.dates) == 1 and first.dates[0].excludes(second.dates[0]):
            yield "date", laid.one[at], laid.other[place]


def _gatherings(statements: Sequence[Statement], document: Document) -> dict[int, _Gathering]:
    """What is told of gatherings to come, by the place of the statement."""
    found: dict[int, _Gathering] = {}
    for at, statement in enumerate(statements):
        if not _GATHERING.search(statement.folded) or not _TO_BE.search(statement.folded):
            continue
        reading = Reading(statement.text, document.published_on, document.language, document.text)
        named = tuple(statement.text[one.start : one.end] for one in places(reading) if one.weight >= _IN)
        if not named:
            named = tuple(
                match["name"]
                for match in _TOWN.finditer(statement.text)
                if not find_periods(match["name"], None) and match["name"] not in _MONTHS
            )
        figures = read_figures(statement, document.published_on or document.event)
        found[at] = _Gathering(named, tuple(one for one in figures if one.kind == "date"))
    return found


def _are_apart(ours: Sequence[str], theirs: Sequence[str], one: Document, other: Document) -> bool:
    """Whether one place each is named, they differ, and neither may lie in the other."""
    if len(ours) != 1 or len(theirs) != 1 or is_same_party(ours[0], theirs[0]):
        return False
    is_state = [
        any(side and is_same_party(place, side) for side in (one.side, other.side)) for place in (*ours, *theirs)
    ]
    return is_state[0] == is_state[1]
