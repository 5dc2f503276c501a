"""The sentence that tells a value: with what bounds it, how long it was before the readout, and how long ago it is today."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answer.elapsed import elapsed, show_elapsed
from bot.answer.values.show_dates import show_date, show_limited
from index.language import fold

if TYPE_CHECKING:
    from datetime import date

    from bot.answer.elapsed import Case, Precision
    from bot.answer.types import Citation, Question, Value
    from prompts import Phrases

_LAST_CALL = re.compile(
    r"(?:اخر|السابقه?) \w*(?:مكالمه|محادثه|اتصال)|(?:ال)?(?:مكالمه|محادثه|اتصال) (?:ال)?(?:سابقه?|اخيره?)|"
    r"(?:last|previous|earlier) (?:phone |telephone )?(?:call|conversation)"
)
# How much of a duration's length the time that is computed may differ from it, for both to be of the same event.
_SAME = 0.15
_DAYS = {"year": 365.25, "month": 30.44, "week": 7.0, "day": 1.0}


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence is made of.

    Attributes:
        question: What was asked.
        citation: The first citation, in which the value stands.
        attribution: Who says it, as it is shown.
        today: The date at the asker's.
        event: For a question of how long it is since something, the day of that, where another passage gives it.
    """

    question: Question
    citation: Citation
    attribution: str
    today: date
    event: Value | None = None


def tell(told: Told, value: Value, phrases: Phrases) -> str:
    """The sentence for a value that is not the time of publication."""
    if value.kind == "date":
        return _tell_date(told, value, phrases)
    sentence = phrases.say("answer.value", attribution=told.attribution, value=value.text)
    if told.event is not None:
        sentence += " " + _computed("answer.event", told, told.event, phrases)
    return sentence


def is_of(event: Value, length: Value, published: date) -> bool:
    """Whether a length of time is that from the day of an event to that of the readout, as near as both are told."""
    if event.first is None or length.number is None or length.unit not in _DAYS:
        return False
    told = float(length.number) * _DAYS[length.unit]
    counted = (published - event.first).days
    return counted > 0 and abs(counted - told) <= _SAME * told


def _tell_date(told: Told, value: Value, phrases: Phrases) -> str:
    published = told.citation.document.published_on
    shown = show_limited(value.text, value.limit, phrases)
    is_before = published is not None and value.last is not None and value.last < published
    if told.question.kind == "how_long_since" and is_before:
        return _computed("answer.since", told, value, phrases)
    if is_before and not value.limit and _LAST_CALL.search(fold(told.citation.quote).text) and value.day:
        span = _span(value, published, phrases, "genitive")
        return phrases.say("answer.last_before", attribution=told.attribution, value=shown, elapsed=span)
    return phrases.say("answer.value", attribution=told.attribution, value=shown)


def _computed(name: str, told: Told, value: Value, phrases: Phrases) -> str:
    """A sentence with the time from a day to the readout, and from it to today where that is later."""
    published = told.citation.document.published_on
    sentence = phrases.say(
        name,
        attribution=told.attribution,
        value=value.text,
        published=show_date(published, phrases.language) if published else "",
        elapsed=_span(value, published, phrases),
    )
    if published is None or told.today <= published:
        return sentence
    today = show_date(told.today, phrases.language)
    return f"{sentence} {phrases.say('answer.by_today', today=today, elapsed=_span(value, told.today, phrases))}"


def _span(value: Value, until: date | None, phrases: Phrases, case: Case = "nominative") -> str:
    if value.first is None or until is None:
        return ""
    return show_elapsed(elapsed(value.first, until, _precision(value)), phrases, case)


def _precision(value: Value) -> Precision:
    if value.first is None or value.last is None or value.day:
        return "day"
    return "year" if (value.last - value.first).days > 31 else "month"
