"""The gold of values tells the truth: its schema, its offsets, its balance."""

from __future__ import annotations

import statistics
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict

from benchmarks.values import GoldRow, Judged, answers, judge, read_rows
from index.manifest import read_manifest
from index.passages import split_passages

ROOT = Path(__file__).parent.parent
FILE = Path(__file__).parent / "gold" / "values.jsonl"
KINDS = Literal[
    "when", "how_long", "how_long_since", "who", "who_says", "where", "which", "how_many", "why", "how", "whether", "about",
    "list", "what",
]  # fmt: skip


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _Value(_Strict):
    kind: Literal["date", "duration", "amount", "percentage", "person", "organisation", "place", "reason", "list"]
    span: str
    start: int
    end: int
    ar: str
    en: str


class _Source(_Strict):
    role: Literal["outlet", "agency", "statement", "speaker"]
    name_ar: str
    name_en: str
    span: str | None


class _Question(_Strict):
    id: str
    question: str
    language: Literal["ar", "en"]
    folder: str
    document: str
    passage: str
    kind: KINDS
    value: _Value | None
    attribution: list[_Source]


def _questions() -> list[_Question]:
    return [_Question.model_validate_json(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


@cache
def _text(folder: str, document: str) -> str:
    return next(one.text for one in read_manifest(ROOT / folder) if one.id == document)


@cache
def _passages(folder: str, document: str) -> tuple[tuple[int, int], ...]:
    found = next(one for one in read_manifest(ROOT / folder) if one.id == document)
    return tuple((passage.start, passage.end) for passage in split_passages(found))


@pytest.mark.parametrize("one", _questions(), ids=lambda one: one.id)
def test_what_it_names_stands_there(one: _Question) -> None:
    text = _text(one.folder, one.document)
    assert text.count(one.passage) == 1
    start = text.index(one.passage)
    inside = [
        place
        for place in _passages(one.folder, one.document)
        if place[0] <= start and start + len(one.passage) <= place[1]
    ]
    assert len(inside) == 1
    if one.value is not None:
        assert text[one.value.start : one.value.end] == one.value.span
        assert inside[0][0] <= one.value.start < one.value.end <= inside[0][1]
    assert all(source.span is None or source.span in text for source in one.attribution)
    assert one.attribution


def test_it_is_large_and_balanced() -> None:
    questions = _questions()
    assert [one.id for one in questions] == [f"v{number:03}" for number in range(1, len(questions) + 1)]
    assert len(questions) >= 250
    assert len({(one.folder, one.question) for one in questions}) == len(questions)
    assert min(Counter(one.kind for one in questions).values()) >= 12
    assert abs(Counter(one.language for one in questions)["ar"] - len(questions) / 2) <= 0.1 * len(questions)


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return judge(_rows())


def _rows() -> list[GoldRow]:
    return [row.model_copy(update={"folder": ROOT / row.folder}) for row in read_rows(FILE)]


def test_the_kinds_of_questions_and_their_values_are_right(judged: list[Judged]) -> None:
    valued = [one for one in judged if one.row.value is not None]
    assert sum(one.is_kind_right for one in judged) >= 0.97 * len(judged)
    assert sum(one.outcome == "right" for one in valued) >= 0.95 * len(valued)


def test_no_value_of_a_wrong_kind_is_shown(judged: list[Judged]) -> None:
    assert [one.row.id for one in judged if one.outcome == "wrong_kind"] == []


def test_finding_a_value_and_its_words_takes_less_than_three_milliseconds(judged: list[Judged]) -> None:
    assert statistics.median(one.seconds for one in judged) < 0.003


def test_every_answer_says_what_a_person_has_read() -> None:
    # A change of wording is a change of this file: `python -m benchmarks.values --answers tests/gold/values.answers.txt`.
    assert answers(_rows()) == (FILE.parent / "values.answers.txt").read_text(encoding="utf-8")
