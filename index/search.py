"""What a search holds in memory, and how a query goes through it: candidates, their signals, one score."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from index.dense import DenseIndex, centre
from index.fusion import Direction, Weights
from index.holds import holds
from index.language import terms
from index.soft_words import Vocabulary, read_query
from index.types import LANGUAGES, Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.encoder import LoadedEncoder, Vectors
    from index.store import Store
    from index.types import Document, Language, Passage, Query

# Passages that any one signal ranks high enough are weighed by all of them.
_CANDIDATES = 50
# Half of what one matching rare word gives in a small library: brings BM25, which has no upper bound, below 1.
_HALF_BM25 = 3.0

_COUNTS = {
    "cosine": 1.7,
    "cosine_translation": 1.9,
    "words": 2.5,
    "words_translation": 2.3,
    "words_either": 3.0,
    "heading": 2.5,
    "holds": 3.2,
}
_WEIGHTS = Weights(
    same={**_COUNTS, "bm25": 1.0, "bm25_translation": -0.5},
    across={**_COUNTS, "bm25": -0.5, "bm25_translation": 1.0},
)


def searched_text(document: Document, passage: Passage) -> str:
    """The text by which a passage is found: its own, and for a byline also what it tells."""
    if passage.kind != "byline":
        return passage.text
    return f"تاريخ نشر المقال: {passage.text}" if document.language == "ar" else f"Date of publication: {passage.text}"


def load_means(encoder: str) -> dict[str, Vectors]:
    """The encoder's mean vectors by language and role (``ar_query``); none for an encoder that was not measured."""
    file = files("index") / "weights" / f"{encoder}-means.npz"
    if ":" in encoder or not file.is_file():
        return {}
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as archive:
        return dict(archive)


class Searcher:
    """A library's vectors in FAISS, its terms where they are stored.

    Args:
        store: The library's file.
        loaded: The encoder that the library was built with.
    """

    def __init__(self, store: Store, loaded: LoadedEncoder) -> None:
        self._store = store
        self._encoder = loaded.encoder
        self._means = load_means(loaded.name)
        self._dimension = loaded.dimension
        stored = store.vectors(loaded.dimension)
        found = [one for one in stored if one.kind != "heading"]
        self._texts = self._index([(one.row, one.language, one.vector) for one in found])
        self._translations = self._index(
            [
                (one.row, one.translation_language, one.translation_vector)
                for one in found
                if one.translation_language is not None and one.translation_vector is not None
            ]
        )
        self._headings = self._index([(one.row, one.language, one.vector) for one in stored if one.kind == "heading"])
        words, word_rows, word_vectors = store.words(loaded.dimension)
        # The place of each word in the vocabulary, by its row.
        self._places = np.zeros(int(word_rows.max(initial=0)) + 1, dtype=np.int64)
        self._places[word_rows] = np.arange(len(words))
        counts = np.bincount(self._places[store.word_rows()], minlength=len(words))
        self._vocabulary = Vocabulary(words, word_vectors, counts)
        self._size = len(stored)
        self._read = lru_cache(maxsize=64)(self._read_document)

    def search(self, query: Query, limit: int) -> list[Hit]:
        """The passages that answer a query best, best first."""
        asked = f"{query.context} {query.text}" if query.context else query.text
        vector = self._centre(self._encoder.encode_query([asked]), query.language, "query")[0]
        stems = terms(asked)
        bm25 = {column: self._store.match(stems, column, _CANDIDATES) for column in ("text", "translation")}
        rows = {*self._texts.search(vector, _CANDIDATES), *self._translations.search(vector, _CANDIDATES)}
        rows.update(*bm25.values())
        soft = read_query(asked, self._vocabulary, self._size, self._encoder)
        hits: list[Hit] = []
        for found in self._store.located(sorted(rows)):
            document, passages = self._read(found.document)
            passage = passages[found.number]
            if passage.kind == "heading":
                continue
            # A document's rows follow one another.
            heading = None if passage.heading is None else found.row - found.number + passage.heading
            own, translated = soft.best(self._places[found.words]), soft.best(self._places[found.translation_words])
            signals = {
                "cosine": self._texts.score(vector, found.row),
                "cosine_translation": self._translations.score(vector, found.row),
                "bm25": _squash(bm25["text"].get(found.row, 0.0)),
                "bm25_translation": _squash(bm25["translation"].get(found.row, 0.0)),
                "words": soft.score(own),
                "words_translation": soft.score(translated) if len(found.translation_words) else None,
                "words_either": soft.score(np.maximum(own, translated)),
                "holds": holds(passage, query.seeks),
                "heading": None if heading is None else self._headings.score(vector, heading),
            }
            told = {name: value for name, value in signals.items() if value is not None}
            direction: Direction = "same" if document.language == query.language else "across"
            hits.append(Hit(document, passage, _WEIGHTS.fuse(told, direction), told))
        return sorted(hits, key=lambda hit: (-hit.score, hit.document.id, hit.passage.start))[:limit]

    def _index(self, entries: Sequence[tuple[int, Language, Vectors]]) -> DenseIndex:
        vectors = np.zeros((len(entries), self._dimension), dtype=np.float32)
        for language in LANGUAGES:
            places = [place for place, entry in enumerate(entries) if entry[1] == language]
            if places:
                stacked = np.stack([entries[place][2] for place in places])
                vectors[places] = self._centre(stacked, language, "passage")
        return DenseIndex([row for row, _, _ in entries], vectors)

    def _centre(self, vectors: Vectors, language: Language, role: str) -> Vectors:
        return centre(vectors, self._means.get(f"{language}_{role}", np.zeros(self._dimension, dtype=np.float32)))

    def _read_document(self, identifier: str) -> tuple[Document, list[Passage]]:
        document = self._store.document(identifier)
        return document, self._store.passages(document)


def _squash(bm25: float) -> float:
    return bm25 / (bm25 + _HALF_BM25)
