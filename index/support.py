"""Whether a passage, with what surrounds it and in either channel, bears out each word of a question.

A near miss has the question's people and topic, and misses one thing that is asked: that shows in the word least borne out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.signals.context import surroundings
from index.signals.names import naming

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.encoder import Vectors
    from index.match import Match
    from index.shelf import Ints, Reader

_EXACT = 0.99


def find_support(laid: Sequence[tuple[Reader, Match]], numbers: Ints) -> dict[str, Vectors]:
    """By name, one value a passage; words count beside the question's weightiest.

    ``unsupported`` is how far the word that is least borne out is missed, ``absent`` the same anywhere in the library.
    """
    question = laid[0][1].question
    weight = np.min([match.weight for _, match in laid], axis=0)
    weight = weight / (weight.max() + 1e-6)
    given = np.zeros((len(weight), len(numbers)), dtype=np.float32)
    anywhere = np.zeros(len(weight), dtype=np.float32)
    for reader, match in laid:
        places = reader.places[numbers]
        inside = np.flatnonzero(places >= 0)
        given[:, inside] = np.maximum(given[:, inside], surroundings(match, reader.channel, places[inside]))
        anywhere = np.maximum(anywhere, match.found.max(axis=1))
    number = question.words.number
    given[number] = given[number] >= 0.7 * _EXACT
    named = naming(question)
    missed, absent = weight[:, None] * (1 - given), weight * (1 - anywhere)
    none = np.zeros(len(numbers), dtype=np.float32)
    return {
        "supported": weight @ given / (weight.sum() + 1e-6),
        "unsupported": missed.max(axis=0),
        "unsupported_square": (missed**2).sum(axis=0),
        "unsupported_name": (1 - given[named]).max(axis=0) if named.any() else none,
        "unsupported_number": (1 - given[number]).max(axis=0) if number.any() else none,
        "absent": none + absent.max(),
        "absent_name": none + (float((1 - anywhere[named]).max()) if named.any() else 0.0),
        "question_words": none + float(np.log(len(weight))),
    }
