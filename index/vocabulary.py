"""The distinct words of a library, and how alike each is to the words of a question, across languages too.

A word is matched by the encoder's vector of the word alone, by its stem, by its figures, by its spelling, or, across
scripts, by the sounds of a name.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler, Levenshtein

from index.abilities import unit
from index.grown import Grown
from index.kinds import KINDS
from index.lexicon import load_lexicon
from index.words import bare, forms, is_arabic, is_content, light, normal, skeleton, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.encoder import Vectors
    from index.learned import Learned

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

# Centred cosines of unlike words reach this far.
_NOTHING = 0.15
_EQUAL = ((normal, 1.0), (light, 0.95), (stem, 0.9))
# A figure is another figure unless it is the same; this is how near a figure and a numeral word must come.
_TRANSLATED = (0.9, 0.85, 0.8)
_NUMERAL = 0.55
_MISSPELT = 0.8
_NAME_LIKENESS = 0.55
# How much of a name's likeness its consonants make up, by how many there are.
_CONSONANTS = (0.0, 0.3, 0.5, 0.6)
_MOST_RECENT = 2000
_YEARS = range(1000, 2100)


@dataclass(frozen=True, slots=True)
class Words:
    """Distinct words, in parallel; ``start`` tells where the forms of each begin.

    Attributes:
        words: As written.
        vectors: Of all forms, one row each, as encoded.
        start: (words,).
        arabic: Whether each is in Arabic letters.
        number: Whether it is a figure.
        stop: Whether it says nothing of what a text is about.
    """

    words: tuple[str, ...]
    vectors: Vectors
    start: Ints
    arabic: Flags
    number: Flags
    stop: Flags

    @property
    def owner(self) -> Ints:
        """The word of each form."""
        return np.repeat(np.arange(len(self.words)), np.diff(self.start, append=len(self.vectors)))

    def centred(self, learned: Learned) -> Vectors:
        """The vectors without what all words of their script share, on the axes along which words differ."""
        vectors = unit(self.vectors - learned.means.word[self.arabic[self.owner].astype(np.int64)])
        return vectors if learned.axes is None else np.asarray(vectors @ learned.axes, dtype=np.float32)

    def kinds(self, learned: Learned) -> Vectors:
        """What each names: (words, kinds); zeros where nothing was learned for the encoder."""
        if learned.kinds is None or not self.words:
            return np.zeros((len(self.words), len(KINDS)), dtype=np.float32)
        kind = np.maximum.reduceat(learned.kinds.of(self.vectors, self.arabic[self.owner]), self.start, axis=0)
        kind[self.stop | self.number] = 0
        kind[self.number, KINDS.index("number")] = 1
        year = [word.isascii() and word.isdigit() and int(word[:5]) in _YEARS for word in self.words]
        kind[np.array(year), KINDS.index("time")] = 1
        # A Latin word in lower case names nobody.
        lower = np.array([word[0].isalpha() and not is_arabic(word) and not word[0].isupper() for word in self.words])
        kind[np.ix_(lower, np.array([KINDS.index("person"), KINDS.index("place")]))] *= 0.2
        return kind


@dataclass(slots=True)
class _Names:
    """The words of one script that may be names, their consonants and their sounds."""

    places: list[int] = field(default_factory=list)
    consonants: list[str] = field(default_factory=list)
    sounds: list[str] = field(default_factory=list)

    def add(self, place: int, consonants: str, sounds: str) -> None:
        """One more, if it is long enough to be told by its sounds."""
        if len(sounds) > 1:
            self.places.append(place)
            self.consonants.append(consonants)
            self.sounds.append(sounds)


def gather(words: Sequence[str], vectors: Vectors) -> Words:
    """Words with the vectors of their forms, one after the other, in the order of ``forms``."""
    sizes = [len(forms(word)) for word in words]
    return Words(
        tuple(words),
        vectors,
        np.cumsum([0, *sizes])[:-1].astype(np.int64),
        np.array([is_arabic(word) for word in words], dtype=np.bool_),
        np.array([word[0].isdigit() for word in words], dtype=np.bool_),
        np.array([not is_content(word) for word in words], dtype=np.bool_),
    )


class Vocabulary:
    """A library's words, ready to be matched.

    Args:
        words: The words.
        learned: What was learned for the encoder of their vectors.
    """

    def __init__(self, words: Words, learned: Learned) -> None:
        self._learned = learned
        self._lexicon = load_lexicon()
        self._vectors, self._centred = Grown(words.vectors), Grown(words.centred(learned))
        self.words = replace(words, vectors=self._vectors.rows)
        self.kinds = words.kinds(learned)
        self._forms: dict[str, int] = {}
        self._places: dict[str, int] = {}
        self._recent: dict[str, Vectors] = {}
        self._equal: dict[tuple[int, str], list[int]] = defaultdict(list)
        self._bare: list[str] = []
        self._names: dict[bool, _Names] = {arabic: _Names() for arabic in (True, False)}
        self._enter(words.words)
        self._further = self._find_further()

    def add(self, words: Words) -> None:
        """Put words after those that there are; none of them may be here."""
        if not words.words:
            return
        here = self.words
        self._vectors.add(words.vectors)
        self._centred.add(words.centred(self._learned))
        self.kinds = np.concatenate([self.kinds, words.kinds(self._learned)])
        self._enter(words.words)
        self.words = Words(
            here.words + words.words,
            self._vectors.rows,
            np.concatenate([here.start, words.start + len(here.vectors)]),
            np.concatenate([here.arabic, words.arabic]),
            np.concatenate([here.number, words.number]),
            np.concatenate([here.stop, words.stop]),
        )
        self._further = self._find_further()

    @property
    def centred(self) -> Vectors:
        """The vectors of all forms without what all words of their script share."""
        return self._centred.rows

    def _enter(self, words: Sequence[str]) -> None:
        """Make words known by their forms, their stems and their sounds."""
        row = len(self.words.vectors) if self._places else 0
        for place, word in enumerate(words, len(self._places)):
            self._places[word] = place
            self._bare.append(bare(word))
            for level, (form, _) in enumerate(_EQUAL):
                self._equal[level, form(word)].append(place)
            for one in forms(word):
                self._forms.setdefault(one, row)
                row += 1
                arabic = is_arabic(one)
                if arabic or one[0].isupper():
                    self._names[arabic].add(place, *skeleton(one))

    def _find_further(self) -> list[tuple[Ints, Ints]]:
        """The second and third forms of the words that have them."""
        start = self.words.start
        counts = np.diff(start, append=len(self.words.vectors))
        return [(some := np.flatnonzero(counts > at), start[some] + at) for at in range(1, int(counts.max(initial=1)))]

    def vector(self, form: str) -> Vectors | None:
        """The vector of a form of a word here, as encoded."""
        row = self._forms.get(form)
        return self._recent.get(form) if row is None else self.words.vectors[row]

    def place(self, word: str) -> int | None:
        """The place of a word as it is written."""
        return self._places.get(word)

    def remember(self, form: str, vector: Vectors) -> None:
        """Keep the vector of a form that was asked for and is not here, for the next question."""
        if len(self._recent) >= _MOST_RECENT:
            self._recent.pop(next(iter(self._recent)))
        self._recent[form] = vector

    def likeness(self, asked: Words, known: Flags | None = None) -> Vectors:
        """How alike each word that is asked is to each word here, 0 to 1: (asked, words); 0 to words that are not known.

        Args:
            asked: The words that are asked.
            known: Which of those here there are for whoever asks; all where None.
        """
        here = self.words
        if not here.words:
            return np.zeros((len(asked.words), 0), dtype=np.float32)
        cosine = self._cosines(asked.centred(self._learned), asked.start)
        like = np.asarray(np.clip((cosine - _NOTHING) / (1 - _NOTHING), 0, 1), dtype=np.float32)
        number = asked.number[:, None] | here.number[None, :]
        like[number & ((asked.number[:, None] & here.number[None, :]) | (cosine <= _NUMERAL))] = 0
        if known is not None and known.all():
            known = None
        for row, word, is_number, is_stop in zip(like, asked.words, asked.number, asked.stop, strict=True):
            self._match_equal(row, word, levels=1 if is_number else len(_EQUAL))
            if is_number or is_stop:
                continue
            self._match_translated(row, word)
            self._match_names(row, word)
            if len(word) > 3 and not self._is_here(word, known):
                self._match_misspelt(row, word)
        if known is not None:
            like[:, ~known] = 0
        return like

    def _cosines(self, vectors: Vectors, start: Ints) -> Vectors:
        """The cosine of the nearest forms of each pair of words."""
        # In this order, since the other takes half as long again.
        forms_of_all = self.centred @ vectors.T
        ends = [*start[1:].tolist(), len(vectors)]
        every = np.stack(
            [
                reduce(np.maximum, (forms_of_all[:, form] for form in range(first, end)))
                for first, end in zip(start.tolist(), ends, strict=True)
            ]
        )
        best = every[:, self.words.start]
        for words, rows in self._further:
            best[:, words] = np.maximum(best[:, words], every[:, rows])
        return np.asarray(best, dtype=np.float32)

    def _is_here(self, word: str, known: Flags | None) -> bool:
        """Whether a word, its stem or its translation is here."""
        keys = [(level, form(word)) for level, (form, _) in enumerate(_EQUAL)]
        keys += [key for _, forms_of_other in self._lexicon.translations(word) for key in enumerate(forms_of_other)]
        found = (self._equal.get(key) for key in keys)
        return any(places and (known is None or bool(known[places].any())) for places in found)

    def _match_equal(self, like: Vectors, word: str, levels: int) -> None:
        for level, (form, value) in enumerate(_EQUAL[:levels]):
            places = self._equal.get((level, form(word)))
            if places:
                like[places] = np.maximum(like[places], value)

    def _match_translated(self, like: Vectors, word: str) -> None:
        for _, forms_of_other in self._lexicon.translations(word):
            for level, form in enumerate(forms_of_other):
                places = self._equal.get((level, form))
                if places:
                    like[places] = np.maximum(like[places], _TRANSLATED[level])

    def _match_misspelt(self, like: Vectors, word: str) -> None:
        near = process.cdist(
            [bare(word)], self._bare, scorer=JaroWinkler.similarity, score_cutoff=_MISSPELT, dtype=np.float32
        )[0]
        near = np.where(self.words.number, 0, np.clip((near - _MISSPELT) / (1 - _MISSPELT), 0, 1) * 0.9)
        np.maximum(like, near, out=like)

    def _match_names(self, like: Vectors, word: str) -> None:
        """Raise the likeness of names in the other script."""
        consonants, sounds = skeleton(word)
        names = self._names[not is_arabic(word)]
        if len(sounds) < 2 or not names.places or not (is_arabic(word) or word[0].isupper()):
            return
        scorer = Levenshtein.normalized_similarity
        share = _CONSONANTS[min(len(consonants), len(_CONSONANTS) - 1)]
        near = share * process.cdist([consonants], names.consonants, scorer=scorer, dtype=np.float32)[0]
        near += (1 - share) * process.cdist([sounds], names.sounds, scorer=scorer, dtype=np.float32)[0]
        np.maximum.at(like, np.array(names.places), np.clip((near - _NAME_LIKENESS) / 0.35, 0, 0.95))
