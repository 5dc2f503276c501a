"""A library as far as a quote is looked for in one: documents as written down in a test, without an encoder."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from index.passages import split_passages

if TYPE_CHECKING:
    from datetime import datetime

    from index.library import Library
    from index.types import Document, Passage


class Shelf:
    """Documents with their passages.

    Args:
        documents: In their order.
    """

    def __init__(self, *documents: Document) -> None:
        self._documents = list(documents)

    def documents(self) -> list[Document]:
        """All documents."""
        return self._documents

    def passages(self, document: Document) -> list[Passage]:
        """The passages of a document."""
        return split_passages(document)

    def extent(self) -> tuple[int, datetime | None]:
        """How many documents there are, and the latest time of publication among them."""
        return len(self._documents), max((one.published for one in self._documents if one.published), default=None)


def shelf(*documents: Document) -> Library:
    """A library of these documents."""
    return cast("Library", Shelf(*documents))
