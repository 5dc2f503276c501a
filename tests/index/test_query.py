"""What is read off a question before any search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.query import asking_phrase, asks, focus, without_lead

if TYPE_CHECKING:
    from index.types import Language


@pytest.mark.parametrize(
    ("question", "language", "kind"),
    [
        ("When did they talk?", "en", "when"), ("In what year was it?", "en", "when"), ("How many men?", "en", "howmany"),
        ("Who called?", "en", "who"), ("Which city was it?", "en", "where"), ("Why?", "en", "why"), ("What then?", "en", "other"),
        ("متى تحدثا؟", "ar", "when"), ("كم دامت؟", "ar", "howmany"), ("من اتصل؟", "ar", "who"), ("أين التقيا؟", "ar", "where"),
        ("لماذا؟", "ar", "why"), ("ماذا قال؟", "ar", "other"), ("في أي عام؟", "ar", "when"),
    ],
)  # fmt: skip
def test_the_kind_of_thing_that_answers(question: str, language: Language, kind: str) -> None:
    assert asks(question, language) == kind


def test_the_question_without_its_asking() -> None:
    assert without_lead("When was the last call?", "en") == "the last call"
    assert without_lead("متى كانت آخر مكالمة؟", "ar") == "آخر مكالمة"
    assert without_lead("Who?", "en") == "Who?"


def test_the_words_that_carry_what_is_asked() -> None:
    assert asking_phrase("In May, which of the two presidents called?", "en") == "May which of the two presidents"
    assert asking_phrase("ما هي أهم مواضيع المكالمة الأخيرة؟", "ar") == "ما هي أهم مواضيع المكالمة"


def test_what_the_answer_is_an_instance_of() -> None:
    assert focus("Which city hosted the talks?", "en") == ["city", "hosted"]
    assert focus("What is the name of it?", "en") == ["name"]
    assert focus("What did he say?", "en") == []
    assert focus("ما هي المدينة التي استضافتهم؟", "ar") == ["المدينة"]
    assert focus("متى؟", "ar") == []
    assert focus("What is", "en") == []
