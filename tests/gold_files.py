"""The files of gold questions as the tests read them: their schema, and the readouts that they ask of."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from index.manifest import read_manifest
from index.passages import split_passages

if TYPE_CHECKING:
    from index.types import Document, Passage

GOLD = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parent.parent / "seeds"
SEED = "seed.jsonl"
TUNE, REPORT = "questions.tune.jsonl", "questions.report.jsonl"
FILES = (SEED, TUNE, REPORT)
TRAINING = tuple(f"training/{letter}/questions.jsonl" for letter in "bdghklnr")
KINDS = Literal["when", "how_long", "how_many", "who", "where", "why", "whether", "how", "what"]

TAGS = {
    "plain", "paraphrase", "keywords", "entity", "misspelling", "no_hamza", "harakat", "arabic_indic_digits", "egyptian",
    "levantine", "gulf", "latin_arabic", "whether", "why", "order", "amount", "said",
}  # fmt: skip


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Value(_Strict):
    kind: Literal["date", "duration"]
    ar: str
    en: str


class TaughtValue(_Strict):
    kind: Literal["date", "duration", "person", "place", "organisation", "count", "amount", "percentage", "reason"]
    span: str
    ar: str
    en: str


class Asked(_Strict):
    id: str
    question: str
    language: Literal["ar", "en"]
    kind: KINDS
    answerable: bool
    passages: list[str]
    distance: Literal["near", "far"] | None
    tags: list[str]
    document: str | None
    documents: list[str]


class Question(Asked):
    value: Value | None


class Taught(Asked):
    value: TaughtValue | None
    said_by: str | None


@cache
def documents(name: str) -> dict[str, Document]:
    """The documents of the library that a file's questions are asked of."""
    folders = [(GOLD / name).parent] if name in TRAINING else [SEEDS, GOLD / "readouts"]
    return {document.id: document for folder in folders for document in read_manifest(folder)}


@cache
def passages(name: str, document: str) -> tuple[Passage, ...]:
    return tuple(split_passages(documents(name)[document]))


def _lines(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


@cache
def questions(name: str) -> tuple[Question, ...]:
    """The questions of one of ``FILES``."""
    found = []
    for fields in _lines(name):
        if name == SEED:
            # The first file asks of one article alone, so its lines name none.
            (article,) = read_manifest(SEEDS)
            right = [article.id] if fields["answerable"] else []
            fields |= {"document": right[0] if right else None, "documents": right}
        found.append(Question.model_validate(fields))
    return tuple(found)


@cache
def taught(name: str) -> tuple[Taught, ...]:
    """The questions of one of ``TRAINING``; their place stands for an id, which they have none of."""
    letter = (GOLD / name).parent.name
    return tuple(
        Taught.model_validate({**fields, "id": f"{letter}{number:03d}"})
        for number, fields in enumerate(_lines(name), start=1)
    )


def asked(name: str) -> tuple[Asked, ...]:
    """The questions of any file."""
    return taught(name) if name in TRAINING else questions(name)


def holders(name: str, question: Asked, part: str) -> list[Passage]:
    """The passages of a question's right documents that a substring stands in."""
    return [passage for document in question.documents for passage in passages(name, document) if part in passage.text]


def crosses(name: str, question: Asked) -> bool:
    """Whether every right document is in the other language."""
    return all(documents(name)[document].language != question.language for document in question.documents)
