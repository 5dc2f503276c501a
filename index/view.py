"""A library as one sees it who may see only some shelves of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.library import Library
from index.types import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from datetime import datetime

    from index.beside import Beside
    from index.encoder import Vectors
    from index.resemblance import Resembling
    from index.types import Document, Hit, Passage, Query, Record, Scope


class View(Library):
    """The documents of some shelves, to be read as if there were no others.

    Whatever is asked of it is answered out of these shelves alone: what a question searches, what a button or a link names,
    what is counted. It is read only. What a library can do and a view does not tell of fails, rather than look at more.

    Args:
        library: The whole library; on its thread.
        shelves: The shelves that are seen.
    """

    def __init__(self, library: Library, shelves: frozenset[str]) -> None:
        # Without the base class's, which opens a file: all that is read here goes through ``library``.
        self._whole = library
        self.shelves = shelves

    @property
    def encoder(self) -> str:
        """The name of the encoder that is set now."""
        return self._whole.encoder

    def search(self, query: Query, limit: int = 10) -> list[Hit]:
        """The passages of these shelves that answer a query best; see ``Library.search``."""
        return self._whole.search(self._narrowed(query), limit)

    def missed(self, query: Query) -> tuple[str, ...]:
        """The names in a query that nothing on these shelves mentions, as far as that can be known."""
        return self._whole.missed(self._narrowed(query))

    def documents(self, scope: Scope = EVERYTHING) -> list[Document]:
        """The documents of these shelves in a scope, in the order in which they were added."""
        return self._whole.documents(self._within(scope))

    def records(self, scope: Scope = EVERYTHING) -> list[Record]:
        """What is recorded of the documents of these shelves in a scope, in the order in which they were added."""
        return self._whole.records(self._within(scope))

    def ids(self, scope: Scope = EVERYTHING) -> list[str]:
        """The ids of the documents of these shelves in a scope, in the order in which they were added."""
        return self._whole.ids(self._within(scope))

    def extent(self, scope: Scope = EVERYTHING) -> tuple[int, datetime | None]:
        """How many documents of these shelves are in a scope, and the latest time of publication among them."""
        return self._whole.extent(self._within(scope))

    def document(self, identifier: str, shelves: Container[str] | None = None) -> Document:
        """A document of these shelves, be it a version that was corrected.

        Raises:
            DocumentError: There is none; that another shelf has it is not told.
        """
        seen = self.shelves if shelves is None else frozenset(one for one in self.shelves if one in shelves)
        return self._whole.document(identifier, seen)

    def passages(self, document: Document) -> list[Passage]:
        """The passages of a document of these shelves.

        Raises:
            DocumentError: There is no such document here.
        """
        return self._whole.passages(self.document(document.id))

    def versions(self, identifier: str) -> list[Document]:
        """All versions of a document of these shelves, the first one first.

        Raises:
            DocumentError: There is no such document here.
        """
        self.document(identifier)
        # A version stands on the shelf of the one before.
        return self._whole.versions(identifier)

    def holding(self, text: str, scope: Scope = EVERYTHING) -> str | None:
        """The id of the document of these shelves with exactly this text, if there is one."""
        return self._whole.holding(text, self._within(scope))

    def resembling(self, text: str, scope: Scope = EVERYTHING) -> Resembling | None:
        """The document of these shelves whose text is nearly the same as this one, if there is one."""
        return self._whole.resembling(text, self._within(scope))

    def beside(self, texts: Sequence[str], others: Sequence[str]) -> Beside:
        """Texts laid beside others; they are the caller's, and nothing else is looked at."""
        return self._whole.beside(texts, others)

    def vectors(self, document: Document) -> Vectors:
        """The vectors of the passages of a document of these shelves; see ``Library.vectors``.

        Raises:
            DocumentError: There is no such document here.
        """
        return self._whole.vectors(self.document(document.id))

    def _narrowed(self, query: Query) -> Query:
        return replace(query, within=self._within(query.within))

    def _within(self, scope: Scope) -> Scope:
        """A scope as far as it lies on these shelves."""
        return replace(scope, shelves=self.shelves if scope.shelves is None else self.shelves & scope.shelves)
