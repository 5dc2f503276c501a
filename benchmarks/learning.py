"""Softmax regression: weights by which right candidates come before the others of the same question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

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
        gold: Which candidates are right.
        open: Which are candidates of a search over all.
        inside: Which are of the question's own article.
    """

    task: str
    fold: int
    values: Vectors
    gold: Flags
    open: Flags
    inside: Flags


def fit(rows: Sequence[Row], ridge: float | Vectors, inside: float = 0.5, start: Vectors | None = None) -> Vectors:
    """Weights of the features: over all candidates and, at the weight ``inside``, over those of the article.

    Args:
        rows: The questions; those without a right candidate teach nothing.
        ridge: How much the weights of features at unit spread are held back, all alike or each.
        inside: 0 leaves that part out.
        start: What the weights are held back to; 0 where None.
    """
    spread = np.sqrt(np.mean([row.values.var(axis=0) for row in rows], axis=0)) + 1e-4
    towards = np.zeros(len(spread)) if start is None else start * spread
    blocks = [
        (row, chosen, weight)
        for row in rows
        for chosen, weight in ((row.open, 1.0), (row.inside, inside))
        if weight and (row.gold & chosen).any()
    ]
    values = np.concatenate(
        [(row.values - row.values.mean(axis=0))[chosen] / spread for row, chosen, _ in blocks]
    ).astype(np.float32)
    gold = np.concatenate([row.gold[chosen] for row, chosen, _ in blocks]).astype(np.float32)
    sizes = np.array([int(chosen.sum()) for _, chosen, _ in blocks])
    begin = np.cumsum(sizes) - sizes
    counts = np.array([weight for _, _, weight in blocks], dtype=np.float32)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        logits = values @ weights.astype(np.float32)
        exponents = np.exp(logits - np.repeat(np.maximum.reduceat(logits, begin), sizes))
        total = np.add.reduceat(exponents, begin)
        right = np.maximum(np.add.reduceat(exponents * gold, begin), 1e-30)
        gradient = (exponents / np.repeat(total, sizes) - exponents * gold / np.repeat(right, sizes)) * np.repeat(
            counts, sizes
        )
        away = weights - towards
        value = float((counts * (np.log(total) - np.log(right))).sum() + (ridge * away) @ away)
        return value, values.T.astype(np.float64) @ gradient + 2 * ridge * away

    found = minimize(loss, towards.copy(), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return np.asarray(found.x / spread, dtype=np.float32)


def cross_validate(
    rows: Sequence[Row], ridge: float | Vectors, folds: int, start: Vectors | None = None, inside: float = 0.5
) -> list[Vectors]:
    """The scores of each question's candidates by weights that were learned without its fold."""
    weights = [fit([row for row in rows if row.fold != fold], ridge, inside, start) for fold in range(folds)]
    return [row.values @ weights[row.fold] for row in rows]


def figures(rows: Sequence[Row], scores: Sequence[Vectors]) -> dict[str, tuple[float, float, float]]:
    """By task: R@1 over all, R@1 in the article, MRR@10 over all; in percent."""
    told = {}
    for task in dict.fromkeys(row.task for row in rows):
        here = [(row, score) for row, score in zip(rows, scores, strict=True) if row.task == task]
        over_all = [_rank(row.gold, np.where(row.open, score, -np.inf)) for row, score in here]
        inside = [_rank(row.gold, np.where(row.inside, score, -np.inf)) for row, score in here]
        reciprocal = [1 / rank if rank <= 10 else 0.0 for rank in over_all]
        shares = [
            np.mean([rank == 1 for rank in over_all]),
            np.mean([rank == 1 for rank in inside]),
            np.mean(reciprocal),
        ]
        first, in_article, mrr = (round(100 * float(one), 1) for one in shares)
        told[task] = (first, in_article, mrr)
    return told


def _rank(gold: Flags, scores: Vectors) -> int:
    """The place of the best right candidate; of those that score alike, the first in the data goes before."""
    order = np.argsort(-scores, kind="stable")
    found = np.flatnonzero(gold[order] & np.isfinite(scores[order]))
    return int(found[0]) + 1 if len(found) else len(scores) + 1
