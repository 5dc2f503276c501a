"""The library: a folder of readouts that can be added to and searched. The index's one entrance."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from index.abilities import unit
from index.beside import lay_beside
from index.errors import LibraryError
from index.learned import load_learned
from index.passages import split_passages
from index.reranker import RERANKED, rerank
from index.resemblance import Resemblance
from index.search import Searcher
from index.store import Store, absent
from index.types import EVERYTHING, Query, Scope
from index.writing import Progress, Writer, portions, quietly

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence
    from pathlib import Path

    from index.beside import Beside
    from index.corrections import Correction
    from index.encoder import LoadedEncoder, Vectors
    from index.reranker import Reranker
    from index.resemblance import Resembling
    from index.types import Document, Hit, Passage, Record

__all__ = ["Library", "Progress"]


def _quietly(done: int) -> None:
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
        self._load_reranker = reranker
        self._store = Store(folder)
        self._writer = Writer(self._store, encoder)
        self._searcher: Searcher | None = None
        self._resemblance = Resemblance()
        self._changes: tuple[int, int] | None = None
        if not self._store.meta():
            self._writer.create(list(starts_with()))

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a library was made in this folder."""
        return Store.exists(folder)

    def close(self) -> None:
        """Close its file."""
        self._store.close()

    def add(self, document: Document, progress: Progress = quietly) -> Document | None:
        """Put a document in; its id is made unique where another has it.

        Args:
            document: The document.
            progress: Told of each batch: how many passages are encoded, and of how many.

        Returns:
            The document as it was added, or None where a document with exactly this text is in the library already.
        """
        return self._writer.add([(document, split_passages(document))], progress)[0]

    def add_all(
        self, documents: Iterable[Document], progress: Callable[[int], None] = _quietly
    ) -> list[Document | None]:
        """Put many documents in, some in each transaction; what is held in memory does not grow with their number.

        Args:
            documents: The documents; one at a time is asked for, so that they may be read meanwhile.
            progress: Told after each transaction how many documents are done.

        Returns:
            For each document what ``add`` returns for it.
        """
        added: list[Document | None] = []
        for some in portions(documents):
            added += self._writer.add(some)
            progress(len(added))
        return added

    def correct(
        self, identifier: str, document: Document, progress: Progress = quietly, at: datetime | None = None
    ) -> Document:
        """Replace a document by a new version. The one before is kept for what was cited of it, and no longer searched.

        Args:
            identifier: The document that is corrected.
            document: Its new version; it stands on the shelf of the one before, whatever it says.
            progress: Told of each batch, as by ``add``.
            at: When it is corrected; now where None.

        Returns:
            The new version as it was added, under an id of its own.

        Raises:
            DocumentError: There is no such document, it was corrected already, nothing differs, or another document on its
                shelf has exactly this text.
        """
        return self._writer.correct(identifier, document, at or datetime.now(tz=UTC), progress)

    def versions(self, identifier: str) -> list[Document]:
        """All versions of a document, the first one first and the current one last; any of them may be named.

        Raises:
            DocumentError: There is no such document.
        """
        with self._store.snapshot():
            return [self._store.document(one) for one in self._store.versions(identifier)]

    def corrections(self, since: int = 0, scope: Scope = EVERYTHING) -> list[Correction]:
        """The corrections after the one of a number, in their order, of which those of a scope's shelves are told."""
        with self._store.snapshot():
            return self._store.corrections(since, scope)

    def holding(self, text: str, scope: Scope = EVERYTHING) -> str | None:
        """The id of the document in a scope with exactly this text, if there is one."""
        return self._store.id_of(text, scope)

    def resembling(self, text: str, scope: Scope = EVERYTHING) -> Resembling | None:
        """The document in a scope whose text is nearly the same as this one, if there is one; of several the most alike."""
        with self._store.snapshot():
            return self._resemblance.most_alike(text, self._store.held(scope), self._store.text)

    def remove(self, identifier: str) -> list[str]:
        """Take a document out, and with it the versions that it corrected: of what is removed nothing is kept.

        Returns:
            The ids of all that were taken out, the first version first.

        Raises:
            DocumentError: There is no such document, or it was corrected: then its last version is the one to remove.
        """
        with self._store.transaction():
            return self._store.remove(identifier)

    def rebuild(self) -> None:
        """Encode every document anew, with the encoder that is set now. Versions that were corrected stay as they are."""
        self._writer.rebuild()

    def documents(self, scope: Scope = EVERYTHING) -> list[Document]:
        """The documents in a scope, in the order in which they were added; versions that were corrected are none of them."""
        with self._store.snapshot():
            return [self._store.document(identifier) for identifier in self._store.ids(scope)]

    def records(self, scope: Scope = EVERYTHING) -> list[Record]:
        """What is recorded of the documents in a scope beside their texts, in the order in which they were added."""
        return self._store.records(scope)

    def ids(self, scope: Scope = EVERYTHING) -> list[str]:
        """The ids of the documents in a scope, in the order in which they were added."""
        return self._store.ids(scope)

    def extent(self, scope: Scope = EVERYTHING) -> tuple[int, datetime | None]:
        """How many documents are in a scope, and the latest time of publication among them."""
        return self._store.extent(scope)

    def document(self, identifier: str, shelves: Container[str] | None = None) -> Document:
        """A document, be it a version that was corrected.

        Args:
            identifier: Its id.
            shelves: Where whoever asks may look; everywhere where None.

        Raises:
            DocumentError: There is no such document, or it stands elsewhere: whoever asks is told the same.
        """
        document = self._store.document(identifier)
        if shelves is not None and document.shelf not in shelves:
            raise absent(identifier)
        return document

    def passages(self, document: Document) -> list[Passage]:
        """The passages of a document, in their order."""
        return self._store.passages(document)

    def vectors(self, document: Document) -> Vectors:
        """The vectors of the passages of a document, comparable across languages: float32, (n, dimension), rows unit length.

        Raises:
            EncoderMismatchError: The library was built with another encoder.
            LibraryError: It is a version that was corrected: only what is searched has vectors.
        """
        self._writer.check_encoder()
        loaded = self._writer.loaded
        with self._store.snapshot():
            numbers = self._store.numbers(Scope(documents=frozenset({document.id})))
            texts = self._store.texts("text", loaded.dimension, numbers)
        if not numbers:
            raise LibraryError(f"{document.id} was corrected or removed: only what is searched has vectors")
        means = load_learned(loaded.name, loaded.dimension).means.passage
        return unit(texts.vectors - means[int(document.language == "ar")])

    @property
    def encoder(self) -> str:
        """The name of the encoder that is set now."""
        return self._writer.loaded.name

    def search(self, query: Query, limit: int = 10) -> list[Hit]:
        """The passages that answer a query best, of those that it is asked within, best first.

        A reranker orders as many as it reads before they are cut.

        Raises:
            EncoderMismatchError: The library was built with another encoder.
            RerankerError: The reranker that is set cannot be loaded.
        """
        reranker = self._reranker
        with self._store.snapshot():
            hits = self._ready().search(query, limit if reranker is None else max(limit, RERANKED))
        return hits if reranker is None else rerank(reranker, query, hits)[:limit]

    def missed(self, query: Query) -> tuple[str, ...]:
        """The names in a query that nothing mentions of what it is asked within, as far as that can be known.

        Raises:
            EncoderMismatchError: The library was built with another encoder.
        """
        with self._store.snapshot():
            return self._ready().missed(query)

    def beside(self, texts: Sequence[str], others: Sequence[str]) -> Beside:
        """Texts laid beside others, by this library's encoder; see ``index.beside``."""
        return lay_beside(texts, others, self._writer.loaded)

    def warm(self) -> None:
        """Load everything that a first question would wait for."""
        self.search(Query("؟ warm", "en"), 1)

    @cached_property
    def _reranker(self) -> Reranker | None:
        return self._load_reranker()

    def _ready(self) -> Searcher:
        changes = self._store.changes()
        if self._searcher is None or changes != self._changes:
            self._writer.check_encoder()
            # One that fails on the way is of no use any more.
            before, self._searcher = self._searcher, None
            try:
                if before is None or not before.follow():
                    before = Searcher(self._store, self._writer.loaded)
                self._searcher = before
            except (IndexError, KeyError, TypeError, ValueError) as error:
                # The file opens, but what stands in it does not fit together.
                raise LibraryError(self._store.damaged()) from error
            self._changes = changes
        return self._searcher
