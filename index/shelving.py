"""A library's file becomes a ``Shelf``: what is stored by rows is put in its place, in arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.abilities import unit
from index.collection import Channel, Texts, ranges
from index.dense import DenseIndex
from index.order import GROUPS, is_in
from index.shelf import Documents, Headings, Reader, Shelf
from index.store import CHANNELS
from index.vocabulary import Vocabulary, gather

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from index.learned import Learned
    from index.shelf import Flags, Ints
    from index.store import Store
    from index.stored import StoredPassage, StoredTexts


def load_shelf(store: Store, dimension: int, learned: Learned) -> Shelf:
    """Read a library from its file.

    Raises:
        LibraryError: Its vectors have another dimension.
    """
    loading = _Loading(store, dimension, learned)
    texts = {channel: store.texts(channel, dimension) for channel in CHANNELS}
    readers: dict[str, Reader] = {}
    for channel, some in texts.items():
        reader = loading.reader(some, channel)
        if reader is not None:
            readers[channel] = reader
    return Shelf(
        loading.passages,
        Vocabulary(gather(loading.words, loading.vectors), learned),
        readers,
        loading.headings(texts["text"]),
        np.array([one.holds for one in loading.passages], dtype=np.int64),
        loading.document(),
        loading.documents(),
        {name: loading.said(group, readers) for name, group in GROUPS.items()},
    )


class _Loading:
    """What all parts of a shelf are made with."""

    def __init__(self, store: Store, dimension: int, learned: Learned) -> None:
        self._stored = store.places()
        self._headers = store.headers()
        self._means = learned.means
        self.passages = [one for one in self._stored if one.kind != "heading"]
        self.words, rows, self.vectors = store.words(dimension)
        # The place of each word in the vocabulary, by its row.
        self._places = np.zeros(int(rows.max(initial=0)) + 1, dtype=np.int64)
        self._places[rows] = np.arange(len(self.words))

    def reader(self, texts: StoredTexts, channel: str) -> Reader | None:
        """A channel; None where no passage is in it."""
        rows = np.array([one.row for one in self.passages], dtype=np.int64)
        kept = np.flatnonzero(np.isin(texts.rows, rows))
        if not len(kept):
            return None
        members = np.searchsorted(rows, texts.rows[kept])
        here = [self.passages[number] for number in members.tolist()]
        titles = {header.document: self._places[header.title] for header in self._headers}
        in_order = [titles[number] for number in dict.fromkeys(one.document for one in here)]
        prepared = Texts(
            document=np.array([one.document for one in here], dtype=np.int64),
            paragraph=np.array([one.paragraph for one in here], dtype=np.int64),
            arabic=np.array(
                [(one.language if channel == "text" else one.translation_language) == "ar" for one in here]
            ),
            vectors=texts.vectors[kept],
            windows=texts.windows[_rows(texts.window_counts, kept)],
            window_counts=texts.window_counts[kept],
            paragraphs=texts.paragraphs[kept][_begins_paragraph(here)],
            words=self._places[texts.words[_rows(texts.word_counts, kept)]],
            word_counts=texts.word_counts[kept],
            titles=np.concatenate(in_order),
            title_counts=np.array([len(title) for title in in_order], dtype=np.int64),
        )
        places = np.full(len(rows), -1, dtype=np.int64)
        places[members] = np.arange(len(members))
        return Reader(Channel(prepared, self._means, len(self.words)), members, places)

    def headings(self, texts: StoredTexts) -> Headings:
        """The headings, and which passages they stand over."""
        heads = [one for one in self._stored if one.kind == "heading"]
        number = {(one.document, one.number): place for place, one in enumerate(heads)}
        over = [-1 if one.heading is None else number.get((one.document, one.heading), -1) for one in self.passages]
        at = np.searchsorted(texts.rows, np.array([one.row for one in heads], dtype=np.int64))
        arabic = np.array([one.language == "ar" for one in heads], dtype=np.int64)
        counts = texts.word_counts[at]
        return Headings(
            np.array(over, dtype=np.int64),
            DenseIndex(unit(texts.vectors[at] - self._means.passage[arabic])),
            self._places[texts.words[_rows(texts.word_counts, at)]],
            np.cumsum(counts) - counts,
        )

    def document(self) -> Ints:
        """The number of the document of each passage, from 0."""
        number = {header.document: place for place, header in enumerate(self._headers)}
        return np.array([number[one.document] for one in self.passages], dtype=np.int64)

    def documents(self) -> Documents:
        """What is told of the documents."""
        published = np.array([_day(header.published) for header in self._headers], dtype=np.int64)
        number = np.array([header.document for header in self._headers], dtype=np.int64)
        return Documents(number, published, [self._places[header.source] for header in self._headers])

    def said(self, group: frozenset[str], readers: Mapping[str, Reader]) -> Flags:
        """Which passages say a word of a group, in any channel."""
        ordering = np.array([is_in(word, group) for word in self.words], dtype=np.bool_)
        said = np.zeros(len(self.passages), dtype=np.bool_)
        for reader in readers.values():
            said[reader.members] |= np.logical_or.reduceat(ordering[reader.channel.words], reader.channel.word_start)
        return said


def _rows(counts: Ints, kept: Ints) -> Ints:
    """The rows of some passages, where each has as many as its count."""
    return ranges((np.cumsum(counts) - counts)[kept], counts[kept])


def _begins_paragraph(passages: Sequence[StoredPassage]) -> Flags:
    beside = [(one.document, one.paragraph) for one in passages]
    return np.array([place == 0 or beside[place - 1] != one for place, one in enumerate(beside)], dtype=np.bool_)


def _day(moment: datetime | None) -> int:
    return 0 if moment is None else 10_000 * moment.year + 100 * moment.month + moment.day
