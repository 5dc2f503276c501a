"""The gold of two sides tells the truth: its readouts are of one event, its substrings stand once, its halves are balanced."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from index.manifest import read_manifest
from tests.gold_library import ROOT

DOCUMENTS = {document.id: document for document in read_manifest(ROOT / "tests/gold/sides")}
ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (ROOT / "tests/gold/sides.jsonl").read_text("utf-8").splitlines()
]
_LOOKS_LIKE_ONE = {"same", "rounded", "complement", "other_matter"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['pair']}-{row['kind']}")
def test_each_stretch_stands_once_in_its_readout(row: dict[str, Any]) -> None:
    first, second = (DOCUMENTS[name] for name in row["documents"])
    assert (first.text.count(row["first"]), second.text.count(row["second"])) == (1, 1)
    assert first.event == second.event
    assert first.side != second.side
    is_one, *why = row["tags"]
    assert (is_one == "contradiction" and not why) or (is_one == "no-contradiction" and set(why) <= _LOOKS_LIKE_ONE)


def test_each_half_has_as_many_contradictions_in_each_pair_of_languages() -> None:
    halves: dict[int, Counter[str]] = {0: Counter(), 1: Counter()}
    for row in ROWS:
        languages = "-".join(sorted(DOCUMENTS[name].language for name in row["documents"]))
        halves[row["pair"] % 2][languages] += row["tags"][0] == "contradiction"
    assert halves == {
        0: Counter({"ar-en": 27, "ar-ar": 10, "en-en": 6}),
        1: Counter({"ar-en": 23, "en-en": 10, "ar-ar": 8}),
    }
