"""Verbs that are each other's opposite, in both languages."""

from __future__ import annotations

import pytest

from bot.answer.question_families import asking_sentence
from bot.answer.values.opposites import is_opposed
from bot.answer.values.reading import Reading
from tests.answer.values.reading_aloud import document, shown, span


@pytest.mark.parametrize(
    ("text", "value", "question", "opposed"),
    [
        ("Oil prices rose by 1.8 per cent.", "1.8 per cent", "By how much did oil prices fall?", True),
        ("Oil prices rose by 1.8 per cent.", "1.8 per cent", "By how much did oil prices rise?", False),
        ("Oil prices rose by 1.8 per cent.", "1.8 per cent", "بكم انخفضت أسعار النفط؟", True),
        ("ارتفعت أسعار النفط بنسبة 1.8 في المئة.", "1.8 في المئة", "بكم انخفضت أسعار النفط؟", True),
        ("ارتفعت أسعار النفط بنسبة 1.8 في المئة.", "1.8 في المئة", "بكم زادت أسعار النفط؟", False),
        ("ارتفعت أسعار النفط بنسبة 1.8 في المئة.", "1.8 في المئة", "By how much did oil prices drop?", True),
        ("The plant, inaugurated on 5 May 2024, works.", "5 May 2024", "When did the plant close?", True),
        ("أُغلق المعبر في 5 مايو 2024.", "5 مايو 2024", "متى افتُتح المعبر؟", True),
        ("Velmar exports 3 million tonnes of grain.", "3 million tonnes", "How much grain does Velmar import?", True),
        ("اعتُقل الصحفي في 5 مايو 2024.", "5 مايو 2024", "متى أُفرج عن الصحفي؟", True),
        ("The ambassador left on 5 May 2024.", "5 May 2024", "When did the ambassador arrive?", True),
        ("Velmar rejected 12 requests.", "12 requests", "How many requests did Velmar accept?", True),
        # Both are asked, or neither is told, or the other verb is said of something far.
        ("Prices rose by 3 per cent.", "3 per cent", "Did prices rise or fall, and by how much?", False),
        ("Prices stood at 3 per cent.", "3 per cent", "By how much did prices fall?", False),
        ("Close relations since 5 May 2024.", "5 May 2024", "When were relations opened?", False),
        ("Prices will fall by the end of June 2025.", "June 2025", "When did prices begin to fall?", False),
    ],
)
def test_the_nearest_verb_decides(text: str, value: str, question: str, opposed: bool) -> None:
    reading = Reading(text, None, document(text).language)
    start = text.index(value)
    assert is_opposed(asking_sentence(question), reading, start, start + len(value)) is opposed


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("The talks began on 5 March 2024 and ended on 9 March 2024.", "When did the talks end?", "9 March 2024"),
        ("The talks began on 5 March 2024 and ended on 9 March 2024.", "When did the talks begin?", "5 March 2024"),
        ("بدأت المحادثات في 5 مارس 2024 وانتهت في 9 مارس 2024.", "متى انتهت المحادثات؟", "9 مارس 2024"),
        ("بدأت المحادثات في 5 مارس 2024 وانتهت في 9 مارس 2024.", "متى بدأت المحادثات؟", "5 مارس 2024"),
        ("خُطفوا في 17 نوفمبر 2024 وأُفرج عنهم في 9 ديسمبر 2024.", "متى أُفرج عنهم؟", "9 ديسمبر 2024"),
    ],
)
def test_of_two_days_the_one_of_the_verb_that_is_asked(text: str, question: str, value: str) -> None:
    assert (shown(text, question), span(text, question)) == (value, value)
