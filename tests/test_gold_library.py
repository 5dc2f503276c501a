"""The gold of questions across documents tells the truth: its readouts, their parties and days."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.manifest import read_manifest
from index.passages import split_passages

if TYPE_CHECKING:
    from index.types import Document

ROOT = Path(__file__).parent.parent
FOLDERS = ("seeds", "tests/gold/readouts", "tests/gold/library")


@cache
def _documents() -> dict[str, Document]:
    found = [document for folder in FOLDERS for document in read_manifest(ROOT / folder)]
    assert len({document.id for document in found}) == len(found)
    return {document.id: document for document in found}


def _new() -> list[Document]:
    return read_manifest(ROOT / "tests/gold/library")


@pytest.mark.parametrize("document", _documents().values(), ids=lambda document: document.id)
def test_the_parties_and_the_day_of_each_event_are_told(document: Document) -> None:
    assert len(document.parties) == 2
    # A line may be broken inside a name.
    words = " ".join(document.text.split())
    assert [party for party in document.parties if party not in words] == []
    assert document.event is not None
    assert document.published is not None
    assert 0 <= (document.published.date() - document.event).days <= 2


@pytest.mark.parametrize("document", _new(), ids=lambda document: document.id)
def test_a_new_readout_is_of_a_readouts_length(document: Document) -> None:
    assert document.event is not None
    assert document.id.endswith(f"-{document.event}.{document.language}")
    assert 140 <= len(document.text.split()) <= 400
    assert 8 <= [passage.kind for passage in split_passages(document)].count("sentence") <= 25


def test_there_are_three_series_of_calls_told_by_both_sides() -> None:
    calls = Counter(document.event for document in _new() if not document.id.startswith("aurelia-fayhan"))
    assert len(calls) == 11
    assert sum(count > 1 for count in calls.values()) == 8
    assert Counter(document.language for document in _new()) == {"en": 12, "ar": 9}
