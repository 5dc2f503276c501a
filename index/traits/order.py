"""Order in time: "the last call" and "the previous call" are told of by one sentence, what was said then by the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.order import GROUPS, is_in
from index.words import split_words

if TYPE_CHECKING:
    from index.encoder import Vectors
    from index.shelf import Ints, Shelf
    from index.traits.asked import Asked


def order(asked: Asked, shelf: Shelf, numbers: Ints) -> dict[str, Vectors]:
    """By group of words: said where asked, said before where asked, said where not asked."""
    found: dict[str, Vectors] = {}
    words = split_words(asked.reading.text)
    follows = shelf.readers["text"].channel.follows
    for name, group in GROUPS.items():
        is_asked = float(any(is_in(word, group) for word in words))
        said = shelf.said[name]
        before = np.concatenate([[False], said[:-1]]) & follows
        found[f"order_{name}"] = is_asked * said[numbers]
        found[f"order_{name}_before"] = is_asked * (before & ~said)[numbers]
        found[f"order_{name}_unasked"] = (1 - is_asked) * said[numbers]
    return found
