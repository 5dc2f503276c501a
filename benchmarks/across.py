"""What is found across documents, measured on ``tests/gold``: contradictions, and timelines.

    python -m benchmarks.across
    python -m benchmarks.across --misses

Contradictions: of the gold pairs, how many are found, of each kind; and how many of those told are not in the gold. What is
missed, and what is false, is shown only of the halves that are for development.
"""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from bot.answer.comparison import compare
from bot.answer.timeline import find_timeline
from index.encoder import load_encoder
from index.library import Library
from index.manifest import read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.answer.types import Citation
    from index.types import Document

GOLD = Path(__file__).parents[1] / "tests" / "gold"
REPORTED = ("wadhan", "tehral")
_LANGUAGES = {"en": "English", "ar": "Arabic"}


@dataclass(frozen=True)
class Row:
    """A stretch of each of two readouts that contradict each other; ``is_reported`` where it is looked at only to report."""

    kind: str
    first: str
    second: str
    is_reported: bool


@dataclass(frozen=True)
class Pair:
    """Two readouts with what contradicts each other in them."""

    one: str
    other: str
    rows: tuple[Row, ...]


@dataclass
class Found:
    """What was found, counted by kind: ``right`` of ``gold``; what is not told; and what is told and in no gold."""

    gold: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    told: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)


def folders() -> list[Path]:
    """The folders of gold readouts."""
    found = [GOLD / "readouts", GOLD / "library", GOLD / "sides", *sorted((GOLD / "training").iterdir())]
    return [folder for folder in found if (folder / "manifest.json").is_file()]


def gold_pairs() -> list[Pair]:
    """The pairs of ``contradictions.jsonl``."""
    return _pairs(
        (*row["documents"], Row(row["kind"], row["first"], row["second"], row["documents"][0].startswith(REPORTED)))
        for row in _rows("contradictions.jsonl")
    )


def library_pairs() -> list[Pair]:
    """The pairs of ``library.jsonl`` that are of one call; its even lines are for development."""
    return _pairs(
        (row["a"], row["b"], Row(row["kind"], row["a_passage"], row["b_passage"], bool(int(row["id"][1:]) % 2)))
        for row in _rows("library.jsonl")
        if "contradiction" in row.get("tags", ())
    )


def side_pairs() -> list[Pair]:
    """The pairs of ``sides.jsonl``, of which the even ones are for development."""
    return _pairs(
        (*row["documents"], Row(row["kind"], row["first"], row["second"], bool(row["pair"] % 2)))
        for row in _rows("sides.jsonl")
        if "contradiction" in row["tags"]
    )


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]


def _pairs(rows: Iterable[tuple[str, str, Row]]) -> list[Pair]:
    by_documents: dict[tuple[str, str], list[Row]] = {}
    for one, other, row in rows:
        by_documents.setdefault((one, other), []).append(row)
    return [Pair(one, other, tuple(some)) for (one, other), some in by_documents.items()]


def holds(citation: Citation, stretch: str) -> bool:
    """Whether a citation holds the beginning of a stretch of its document."""
    return citation.start <= citation.document.text.index(stretch) < citation.end


def measure(
    library: Library, pairs: Iterable[Pair], documents: Mapping[str, Document], *, reported: bool | None = None
) -> Found:
    """Compare the readouts of pairs and count what is found of one half, or of all; what is false counts for both."""
    found = Found()
    for pair in pairs:
        wanted = [at for at, row in enumerate(pair.rows) if reported in {None, row.is_reported}]
        if not wanted:
            continue
        comparison = compare(library, documents[pair.one], documents[pair.other], "en")
        hit: set[int] = set()
        for opposed in comparison.contradictions:
            rows = [
                at
                for at, row in enumerate(pair.rows)
                if holds(opposed.one, row.first) and holds(opposed.other, row.second)
            ]
            hit.update(rows)
            found.told += 1
            if not rows:
                found.false.append(f"{opposed.kind}: {opposed.one.quote[:140]} | {opposed.other.quote[:140]}")
        for at in wanted:
            row = pair.rows[at]
            found.gold[row.kind] += 1
            found.right[row.kind] += at in hit
            if at not in hit:
                found.missed.append(f"{pair.one} {row.kind}: {row.first} | {row.second}")
    return found


def languages(pair: Pair, documents: Mapping[str, Document]) -> str:
    """In which languages the readouts of a pair are."""
    found = {documents[pair.one].language, documents[pair.other].language}
    return "across languages" if len(found) > 1 else f"in {_LANGUAGES[found.pop()]}"


def measure_timelines(library: Library) -> tuple[int, int, int]:
    """How many passages of ``timelines.jsonl`` are found, of how many, and how many others."""
    rows = [json.loads(line) for line in (GOLD / "timelines.jsonl").read_text("utf-8").splitlines()]
    right = wanted = wrong = 0
    for row in rows:
        lines = [line.citation for line in find_timeline(library, row["subject"]).lines]
        gold = [(told["document"], told["text"]) for told in row["passages"]]
        wanted += len(gold)
        right += sum(any(one.document.id == name and holds(one, text) for one in lines) for name, text in gold)
        wrong += sum(not any(one.document.id == name and holds(one, text) for name, text in gold) for one in lines)
    return right, wanted, wrong


def main() -> None:
    """Print the figures."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument(
        "--misses", action="store_true", help="what is missed, and what is false, of what is for development"
    )
    misses = parser.parse_args().misses
    cache = Path(os.environ.get("READOUT_CACHE", Path.home() / ".cache" / "readout"))
    loaded = load_encoder("embedded", cache)
    documents = {one.id: one for folder in folders() for one in read_manifest(folder)}
    readouts = read_manifest(GOLD / "readouts")
    with TemporaryDirectory() as folder:
        library = Library(Path(folder), lambda: loaded, documents.values)
        for name, pairs in (
            ("contradictions.jsonl", gold_pairs()),
            ("library.jsonl", library_pairs()),
            ("sides.jsonl", side_pairs()),
        ):
            _print(f"{name}, all", measure(library, pairs, documents))
            for reported in (False, True):
                half = measure(library, pairs, documents, reported=reported)
                _print(f"{name}, {'report' if reported else 'development'}", half, misses=misses and not reported)
            for told in sorted({languages(pair, documents) for pair in pairs}):
                some = [pair for pair in pairs if languages(pair, documents) == told]
                _print(f"{name}, {told}", measure(library, some, documents))
        library.close()
    with TemporaryDirectory() as folder:
        library = Library(Path(folder), lambda: loaded, lambda: readouts)
        right, wanted, wrong = measure_timelines(library)
        print(f"timelines: {right} of {wanted} passages found, {wrong} others")
        library.close()


def _print(name: str, found: Found, *, misses: bool = False) -> None:
    kinds = ", ".join(f"{kind} {found.right[kind]}/{wanted}" for kind, wanted in sorted(found.gold.items()))
    print(
        f"{name}: {found.right.total()} of {found.gold.total()} found; "
        f"{len(found.false)} of {found.told} told are not in the gold"
    )
    print(f"    {kinds}")
    if misses:
        for missed in found.missed:
            print(f"    missed: {' '.join(missed.split())}")
        for false in found.false:
            print(f"    not in the gold: {' '.join(false.split())}")


if __name__ == "__main__":
    main()
