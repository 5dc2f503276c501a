"""The library: a folder of readouts that can be added to and searched. The index's one entrance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from itertools import chain, count
from typing import TYPE_CHECKING

from index.beside import lay_beside
from index.encoding import BATCH, encode_forms, encode_passages, source_words, title_words
from index.errors import EncoderMismatchError, LibraryError
from index.passages import split_passages
from index.reranker import RERANKED, rerank
from index.resemblance import Resemblance
from index.search import Searcher
from index.store import Store
from index.types import Query

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from index.beside import Beside
    from index.encoder import LoadedEncoder
    from index.reranker import Reranker
    from index.resemblance import Resembling
    from index.stored import EncodedPassage
    from index.types import Document, Hit, Passage

Progress = Callable[[int, int], None]


def _quietly(done: int, of: int) -> None:
    """The progress that nobody watches."""


def _without() -> None:
    """The reranker of a library that has none."""


class Library:
    """Readouts on disk, and what finds passages in them. For one thread at a time; other processes may change the folder.

    Args:
        folder: Where it is kept; made if it is missing.
        encoder: Loads the encoder when it is first needed; listing and removing never do.
        starts_with: Gives the documents of a library that does not exist yet.
        reranker: Loads what orders the best hits anew, when a search first needs it; gives None where nothing does.

    Raises:
        LibraryError: The folder cannot be used.
        EncoderMismatchError: (When searching or adding) it was built with another encoder.
    """

    def __init__(
        self,
        folder: Path,
        encoder: Callable[[], LoadedEncoder],
        starts_with: Callable[[], Iterable[Document]] = tuple,
        reranker: Callable[[], Reranker | None] = _without,
    ) -> None:
        self._load_encoder = encoder
        self._load_reranker = reranker
        self._store = Store(folder)
        self._searcher: Searcher | None = None
        self._resemblance = Resemblance()
        self._changes: tuple[int, int] | None = None
        if not self._store.meta():
            self._create(list(starts_with()))

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a library was made in this folder."""
        return Store.exists(folder)

    def close(self) -> None:
        """Close its file."""
        self._store.close()

    def add(self, document: Document, progress: Progress = _quietly) -> Document | None:
        """Put a document in; its id is made unique where another has it.

        Args:
            document: The document.
            progress: Told of each batch: how many passages are encoded, and of how many.

        Returns:
            The document as it was added, or None where a document with exactly this text is in the library already.
        """
        if self._store.id_of(document.text) is not None:
            return None
        self._check_encoder()
        encoded = self._encode(document, progress)
        with self._store.transaction():
            # Asked again, since another process may have added it or chosen another encoder meanwhile.
            if self._store.id_of(document.text) is not None:
                return None
            self._check_encoder()
            named = replace(document, id=_unique(document.id, self._store.ids()))
            self._write(named, encoded)
        return named

    def holding(self, text: str) -> str | None:
        """The id of the document with exactly this text, if there is one."""
        return self._store.id_of(text)

    def resembling(self, text: str) -> Resembling | None:
        """The document whose text is nearly the same as this one, if there is one; of several the most alike."""
        with self._store.snapshot():
            return self._resemblance.most_alike(text, self._store.held(), self._store.text)

    def remove(self, identifier: str) -> None:
        """Take a document out.

        Raises:
            DocumentError: There is no such document.
        """
        with self._store.transaction():
            self._store.remove(identifier)

    def rebuild(self) -> None:
        """Encode every document anew, with the encoder that is set now."""
        documents = self.documents()
        encoded = [self._encode(document) for document in documents]
        with self._store.transaction():
            if self.documents() != documents:
                raise LibraryError("the library was changed meanwhile: run `readout rebuild` again")
            for document in documents:
                self._store.remove(document.id)
            self._store.forget_words()
            for document, passages in zip(documents, encoded, strict=True):
                self._write(document, passages)
            self._store.remember(_identity(self._loaded))

    def documents(self) -> list[Document]:
        """All documents, in the order in which they were added."""
        with self._store.snapshot():
            return [self._store.document(identifier) for identifier in self._store.ids()]

    def ids(self) -> list[str]:
        """The ids of all documents, in the order in which they were added."""
        return self._store.ids()

    def extent(self) -> tuple[int, datetime | None]:
        """How many documents there are, and the latest time of publication among them."""
        return self._store.extent()

    def document(self, identifier: str) -> Document:
        """A document.

        Raises:
            DocumentError: There is no such document.
        """
        return self._store.document(identifier)

    def passages(self, document: Document) -> list[Passage]:
        """The passages of a document, in their order."""
        return self._store.passages(document)

    @property
    def encoder(self) -> str:
        """The name of the encoder that is set now."""
        return self._loaded.name

    def search(self, query: Query, limit: int = 10) -> list[Hit]:
        """The passages that answer a query best, best first; a reranker orders as many as it reads before they are cut.

        Raises:
            EncoderMismatchError: The library was built with another encoder.
            RerankerError: The reranker that is set cannot be loaded.
        """
        reranker = self._reranker
        with self._store.snapshot():
            hits = self._ready().search(query, limit if reranker is None else max(limit, RERANKED))
        return hits if reranker is None else rerank(reranker, query, hits)[:limit]

    def missed(self, query: Query) -> tuple[str, ...]:
        """The names in a query that nothing here mentions, as far as that can be known.

        Raises:
            EncoderMismatchError: The library was built with another encoder.
        """
        with self._store.snapshot():
            return self._ready().missed(query)

    def beside(self, texts: Sequence[str], others: Sequence[str]) -> Beside:
        """Texts laid beside others, by this library's encoder; see ``index.beside``."""
        return lay_beside(texts, others, self._loaded)

    def warm(self) -> None:
        """Load everything that a first question would wait for."""
        self.search(Query("؟ warm", "en"), 1)

    @cached_property
    def _loaded(self) -> LoadedEncoder:
        return self._load_encoder()

    @cached_property
    def _reranker(self) -> Reranker | None:
        return self._load_reranker()

    def _create(self, documents: list[Document]) -> None:
        encoded = [self._encode(document) for document in documents]
        with self._store.transaction():
            # Asked again, since another process may have made it meanwhile.
            if self._store.meta():
                return
            self._store.create(_identity(self._loaded))
            for document, passages in zip(documents, encoded, strict=True):
                self._write(document, passages)

    def _write(self, document: Document, encoded: list[EncodedPassage]) -> None:
        """Write a document and the words that are new with it; within a transaction."""
        title, source = title_words(document), source_words(document)
        texts = [text for one in encoded for text in (one.text, one.translation) if text is not None]
        words = self._store.unknown(chain(title, source, *(text.words for text in texts)))
        for first in range(0, len(words), BATCH):
            some = words[first : first + BATCH]
            self._store.learn(some, encode_forms(some, self._loaded.encoder))
        self._store.add(document, title, source, encoded)

    def _encode(self, document: Document, progress: Progress = _quietly) -> list[EncodedPassage]:
        return encode_passages(document, split_passages(document), self._loaded.encoder, progress)

    def _ready(self) -> Searcher:
        changes = self._store.changes()
        if self._searcher is None or changes != self._changes:
            self._check_encoder()
            try:
                self._searcher = Searcher(self._store, self._loaded)
            except (IndexError, KeyError, TypeError, ValueError) as error:
                # The file opens, but what stands in it does not fit together.
                raise LibraryError(self._store.damaged()) from error
            self._changes = changes
        return self._searcher

    def _check_encoder(self) -> None:
        built_with = self._store.meta()
        if any(built_with.get(key) != value for key, value in _identity(self._loaded).items()):
            name, revision = built_with.get("encoder"), built_with.get("encoder_revision")
            raise EncoderMismatchError(
                f"the library was built with the encoder {name} (revision {revision}), not with {self._loaded.name}"
                f" (revision {self._loaded.revision}): run `readout rebuild`, or set READOUT_ENCODER={name}"
            )


def _identity(loaded: LoadedEncoder) -> dict[str, str]:
    return {"encoder": loaded.name, "encoder_revision": loaded.revision, "encoder_dimension": str(loaded.dimension)}


def _unique(wanted: str, taken: list[str]) -> str:
    numbered = (f"{wanted}-{number}" for number in count(2))
    return next(name for name in chain([wanted], numbered) if name not in taken)
