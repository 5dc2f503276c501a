"""Which of several events a question means by its place in time: the last call, the previous one, the first.

An event counts where a passage tells of one of its sort with the day that it was on; it is not the likeness of words but that
day which decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answer.question_families import asking_sentence
from bot.answer.values.dates import dates
from bot.answer.values.likeness import likeness
from bot.answer.values.nearness import asked_words
from bot.answer.values.reading import Reading
from bot.answer.values.show import Showing
from index.language import fold
from index.lexicon import load_lexicon
from index.named.usual import is_usual
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bot.answer.types import Question, Value
    from bot.answer.values.candidate import Candidate
    from bot.answer.values.nearness import AskedWord
    from index.types import Hit

# The sorts of events, over folded text.
_SORTS = (
    re.compile(
        r"\b(?:call(?:s|ed)?|phone\w*|telephone\w*|spoke|speak|spoken|conversations?|talked|rang|on the line)\b|"
        r"(?<!\w)[وفب]?(?:ال)?(?:مكالم\w*|اتصال\w*|هاتفي\w*|محادثه|محادثته\w+|محادثتين|تحدث\w*|تكلم\w*|اتكلم\w*|كلم\w*|"
        r"حكي|حكوا|مهاتف\w*|تهاتف\w*)(?!\w)"
    ),
    re.compile(
        r"\b(?:met|meet|meeting|meetings|face to face|encounter)\b|"
        r"(?<!\w)[وفب]?(?:ال)?(?:لقا[ءي]?\w*|التق\w*|اجتماع\w*|اجتمع\w*|تقابل\w*)(?!\w)"
    ),
    re.compile(r"\b(?:visit(?:s|ed)?|trip)\b|(?<!\w)[وفب]?(?:ال)?(?:زياره|زيارات|زار|زارت|يزور)(?!\w)"),
)
# A day after these is that of the event before, if nothing else stands between: "the first call since 17 October 2024".
_SINCE = re.compile(r"(?:\bsince\s+(?:the one of\s+)?|(?<!\w)منذ\s+(?:اتصال\s+|مكالمه\s+|لقاء\s+)?)$")
_SINCE_OTHER = re.compile(r"(?:\bsince\b|(?<!\w)منذ(?!\w))[^.,;،؛]*$")
_BEFORE = re.compile(r"\b(?:before|prior to)\b|(?<!\w)قبل(?!\w)")
# How many words may stand between an event and its day.
_REACH = 14
_CALLED_LAST = re.compile(r"\b(?:last|previous|earlier)\b|(?<!\w)(?:اخر|السابق\w*)(?!\w)")
# A readout is published this many days after what it reports, at most.
_SOON = 2
# From here on two names are the same.
_SAME = 0.8
# Hits that score less than the first by more than this are of something else.
_MARGIN = 6.0


@dataclass(frozen=True, slots=True)
class Event:
    """An event that a passage tells of, with its day, and whether it calls that the last or the previous one."""

    hit: Hit
    day: date
    candidate: Candidate
    reading: Reading
    is_called_last: bool

    def value(self, question: Question) -> Value:
        """Its day, as it is shown to the asker."""
        passage = self.hit.passage
        return Showing(self.reading, None, self.hit.document, passage.start, load(question.language)).value(
            self.candidate
        )


def in_order(question: Question, hits: Sequence[Hit]) -> Event | None:
    """The event that a question means by its order, among the passages found; None where none has a day."""
    asked = asking_sentence(question.text)
    sort = next((pattern for pattern in _SORTS if pattern.search(asked)), None)
    if question.order is None or sort is None or not hits:
        return None
    found = _of_same_people(question, sort, [event for hit in _alike(hits) for event in _events(hit, sort)])
    if question.order == "previous" or _BEFORE.search(asked):
        found = _before(question, found)
    elif question.dates:
        return None
    if not found:
        return None
    day = (min if question.order == "first" else max)(event.day for event in found)
    # The best passage of those that tell of that day.
    return next(event for event in found if event.day == day)


def told_events(hit: Hit) -> list[Event]:
    """The events of any sort that a passage tells of with their days."""
    if hit.passage.kind != "sentence":
        return []
    return [event for sort in _SORTS for event in _events(hit, sort)]


def _alike(hits: Sequence[Hit]) -> list[Hit]:
    """The hits whose score is near that of the first."""
    best = max(hit.score for hit in hits)
    return [hit for hit in hits if hit.score >= best - _MARGIN and hit.passage.kind == "sentence"]


def _of_same_people(question: Question, sort: re.Pattern[str], found: list[Event]) -> list[Event]:
    """The events in which the most of those take part whom the question names, by their passage and what heads it."""
    told = fold(" ".join(name.text for name in question.names)).text
    names = [
        word.written
        for word in asked_words(question)
        if (word.folded in told or _may_be_name(word)) and not sort.search(word.folded)
    ]
    said = [_said(names, event) for event in found]
    return [event for event, count in zip(found, said, strict=True) if count >= max(said, default=0)]


def _may_be_name(word: AskedWord) -> bool:
    if word.folded.isascii():
        return word.written[0].isupper() or not load_lexicon().translations(word.folded)
    return not is_usual(word.folded)


def _said(names: Sequence[str], event: Event) -> int:
    document = event.hit.document
    head = f"{document.title} {document.issuer or ''} {document.side or ''}"
    told = re.findall(r"[^\W\d_]+", f"{event.hit.passage.text} {head}")
    return sum(any(likeness(name, other) >= _SAME for other in told) for name in names)


def _before(question: Question, found: list[Event]) -> list[Event]:
    """The events before the day that the question names, or else before the one that the last readout of them reports."""
    own = [event for event in found if _is_reported(event)]
    published = [day for day in (event.hit.document.published_on for event in found) if day is not None]
    until = min((one.first_day for one in question.dates), default=None)
    until = until or max((event.day for event in own), default=max(published, default=None))
    before = [
        event for event in found if until is not None and event.day < until and (question.dates or event not in own)
    ]
    # What the text itself calls the last or the previous one goes before what merely was earlier.
    return [event for event in before if event.is_called_last] or before


def _is_reported(event: Event) -> bool:
    """Whether an event is what its readout was published about."""
    published = event.hit.document.published_on
    return published is not None and 0 <= (published - event.day).days <= _SOON


def _events(hit: Hit, sort: re.Pattern[str]) -> Iterator[Event]:
    published = hit.document.published_on
    reading = Reading(hit.passage.text, published, hit.document.language, hit.document.text)
    folded = reading.folded.text
    places = [match.start() for match in sort.finditer(folded)]
    if not places:
        return
    own: list[tuple[int, Event]] = []
    for one in dates(reading):
        days = one.days
        if (
            days is None
            or days.hijri
            or days.limit not in {None, "by"}
            or (days.is_relative and days.period.grain != "day")
        ):
            continue
        at = reading.place(one.start)
        before = folded[max(0, at - 60) : at]
        is_since = bool(_SINCE.search(before))
        gap = min(len(folded[min(at, place) : max(at, place)].split()) for place in places)
        if gap > _REACH or (published is not None and days.period.first > published):
            continue
        event = Event(hit, days.period.first, one, reading, is_since or bool(_CALLED_LAST.search(before)))
        if is_since:
            yield event
        elif not _SINCE_OTHER.search(before):
            own.append((gap, event))
    # Of several days the nearest is that of the event: "announced on Saturday that he had called on Friday".
    if own:
        yield min(own, key=lambda each: each[0])[1]
