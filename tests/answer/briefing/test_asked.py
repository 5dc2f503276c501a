"""What a briefing is asked of, in few words of either language."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer.briefing.asked import Asked, read_asked

TODAY = date(2025, 7, 3)
MARCH = date(2024, 3, 1), date(2024, 3, 31)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", Asked()),
        ("Iran", Asked("Iran")),
        ("about Iran", Asked("Iran")),
        ("الأسرى", Asked("الأسرى")),
        ("عن الأسرى", Asked("الأسرى")),
        ("March 2024", Asked(None, *MARCH)),
        ("في مارس 2024", Asked(None, *MARCH)),
        ("Iran in March 2024", Asked("Iran", *MARCH)),
        ("إيران في مارس 2024", Asked("إيران", *MARCH)),
        ("1 July 2025", Asked(None, date(2025, 7, 1), date(2025, 7, 1))),
        ("yesterday", Asked(None, date(2025, 7, 2), date(2025, 7, 2))),
    ],
)
def test_a_subject_a_period_or_both(text: str, asked: Asked) -> None:
    assert read_asked(text, TODAY) == asked
