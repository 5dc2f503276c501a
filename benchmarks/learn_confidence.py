"""Learns how probable it is that the first hit answers a question, and the two thresholds, from gold questions for tuning.

    python -m benchmarks.learn_confidence OUT READOUTS=QUESTIONS[:even|:odd] ...

OUT is ``bot/answer/weights/NAME.json``. The thresholds are chosen on probabilities that were learned without the fifth of
the questions that they are of: the lowest from which on answers are right in ``PRECISION`` of all cases, and the one that
leaves ``KEPT`` of the answerable questions above it.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.gold import GoldSet, open_gold
from benchmarks.learn_traits import fit_traits, gold_rows
from bot.answer.answerer import Answerer
from bot.answer.question import read_question, sought
from index.encoder import load_encoder
from index.metrics import auroc, calibration_error, equal_width_bins

Floats = NDArray[np.float64]
PRECISION = 0.95
KEPT = 0.97
RIDGE = 8.0
FOLDS = 5


def observe(golds: list[GoldSet]) -> tuple[list[dict[str, float]], list[bool], list[str]]:
    """Of each question: the features of its search, whether the first hit is right, and its kind (yes, near, far).

    Each is searched with traits that were learned without its fold, so that the search is no surer than it will be.
    """
    seen: list[dict[str, float]] = []
    right: list[bool] = []
    kinds: list[str] = []
    rows = [row for gold in golds for row in gold_rows(gold)]
    traits = [fit_traits([row for row in rows if row.fold != fold]) for fold in range(FOLDS)]
    for gold in golds:
        answerer = Answerer(gold.library)
        searcher = gold.library._ready()  # noqa: SLF001 - learning looks inside
        learned = searcher.learned
        answerable = [one for one in gold.questions if one.answerable]
        for place, one in enumerate([*answerable, *(one for one in gold.questions if not one.answerable)]):
            searcher.learned = replace(learned, fusion=replace(learned.fusion, traits=traits[place % FOLDS]))
            question = read_question(one.question)
            found = answerer.find(question, sought(question))
            if found is None:
                continue
            seen.append(answerer.features(question, found))
            text = found.hits[0].passage.text
            right.append(one.answerable and any(part in text for part in one.passages))
            kinds.append("yes" if one.answerable else one.distance or "far")
        searcher.learned = learned
    return seen, right, kinds


def table(seen: list[dict[str, float]]) -> tuple[list[str], Floats]:
    """The names of the features, and their values: (questions, features)."""
    names = list(seen[0])
    return names, np.array([[one[name] for name in names] for one in seen], dtype=np.float64)


def fit(values: Floats, right: NDArray[np.bool_], ridge: float) -> Floats:
    """Logistic regression: the weights of the columns, then the bias."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-3
    inputs = np.c_[(values - mean) / spread, np.ones(len(values))]
    sign = np.where(right, 1.0, -1.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        margins = sign * (inputs @ weights)
        slope = -sign / (1 + np.exp(np.clip(margins, -30, 30)))
        held = np.append(weights[:-1], 0)
        return float(np.logaddexp(0, -margins).sum() + ridge * (held @ held)), inputs.T @ slope + 2 * ridge * held

    found = minimize(loss, np.zeros(inputs.shape[1]), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / spread
    return np.append(weights, found[-1] - weights @ mean)


def probabilities(values: Floats, weights: Floats) -> Floats:
    """The probability of each row."""
    return np.asarray(1 / (1 + np.exp(-np.clip(values @ weights[:-1] + weights[-1], -30, 30))))


def held_out(values: Floats, right: NDArray[np.bool_], ridge: float) -> Floats:
    """The probability of each row by weights that were learned without its fifth of the rows."""
    found, folds = np.zeros(len(values)), np.arange(len(values)) % FOLDS
    for fold in range(FOLDS):
        there = folds == fold
        found[there] = probabilities(values[there], fit(values[~there], right[~there], ridge))
    return found


def cross_validate(golds: list[GoldSet]) -> tuple[Floats, NDArray[np.bool_]]:
    """Of each question: the probability that its first hit answers, learned without its fold; and whether it does."""
    seen, right, _ = observe(golds)
    return held_out(table(seen)[1], np.array(right), RIDGE), np.array(right)


def choose(
    probability: Floats, right: NDArray[np.bool_], kinds: NDArray[np.str_], objected: NDArray[np.bool_]
) -> tuple[float, float]:
    """The thresholds of "answered", where nothing objects, and "related"."""
    order = np.argsort(-probability, kind="stable")
    order = order[~objected[order]]
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(precision >= PRECISION)
    answered = float(probability[order[enough[-1]]]) if len(enough) else 1.0
    related = float(np.quantile(probability[kinds == "yes"], 1 - KEPT))
    return answered, min(answered, related)


def main(target: Path, arguments: list[str]) -> None:
    """Learn, report, write."""
    work = Path(tempfile.mkdtemp())
    loaded = load_encoder("embedded", Path(tempfile.gettempdir()) / "readout-cache")
    seen, first_is_right, told_kinds = observe([open_gold(argument, work, loaded) for argument in arguments])
    right, kinds = np.array(first_is_right), np.array(told_kinds)
    names, values = table(seen)
    objected = np.array([one["objections"] > 0 for one in seen])
    for ridge in (RIDGE / 4, RIDGE, 4 * RIDGE):
        found = held_out(values, right, ridge)
        answered, related = choose(found, right, kinds, objected)
        told = (found >= answered) & ~objected
        print(
            f"ridge {ridge}: AUROC far {auroc(found[kinds == 'yes'].tolist(), found[kinds == 'far'].tolist()):.3f}"
            f" near {auroc(found[kinds == 'yes'].tolist(), found[kinds == 'near'].tolist()):.3f}"
            f" right/wrong {auroc(found[right].tolist(), found[~right].tolist()):.3f}"
            f" calibration error {calibration_error(equal_width_bins(found.tolist(), right.tolist())):.3f};"
            f" at {answered:.2f}: precision {right[told].mean():.3f},"
            f" answered {told[kinds == 'yes'].mean():.3f}, silent on near {1 - told[kinds == 'near'].mean():.3f};"
            f" related from {related:.2f}"
        )
        if ridge == RIDGE:
            chosen = (answered, related)
    weights = fit(values, right, RIDGE)
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    target.write_text(
        json.dumps(
            {
                "provenance": {
                    "encoder": loaded.name, "revision": loaded.revision, "data": arguments,
                    "learner": "benchmarks/learn_confidence.py",
                    "date": dt.datetime.now(tz=dt.UTC).date().isoformat(), "commit": commit,
                },
                "weights": dict(zip([*names, "bias"], (round(float(one), 4) for one in weights), strict=True)),
                "answered": round(chosen[0], 3), "related": round(chosen[1], 3),
            }, indent=1,
        ) + "\n", encoding="utf-8",
    )  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
