"""The sets that only teach: so many questions of each sort, and true in what they tell beyond the rest."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache

import pytest

from tests.gold_files import (
    FILES,
    GOLD,
    REPORT,
    SEED,
    TAGS,
    TRAINING,
    asked,
    crosses,
    documents,
    holders,
    passages,
    questions,
    taught,
)

_ARABIC = re.compile(r"[\u0620-\u064a]")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_RARE = {"harakat", "arabic_indic_digits", "latin_arabic", "misspelling"}
_KEYED = {5, 6}


@cache
def _key(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads((GOLD / name).with_name("key.json").read_text(encoding="utf-8"))
    return found


def test_no_training_set_is_left_unchecked() -> None:
    assert {(GOLD / name).parent for name in TRAINING} == set((GOLD / "training").iterdir())


@pytest.mark.parametrize("name", TRAINING)
def test_a_set_has_so_many_questions_of_each_sort(name: str) -> None:
    found = taught(name)
    assert Counter(question.distance for question in found) == {None: 112, "near": 60, "far": 12}
    assert Counter(question.language for question in found) == {"ar": 92, "en": 92}
    answerable = [question for question in found if question.answerable]
    assert sum(crosses(name, question) for question in answerable) / len(answerable) >= 0.4
    assert {tag for question in found for tag in question.tags} >= TAGS - _RARE


@pytest.mark.parametrize("name", TRAINING)
def test_no_question_of_a_set_is_asked_twice(name: str) -> None:
    assert Counter(question.question for question in taught(name)).most_common(1)[0][1] == 1


def test_nothing_that_is_only_reported_on_is_taught() -> None:
    reported = {question.question for question in (*asked(REPORT), *asked(SEED)[1::2])}
    assert not reported & {question.question for name in TRAINING for question in taught(name)}
    others = {one for name in FILES for question in questions(name) for one in question.documents}
    assert not others & {one for name in TRAINING for one in documents(name)}


@pytest.mark.parametrize("name", TRAINING)
def test_a_set_is_four_readouts_of_both_languages(name: str) -> None:
    letter = (GOLD / name).parent.name
    found = documents(name)
    assert sorted(document.language for document in found.values()) == ["ar", "ar", "en", "en"]
    for identifier, document in found.items():
        assert identifier.startswith(f"{letter}-")
        assert identifier.endswith(f".{document.language}")
        assert 18 <= [passage.kind for passage in passages(name, identifier)].count("sentence") <= 30, identifier


@pytest.mark.parametrize("name", TRAINING)
def test_every_readout_is_asked_of(name: str) -> None:
    assert {one for question in taught(name) for one in question.documents} == set(documents(name))


@pytest.mark.parametrize("name", TRAINING)
def test_the_span_of_a_value_stands_in_the_first_passage(name: str) -> None:
    for question in taught(name):
        if question.value is None:
            continue
        assert question.answerable, question.id
        (first,) = holders(name, question, question.passages[0])
        assert question.value.span in first.text, question.id


@pytest.mark.parametrize("name", TRAINING)
def test_a_value_is_told_in_both_languages_with_the_same_figures(name: str) -> None:
    for question in taught(name):
        if question.value is None:
            continue
        assert not _ARABIC.search(question.value.en), question.id
        assert _ARABIC.search(question.value.ar) or not re.search("[a-z]", question.value.ar, re.IGNORECASE), (
            question.id
        )
        if question.value.kind in {"date", "duration", "count", "amount", "percentage"}:
            ar, en = _figures(question.value.ar), _figures(question.value.en)
            # A number is written in words in one language at times, never another number in the other.
            assert ar == en or not ar or not en, question.id


def _figures(text: str) -> list[float]:
    """The numbers of a text, with "thousand" and commas read."""
    found = []
    for match in _FIGURES.finditer(text):
        number = float(match.group().replace(",", ""))
        found.append(number * 1000 if re.match(r"\s*ألفا?\b", text[match.end() :]) else number)
    return sorted(found)


@pytest.mark.parametrize("name", TRAINING)
def test_who_says_it_is_named_in_the_right_document(name: str) -> None:
    for question in taught(name):
        if question.said_by is None:
            continue
        # What nobody says has no document either.
        assert question.document is not None, question.id
        assert question.said_by in documents(name)[question.document].text, question.id


@pytest.mark.parametrize("name", TRAINING)
def test_the_key_sentences_of_a_readout_stand_in_its_sentences(name: str) -> None:
    assert _key(name).keys() == documents(name).keys()
    for identifier, sentences in _key(name).items():
        assert len(sentences) in _KEYED, identifier
        found = [
            [
                passage.number
                for passage in passages(name, identifier)
                if passage.kind == "sentence" and part in passage.text
            ]
            for part in sentences
        ]
        assert [len(some) for some in found] == [1] * len(sentences), identifier
        assert len({one for some in found for one in some}) == len(sentences), identifier
        assert [documents(name)[identifier].text.count(part) for part in sentences] == [1] * len(sentences), identifier
