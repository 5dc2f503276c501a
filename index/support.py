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
# From here on a word is the same, translated by the word list or as good as the same.
_SURE = 0.7


def find_support(laid: Sequence[tuple[Reader, Match]], numbers: Ints) -> dict[str, Vectors]:
    """By name, one value a passage; words count beside the question's weightiest.

    ``unsupported`` is how far the word that is least borne out is missed, ``absent`` the same anywhere in the library.
    """
    question = laid[0][1].question
    weight = np.min([match.weight for _, match in laid], axis=0)
    weight = weight / (weight.max() + 1e-6)
    given = np.zeros((len(weight), len(numbers)), dtype=np.float32)
    said = np.zeros((len(weight), len(numbers)), dtype=np.bool_)
    around = np.zeros((len(weight), len(numbers)), dtype=np.bool_)
    anywhere = np.zeros(len(weight), dtype=np.float32)
    for reader, match in laid:
        places = reader.places[numbers]
        every = np.arange(reader.channel.size)
        inside = np.flatnonzero(places >= 0)
        given[:, inside] = np.maximum(given[:, inside], surroundings(match, reader.channel, places[inside]))
        own = match.found >= _SURE
        said[:, inside] |= own[:, places[inside]]
        near = [own, match.title_found >= _SURE, reader.channel.before(own, every) > 0, reader.channel.paragraph_max(own.astype(np.float32)) > 0]
        around[:, inside] |= np.any([one[:, places[inside]] for one in near], axis=0)
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
        "said": weight @ said / (weight.sum() + 1e-6),
        "said_around": weight @ around / (weight.sum() + 1e-6),
        "unsaid": (weight[:, None] * ~said).max(axis=0),
        "unsaid_around": (weight[:, None] * ~around).max(axis=0),
        "unsaid_share": (~around).mean(axis=0),
        "absent": none + absent.max(),
        "absent_name": none + (float((1 - anywhere[named]).max()) if named.any() else 0.0),
        "question_words": none + float(np.log(len(weight))),
    }
