"""What kind of thing a word names, read off the encoder's vector of the word alone; and what a question expects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.encoder import Vectors

KINDS = ("person", "place", "time", "number", "org", "role", "group", "other")


@dataclass(frozen=True, slots=True)
class WordKinds:
    """A softmax over a word's centred vector.

    Attributes:
        weights: (dimension, kinds).
        bias: (kinds,).
        means: (2, dimension): of Latin words, of Arabic ones.
    """

    weights: Vectors
    bias: Vectors
    means: Vectors

    def of(self, vectors: Vectors, arabic: NDArray[np.bool_]) -> Vectors:
        """The probability of each kind: (n, kinds)."""
        logits = (vectors - self.means[arabic.astype(np.int64)]) @ self.weights + self.bias
        exponents = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(exponents / exponents.sum(axis=1, keepdims=True), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Expectation:
    """A linear map from a question to the kinds, and to the vector, of its answer's words.

    Attributes:
        kinds: (inputs, kinds).
        vector: (inputs, dimension).
        prior: (kinds,), what answers hold on the average.
    """

    kinds: Vectors
    vector: Vectors
    prior: Vectors
