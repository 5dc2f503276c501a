"""The days that a question limits events to, and what it names without its day."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer.question import read_question
from bot.answer.span import Span, read_landmark, read_span

TODAY = date(2026, 1, 20)


@pytest.mark.parametrize(
    ("question", "since", "until", "is_open"),
    [
        ("Whom did King Faris speak to in March 2024?", date(2024, 3, 1), date(2024, 3, 31), False),
        ("When did they speak last year?", date(2025, 1, 1), date(2025, 12, 31), False),
        ("How many calls since 2022?", date(2022, 1, 1), None, True),
        ("What was said before 5 July 2024?", None, date(2024, 7, 4), True),
        ("What was said after 5 July 2024?", date(2024, 7, 6), None, True),
        ("متى تحدثا العام الماضي؟", date(2025, 1, 1), date(2025, 12, 31), False),
        ("ماذا قالت في يونيو 2023؟", date(2023, 6, 1), date(2023, 6, 30), False),
        ("ماذا قالت في حزيران ٢٠٢٣؟", date(2023, 6, 1), date(2023, 6, 30), False),
        ("ماذا قيل قبل مايو 2023؟", None, date(2023, 4, 30), True),
        ("كم اتصالا جرى منذ 2023", date(2023, 1, 1), None, True),
    ],
)
def test_the_days(question: str, since: date | None, until: date | None, is_open: bool) -> None:
    assert read_span(read_question(question), TODAY) == Span(since, until, is_open=is_open)


def test_no_period_limits_nothing() -> None:
    assert read_span(read_question("When did they last speak?"), TODAY) is None


def test_both_ends_are_in_it() -> None:
    span = Span(date(2024, 3, 1), date(2024, 3, 31))
    assert [span.holds(date(2024, 3, 1)), span.holds(date(2024, 3, 31)), span.holds(date(2024, 4, 1))] == [
        True,
        True,
        False,
    ]
    assert not span.holds(None)


@pytest.mark.parametrize(
    ("question", "edge", "named"),
    [
        ("Have they spoken since the summit in Umm al-Lulu?", "since", "the summit in Umm al-Lulu"),
        ("What did she demand before the aid corridor was agreed?", "before", "the aid corridor was agreed"),
        ("هل تحدثا بعد اتفاق نجمة؟", "after", "اتفاق نجمة"),
    ],
)
def test_what_is_named_without_its_day(question: str, edge: str, named: str) -> None:
    found = read_landmark(read_question(question))
    assert found is not None
    assert (found.edge, found.text) == (edge, named)


@pytest.mark.parametrize(
    "question", ["What was said before that?", "متى آخر مرة كلّم بوتين ماكرون قبل هالمكالمة؟", "ماذا قيل قبل ذلك؟"]
)
def test_what_only_points_names_nothing(question: str) -> None:
    assert read_landmark(read_question(question)) is None
