"""Known names in a text: what is found, where, and what only looks like a name."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.gazetteer import find_names
from index.gazetteer.entries import Entry, names, spellings
from index.gazetteer.reading import words_of
from index.gazetteer.rows import read_rows
from index.language import fold

Told = list[tuple[str, str]]


def told(text: str) -> Told:
    """What is found, as written, and what it is shown as in English; an asterisk for what names a people."""
    return [
        (text[one.start : one.end], one.entry.english + ("*" if one.form == "people" else ""))
        for one in find_names(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "الرئيس الروسي فلاديمير بوتين والرئيس الفرنسي إيمانويل ماكرون",
            [
                ("الروسي", "Russia*"),
                ("فلاديمير بوتين", "Vladimir Putin"),
                ("الفرنسي", "France*"),
                ("إيمانويل ماكرون", "Emmanuel Macron"),
            ],
        ),
        ("قال بوتين لماكرون", [("بوتين", "Vladimir Putin"), ("ماكرون", "Emmanuel Macron")]),
        ("الوضع حول زَابُورِيجْيَا ودونباس", [("زَابُورِيجْيَا", "Zaporizhzhia"), ("دونباس", "Donbas")]),
        ("اوكرانيا وأوكـرانيا", [("اوكرانيا", "Ukraine"), ("أوكـرانيا", "Ukraine")]),
        ("محطة زابوريجيا النووية", [("محطة زابوريجيا النووية", "the Zaporizhzhia nuclear power plant")]),
        (
            "وروسيا وبالكرملين وبروسيا فالصين كمصر",
            [
                ("روسيا", "Russia"),
                ("الكرملين", "the Kremlin"),
                ("روسيا", "Russia"),
                ("الصين", "China"),
                ("مصر", "Egypt"),
            ],
        ),
        (
            "للولايات المتحدة وللسعودية ولليكود",
            [("ولايات المتحدة", "the United States"), ("سعودية", "Saudi Arabia"), ("ليكود", "Likud")],
        ),
        (
            "أميركا وأمريكا والولايات المتحدة الأمريكية",
            [
                ("أميركا", "the United States"),
                ("أمريكا", "the United States"),
                ("الولايات المتحدة الأمريكية", "the United States"),
            ],
        ),
        ("المستشارة الألمانية والروس", [("الألمانية", "Germany*"), ("الروس", "Russia*")]),
        ("مجلس الأمن الدولي", [("مجلس الأمن الدولي", "the UN Security Council")]),
        ("مجلس الأمن القومي", [("مجلس الأمن القومي", "the National Security Council")]),
        ("الناتو وحلف شمال الأطلسي", [("الناتو", "NATO"), ("حلف شمال الأطلسي", "NATO")]),
        ("جنديًا روسيًا في روسيا", [("روسيًا", "Russia*"), ("روسيا", "Russia")]),
        (
            "الكوريين الشماليين وكوريا الجنوبية",
            [("الكوريين الشماليين", "North Korea*"), ("كوريا الجنوبية", "South Korea")],
        ),
        (
            "عبد الفتاح السيسي وعبدالفتاح السيسي",
            [(name, "Abdel Fattah al-Sisi") for name in ("عبد الفتاح السيسي", "عبدالفتاح السيسي")],
        ),
    ],
)
def test_arabic_names_are_found_as_they_are_glued_inflected_and_marked(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia’s Putin and Macron's aides",
            [("Russia", "Russia"), ("Putin", "Vladimir Putin"), ("Macron", "Emmanuel Macron")],
        ),
        ("the U.S. and the UK told us", [("U.S.", "the United States"), ("UK", "the United Kingdom")]),
        (
            "in St. Petersburg and Washington, D.C.",
            [("St. Petersburg", "Saint Petersburg"), ("Washington, D.C.", "Washington")],
        ),
        (
            "the Strait of Hormuz, the strait of Hormuz",
            [("Strait of Hormuz", "the Strait of Hormuz"), ("strait of Hormuz", "the Strait of Hormuz")],
        ),
        ("in the Gaza\nStrip", [("Gaza\nStrip", "Gaza")]),
        ("in Gaza\n\nStrip poker", [("Gaza", "Gaza")]),
        ("The Hague", [("The Hague", "The Hague")]),
        ("Zaporizhzhia, Zaporozhye", [("Zaporizhzhia", "Zaporizhzhia"), ("Zaporozhye", "Zaporizhzhia")]),
        ("Erdogan and Erdoğan", [("Erdogan", "Recep Tayyip Erdoğan"), ("Erdoğan", "Recep Tayyip Erdoğan")]),
        ("French President Macron", [("French", "France*"), ("Macron", "Emmanuel Macron")]),
        ("PRESIDENT OF RUSSIA", [("RUSSIA", "Russia")]),
        ("the Russia-Ukraine war, Moscow-led", [("Russia", "Russia"), ("Ukraine", "Ukraine"), ("Moscow", "Moscow")]),
        ("states of the Gulf said", [("Gulf", "the Gulf")]),
        ("Kim Jong-un and Xi Jinping", [("Kim Jong-un", "Kim Jong Un"), ("Xi Jinping", "Xi Jinping")]),
    ],
)
def test_english_names_are_found_by_their_capitals(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "who told us that they will polish it",  # WHO, US, Polish
        "دعم مالي كبير",  # مالي, financial
        "نشر صور المكان",  # صور, pictures
        "أربع سيول جارفة",  # سيول, floods
        "القوة القاهرة",  # القاهرة, compelling
        "العديد من الدول",  # العديد, many
        "النيل من سمعته",  # النيل من, to harm
        "ترأس الاجتماع",  # ترأس, he presided, folds to Truss
        "مع جده",  # his grandfather, folds to Jeddah
        "اليد اليمنى",  # the right hand, folds to Yemeni
        "منتجات الألبان",  # dairy
        "جاك روس",  # Ross, and Russians only with the article
        "Brigitte Macron and Jordan Spieth",
        "Michael Jordan won",
        "in the Lagon Gulf",
        "the tunnels of Rabat-Kuh",
        "Nice to meet you",
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في مالي", [("مالي", "Mali")]),
        ("حلب وحماة", [("حلب", "Aleppo"), ("حماة", "Hama")]),
        ("من مدينة سيول", [("سيول", "Seoul")]),
        ("in Tyre", [("Tyre", "Tyre")]),
    ],
)
def test_a_usual_word_is_a_name_where_a_word_brings_it(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_a_surname_is_told_from_the_whole_name() -> None:
    assert [
        (one.form, one.entry.shown("ar", surname=one.form == "surname")) for one in find_names("Joe Biden met Trump")
    ] == [
        ("name", "جو بايدن"),
        ("surname", "ترامب"),
    ]


def test_two_names_that_are_written_alike_are_both_told_and_vowel_signs_tell_them_apart() -> None:
    def every(text: str) -> list[set[str]]:
        return [{one.entry.english, *(other.english for other in one.others)} for one in find_names(text)]

    assert every("عمان") == [{"Oman", "Amman"}]
    assert every("عمّان وعُمان") == [{"Amman"}, {"Oman"}]
    assert every("بوش") == [{"George W. Bush", "George H. W. Bush"}]


def test_states_come_from_cldr() -> None:
    assert told("Liechtenstein, Åland Islands") == [
        ("Liechtenstein", "Liechtenstein"),
        ("Åland Islands", "Åland Islands"),
    ]
    (found,) = find_names("ليختنشتاين")
    assert (found.entry.state, found.kind) == ("LI", "place")


def test_each_name_is_found_by_each_of_its_own_names() -> None:
    for row in read_rows():
        for spelling in spellings(row):
            if spelling.entry is None or spelling.form == "people" or spelling.brought:
                continue
            found = find_names(spelling.written)
            assert found, spelling.written
            assert spelling.entry in {found[0].entry, *found[0].others}, spelling.written
            assert spelling.written[found[0].start : found[0].end] == spelling.written


def test_the_files_hold_what_they_should() -> None:
    rows = read_rows()
    kinds = {row.kind for row in rows}
    assert kinds == {"person", "woman", "place", "organisation", "none"}
    assert len(rows) > 900
    for row in rows:
        if row.kind != "none":
            assert not any("\u0620" <= letter <= "\u06ff" for letter in row.english), row
            assert not any("a" <= letter.lower() <= "z" for letter in row.arabic), row
            assert "||" not in row.others, row


@cache
def known_forms() -> dict[Entry, set[tuple[str, ...]]]:
    """The folded words of each spelling of each name, with and without the article that is lost after ل."""
    forms: dict[Entry, set[tuple[str, ...]]] = {}
    for row in read_rows():
        for spelling in spellings(row):
            if spelling.entry is not None:
                bare = (spelling.words[0].removeprefix("ال"), *spelling.words[1:])
                forms.setdefault(spelling.entry, set()).update({spelling.words, bare})
    return forms


MARKED = st.sampled_from(["", "\u064e", "ـ"])
NAME = st.sampled_from(
    [row.arabic.lstrip("~^-") for row in read_rows() if row.kind in {"person", "organisation"}][:300]
)
ENGLISH = st.sampled_from([row.english.lstrip("~^-") for row in read_rows() if row.kind != "none"][:600])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["", "و", "ب", "ل", "ك", "وب"]), NAME, MARKED), max_size=4),
    st.lists(ENGLISH, max_size=3),
    st.sampled_from([" ", ", ", "\n", " قال "]),
)
def test_offsets_give_back_a_spelling_of_the_name(
    arabic: list[tuple[str, str, str]], english: list[str], between: str
) -> None:
    glued = [
        "لل" + name[2:] if glue == "ل" and name.startswith("ال") else glue + name[:2] + mark + name[2:]
        for glue, name, mark in arabic
    ]
    text = between.join([*glued, *english])
    end = 0
    for one in find_names(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
        folded = tuple(words_of(fold(text[one.start : one.end]).text))
        assert folded in known_forms()[one.entry]


def test_nothing_is_read_before_it_is_asked_for() -> None:
    names.cache_clear()
    import index.gazetteer  # noqa: F401, PLC0415 - an import must do no work

    assert names.cache_info().currsize == 0
    assert find_names("") == []
