"""What changes a library: each change is encoded first, and then written in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from itertools import chain, count
from typing import TYPE_CHECKING

from index.corrections import compare
from index.encoding import BATCH, encode_forms, encode_passages, encode_several, source_words, title_words
from index.errors import DocumentError, EncoderMismatchError, LibraryError
from index.passages import split_passages
from index.store import fingerprint
from index.types import COMMON, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from index.encoder import LoadedEncoder
    from index.store import Store
    from index.stored import EncodedPassage
    from index.types import Document, Passage

Progress = Callable[[int, int], None]
# Passages that are written in one transaction when many documents are added.
_AT_ONCE = 1000
# Letters of what tells the ids of one shelf from those of another.
_MARK = 8


def quietly(done: int, of: int) -> None:
    """The progress that nobody watches."""


class Writer:
    """Writes into a library's file.

    Args:
        store: The file.
        encoder: Loads the encoder when it is first needed.
    """

    def __init__(self, store: Store, encoder: Callable[[], LoadedEncoder]) -> None:
        self._store = store
        self._load = encoder

    @cached_property
    def loaded(self) -> LoadedEncoder:
        """The encoder that is set now."""
        return self._load()

    def create(self, documents: list[Document]) -> None:
        """Make the library, with the documents that it starts with."""
        encoded = [self._encode(document) for document in documents]
        with self._store.transaction():
            # Asked again, since another process may have made it meanwhile.
            if self._store.meta():
                return
            self._store.create(_identity(self.loaded))
            for document, passages in zip(documents, encoded, strict=True):
                self._write(replace(document, corrects=None), passages)

    def add(
        self, documents: Sequence[tuple[Document, list[Passage]]], progress: Progress = quietly
    ) -> list[Document | None]:
        """Put documents with their passages in, in one transaction; None for what its shelf holds already."""
        wanted = [at for at, (document, _) in enumerate(documents) if not self._is_held(document)]
        added: list[Document | None] = [None] * len(documents)
        if not wanted:
            return added
        self.check_encoder()
        encoded = encode_several([documents[at] for at in wanted], self.loaded.encoder, progress)
        with self._store.transaction():
            # Asked again, since another process may have chosen another encoder meanwhile, or added one of them.
            self.check_encoder()
            self._learn((documents[at][0], passages) for at, passages in zip(wanted, encoded, strict=True))
            for at, passages in zip(wanted, encoded, strict=True):
                document, _ = documents[at]
                if not self._is_held(document):
                    added[at] = named = replace(document, id=self._unique(document), corrects=None)
                    self._store.add(named, title_words(named), source_words(named), passages)
        return added

    def correct(self, identifier: str, document: Document, at: datetime, progress: Progress) -> Document:
        """Replace a document by a new version; see ``Library.correct``."""
        before = self._correctable(identifier, document)
        self.check_encoder()
        document = replace(document, shelf=before.shelf, corrects=identifier)
        encoded = self._encode(document, progress)
        changes = compare(self._store.passages(before), [one.passage for one in encoded])
        with self._store.transaction():
            # Asked again, since another process may have changed it or chosen another encoder meanwhile.
            self._correctable(identifier, document)
            self.check_encoder()
            named = replace(document, id=self._unique(document))
            self._store.retire(identifier)
            self._write(named, encoded)
            self._store.record(identifier, named.id, at, changes)
        return named

    def rebuild(self) -> None:
        """Encode every document anew; see ``Library.rebuild``."""
        documents = self._documents()
        encoded = [self._encode(document) for document in documents]
        with self._store.transaction():
            if self._documents() != documents:
                raise LibraryError("the library was changed meanwhile: run `readout rebuild` again")
            self._store.forget_words()
            for document, passages in zip(documents, encoded, strict=True):
                self._learn([(document, passages)])
                self._store.rewrite(document, title_words(document), source_words(document), passages)
            self._store.remember(_identity(self.loaded))

    def check_encoder(self) -> None:
        """Refuse a library that was built with another encoder.

        Raises:
            EncoderMismatchError: It was.
        """
        built_with = self._store.meta()
        if any(built_with.get(key) != value for key, value in _identity(self.loaded).items()):
            name, revision = built_with.get("encoder"), built_with.get("encoder_revision")
            raise EncoderMismatchError(
                f"the library was built with the encoder {name} (revision {revision}), not with {self.loaded.name}"
                f" (revision {self.loaded.revision}): run `readout rebuild`, or set READOUT_ENCODER={name}"
            )

    def _documents(self) -> list[Document]:
        with self._store.snapshot():
            return [self._store.document(identifier) for identifier in self._store.ids()]

    def _write(self, document: Document, encoded: list[EncodedPassage]) -> None:
        """Write a document and the words that are new with it; within a transaction."""
        self._learn([(document, encoded)])
        self._store.add(document, title_words(document), source_words(document), encoded)

    def _learn(self, documents: Iterable[tuple[Document, list[EncodedPassage]]]) -> None:
        """Keep the words of documents that are not known yet; within a transaction."""
        found: dict[str, None] = {}
        for document, encoded in documents:
            found |= dict.fromkeys(chain(title_words(document), source_words(document)))
            for one in encoded:
                for text in (one.text, one.translation):
                    found |= {} if text is None else dict.fromkeys(text.words)
        words = self._store.unknown(found)
        for first in range(0, len(words), BATCH):
            some = words[first : first + BATCH]
            self._store.learn(some, encode_forms(some, self.loaded.encoder))

    def _is_held(self, document: Document) -> bool:
        """Whether its shelf holds a document with exactly its text."""
        return self._store.id_of(document.text, Scope(shelves=frozenset({document.shelf}))) is not None

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

    def _encode(self, document: Document, progress: Progress = quietly) -> list[EncodedPassage]:
        return encode_passages(document, split_passages(document), self.loaded.encoder, progress)


def portions(documents: Iterable[Document]) -> Iterator[list[tuple[Document, list[Passage]]]]:
    """Documents with their passages, as many at a time as are encoded and written together."""
    some: list[tuple[Document, list[Passage]]] = []
    size = 0
    for document in documents:
        some.append((document, split_passages(document)))
        size += len(some[-1][1])
        if size >= _AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


def _identity(loaded: LoadedEncoder) -> dict[str, str]:
    return {"encoder": loaded.name, "encoder_revision": loaded.revision, "encoder_dimension": str(loaded.dimension)}
