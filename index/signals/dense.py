"""Cosines: of the passage, of windows in it, of what stands beside and around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from index.collection import Channel, Ints
    from index.encoder import Vectors
    from index.match import Match


def dense(match: Match, channel: Channel, at: Ints) -> dict[str, Vectors]:
    """The question's cosines; ``plain`` is the question without its question words."""
    question, plain = match.question.vector, match.question.plain
    cosine, cosine_plain = match.cosine[at], channel.dense.vectors(at) @ plain
    window, window_plain = cosine.copy(), cosine_plain.copy()
    counts = channel.window_counts[at]
    some = np.flatnonzero(counts)
    if len(some):
        both = channel.windows(at) @ np.stack([question, plain], axis=1)
        best = np.maximum.reduceat(both, (np.cumsum(counts) - counts)[some], axis=0)
        window[some] = np.maximum(window[some], best[:, 0])
        window_plain[some] = np.maximum(window_plain[some], best[:, 1])
    return {
        "cosine": cosine,
        "cosine_plain": cosine_plain,
        "window": window,
        "window_plain": window_plain,
        "cosine_context": channel.contexts(at) @ question,
        "cosine_paragraph": channel.paragraph_vectors(at) @ question,
        "paragraph_best": channel.paragraph_max(match.cosine)[at],
        "document_best": channel.document_max(match.cosine)[at],
    }
