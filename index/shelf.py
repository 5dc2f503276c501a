"""A whole library in memory, as a search reads it: made from its file when it is opened, and again after a change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.collection import Channel
    from index.dense import DenseIndex
    from index.stored import StoredPassage
    from index.vocabulary import Vocabulary

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


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
        document: The number of the document of each heading.
        dense: Their centred vectors.
        words: The words of all, by their place in the vocabulary.
        word_starts: Where those of each begin.
    """

    of: Ints
    document: Ints
    dense: DenseIndex
    words: Ints
    word_starts: Ints


@dataclass(frozen=True, slots=True)
class Documents:
    """What is told of documents, by their number from 0.

    Attributes:
        number: Of each in the library's file, ascending.
        published: The day as ``20250701``; 0 where none is known.
        source: The words of who issued each, by their place in the vocabulary.
    """

    number: Ints
    published: Ints
    source: Sequence[Ints]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The n passages of a library that are no headings, known by their number.

    Attributes:
        passages: Where each stands.
        vocabulary: All words.
        rows: The row of each word in the library's file, ascending.
        readers: The channels that any passage is in, by name.
        headings: What stands over the passages.
        holds: The bits of the values that each holds.
        document: The number of the document of each.
        documents: What is told of the documents, by that number.
        said: By group of ``index.order``: whether each says a word of it, in any channel.
    """

    passages: Sequence[StoredPassage]
    vocabulary: Vocabulary
    rows: Ints
    readers: dict[str, Reader]
    headings: Headings
    holds: Ints
    document: Ints
    documents: Documents
    said: Mapping[str, NDArray[np.bool_]]
