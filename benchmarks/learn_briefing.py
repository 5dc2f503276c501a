"""Learns how much a passage is worth telling in a briefing, from key sentences that were marked by hand.

    python -m benchmarks.learn_briefing bot/answer/weights/briefing.json

Only the sets of ``benchmarks.briefing.LEARNED`` teach. How much the weights are held back is chosen by leaving out one set at
a time; what that gives is printed, and is what may be expected of readouts that nothing was learned from.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize

from benchmarks.briefing import GOLD, LEARNED, LENGTHS, Keyed, by_briefing, covered, keyed
from bot.answer.briefing.salience import FEATURES, Salience, features
from index.encoder import load_encoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

RIDGES = (3.0, 10.0, 30.0, 100.0)


def fit(readouts: Sequence[Keyed], ridge: float) -> Salience:
    """The weights under which the key sentences are most probable, held back by a ridge on features of unit spread."""
    values = np.concatenate([features(one.material) for one in readouts], dtype=np.float64)
    key = np.concatenate([one.key for one in readouts], dtype=np.float64)
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-6
    scaled = np.column_stack([(values - mean) / spread, np.ones(len(values))])
    held = np.append(np.full(len(FEATURES), ridge), 0.0)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        logits = scaled @ weights
        value = np.logaddexp(0, logits).sum() - key @ logits + (held * weights) @ weights / 2
        return float(value), scaled.T @ (1 / (1 + np.exp(-logits)) - key) + held * weights

    found = minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / spread
    told = {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)}
    return Salience(told, round(float(found[-1] - weights @ mean), 4))


def left_out(sets: dict[str, list[Keyed]], ridge: float) -> float:
    """The mean coverage of each set under the weights of the others."""
    figures = []
    for name, readouts in sets.items():
        others = [one for other, some in sets.items() if other != name for one in some]
        way = by_briefing(fit(others, ridge))
        figures += [covered(readouts, way, length) for length in LENGTHS]
    return float(np.mean(figures))


def main(out: Path) -> None:
    """Learn, print what was found, and write it."""
    encoder = load_encoder("embedded", Path(tempfile.gettempdir()) / "readout-cache")
    sets = {name: keyed(name, encoder) for name in LEARNED}
    figures = {ridge: left_out(sets, ridge) for ridge in RIDGES}
    for ridge, figure in figures.items():
        print(f"ridge {ridge:5.0f}: {figure:.1%} covered, each set by the weights of the others")
    best = max(figures, key=figures.__getitem__)
    salience = fit([one for some in sets.values() for one in some], best)
    provenance = {"learner": "benchmarks.learn_briefing", "ridge": best, "sets": [f"{GOLD}/{name}" for name in LEARNED]}
    told = {"provenance": provenance, "bias": salience.bias, "weights": dict(salience.weights)}
    out.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
