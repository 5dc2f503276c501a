"""Every word that the bot says: the same phrases with the same fields in both languages, and each of them used rightly."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from pathlib import Path
from string import Formatter

import pytest
from babel.core import Locale

from index.types import LANGUAGES, Language
from prompts import PhraseError, Phrases, load

ROOT = Path(__file__).parents[2]


def forms(phrases: Phrases, name: str) -> dict[str, str]:
    text = phrases.texts[name]
    return dict(text) if isinstance(text, Mapping) else {"": text}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_phrases() -> None:
    assert set(load("ar").texts) == set(load("en").texts)
    assert len(load("en").texts) > 20


@pytest.mark.parametrize("name", sorted(load("en").texts))
def test_a_phrase_has_the_same_fields_in_both_languages(name: str) -> None:
    english, arabic = forms(load("en"), name), forms(load("ar"), name)
    assert ("" in english) == ("" in arabic)
    # A form for one or two may say the number in words.
    assert fields(english.get("", "") or english["other"]) == fields(arabic.get("", "") or arabic["other"])
    allowed = fields(english.get("", "") or english["other"])
    for text in (*english.values(), *arabic.values()):
        assert fields(text) <= allowed
        assert text.strip()
        assert text == text.strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_that_counts_has_every_plural_of_its_language(language: Language) -> None:
    wanted = {*Locale(language).plural_form.tags, "other"}
    counting = {
        name: set(forms(load(language), name))
        for name, text in load(language).texts.items()
        if not isinstance(text, str)
    }
    assert counting
    assert counting == dict.fromkeys(counting, wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_a_plain_name(language: Language) -> None:
    for name in load(language).texts:
        for text in forms(load(language), name).values():
            assert all(re.fullmatch(r"[a-z_]+", field) for field in fields(text)), name


def test_arabic_phrases_use_arabic_punctuation() -> None:
    for name in load("ar").texts:
        for text in forms(load("ar"), name).values():
            # Not what stands in a command, an address, a tag or a field.
            said = re.sub(r"<[^>]*>|&\w+;|https?://\S+|\{[^}]*\}", "", text)
            assert not re.search(r"(?<=[\u0600-\u06ff\s»)])[,;?]|[,;?](?=\s*[\u0600-\u06ff])", said), f"{name}: {text}"


def test_english_phrases_hold_no_arabic_punctuation() -> None:
    for name in load("en").texts:
        for text in forms(load("en"), name).values():
            assert not re.search(r"[،؛؟]", text), name


def calls() -> list[tuple[str, str, str]]:
    """The file, the method and the name of each phrase that the code says."""
    found: list[tuple[str, str, str]] = []
    for file in sorted((ROOT / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in {"say", "count"}
            ):
                names = node.args[:1]
                if names and isinstance(names[0], ast.IfExp):
                    names = [names[0].body, names[0].orelse]
                found.extend(
                    (file.name, node.func.attr, name.value)
                    for name in names
                    if isinstance(name, ast.Constant) and isinstance(name.value, str)
                )
    return found


def test_every_phrase_that_the_code_says_exists_and_counts_where_it_is_counted() -> None:
    assert len(calls()) > 10
    for language in LANGUAGES:
        texts = load(language).texts
        for file, method, name in calls():
            assert name in texts, f"{file} says {name}"
            assert isinstance(texts[name], str) == (method == "say"), f"{file} says {name}"


PHRASES = Phrases(
    "ar", {"a.plain": "{one} و{two}", "a.none": "لا شيء", "a.count": {"two": "اثنان", "few": "{n} {x}", "other": "{n}"}}
)


def test_saying_a_phrase() -> None:
    assert PHRASES.say("a.plain", one=1, two="{two}") == "1 و{two}"
    assert PHRASES.say("a.none", extra="x") == "لا شيء"
    assert PHRASES.count("a.count", 2) == "اثنان"
    assert PHRASES.count("a.count", 5, x="y") == "5 y"
    assert PHRASES.count("a.count", 100) == "100"


@pytest.mark.parametrize("given", [{}, {"one": 1}, {"two": 2}])
def test_a_missing_field_is_an_error(given: dict[str, object]) -> None:
    with pytest.raises(PhraseError, match=r"'a\.plain' in prompts/ar needs the field"):
        PHRASES.say("a.plain", **given)
    with pytest.raises(PhraseError, match="needs the field 'x'"):
        PHRASES.count("a.count", 5)


def test_a_phrase_that_is_not_there_or_of_the_other_kind_is_an_error() -> None:
    for name in ("a.other", "a.count", "plain"):
        with pytest.raises(PhraseError, match=f"no plain phrase '{name}' in prompts/ar"):
            PHRASES.say(name)
    for name in ("a.other", "a.plain"):
        with pytest.raises(PhraseError, match=f"no counting phrase '{name}' in prompts/ar"):
            PHRASES.count(name, 2)


@pytest.mark.parametrize("number", [0, 1, 2, 3, 10, 11, 99, 100, 102, 1000])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_searched_is_counted(language: Language, number: int) -> None:
    told = load(language).count("answer.not_found", number, until=", …" if language == "en" else "، …")
    expected = {
        ("en", 1): "This is not in the library. I searched one document, ….",
        ("ar", 1): "هذا غير موجود في المكتبة. بحثتُ في وثيقة واحدة، ….",
        ("ar", 2): "هذا غير موجود في المكتبة. بحثتُ في وثيقتين، ….",
        ("ar", 3): "هذا غير موجود في المكتبة. بحثتُ في 3 وثائق، ….",
        ("ar", 10): "هذا غير موجود في المكتبة. بحثتُ في 10 وثائق، ….",
        ("ar", 11): "هذا غير موجود في المكتبة. بحثتُ في 11 وثيقة، ….",
        ("ar", 0): "هذا غير موجود في المكتبة، فهي فارغة.",
    }
    wanted = (
        "This is not in the library. I searched {} documents, …."
        if language == "en"
        else "هذا غير موجود في المكتبة. بحثتُ في {} وثيقة، …."
    )
    assert told == expected.get((language, number), wanted.format(number))
