"""What takes documents in and out: on a thread of its own, with a library of its own, so that no question waits for it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from bot.telegram.links import document_of_key
from bot.telegram.worker import Worker
from index.documents import document_of
from index.errors import DocumentError
from index.reading.address import fetch
from index.reading.isolated import Reader
from index.types import COMMON, Scope
from index.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.documents import Found
    from index.library import Library
    from index.reading.address import Network
    from index.types import Document, Record

R = TypeVar("R")

MOST_OWN = 500
"""Documents on the shelf of one chat."""

# Files and pages that are held in memory at the same time.
_AT_ONCE = 2
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Like:
    """A document that is there already.

    Attributes:
        document: The document.
        share: How much of both texts is the same, 0 to 1; 1 where they are equal.
    """

    document: Document
    share: float


class Taking:
    """Takes documents in and out.

    Args:
        open_library: Opens the library, once, on the thread that it is then used on.
        network: How web addresses are fetched; None for the safe way, which is the only one but in tests.
    """

    def __init__(self, open_library: Callable[[], Library], network: Network | None = None) -> None:
        self._open_library = open_library
        self._network = network
        self._library: Library | None = None
        self._worker = Worker("taking")
        self.room = asyncio.Semaphore(_AT_ONCE)

    async def fetch(self, address: str) -> Found:
        """The document at a web address; it says where it was found at last.

        Raises:
            DocumentError: It cannot be fetched, or is none.
        """
        fetched = await fetch(address, self._network)
        return await self.read(fetched.data, fetched.name, address, fetched.address)

    async def read(self, data: bytes, name: str, source: str, address: str | None = None) -> Found:
        """The document in some bytes.

        Args:
            data: The bytes.
            name: A file's name.
            source: What it is called in an error.
            address: The web address that they came from.

        Raises:
            DocumentError: They cannot be one.
        """
        return await self._worker.run(_read, data, _short(name), source, address)

    async def like(self, text: str, shelves: frozenset[str]) -> Like | None:
        """The document on some shelves that has the same or nearly the same text, if there is one."""
        return await self._worker.run(self._like, text, shelves)

    async def add(self, document: Document) -> Document:
        """Put a document on its shelf; one with the same text that is there already is as good.

        Raises:
            DocumentError: The shelf is full.
        """
        return await self._worker.run(self._add, document)

    async def correct(self, identifier: str, document: Document) -> Document:
        """Put a document in the place of one that it corrects; that this very correction was made already is as good.

        Raises:
            DocumentError: There is no such document any more, it was corrected otherwise, or nothing differs.
        """
        return await self._worker.run(self._correct, identifier, document)

    async def records(self, shelves: frozenset[str]) -> list[Record]:
        """What is recorded of the documents on some shelves."""
        return await self._worker.run(lambda: self._opened().records(Scope(shelves=shelves)))

    async def named(self, key: str, shelves: frozenset[str]) -> Document:
        """The document on some shelves that a key names.

        Raises:
            DocumentError: There is none.
        """
        return await self._worker.run(lambda: document_of_key(View(self._opened(), shelves), key))

    async def remove(self, document: Document) -> None:
        """Take a document out, with its earlier versions.

        Raises:
            DocumentError: There is no such document any more, or it was corrected since.
        """
        await self._worker.run(lambda: self._opened().remove(document.id))

    async def look(self, function: Callable[[Library], R]) -> R:
        """Have something read from the whole library that nobody waits for; no question waits for it."""
        return await self._worker.run(lambda: function(self._opened()))

    def close(self) -> None:
        """End the thread and close the library."""
        self._worker.close()
        if self._library is not None:
            self._library.close()

    def _opened(self) -> Library:
        if self._library is None:
            self._library = self._open_library()
        return self._library

    def _like(self, text: str, shelves: frozenset[str]) -> Like | None:
        library, scope = self._opened(), Scope(shelves=shelves)
        if (there := library.holding(text, scope)) is not None:
            return Like(library.document(there), 1.0)
        alike = library.resembling(text, scope)
        return None if alike is None else Like(library.document(alike.document), alike.share)

    def _add(self, document: Document) -> Document:
        library, scope = self._opened(), Scope(shelves=frozenset({document.shelf}))
        if document.shelf != COMMON and library.extent(scope)[0] >= MOST_OWN:
            raise DocumentError(
                f"{document.shelf} holds {MOST_OWN} documents, and may hold no more: remove one first", "full"
            )
        added = library.add(document)
        return added or self._there(document) or document

    def _correct(self, identifier: str, document: Document) -> Document:
        try:
            return self._opened().correct(identifier, document)
        except DocumentError:
            there = self._there(document)
            # Another document with the same text is none of its versions.
            if there is None or there.corrects != identifier:
                raise
            return there

    def _there(self, document: Document) -> Document | None:
        """The document on the same shelf with the same text."""
        library = self._opened()
        there = library.holding(document.text, Scope(shelves=frozenset({document.shelf})))
        return None if there is None else library.document(there)


def _read(data: bytes, name: str, source: str, address: str | None) -> Found:
    # A process for each file: between them, which may be days, none waits.
    with Reader() as reader:
        return document_of(data, name, reader, source=source, address=address)


def _short(name: str) -> str:
    """A file's name without folders, of which only so much is kept as an id needs."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, extension = bare.rpartition(".")
    return f"{stem[:_LONGEST_NAME] or 'document'}{dot}{extension}" if dot else bare[:_LONGEST_NAME]
