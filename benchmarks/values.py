"""How right the precise answers are, on the gold of values; and every answer text, as a file that a person reads.

    python -m benchmarks.values [GOLD] [--answers FILE]

Each question is answered from its gold passage, so that the search does not count. GOLD is ``tests/gold/values.jsonl`` where it
is not given. With ``--answers`` the texts are written: ``tests/gold/values.answers.txt`` holds them, and a test compares.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from bot.answer.attribution import attribute
from bot.answer.compose import compose
from bot.answer.question import read_question, sought
from bot.answer.types import Citation, LabelledTranslation, QuestionKind, ValueKind
from bot.answer.values import find_value
from index.manifest import read_manifest
from index.passages import split_passages
from index.types import LANGUAGES, Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.types import Question, Value
    from index.types import Document, Passage

GOLD = Path("tests/gold/values.jsonl")
# The day that the answers are composed on, so that "by today" says the same every day.
TODAY = date(2026, 1, 15)
Outcome = Literal["right", "right_silent", "missed", "wrong_value", "wrong_kind"]


class GoldValue(BaseModel):
    """The value that answers: ``text[start:end]`` of the document."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    kind: ValueKind
    start: int
    end: int


class GoldRow(BaseModel):
    """A question of the gold with the passage that answers it; without a value where none is to be shown."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    question: str
    language: Language
    folder: Path
    document: str
    passage: str
    kind: QuestionKind
    value: GoldValue | None


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a question.

    Attributes:
        row: The question.
        is_kind_right: Whether it was read as the kind of question that it is.
        outcome: Of its value.
        seconds: What finding the value, who says it and the words took.
    """

    row: GoldRow
    is_kind_right: bool
    outcome: Outcome
    seconds: float


def read_rows(gold: Path = GOLD) -> list[GoldRow]:
    """The questions."""
    return [GoldRow.model_validate(json.loads(line)) for line in gold.read_text(encoding="utf-8").splitlines()]


def judge(rows: Sequence[GoldRow]) -> list[Judged]:
    """What becomes of each question, in its own language; each is asked twice and timed the second time."""
    judged = []
    for row in rows:
        question = read_question(row.question)
        answer_text(row, question)
        started = time.perf_counter()
        value, _ = answer_text(row, question)
        seconds = time.perf_counter() - started
        judged.append(Judged(row, question.kind == row.kind, _outcome(row.value, value), seconds))
    return judged


def answers(rows: Sequence[GoldRow]) -> str:
    """Every question with its answer in both languages, for a person to read."""
    lines: list[str] = []
    for row in rows:
        lines.append(f"{row.id} {row.question}")
        lines += [f"  {one}: {answer_text(row, read_question(row.question, one))[1]}" for one in LANGUAGES]
    return "\n".join(lines) + "\n"


def answer_text(row: GoldRow, question: Question) -> tuple[Value | None, str]:
    """The value in the gold passage of a question, and the words of the answer."""
    document, passages, passage = _place(row)
    value = find_value(question, passage, document)
    within = (value.start, value.end) if value else None
    attribution = attribute(document, passages, passage.number, question.language, within)
    by = document.translation
    translation = LabelledTranslation(passage.translation, by.language, by.by) if passage.translation and by else None
    citation = Citation(document, passage.start, passage.end, 1.0, attribution, translation)
    publication = sought(question) == "publication"
    return value, compose(question, citation, value, today=TODAY, publication=publication).text


def _place(row: GoldRow) -> tuple[Document, list[Passage], Passage]:
    document, passages = _documents(row.folder)[row.document]
    start = document.text.index(row.passage)
    return document, passages, next(one for one in passages if one.start <= start < one.end)


@cache
def _documents(folder: Path) -> dict[str, tuple[Document, list[Passage]]]:
    return {one.id: (one, split_passages(one)) for one in read_manifest(folder)}


def _outcome(gold: GoldValue | None, value: Value | None) -> Outcome:
    if gold is None:
        return "right_silent" if value is None else "wrong_kind"
    if value is None:
        return "missed"
    if value.kind != gold.kind:
        return "wrong_kind"
    is_within = gold.start <= value.start and value.end <= gold.end
    # A day may be cited with or without the word for day before it, and is the same.
    is_same_day = gold.kind == "date" and (is_within or (value.start <= gold.start and gold.end <= value.end))
    return "right" if (value.start, value.end) == (gold.start, gold.end) or is_same_day else "wrong_value"


def main() -> None:
    """Print the figures; write the answers where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--answers", type=Path, help="where to write every answer text")
    options = parser.parse_args()
    rows = read_rows(options.gold)
    judged = judge(rows)
    valued = [one for one in judged if one.row.value is not None]
    silent = [one for one in judged if one.row.value is None]
    milliseconds = [1000 * one.seconds for one in judged]
    print(f"kind right {sum(one.is_kind_right for one in judged) / len(judged):.1%} of {len(judged)}")
    print(f"value right {sum(one.outcome == 'right' for one in valued) / len(valued):.1%} of {len(valued)}")
    print(f"rightly none {sum(one.outcome == 'right_silent' for one in silent)} of {len(silent)}")
    print(f"of a wrong kind {sum(one.outcome == 'wrong_kind' for one in judged)}")
    print(f"composing: median {statistics.median(milliseconds):.2f} ms, 99 in 100 within "
          f"{statistics.quantiles(milliseconds, n=100)[98]:.2f} ms")  # fmt: skip
    for one in judged:
        if one.outcome not in {"right", "right_silent"} or not one.is_kind_right:
            print(f"  {one.row.id} {one.outcome}, kind {'right' if one.is_kind_right else 'wrong'}: {one.row.question}")
    if options.answers:
        options.answers.write_text(answers(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
