"""Persons that are in no list: by their offices, and by what their document tells of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.language import fold
from index.named import Known, find_persons, read_known
from index.named.usual import is_given_name, is_usual

Told = list[tuple[str | None, str | None]]


def told(text: str, language: str, known: Known | None = None) -> Told:
    """The office and the name of each person, as written."""
    assert language in {"ar", "en"}
    found = find_persons(text, "ar" if language == "ar" else "en", known)
    for one in found:
        parts = [part for part in (one.office, one.name) if part]
        assert one.start == min(start for start, _ in parts)
        assert one.end >= max(end for _, end in parts)
    return [
        (text[slice(*one.office)] if one.office else None, text[slice(*one.name)] if one.name else None)
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تلقى الرئيس غسان الغنيمي اتصالا", [("الرئيس", "غسان الغنيمي")]),
        ("من رئيس بريسنيا بوغدان بريزان استمر 70 دقيقة", [("رئيس بريسنيا", "بوغدان بريزان")]),
        ("وقال وزير الخارجية باسل بكور للصحفيين إن", [("وزير الخارجية", "باسل بكور")]),
        ("وقال المتحدث باسم الرئاسة بدر برهومي إن", [("المتحدث باسم الرئاسة", "بدر برهومي")]),
        ("رئيس وزراء باهلون بهيج البولاني", [("رئيس وزراء باهلون", "بهيج البولاني")]),
        ("شكر السلطان بدر بن بركات على", [("السلطان", "بدر بن بركات")]),
        ("مع ملك نامبيرا نوالا الثالث، وفيما", [("ملك نامبيرا", "نوالا الثالث")]),
        ("وحضره المبعوث الأممي ديفيد دنهام.", [("المبعوث الأممي", "ديفيد دنهام")]),
        ("من نظيره الدورفيني دوريان دراسك، هو", [("نظيره الدورفيني", "دوريان دراسك")]),
        ("وزير البيئة السابق في ليندارا لوقا لابان.", [("وزير البيئة السابق في ليندارا", "لوقا لابان")]),
        ("بدعوة من جلالة الملك ليث بن لطفي، عقدت", [("جلالة الملك", "ليث بن لطفي")]),
        ("وزير الخارجية الروسي سيرغي لافروف", [("وزير الخارجية الروسي", "سيرغي لافروف")]),
        ("وزيرا الخارجية نجيب النمر ونيكلاس نور في جنيف", [("وزيرا الخارجية", "نجيب النمر"), (None, "نيكلاس نور")]),
        ("قال هافل هوديك، إن", [(None, "هافل هوديك")]),
        ("والرئيسِ الفَرنسيِّ إيمانويل ماكرون", [("الرئيسِ الفَرنسي", "إيمانويل ماكرون")]),
    ],
)
def test_an_arabic_name_follows_its_office_and_ends_before_what_is_none(text: str, expected: Told) -> None:
    assert told(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وجه الرئيس دعوة إلى رئيس الوزراء لزيارة رشتان", [("الرئيس", None), ("رئيس الوزراء", None)]),
        ("أبلغ الرئيس ضيفه بأن المخزون يكفي", [("الرئيس", None)]),
        ("دعا الجانبان إلى سلام عادل وشامل", []),
        ("طلب المساعدة من الجهة المسؤولة", []),
        ("أعلنت غالديرا أن الحدود مفتوحة", []),
        ("قال البيان إن الاتصال استمر ساعة", []),
        ("في إطار اتفاق وقف إطلاق النار", []),
    ],
)
def test_usual_words_after_an_office_or_a_verb_are_no_name(text: str, expected: Told) -> None:
    assert told(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Lionel Lasker of Lamoria spoke", [("President", "Lionel Lasker")]),
        ("Foreign Minister Henriette Harcourt told", [("Foreign Minister", "Henriette Harcourt")]),
        ("press secretary Blanka Borova said", [("press secretary", "Blanka Borova")]),
        ("Ghadira's foreign minister, Ghada al-Gharib, who", [("Ghadira's foreign minister", "Ghada al-Gharib")]),
        ("His spokesman, Guram Gelashi, said", [("His spokesman", "Guram Gelashi")]),
        ("The President's adviser Hryhoriy Haiduk will", [("The President's adviser", "Hryhoriy Haiduk")]),
        ("with Sultan Hazza bin Humoud of Hajrain.", [("Sultan", "Hazza bin Humoud")]),
        ("will ring King Nwala III of\nNambira tomorrow", [("King", "Nwala III")]),
        ("chaired by the United Nations envoy Nuria Nadal.", [("the United Nations envoy", "Nuria Nadal")]),
        ("among them the pilot Nadia Norwin, who", [("the pilot", "Nadia Norwin")]),
        ("Mr al-Rummani laid the blame", [("Mr", "al-Rummani")]),
        ("And Daisy Dunmore, the journalist held in Dravik?", [("the journalist", "Daisy Dunmore")]),
        ("US Secretary of State Marco Rubio", [("US Secretary of State", "Marco Rubio")]),
        ("the President of Bresnia, Bogdan Brezan, for", [("the President of Bresnia", "Bogdan Brezan")]),
        ("The Prime Minister said so.", [("The Prime Minister", None)]),
    ],
)
def test_an_english_name_stands_beside_its_office(text: str, expected: Told) -> None:
    assert told(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "the Gulzar Press Agency reported from Premier League grounds",
        "a minister resigned",
        "the Independence Day celebrations",
        "Trade between the two countries grew.",
    ],
)
def test_bodies_events_and_plain_nouns_are_no_persons(text: str) -> None:
    assert told(text, "en") == []


def test_a_surname_is_known_from_its_document() -> None:
    document = "قال وزير الداخلية غاستون غورد إن الحدود مفتوحة. واتهم غورد الجبهة بعرقلة التسجيل."
    passage = "واتهم غورد الجبهة بعرقلة التسجيل."
    assert told(passage, "ar", read_known(document, "ar")) == [(None, "غورد")]
    assert told(passage, "ar", Known()) == []
    document = "Defence Minister Boris Balint left. Balint said that four would follow."
    assert told("Four more, Balint said.", "en", read_known(document, "en")) == [(None, "Balint")]
    assert told("Four more, Balint said.", "en", Known()) == []


def test_an_office_goes_only_with_a_name_that_holds_it() -> None:
    known = read_known("التقى الرئيس هرمز حكيمي السلطان هزاع بن حمود في القصر.", "ar")
    assert told("أطلع السلطان حكيمي على رسالتين", "ar", known) == [("السلطان", None), (None, "حكيمي")]
    assert told("أطلع الرئيس حكيمي السلطان", "ar", known) == [("الرئيس", "حكيمي"), ("السلطان", None)]


def test_an_adjective_of_a_state_that_the_document_names_is_part_of_the_office() -> None:
    known = read_known("عادت غديرة إلى المحادثات. وقال وزير خارجية غديرة غازي غنوم ذلك.", "ar")
    assert told("استقبل الرئيس الغديري الوفد", "ar", known) == [("الرئيس الغديري", None)]


@pytest.mark.parametrize("word", ["الحكومة", "وبالمفاوضات", "سيستأنفون", "للأسرى", "مباحثاتهما", "ولم", "تستهدف"])
def test_usual_words_are_known_in_their_forms(word: str) -> None:
    assert is_usual(fold(word).text)


@pytest.mark.parametrize("word", ["بريزان", "هالفانوف", "غنوم", "كيسلر", "دراسك"])
def test_names_are_no_usual_words(word: str) -> None:
    assert not is_usual(word)


def test_given_names_are_known_in_both_scripts() -> None:
    assert is_given_name("غسان")
    assert is_given_name("henriette")
    assert not is_given_name("حدود")


ARABIC = """الرئيس رئيس وزراء وزير الخارجية بريسنيا بوغدان بريزان وقال إن غسان الغنيمي ، . : و بن في مدينة « » 7"""
ENGLISH = """President of the Foreign Minister Bogdan Brezan said , . al-Badrani bin Mr his 's Koravia 7 III"""


def texts(words: str) -> st.SearchStrategy[str]:
    """Any of the words in any order, and line ends."""
    return st.lists(st.sampled_from([*words.split(), "\n"]), max_size=25).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(texts(ARABIC), texts(ENGLISH))
def test_persons_stand_in_order_without_overlap_and_hold_their_parts(arabic: str, english: str) -> None:
    for text, language in ((arabic, "ar"), (english, "en")):
        end = 0
        for one in find_persons(text, "ar" if language == "ar" else "en"):
            assert end <= one.start < one.end <= len(text)
            end = one.end
            for part in (one.office, one.name):
                assert part is None or one.start <= part[0] < part[1] <= one.end
