"""How probable it is that the best hit answers the question, and what follows from that."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from bot.answer.fitness import fits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.answer.types import Question, QuestionFamily, Status
    from index.types import Hit, Seeks

# For an encoder that nothing was learned for: how well the passage bears out the question's words.
_DEFAULT = "default"
# Signals of the first hit that tell of an answer, or of a near miss.
SIGNALS = (
    "share", "share_alike", "supported", "unsupported", "unsupported_name", "unnamed", "unsupported_number", "absent",
    "absent_name", "given_missed", "cosine_context", "soft_square", "soft_in_document", "soft_within_12", "instance_of_focus",
    "counted",
)  # fmt: skip
_FAMILIES: tuple[QuestionFamily, ...] = ("how_many", "who", "where", "why")


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


@cache
def load_calibration(encoder: str) -> Calibration:
    """The calibration that was learned for an encoder, or a sound default; see ``benchmarks/learn_confidence.py``."""
    folder = files("bot.answer") / "weights"
    file = folder / f"{encoder}.json"
    if ":" in encoder or not file.is_file():
        file = folder / f"{_DEFAULT}.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    return Calibration(told["weights"], told["answered"], told["related"])


def features(
    hits: Sequence[Hit],
    question: Question,
    seeks: Seeks | None,
    *,
    has_value: bool,
    objections: int,
    wants_value: bool = False,
    verified: bool = False,
) -> dict[str, float]:
    """What the probability is made of: the first hit's signals, its lead over the next, and what speaks against it.

    Args:
        hits: The one that answers first.
        question: What was asked.
        seeks: What the search looked for.
        has_value: Whether a value was found in the first hit.
        objections: How much speaks against that.
        wants_value: Whether a value answers at all, be it one that the search does not look for.
        verified: Whether what is asked is told beyond likeness: the day of the event that is meant, or that it was spoken of.
    """
    first = hits[0]
    found = {name: first.signals.get(name, 0.0) for name in SIGNALS}
    best = max(hit.score for hit in hits)
    others = sorted((hit.score for hit in hits), reverse=True)[1:]
    found["score"] = first.score
    found["others"] = best - sum(others[:4]) / len(others[:4]) if others else 0.0
    unfit = 1 - fits(question.family, question.text, first)
    found |= {f"unfit_{family}": unfit * (question.family == family) for family in _FAMILIES}
    found["lacks_value"] = float(seeks is not None and not has_value)
    found["gives_value"] = float(seeks is not None and has_value and not objections)
    found["lacks_other"] = float(seeks is None and wants_value and not has_value)
    found["gives_other"] = float(seeks is None and has_value and not objections)
    found["verified"] = float(verified and not objections)
    found["objections"] = float(objections)
    return found
