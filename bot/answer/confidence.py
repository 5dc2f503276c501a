"""How probable it is that the best hit answers the question, and what follows from that."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.answer.types import Status
    from index.types import Hit, Seeks


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic model over the features of a search, and the probabilities that divide the three outcomes.

    Attributes:
        weights: By feature; ``bias`` counts always.
        answered: From here on the first hit is told as the answer.
        related: From here on the hits are told as related.
    """

    weights: Mapping[str, float]
    answered: float
    related: float

    def probability(self, features: Mapping[str, float]) -> float:
        """The probability, 0 to 1, that the first hit answers the question."""
        total = self.weights.get("bias", 0.0) + sum(
            self.weights.get(name, 0.0) * value for name, value in features.items()
        )
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))

    def outcome(self, probability: float) -> Status:
        """What is told at this probability."""
        if probability >= self.answered:
            return "answered"
        return "related" if probability >= self.related else "not_found"


def features(hits: Sequence[Hit], seeks: Seeks | None, *, has_value: bool) -> dict[str, float]:
    """What the probability is made of: the first hit's score and signals, its lead over the next, and the value sought."""
    first = hits[0]
    others = [hit.score for hit in hits[1:]]
    return {
        "score": first.score,
        "margin": first.score - others[0] if others else 0.0,
        "heading": first.signals.get("heading", 0.0),
        "lacks_value": float(seeks is not None and not has_value),
    }


CALIBRATION = Calibration(
    weights={"bias": -3.1, "score": 0.5, "margin": 0.3, "heading": -1.2, "lacks_value": -1.0}, answered=0.6, related=0.3
)
