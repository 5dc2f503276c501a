"""Figures of retrieval and abstention: pure functions of what was observed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def share(truths: Sequence[bool]) -> float | None:
    """How many are true, 0 to 1; None where there is nothing to count."""
    return sum(truths) / len(truths) if truths else None


def auroc(positives: Sequence[float], negatives: Sequence[float]) -> float | None:
    """The probability that a positive scores above a negative, ties counting half; None where either is missing.

    This is the Mann-Whitney U statistic divided by the number of pairs.
    """
    if not positives or not negatives:
        return None
    wins = sum((high > low) + 0.5 * (high == low) for high in positives for low in negatives)
    return wins / (len(positives) * len(negatives))
