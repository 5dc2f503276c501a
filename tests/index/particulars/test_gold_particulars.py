"""How much is found of the readouts of ``tests/gold``, and how much of that is right."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.manifest import read_manifest
from index.particulars import Told, find_particulars
from index.particulars.types import Particular, value_of

if TYPE_CHECKING:
    from index.types import Document

ROOT = Path(__file__).parents[3]
FOLDERS = [ROOT / "seeds", ROOT / "tests/gold/readouts", *sorted((ROOT / "tests/gold/training").iterdir())]
GOLD = [json.loads(line) for line in (ROOT / "tests/gold/particulars.jsonl").read_text(encoding="utf-8").splitlines()]
FIELDS = ("title", "issuer", "side", "parties", "event", "published")

# Of each: right, wrong, and not found though a reader can tell; of 47 documents, where the rest tell nothing.
HELD = {
    "title": (40, 0, 0),
    "issuer": (32, 0, 1),
    "side": (29, 0, 18),
    "parties": (46, 0, 1),
    "event": (36, 0, 3),
    "published": (35, 0, 1),
}


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {one.id: one for folder in FOLDERS for one in read_manifest(folder)}


def found_of(document: Document, field: str) -> object:
    """What is found of a text that came under a name that tells nothing."""
    found: Particular[object] | None = getattr(find_particulars(document.text, Told("a file")), field)
    if found is None or found.where == "file name":
        return None
    if field == "title" and found.sureness == "likely":
        return None
    value = value_of(found)
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes") if value.hour or value.minute else value.date().isoformat()
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, str) else str(value)


def verdict(found: object, told: object) -> str:
    if not found:
        return "missed" if told else "silent"
    return "right" if found == told else "wrong"


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_found_is_right_and_what_nothing_tells_stays_unknown(
    field: str, documents: dict[str, Document]
) -> None:
    verdicts = {one["document"]: verdict(found_of(documents[one["document"]], field), one[field]) for one in GOLD}
    counts = Counter(verdicts.values())
    told = [name for name, what in verdicts.items() if what in {"wrong", "missed"}]
    assert (counts["right"], counts["wrong"], counts["missed"]) == HELD[field], told


def test_the_language_of_each_is_found(documents: dict[str, Document]) -> None:
    found = {name: find_particulars(one.text, Told("a file")).language.value for name, one in documents.items()}
    assert found == {name: one.language for name, one in documents.items()}


def test_the_gold_agrees_with_the_manifests(documents: dict[str, Document]) -> None:
    assert {one["document"] for one in GOLD} == set(documents)
    for one in GOLD:
        document = documents[one["document"]]
        assert document.published is not None
        assert one["published"] is None or document.published.isoformat().startswith(one["published"][:10])
        assert one["event"] is None or one["event"] <= document.published.date().isoformat()
        in_one_line = " ".join(document.text.split())
        names = [*one["parties"], *([one["issuer"]] if one["issuer"] else [])]
        assert [name for name in names if name.casefold() not in in_one_line.casefold()] == []
