"""What some encoders can do beyond the Protocol, and what stands in for it with those that cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from index.encoder import Encoder, Vectors

# What a word's rarity is where nothing tells of it; rarities are weighed beside this one.
USUAL_RARITY = 10.0


@dataclass(frozen=True, slots=True)
class Spans:
    """The vectors of texts, of stretches of them, and of what they make up together.

    Attributes:
        texts: (n, dimension), one row a text.
        windows: (m, dimension), of stretches of a few words each; none for a short text.
        owner: (m,), the text that each window is of, ascending.
        paragraphs: (p, dimension), one row a paragraph.
    """

    texts: Vectors
    windows: Vectors
    owner: NDArray[np.int64]
    paragraphs: Vectors


@runtime_checkable
class SpanEncoder(Protocol):
    """An encoder that looks inside a text for less than encoding each part anew."""

    def encode_spans(self, paragraphs: Sequence[Sequence[str]], /) -> Spans:
        """The vectors of paragraphs, of the texts that make them up, and of windows in those."""


@runtime_checkable
class SymmetricEncoder(Protocol):
    """An encoder for which a query is a text like any other."""

    def encode_any(self, texts: list[str], /) -> Vectors:
        """Vectors to search with and to be found alike: float32, (len(texts), dimension)."""


@runtime_checkable
class RarityEncoder(Protocol):
    """An encoder that knows how rare words are in general."""

    def rarity(self, words: Sequence[str], /) -> Vectors:
        """The surprise of each word, in nats: (len(words),)."""


def encode_spans(encoder: Encoder, paragraphs: Sequence[Sequence[str]]) -> Spans:
    """The vectors of paragraphs and their texts; without windows where the encoder does not give them."""
    if isinstance(encoder, SpanEncoder):
        return encoder.encode_spans(paragraphs)
    texts = [text for paragraph in paragraphs for text in paragraph]
    vectors = np.asarray(encoder.encode_document(texts), dtype=np.float32)
    starts = np.cumsum([0, *(len(paragraph) for paragraph in paragraphs[:-1])])
    return Spans(vectors, vectors[:0], np.zeros(0, dtype=np.int64), unit(np.add.reduceat(vectors, starts, axis=0)))


def encode_both(encoder: Encoder, queries: list[str], texts: list[str]) -> tuple[Vectors, Vectors]:
    """The vectors of queries and of texts; in one pass where the encoder tells them not apart."""
    if isinstance(encoder, SymmetricEncoder):
        both = encoder.encode_any([*queries, *texts])
        return both[: len(queries)], both[len(queries) :]
    found = np.asarray(encoder.encode_query(queries), dtype=np.float32)
    return found, np.asarray(encoder.encode_document(texts), dtype=np.float32) if texts else found[:0]


def rarity(encoder: Encoder, words: Sequence[str]) -> Vectors:
    """How rare each word is in general; the same for all where the encoder does not know."""
    if isinstance(encoder, RarityEncoder):
        return encoder.rarity(words)
    return np.full(len(words), USUAL_RARITY, dtype=np.float32)


def unit(vectors: Vectors) -> Vectors:
    """The vectors at unit length, (..., dimension); one of no length stays as it is."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.where(length > 0, length, 1), dtype=np.float32)
