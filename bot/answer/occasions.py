"""What is told of events across readouts: the passage that tells of each, both sides' accounts, and the words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from babel.lists import format_list

from bot.answer.occasion_kinds import asked_sort, asks_of_event
from bot.answer.ordering import told_events
from bot.answer.values import find_value, show_date
from index.types import Scope
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.catalogue import Occasion
    from bot.answer.narrowed import Narrowed
    from bot.answer.types import Question, Value
    from index.library import Library
    from index.types import Hit, Query

# Where a question names no event for certain, passages of other documents come first that score more by this.
_MARGIN = 3.0
# Passages of an event's readouts that are weighed by what is asked of it.
_LOOKED_AMONG = 40
# What the whole question counts beside what is asked of the event.
_WHOLE = 0.5


def search_within(library: Library, query: Query, narrowed: Narrowed, limit: int) -> tuple[list[Hit], list[Hit]]:
    """The passages of the documents that a question means, best first, and what of others would come among them.

    Where it may mean other documents after all, theirs come first if they fit far better.
    """
    if narrowed.sides:
        return _of_both_sides(library, query, narrowed, limit), []
    if narrowed.documents is None:
        return library.search(query, limit), []
    is_strict = narrowed.is_certain or narrowed.is_ordered
    weighed = library.search(query, limit if is_strict else _LOOKED_AMONG)
    everywhere = weighed[:limit]
    known = None if is_strict else [hit for hit in weighed if hit.document.id in narrowed.documents]
    hits = _search_there(library, replace(query, within=narrowed.scope), narrowed.there, limit, known)
    if not (is_strict or narrowed.is_one):
        best = max((hit.score for hit in hits), default=None)
        if best is None or everywhere[0].score > best + _MARGIN:
            return everywhere, []
    if not is_strict:
        # How sure an answer is was learned where nothing is narrowed: among fewer passages each looks surer than it is.
        places = {_place(hit): hit for hit in weighed}
        hits = [places.get(_place(hit), hit) for hit in hits]
    return hits, [hit for hit in everywhere if hit.document.id not in narrowed.documents]


def _search_there(
    library: Library, query: Query, there: str | None, limit: int, known: Sequence[Hit] | None = None
) -> list[Hit]:
    """The passages of an event's readouts, best first: by all that is asked, and by what is asked of the event.

    Args:
        library: What is searched.
        query: All that is asked, within the readouts.
        there: What is asked of the event; None where that is all.
        limit: How many.
        known: What all that is asked found of the readouts already, among others.
    """
    if there is None:
        return library.search(query, limit)
    hits = library.search(query, _LOOKED_AMONG) if known is None else known
    told = library.search(replace(query, text=there), _LOOKED_AMONG)
    whole, asked = ({_place(hit): hit.score for hit in some} for some in (hits, told))
    least, fewest = (min(some.values(), default=0.0) for some in (whole, asked))
    every = {_place(hit): hit for hit in (*told, *hits)}

    def score(hit: Hit) -> float:
        return _WHOLE * whole.get(_place(hit), least) + asked.get(_place(hit), fewest)

    return sorted(every.values(), key=score, reverse=True)[:limit]


def _place(hit: Hit) -> tuple[str, int]:
    return hit.document.id, hit.passage.number


def _of_both_sides(library: Library, query: Query, narrowed: Narrowed, limit: int) -> list[Hit]:
    """The best passage of each side, of the event of which both tell the most on what is asked, then all others."""
    found = [
        _search_there(library, replace(query, within=Scope(documents=side)), narrowed.there, limit)
        for side in narrowed.sides
    ]
    days: dict[object, list[Hit]] = {}
    for hits in found:
        seen = set()
        for hit in hits:
            day = hit.document.day
            if day not in seen:
                seen.add(day)
                days.setdefault(day, []).append(hit)
    best = max(days.values(), key=lambda some: (len(some), sum(hit.score for hit in some)), default=[])
    first = sorted(best, key=lambda hit: -hit.score)
    rest = sorted((hit for hits in found for hit in hits if hit not in first), key=lambda hit: -hit.score)
    return [*first, *rest][:limit]


def tell_occasion(question: Question, hits: Sequence[Hit], occasion: Occasion) -> tuple[Hit, Value | None]:
    """Of passages that report an event the one that tells of it with its day, and that day; else the best that tells of it."""
    for hit in hits:
        if hit.document.id in occasion.documents:
            for event in told_events(hit):
                if event.day == occasion.day:
                    return hit, event.value(question)
            value = find_value(question, hit.passage, hit.document) if hit.passage.kind == "sentence" else None
            if value is not None and value.first == value.last == occasion.day and asks_of_event(hit.passage.text):
                return hit, value
    telling = (hit for hit in hits if hit.passage.kind == "sentence" and asks_of_event(hit.passage.text))
    return next(telling, hits[0]), None


def compose_occasions(question: Question, occasions: Sequence[Occasion]) -> str:
    """How many events there were, and their days."""
    phrases = load(question.language)
    days = [show_date(one.day, question.language) for one in occasions]
    name = "occasions.calls" if asked_sort(question.text) == "call" else "occasions.occasions"
    return phrases.count(name, len(days), days=format_list(days, locale=question.language))
