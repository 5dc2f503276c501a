"""Documents that are added together: encoded and written at one time, they take less time than one after the other."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from index.intake import taken_as
from index.resemblance import Held, Resemblance

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.intake import Taken
    from index.library import Library, Progress
    from index.types import Document

# Characters of all that wait, and seconds that the first may wait while others are read.
_MOST, _PATIENCE = 120_000, 0.5


class Portion:
    """Documents that wait to be added to a library; they are few, and none waits long.

    Args:
        library: Where to.
        force: Whether what is nearly the same as another may wait beside it.
        clock: Tells seconds.
    """

    def __init__(self, library: Library, *, force: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        self._library = library
        self._force = force
        self._clock = clock
        self._resemblance = Resemblance()
        self._documents: list[Document] = []
        self._characters = 0
        self._since = 0.0

    def __len__(self) -> int:
        """How many wait."""
        return len(self._documents)

    @property
    def is_due(self) -> bool:
        """Whether those that wait are to be added now."""
        if not self._documents:
            return False
        return self._characters >= _MOST or self._clock() - self._since >= _PATIENCE

    def has_room(self, document: Document) -> bool:
        """Whether a document may wait with the others: they are not too long together, and none of them is the same or alike."""
        if not self._documents:
            return True
        if self._characters + len(document.text) > _MOST:
            return False
        texts = {str(place): one.text for place, one in enumerate(self._documents)}
        if document.text in texts.values():
            return False
        held = (Held(name, text, len(text)) for name, text in texts.items())
        return self._force or self._resemblance.most_alike(document.text, held, texts.__getitem__) is None

    def put(self, document: Document) -> None:
        """Let a document wait."""
        if not self._documents:
            self._since = self._clock()
        self._documents.append(document)
        self._characters += len(document.text)

    def add(self, progress: Progress) -> list[Taken]:
        """Add those that wait.

        Args:
            progress: Told how many are done, and of how many: passages of a document that is alone, else documents.

        Returns:
            What became of each, in the order in which they came.
        """
        documents, self._documents, self._characters = self._documents, [], 0
        self._resemblance = Resemblance()
        if len(documents) == 1:
            added = [self._library.add(documents[0], progress)]
        else:
            added = self._library.add_all(documents, lambda done: progress(done, len(documents)))
        return [taken_as(self._library, one, as_added) for one, as_added in zip(documents, added, strict=True)]
