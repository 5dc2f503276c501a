"""What sort of event is asked of, whether nothing but the event is asked, and for how many."""

from __future__ import annotations

import pytest

from bot.answer.occasion_kinds import asked_sort, asks_only_of_event, wanted


def known(question: str, *named: str) -> list[tuple[int, int]]:
    """Where a question names these."""
    return [(question.index(one), question.index(one) + len(one)) for one in named]


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("When did Tolvaj and King Faris last talk?", ("Tolvaj", "Faris")),
        ("How many phone calls have Tolvaj and King Faris had since 2022?", ("Tolvaj", "Faris", "2022")),
        (
            "Have Aurelia and Mizar been in touch since the Najma Agreement?",
            ("Aurelia", "Mizar", "the Najma Agreement"),
        ),
        ("متى كان أول اتصال بين تولفاي والملك فارس؟", ("تولفاي", "فارس")),
        ("كم مرة تحدث ملك مروان ورئيسة فيلمار هاتفيًا في ٢٠٢٤؟", ("مروان", "فيلمار")),
        ("هل تحدث الملك فارس وتولفاي هاتفيًا بعد اتفاق نجمة؟", ("فارس", "وتولفاي", "اتفاق نجمة")),
    ],
)
def test_a_question_of_the_event_alone(question: str, named: tuple[str, ...]) -> None:
    assert asks_only_of_event(question, known(question, *named))


@pytest.mark.parametrize(
    ("question", "named"),
    [
        # What was said there is more than that it was.
        ("Did Putin and Macron talk about Syria?", ("Putin", "Macron")),
        (
            "Were sanctions discussed in the January 2024 call of Marwan and Velmar?",
            ("January 2024", "Marwan", "Velmar"),
        ),
        ("Has a date been fixed for the next meeting of Salhab and Fehrmann in Graufeld?", ("Salhab", "Fehrmann")),
        ("هل نوقش سعر الغاز في آخر اتصال بين ملك مروان ورئيسة فيلمار؟", ("مروان", "فيلمار")),
        ("هل وجّه ماكرون دعوة لبوتين لزيارة باريس؟", ("ماكرون", "لبوتين")),
        ("متى انتُخب نادر السلهب رئيسًا لقرناية؟", ("السلهب", "لقرناية")),
        # Nor is a question of no event one.
        ("When was Tolvaj last there?", ("Tolvaj",)),
    ],
)
def test_a_question_of_more_than_the_event(question: str, named: tuple[str, ...]) -> None:
    assert not asks_only_of_event(question, known(question, *named))


@pytest.mark.parametrize(
    ("question", "sort", "number"),
    [
        ("How many phone calls have Tolvaj and King Faris had since 2022?", "call", "many"),
        ("Whom did King Faris speak to in March 2024?", None, "many"),
        ("Have Sorokhan and the Emir spoken since the summit?", "meeting", "whether"),
        ("When did they meet?", "meeting", "one"),
        ("كم اتصالا جرى بين سوروخان والامير سهيل منذ 2023", "call", "many"),
        ("هل تحدث الملك فارس وتولفاي هاتفيًا هذا العام؟", "call", "whether"),
        ("متى كانت آخر مكالمة؟", "call", "one"),
    ],
)
def test_the_sort_and_the_number(question: str, sort: str | None, number: str) -> None:
    assert asked_sort(question) == sort
    assert wanted(question) == number
