"""Lengths of time in a sentence, and how they are shown with the right number in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.answer.values.reading_aloud import ask, marked_and_shown, plain


@pytest.mark.parametrize(
    ("marked", "question", "shown"),
    [
        ("The call lasted [50 minutes], the office said.", "How long did the call last?", "50 minutes"),
        ("The call lasted [one hour and ten minutes].", "How long did the call last?", "1 hour and 10 minutes"),
        ("The envoy has been held for [about two years].", "How long has the envoy been held?", "about 2 years"),
        ("The talks lasted [more than three hours].", "How long did the talks last?", "more than 3 hours"),
        ("استمرت المكالمة [50 دقيقة] بحسب المكتب.", "كم استمرت المكالمة؟", "50 دقيقة"),
        ("استمرت المكالمة [ساعتين] بحسب المكتب.", "قديش ضلت المكالمة؟", "ساعتان"),
        ("هذه أول مكالمة منذ [حوالي سنتين].", "كم مضى على آخر مكالمة؟", "حوالي سنتين"),
        ("تمتد الهدنة [١١ يوما] بحسب المكتب.", "كم مدة الهدنة؟", "11 يومًا"),
        ("تمتد الهدنة [ثلاثة أسابيع] بحسب المكتب.", "كم مدة الهدنة؟", "3 أسابيع"),
        ("يدوم العقد [عشرة أعوام] بحسب الوزير.", "كم يدوم العقد؟", "10 أعوام"),
    ],
)
def test_a_length_of_time_is_shown_in_figures(marked: str, question: str, shown: str) -> None:
    assert marked_and_shown(plain(marked), question) == (marked, shown)


@pytest.mark.parametrize(
    ("text", "question", "shown"),
    [
        ("The call lasted two hours.", "كم استمرت المكالمة؟", "ساعتان"),
        ("The call lasted about two hours.", "كم استمرت المكالمة؟", "حوالي ساعتين"),
        ("The truce holds for one week.", "كم مدة الهدنة؟", "أسبوع واحد"),
        ("The truce holds for 11 days.", "كم مدة الهدنة؟", "11 يومًا"),
        ("The truce holds for at least three months.", "كم مدة الهدنة؟", "ما لا يقل عن 3 أشهر"),
        ("The call lasted one hour and ten minutes.", "كم دامت المكالمة؟", "ساعة و10 دقائق"),
        ("The work takes two to four years.", "كم يستغرق العمل؟", "من سنتين إلى 4 سنوات"),
        ("The work takes three to five years.", "كم يستغرق العمل؟", "من 3 إلى 5 سنوات"),
        ("استمرت المكالمة ساعتين.", "How long did the call last?", "2 hours"),
        ("هذه أول مكالمة منذ أكثر من عامين.", "How long is it since the last call?", "more than 2 years"),
        ("استمرت المكالمة ساعة ونصف الساعة.", "How long did the call last?", "1.5 hours"),
    ],
)
def test_a_length_of_time_is_shown_in_the_other_language(text: str, question: str, shown: str) -> None:
    value = ask(text, question)
    assert value is not None
    assert (value.kind, value.text) == ("duration", shown)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("The call lasted one hour and ten minutes.", Decimal(70), "minute"),
        ("The call lasted two hours.", Decimal(2), "hour"),
        ("The call lasted 2 weeks and 3 days.", Decimal(17), "day"),
    ],
)
def test_a_length_of_time_is_a_number_of_its_smallest_unit(text: str, number: Decimal, unit: str) -> None:
    value = ask(text, "How long did the call last?")
    assert value is not None
    assert (value.number, value.unit) == (number, unit)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The call was on 3 March 2025.", "How long did the call last?"),
        ("The call was joined by 50 officials.", "How long did the call last?"),
        ("شارك في المكالمة 50 مسؤولا.", "كم استمرت المكالمة؟"),
        ("The call lasted 50 minutes.", "Who took part in the call?"),
    ],
)
def test_what_is_no_length_of_time_is_not_shown(text: str, question: str) -> None:
    assert ask(text, question) is None


def test_of_two_lengths_that_of_what_is_asked_is_taken() -> None:
    text = "The call lasted 40 minutes, and the truce will hold for 10 days."
    assert marked_and_shown(text, "How long will the truce hold?") == (text.replace("10 days", "[10 days]"), "10 days")
    assert marked_and_shown(text, "How long did the call last?") == (
        text.replace("40 minutes", "[40 minutes]"),
        "40 minutes",
    )
