"""Late interaction of words: each word of the query takes its best match among a passage's words, across languages too.

A word is matched by the encoder's vector of the word alone, by its stem, by its figures, or, across scripts, by the
consonants of a name. Words weigh by how rare their like is in the library.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from index.words import forms, is_content, skeleton, split_words, stems

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


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The distinct words of a library.

    Attributes:
        words: As written.
        vectors: One row a word.
        counts: How many passages hold each.
    """

    words: tuple[str, ...]
    vectors: Vectors
    counts: NDArray[np.int64]

    def match(self, words: Sequence[str], vectors: Vectors) -> Matches:
        """How alike each query word is to each word here, 0 to 1: (len(words), len(self.words))."""
        if not self.words or not words:
            return np.zeros((len(words), len(self.words)), dtype=np.float32)
        likeness: Matches = np.clip((vectors @ self.vectors.T - _NOTHING) / (1 - _NOTHING), 0, 1)
        for at, word in enumerate(words):
            if word[0].isdigit():
                likeness[at] = [float(word == other) for other in self.words]
                continue
            wanted = stems(word)
            same = [place for place, other in enumerate(self.words) if not wanted.isdisjoint(stems(other))]
            likeness[at, same] = np.maximum(likeness[at, same], _SAME_STEM)
        return np.maximum(likeness, self._names(words))

    def _names(self, words: Sequence[str]) -> Matches:
        """The likeness of names across scripts, by their consonants."""
        asked = [skeleton(word) if not word[0].isdigit() else "" for word in words]
        here = [skeleton(word) if not word[0].isdigit() else "" for word in self.words]
        alike: Matches = process.cdist(asked, here, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
        long_enough = np.array([len(one) >= _SHORTEST_SKELETON for one in asked])[:, None] & np.array(
            [len(one) >= _SHORTEST_SKELETON for one in here]
        )
        across = np.array([_is_arabic(word) for word in words])[:, None] != np.array([_is_arabic(word) for word in self.words])
        return np.where(long_enough & across & (alike >= _NAME_LIKENESS), alike, 0).astype(np.float32)


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


def _is_arabic(word: str) -> bool:
    return re.match("[\u0620-\u06d3]", word) is not None
