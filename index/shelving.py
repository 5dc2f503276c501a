"""A library's file becomes a ``Shelf``: what is stored by rows is put in its place, in arrays; what is added later, after it."""

from __future__ import annotations

from dataclasses import replace
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
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from index.learned import Learned
    from index.shelf import Flags, Ints
    from index.store import Channel as ChannelName
    from index.store import Store
    from index.stored import StoredPassage


def load_shelf(store: Store, dimension: int, learned: Learned) -> Shelf:
    """Read a library from its file.

    Raises:
        LibraryError: Its vectors have another dimension.
    """
    words, rows, vectors = store.words(dimension)
    loading = _Loading(store, dimension, learned, rows, None)
    parts = loading.parts()
    readers: dict[str, Reader] = {}
    for name, (texts, members) in parts.items():
        channel = Channel(texts, learned.means, len(words))
        readers[name] = Reader(channel, members, loading.places_of(members))
    return Shelf(
        loading.passages,
        Vocabulary(gather(words, vectors), learned),
        rows,
        readers,
        loading.headings(),
        loading.holds(),
        loading.document(),
        loading.documents(),
        loading.said(words, parts.values()),
    )


def extend_shelf(shelf: Shelf, store: Store, dimension: int, learned: Learned, numbers: Sequence[int]) -> Shelf:
    """A shelf with the documents of some numbers after those that there are, and the words that are new with them.

    What is large grows in place: the shelf that is given is not to be used any more.

    Raises:
        LibraryError: The vectors have another dimension.
    """
    words, rows, vectors = store.words(dimension, after=int(shelf.rows.max(initial=0)))
    rows = np.concatenate([shelf.rows, rows])
    shelf.vocabulary.add(gather(words, vectors))
    loading = _Loading(store, dimension, learned, rows, numbers)
    before, parts = len(shelf.passages), loading.parts()
    readers: dict[str, Reader] = {}
    for name in CHANNELS:
        texts, members = parts.get(name, (None, np.zeros(0, dtype=np.int64)))
        reader = shelf.readers.get(name)
        places = loading.places_of(members)
        if reader is not None:
            places = np.where(places < 0, -1, places + reader.channel.size)
            reader.channel.add(texts, len(rows))
            readers[name] = Reader(
                reader.channel,
                np.concatenate([reader.members, members + before]),
                np.concatenate([reader.places, places]),
            )
        elif texts is not None:
            channel = Channel(texts, learned.means, len(rows))
            readers[name] = Reader(channel, members + before, np.append(np.full(before, -1), places))
    said = loading.said(shelf.vocabulary.words.words, parts.values())
    documents = loading.documents()
    return Shelf(
        [*shelf.passages, *loading.passages],
        shelf.vocabulary,
        rows,
        readers,
        _join_headings(shelf.headings, loading.headings(), len(shelf.documents.number)),
        np.concatenate([shelf.holds, loading.holds()]),
        np.concatenate([shelf.document, loading.document() + len(shelf.documents.number)]),
        Documents(
            np.concatenate([shelf.documents.number, documents.number]),
            np.concatenate([shelf.documents.published, documents.published]),
            [*shelf.documents.source, *documents.source],
        ),
        {name: np.concatenate([some, said[name]]) for name, some in shelf.said.items()},
    )


class _Loading:
    """What all parts of a shelf are made with."""

    def __init__(
        self, store: Store, dimension: int, learned: Learned, rows: Ints, numbers: Sequence[int] | None
    ) -> None:
        self._stored = store.places(numbers)
        self._headers = store.headers(numbers)
        self._texts = {channel: store.texts(channel, dimension, numbers) for channel in CHANNELS}
        self._means = learned.means
        self.passages = [one for one in self._stored if one.kind != "heading"]
        # The place of each word in the vocabulary, by its row.
        self._places = np.zeros(int(rows.max(initial=0)) + 1, dtype=np.int64)
        self._places[rows] = np.arange(len(rows))

    def parts(self) -> dict[ChannelName, tuple[Texts, Ints]]:
        """The channels that any passage is in, each with the numbers of those in it."""
        return {name: part for name in CHANNELS if (part := self._part(name)) is not None}

    def _part(self, name: ChannelName) -> tuple[Texts, Ints] | None:
        texts = self._texts[name]
        rows = np.array([one.row for one in self.passages], dtype=np.int64)
        kept = np.flatnonzero(np.isin(texts.rows, rows))
        if not len(kept):
            return None
        members = np.searchsorted(rows, texts.rows[kept])
        here = [self.passages[number] for number in members.tolist()]
        titles = {header.document: self._places[header.title] for header in self._headers}
        in_order = [titles[number] for number in dict.fromkeys(one.document for one in here)]
        return Texts(
            document=np.array([one.document for one in here], dtype=np.int64),
            paragraph=np.array([one.paragraph for one in here], dtype=np.int64),
            arabic=np.array([(one.language if name == "text" else one.translation_language) == "ar" for one in here]),
            vectors=texts.vectors[kept],
            windows=texts.windows[_rows(texts.window_counts, kept)],
            window_counts=texts.window_counts[kept],
            paragraphs=texts.paragraphs[kept][_begins_paragraph(here)],
            words=self._places[texts.words[_rows(texts.word_counts, kept)]],
            word_counts=texts.word_counts[kept],
            titles=np.concatenate(in_order),
            title_counts=np.array([len(title) for title in in_order], dtype=np.int64),
        ), members

    def places_of(self, members: Ints) -> Ints:
        """The place of each passage in a channel that has these; -1 where it is not in it."""
        places = np.full(len(self.passages), -1, dtype=np.int64)
        places[members] = np.arange(len(members))
        return places

    def headings(self) -> Headings:
        """The headings, and which passages they stand over."""
        texts = self._texts["text"]
        heads = [one for one in self._stored if one.kind == "heading"]
        number = {(one.document, one.number): place for place, one in enumerate(heads)}
        over = [-1 if one.heading is None else number.get((one.document, one.heading), -1) for one in self.passages]
        at = np.searchsorted(texts.rows, np.array([one.row for one in heads], dtype=np.int64))
        arabic = np.array([one.language == "ar" for one in heads], dtype=np.int64)
        counts = texts.word_counts[at]
        return Headings(
            np.array(over, dtype=np.int64),
            self._numbers_of(heads),
            DenseIndex(unit(texts.vectors[at] - self._means.passage[arabic])),
            self._places[texts.words[_rows(texts.word_counts, at)]],
            np.cumsum(counts) - counts,
        )

    def holds(self) -> Ints:
        """The bits of the values that each passage holds."""
        return np.array([one.holds for one in self.passages], dtype=np.int64)

    def document(self) -> Ints:
        """The number of the document of each passage, from 0."""
        return self._numbers_of(self.passages)

    def _numbers_of(self, passages: Sequence[StoredPassage]) -> Ints:
        number = {header.document: place for place, header in enumerate(self._headers)}
        return np.array([number[one.document] for one in passages], dtype=np.int64)

    def documents(self) -> Documents:
        """What is told of the documents."""
        number = np.array([header.document for header in self._headers], dtype=np.int64)
        published = np.array([_day(header.published) for header in self._headers], dtype=np.int64)
        return Documents(number, published, [self._places[header.source] for header in self._headers])

    def said(self, words: Sequence[str], parts: Iterable[tuple[Texts, Ints]]) -> Mapping[str, Flags]:
        """By group: which passages say a word of it, in any channel."""
        said = {name: np.zeros(len(self.passages), dtype=np.bool_) for name in GROUPS}
        for texts, members in parts:
            start = np.cumsum(texts.word_counts) - texts.word_counts
            ordering = np.zeros(len(words), dtype=np.bool_)
            for name, group in GROUPS.items():
                for place in np.unique(texts.words).tolist():
                    ordering[place] = is_in(words[place], group)
                said[name][members] |= np.logical_or.reduceat(ordering[texts.words], start)
        return said


def _join_headings(before: Headings, after: Headings, documents: int) -> Headings:
    """The headings of more documents after those of so many; their vectors are put into the index of the first."""
    number = len(before.dense)
    before.dense.add(after.dense.vectors(np.arange(len(after.dense))))
    return replace(
        before,
        of=np.concatenate([before.of, np.where(after.of < 0, -1, after.of + number)]),
        document=np.concatenate([before.document, after.document + documents]),
        words=np.concatenate([before.words, after.words]),
        word_starts=np.concatenate([before.word_starts, after.word_starts + len(before.words)]),
    )


def _rows(counts: Ints, kept: Ints) -> Ints:
    """The rows of some passages, where each has as many as its count."""
    return ranges((np.cumsum(counts) - counts)[kept], counts[kept])


def _begins_paragraph(passages: Sequence[StoredPassage]) -> Flags:
    beside = [(one.document, one.paragraph) for one in passages]
    return np.array([place == 0 or beside[place - 1] != one for place, one in enumerate(beside)], dtype=np.bool_)


def _day(moment: datetime | None) -> int:
    return 0 if moment is None else 10_000 * moment.year + 100 * moment.month + moment.day
