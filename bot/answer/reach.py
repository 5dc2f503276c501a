"""Which documents may be looked at: the rule of a ``Scope``, where whole documents are chosen and not searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.types import COMMON, Scope

if TYPE_CHECKING:
    from index.library import Library
    from index.types import Document


def scope_of_chat(chat_id: int) -> Scope:
    """What a chat sees: everybody's shelf and its own."""
    return Scope(shelves=frozenset({COMMON, f"chat:{chat_id}"}))


def is_within(document: Document, scope: Scope) -> bool:
    """Whether a document may be looked at."""
    day = document.event or (document.published.date() if document.published else None)
    return (
        (scope.shelves is None or document.shelf in scope.shelves)
        and (scope.documents is None or document.id in scope.documents)
        and (scope.since is None or (day is not None and day >= scope.since))
        and (scope.until is None or (day is not None and day <= scope.until))
    )


def documents_within(library: Library, scope: Scope) -> list[Document]:
    """The documents of a library that may be looked at, in their order."""
    return [document for document in library.documents() if is_within(document, scope)]
