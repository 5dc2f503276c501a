"""One score out of many signals: weights for each way of asking across languages, then one score out of two channels.

Ranks are not fused: across languages the lexical signal is silent, and ranks of nothing pull the right passage down.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.encoder import Vectors
    from index.types import Language

Direction = Literal["same", "across"]
DIRECTIONS: tuple[Direction, ...] = ("same", "across")


@dataclass(frozen=True, slots=True)
class Fusion:
    """What each signal counts, by its name.

    Attributes:
        weights: By direction: of a channel's signals. A signal without a weight counts nothing.
        scale: By direction: brings scores of both directions to one measure, with ``offset``.
        offset: By direction.
        share: By the language of the question: how much the channel in that language counts beside the other.
        traits: Of what the passage itself is, whichever channel it is read in; and what is added to a signal's weight.
    """

    weights: Mapping[Direction, Mapping[str, float]]
    scale: Mapping[Direction, float] = field(default_factory=dict)
    offset: Mapping[Direction, float] = field(default_factory=dict)
    share: Mapping[Language, float] = field(default_factory=dict)
    traits: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Fusion:
        """From the form in which it is stored."""
        return cls(
            {direction: told[direction] for direction in DIRECTIONS},
            told.get("scale", {}),
            told.get("offset", {}),
            told.get("share", {}),
            told.get("traits", {}),
        )

    def score(self, signals: Mapping[str, Vectors], direction: Direction) -> Vectors:
        """The score of passages by one channel: (n,), a logit."""
        weights = self.weights[direction]
        total = sum(weights[name] * signal for name, signal in signals.items() if name in weights)
        scaled = self.scale.get(direction, 1.0) * np.asarray(total) + self.offset.get(direction, 0.0)
        return np.asarray(scaled, dtype=np.float32)

    def mix(self, same: Vectors, across: Vectors, language: Language) -> Vectors:
        """One score out of those of the two channels; NaN where a passage is not in that language."""
        share = self.share.get(language, 0.5)
        both = share * same + (1 - share) * across
        return np.where(np.isnan(same), across, np.where(np.isnan(across), same, both)).astype(np.float32)

    def add_traits(self, score: Vectors, traits: Mapping[str, Vectors]) -> Vectors:
        """The final score."""
        added = sum(self.traits[name] * trait for name, trait in traits.items() if name in self.traits)
        return np.asarray(score * self.traits.get("score", 1.0) + added, dtype=np.float32)
