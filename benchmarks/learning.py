"""Softmax regression: weights by which right candidates come before the others of the same question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from benchmarks.rows import Row
    from index.encoder import Vectors


def fit(
    rows: Sequence[Row],
    ridge: float | Vectors,
    inside: float = 0.5,
    start: Vectors | None = None,
    first: Vectors | None = None,
) -> Vectors:
    """Weights of the features: over all candidates and, at the weight ``inside``, over those of the article.

    Args:
        rows: The questions; those without a right candidate teach nothing.
        ridge: How much the weights of features at unit spread are held back, all alike or each.
        inside: 0 leaves that part out.
        start: What the weights are held back to; 0 where None.
        first: Where the search for them begins, which saves steps and changes nothing else; at ``start`` where None.
    """
    spread = np.sqrt(np.mean([row.values.var(axis=0) for row in rows], axis=0)) + 1e-4
    towards = np.zeros(len(spread)) if start is None else start * spread
    blocks = [
        (row, chosen, weight)
        for row in rows
        for chosen, weight in ((row.open, 1.0), (row.inside, inside))
        if weight and (row.gold & chosen).any()
    ]
    # In double precision, since the search stops where the loss no longer falls.
    values = np.concatenate(
        [(row.values - row.values.mean(axis=0))[chosen] / spread for row, chosen, _ in blocks], dtype=np.float64
    )
    gold = np.concatenate([row.gold[chosen] for row, chosen, _ in blocks], dtype=np.float64)
    sizes = np.array([int(chosen.sum()) for _, chosen, _ in blocks])
    begin = np.cumsum(sizes) - sizes
    counts = np.array([weight for _, _, weight in blocks])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        logits = values @ weights
        exponents = np.exp(logits - np.repeat(np.maximum.reduceat(logits, begin), sizes))
        total = np.add.reduceat(exponents, begin)
        right = np.maximum(np.add.reduceat(exponents * gold, begin), 1e-30)
        gradient = (exponents / np.repeat(total, sizes) - exponents * gold / np.repeat(right, sizes)) * np.repeat(
            counts, sizes
        )
        away = weights - towards
        value = float((counts * (np.log(total) - np.log(right))).sum() + (ridge * away) @ away)
        return value, values.T @ gradient + 2 * ridge * away

    begun = towards.copy() if first is None else first * spread
    found = minimize(loss, begun, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return np.asarray(found.x / spread, dtype=np.float32)


def fit_folds(
    rows: Sequence[Row],
    ridge: float | Vectors,
    folds: int,
    *,
    start: Vectors | None = None,
    inside: float = 0.5,
    first: Sequence[Vectors] | None = None,
) -> list[Vectors]:
    """The weights that are learned without each fold."""
    return [
        fit([row for row in rows if row.fold != fold], ridge, inside, start, None if first is None else first[fold])
        for fold in range(folds)
    ]


def cross_validate(
    rows: Sequence[Row], ridge: float | Vectors, folds: int, start: Vectors | None = None, inside: float = 0.5
) -> list[Vectors]:
    """The scores of each question's candidates by weights that were learned without its fold."""
    return score(rows, fit_folds(rows, ridge, folds, start=start, inside=inside))


def score(rows: Sequence[Row], weights: Sequence[Vectors]) -> list[Vectors]:
    """The scores of each question's candidates by the weights of its fold."""
    return [row.values @ weights[row.fold] for row in rows]
