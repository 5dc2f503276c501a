"""Which part of a library a search looks at. What lies outside counts for nothing: neither for what is found nor for how sure.

A library searched within a scope is the library that holds nothing else, so that a chat learns nothing of another's shelf:
not from the passages, and not from how rare a word is, which names are known, or which document is the latest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.shelf import Flags, Ints, Shelf


@dataclass(frozen=True, slots=True)
class Within:
    """What is looked at.

    Attributes:
        documents: Which documents, by their number from 0.
        passages: Which passages.
        channels: Which places of each channel in which anything is looked at, by name.
        words: Which words of the vocabulary stand in any of them, in their titles or their sources.
    """

    documents: Flags
    passages: Flags
    channels: Mapping[str, Flags]
    words: Flags


def look(shelf: Shelf, numbers: Sequence[int]) -> Within:
    """What is looked at where these are the numbers of the documents in a library's file."""
    documents = np.isin(shelf.documents.number, np.array(numbers, dtype=np.int64))
    passages = documents[shelf.document]
    channels = {name: passages[reader.members] for name, reader in shelf.readers.items()}
    words = np.zeros(len(shelf.vocabulary.words.words), dtype=np.bool_)
    for name, places in channels.items():
        channel = shelf.readers[name].channel
        words[channel.words[np.repeat(places, channel.length)]] = True
        words[channel.titles[np.repeat(places[channel.document_start], channel.title_length)]] = True
    headings = shelf.headings
    words[
        headings.words[np.repeat(documents[headings.document], _lengths(headings.word_starts, len(headings.words)))]
    ] = True
    for number in np.flatnonzero(documents).tolist():
        words[shelf.documents.source[number]] = True
    return Within(documents, passages, {name: places for name, places in channels.items() if places.any()}, words)


def _lengths(starts: Ints, end: int) -> Ints:
    return np.diff(starts, append=end)
