"""Which passages of a text and which of its translation belong together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bead:
    """Passages that tell the same; one side is empty where the other has nothing to it.

    Attributes:
        source: The numbers of the passages of the text, half-open.
        target: The numbers of those of the translation, half-open.
        cosine: Of the vectors of both, -1 to 1; 0 where a side is empty.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    cosine: float

    @property
    def is_pair(self) -> bool:
        """Whether both sides hold something."""
        return self.source[0] < self.source[1] and self.target[0] < self.target[1]


@dataclass(frozen=True, slots=True)
class Alignment:
    """All passages of both sides, in order.

    Attributes:
        beads: Each passage stands in one of them.
        covered: How much of the characters of both sides stands in pairs, 0 to 1.
        cosine: The mean of the pairs, by how many characters they hold.
    """

    beads: tuple[Bead, ...]
    covered: float
    cosine: float

    @property
    def score(self) -> float:
        """How surely one is the translation of the other, 0 to 1."""
        return self.covered * max(0.0, self.cosine)
