"""The cheapest way through two sequences of passages, by dynamic programming over 1-1, 1-2, 2-1, 1-0 and 0-1.

What a pair costs joins its lengths (``index.alignment.lengths``) with the cosine of its vectors. The cosine is taken relative to
how alike each side is to others around, after Thompson and Koehn, Vecalign (2019), for some passages are alike to all.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import numpy as np

from index.alignment.lengths import length_cost
from index.alignment.types import Alignment, Bead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.encoder import Encoder, Vectors

# Passages of each side in one bead, and what such a bead costs beside what its pair does; chosen on the half of the altered
# gold that ``tests/index/alignment`` names to learn from.
SHAPES: dict[tuple[int, int], float] = {(1, 1): 0.0, (1, 2): 0.12, (2, 1): 0.12, (1, 0): 0.5, (0, 1): 0.5}
LENGTH_WEIGHT = 0.07
# How far from the diagonal is looked, in passages of the translation, and at least that share of them.
_BAND, _BAND_SHARE = 40, 0.1


class Sides:
    """Both sides with their vectors, alone and in twos.

    Args:
        source: The passages of the text.
        target: The passages of the translation.
        encoder: Knows both languages.
    """

    def __init__(self, source: Sequence[str], target: Sequence[str], encoder: Encoder) -> None:
        self.source, self.target = source, target
        self.ratio = max(1, sum(map(len, target))) / max(1, sum(map(len, source)))
        vectors = _unit(encoder.encode_document([*source, *_twos(source), *target, *_twos(target)]))
        ones, twos = len(source), len(source) + len(_twos(source))
        of_source, of_target = (vectors[:ones], vectors[ones:twos]), vectors[twos:]
        target_ones, target_twos = of_target[: len(target)], of_target[len(target) :]
        self._cosines = {
            (1, 1): of_source[0] @ target_ones.T,
            (1, 2): of_source[0] @ target_twos.T,
            (2, 1): of_source[1] @ target_ones.T,
        }
        # How far each passage is from those of the other side on the whole.
        base = 1 - self._cosines[1, 1]
        self._far_source, self._far_target = base.mean(axis=1), base.mean(axis=0)

    def cosine(self, i: int, j: int, shape: tuple[int, int]) -> float:
        """Of the bead of a shape that begins at passage ``i`` of the text and ``j`` of the translation."""
        return float(self._cosines[shape][i, j])

    def cost(self, i: int, j: int, shape: tuple[int, int]) -> float:
        """What such a bead costs."""
        if 0 in shape:
            return SHAPES[shape]
        far = (self._far_source[i : i + shape[0]].mean() + self._far_target[j : j + shape[1]].mean()) / 2
        apart = (1 - self.cosine(i, j, shape)) / max(1e-6, float(far)) * max(shape)
        lengths = length_cost(
            sum(map(len, self.source[i : i + shape[0]])), sum(map(len, self.target[j : j + shape[1]])), self.ratio
        )
        return apart + LENGTH_WEIGHT * lengths + SHAPES[shape]


def align(source: Sequence[str], target: Sequence[str], encoder: Encoder) -> Alignment:
    """The alignment of the passages of a text with those of its translation.

    Args:
        source: The passages of the text; at least one.
        target: The passages of the translation; at least one.
        encoder: Knows both languages.
    """
    sides = Sides(source, target, encoder)
    beads = tuple(_cheapest(sides))
    paired = [bead for bead in beads if bead.is_pair]
    weights = [_length(source, bead.source) + _length(target, bead.target) for bead in paired]
    whole = sum(map(len, source)) + sum(map(len, target))
    cosine = sum(w * bead.cosine for w, bead in zip(weights, paired, strict=True)) / max(1, sum(weights))
    return Alignment(beads, sum(weights) / max(1, whole), cosine)


def _cheapest(sides: Sides) -> list[Bead]:
    rows, columns = len(sides.source), len(sides.target)
    cost = np.full((rows + 1, columns + 1), np.inf)
    cost[0, 0] = 0.0
    came: dict[tuple[int, int], tuple[int, int]] = {}
    for i, (first, last) in enumerate(_band(sides)):
        for j in range(first, last + 1):
            for shape in SHAPES:
                before = (i - shape[0], j - shape[1])
                if min(before) < 0 or not np.isfinite(cost[before]):
                    continue
                told = cost[before] + sides.cost(*before, shape)
                if told < cost[i, j]:
                    cost[i, j], came[i, j] = told, before
    beads: list[Bead] = []
    at = (rows, columns)
    while at != (0, 0):
        before = came[at]
        shape = (at[0] - before[0], at[1] - before[1])
        cosine = 0.0 if 0 in shape else sides.cosine(*before, shape)
        beads.append(Bead((before[0], at[0]), (before[1], at[1]), cosine))
        at = before
    return beads[::-1]


def _band(sides: Sides) -> list[tuple[int, int]]:
    """Of each row, the first and the last column that are looked at: around where as many characters have gone by."""
    columns = len(sides.target)
    width = max(_BAND, round(_BAND_SHARE * columns))
    gone = [0, *accumulate(map(len, sides.target))]
    band: list[tuple[int, int]] = []
    for characters in (0, *accumulate(map(len, sides.source))):
        middle = int(np.searchsorted(gone, characters * sides.ratio))
        band.append((max(0, middle - width), min(columns, middle + width)))
    band[0], band[-1] = (0, band[0][1]), (band[-1][0], columns)
    return band


def _twos(texts: Sequence[str]) -> list[str]:
    return [f"{one} {other}" for one, other in pairwise(texts)]


def _length(texts: Sequence[str], span: tuple[int, int]) -> int:
    return sum(len(text) for text in texts[slice(*span)])


def _unit(vectors: Vectors) -> Vectors:
    unit: Vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit
