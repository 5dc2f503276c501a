"""Whether a passage holds the query word for word: someone pastes a sentence to see where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.words import split_words

if TYPE_CHECKING:
    from index.encoder import Vectors
    from index.shelf import Ints, Shelf
    from index.traits.asked import Asked

# Fewer words in a row are no quotation.
_FEWEST = 5


def verbatim(asked: Asked, shelf: Shelf, numbers: Ints) -> dict[str, Vectors]:
    """1 where all words of the query stand in a row, in any channel, by the share that they are of the passage."""
    found = np.zeros(len(numbers), dtype=np.float32)
    words = split_words(asked.query.text)
    places = [shelf.vocabulary.place(word) for word in words]
    if len(words) < _FEWEST or None in places:
        return {"verbatim": found}
    wanted = np.array(places, dtype=np.int64).tobytes()
    for reader in shelf.readers.values():
        for to, at in enumerate(reader.places[numbers].tolist()):
            if at >= 0:
                begin, length = reader.channel.word_start[at], reader.channel.length[at]
                row = reader.channel.words[begin : begin + length].tobytes()
                offset = row.find(wanted)
                if offset >= 0 and offset % 8 == 0:
                    found[to] = max(found[to], 0.5 + 0.5 * len(words) / length)
    return {"verbatim": found}
