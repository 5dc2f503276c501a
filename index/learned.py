"""What was learned for an encoder, as data in ``index/weights/``; and a sound default for one that nothing was learned for."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from index.fusion import Fusion
from index.kinds import Expectation, WordKinds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.encoder import Vectors

# Cosine and soft words alone, as public data weigh them for more than one encoder.
_DEFAULT = {
    "cosine": 6.0, "soft": 6.0, "near": 4.0, "bm25": 0.15, "number_missed": -1.0, "name_missed": -0.3,
}  # fmt: skip

_DEFAULT_TRAITS = {
    "holds": 1.5,
    "holds_published": 2.0,
    "verbatim": 10.0,
    "day_named": 1.0,
    "day_differs": -1.0,
    "latest": 0.5,
}


@dataclass(frozen=True, slots=True)
class Means:
    """What is taken away from vectors before they are compared; the first row is for English, the second for Arabic.

    Attributes:
        question: (2, dimension).
        passage: (2, dimension).
        word: (2, dimension), of words alone.
    """

    question: Vectors
    passage: Vectors
    word: Vectors


@dataclass(frozen=True, slots=True)
class Learned:
    """All that was learned for one encoder.

    Attributes:
        means: Zeros where nothing was learned.
        fusion: How the signals make one score.
        kinds: None where nothing was learned.
        expectation: The same.
        axes: (dimension, fewer): the directions along which words differ most; None where nothing was learned.
        provenance: The encoder and its revision, the data, the learner, the day, the commit.
    """

    means: Means
    fusion: Fusion
    kinds: WordKinds | None = None
    expectation: Expectation | None = None
    axes: Vectors | None = None
    provenance: Mapping[str, Any] = field(default_factory=dict)


@lru_cache(maxsize=4)
def load_learned(encoder: str, dimension: int) -> Learned:
    """What was learned for the encoder of this name, or the default."""
    folder = files("index") / "weights"
    matrices, weights = folder / f"{encoder}.npz", folder / f"{encoder}.json"
    if ":" in encoder or not matrices.is_file() or not weights.is_file():
        none = np.zeros((2, dimension), dtype=np.float32)
        return Learned(
            Means(none, none, none), Fusion.read({"same": _DEFAULT, "across": _DEFAULT, "traits": _DEFAULT_TRAITS})
        )
    told = json.loads(weights.read_text(encoding="utf-8"))
    with matrices.open("rb") as opened, np.load(opened, allow_pickle=False) as archive:
        return from_arrays({name: archive[name].astype(np.float32) for name in archive.files}, told)


def from_arrays(arrays: Mapping[str, Vectors], told: Mapping[str, Any]) -> Learned:
    """What a learner has found, as it is stored: matrices by name, and weights with their provenance."""
    return Learned(
        Means(arrays["question_means"], arrays["passage_means"], arrays["word_means"]),
        Fusion.read(told["fusion"]),
        WordKinds(arrays["kind_weights"], arrays["kind_bias"], arrays["kind_means"]),
        Expectation(arrays["expected_kinds"], arrays["expected_vector"], arrays["expected_prior"])
        if "expected_kinds" in arrays
        else None,
        arrays.get("word_axes"),
        told.get("provenance", {}),
    )
