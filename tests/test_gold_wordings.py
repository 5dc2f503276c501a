"""The questions in other words tell the truth of the readouts that they are asked of."""

from __future__ import annotations

import json

from tests.gold_library import ROOT, Across, documents, passages

ROWS = [
    Across.model_validate_json(line) for line in (ROOT / "tests/gold/wordings.jsonl").read_text("utf-8").splitlines()
]


def test_every_stretch_stands_once_in_its_document_and_inside_one_passage() -> None:
    for row in ROWS:
        for told in row.passages:
            assert documents()[told.document].text.count(told.text) == 1, (row.id, told)
            assert [told.text in passage.text for passage in passages(told.document)].count(True) == 1, (row.id, told)


def test_no_question_is_asked_twice_and_none_stands_in_the_librarys_gold() -> None:
    library = {
        row["question"] for row in map(json.loads, (ROOT / "tests/gold/library.jsonl").read_text("utf-8").splitlines())
        if "question" in row
    }  # fmt: skip
    asked = [row.question for row in ROWS]
    assert len(set(asked)) == len(asked) == 174
    assert library.isdisjoint(asked)
    assert [row.id for row in ROWS] == [f"w{number:03}" for number in range(1, len(ROWS) + 1)]


def test_what_is_right_is_told_by_the_documents_that_are_named() -> None:
    for row in ROWS:
        assert list(dict.fromkeys(told.document for told in row.passages)) == list(row.documents)
        assert bool(row.documents) != ("nothing" in row.tags)
