"""Whose account is asked for: "according to the Royal Court", "does Marwan say", حسب الوكالة."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from index.language import fold
from index.match import firm

if TYPE_CHECKING:
    from index.encoder import Vectors
    from index.shelf import Ints, Shelf
    from index.traits.asked import Asked

_AFTER = re.compile(
    r"\b(?:according to|as told by|believes?|says?|said|version of|account of|for|by|per|"
    r"ب?حسب|وفقا?|طبقا|عند|كلام|روايه|تقول|يقول|قالت|قال)\b"
)
_REACH = 6


def source(asked: Asked, shelf: Shelf, numbers: Ints) -> dict[str, Vectors]:
    """How far the words of a document's source are in the question; ``source_cited`` where it names whose word it asks for."""
    words = asked.reading.words.words
    folded = [fold(word).text for word in words]
    text = fold(asked.reading.text).text
    cited = np.zeros(len(words), dtype=np.bool_)
    for cue in _AFTER.finditer(text):
        near = set(re.findall(r"\w+", text[cue.end() :])[:_REACH])
        near |= (
            set(re.findall(r"\w+", text[: cue.start()])[-2:]) if cue[0] in {"say", "says", "تقول", "يقول"} else set()
        )
        cited |= np.array([word in near for word in folded])
    here = np.unique(shelf.document[numbers])
    all_words = np.zeros(len(shelf.documents.source), dtype=np.float32)
    cited_words = np.zeros_like(all_words)
    for document in here.tolist():
        places = shelf.documents.source[document]
        if len(places):
            best = firm(asked.reading.like[:, places])
            all_words[document] = best.max(axis=0).mean()
            cited_words[document] = best[cited].max(axis=1).sum() if cited.any() else 0
    # Only what tells one source from another counts.
    level = cited_words[here] - cited_words[here].max() if len(here) else cited_words[here]
    cited_words[here] = level
    return {"source": all_words[shelf.document[numbers]], "source_cited": cited_words[shelf.document[numbers]]}
