"""A whole library in memory, as a search reads it: made from its file when it is opened, and again after a change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.abilities import unit
from index.collection import Channel, Texts, ranges
from index.dense import DenseIndex
from index.order import GROUPS, is_in
from index.store import CHANNELS
from index.vocabulary import Vocabulary, gather

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from index.encoder import Vectors
    from index.learned import Learned, Means
    from index.store import Store, StoredPassage, StoredTexts

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Reader:
    """A channel, and which passages are in it.

    Attributes:
        channel: The channel.
        members: The number of the passage at each place of the channel, ascending.
        places: The place of each passage in the channel, -1 where it is not in it.
    """

    channel: Channel
    members: Ints
    places: Ints


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a library.

    Attributes:
        of: The heading that stands over each passage, -1 where none does.
        dense: Their centred vectors.
        words: The words of all, by their place in the vocabulary.
        word_starts: Where those of each begin.
    """

    of: Ints
    dense: DenseIndex
    words: Ints
    word_starts: Ints


@dataclass(frozen=True, slots=True)
class Documents:
    """What is told of documents, by their number from 0.

    Attributes:
        published: The day as ``20250701``; 0 where none is known.
        source: The words of who issued each, by their place in the vocabulary.
    """

    published: Ints
    source: Sequence[Ints]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The n passages of a library that are no headings, known by their number.

    Attributes:
        passages: Where each stands.
        vocabulary: All words.
        readers: The channels that any passage is in, by name.
        headings: What stands over the passages.
        holds: The bits of the values that each holds.
        document: The number of the document of each.
        documents: What is told of the documents, by that number.
        said: By group of ``index.order``: whether each says a word of it, in any channel.
    """

    passages: Sequence[StoredPassage]
    vocabulary: Vocabulary
    readers: dict[str, Reader]
    headings: Headings
    holds: Ints
    document: Ints
    documents: Documents
    said: Mapping[str, NDArray[np.bool_]]


def load_shelf(store: Store, dimension: int, learned: Learned) -> Shelf:
    """Read a library from its file.

    Raises:
        LibraryError: Its vectors have another dimension.
    """
    stored = store.places()
    words, word_rows, vectors = store.words(dimension)
    place_of = np.zeros(int(word_rows.max(initial=0)) + 1, dtype=np.int64)
    place_of[word_rows] = np.arange(len(words))
    headers = store.headers()
    titles = {header.document: place_of[header.title] for header in headers}
    found = [one for one in stored if one.kind != "heading"]
    readers: dict[str, Reader] = {}
    headings = _headings(stored, found, None, place_of, learned.means)
    for channel in CHANNELS:
        texts = store.texts(channel, dimension)
        if channel == "text":
            headings = _headings(stored, found, texts, place_of, learned.means)
        reader = _reader(found, texts, channel, place_of, titles, learned.means, len(words))
        if reader is not None:
            readers[channel] = reader
    vocabulary = Vocabulary(gather(words, vectors), learned)
    held = np.array([one.holds for one in found], dtype=np.int64)
    number = {header.document: place for place, header in enumerate(headers)}
    document = np.array([number[one.document] for one in found], dtype=np.int64)
    documents = Documents(np.array([_day(header.published) for header in headers], dtype=np.int64), [place_of[header.source] for header in headers])
    return Shelf(found, vocabulary, readers, headings, held, document, documents, {name: _said(group, words, readers, len(found)) for name, group in GROUPS.items()})


def _day(moment: datetime | None) -> int:
    return 0 if moment is None else 10_000 * moment.year + 100 * moment.month + moment.day


def _said(group: frozenset[str], words: Sequence[str], readers: Mapping[str, Reader], count: int) -> NDArray[np.bool_]:
    ordering = np.array([is_in(word, group) for word in words], dtype=np.bool_)
    said = np.zeros(count, dtype=np.bool_)
    for reader in readers.values():
        said[reader.members] |= np.logical_or.reduceat(ordering[reader.channel.words], reader.channel.word_start)
    return said


def _reader(
    found: Sequence[StoredPassage], texts: StoredTexts, channel: str, place_of: Ints, titles: dict[int, Ints], means: Means, vocabulary: int
) -> Reader | None:
    rows = np.array([one.row for one in found], dtype=np.int64)
    kept = np.flatnonzero(np.isin(texts.rows, rows))
    if not len(kept):
        return None
    members = np.searchsorted(rows, texts.rows[kept])
    here = [found[number] for number in members.tolist()]
    documents = [one.document for one in here]
    paragraphs = [one.paragraph for one in here]
    is_first = np.array([True, *((documents[at], paragraphs[at]) != (documents[at - 1], paragraphs[at - 1]) for at in range(1, len(here)))])
    word_starts = np.cumsum(texts.word_counts) - texts.word_counts
    window_starts = np.cumsum(texts.window_counts) - texts.window_counts
    title_words = [titles[number] for number in dict.fromkeys(documents)]
    languages = [one.language if channel == "text" else one.translation_language for one in here]
    prepared = Texts(
        document=np.array(documents, dtype=np.int64),
        paragraph=np.array(paragraphs, dtype=np.int64),
        arabic=np.array([language == "ar" for language in languages]),
        vectors=texts.vectors[kept],
        windows=texts.windows[ranges(window_starts[kept], texts.window_counts[kept])],
        window_counts=texts.window_counts[kept],
        paragraphs=texts.paragraphs[kept][is_first],
        words=place_of[texts.words[ranges(word_starts[kept], texts.word_counts[kept])]],
        word_counts=texts.word_counts[kept],
        titles=np.concatenate(title_words),
        title_counts=np.array([len(title) for title in title_words], dtype=np.int64),
    )
    places = np.full(len(found), -1, dtype=np.int64)
    places[members] = np.arange(len(members))
    return Reader(Channel(prepared, means, vocabulary), members, places)


def _headings(
    stored: Sequence[StoredPassage], found: Sequence[StoredPassage], texts: StoredTexts | None, place_of: Ints, means: Means
) -> Headings:
    if texts is None:
        none = np.zeros(0, dtype=np.int64)
        return Headings(np.full(len(found), -1, dtype=np.int64), DenseIndex(np.zeros((0, means.passage.shape[1]), np.float32)), none, none)
    heads = [one for one in stored if one.kind == "heading"]
    number = {(one.document, one.number): place for place, one in enumerate(heads)}
    at = np.searchsorted(texts.rows, np.array([one.row for one in heads], dtype=np.int64))
    arabic = np.array([one.language == "ar" for one in heads], dtype=np.int64)
    starts = np.cumsum(texts.word_counts) - texts.word_counts
    counts = texts.word_counts[at]
    vectors: Vectors = unit(texts.vectors[at] - means.passage[arabic])
    return Headings(
        np.array([-1 if one.heading is None else number.get((one.document, one.heading), -1) for one in found], dtype=np.int64),
        DenseIndex(vectors),
        place_of[texts.words[ranges(starts[at], counts)]],
        np.cumsum(counts) - counts,
    )
