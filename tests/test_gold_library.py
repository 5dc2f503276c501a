"""The gold of questions across documents tells the truth: its readouts, its substrings, its days, its balance."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from index.dates import find_dates
from index.manifest import read_manifest
from tests.gold_library import (
    ROOT,
    Across,
    Change,
    Pair,
    Value,
    changes,
    documents,
    pairs,
    passages,
    questions,
    rows,
)

if TYPE_CHECKING:
    from index.types import Document

NEW = read_manifest(ROOT / "tests/gold/library")
_ARABIC = re.compile(r"[\u0620-\u064a]")
_ANY = {"temporal", "across"}
_TAGS = {
    "temporal": {"last", "previous", "first", "before", "since", "period", "count", "nothing"},
    "across": {"other_call", "other_parties", "both_sides"},
}
_HOW = {
    "whether", "why", "said", "keywords", "misspelling", "no_hamza", "arabic_indic_digits", "egyptian", "levantine", "gulf",
}  # fmt: skip
_ALIKE = {"same", "rounded", "complement", "other_call", "other_parties"}


@pytest.mark.parametrize("identifier", documents())
def test_the_parties_and_the_day_of_each_event_are_told(identifier: str) -> None:
    document = documents()[identifier]
    assert len(document.parties) == 2
    # A line may be broken inside a name.
    words = " ".join(document.text.split())
    assert [party for party in document.parties if party not in words] == []
    assert document.event is not None
    assert document.published is not None
    assert 0 <= (document.published.date() - document.event).days <= 2


@pytest.mark.parametrize("document", NEW, ids=lambda document: document.id)
def test_a_new_readout_is_of_a_readouts_length(document: Document) -> None:
    assert document.id.endswith(f"-{document.event}.{document.language}")
    assert 140 <= len(document.text.split()) <= 400
    assert 8 <= [passage.kind for passage in passages(document.id)].count("sentence") <= 25


def test_there_are_three_series_of_calls_told_by_both_sides() -> None:
    assert len(documents()) == 36
    calls = Counter(document.event for document in NEW if not document.id.startswith("aurelia-fayhan"))
    assert len(calls) == 11
    assert sum(count > 1 for count in calls.values()) == 8
    assert Counter(document.language for document in NEW) == {"en": 12, "ar": 9}


def test_the_lines_are_numbered_in_their_order_and_nothing_is_asked_twice() -> None:
    assert [row.id for row in rows()] == [f"l{number:03d}" for number in range(1, len(rows()) + 1)]
    assert max(Counter(row.question for row in questions()).values()) == 1
    assert max(Counter((row.a, row.b, row.a_passage, row.b_passage) for row in pairs()).values()) == 1


@pytest.mark.parametrize("row", [*rows(), *changes()], ids=lambda row: row.id)
def test_each_stretch_stands_once_and_inside_one_passage(row: Across | Pair | Change) -> None:
    told = (
        [(one.document, one.text) for one in row.passages]
        if isinstance(row, Across)
        else [(row.a, row.a_passage), (row.b, row.b_passage)]
    )
    for document, text in told:
        if text is None:
            continue
        assert documents()[document].text.count(text) == 1, text
        assert sum(text in passage.text for passage in passages(document)) == 1, text


@pytest.mark.parametrize("row", questions(), ids=lambda row: row.id)
def test_a_question_is_what_it_says(row: Across) -> None:
    assert bool(_ARABIC.search(row.question)) == (row.language == "ar")
    assert row.documents == tuple(dict.fromkeys(one.document for one in row.passages))
    assert bool(row.documents) == ("nothing" not in row.tags)
    (about,) = _ANY.intersection(row.tags)
    assert _TAGS[about].intersection(row.tags)
    assert set(row.tags) <= _TAGS[about] | _HOW | {about}
    assert ("whether" in row.tags) == (row.kind == "whether")
    assert ("why" in row.tags) == (row.kind == "why")
    if "no_hamza" in row.tags:
        assert not re.search("[أإآ]", row.question)
    if "arabic_indic_digits" in row.tags:
        assert re.search("[٠-٩]", row.question)
    # Nothing is asked of a day to come.
    assert all(
        one.event is not None and one.event <= row.asked_on for one in map(documents().get, row.documents) if one
    )


@pytest.mark.parametrize("row", [row for row in questions() if row.value], ids=lambda row: row.id)
def test_a_value_is_the_same_in_both_languages(row: Across) -> None:
    assert isinstance(row.value, Value)
    assert not _ARABIC.search(row.value.en)
    if row.value.kind == "date":
        (ar,), (en,) = find_dates(row.value.ar), find_dates(row.value.en)
        assert (ar.year, ar.month, ar.day) == (en.year, en.month, en.day)
        assert ar.first_day == row.value.first_day
        whole = ar.day is not None
        assert row.value.last_day == (ar.first_day if whole else date(ar.first_day.year, 12, 31))
    else:
        assert row.value.first_day is None
        assert row.value.last_day is None
    assert (row.value.kind == "count" and row.value.number is not None) or row.value.number is None


@pytest.mark.parametrize("row", pairs(), ids=lambda row: row.id)
def test_a_pair_is_of_two_readouts_and_contradictions_are_of_the_same_event(row: Pair) -> None:
    first, second = documents()[row.a], documents()[row.b]
    assert first.id != second.id
    assert _ARABIC.search(row.about.ar)
    assert not _ARABIC.search(row.about.en)
    if row.tags[0] == "contradiction":
        assert first.event == second.event
        assert first.side != second.side
    else:
        assert row.tags[0] == "no-contradiction"
        assert set(row.tags[1:]) <= _ALIKE
        other = {"other_call", "other_parties"}.intersection(row.tags)
        assert bool(other) == (first.event != second.event)


@pytest.mark.parametrize("row", changes(), ids=lambda row: row.id)
def test_a_silence_is_of_one_event_and_a_change_of_one_side_from_call_to_call(row: Change) -> None:
    first, second = documents()[row.a], documents()[row.b]
    assert first.event is not None
    assert second.event is not None
    (sort,) = row.tags
    assert (row.a_passage is None) == (sort == "new")
    assert (row.b_passage is None) == (sort in {"silence", "dropped"})
    assert _ARABIC.search(row.about.ar)
    assert not _ARABIC.search(row.about.en)
    if sort == "alike":
        assert first.id != second.id
    elif sort == "silence":
        assert first.event == second.event
        assert first.side != second.side
    else:
        assert first.event < second.event
        assert row.a.split("-")[0] == row.b.split("-")[0]


def test_the_lines_of_the_other_file_are_numbered_and_none_is_there_twice() -> None:
    assert [row.id for row in changes()] == [f"c{number:03d}" for number in range(1, len(changes()) + 1)]
    assert max(Counter((row.a, row.b, row.a_passage, row.b_passage) for row in changes()).values()) == 1


def test_both_halves_hold_each_sort_in_both_languages() -> None:
    for half in (rows()[0::2], rows()[1::2]):
        asked = [row for row in half if isinstance(row, Across)]
        told = [row for row in half if isinstance(row, Pair)]
        sorts = Counter((row.tags[0], "nothing" in row.tags, row.language) for row in asked)
        assert sorts["across", False, "ar"] == sorts["across", False, "en"] == 15
        assert {sorts["temporal", False, language] for language in ("ar", "en")} == {12, 13}
        assert sorts["temporal", True, "ar"] == sorts["temporal", True, "en"] == 3
        assert Counter(row.tags[0] for row in told)["contradiction"] in {27, 28}
        assert Counter(row.tags[0] for row in told)["no-contradiction"] in {12, 13}


def test_the_key_sentences_of_each_new_readout_stand_in_its_sentences() -> None:
    key = json.loads((ROOT / "tests/gold/library/key.json").read_text(encoding="utf-8"))
    assert key.keys() == {document.id for document in NEW}
    for identifier, parts in key.items():
        assert len(parts) in {5, 6}, identifier
        found = [
            [one.number for one in passages(identifier) if one.kind == "sentence" and part in one.text]
            for part in parts
        ]
        assert [len(some) for some in found] == [1] * len(parts), identifier
        assert len({one for some in found for one in some}) == len(parts), identifier
        assert [documents()[identifier].text.count(part) for part in parts] == [1] * len(parts), identifier
