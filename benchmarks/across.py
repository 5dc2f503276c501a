"""What is found across documents, measured on ``tests/gold``: contradictions, and timelines.

    python -m benchmarks.across

Contradictions: of the gold pairs, how many are found, of each kind; and how many of those found are in the gold.
``tests/gold/library.jsonl`` is measured where it is there.
"""

from __future__ import annotations

import json
import os
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


@dataclass(frozen=True)
class Pair:
    """Two readouts with the stretches that contradict each other: kind, the first's, the second's."""

    one: str
    other: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass
class Found:
    """What was found, counted by kind: ``right`` of ``gold``, and the ``false`` ones as they are shown."""

    gold: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    told: int = 0
    false: list[str] = field(default_factory=list)


def folders() -> list[Path]:
    """The folders of gold readouts."""
    found = [GOLD / "readouts", GOLD / "library", *sorted((GOLD / "training").iterdir())]
    return [folder for folder in found if (folder / "manifest.json").is_file()]


def gold_pairs() -> list[Pair]:
    """The pairs of ``contradictions.jsonl``."""
    rows = [json.loads(line) for line in (GOLD / "contradictions.jsonl").read_text("utf-8").splitlines()]
    return _pairs((*row["documents"], row["kind"], row["first"], row["second"]) for row in rows)


def library_pairs() -> list[Pair]:
    """The pairs of ``library.jsonl`` that are of one call; none where the file is not there."""
    file = GOLD / "library.jsonl"
    rows: list[dict[str, Any]] = (
        [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.is_file() else []
    )
    return _pairs(
        (row["a"], row["b"], row["kind"], row["a_passage"], row["b_passage"])
        for row in rows
        if "contradiction" in row.get("tags", ())
    )


def _pairs(rows: Iterable[tuple[str, str, str, str, str]]) -> list[Pair]:
    by_documents: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for one, other, kind, first, second in rows:
        by_documents.setdefault((one, other), []).append((kind, first, second))
    return [Pair(one, other, tuple(some)) for (one, other), some in by_documents.items()]


def holds(citation: Citation, stretch: str) -> bool:
    """Whether a citation holds the beginning of a stretch of its document."""
    return citation.start <= citation.document.text.index(stretch) < citation.end


def measure(library: Library, pairs: Iterable[Pair], documents: Mapping[str, Document]) -> Found:
    """Compare the readouts of pairs and count what is found."""
    found = Found()
    for pair in pairs:
        comparison = compare(library, documents[pair.one], documents[pair.other], "en")
        hit: set[int] = set()
        for opposed in comparison.contradictions:
            rows = [
                at
                for at, (_, first, second) in enumerate(pair.rows)
                if holds(opposed.one, first) and holds(opposed.other, second)
            ]
            hit.update(rows)
            found.told += 1
            if not rows:
                found.false.append(f"{opposed.kind}: {opposed.one.quote[:90]} | {opposed.other.quote[:90]}")
        for at, (kind, _, _) in enumerate(pair.rows):
            found.gold[kind] += 1
            found.right[kind] += at in hit
    return found


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
    cache = Path(os.environ.get("READOUT_CACHE", Path.home() / ".cache" / "readout"))
    loaded = load_encoder("embedded", cache)
    documents = {one.id: one for folder in folders() for one in read_manifest(folder)}
    readouts = read_manifest(GOLD / "readouts")
    with TemporaryDirectory() as folder:
        library = Library(Path(folder), lambda: loaded, documents.values)
        of_file = gold_pairs()
        _print(
            "contradictions.jsonl, learned from",
            measure(library, [one for one in of_file if not one.one.startswith(REPORTED)], documents),
        )
        _print(
            "contradictions.jsonl, the others",
            measure(library, [one for one in of_file if one.one.startswith(REPORTED)], documents),
        )
        _print("library.jsonl", measure(library, library_pairs(), documents))
        library.close()
    with TemporaryDirectory() as folder:
        library = Library(Path(folder), lambda: loaded, lambda: readouts)
        right, wanted, wrong = measure_timelines(library)
        print(f"timelines: {right} of {wanted} passages found, {wrong} others")
        library.close()


def _print(name: str, found: Found) -> None:
    print(
        f"{name}: {found.right.total()} of {found.gold.total()} found; "
        f"{len(found.false)} of {found.told} told are not in the gold"
    )
    for kind, wanted in sorted(found.gold.items()):
        print(f"    {kind}: {found.right[kind]} of {wanted}")
    for false in found.false:
        print(f"    not in the gold: {' '.join(false.split())}")


if __name__ == "__main__":
    main()
