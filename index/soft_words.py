"""Late interaction of words: each word of the query takes its best match among a passage's words, across languages too.

A word is matched by the encoder's vector of the word alone, by its stem, by its figures, or, across scripts, by the
consonants of a name. Words weigh by how rare their like is in the library.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from index.words import forms, is_arabic, is_content, skeleton, split_words, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.encoder import Encoder, Vectors

Matches = NDArray[np.float32]

# Cosines of unlike words reach this far.
_NOTHING = 0.45
_SAME_STEM = 0.92
_SHORTEST_SKELETON = 3
_NAME_LIKENESS = 0.75


def encode_words(words: Sequence[str], encoder: Encoder) -> Vectors:
    """One vector a word: the sum of those of its forms, unit length; float32, (len(words), dimension)."""
    if not words:
        return np.zeros((0, 0), dtype=np.float32)
    written = [forms(word) for word in words]
    encoded = encoder.encode_document([form for some in written for form in some])
    starts = np.cumsum([0, *(len(some) for some in written[:-1])])
    summed = np.add.reduceat(encoded, starts, axis=0)
    unit: Vectors = (summed / np.linalg.norm(summed, axis=1, keepdims=True)).astype(np.float32)
    return unit


class Vocabulary:
    """The distinct words of a library.

    Args:
        words: As written.
        vectors: One row a word.
        counts: How many passages hold each.
    """

    def __init__(self, words: Sequence[str], vectors: Vectors, counts: NDArray[np.int64]) -> None:
        self.counts = counts
        self._size = len(words)
        self._vectors = vectors
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._by_figure: dict[str, list[int]] = defaultdict(list)
        names: dict[bool, list[tuple[int, str]]] = {True: [], False: []}
        for place, word in enumerate(words):
            if word[0].isdigit():
                self._by_figure[word].append(place)
                continue
            for one in stems(word):
                self._by_stem[one].append(place)
            if len(skeleton(word)) >= _SHORTEST_SKELETON:
                names[is_arabic(word)].append((place, skeleton(word)))
        self._names = {
            script: (np.array([place for place, _ in some], dtype=np.int64), [consonants for _, consonants in some])
            for script, some in names.items()
        }

    def match(self, words: Sequence[str], vectors: Vectors) -> Matches:
        """How alike each query word is to each word here, 0 to 1: (len(words), how many are here)."""
        if not self._size or not words:
            return np.zeros((len(words), self._size), dtype=np.float32)
        likeness: Matches = np.clip((vectors @ self._vectors.T - _NOTHING) / (1 - _NOTHING), 0, 1)
        for at, word in enumerate(words):
            if word[0].isdigit():
                likeness[at] = 0
                likeness[at, self._by_figure.get(word, [])] = 1
                continue
            same = [place for one in stems(word) for place in self._by_stem.get(one, ())]
            likeness[at, same] = np.maximum(likeness[at, same], _SAME_STEM)
            self._match_names(word, likeness[at])
        return likeness

    def _match_names(self, word: str, likeness: Matches) -> None:
        """Raise the likeness of names in the other script, by their consonants."""
        places, skeletons = self._names[not is_arabic(word)]
        if not skeletons or len(skeleton(word)) < _SHORTEST_SKELETON:
            return
        alike = process.cdist(
            [skeleton(word)],
            skeletons,
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=_NAME_LIKENESS,
            dtype=np.float32,
        )[0]
        likeness[places] = np.maximum(likeness[places], alike)


@dataclass(frozen=True, slots=True)
class SoftQuery:
    """A query's words, what each weighs, and how alike each is to each word of the vocabulary."""

    words: tuple[str, ...]
    weights: NDArray[np.float32]
    likeness: Matches

    def best(self, passage: NDArray[np.int64]) -> NDArray[np.float32]:
        """The best match of each query word in a passage, given as the places of its words: (len(words),)."""
        if not len(passage):
            return np.zeros(len(self.words), dtype=np.float32)
        best: NDArray[np.float32] = self.likeness[:, passage].max(axis=1)
        return best

    def score(self, best: NDArray[np.float32]) -> float:
        """The share, 0 to 1, of the query's weight that is matched."""
        return float(self.weights @ best) if len(self.words) else 0.0


def read_query(text: str, vocabulary: Vocabulary, passages: int, encoder: Encoder) -> SoftQuery:
    """A query's words, without those that say nothing, weighed by how few of ``passages`` hold their like."""
    words = [word for word in dict.fromkeys(split_words(text)) if is_content(word)]
    likeness = vocabulary.match(words, encode_words(words, encoder))
    # A word counts as present in a passage as far as it is matched there.
    frequency = np.minimum(np.clip((likeness - 0.4) / 0.5, 0, 1) @ vocabulary.counts, passages)
    weights = np.log(1 + (passages - frequency + 0.5) / (frequency + 0.5)).astype(np.float32)
    total = weights.sum()
    return SoftQuery(tuple(words), weights / total if total else weights, likeness)
