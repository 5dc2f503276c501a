"""Words as they are matched: how they are cut, and their forms."""

from __future__ import annotations

import pytest

from index.words import bare, forms, is_content, light, normal, skeleton, split_words, stem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Macron's call, 1,500 men", ["Macron's", "call", "1,500", "men"]),
        ("في ٢٠٢٢م", ["في", "2022", "م"]),
        ("NATO met", ["NATO", "§NETO", "met"]),
        ("قناة بي بي سي اليوم", ["قناة", "بي", "بي", "سي", "§BBC", "اليوم"]),
        ("هيئة بي بي سي", ["هيئة", "بي", "بي", "سي", "§BBC"]),
        ("ال", ["ال"]),
        ("...", []),
    ],
)
def test_a_text_is_cut_into_words_and_spelt_acronyms_are_one_more(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize(
    ("one", "other"), [("المكالمة", "المكالمه"), ("Putin's", "putin"), ("1,500", "1500"), ("أَوَّل", "اول")]
)
def test_words_that_are_equal_whatever_their_spelling(one: str, other: str) -> None:
    assert normal(one) == normal(other)


def test_the_letters_that_arabic_glues_to_words_are_taken_away() -> None:
    assert forms("والمكالمة") == ("والمكالمة", "مكالمة", "المكالمة")
    assert forms("بوتين") == ("بوتين", "وتين")
    assert forms("من") == ("من",)
    assert forms("Macron's") == ("Macron",)
    assert forms("§BBC") == ("BBC",)
    assert bare("بالمكالمات") == "مكالمات"
    assert (light("والرئيسين"), light("وزارة"), light("talks")) == ("رييس", "زار", "talks")
    assert stem("والمكالمة") == stem("مكالمة") == "مكالم"
    assert stem("talks") == stem("talking") == "talk"


@pytest.mark.parametrize(
    ("latin", "arabic"), [("Macron", "ماكرون"), ("Putin", "بوتين"), ("Zaporizhzhia", "زابوريجيا"), ("Dravik", "درافيك")]
)
def test_the_consonants_of_a_name_are_alike_in_both_scripts(latin: str, arabic: str) -> None:
    assert set(skeleton(arabic)[0]) <= set(skeleton(latin)[0]) | {"g", "h"}
    assert skeleton(latin)[0][0] == skeleton(arabic)[0][0]
    assert skeleton("2022") == ("", "")


def test_function_words_say_nothing() -> None:
    assert [word for word in split_words("متى كانت آخر مكالمة؟ When was the last call?") if is_content(word)] == [
        "آخر",
        "مكالمة",
        "last",
        "call",
    ]
