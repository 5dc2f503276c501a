"""What stands in a question beside the asking: names, dates, the order that is meant, what it is about."""

from __future__ import annotations

import pytest

from bot.answer.question import read_question


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("When did Putin and Macron speak?", ["Putin", "Macron"]),
        ("What did Emmanuel Macron say about Iran's programme?", ["Emmanuel Macron", "Iran"]),
        ("Macron", ["Macron"]),
        ("Macron called when?", []),
        ("Did Defence Minister al-Naqib resign?", ["Defence Minister al-Naqib"]),
        ("who called?", []),
        ("Is the International Atomic Energy Agency named?", ["International Atomic Energy Agency"]),
        ("ماذا قال Emmanuel Macron؟", ["Emmanuel Macron"]),
        ("متى كانت آخر مكالمة بين بوتين وماكرون؟", ["بوتين", "ماكرون"]),
        ("ماذا قال بوتين؟", ["بوتين"]),
        ("هل زار الرئيسُ ماكرون موسكو؟", ["ماكرون"]),
        ("متى تحدثا؟", []),
        ("ماذا طلب وزير الخارجية؟", []),
    ],
)
def test_names_stand_where_they_are_said_to(text: str, names: list[str]) -> None:
    found = read_question(text).names
    assert [name.text for name in found] == names
    assert [text[name.start : name.end] for name in found] == names


def test_the_dates_of_a_question_are_days_months_and_years() -> None:
    one, other = read_question("What was said between 11/9/2022 and May 2023?").dates
    assert [(found.year, found.month, found.day) for found in (one, other)] == [(2022, 9, 11), (2023, 5, None)]
    (year,) = read_question("ماذا ناقشا في عام ٢٠٢٢؟").dates
    assert (year.year, year.month, year.day) == (2022, None, None)
    assert read_question("When?").dates == ()


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("When was the last call?", "last"), ("their latest meeting", "last"), ("متى كانت آخر مكالمة؟", "last"),
        ("متى كان اللقاء الأخير؟", "last"), ("امتى آخر مرة اتكلموا؟", "last"), ("emta kanet akher mokalma?", "last"),
        ("When was the previous call?", "previous"), ("and the one before?", "previous"), ("And before that?", "previous"),
        ("متى كانت المكالمة السابقة؟", "previous"), ("وقبل ذلك؟", "previous"), ("واللي قبلها؟", "previous"),
        ("ماذا ناقشا في المرة الماضية؟", "previous"), ("اتكلموا في إيه المرة اللي فاتت؟", "previous"),
        ("When was their first call?", "first"), ("ما أول مكالمة بينهما؟", "first"), ("القمة الأولانية كانت فين؟", "first"),
        ("How long did the call last?", None), ("What happened last year?", None), ("in the last three years", "last"),
        ("من اتصل بالآخر؟", None), ("متى تحدثا؟", None), ("ماذا حدث في مايو الماضي؟", None), ("Who called?", None),
    ],
)  # fmt: skip
def test_which_of_several_is_meant(text: str, order: str | None) -> None:
    assert read_question(text).order == order


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("What did they say about the grain deal?", "the grain deal"),
        ("What about Iran?", "Iran"),
        ("anything on sanctions in the call?", "sanctions"),
        ("Iran?", "Iran"),
        ("UN Security Council", "UN Security Council"),
        ("Did they talk about Gaza in their last call?", "Gaza"),
        ("Did the grain deal come up in the previous call?", "the grain deal"),
        ("Was the Wadran river discussed when they met?", "the Wadran river"),
        ("Did Putin and Macron discuss Syria?", "Syria"),
        ("ماذا عن إيران؟", "إيران"),
        ("ماذا قالا عن الْحُبُوبِ؟", "الْحُبُوبِ"),
        ("هل تحدثا عن إيران خلال المكالمة؟", "إيران"),
        ("الرئيسين جابوا سيرة اللاجئين؟", "اللاجئين"),
        ("حكوا عن غزة ولا لا؟", "غزة"),
        ("وش قالوا عن النفط؟", "النفط"),
        ("هل بحث الرئيسان مبيعات السلاح؟", "مبيعات السلاح"),
        ("هل تم بحث أوكرانيا؟", "أوكرانيا"),
        ("إيران؟", "إيران"),
        ("Did Iran accept?", None),
        ("هل وافق بوتين؟", None),
        ("When did they talk about Gaza?", None),
    ],
)
def test_what_is_asked_after_stands_where_it_is_said_to(text: str, subject: str | None) -> None:
    found = read_question(text).subject
    assert (found and found.text) == subject
    assert found is None or text[found.start : found.end] == subject
