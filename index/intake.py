"""What comes into a library: found, looked at for what is there already, and added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from index.resemblance import Held, Resemblance, Resembling
from index.types import COMMON, Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    seen = _seen_with(document)
    if (there := library.holding(document.text, seen)) is not None:
        return Taken("already_there", document, Resembling(there, 1.0))
    if not force and (alike := library.resembling(document.text, seen)) is not None:
        return Taken("nearly_there", document, alike)
    added = library.add(document) if progress is None else library.add(document, progress)
    if added is None:
        # Another process has added it meanwhile.
        return Taken("already_there", document, Resembling(library.holding(document.text, seen) or document.id, 1.0))
    return Taken("added", added)


def take_in_several(library: Library, documents: Sequence[Document], *, force: bool = False) -> list[Taken]:
    """Add documents as ``take_in`` would one after the other, but encoded together and written some in each transaction.

    Args:
        library: Where to.
        documents: What was found; held in memory together.
        force: Whether what is nearly the same as another is added too.

    Returns:
        What became of each.
    """
    looks = _Looks(library, documents)
    like = [looks.at(place, force=force) for place in range(len(documents))]
    wanted = [place for place, one in enumerate(like) if one is None]
    added = dict(zip(wanted, library.add_all([documents[place] for place in wanted]), strict=True))
    taken: list[Taken] = []
    for place, document in enumerate(documents):
        now, alike = added.get(place), like[place]
        if now is not None:
            taken.append(Taken("added", now))
            continue
        if alike is None:
            # Another process has added it meanwhile.
            held = library.holding(document.text, _seen_with(document)) or document.id
            taken.append(Taken("already_there", document, Resembling(held, 1.0)))
            continue
        before, share, same = alike
        if isinstance(before, int):
            there = taken[before].like
            before = taken[before].document.id if there is None else there.document
        taken.append(Taken("already_there" if same else "nearly_there", document, Resembling(before, share)))
    return taken


class _Looks:
    """Looks for what is there already, in a library and among the documents before the one that is looked at.

    Args:
        library: The library.
        documents: The documents, which are looked at in their order.
    """

    def __init__(self, library: Library, documents: Sequence[Document]) -> None:
        self._library = library
        self._documents = documents
        self._resemblance = Resemblance()
        self._before: list[int] = []

    def at(self, place: int, *, force: bool) -> tuple[str | int, float, bool] | None:
        """What is there of a document: its id or its place, the share that is the same, and whether that is all of it."""
        document = self._documents[place]
        seen = _seen_with(document)
        if (there := self._library.holding(document.text, seen)) is not None:
            return there, 1.0, True
        before = [other for other in self._before if self._documents[other].shelf in (seen.shelves or ())]
        if (
            same := next((other for other in before if self._documents[other].text == document.text), None)
        ) is not None:
            return same, 1.0, True
        if not force:
            stored = self._library.resembling(document.text, seen)
            held = (Held(str(other), str(other), len(self._documents[other].text)) for other in before)
            found = self._resemblance.most_alike(document.text, held, lambda name: self._documents[int(name)].text)
            if stored is not None and (found is None or stored.share >= found.share):
                return stored.document, stored.share, False
            if found is not None:
                return int(found.document), found.share, False
        self._before.append(place)
        return None


def _seen_with(document: Document) -> Scope:
    """Where a document is looked for before it is added: on its own shelf, and on the common one."""
    return Scope(shelves=frozenset({COMMON, document.shelf}))
