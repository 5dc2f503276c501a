"""Who is told of in a sentence, who the question itself names, and what is nobody."""

from __future__ import annotations

import pytest

from tests.answer.values.reading_aloud import ask, marked_and_shown, plain


@pytest.mark.parametrize(
    ("marked", "question", "shown"),
    [
        (
            "[Defence Minister Bilal Barudi] took part in the call.",
            "Which minister took part in the call?",
            "Defence Minister Bilal Barudi",
        ),
        ("شارك [وزير الدفاع بلال بارودي] في المكالمة.", "أي وزير شارك في المكالمة؟", "وزير الدفاع بلال بارودي"),
        ("[Macron] telephoned Putin on Tuesday.", "Who telephoned Putin?", "Macron"),
        ("[Macron] telephoned Putin on Tuesday.", "مين اتصل ببوتين؟", "ماكرون"),
        ("اتصل [ماكرون] ببوتين يوم الثلاثاء.", "Who telephoned Putin?", "Macron"),
    ],
)
def test_who_it_is(marked: str, question: str, shown: str) -> None:
    assert marked_and_shown(plain(marked), question) == (marked, shown)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        # Whom the question names.
        ("Macron spoke on Tuesday.", "Who spoke with Macron?"),
        ("تحدث ماكرون يوم الثلاثاء.", "من تحدث مع ماكرون؟"),
        # A word within a word: the residents in "presidents".
        ("The two presidents spoke on 11 September 2022.", "Who spoke?"),
        ("The call lasted 50 minutes.", "Who rang?"),
        ("استمرت المكالمة 50 دقيقة.", "من اتصل؟"),
    ],
)
def test_who_is_not_told_is_not_shown(text: str, question: str) -> None:
    assert ask(text, question) is None


def test_the_office_of_a_person_stands_apart() -> None:
    value = ask("Defence Minister Bilal Barudi took part in the call.", "Which minister took part in the call?")
    assert value is not None
    assert value.office == "Defence Minister"


def test_a_place_is_no_person() -> None:
    value = ask("The talks were held in Geneva by Bilal Barudi.", "Who held the talks?")
    assert value is not None
    assert value.text == "Bilal Barudi"
