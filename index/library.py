"""The library: a folder of readouts that can be added to and searched. The index's one entrance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from itertools import chain, count
from typing import TYPE_CHECKING

from index.abilities import unit
from index.corrections import compare
from index.encoding import BATCH, encode_forms, encode_passages, source_words, title_words
from index.errors import DocumentError, EncoderMismatchError, LibraryError
from index.learned import load_learned
from index.passages import split_passages
from index.reranker import RERANKED, rerank
from index.resemblance import Resemblance
from index.search import Searcher
from index.store import Store, absent, fingerprint
from index.types import COMMON, EVERYTHING, Query, Scope

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from pathlib import Path

    from index.corrections import Correction
    from index.encoder import LoadedEncoder, Vectors
    from index.reranker import Reranker
    from index.resemblance import Resembling
    from index.stored import EncodedPassage
    from index.types import Document, Hit, Passage

Progress = Callable[[int, int], None]
# Letters of what tells the ids of one shelf from those of another.
_MARK = 8


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
        shelf = Scope(shelves=frozenset({document.shelf}))
        if self._store.id_of(document.text, shelf) is not None:
            return None
        self._check_encoder()
        encoded = self._encode(document, progress)
        with self._store.transaction():
            # Asked again, since another process may have added it or chosen another encoder meanwhile.
            if self._store.id_of(document.text, shelf) is not None:
                return None
            self._check_encoder()
            named = replace(document, id=self._unique(document), corrects=None)
            self._write(named, encoded)
        return named

    def correct(
        self, identifier: str, document: Document, progress: Progress = _quietly, at: datetime | None = None
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
        before = self._correctable(identifier, document)
        self._check_encoder()
        document = replace(document, shelf=before.shelf, corrects=identifier)
        encoded = self._encode(document, progress)
        changes = compare(self._store.passages(before), [one.passage for one in encoded])
        with self._store.transaction():
            # Asked again, since another process may have changed it or chosen another encoder meanwhile.
            self._correctable(identifier, document)
            self._check_encoder()
            named = replace(document, id=self._unique(document))
            self._store.retire(identifier)
            self._write(named, encoded)
            self._store.record(identifier, named.id, at or datetime.now(tz=UTC), changes)
        return named

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
        documents = self.documents()
        encoded = [self._encode(document) for document in documents]
        with self._store.transaction():
            if self.documents() != documents:
                raise LibraryError("the library was changed meanwhile: run `readout rebuild` again")
            self._store.forget_words()
            for document, passages in zip(documents, encoded, strict=True):
                self._learn(document, passages)
                self._store.rewrite(document, title_words(document), source_words(document), passages)
            self._store.remember(_identity(self._loaded))

    def documents(self, scope: Scope = EVERYTHING) -> list[Document]:
        """The documents in a scope, in the order in which they were added; versions that were corrected are none of them."""
        with self._store.snapshot():
            return [self._store.document(identifier) for identifier in self._store.ids(scope)]

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
        self._check_encoder()
        with self._store.snapshot():
            numbers = self._store.numbers(Scope(documents=frozenset({document.id})))
            texts = self._store.texts("text", self._loaded.dimension, numbers)
        if not numbers:
            raise LibraryError(f"{document.id} was corrected or removed: only what is searched has vectors")
        means = load_learned(self._loaded.name, self._loaded.dimension).means.passage
        return unit(texts.vectors - means[int(document.language == "ar")])

    @property
    def encoder(self) -> str:
        """The name of the encoder that is set now."""
        return self._loaded.name

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
        self._learn(document, encoded)
        self._store.add(document, title_words(document), source_words(document), encoded)

    def _learn(self, document: Document, encoded: list[EncodedPassage]) -> None:
        texts = [text for one in encoded for text in (one.text, one.translation) if text is not None]
        named = chain(title_words(document), source_words(document))
        words = self._store.unknown(chain(named, *(text.words for text in texts)))
        for first in range(0, len(words), BATCH):
            some = words[first : first + BATCH]
            self._store.learn(some, encode_forms(some, self._loaded.encoder))

    def _correctable(self, identifier: str, document: Document) -> Document:
        """The document that is to be replaced by another."""
        self._store.require_current(identifier, "correct")
        before = self._store.document(identifier)
        if replace(document, id=before.id, shelf=before.shelf, corrects=before.corrects) == before:
            raise DocumentError(f"nothing in it differs from {identifier}: nothing was changed")
        other = self._store.id_of(document.text, Scope(shelves=frozenset({before.shelf})))
        if other not in {None, identifier}:
            raise DocumentError(f"its text is in the library already, as {other}: remove that one first")
        return before

    def _unique(self, document: Document) -> str:
        """An id for a document that is none yet; of those on other shelves than the common one nothing shows in another's."""
        wanted = document.id
        if document.shelf != COMMON:
            mark = f"-{fingerprint(document.shelf)[:_MARK]}"
            wanted = f"{wanted.removesuffix(mark)}{mark}"
        numbered = (f"{wanted}-{number}" for number in count(2))
        return next(name for name in chain([wanted], numbered) if not self._store.is_taken(name))

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
