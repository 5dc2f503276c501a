"""The value that answers a question, in one passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answer.question import sought
from bot.answer.types import Value
from bot.answer.values.actors import actors
from bot.answer.values.aligned import translated_reading
from bot.answer.values.asked import wanted
from bot.answer.values.beside import with_those_beside
from bot.answer.values.choice import Choice
from bot.answer.values.dates import dates
from bot.answer.values.durations import durations
from bot.answer.values.lists import lists
from bot.answer.values.negation import is_negated
from bot.answer.values.places import places
from bot.answer.values.quantities import quantities
from bot.answer.values.reading import Reading
from bot.answer.values.reasons import reasons
from bot.answer.values.show import Showing
from bot.answer.values.show_dates import show_date
from index.dates import find_dates
from index.language import fold
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.answer.types import Question, ValueKind
    from bot.answer.values.candidate import Candidate
    from index.types import Document, Hit, Passage

# Where the values of each kind are found.
_FINDERS: Mapping[ValueKind, Callable[[Reading], Iterable[Candidate]]] = {
    "date": dates,
    "duration": durations,
    "amount": quantities,
    "percentage": quantities,
    "person": actors,
    "organisation": actors,
    "place": places,
    "reason": reasons,
    "list": lists,
}


def find_value(question: Question, passage: Passage, document: Document) -> Value | None:
    """The value in a passage that answers a question; None where none of the kind that is asked for does.

    A byline holds the time of publication and nothing else, and nothing else holds that.
    """
    is_byline = passage.kind == "byline"
    if (sought(question) == "publication") != is_byline:
        return None
    if is_byline:
        return _publication(question, passage)
    reading = _read(passage, document)
    chosen = choose(question, reading)
    if chosen is None:
        return None
    other = translated_reading(passage, document, question.language)
    return Showing(reading, other, document, passage.start, load(question.language)).value(chosen)


def choose(question: Question, reading: Reading, *, denied: bool = False) -> Candidate | None:
    """What answers a question in a text, before it is shown; where ``denied``, also what the text says is not so."""
    kinds = wanted(question)
    finders = dict.fromkeys(_FINDERS[kind] for kind in kinds if kind in _FINDERS)
    candidates = [one for find in finders for one in find(reading)]
    if not candidates:
        return None
    choice = Choice(question, kinds, reading)
    chosen = choice.of(candidates, denied=denied)
    return with_those_beside(chosen, choice) if chosen and chosen.kind in {"person", "organisation"} else chosen


def denies_value(question: Question, passage: Passage, document: Document) -> bool:
    """Whether a passage holds nothing that answers but what it says is not so: "they did not meet on 5 May"."""
    if passage.kind == "byline" or not is_negated(fold(passage.text).text):
        return False
    reading = _read(passage, document)
    return choose(question, reading) is None and choose(question, reading, denied=True) is not None


def best_with_value(
    question: Question, hits: Sequence[Hit], is_objected_to: Callable[[Hit, Value], bool]
) -> tuple[Hit, Value] | None:
    """The first hit that holds a value which answers.

    Args:
        question: What is asked.
        hits: Best first. Where the very first denies what is asked, none answers.
        is_objected_to: Whether something speaks against a hit with its value: no reason to put it before the first.
    """
    for hit in hits:
        value = find_value(question, hit.passage, hit.document)
        if value is not None and (hit is hits[0] or not is_objected_to(hit, value)):
            return hit, value
        if value is None and hit is hits[0] and denies_value(question, hit.passage, hit.document):
            return None
    return None


def _read(passage: Passage, document: Document) -> Reading:
    return Reading(passage.text, document.published_on, document.language, document.text)


def _publication(question: Question, passage: Passage) -> Value | None:
    days = [found for found in find_dates(passage.text) if found.day is not None]
    if not days:
        return None
    day = days[0].first_day
    shown = show_date(day, question.language)
    return Value("date", passage.start + days[0].start, passage.start + days[0].end, shown, first=day, last=day)
