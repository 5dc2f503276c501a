"""Words that can be compared: what counts as one, what is the same, and how two spellings differ."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer.quotation_text import bare, breaks, differences, read_words
from bot.answer.quotation_writing import key, spelling


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("قال: «نعم، سنفعل»", ["قال", "نعم", "سنفعل"]),
        ("Don't stop the leaders’ talks", ["Don't", "stop", "the", "leaders", "talks"]),
        (
            "5% of €1,000.50 at 22:10 on 01.07.2025.",
            ["5", "%", "of", "€", "1,000.50", "at", "22:10", "on", "01.07.2025"],
        ),
        ("-5 to 5-6, (-7) −8", ["-5", "to", "5", "6", "-7", "−8"]),
        ("٣٫٥ و٪١٠", ["٣٫٥", "و", "٪", "١٠"]),
        ("مُحَمَّدٌ ذهـــب", ["مُحَمَّدٌ", "ذهـــب"]),
        ("_so_ __ said\u200bhe", ["_so_", "said\u200bhe"]),
        ("long-term…peace", ["long", "term", "peace"]),
        ("ـــ \u200f 😀 !", []),
    ],
)
def test_words_stand_where_they_are_told_to(text: str, written: list[str]) -> None:
    words = read_words(text)
    assert [words.written(number, number) for number in range(len(words.keys))] == written


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("مُحَمَّدٌ", "محمد", {"diacritics"}),
        ("Élysée", "elysee", {"diacritics", "case"}),
        ("ذهـــب", "ذهب", {"tatweel"}),
        ("٢٠٢٢", "۲۰۲۲", {"digits"}),
        ("1,000,000", "1000000", {"digits"}),
        ("٣٫٥", "3.5", {"digits"}),
        ("إعلان", "اعلان", {"letters"}),
        ("مسؤولية", "مسوولية", {"letters"}),
        ("على", "علي", {"letters"}),
        ("کتاب", "كتاب", {"letters"}),
        ("don’t", "don't", {"quotation_marks"}),
        ("sa\u00adid", "said", {"invisible"}),
        ("_said_", "said", {"punctuation"}),
        ("E\u0301", "É", {"encoding"}),
        ("ﻻ", "لا", {"encoding"}),
        ("ﬁrst", "first", {"encoding"}),
        ("same", "same", set()),
    ],
)
def test_one_word_in_two_spellings(one: str, other: str, differ: set[str]) -> None:
    assert key(one) == key(other)
    assert spelling(one, other) == spelling(other, one) == differ


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ابنه", "ابنة"), ("1,5", "15"), ("1.5", "15"), ("-5", "5"), ("10²", "102"), ("cant", "can't"), ("%", "‰"),
        ("كتب", "كتاب"), ("1,00", "100"),
    ],
)  # fmt: skip
def test_other_words_are_not_the_same(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.text(alphabet="اأبةهوكتAa1٣'’-.,… «»\u200f\u064e\n"))
def test_offsets_are_those_of_the_text_and_words_never_overlap(text: str) -> None:
    words = read_words(text)
    offsets = [offset for span in zip(words.starts, words.ends, strict=True) for offset in span]
    assert offsets == sorted(offsets)
    for number, word in enumerate(words.keys):
        assert key(words.written(number, number)) == word
        assert words.part(number, number).keys == (word,)
    assert differences(words, words) == frozenset()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (' "قال" ', "قال"),
        ("\u200f«قال»\u200e", "قال"),
        ("‘it’s’", "it’s"),
        ('He said "no".', 'He said "no".'),
        ("“”", ""),
        ("", ""),
    ],
)
def test_outer_white_space_and_quotation_marks_go(given: str, kept: str) -> None:
    assert bare(given) == kept


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("one … two", {1}),
        ("one [...] two ... three", {1, 2}),
        ("one ...", {1}),
        ("…one", {0}),
        ("one. Two.", set()),
        ("3.5.6", set()),
    ],
)
def test_before_which_words_an_ellipsis_stands(text: str, before: set[int]) -> None:
    assert breaks(read_words(text)) == before


def test_what_stands_between_words_differs_too() -> None:
    quoted, source = read_words("He said, yes\nplease"), read_words("He said «yes» please")
    assert differences(quoted, source) == {"punctuation", "quotation_marks", "white_space"}


def test_every_way_that_is_told_of_is_a_difference_of_bytes() -> None:
    composed = "Élysée"
    assert spelling(composed, unicodedata.normalize("NFD", composed)) == {"encoding"}
