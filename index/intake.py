"""What comes into a library: found, looked at for what is there already, and added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from index.resemblance import Resembling
from index.types import COMMON, Scope

if TYPE_CHECKING:
    from index.library import Library, Progress
    from index.types import Document

Verdict = Literal["added", "already_there", "nearly_there"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a document.

    Attributes:
        verdict: Whether it was added, or is there already, exactly or nearly.
        document: The document as it was added; as it was found, if it was not.
        like: Where it was not added, the document that is there and how much of both is the same.
    """

    verdict: Verdict
    document: Document
    like: Resembling | None = None


def take_in(library: Library, document: Document, progress: Progress | None = None, *, force: bool = False) -> Taken:
    """Add a document to a library, unless its shelf or the common one holds the same or nearly the same text.

    Args:
        library: Where to.
        document: What was found, and corrected by whoever adds it.
        progress: Told of each batch that is encoded.
        force: Whether it is added although a text is nearly the same.
    """
    if (there := look_for(library, document, force=force)) is not None:
        return there
    added = library.add(document) if progress is None else library.add(document, progress)
    return taken_as(library, document, added)


def look_for(library: Library, document: Document, *, force: bool = False) -> Taken | None:
    """What becomes of a document that is there already; None where it is to be added. Arguments as those of ``take_in``."""
    seen = _seen_with(document)
    if (there := library.holding(document.text, seen)) is not None:
        return Taken("already_there", document, Resembling(there, 1.0))
    if not force and (alike := library.resembling(document.text, seen)) is not None:
        return Taken("nearly_there", document, alike)
    return None


def taken_as(library: Library, document: Document, added: Document | None) -> Taken:
    """What became of a document that was to be added, by what the library gave back for it."""
    if added is None:
        # Another process has added it meanwhile.
        held = library.holding(document.text, _seen_with(document))
        return Taken("already_there", document, Resembling(held or document.id, 1.0))
    return Taken("added", added)


def _seen_with(document: Document) -> Scope:
    """Where a document is looked for before it is added: on its own shelf, and on the common one."""
    return Scope(shelves=frozenset({COMMON, document.shelf}))
