"""What the heading over a passage has of the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.match import firm

if TYPE_CHECKING:
    from index.encoder import Vectors
    from index.shelf import Ints, Shelf
    from index.traits.asked import Asked


def heading(asked: Asked, shelf: Shelf, numbers: Ints) -> dict[str, Vectors]:
    """The heading's cosine and its share of the question's words; 0 for a passage that stands under none."""
    over = shelf.headings.of[numbers]
    under = np.flatnonzero(over >= 0)
    cosine, words = np.zeros(len(numbers), dtype=np.float32), np.zeros(len(numbers), dtype=np.float32)
    if len(under):
        cosine[under] = shelf.headings.dense.cosines(asked.reading.vector)[over[under]]
        like = firm(asked.reading.like[:, shelf.headings.words])
        share = np.maximum.reduceat(like, shelf.headings.word_starts, axis=1).mean(axis=0)
        words[under] = share[over[under]]
    return {"heading": cosine, "heading_words": words}
