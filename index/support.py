"""Whether a passage, with what surrounds it and in either channel, bears out each word of a question.

A near miss has the question's people and topic, and misses one thing that is asked: that shows in the word least borne out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.match import firm
from index.signals.context import surroundings
from index.signals.names import naming

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.encoder import Vectors
    from index.match import Match, Reading
    from index.shelf import Ints, Reader, Shelf

_EXACT = 0.99


def find_support(laid: Sequence[tuple[Reader, Match]], shelf: Shelf, numbers: Ints) -> dict[str, Vectors]:
    """By name, one value a passage; words count beside the question's weightiest.

    ``unsupported`` is how far the word that is least borne out is missed, ``absent`` the same anywhere in the library;
    ``unnamed`` is how far the name is missed that the passage's whole document, its title and its source say least of.
    """
    question = laid[0][1].question
    weight = np.min([match.weight for _, match in laid], axis=0)
    weight = weight / (weight.max() + 1e-6)
    given = np.zeros((len(weight), len(numbers)), dtype=np.float32)
    anywhere = np.zeros(len(weight), dtype=np.float32)
    in_document = _in_source(question, shelf, numbers)
    for reader, match in laid:
        places = reader.places[numbers]
        inside = np.flatnonzero(places >= 0)
        given[:, inside] = np.maximum(given[:, inside], surroundings(match, reader.channel, places[inside]))
        whole = np.maximum(
            reader.channel.document_max(match.found)[:, places[inside]], match.title_found[:, places[inside]]
        )
        in_document[:, inside] = np.maximum(in_document[:, inside], whole)
        anywhere = np.maximum(anywhere, match.found.max(axis=1, where=match.inside, initial=0))
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
        "unnamed": (1 - in_document[named]).max(axis=0) if named.any() else none,
        "unsupported_number": (1 - given[number]).max(axis=0) if number.any() else none,
        "absent": none + absent.max(),
        "absent_name": none + (float((1 - anywhere[named]).max()) if named.any() else 0.0),
        "question_words": none + float(np.log(len(weight))),
    }


def _in_source(question: Reading, shelf: Shelf, numbers: Ints) -> Vectors:
    """How surely each word names who published the passages: (words, len(numbers))."""
    found = np.zeros((len(question.like), len(shelf.documents.source)), dtype=np.float32)
    for document in np.unique(shelf.document[numbers]).tolist():
        places = shelf.documents.source[document]
        if len(places):
            found[:, document] = firm(question.like[:, places]).max(axis=1)
    return found[:, shelf.document[numbers]]
