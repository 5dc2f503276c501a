"""How central each passage is among others: the more passages are like it, and the more central those are.

LexRank, after Erkan and Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization" (2004): the
stationary distribution of a random walk over the passages that goes from each to those that are like it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from index.encoder import Vectors

# How often the walk jumps to any passage, and how likeness less than which does not link passages: the paper's own.
_JUMP = 0.15
THRESHOLD = 0.1
_STEPS = 200
_SETTLED = 1e-9


def centrality(likeness: Vectors, threshold: float = THRESHOLD) -> Vectors:
    """How central each of n passages is: (n,), 1 on average.

    Args:
        likeness: (n, n), how alike they are; what is less than the threshold counts for nothing.
        threshold: From which on two are linked.
    """
    size = len(likeness)
    if not size:
        return np.zeros(0, dtype=np.float32)
    links = np.where(likeness >= threshold, likeness, 0).astype(np.float64)
    np.fill_diagonal(links, 1)
    walk = _JUMP / size + (1 - _JUMP) * links / links.sum(axis=1, keepdims=True)
    share = np.full(size, 1 / size)
    for _ in range(_STEPS):
        after = share @ walk
        if np.abs(after - share).sum() < _SETTLED:
            break
        share = after
    return np.asarray(share * size, dtype=np.float32)
