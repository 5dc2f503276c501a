"""Questions with what is known of their candidates, and how good a ranking of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.metrics import average_precision, reciprocal_rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.encoder import Vectors

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Row:
    """A question with its candidates.

    Attributes:
        task: The task it is asked in.
        fold: Its fold.
        values: (candidates, features).
        gold: Which candidates are right; all that are right in the data are candidates.
        open: Which are candidates of a search over all.
        inside: Which are of the question's own article.
    """

    task: str
    fold: int
    values: Vectors
    gold: Flags
    open: Flags
    inside: Flags


class Figures(NamedTuple):
    """Of one task, in percent; over all sentences but for ``in_article``."""

    first: float
    in_article: float
    mrr: float
    fifth: float
    precision: float


def figures(rows: Sequence[Row], scores: Sequence[Vectors]) -> dict[str, Figures]:
    """By task: R@1 over all, R@1 in the article, and over all MRR@10, R@5 and mAP."""
    told = {}
    for task in dict.fromkeys(row.task for row in rows):
        here = [(row, score) for row, score in zip(rows, scores, strict=True) if row.task == task]
        over_all = [_ranks(row.gold, row.open, score) for row, score in here]
        inside = [_ranks(row.gold, row.inside, score) for row, score in here]
        shares = (
            np.mean([1 in ranks for ranks in over_all]),
            np.mean([1 in ranks for ranks in inside]),
            np.mean([reciprocal_rank(ranks) for ranks in over_all]),
            np.mean([min(ranks, default=6) <= 5 for ranks in over_all]),
            np.mean(
                [
                    average_precision(one, max(1, int(row.gold.sum())))
                    for one, (row, _) in zip(over_all, here, strict=True)
                ]
            ),
        )
        told[task] = Figures(*(round(100 * float(one), 1) for one in shares))
    return told


def firsts(rows: Sequence[Row], scores: Sequence[Vectors]) -> Flags:
    """Of each question, whether what comes first over all is right."""
    return np.array([1 in _ranks(row.gold, row.open, score) for row, score in zip(rows, scores, strict=True)])


def losses(rows: Sequence[Row], scores: Sequence[Vectors]) -> Vectors:
    """Of each question, minus the logarithm of the probability that a softmax of the scores gives to what is right.

    Returns:
        (len(rows),), in nats; NaN where nothing that is right is a candidate of a search over all.
    """
    found = np.full(len(rows), np.nan, dtype=np.float32)
    for place, (row, score) in enumerate(zip(rows, scores, strict=True)):
        right = row.gold & row.open
        if right.any():
            highest = score[row.open].max()
            every, some = np.exp(score[row.open] - highest).sum(), np.exp(score[right] - highest).sum()
            found[place] = np.log(every) - np.log(np.maximum(some, 1e-30))
    return found


def _ranks(gold: Flags, chosen: Flags, scores: Vectors) -> list[int]:
    """The places, from 1, of what is right among the chosen; of those that score alike, the first in the data goes before."""
    order = np.argsort(-scores[chosen], kind="stable")
    return (np.flatnonzero(gold[chosen][order]) + 1).tolist()
