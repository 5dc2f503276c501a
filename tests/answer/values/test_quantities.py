"""Numbers in a sentence: what they count, what is not asked for, and how firmly they are given."""

from __future__ import annotations

import pytest

from tests.answer.values.reading_aloud import ask, marked_and_shown, plain


@pytest.mark.parametrize(
    ("marked", "question", "shown"),
    [
        ("The front will free [31 hostages] on Thursday.", "How many hostages will the front free?", "31 hostages"),
        ("The front freed [twelve prisoners].", "How many prisoners did the front free?", "12 prisoners"),
        ("The two sides exchanged [about 200 prisoners].", "How many prisoners were exchanged?", "about 200 prisoners"),
        (
            "Ardenia will give [15 million dollars] this year.",
            "How much money will Ardenia give?",
            "15 million dollars",
        ),
        ("Trade fell by [4.5 per cent] last year.", "By what percentage did trade fall?", "4.5 per cent"),
        ("The presidents spoke [twice] last year.", "How many times did the presidents speak?", "twice"),
        ("ستفرج الجبهة عن [31 رهينة] يوم الخميس.", "كم رهينة ستفرج عنها الجبهة؟", "31 رهينة"),
        ("قتل [١٤ مدنيا] في الغارة.", "كم مدنيا قتل في الغارة؟", "14 مدنيًا"),
        ("وقع الجانبان اتفاقا لبناء [1200 منزل].", "كم منزلا سيبنى؟", "1200 منزل"),
        ("تراجعت التجارة بنسبة [4.5 في المئة].", "ما نسبة تراجع التجارة؟", "4.5 في المئة"),
        ("تحدث الرئيسان [مرتين] العام الماضي.", "كام مرة اتكلم الرئيسين؟", "مرتان"),
        ("تبادل الرئيسان [رسالتين] هذا العام.", "كم رسالة تبادل الرئيسان؟", "رسالتان"),
    ],
)
def test_a_number_is_shown_with_what_it_counts(marked: str, question: str, shown: str) -> None:
    assert marked_and_shown(plain(marked), question) == (marked, shown)


@pytest.mark.parametrize(
    ("text", "question", "shown"),
    [
        ("The front will free 31 hostages.", "كم رهينة ستفرج عنها الجبهة؟", "31 رهينة"),
        ("The front will free two hostages.", "كم رهينة ستفرج عنها الجبهة؟", "رهينتان"),
        ("The front will free about two hostages.", "كم رهينة ستفرج عنها الجبهة؟", "حوالي رهينتين"),
        ("The army lost 8 launchers.", "كم منصة خسر الجيش؟", "8 منصات إطلاق"),
        ("The army lost more than 11 soldiers.", "كم جنديا خسر الجيش؟", "أكثر من 11 جنديًا"),
        ("The plan costs 2 million dollars.", "كم تكلف الخطة؟", "مليونا دولار"),
        ("The plan costs 5 million euros.", "كم تكلف الخطة؟", "5 ملايين يورو"),
        ("The camp holds 48,000 refugees.", "كم لاجئا في المخيم؟", "48 ألف لاجئ"),
        ("The camp holds 1,200 refugees.", "كم لاجئا في المخيم؟", "1200 لاجئ"),
        ("Trade fell by 4.5 per cent.", "ما نسبة تراجع التجارة؟", "4.5 في المئة"),
        ("The presidents spoke twice.", "كم مرة تحدث الرئيسان؟", "مرتان"),
        ("قتل ١٤ مدنيا في الغارة.", "How many civilians were killed?", "14 civilians"),
        ("تكلف الخطة مليوني دولار.", "How much does the plan cost?", "2 million dollars"),
        ("ستفرج الجبهة عن ما لا يقل عن 20 أسيرا.", "How many prisoners will be freed?", "at least 20 prisoners"),
        ("وقع الجانبان اتفاقا لبناء 1200 منزل.", "How many houses will be built?", "1,200 houses"),
        # What has no name in the list is told as the text has it.
        ("نقلت القافلة 12 خزانا.", "How many tanks did the convoy carry?", "12 (“12 خزانا”)"),
    ],
)
def test_a_number_is_shown_in_the_other_language(text: str, question: str, shown: str) -> None:
    value = ask(text, question)
    assert value is not None
    assert value.text == shown


@pytest.mark.parametrize(
    ("marked", "question"),
    [
        ("The raid killed 14 civilians and [3 soldiers].", "How many soldiers did the raid kill?"),
        ("The raid killed [14 civilians] and 3 soldiers.", "How many civilians did the raid kill?"),
        ("قتل في الغارة [14 مدنيا] و3 جنود.", "كم مدنيا قتل في الغارة؟"),
    ],
)
def test_the_number_of_what_is_asked_is_taken(marked: str, question: str) -> None:
    answer = marked_and_shown(plain(marked), question)
    assert answer is not None
    assert answer[0] == marked


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The raid destroyed 14 houses.", "How many soldiers did the raid kill?"),
        ("The talks were held on 11 March 2025.", "How many prisoners were exchanged?"),
        ("The talks lasted 3 hours.", "How many prisoners were exchanged?"),
        # A share is no percentage of something where none is told.
        ("The front freed 31 hostages.", "What percentage of the hostages did the front free?"),
        # The question says this number itself.
        ("The front will free 31 hostages.", "How many of the 31 hostages are women?"),
    ],
)
def test_a_number_of_something_else_is_not_shown(text: str, question: str) -> None:
    assert ask(text, question) is None


def test_a_translation_names_what_is_counted() -> None:
    text = "نقلت القافلة 12 خزانا."
    answer = marked_and_shown(text, "How many water tanks did the convoy carry?", "The convoy carried 12 water tanks.")
    assert answer == ("نقلت القافلة [12 خزانا].", "12 water tanks")


def test_money_has_its_currency_only_where_that_is_certain() -> None:
    sure = ask("The plan costs 5 million euros.", "How much does the plan cost?")
    unsure = ask("The plan costs 5 million pounds.", "How much does the plan cost?")
    assert sure is not None
    assert unsure is not None
    assert (sure.currency, unsure.currency) == ("EUR", None)
