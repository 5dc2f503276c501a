"""What a passage need not say because its surroundings do: before, after, paragraph, title, document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from index.collection import Channel, Ints
    from index.encoder import Vectors
    from index.match import Match

_REACH = 5


def context(match: Match, channel: Channel, at: Ints) -> dict[str, Vectors]:
    """Shares of the question's weight; ``given_missed`` is the weight of the word most missed with all surroundings."""
    weight = match.weight
    total = weight.sum() + 1e-6
    own = match.found[:, at]
    before, after = channel.before(match.found, at), channel.after(match.found, at)
    paragraph, title = channel.paragraph_max(match.found)[:, at], match.title_found[:, at]
    near = np.maximum(np.maximum(own, 0.6 * np.maximum(before, after)), np.maximum(0.5 * paragraph, 0.4 * title))
    given = surroundings(match, channel, at)
    lead = match.found[:, channel.paragraph_start[channel.paragraph[at]]]
    share = weight @ match.found / total
    others = np.clip(channel.paragraph_sum(match.sure)[:, at] - match.sure[:, at], 0, None)
    return {
        "near": weight @ near / total,
        "given": weight @ given / total,
        "given_missed": (weight[:, None] * (1 - given)).max(axis=0),
        "earlier": weight @ np.maximum(own, 0.85 * _earlier(match, channel, at)) / total,
        "only_before": weight @ np.maximum(before - own, 0) / total,
        "only_after": weight @ np.maximum(after - own, 0) / total,
        "soft_paragraph": weight @ paragraph / total,
        "soft_document": weight @ channel.document_max(match.found)[:, at] / total,
        "soft_title": weight @ title / total,
        "lead_or_title": weight @ np.maximum(lead, title) / total,
        "document_best_soft": channel.document_max(share)[at],
        "document_mass": weight @ np.log1p(channel.document_sum(match.sure)[:, at]) / total,
        "only_here": (weight[:, None] * own / (1 + others)).sum(axis=0) / total,
    }


def surroundings(match: Match, channel: Channel, at: Ints) -> Vectors:
    """How surely each word of the question is in a passage or given by what surrounds it: (words, len(at))."""
    beside = np.maximum(match.found[:, at], 0.9 * channel.before(match.found, at))
    around = np.maximum(0.8 * match.title_found[:, at], 0.7 * channel.paragraph_max(match.found)[:, at])
    return np.asarray(np.maximum(beside, around), dtype=np.float32)


def _earlier(match: Match, channel: Channel, at: Ints) -> Vectors:
    """What the passages before these in the paragraph say, the nearer the surer."""
    earlier = np.zeros((len(match.found), len(at)), dtype=np.float32)
    for step in range(1, _REACH + 1):
        back = match.found[:, np.maximum(at - step, 0)] * (channel.position[at] >= step)
        earlier = np.maximum(earlier, back * 0.9 ** (step - 1))
    return earlier
