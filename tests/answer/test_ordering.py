"""The last, the previous and the first of several events, by the days that passages tell."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.answer.ordering import in_order
from bot.answer.question import read_question
from index.passages import split_passages
from index.types import Document, Hit


def hit(text: str, published: str, score: float = 1.0) -> Hit:
    """A readout of one sentence that was found."""
    whole = Document(published, text, "t", "en", published=datetime.fromisoformat(published))
    (passage,) = split_passages(whole)
    return Hit(whole, passage, score)


CALLS = (
    hit("Macron and Putin spoke by phone on 1 July 2025.", "2025-07-01"),
    hit("Macron and Putin spoke by phone on 11 September 2022.", "2022-09-11", 2.0),
    hit("Macron and Putin spoke by phone on 3 May 2024.", "2024-05-03"),
)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        # The day decides, and not the score.
        ("When was the last call between Macron and Putin?", date(2025, 7, 1)),
        ("When was the first call between Macron and Putin?", date(2022, 9, 11)),
        ("متى كانت آخر مكالمة بين ماكرون وبوتين؟", date(2025, 7, 1)),
        ("متى كانت أول مكالمة بين ماكرون وبوتين؟", date(2022, 9, 11)),
        # What has no order, or is of no known sort, is not put in order.
        ("When was the call between Macron and Putin?", None),
        ("When was the last treaty between Macron and Putin?", None),
        # A meeting is no call.
        ("When was the last meeting between Macron and Putin?", None),
    ],
)
def test_the_event_of_an_order(question: str, day: date | None) -> None:
    event = in_order(read_question(question), CALLS)
    assert (event.day if event else None) == day


def test_the_day_is_shown_to_the_asker() -> None:
    question = read_question("متى كانت آخر مكالمة بين ماكرون وبوتين؟")
    event = in_order(question, CALLS)
    assert event is not None
    assert event.value(question).text == "1 يوليو 2025"


def test_what_is_far_less_like_is_of_something_else() -> None:
    far = hit("Macron and Putin spoke by phone on 2 August 2025.", "2025-08-02", -9.0)
    event = in_order(read_question("When was the last call between Macron and Putin?"), (*CALLS, far))
    assert event is not None
    assert event.day == date(2025, 7, 1)


def test_nothing_found_has_no_order() -> None:
    assert in_order(read_question("When was the last call?"), ()) is None


def test_the_day_since_which_there_was_none_is_that_of_the_previous_one() -> None:
    told = hit("Macron and Putin spoke by phone for the first time since 17 October 2023.", "2025-07-01")
    event = in_order(read_question("When was the previous call between Macron and Putin?"), (CALLS[0], told))
    assert event is not None
    assert (event.day, event.is_called_last) == (date(2023, 10, 17), True)
