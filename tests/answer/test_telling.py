"""The sentence that tells a value, and the time that is computed beside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.answer.question import read_question
from bot.answer.telling import Told, is_of, tell
from bot.answer.types import Citation, Value
from prompts import load
from tests.answer.values.reading_aloud import ask, document

SPOKE = "The two presidents last spoke on {day}."
ENGLISH = "How long is it since the two presidents spoke?"


def told(text: str, question: str, today: date, attribution: str = "the office") -> str:
    """What a readout of 11 March 2025 is told to say."""
    value = ask(text, "When did the two presidents last speak?", translation=None)
    assert value is not None
    asked = read_question(question)
    citation = Citation(document(text), 0, len(text), 1.0)
    return tell(Told(asked, citation, attribution, today), value, load(asked.language))


@pytest.mark.parametrize(
    ("day", "today", "sentence"),
    [
        (
            "29 February 2024",
            date(2025, 3, 11),
            (
                "According to the office: since 29 February 2024. From then to the date of the readout, 11 March 2025, "
                "it is 1 year and 11 days."
            ),
        ),
        (
            "10 March 2025",
            date(2025, 3, 12),
            (
                "According to the office: since 10 March 2025. From then to the date of the readout, 11 March 2025, "
                "it is 1 day. To today, 12 March 2025, it is 2 days."
            ),
        ),
        # A clock that is behind the readout tells no today.
        (
            "10 March 2025",
            date(2025, 3, 10),
            (
                "According to the office: since 10 March 2025. From then to the date of the readout, 11 March 2025, "
                "it is 1 day."
            ),
        ),
        # From the same day, or from one that is still to come, no time has passed.
        ("11 March 2025", date(2025, 3, 12), "According to the office: 11 March 2025."),
        ("12 March 2025", date(2025, 3, 13), "According to the office: 12 March 2025."),
        # Of a month no days are told.
        (
            "September 2022",
            date(2025, 3, 11),
            (
                "According to the office: since September 2022. From then to the date of the readout, 11 March 2025, "
                "it is about 2 years and 6 months."
            ),
        ),
    ],
)
def test_how_long_it_is_since_a_day(day: str, today: date, sentence: str) -> None:
    assert told(SPOKE.format(day=day), ENGLISH, today) == sentence


@pytest.mark.parametrize(
    ("length", "unit", "is_same"),
    [(3, "year", True), (30, "month", True), (2, "year", False), (3, "hour", False)],
)
def test_a_length_is_that_from_an_event_as_near_as_both_are_told(length: int, unit: str, is_same: bool) -> None:
    event = Value("date", 0, 1, "", first=date(2022, 7, 1), last=date(2022, 7, 1))
    assert is_of(event, Value("duration", 0, 1, "", number=Decimal(length), unit=unit), date(2025, 3, 11)) is is_same


def test_a_limit_is_told_with_its_date() -> None:
    text = "The troops will leave by 1 April 2025."
    asked = read_question("When will the troops leave?")
    value = ask(text, asked.text)
    assert value is not None
    citation = Citation(document(text), 0, len(text), 1.0)
    sentence = tell(Told(asked, citation, "the office", date(2025, 3, 12)), value, load("en"))
    assert sentence == "According to the office: by 1 April 2025."
