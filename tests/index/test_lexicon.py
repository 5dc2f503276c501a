"""The word list: its form, what is compiled from it, and how a word is found under its forms."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from index.lexicon import Lexicon, compile_list, load_lexicon
from index.words import light, normal, stem

FOLDER = files("index.lexicon")
LIST = "call calls\tمكالمة اتصال\ntrade\tتجارة\ntrades\tحرفة حرف\nblame blamed\tلوم حمل\n"


def _lexicon(words: str) -> Lexicon:
    forms, keys = compile_list(words)
    return Lexicon(forms.encode(), keys.encode())


@pytest.fixture(scope="module")
def small() -> Lexicon:
    return _lexicon(LIST)


def test_each_line_is_english_words_and_arabic_words() -> None:
    lines = (FOLDER / "en-ar.tsv").read_text(encoding="utf-8").splitlines()
    assert not [
        line for line in lines if not re.fullmatch(r"[a-z']+( [a-z']+)*\t[\u0621-\u064a]+( [\u0621-\u064a]+)*", line)
    ]
    english = [line.partition("\t")[0] for line in lines]
    assert len(set(english)) == len(english)
    assert [line.split()[0] for line in english] == sorted(line.split()[0] for line in english)


def test_what_is_read_is_made_of_the_list() -> None:
    forms, keys = compile_list((FOLDER / "en-ar.tsv").read_text(encoding="utf-8"))
    assert (FOLDER / "en-ar.forms").read_text(encoding="utf-8") == forms, "run `make lexicon`"
    assert (FOLDER / "en-ar.keys").read_text(encoding="utf-8") == keys, "run `make lexicon`"


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Calls", ("مكالمة", "اتصال")),
        ("calling", ("مكالمة", "اتصال")),
        ("trade", ("تجارة",)),
        ("trades", ("حرفة", "حرف")),
        # A form that is not listed is found by its stem, wherever that is.
        ("trading", ("تجارة", "حرفة", "حرف")),
        ("Macron", ()),
        ("2022", ()),
        ("مُكالمة", ("call", "calls")),
        ("والمكالمات", ("call", "calls")),
        ("بالتجارة", ("trade",)),
        ("ماكرون", ()),
    ],
)
def test_a_word_is_found_under_its_forms(small: Lexicon, word: str, found: tuple[str, ...]) -> None:
    assert tuple(one.word for one in small.translations(word)) == found


@pytest.mark.parametrize("word", ["calls", "trades", "blamed", "مكالمة", "تجارة", "حرف"])
def test_a_translation_comes_with_its_forms(small: Lexicon, word: str) -> None:
    translations = small.translations(word)
    assert translations
    for other, forms in translations:
        assert forms == (normal(other), light(other), stem(other))


def test_a_form_that_is_the_one_before_it_is_not_written_twice() -> None:
    forms, _ = compile_list("crossings cross\tالمعابر الإيراني معبر\n")
    assert forms == "crossings///cross cross\tالمعابر//معابر الإيراني/الايراني/ايران/اير معبر\n"


def test_the_first_and_the_last_key_are_found() -> None:
    for english, arabic in (("aaa", "ء"), ("zzz", "يي")):
        text = f"aaa\tء\nmmm\tم\n{english}\t{arabic}\n"
        assert _lexicon(text).translations(english)[0].word == arabic


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("negotiations", "مفاوضات"), ("blamed", "حمل"), ("last", "آخر"), ("Kremlin", "الكرملين"), ("armed", "تسليح"),
        ("truce", "هدنة"), ("Zaporizhzhia", "زابوريجيا"), ("Iranian", "إيراني"),
    ],
)  # fmt: skip
def test_words_of_readouts_are_listed_both_ways(english: str, arabic: str) -> None:
    lexicon = load_lexicon()
    assert arabic in [one.word for one in lexicon.translations(english)]
    assert any(lexicon.translations(arabic))
