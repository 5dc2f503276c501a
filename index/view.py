"""A library as one sees it who may see only some shelves of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.errors import DocumentError
from index.library import Library
from index.resemblance import Held, Resemblance

if TYPE_CHECKING:
    from datetime import datetime

    from index.resemblance import Resembling
    from index.types import Document, Hit, Passage, Query, Scope


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
        hits = self._whole.search(self._narrowed(query), limit)
        return [hit for hit in hits if hit.document.shelf in self.shelves]

    def missed(self, query: Query) -> tuple[str, ...]:
        """The names in a query that nothing on these shelves mentions, as far as that can be known."""
        return self._whole.missed(self._narrowed(query))

    def documents(self) -> list[Document]:
        """The documents of these shelves, in the order in which they were added."""
        return [one for one in self._whole.documents() if one.shelf in self.shelves]

    def extent(self) -> tuple[int, datetime | None]:
        """How many documents these shelves hold, and the latest time of publication among them."""
        documents = self.documents()
        return len(documents), max((one.published for one in documents if one.published), default=None)

    def document(self, identifier: str) -> Document:
        """A document of these shelves; also one that was corrected since.

        Raises:
            DocumentError: There is none; whether another shelf has it is not told.
        """
        document = self._whole.document(identifier)
        if document.shelf not in self.shelves:
            raise DocumentError(f"no document {identifier} in the library: see `readout list`")
        return document

    def passages(self, document: Document) -> list[Passage]:
        """The passages of a document of these shelves.

        Raises:
            DocumentError: There is no such document here.
        """
        return self._whole.passages(self.document(document.id))

    def holding(self, text: str) -> str | None:
        """The id of the document of these shelves with exactly this text, if there is one."""
        return next((one.id for one in self.documents() if one.text == text), None)

    def resembling(self, text: str) -> Resembling | None:
        """The document of these shelves whose text is nearly the same as this one, if there is one; of several the most alike."""
        texts = {one.id: one.text for one in self.documents()}
        held = [Held(identifier, identifier, len(there)) for identifier, there in texts.items()]
        return Resemblance().most_alike(text, held, texts.__getitem__)

    def _narrowed(self, query: Query) -> Query:
        return replace(query, within=self._within(query.within))

    def _within(self, scope: Scope) -> Scope:
        """A scope as far as it lies on these shelves."""
        return replace(scope, shelves=self.shelves if scope.shelves is None else self.shelves & scope.shelves)
