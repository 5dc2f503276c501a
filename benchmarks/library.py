"""Questions of a whole library, measured on ``tests/gold/library.jsonl``: 36 readouts together, asked on the days that it says.

    python -m benchmarks.library [--gold FILE] [--wrong]

What comes first is right by what a question needs: ``any``, the first passage is a right one of a right document; ``all``, the
first passages are right ones of each of the documents; ``events``, the same of each event that they report. Even lines are what
was developed on; of the odd ones nothing but figures is shown, whatever is asked for.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from bot.answer.answerer import Answerer
from bot.answer.compose import headline
from bot.answer.evaluation import GoldValue
from bot.answer.question import read_question
from index.encoder import load_encoder
from index.library import Library
from index.manifest import read_manifest
from index.metrics import share

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answer.types import Answer
    from index.types import Document, Hit, Language

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold" / "library.jsonl"
FOLDERS = ("seeds", "tests/gold/readouts", "tests/gold/library")


class Told(BaseModel):
    """A stretch that a right passage of a document contains."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    document: str
    text: str


class LibraryValue(GoldValue):
    """The precise answer as it is to be shown; of a count the number."""

    kind: str
    first_day: date | None = None
    number: int | None = None


class Asked(BaseModel):
    """A question of the whole library."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    question: str
    language: Literal["ar", "en"]
    tags: tuple[str, ...]
    asked_on: date
    documents: tuple[str, ...]
    needs: Literal["any", "all", "events"]
    passages: tuple[Told, ...]
    value: LibraryValue | None

    @property
    def is_reported(self) -> bool:
        """Whether it is only looked at to report."""
        return int(self.id[1:]) % 2 == 1


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with its answer.

    Attributes:
        asked: The question.
        answer: What is told.
        hits: What was found, told or kept, best first.
        is_first: Whether what it needs comes first.
        is_document: Whether the first passage is of a right document, be it the right one or not.
        is_value: Whether the value that is told is the right one; None where none is asked for.
        seconds: What the answer took.
    """

    asked: Asked
    answer: Answer
    hits: Sequence[Hit]
    is_first: bool
    is_document: bool
    is_value: bool | None
    seconds: float


def read_rows(gold: Path = GOLD) -> list[Asked]:
    """The questions of the file; its pairs are no questions."""
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    return [Asked.model_validate(row) for row in rows if "question" in row]


def read_documents() -> dict[str, Document]:
    """The readouts that are asked of."""
    return {document.id: document for folder in FOLDERS for document in read_manifest(ROOT / folder)}


def judge(library: Library, rows: Iterable[Asked], documents: Mapping[str, Document]) -> list[Judged]:
    """Ask every question on its day."""
    return [_judge_one(library, row, documents) for row in rows]


def _judge_one(library: Library, row: Asked, documents: Mapping[str, Document]) -> Judged:
    noon = datetime(row.asked_on.year, row.asked_on.month, row.asked_on.day, 12, tzinfo=UTC)
    answerer = Answerer(library, lambda: noon)
    found = answerer.find(read_question(row.question))
    hits = found.hits if found is not None else []
    began = time.perf_counter()
    answer = answerer.answer(row.question)
    seconds = time.perf_counter() - began
    is_document = bool(hits) and hits[0].document.id in row.documents
    return Judged(row, answer, hits, comes_first(row, hits, documents), is_document, _is_value(row, answer), seconds)


def comes_first(row: Asked, hits: Sequence[Hit], documents: Mapping[str, Document]) -> bool:
    """Whether what a question needs comes first."""
    right = [_parts(row, hit, documents) for hit in hits]
    if row.needs == "any":
        return bool(right and right[0])
    wanted = {_part(row, name, documents) for name in row.documents}
    return set().union(*right[: len(wanted)]) == wanted


def _parts(row: Asked, hit: Hit, documents: Mapping[str, Document]) -> set[str]:
    """What of that which a question needs a passage gives: the document or the event, if it is a right one of it."""
    return {
        _part(row, told.document, documents)
        for told in row.passages
        if told.document == hit.document.id and told.text in hit.passage.text
    }


def _part(row: Asked, name: str, documents: Mapping[str, Document]) -> str:
    if row.needs != "events":
        return name
    # Whoever reports it, an event is that of a day; two leaders' calls of one day are told apart by them.
    return f"{documents[name].event}"


def _is_value(row: Asked, answer: Answer) -> bool | None:
    wanted, shown = row.value, answer.value
    if wanted is None:
        return None
    if wanted.kind == "count":
        # A number of calls is counted, or stands in a passage.
        return (len(answer.events) or (shown.number if shown else None)) == wanted.number
    if shown is None:
        return False
    if wanted.first_day is not None:
        return shown.day == wanted.first_day
    return shown.text == _in(wanted, answer.question.language)


def _in(value: LibraryValue, language: Language) -> str:
    return value.ar if language == "ar" else value.en


def figures(judged: Sequence[Judged]) -> dict[str, str]:
    """The figures of some questions, by name."""
    answerable = [one for one in judged if "nothing" not in one.asked.tags]
    nothing = [one for one in judged if "nothing" in one.asked.tags]
    answered = [one for one in judged if one.answer.status == "answered"]
    tags = sorted({tag for one in answerable for tag in one.asked.tags})
    told = {f"first, {tag}": _share(one.is_first for one in answerable if tag in one.asked.tags) for tag in tags}
    told |= {
        f"first, needs {need}": _share(one.is_first for one in answerable if one.asked.needs == need)
        for need in ("any", "all", "events")
    }
    return {
        "first": _share(one.is_first for one in answerable),
        "right document first": _share(one.is_document for one in answerable),
        **told,
        "value": _share(one.is_value for one in answerable if one.is_value is not None),
        "answered": _share(one.answer.status == "answered" for one in answerable),
        "right of all answered": _share("nothing" not in one.asked.tags and one.is_first for one in answered),
        "where nothing answers": ", ".join(
            f"{status} {n}" for status, n in sorted(Counter(one.answer.status for one in nothing).items())
        ),
        "median ms": f"{1000 * statistics.median(one.seconds for one in judged):.1f}",
        "longest ms": f"{1000 * max(one.seconds for one in judged):.1f}",
    }


def _share(some: Iterable[bool | None]) -> str:
    found = [bool(one) for one in some]
    part = share(found)
    return "none" if part is None else f"{part:.1%} ({sum(found)} of {len(found)})"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD, help="the questions, in the form of library.jsonl")
    parser.add_argument("--wrong", action="store_true", help="show the questions of the even lines that went wrong")
    options = parser.parse_args()
    cache = Path(os.environ.get("READOUT_CACHE", Path.home() / ".cache" / "readout"))
    loaded = load_encoder("embedded", cache)
    documents = read_documents()
    with TemporaryDirectory() as folder:
        library = Library(Path(folder), lambda: loaded, documents.values)
        library.warm()
        judged = judge(library, read_rows(options.gold), documents)
        library.close()
    halves = {
        "development (even lines)": [one for one in judged if not one.asked.is_reported],
        "report (odd lines)": [one for one in judged if one.asked.is_reported],
    }
    for name, half in halves.items():
        if not half:
            continue
        print(name)
        for figure, value in figures(half).items():
            print(f"    {figure}: {value}")
    if options.wrong:
        for one in halves["development (even lines)"]:
            _show(one)


def _show(one: Judged) -> None:
    is_right = one.answer.status != "answered" if "nothing" in one.asked.tags else one.is_first
    if is_right and one.is_value is not False:
        return
    print(f"{one.asked.id} {one.asked.question} [{one.answer.status}, {'first' if one.is_first else 'NOT FIRST'}]")
    print(f"    {headline(one.answer)}")
    for hit in one.hits[:3]:
        print(f"    {hit.score:.1f} {hit.document.id}: {' '.join(hit.passage.text.split())[:140]}")
    for told in one.asked.passages[:3]:
        print(f"    gold {told.document}: {told.text[:80]}")


if __name__ == "__main__":
    main()
