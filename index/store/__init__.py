"""What a library keeps, in one SQLite file: documents, passages, and what these are found by. One change, one transaction.

That is all there is on disk, so that a kill at any moment leaves the old state or the new one. What a search wants in
memory is made from it when the library is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.store.database import FILE
from index.store.documents import absent
from index.store.passages import CHANNELS, Channel
from index.store.schema import FORMAT, fingerprint
from index.store.versions import VersionTable

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["CHANNELS", "FILE", "FORMAT", "Channel", "Store", "absent", "fingerprint"]


class Store(VersionTable):
    """The library's file. Its methods raise ``LibraryError`` where the file cannot be read or written."""

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a library was made, whole, in this folder."""
        if not (folder / FILE).is_file():
            return False
        store = Store(folder)
        try:
            return bool(store.meta())
        finally:
            store.close()
