"""BM25 over words that are equal by their normal form or their stem: of the passage, its paragraph, its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from index.collection import Channel, Flags, Ints
    from index.encoder import Vectors
    from index.match import Match

_EQUAL = 0.9
_K1 = 1.2
_B = 0.75


def lexical(match: Match, channel: Channel, at: Ints) -> dict[str, Vectors]:
    """BM25, its frequencies counted over the passages that are looked at."""
    counts = np.zeros((len(match.question.like), channel.size), dtype=np.float32)
    for row, to in zip(match.question.like, counts, strict=True):
        for word in np.flatnonzero(row >= _EQUAL):
            np.add.at(to, channel.posting_passage[channel.posting_start[word] : channel.posting_start[word + 1]], 1)
    inside = match.inside
    frequency = (counts > 0)[:, inside].sum(axis=1)
    idf = np.log(1 + (inside.sum() - frequency + 0.5) / (frequency + 0.5)).astype(np.float32)
    length = channel.length.astype(np.float32)
    found = {"bm25": _bm25(idf, counts, length, inside)[at]}
    for name, start, member in (
        ("bm25_paragraph", channel.paragraph_start, channel.paragraph),
        ("bm25_document", channel.document_start, channel.document),
    ):
        whole = _bm25(idf, np.add.reduceat(counts, start, axis=1), np.add.reduceat(length, start), inside[start])
        found[name] = whole[member[at]]
    return found


def _bm25(idf: Vectors, counts: Vectors, length: Vectors, inside: Flags) -> Vectors:
    usual = length[inside].mean()
    saturated = counts * (_K1 + 1) / (counts + _K1 * (1 - _B + _B * length / usual))
    return np.asarray(idf @ saturated, dtype=np.float32)
