"""A library without some of its passages, as if they had never been added: for questions that it cannot answer then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.collection import ranges
from index.store import CHANNELS, Store
from index.words import forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from index.encoder import Vectors
    from index.store import Channel
    from index.stored import StoredHeader, StoredPassage, StoredTexts


@dataclass(frozen=True, slots=True)
class Content:
    """What a library's file holds, read.

    Attributes:
        places: As ``Store.places`` gives them; so the others.
        headers: Of the documents.
        texts: By channel; also of passages that are not among ``places``, which nothing refers to.
        words: With their rows and vectors.
    """

    places: list[StoredPassage]
    headers: list[StoredHeader]
    texts: dict[Channel, StoredTexts]
    words: tuple[list[str], NDArray[np.int64], Vectors]

    def only(self, keep: Callable[[StoredPassage], bool]) -> Content:
        """Some passages alone, with the words and the documents that they have."""
        places = [one for one in self.places if keep(one)]
        documents = {one.document for one in places}
        headers = [one for one in self.headers if one.document in documents]
        rows = np.array([one.row for one in places], dtype=np.int64)
        used = [_words_of(texts, rows) for texts in self.texts.values()]
        used += [words for header in headers for words in (header.title, header.source)]
        return Content(places, headers, self.texts, _choose(self.words, np.unique(np.concatenate(used))))


class Narrowed(Store):
    """A library's file that shows only some of what it holds; a searcher takes it as a library.

    Args:
        folder: The library's folder.
        content: What is shown of it.
    """

    def __init__(self, folder: Path, content: Content) -> None:
        super().__init__(folder)
        self._content = content

    def places(self, numbers: Iterable[int] | None = None) -> list[StoredPassage]:  # noqa: ARG002 - all are shown
        """As ``Store.places``."""
        return self._content.places

    def headers(self, numbers: Iterable[int] | None = None) -> list[StoredHeader]:  # noqa: ARG002 - all are shown
        """As ``Store.headers``."""
        return self._content.headers

    def texts(
        self,
        channel: Channel,
        dimension: int,  # noqa: ARG002 - read already
        numbers: Iterable[int] | None = None,  # noqa: ARG002 - all are shown
    ) -> StoredTexts:
        """As ``Store.texts``."""
        return self._content.texts[channel]

    def words(
        self,
        dimension: int,  # noqa: ARG002 - read already
        after: int = 0,  # noqa: ARG002 - all are shown
    ) -> tuple[list[str], NDArray[np.int64], Vectors]:
        """As ``Store.words``."""
        return self._content.words


def read_content(store: Store, dimension: int) -> Content:
    """All that a library holds.

    Args:
        store: Its file.
        dimension: Of its vectors.
    """
    texts = {channel: store.texts(channel, dimension) for channel in CHANNELS}
    return Content(store.places(), store.headers(), texts, store.words(dimension))


def _words_of(texts: StoredTexts, rows: NDArray[np.int64]) -> NDArray[np.int32]:
    """The rows of the words of the passages at some rows."""
    kept = np.flatnonzero(np.isin(texts.rows, rows))
    begin = np.cumsum(texts.word_counts) - texts.word_counts
    return texts.words[ranges(begin[kept], texts.word_counts[kept])]


def _choose(
    words: tuple[list[str], NDArray[np.int64], Vectors], rows: NDArray[np.int32]
) -> tuple[list[str], NDArray[np.int64], Vectors]:
    """The words at some rows, with the vectors of their forms."""
    written, all_rows, vectors = words
    kept = np.flatnonzero(np.isin(all_rows, rows))
    counts = np.array([len(forms(word)) for word in written], dtype=np.int64)
    begin = np.cumsum(counts) - counts
    return [written[place] for place in kept], all_rows[kept], vectors[ranges(begin[kept], counts[kept])]
