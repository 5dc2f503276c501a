"""How well a briefing is chosen: the key sentences of 32 readouts that it holds, against simpler ways at equal length.

    python -m benchmarks.briefing

The weights were learned from the sets of ``LEARNED`` (``benchmarks/learn_briefing.py``); the figures are of the others. All
ways choose from the same sentences, titles and bylines left out, as many characters as the first three sentences have, or
a share of the readout's. A way goes on to the next of its order where a sentence has no room.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.answer.briefing import brief
from bot.answer.briefing.centrality import centrality
from bot.answer.briefing.choosing import choose
from bot.answer.briefing.material import lay_out
from bot.answer.briefing.salience import load_salience
from bot.answer.briefing.types import BriefingRequest, Readout
from bot.answer.briefing.weighing import weigh_material
from index.abilities import unit
from index.encoder import load_encoder
from index.learned import load_learned
from index.manifest import read_manifest
from index.passages import split_passages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answer.briefing.material import Material
    from bot.answer.briefing.salience import Salience
    from bot.answer.briefing.weighing import Weighed
    from index.encoder import LoadedEncoder, Vectors
    from index.types import Document

GOLD = Path("tests/gold/training")
LEARNED, REPORTED = "bdgh", "klnr"
LENGTHS: tuple[float | None, ...] = (None, 0.2, 0.3)
DRAWS = 200
SAME = Path("tests/gold/same.json")
"""Pairs of sentences that say the same, by set, each as a substring; marked by hand among the pairs that are most alike."""
BRIEFINGS = (1500, 4000, 8000)


@dataclass(frozen=True, slots=True)
class Keyed:
    """A readout with its key sentences.

    Attributes:
        material: What can be told of it.
        key: (n,), whether each candidate is one that a desk officer would put into a briefing.
    """

    material: Material
    key: Vectors

    @property
    def sizes(self) -> Vectors:
        """(n,), in characters."""
        return np.array([len(one.passage.text) for one in self.material.candidates], dtype=np.float32)

    def budget(self, length: float | None) -> int:
        """How many characters a share of it is, or its first three sentences are where None."""
        return int(self.sizes[:3].sum() if length is None else length * self.sizes.sum())

    def coverage(self, chosen: Sequence[int]) -> float:
        """The share of the key sentences that is chosen."""
        return float(self.key[list(chosen)].sum() / self.key.sum())


def read_out(document: Document, encoder: LoadedEncoder) -> Readout:
    """A document as a briefing is chosen from it, without a library."""
    passages = tuple(split_passages(document))
    encoded = np.asarray(encoder.encoder.encode_document([one.text for one in passages]), dtype=np.float32)
    mean = load_learned(encoder.name, encoder.dimension).means.passage[int(document.language == "ar")]
    return Readout(document, passages, unit(encoded - mean))


def keyed(sets: str, encoder: LoadedEncoder, folder: Path = GOLD) -> list[Keyed]:
    """The readouts of some sets."""
    found = []
    for name in sets:
        key = json.loads((folder / name / "key.json").read_text(encoding="utf-8"))
        for document in read_manifest(folder / name):
            material = lay_out([read_out(document, encoder)])
            marked = [any(part in one.passage.text for part in key[document.id]) for one in material.candidates]
            found.append(Keyed(material, np.array(marked, dtype=np.float32)))
    return found


def fill(order: Sequence[int], sizes: Vectors, room: int) -> list[int]:
    """As many of an order as there is room for."""
    chosen = []
    for row in order:
        if sizes[row] <= room:
            chosen.append(row)
            room -= int(sizes[row])
    return chosen


def by_briefing(salience: Salience) -> Callable[[Keyed, int], list[int]]:
    """The product's own way."""
    known: dict[int, Weighed] = {}

    def chosen(one: Keyed, room: int) -> list[int]:
        if id(one) not in known:
            known[id(one)] = weigh_material(one.material, salience)
        return choose(known[id(one)], room)[0]

    return chosen


def by_lead(one: Keyed, room: int) -> list[int]:
    """The first sentences."""
    return fill(range(len(one.key)), one.sizes, room)


def by_words(one: Keyed, room: int) -> list[int]:
    """LexRank as published, over the words that sentences share."""
    order = np.argsort(-centrality(one.material.common), kind="stable")
    return fill(order.tolist(), one.sizes, room)


def by_meaning(one: Keyed, room: int) -> list[int]:
    """LexRank over the cosines of the encoder's vectors."""
    order = np.argsort(-centrality(np.maximum(one.material.cosines, 0)), kind="stable")
    return fill(order.tolist(), one.sizes, room)


def by_chance(one: Keyed, length: float | None, draws: int = DRAWS) -> float:
    """The mean coverage of many random orders."""
    source = np.random.default_rng(0)
    room, sizes = one.budget(length), one.sizes
    return float(
        np.mean([one.coverage(fill(source.permutation(len(one.key)).tolist(), sizes, room)) for _ in range(draws)])
    )


def covered(readouts: Sequence[Keyed], way: Callable[[Keyed, int], list[int]], length: float | None) -> float:
    """The mean coverage of a way."""
    return float(np.mean([one.coverage(way(one, one.budget(length))) for one in readouts]))


def table(readouts: Sequence[Keyed], salience: Salience) -> dict[str, list[float]]:
    """The coverage of each way, at each of ``LENGTHS``."""
    ways: dict[str, Callable[[Keyed, int], list[int]]] = {
        "briefing": by_briefing(salience), "lead": by_lead, "LexRank, words": by_words, "LexRank, meaning": by_meaning,
    }  # fmt: skip
    found = {name: [covered(readouts, way, length) for length in LENGTHS] for name, way in ways.items()}
    return found | {"random": [float(np.mean([by_chance(one, length) for one in readouts])) for length in LENGTHS]}


def told_twice(sets: str, encoder: LoadedEncoder, length: int) -> tuple[int, int]:
    """How many lines of the briefings of whole sets say what another line says, by the pairs marked by hand; of how many."""
    twice = lines = 0
    pairs: dict[str, list[list[str]]] = json.loads(SAME.read_text(encoding="utf-8"))
    for name in sets:
        readouts = [read_out(document, encoder) for document in read_manifest(GOLD / name)]
        quotes = [line.told.citation.quote for line in brief(readouts, BriefingRequest(("en",), length)).lines]
        lines += len(quotes)
        found = [
            {at for at, quote in enumerate(quotes) if part in quote} for pair in pairs.get(name, []) for part in pair
        ]
        twice += sum(1 for one, other in zip(found[::2], found[1::2], strict=True) if one and other and one != other)
    return twice, lines


def main() -> None:
    """Print the figures of both halves."""
    encoder = load_encoder("embedded", Path(tempfile.gettempdir()) / "readout-cache")
    for title, sets in (("learned from", LEARNED), ("reported", REPORTED)):
        readouts = keyed(sets, encoder)
        print(f"{title}: {len(readouts)} readouts, {int(sum(one.key.sum() for one in readouts))} key sentences")
        print(f"{'':18}{'lead-3':>8}" + "".join(f"{length:8.0%}" for length in LENGTHS[1:] if length))
        for name, figures in table(readouts, load_salience()).items():
            print(f"{name:18}" + "".join(f"{one:8.1%}" for one in figures))
        for length in BRIEFINGS:
            twice, lines = told_twice(sets, encoder, length)
            print(f"briefings of each whole set in {length} characters: {twice} of {lines} lines say what another does")


if __name__ == "__main__":
    main()
