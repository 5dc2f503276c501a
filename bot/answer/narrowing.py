"""Which documents of a library a question means: by whom it names, by its period, and by its place in the order of events."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.answer.account_asked import by_account
from bot.answer.asked_there import asked_there
from bot.answer.landmarks import day_of
from bot.answer.narrowed import Narrowed
from bot.answer.occasion_kinds import asked_sort, asks_of_event, asks_only_of_event, reported_sort, wanted
from bot.answer.placing import place_asked
from bot.answer.question_families import asking_sentence
from bot.answer.span import Span, read_bounding, read_landmark, read_span
from index.periods import find_periods

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.answer.catalogue import Catalogue, Mention, Occasion
    from bot.answer.span import Landmark
    from bot.answer.types import Question
    from index.library import Library

_TWO = 2


def narrow(question: Question, library: Library, catalogue: Catalogue, today: date) -> Narrowed:
    """Which documents a question means; what it says nothing of narrows nothing.

    Args:
        question: What is asked.
        library: What is searched.
        catalogue: Who takes part in its events.
        today: The day at the asker's.
    """
    mentions = catalogue.mentions(question.text)
    chosen, is_pair = _of_parties(catalogue, mentions)
    span, landmark = read_span(question, today), None
    if span is None and (landmark := read_landmark(question)) is not None:
        span = _from_landmark(day_of(landmark.text, library, today), landmark.edge)
    known = _known(question, mentions, landmark, today)
    if span is not None and span.is_open and (bounding := read_bounding(question)):
        known.append(bounding)
    is_bare = asks_only_of_event(question.text, known)
    wants = wanted(asking_sentence(question.text)) if is_bare else "one"
    if is_pair and not chosen:
        # Two who are known, and of whom nothing in common is reported.
        return Narrowed(frozenset(), (), wants, is_certain=True) if is_bare else Narrowed()
    in_time = chosen
    if span is not None:
        in_time = [one for one in chosen if span.holds(catalogue.records[one].day)]
    # What was before an event may be told by the readout of that event; what was in a period it had no readout in, by none.
    is_certain = is_bare and (is_pair or (bool(mentions) and span is not None)) and not (span and span.is_open)
    if not in_time and not is_certain:
        # The time is that of what was spoken of, and not of the event.
        in_time, span = chosen, None
    documents = frozenset(in_time) if span is not None or len(chosen) < len(catalogue.records) else None
    if (not mentions and span is None) or documents is None or (not in_time and not is_certain):
        return Narrowed()
    there = None if is_bare else asked_there(question.text, known)
    narrowed = Narrowed(documents, wants=wants, is_bare=is_bare, is_certain=is_certain, there=there)
    if asks_of_event(question.text) or question.order == "previous":
        # Who is named in what bounds the time is not who is asked of: that event may tell what came after it.
        at = question.text.find(landmark.text) if landmark else -1
        apart = [one for one in mentions if not (landmark and at <= one.start < at + len(landmark.text))]
        is_pair = is_pair and len({one.parties for one in apart}) >= _TWO
        narrowed = _in_order(question, narrowed, library, catalogue, span, is_pair, landmark)
    return by_account(question, narrowed, library, catalogue, mentions)


def _known(
    question: Question, mentions: Sequence[Mention], landmark: Landmark | None, today: date
) -> list[tuple[int, int]]:
    """Where a question names the parties and the time."""
    known = [(one.start, one.end) for one in mentions]
    known += [(one.start, one.end) for one in find_periods(question.text, today)]
    if landmark is not None:
        at = question.text.find(landmark.text)
        known.append((at, at + len(landmark.text)))
    return known


def _of_parties(catalogue: Catalogue, mentions: Sequence[Mention]) -> tuple[list[str], bool]:
    """The documents of those whom a question names, and whether that is two of them."""
    named: list[frozenset[int]] = []
    for mention in mentions:
        if not any(mention.parties & other for other in named):
            named.append(mention.parties)
    everything = list(catalogue.records)
    fitting = [one for one in everything if all(set(catalogue.parties[one]) & some for some in named)]
    if len(named) > _TWO and not fitting:
        # Who else is named may be spoken of.
        fitting = [one for one in everything if all(set(catalogue.parties[one]) & some for some in named[:_TWO])]
    return fitting, len(named) == _TWO


def _from_landmark(day: date | None, edge: str) -> Span | None:
    if day is None:
        return None
    step = timedelta(days=1)
    return Span(until=day - step, is_open=True) if edge == "before" else Span(since=day + step, is_open=True)


def _in_order(  # noqa: PLR0917 - each is read off the question by another reader
    question: Question,
    narrowed: Narrowed,
    library: Library,
    catalogue: Catalogue,
    span: Span | None,
    is_pair: bool,  # noqa: FBT001 - as above
    landmark: Landmark | None,
) -> Narrowed:
    """The events that are meant by their sort and their place in time."""
    identifiers = [one for one in catalogue.records if narrowed.documents is None or one in narrowed.documents]
    sort = asked_sort(question.text.replace(landmark.text, " ") if landmark else question.text)
    occasions = catalogue.occasions(identifiers)
    several = len(occasions) > 1
    if sort is not None and several:
        of_sort = [one for one in occasions if _sort_of(one, library, catalogue) in {sort, None}]
        occasions = of_sort or occasions
    place = place_asked(question, span)
    if place is not None and narrowed.wants == "one" and several and place < len(occasions):
        one = occasions[max(place, -len(occasions))]
        return replace(narrowed, documents=frozenset(one.documents), occasions=(one,), is_ordered=True)
    if narrowed.wants != "one":
        return replace(
            narrowed,
            occasions=tuple(occasions),
            documents=frozenset(name for one in occasions for name in one.documents),
        )
    # Where but one event is in the time that is meant, it is that one.
    is_one = len(occasions) == 1 and span is not None
    return replace(narrowed, occasions=tuple(occasions), is_one=is_pair) if is_one else narrowed


def _sort_of(occasion: Occasion, library: Library, catalogue: Catalogue) -> str | None:
    for name in occasion.documents:
        if name not in catalogue.sorts:
            document = library.document(name)
            catalogue.sorts[name] = reported_sort(document.title, library.passages(document))
    found = [catalogue.sorts[name] for name in occasion.documents if catalogue.sorts[name] is not None]
    return found[0] if found else None
