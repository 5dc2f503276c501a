"""The gold of questions across documents as the tests read it: its schema, and the readouts that it asks of."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from index.manifest import read_manifest
from index.passages import split_passages

if TYPE_CHECKING:
    from index.types import Document, Passage

ROOT = Path(__file__).parent.parent
FILE = ROOT / "tests" / "gold" / "library.jsonl"
CHANGES = ROOT / "tests" / "gold" / "library.changes.jsonl"
FOLDERS = ("seeds", "tests/gold/readouts", "tests/gold/library")


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Told(_Strict):
    """A stretch that a right passage of a document contains."""

    document: str
    text: str


class Value(_Strict):
    """The precise answer; the days are those of a date, the number that of a count."""

    kind: Literal["date", "duration", "count", "amount", "percentage", "person", "place", "organisation"]
    ar: str
    en: str
    first_day: date | None = None
    last_day: date | None = None
    number: int | None = None


class Across(_Strict):
    """A question of the whole library."""

    id: str
    question: str
    language: Literal["ar", "en"]
    kind: Literal["when", "how_long", "how_many", "who", "where", "why", "whether", "how", "what"]
    tags: tuple[str, ...]
    asked_on: date
    documents: tuple[str, ...]
    needs: Literal["any", "all", "events"]
    passages: tuple[Told, ...]
    value: Value | None


class About(_Strict):
    """What two passages are about."""

    ar: str
    en: str


class Pair(_Strict):
    """Two passages that contradict each other, or only look as if they did."""

    id: str
    kind: Literal["initiator", "duration", "number", "date", "discussed", "agreed", "fact"]
    tags: tuple[str, ...]
    a: str
    b: str
    a_passage: str
    b_passage: str
    about: About


class Change(_Strict):
    """What one readout tells and another does not, or tells otherwise."""

    id: str
    tags: tuple[Literal["silence", "alike", "reworded", "kept", "new", "dropped"]]
    a: str
    b: str
    a_passage: str | None
    b_passage: str | None
    about: About


@cache
def documents() -> dict[str, Document]:
    """All readouts that are asked of."""
    return {document.id: document for folder in FOLDERS for document in read_manifest(ROOT / folder)}


@cache
def passages(document: str) -> tuple[Passage, ...]:
    return tuple(split_passages(documents()[document]))


@cache
def rows() -> tuple[Across | Pair, ...]:
    """The lines of the file, in order."""
    found = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    return tuple((Across if "question" in row else Pair).model_validate(row) for row in found)


def questions() -> list[Across]:
    return [row for row in rows() if isinstance(row, Across)]


def pairs() -> list[Pair]:
    return [row for row in rows() if isinstance(row, Pair)]


@cache
def changes() -> tuple[Change, ...]:
    """The lines of the other file, in order."""
    return tuple(Change.model_validate_json(line) for line in CHANGES.read_text(encoding="utf-8").splitlines())
