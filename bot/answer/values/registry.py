"""The kinds of value and where each is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answer.values.actors import actors
from bot.answer.values.asked import wanted
from bot.answer.values.choice import Choice
from bot.answer.values.dates import dates
from bot.answer.values.durations import durations
from bot.answer.values.quantities import quantities
from bot.answer.values.places import places
from bot.answer.values.reasons import reasons
from bot.answer.values.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bot.answer.types import Question, ValueKind
    from bot.answer.values.candidate import Candidate
    from index.types import Document, Passage

KINDS: Mapping[ValueKind, Callable[[Reading], Iterable[Candidate]]] = {
    "date": dates,
    "duration": durations,
    "count": quantities,
    "amount": quantities,
    "percentage": quantities,
    "person": actors,
    "organisation": actors,
    "place": places,
    "reason": reasons,
}


def find_candidate(question: Question, passage: Passage, document: Document) -> Candidate | None:
    kinds = wanted(question)
    finders = dict.fromkeys(KINDS[kind] for kind in kinds if kind in KINDS)
    if not finders:
        return None
    published = document.published.date() if document.published else None
    reading = Reading(passage.text, published, document.language, document.text)
    candidates = [one for find in finders for one in find(reading)]
    return Choice(question, kinds, reading).of(candidates)
