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
    seen = Scope(shelves=frozenset({COMMON, document.shelf}))
    if (there := library.holding(document.text, seen)) is not None:
        return Taken("already_there", document, Resembling(there, 1.0))
    if not force and (alike := library.resembling(document.text, seen)) is not None:
        return Taken("nearly_there", document, alike)
    added = library.add(document) if progress is None else library.add(document, progress)
    if added is None:
        # Another process has added it meanwhile.
        return Taken("already_there", document, Resembling(library.holding(document.text, seen) or document.id, 1.0))
    return Taken("added", added)
