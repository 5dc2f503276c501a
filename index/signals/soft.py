"""Soft words: how much of the question, by weight, a passage itself says, and in how small a space."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.match import firm, words_at

if TYPE_CHECKING:
    from index.collection import Channel, Ints
    from index.encoder import Vectors
    from index.match import Match


def soft(match: Match, channel: Channel, at: Ints) -> dict[str, Vectors]:
    """Shares of the question's weight, but for ``soft_sum``, ``soft_missed`` (the weight of the word most missed)."""
    weight = match.weight
    total = weight.sum() + 1e-6
    found = match.found[:, at]
    rare = weight * match.question.rarity
    # Words that only some sentences of a document say tell its sentences apart.
    inside = channel.document_sum(match.sure)[:, at]
    sizes = channel.document_size[channel.document[at]]
    own_idf = np.log(1 + (sizes - inside + 0.5) / (inside + 0.5))
    return {
        "soft_sum": weight @ found,
        "soft": weight @ found / total,
        "soft_square": weight @ found**2 / total,
        "soft_rare": rare @ found / (rare.sum() + 1e-6),
        "soft_high": weight @ np.clip((found - 0.47) / 0.35, 0, 1) / total,
        "soft_top": found[int(weight.argmax())],
        "soft_missed": (weight[:, None] * (1 - found)).max(axis=0),
        "soft_in_document": (found * own_idf).sum(axis=0) / total,
    }


def within(match: Match, channel: Channel, at: Ints) -> dict[str, Vectors]:
    """The best share of the question within 12, and within 20, words that follow one another."""
    like, _, begin = words_at(match, channel, at)
    owner = np.repeat(np.arange(len(at)), channel.length[at])
    total = match.weight.sum() + 1e-6

    def widen(best: Vectors, other: Vectors, by: int) -> Vectors:
        """The better of a window and another that begins ``by`` words later in the same passage."""
        wider = best.copy()
        if best.shape[1] > by:
            same = owner[by:] == owner[:-by]
            wider[:, :-by] = np.maximum(best[:, :-by], other[:, by:] * same)
        return wider

    one = firm(like)
    two = widen(one, one, 1)
    four = widen(two, two, 2)
    six = widen(four, two, 4)
    twelve = widen(six, six, 6)
    twenty = widen(twelve, twelve, 8)
    return {
        f"soft_within_{size}": np.maximum.reduceat(match.weight @ best, begin) / total
        for size, best in ((12, twelve), (20, twenty))
    }
