"""One score out of many signals: a weighted sum, with weights of their own for each way of asking across languages.

Ranks are not fused: across languages the lexical signal is silent, and ranks of nothing pull the right passage down.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Direction = Literal["same", "across"]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each signal counts, by its name, for a question in the document's language and in another."""

    same: Mapping[str, float]
    across: Mapping[str, float]

    def fuse(self, signals: Mapping[str, float], direction: Direction) -> float:
        """The weighted sum of the signals; a signal without a weight counts nothing."""
        weights = self.same if direction == "same" else self.across
        return sum(weights.get(name, 0.0) * value for name, value in signals.items())
