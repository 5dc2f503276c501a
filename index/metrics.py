"""Figures of retrieval and abstention: pure functions of what was observed."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Of a standard normal distribution, 95 % lies within this many deviations.
_DEVIATIONS = 1.96


@dataclass(frozen=True, slots=True)
class Bin:
    """Some answers of nearly the same probability.

    Attributes:
        count: How many there are.
        probability: Their mean probability, 0 to 1.
        right: The share of them that is right, 0 to 1.
    """

    count: int
    probability: float
    right: float


def share(truths: Sequence[bool]) -> float | None:
    """How many are true, 0 to 1; None where there is nothing to count."""
    return sum(truths) / len(truths) if truths else None


def reciprocal_rank(ranks: Sequence[int], depth: int = 10) -> float:
    """One by the best rank, counted from 1; 0 where none is within the first ``depth``. Its mean is MRR@depth."""
    best = min(ranks, default=depth + 1)
    return 1 / best if best <= depth else 0.0


def average_precision(ranks: Sequence[int], relevant: int) -> float:
    """The mean, over all that is relevant, of the precision where each is found. Its mean over questions is mAP.

    Args:
        ranks: Of the relevant that were found, counted from 1, each another.
        relevant: How many there are, found or not; at least one.
    """
    return sum(place / rank for place, rank in enumerate(sorted(ranks), 1)) / relevant


def auroc(positives: Sequence[float], negatives: Sequence[float]) -> float | None:
    """The probability that a positive scores above a negative, ties counting half; None where either is missing.

    This is the Mann-Whitney U statistic divided by the number of pairs.
    """
    if not positives or not negatives:
        return None
    wins = sum((high > low) + 0.5 * (high == low) for high in positives for low in negatives)
    return wins / (len(positives) * len(negatives))


def coverage_at(precision: float, scores: Sequence[float], right: Sequence[bool]) -> int:
    """How many are answered rightly above the lowest threshold from which on ``precision`` of the answers are right.

    Those that score alike are answered together or not at all.

    Args:
        precision: 0 to 1.
        scores: One a question, answerable or not.
        right: Whether its answer would be right; never, for a question without one.
    """
    best = hits = 0
    pairs = sorted(zip(scores, right, strict=True), reverse=True)
    for answered, (score, one) in enumerate(pairs, 1):
        hits += one
        divides = answered == len(pairs) or pairs[answered][0] < score
        if divides and hits / answered >= precision:
            best = hits
    return best


def equal_mass_bins(probabilities: Sequence[float], right: Sequence[bool], count: int = 10) -> list[Bin]:
    """The answers in order of their probability, in ``count`` parts as nearly equal in number as can be; none is empty."""
    pairs = sorted(zip(probabilities, right, strict=True), key=lambda pair: pair[0])
    bounds = [len(pairs) * place // count for place in range(count + 1)]
    return _bins([pairs[begin:end] for begin, end in itertools.pairwise(bounds)])


def equal_width_bins(probabilities: Sequence[float], right: Sequence[bool], count: int = 10) -> list[Bin]:
    """The answers by which of ``count`` equal parts of 0 to 1 their probability lies in; none is empty."""
    parts: list[list[tuple[float, bool]]] = [[] for _ in range(count)]
    for probability, one in zip(probabilities, right, strict=True):
        parts[min(int(probability * count), count - 1)].append((probability, one))
    return _bins(parts)


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error: how far, on average over the answers, probability and share right are apart."""
    return sum(one.count * abs(one.probability - one.right) for one in bins) / sum(one.count for one in bins)


def interval(right: float, count: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share that was seen in ``count`` cases, at least one: its ends, 0 to 1."""
    square = _DEVIATIONS**2
    middle = (right + square / (2 * count)) / (1 + square / count)
    half = _DEVIATIONS * math.sqrt(right * (1 - right) / count + square / (4 * count**2)) / (1 + square / count)
    return middle - half, middle + half


def _bins(parts: Sequence[Sequence[tuple[float, bool]]]) -> list[Bin]:
    return [
        Bin(len(part), sum(one for one, _ in part) / len(part), sum(one for _, one in part) / len(part))
        for part in parts
        if part
    ]
