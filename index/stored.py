"""What is written into a library's file, and what is read back from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    import numpy as np
    from numpy.typing import NDArray

    from index.encoder import Vectors
    from index.types import Language, Passage, PassageKind


@dataclass(frozen=True, slots=True)
class EncodedText:
    """What a passage is found by in one channel.

    Attributes:
        vector: float32, (dimension,).
        windows: (m, dimension), of windows in it.
        paragraph: (dimension,), of the whole paragraph, where the passage is the first of it in this channel.
        words: Its words, in their order; at least one.
    """

    vector: Vectors
    windows: Vectors
    paragraph: Vectors | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EncodedPassage:
    """A passage with what it is found by.

    Attributes:
        passage: The passage; its document's id is given when it is written.
        text: Of its text.
        translation: Of its translation, if it has one.
        holds: The kinds of value that it holds; see ``index.holds``.
    """

    passage: Passage
    text: EncodedText
    translation: EncodedText | None
    holds: int


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """Where the passage at a row stands, and what it is."""

    row: int
    document: int
    number: int
    kind: PassageKind
    paragraph: int
    heading: int | None
    holds: int
    language: Language
    translation_language: Language | None


@dataclass(frozen=True, slots=True)
class StoredHeader:
    """What is told of a document: the rows of the words of its title and of who issued it, and when that was."""

    document: int
    title: NDArray[np.int32]
    source: NDArray[np.int32]
    published: datetime | None


@dataclass(frozen=True, slots=True)
class StoredTexts:
    """A channel as it is stored: parallel over its n passages, in the order of their rows.

    Attributes:
        rows: The row of each passage.
        vectors: float32, (n, dimension).
        windows: float16, (m, dimension).
        window_counts: How many windows each passage has.
        paragraphs: float16, (n, dimension); NaN where the passage is not the first of its paragraph.
        words: The rows of all words.
        word_counts: How many each passage has.
    """

    rows: NDArray[np.int64]
    vectors: Vectors
    windows: NDArray[np.float16]
    window_counts: NDArray[np.int64]
    paragraphs: NDArray[np.float16]
    words: NDArray[np.int32]
    word_counts: NDArray[np.int64]
