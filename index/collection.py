"""What a search reads: the passages of a library in one channel, made ready once and then only read.

A channel is the text of the passages, or their aligned translations. Passages are known here by their place in it; those
of a paragraph, and the paragraphs of a document, follow one another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.abilities import unit
from index.dense import DenseIndex
from index.grown import Grown
from index.holdings import Holdings

if TYPE_CHECKING:
    from index.encoder import Vectors
    from index.learned import Means

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

_BESIDE = 0.6
# The arrays of ``Texts`` that are no vectors.
_LIGHT = ("document", "paragraph", "arabic", "window_counts", "words", "word_counts", "titles", "title_counts")


@dataclass(frozen=True, slots=True)
class Texts:
    """What a channel is made of: parallel arrays over its n passages, vectors as encoded.

    Attributes:
        document: A number that the passages of a document share.
        paragraph: One that those of a paragraph share.
        arabic: Whether each is in Arabic.
        vectors: float32, (n, dimension).
        windows: float16, (m, dimension), passage by passage.
        window_counts: How many each passage has.
        paragraphs: float16, one row a paragraph.
        words: The words of all passages, by their place in the vocabulary.
        word_counts: How many each passage has; at least one.
        titles: The words of the documents' titles.
        title_counts: How many each document has; at least one.
    """

    document: Ints
    paragraph: Ints
    arabic: Flags
    vectors: Vectors
    windows: NDArray[np.float16]
    window_counts: Ints
    paragraphs: NDArray[np.float16]
    words: Ints
    word_counts: Ints
    titles: Ints
    title_counts: Ints


class Channel:
    """One channel, ready to be searched.

    Args:
        texts: Its passages.
        means: What is taken away from their vectors.
        vocabulary: How many words the vocabulary has.
    """

    def __init__(self, texts: Texts, means: Means, vocabulary: int) -> None:
        self._mean = means.passage
        self._windows, self._paragraphs = Grown(texts.windows), Grown(texts.paragraphs)
        self.dense = DenseIndex(self._centred(texts))
        self._lay_out(texts)
        owner = np.repeat(np.arange(self.size), self.length)
        order = np.argsort(self.words, kind="stable")
        self.posting_passage = owner[order]
        self.posting_start = np.searchsorted(self.words[order], np.arange(vocabulary + 1))

    def add(self, texts: Texts | None, vocabulary: int) -> None:
        """Put passages after those that there are, or only get to know that the vocabulary has more words.

        Args:
            texts: The passages, of documents that are not here yet.
            vocabulary: How many words it has now.
        """
        more = vocabulary + 1 - len(self.posting_start)
        self.posting_start = np.append(self.posting_start, np.full(more, self.posting_start[-1]))
        if texts is None:
            return
        size = self.size
        self.dense.add(self._centred(texts))
        self._windows.add(texts.windows)
        self._paragraphs.add(texts.paragraphs)
        self._lay_out(
            replace(
                texts,
                **{name: np.concatenate([getattr(self._texts, name), getattr(texts, name)]) for name in _LIGHT},
            )
        )
        owner = np.repeat(np.arange(size, self.size), texts.word_counts)
        order = np.argsort(texts.words, kind="stable")
        words = texts.words[order]
        # After all that have the word already.
        self.posting_passage = np.insert(self.posting_passage, self.posting_start[words + 1], owner[order])
        self.posting_start = self.posting_start + np.searchsorted(words, np.arange(vocabulary + 1))

    def _centred(self, texts: Texts) -> Vectors:
        return unit(texts.vectors - self._mean[texts.arabic.astype(np.int64)])

    def _lay_out(self, texts: Texts) -> None:
        """Find out what belongs together; cheap beside the vectors, so that it is done anew when passages are added."""
        # The vectors are held elsewhere, once.
        self._texts = replace(
            texts, vectors=texts.vectors[:0], windows=texts.windows[:0], paragraphs=texts.paragraphs[:0]
        )
        self.size = len(texts.document)
        self.arabic = texts.arabic
        same_document = np.diff(texts.document, prepend=-1) == 0
        self.follows = same_document & (np.diff(texts.paragraph, prepend=-1) == 0)
        self.precedes = np.append(self.follows[1:], False)[: self.size]
        self.document_start, self.document = np.flatnonzero(~same_document), np.cumsum(~same_document) - 1
        self.paragraph_start, self.paragraph = np.flatnonzero(~self.follows), np.cumsum(~self.follows) - 1
        self.position = np.arange(self.size) - self.paragraph_start[self.paragraph]
        self.document_size = np.diff(self.document_start, append=self.size)
        self.length = texts.word_counts
        self.words = texts.words
        self.word_start = _starts(texts.word_counts)
        self.holdings = Holdings(texts.words, self.length)
        self.titles, self.title_length = texts.titles, texts.title_counts
        self.title_start = _starts(texts.title_counts)
        self.window_counts = texts.window_counts
        self._window_start = _starts(texts.window_counts)

    def windows(self, at: Ints) -> Vectors:
        """The centred vectors of the windows of these passages, one after the other."""
        counts = self.window_counts[at]
        rows = ranges(self._window_start[at], counts)
        return unit(self._windows.rows[rows].astype(np.float32) - np.repeat(self._means_of(at), counts, axis=0))

    def contexts(self, at: Ints) -> Vectors:
        """The centred vectors of these passages with something of those beside them in the paragraph."""
        last = self.size - 1
        before = self.dense.vectors(np.maximum(at - 1, 0)) * self.follows[at][:, None]
        after = self.dense.vectors(np.minimum(at + 1, last)) * self.precedes[at][:, None]
        return unit(self.dense.vectors(at) + _BESIDE * (before + after))

    def paragraph_vectors(self, at: Ints) -> Vectors:
        """The centred vectors of the paragraphs that these passages stand in."""
        return unit(self._paragraphs.rows[self.paragraph[at]].astype(np.float32) - self._means_of(at))

    def paragraph_max(self, values: Vectors) -> Vectors:
        """The highest of (..., n) in each passage's paragraph."""
        return np.asarray(np.maximum.reduceat(values, self.paragraph_start, axis=-1)[..., self.paragraph], np.float32)

    def paragraph_sum(self, values: Vectors) -> Vectors:
        """The sum of (..., n) over each passage's paragraph."""
        return np.asarray(np.add.reduceat(values, self.paragraph_start, axis=-1)[..., self.paragraph], np.float32)

    def document_max(self, values: Vectors) -> Vectors:
        """The highest of (..., n) in each passage's document."""
        return np.asarray(np.maximum.reduceat(values, self.document_start, axis=-1)[..., self.document], np.float32)

    def document_sum(self, values: Vectors) -> Vectors:
        """The sum of (..., n) over each passage's document."""
        return np.asarray(np.add.reduceat(values, self.document_start, axis=-1)[..., self.document], np.float32)

    def before(self, values: Vectors, at: Ints) -> Vectors:
        """Of (..., n), what the passages before these have, 0 where a paragraph begins."""
        return np.asarray(values[..., np.maximum(at - 1, 0)] * self.follows[at], dtype=np.float32)

    def after(self, values: Vectors, at: Ints) -> Vectors:
        """Of (..., n), what the passages after these have, 0 where a paragraph ends."""
        return np.asarray(values[..., np.minimum(at + 1, self.size - 1)] * self.precedes[at], dtype=np.float32)

    def _means_of(self, at: Ints) -> Vectors:
        return self._mean[self.arabic[at].astype(np.int64)]


def ranges(starts: Ints, counts: Ints) -> Ints:
    """The numbers from each start on, as many as its count, one after the other."""
    before = np.repeat(starts - _starts(counts), counts)
    return np.asarray(before + np.arange(len(before)), dtype=np.int64)


def _starts(counts: Ints) -> Ints:
    return np.cumsum(counts) - counts
