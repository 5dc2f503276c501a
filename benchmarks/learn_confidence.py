"""Learns how probable it is that the first hit answers a question, and the two thresholds, from gold questions for tuning.

    python -m benchmarks.learn_confidence OUT READOUTS=QUESTIONS[:even|:odd] ... [-- READOUTS=QUESTIONS ...]

OUT is ``bot/answer/weights/NAME.json``. The thresholds are chosen on probabilities that were learned without the fifth of the
questions that they are of: the lowest from which on answers are right in ``PRECISION`` of all cases, and the one that leaves
``KEPT`` of the answerable questions above it. The sets after ``--`` only teach: thresholds are not chosen on them, and a
question of theirs weighs ``TAUGHT``.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.gold import GoldSet, open_gold
from benchmarks.learn_traits import fit_traits, gold_rows
from bot.answer.answerer import Answerer
from bot.answer.question import read_question
from index.encoder import load_encoder
from index.metrics import auroc, calibration_error, equal_width_bins

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
PRECISION = 0.97
KEPT = 0.97
RIDGE = 10.0
FOLDS = 5
# More than this pulls the readouts that thresholds are chosen on away from what is right for them, and gives others nothing.
TAUGHT = 0.1


@dataclass(frozen=True, slots=True)
class Observed:
    """What was seen of the questions of some sets, in parallel.

    Attributes:
        names: Of the features.
        values: (questions, features).
        right: Whether the first hit is right.
        kinds: yes, near or far.
        sets: The number of the set of each.
        objected: Whether something speaks against the first hit.
    """

    names: list[str]
    values: Floats
    right: Flags
    kinds: NDArray[np.str_]
    sets: NDArray[np.int64]
    objected: Flags

    def weights(self, developed_on: int) -> Floats:
        """What each question weighs, where the sets from this number on only teach."""
        return np.where(self.sets >= developed_on, TAUGHT, 1.0)


def observe(golds: list[GoldSet]) -> Observed:
    """Ask the questions of some sets.

    Each is searched with traits that were learned without its set, so that the search is no surer than it will be.
    """
    seen: list[dict[str, float]] = []
    right: list[bool] = []
    kinds: list[str] = []
    sets: list[int] = []
    rows = [gold_rows(gold) for gold in golds]
    for number, gold in enumerate(golds):
        answerer = Answerer(gold.library)
        searcher = gold.library._ready()  # noqa: SLF001 - learning looks inside
        learned = searcher.learned
        traits = fit_traits([row for other, some in enumerate(rows) if other != number for row in some])
        searcher.learned = replace(learned, fusion=replace(learned.fusion, traits=traits))
        for one in gold.questions:
            question = read_question(one.question)
            found = answerer.find(question)
            if found is None:
                continue
            seen.append(answerer.features(question, found))
            text = found.hits[0].passage.text
            right.append(one.answerable and any(part in text for part in one.passages))
            kinds.append("yes" if one.answerable else one.distance or "far")
            sets.append(number)
        searcher.learned = learned
    names = list(seen[0])
    values = np.array([[one[name] for name in names] for one in seen], dtype=np.float64)
    objected = np.array([one["objections"] > 0 for one in seen])
    return Observed(names, values, np.array(right), np.array(kinds), np.array(sets), objected)


def fit(values: Floats, right: Flags, weights: Floats, ridge: float) -> Floats:
    """Logistic regression: the weights of the columns, then the bias."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-3
    inputs = np.c_[(values - mean) / spread, np.ones(len(values))]
    sign = np.where(right, 1.0, -1.0)

    def loss(found: Floats) -> tuple[float, Floats]:
        margins = sign * (inputs @ found)
        slope = -sign * weights / (1 + np.exp(np.clip(margins, -30, 30)))
        held = np.append(found[:-1], 0)
        return float(
            (weights * np.logaddexp(0, -margins)).sum() + ridge * (held @ held)
        ), inputs.T @ slope + 2 * ridge * held

    found = minimize(loss, np.zeros(inputs.shape[1]), jac=True, method="L-BFGS-B").x
    slopes = found[:-1] / spread
    return np.append(slopes, found[-1] - slopes @ mean)


def probabilities(values: Floats, weights: Floats) -> Floats:
    """The probability of each row."""
    return np.asarray(1 / (1 + np.exp(-np.clip(values @ weights[:-1] + weights[-1], -30, 30))))


def held_out(seen: Observed, developed_on: int, ridge: float) -> Floats:
    """The probability of each question by weights that were learned without its fifth of the development, or without its set."""
    found = np.zeros(len(seen.right))
    weights = seen.weights(developed_on)
    parts = np.where(seen.sets < developed_on, np.arange(len(found)) % FOLDS, FOLDS + seen.sets)
    for part in np.unique(parts):
        there = parts == part
        learned = fit(seen.values[~there], seen.right[~there], weights[~there], ridge)
        found[there] = probabilities(seen.values[there], learned)
    return found


def level(probability: Floats, right: Flags) -> Floats:
    """Slope and offset that bring logits to how often hits are right where thresholds are chosen (Platt scaling)."""
    return fit(logits(probability)[:, None], right, np.ones(len(right)), 0.0)


def logits(probability: Floats) -> Floats:
    """The logarithm of the odds."""
    return np.asarray(np.log(probability) - np.log1p(-probability))


def levelled(seen: Observed, developed_on: int, ridge: float) -> tuple[Floats, Floats]:
    """``held_out``, levelled by the development; and the slope and the offset of that."""
    found = held_out(seen, developed_on, ridge)
    developing = seen.sets < developed_on
    levels = level(found[developing], seen.right[developing])
    return probabilities(logits(found)[:, None], levels), levels


def cross_validate(golds: list[GoldSet], developed_on: int) -> tuple[Floats, Flags]:
    """Of each question of the first sets: the probability that its first hit answers, and whether it does.

    It was learned without the question's fifth of them; the other sets only teach.
    """
    seen = observe(golds)
    here = seen.sets < developed_on
    return levelled(seen, developed_on, RIDGE)[0][here], seen.right[here]


def choose(probability: Floats, right: Flags, kinds: NDArray[np.str_], objected: Flags) -> tuple[float, float]:
    """The thresholds of "answered", where nothing objects, and "related"."""
    order = np.argsort(-probability, kind="stable")
    order = order[~objected[order]]
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(precision >= PRECISION)
    answered = float(probability[order[enough[-1]]]) if len(enough) else 1.0
    related = float(np.quantile(probability[kinds == "yes"], 1 - KEPT))
    return answered, min(answered, related)


def told_apart(arguments: list[str]) -> tuple[int, list[str]]:
    """How many of the sets thresholds are chosen on, and all of them."""
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    return cut, [one for one in arguments if one != "--"]


def figures(seen: Observed, probability: Floats, here: Flags, answered: float, related: float) -> str:
    """What the thresholds come to on some of the questions."""
    found, right, kinds = probability[here], seen.right[here], seen.kinds[here]
    told = (found >= answered) & ~seen.objected[here]
    return (
        f"AUROC far {auroc(found[kinds == 'yes'].tolist(), found[kinds == 'far'].tolist()):.3f}"
        f" near {auroc(found[kinds == 'yes'].tolist(), found[kinds == 'near'].tolist()):.3f}"
        f" right/wrong {auroc(found[right].tolist(), found[~right].tolist()):.3f}"
        f" calibration error {calibration_error(equal_width_bins(found.tolist(), right.tolist())):.3f};"
        f" at {answered:.2f}: precision {right[told].mean():.3f},"
        f" answered {told[kinds == 'yes'].mean():.3f}, silent on near {1 - told[kinds == 'near'].mean():.3f};"
        f" related from {related:.2f}"
    )


def main(target: Path, arguments: list[str]) -> None:
    """Learn, report, write."""
    work = Path(tempfile.mkdtemp())
    loaded = load_encoder("embedded", Path(tempfile.gettempdir()) / "readout-cache")
    developed_on, named = told_apart(arguments)
    seen = observe([open_gold(argument, work, loaded) for argument in named])
    developing = seen.sets < developed_on
    for ridge in (RIDGE / 4, RIDGE, 4 * RIDGE):
        found, levels = levelled(seen, developed_on, ridge)
        answered, related = choose(
            found[developing], seen.right[developing], seen.kinds[developing], seen.objected[developing]
        )
        for name, here in (("development", developing), ("teaching", ~developing)):
            if here.any():
                print(f"ridge {ridge}, {name}:", figures(seen, found, here, answered, related))
        if ridge == RIDGE:
            chosen, (slope, offset) = (answered, related), levels
    weights = slope * fit(seen.values, seen.right, seen.weights(developed_on), RIDGE)
    weights[-1] += offset
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
                "weights": dict(zip([*seen.names, "bias"], (round(float(one), 4) for one in weights), strict=True)),
                "answered": round(chosen[0], 3), "related": round(chosen[1], 3),
            }, indent=1,
        ) + "\n", encoding="utf-8",
    )  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
