"""Which of several events a question means by its place among them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer.placing import place_asked
from bot.answer.question import read_question
from bot.answer.span import read_span

TODAY = date(2025, 10, 6)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("When was the second call between King Faris and Tolvaj?", 1),
        ("متى كان الاتصال الثالث بين تولفاي وملك فيحان؟", 2),
        ("When did Tolvaj and King Faris speak the time before last?", -2),
        ("متى كانت المكالمة ما قبل الأخيرة بين سوروخان والأمير سهيل؟", -2),
        ("What was the next call between Tolvaj and King Faris after March 2022?", 0),
        ("متى تحدثا في المرة التي سبقت مكالمة مايو 2025؟", -1),
        ("When was the call before the one of 1 September 2025?", -1),
        ("When did they last speak?", -1),
        # Another time is not a second event, and a time alone has no place.
        ("When did they speak in 2024?", None),
        ("What did the second round of talks bring?", None),
    ],
)
def test_the_place_is_told_by_count_by_order_or_by_a_day(text: str, place: int | None) -> None:
    question = read_question(text)
    assert place_asked(question, read_span(question, TODAY)) == place
