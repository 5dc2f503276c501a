"""How much a passage is worth telling: the learned probability that a desk officer would put it into a briefing.

What it is read from: how central it is among the passages of its readout, by meaning and by words; where it stands; what it
does; what it holds. The weights are those of a logistic regression (``benchmarks/learn_briefing.py``).
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from bot.answer.briefing.centrality import centrality
from bot.answer.briefing.cues import CUES
from bot.answer.briefing.wording import read_wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answer.briefing.material import Candidate, Material
    from index.encoder import Vectors

FEATURES = (
    "central_words", "central_meaning", "position", "opens", "closes", "opens_paragraph", "length", "figures", "title",
    "quoted", *CUES,
)  # fmt: skip
_QUOTED = re.compile(r"[\"“«][^\"”»]{12,}[\"”»]")
_OPENING = 2
_CLOSING = 0.85
_MOST_FIGURES = 3
_USUAL_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Salience:
    """What was learned.

    Attributes:
        weights: By feature.
        bias: What is added to their sum.
    """

    weights: Mapping[str, float]
    bias: float

    def of(self, features: Vectors) -> Vectors:
        """The probabilities of passages: (n,), of (n, len(FEATURES))."""
        logits = features @ np.array([self.weights[name] for name in FEATURES]) + self.bias
        return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)


@cache
def load_salience() -> Salience:
    """The weights that come with the project."""
    told = json.loads((files("bot.answer") / "weights" / "briefing.json").read_text(encoding="utf-8"))
    return Salience(told["weights"], told["bias"])


def features(material: Material) -> Vectors:
    """What the salience of each candidate is read from: float32, (n, len(FEATURES))."""
    found = np.zeros((len(material.candidates), len(FEATURES)), dtype=np.float32)
    for number, readout in enumerate(material.readouts):
        rows = [row for row, one in enumerate(material.candidates) if one.readout == number]
        if not rows:
            continue
        inside = np.ix_(rows, rows)
        by_words = centrality(material.common[inside])
        by_meaning = centrality(np.maximum(material.cosines[inside], 0))
        title = read_wording(readout.document.title).every
        seen: set[int] = set()
        for row, words, meaning in zip(rows, by_words.tolist(), by_meaning.tolist(), strict=True):
            one = material.candidates[row]
            begins = one.passage.paragraph not in seen
            seen.add(one.passage.paragraph)
            found[row] = [words - 1, meaning - 1, *_of(one, len(rows), title, begins=begins), *one.cues]
    return found


def _of(one: Candidate, size: int, title: frozenset[str], *, begins: bool) -> list[float]:
    text, keys = one.passage.text, one.wording.keys
    return [
        one.place / size,
        float(one.place < _OPENING),
        float(one.place / size > _CLOSING),
        float(begins),
        math.log(len(text) / _USUAL_LENGTH),
        min(len(one.wording.figures), _MOST_FIGURES),
        sum(1 for word in keys if not word.isdisjoint(title)) / max(1, len(keys)),
        sum(len(match[0]) for match in _QUOTED.finditer(text)) / len(text),
    ]
