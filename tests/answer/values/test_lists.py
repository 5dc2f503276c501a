"""Lists in a sentence: of names, and of what is enumerated."""

from __future__ import annotations

import pytest

from tests.answer.values.reading_aloud import ask, marked_and_shown, plain


@pytest.mark.parametrize(
    ("marked", "question"),
    [
        (
            "The two presidents discussed [grain exports, prisoner exchanges and the dam].",
            "Which topics did they discuss?",
        ),
        ("The two presidents discussed [wheat, gas and fishing].", "Which topics did the two presidents discuss?"),
        ("وبحث الرئيسان [القمح والغاز والصيد].", "ما المواضيع التي بحثها الرئيسان؟"),
        ("تناول الرئيسان [صادرات الحبوب، وتبادل الأسرى، ومستقبل السد].", "ما مواضيع المكالمة؟"),
    ],
)
def test_what_is_enumerated_is_taken_whole(marked: str, question: str) -> None:
    answer = marked_and_shown(plain(marked), question)
    assert answer == (marked, marked[marked.index("[") + 1 : marked.index("]")])


def test_a_list_has_its_members() -> None:
    value = ask(
        "The two presidents discussed grain exports, prisoner exchanges and the dam.",
        "Which topics did they discuss?",
    )
    assert value is not None
    assert [one.text for one in value.members] == ["grain exports", "prisoner exchanges", "the dam"]


def test_one_thing_is_no_list() -> None:
    assert ask("The two presidents discussed the dam.", "Which topics did they discuss?") is None
