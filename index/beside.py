"""Two lists of texts laid beside each other: how alike each pair is as a whole, and word by word, across languages too."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from index.abilities import rarity, unit
from index.encoding import encode_forms
from index.learned import load_learned
from index.vocabulary import Vocabulary, gather
from index.words import is_content, normal, split_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.encoder import LoadedEncoder, Vectors

# Below this words are unlike.
_FLOOR = 0.3


@dataclass(frozen=True, slots=True)
class Beside:
    """Two lists of n and m texts, laid beside each other.

    Attributes:
        cosine: Of the texts, without what all texts of their script share: (n, m).
        like: How alike each word of the first list is to each of the second, 0 to 1: (words, words).
        places: The place of each word of the first list in ``like``, by its normal form.
        other_places: The same of the second.
        weights: What each word says of what a text is about, by its normal form; those that say nothing weigh nothing.
    """

    cosine: Vectors
    like: Vectors
    places: Mapping[str, int]
    other_places: Mapping[str, int]
    weights: Mapping[str, float]

    def borne_out(self, text: str, other: str) -> float:
        """How much of what a text of the first list says another of the second says too, 0 to 1; 0 for one without words."""
        return self._borne_out(self.like, self._words(text, self.places), self._words(other, self.other_places))

    def borne_back(self, text: str, other: str) -> float:
        """How much of what ``other``, of the second list, says ``text``, of the first, says too."""
        return self._borne_out(self.like.T, self._words(other, self.other_places), self._words(text, self.places))

    def alike(self, word: str, other: str) -> float:
        """How alike a word of the first list is to one of the second; 0 where either stands in none."""
        at, against = self.places.get(normal(word)), self.other_places.get(normal(other))
        return 0.0 if at is None or against is None else float(self.like[at, against])

    def _words(self, text: str, places: Mapping[str, int]) -> dict[int, float]:
        words = map(normal, split_words(text))
        return {places[word]: self.weights[word] for word in words if self.weights.get(word) and word in places}

    def _borne_out(self, like: Vectors, words: Mapping[int, float], others: Mapping[int, float]) -> float:
        if not words or not others:
            return 0.0
        best = like[np.ix_(list(words), list(others))].max(axis=1)
        weights = np.array(list(words.values()), dtype=np.float32)
        firm = np.clip((best - _FLOOR) / (1 - _FLOOR), 0, 1)
        return float(weights @ firm / weights.sum())


def lay_beside(texts: Sequence[str], others: Sequence[str], loaded: LoadedEncoder) -> Beside:
    """Lay texts beside others.

    Args:
        texts: In either language.
        others: In either language.
        loaded: The encoder.
    """
    learned = load_learned(loaded.name, loaded.dimension)
    one, other = _distinct(texts), _distinct(others)
    encoded = np.asarray(loaded.encoder.encode_document([*texts, *others]), dtype=np.float32)
    arabic = np.array([_is_arabic(text) for text in (*texts, *others)], dtype=np.int64)
    centred = unit(encoded - learned.means.passage[arabic])
    return Beside(
        np.asarray(centred[: len(texts)] @ centred[len(texts) :].T, dtype=np.float32),
        _likeness(one, other, loaded),
        {normal(word): place for place, word in enumerate(one)},
        {normal(word): place for place, word in enumerate(other)},
        _weights([*texts, *others], loaded),
    )


def _likeness(one: Sequence[str], other: Sequence[str], loaded: LoadedEncoder) -> Vectors:
    if not one or not other:
        return np.zeros((len(one), len(other)), dtype=np.float32)
    learned = load_learned(loaded.name, loaded.dimension)
    words, others = (gather(some, np.concatenate(encode_forms(some, loaded.encoder))) for some in (one, other))
    return Vocabulary(others, learned).likeness(words)


def _weights(texts: Sequence[str], loaded: LoadedEncoder) -> dict[str, float]:
    """How rare each content word is, in general and among these texts."""
    counts = Counter(chain.from_iterable(set(map(normal, split_words(text))) for text in texts))
    words = [word for word in counts if is_content(word) and not word[0].isdigit()]
    if not words:
        return {}
    return {
        word: float(np.sqrt(max(rare, 0.0)) * np.log(1 + len(texts) / counts[word]))
        for word, rare in zip(words, rarity(loaded.encoder, words), strict=True)
    }


def _distinct(texts: Sequence[str]) -> list[str]:
    """The words of texts, one of each normal form: with a capital where there is one, since that may be a name."""
    found: dict[str, str] = {}
    for word in chain.from_iterable(map(split_words, texts)):
        if word[0].isupper() or normal(word) not in found:
            found[normal(word)] = word
    return list(found.values())


def _is_arabic(text: str) -> bool:
    return sum("\u0600" <= letter <= "\u06ff" for letter in text) > sum(
        letter.isascii() and letter.isalpha() for letter in text
    )
