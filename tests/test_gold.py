"""The gold tells the truth: its schema, its substrings, its values, its halves, and the readouts that it asks of."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest

from index.dates import find_dates
from index.durations import find_durations
from index.manifest import read_manifest
from tests.gold_files import (
    FILES,
    GOLD,
    REPORT,
    SEED,
    TAGS,
    TRAINING,
    TUNE,
    asked,
    crosses,
    documents,
    holders,
    passages,
    questions,
)

_ARABIC = re.compile(r"[\u0620-\u064a]")
_HARAKAT = re.compile(r"[\u064b-\u0652]")


@pytest.mark.parametrize(("name", "letter", "count"), [(SEED, "s", 278), (TUNE, "t", 210), (REPORT, "r", 210)])
def test_the_questions_are_numbered_in_their_order(name: str, letter: str, count: int) -> None:
    assert [question.id for question in asked(name)] == [f"{letter}{n:03d}" for n in range(1, count + 1)]


def test_no_question_is_asked_twice() -> None:
    found = sorted(question.question for name in FILES for question in asked(name))
    assert [one for one, following in pairwise(found) if one == following] == []


@pytest.mark.parametrize("name", [*FILES, *TRAINING])
def test_a_question_is_in_the_language_of_its_script(name: str) -> None:
    for question in asked(name):
        in_arabic = bool(_ARABIC.search(question.question))
        assert in_arabic == (question.language == "ar" and "latin_arabic" not in question.tags), question.id
        assert question.question == question.question.strip()


@pytest.mark.parametrize("name", [*FILES, *TRAINING])
def test_tags_are_known_and_say_what_is_so(name: str) -> None:
    for question in asked(name):
        assert question.tags, question.id
        assert set(question.tags) <= TAGS, question.id
        assert len(set(question.tags)) == len(question.tags), question.id
        if name != SEED:
            assert ("whether" in question.tags) == (question.kind == "whether"), question.id
            assert ("why" in question.tags) == (question.kind == "why"), question.id
        if "harakat" in question.tags:
            assert len(_HARAKAT.findall(question.question)) > len(question.question) / 5, question.id
        if "arabic_indic_digits" in question.tags:
            assert re.search("[٠-٩]", question.question), question.id
        if "no_hamza" in question.tags:
            assert not re.search("[أإآ]", question.question), question.id


@pytest.mark.parametrize("name", [*FILES, *TRAINING])
def test_what_is_answerable_has_an_answer_and_nothing_else_has(name: str) -> None:
    for question in asked(name):
        assert question.answerable == bool(question.passages) == bool(question.documents), question.id
        assert question.answerable == (question.distance is None), question.id
        assert question.document == (question.documents[0] if question.documents else None), question.id


@pytest.mark.parametrize("name", [*FILES, *TRAINING])
def test_each_substring_stands_once_and_inside_one_passage(name: str) -> None:
    for question in asked(name):
        assert len(set(question.passages)) == len(question.passages), question.id
        found = [holders(name, question, part) for part in question.passages]
        assert [len(some) for some in found] == [1] * len(found), question.id
        # The training sets are stricter: a substring stands nowhere else in the set.
        among = documents(name) if name in TRAINING else question.documents
        texts = [documents(name)[document].text for document in among]
        assert [sum(text.count(part) for text in texts) for part in question.passages] == [1] * len(found), question.id


@pytest.mark.parametrize("name", [*FILES, *TRAINING])
def test_each_right_document_answers_and_headings_only_beside_sentences(name: str) -> None:
    for question in asked(name):
        found = [passage for part in question.passages for passage in holders(name, question, part)]
        assert {passage.document for passage in found} == set(question.documents), question.id
        assert not found or any(passage.kind != "heading" for passage in found), question.id
        if found and name != SEED:
            assert question.document in {passage.document for passage in found[:1]}, question.id


@pytest.mark.parametrize("name", FILES)
def test_a_value_is_the_same_in_both_languages_and_stands_in_a_right_passage(name: str) -> None:
    for question in questions(name):
        assert question.answerable or question.value is None, question.id
        if question.value is None:
            continue
        ar, en = _values(question.value.kind, question.value.ar), _values(question.value.kind, question.value.en)
        assert len(en) == 1, question.id
        assert ar == en, question.id
        found = [passage for part in question.passages for passage in holders(name, question, part)]
        told = {one[:3] for passage in found for one in _values(question.value.kind, passage.text)}
        assert {one[:3] for one in en} <= told, question.id


def _values(kind: str, text: str) -> set[tuple[object, ...]]:
    """What a text says, to be compared; a bound ("at most") comes last, for a text may say it from afar."""
    if kind == "date":
        return {(found.year, found.month, found.day) for found in find_dates(text)}
    return {(found.amount, found.unit, found.rest, found.bound) for found in find_durations(text)}


def test_no_document_is_asked_of_in_both_halves() -> None:
    tune, report = ({one for question in asked(name) for one in question.documents} for name in (TUNE, REPORT))
    assert not tune & report
    assert len(tune) == len(report) == 7
    assert tune | report == {document.id for document in read_manifest(GOLD / "readouts")}
    for half in (tune, report):
        assert sorted(documents(TUNE)[one].language for one in half).count("ar") in (3, 4)


@pytest.mark.parametrize("name", [TUNE, REPORT])
def test_each_half_is_balanced(name: str) -> None:
    found = asked(name)
    answerable = [question for question in found if question.answerable]
    near = [question for question in found if question.distance == "near"]
    unanswerable = len(found) - len(answerable)
    assert abs(unanswerable / len(found) - 1 / 3) < 0.02
    assert 0.75 <= len(near) / unanswerable <= 0.8
    assert abs(sum(question.language == "ar" for question in found) / len(found) - 0.5) < 0.01
    assert sum(crosses(name, question) for question in answerable) / len(answerable) >= 0.4
    assert {tag for question in found for tag in question.tags} >= TAGS


def test_the_readouts_are_in_both_languages_and_of_a_readouts_length() -> None:
    readouts = read_manifest(GOLD / "readouts")
    assert sorted(document.language for document in readouts) == ["ar"] * 7 + ["en"] * 7
    for document in readouts:
        kinds = [passage.kind for passage in passages(TUNE, document.id)]
        assert 8 <= kinds.count("sentence") <= 25, document.id
        assert document.id.endswith(f".{document.language}")


@pytest.mark.parametrize("name", [TUNE, *TRAINING])
def test_every_file_of_the_folder_is_in_the_manifest(name: str) -> None:
    folder = (GOLD / name).parent if name in TRAINING else GOLD / "readouts"
    listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["documents"]
    named = {one["file"] for one in listed} | {one["translation"]["file"] for one in listed if "translation" in one}
    beside = {"questions.jsonl", "key.json"} if name in TRAINING else set()
    assert {path.name for path in folder.iterdir()} == named | {"manifest.json"} | beside


def test_a_translation_stands_beside_every_passage() -> None:
    translated = [document for document in read_manifest(GOLD / "readouts") if document.translation is not None]
    assert sorted(document.language for document in translated) == ["ar", "ar", "en", "en"]
    for document in translated:
        for passage in passages(TUNE, document.id):
            assert passage.translation, passage
            assert bool(_ARABIC.search(passage.translation)) == (document.language == "en"), passage
