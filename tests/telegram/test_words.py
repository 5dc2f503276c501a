"""Phrases as lines of a message, and every phrase of the bot in both languages."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.bidi import FSI, PDI, RLM
from bot.telegram.words import foreign, label, lines, one_line, say, several_lines
from index.language import detect_language
from index.types import LANGUAGES
from prompts import load

if TYPE_CHECKING:
    from index.types import Language

NAMES = sorted(name for name in load("en").texts if name.startswith(("telegram.", "library.")))
# Names of the languages are written in themselves, and these are too short for a language to be told.
PLAIN = [name for name in NAMES if isinstance(load("en").texts[name], str)]


def fields(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def forms(language: Language, name: str) -> dict[str, str]:
    text = load(language).texts[name]
    return {"": text} if isinstance(text, str) else dict(text)


def test_both_languages_say_the_same_things() -> None:
    assert [name for name in sorted(load("ar").texts) if name.startswith(("telegram.", "library."))] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_phrase_names_the_same_fields_in_both_languages(name: str) -> None:
    arabic, english = forms("ar", name), forms("en", name)

    assert fields(arabic.get("other", arabic.get("", ""))) == fields(english.get("other", english.get("", "")))
    if "" not in english:
        assert english.keys() == {"one", "other"}
        assert arabic.keys() == {"zero", "one", "two", "few", "many", "other"}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_is_in_its_language_and_tidy(name: str, language: Language) -> None:
    for text in forms(language, name).values():
        assert detect_language(re.sub("{.*?}", "", text), language) == language
        assert text.strip() == text.lstrip()
        assert not any(line.rstrip() != line for line in text.split("\n"))
        assert not set("<>&\u200e\u200f\u2068\u2069") & set(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_telegram_limits_is_within_its_limits(language: Language) -> None:
    assert 0 < len(label(language, "description")) <= 512
    assert 0 < len(label(language, "short_description")) <= 120
    for name in PLAIN:
        text = load(language).texts[name]
        assert isinstance(text, str)
        if ".command_" in name:
            assert 1 <= len(text) <= 256
        if ".pressed_" in name:
            assert len(text) <= 200


def test_a_phrase_is_escaped_and_directed() -> None:
    assert say("en", "too_long", start=0, end=9, document="A < B & C") == (
        "This passage is too long for one message. It is characters 0 to 9 of the document A &lt; B &amp; C."
    )
    assert say("ar", "help_mentions", name="x_bot").startswith(
        f"قد لا تصلني هنا رسالة تكتفي بذكر {FSI}@x_bot{PDI}، أما"
    )
    assert lines("1. one\n\nكلمة", "ar") == f"{RLM}1. {FSI}one{PDI}\n\nكلمة"


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("  two \n\t words ", 20, "two words"),
        ("a\u2028b\x00c\u202ed", 20, "a b cd"),
        ("one two three", 9, "one two…"),
        ("one two, three", 11, "one two…"),
        ("unbroken", 5, "unbr…"),
        ("half \ud83d pair", 20, "half pair"),
        ("", 5, ""),
    ],
)
def test_one_line(text: str, limit: int, expected: str) -> None:
    assert one_line(text, limit) == expected


@given(st.text(), st.integers(2, 50))
def test_one_line_is_one_line_within_its_limit(text: str, limit: int) -> None:
    made = one_line(text, limit)

    assert len(made) <= limit
    assert len(made.splitlines()) <= 1
    made.encode()


def test_several_lines_stay_unless_they_are_too_long() -> None:
    assert several_lines("a  b\nc\n", 20) == "a b\nc"
    assert several_lines("one two\nthree", 9) == "one two…"


def test_what_is_foreign_is_isolated() -> None:
    assert foreign("وكالة\nأنباء", "en") == f"{FSI}وكالة أنباء{PDI}"
    assert foreign("Agency", "en") == "Agency"
