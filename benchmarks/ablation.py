"""What each group of signals gives: the ranking learned anew without it, cross-validated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.learn_ranking import RIDGE
from benchmarks.learning import fit_folds, score
from benchmarks.public import FOLDS
from benchmarks.rows import Figures, figures, firsts, losses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from benchmarks.tasks import Ours
    from index.encoder import Vectors
    from index.fusion import Direction


@dataclass(frozen=True, slots=True)
class Ablation:
    """A task's ranking without a group of signals.

    Attributes:
        figures: What is left.
        loss: The mean held-out loss of a question, in nats.
        rise: By how much that is more than with all signals; below 0 where they are better without the group.
        rise_error: The standard error of ``rise``, over questions.
        change: Of R@1 over all, in percentage points.
        change_error: The standard error of ``change``.
    """

    figures: Figures
    loss: float
    rise: float
    rise_error: float
    change: float
    change_error: float


def whole(ours: Ours) -> dict[str, Ablation]:
    """By task: the ranking with all signals."""
    found: dict[str, Ablation] = {}
    for direction in ours.rows:
        scores = ours.scores(direction)
        found |= _compare(ours, direction, scores, scores)
    return found


def ablate(ours: Ours, groups: Mapping[str, tuple[str, ...]]) -> dict[str, dict[str, Ablation]]:
    """By group, then by task: the ranking without that group.

    Args:
        ours: The ranking.
        groups: The signals of each group.
    """
    found: dict[str, dict[str, Ablation]] = {}
    for group, without in groups.items():
        kept = np.array([name not in without for name in ours.names])
        found[group] = {}
        for direction, rows in ours.rows.items():
            less = [replace(row, values=row.values[:, kept]) for row in rows]
            begin = [weights[kept] for weights in ours.weights[direction]]
            scores = score(less, fit_folds(less, RIDGE, FOLDS, first=begin))
            found[group] |= _compare(ours, direction, scores, ours.scores(direction))
    return found


def _compare(ours: Ours, direction: Direction, scores: list[Vectors], whole: list[Vectors]) -> dict[str, Ablation]:
    rows = ours.rows[direction]
    loss = losses(rows, scores)
    rise = loss - losses(rows, whole)
    change = 100.0 * (firsts(rows, scores).astype(np.float64) - firsts(rows, whole))
    task = np.array([row.task for row in rows])
    found = {}
    for name, told in figures(rows, scores).items():
        here = task == name
        found[name] = Ablation(
            told, float(np.nanmean(loss[here])), *_mean(rise[here & np.isfinite(rise)]), *_mean(change[here])
        )
    return found


def _mean(values: Vectors | NDArray[np.float64]) -> tuple[float, float]:
    """The mean with its standard error."""
    return float(values.mean()), float(values.std() / np.sqrt(len(values)))
