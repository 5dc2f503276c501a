"""What a person may name to be added: a file, a folder of files, a web address."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from index.errors import DocumentError
from index.manifest import MANIFEST
from index.reading.formats import EXTENSIONS, named_format

if TYPE_CHECKING:
    from pathlib import Path

MOST_FILES = 5000


def is_address(text: str) -> bool:
    """Whether a text is meant as a web address, not as the name of a file."""
    return re.match(r"[a-z][a-z0-9+.-]*://", text, re.IGNORECASE) is not None


def files_in(folder: Path) -> list[Path]:
    """The files of known formats in a folder and the folders in it, in the order of their names.

    A folder with a manifest is what that tells of: the manifest stands for it. What is hidden is passed over, and a link to
    a folder is not followed.

    Raises:
        DocumentError: There is none, or there are too many, or the folder cannot be read.
    """
    found: list[Path] = []

    def refuse(error: OSError) -> None:
        raise DocumentError(f"{error.filename} cannot be read: {error.strerror}") from error

    for here, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = folder if here == str(folder) else folder / os.path.relpath(here, folder)
        if MANIFEST in names:
            folders.clear()
            found.append(inside / MANIFEST)
            continue
        found += [
            inside / name for name in sorted(names) if not name.startswith(".") and named_format(name) is not None
        ]
        if len(found) > MOST_FILES:
            raise DocumentError(f"{folder} holds more than {MOST_FILES} files: add the folders in it one by one")
    if not found:
        raise DocumentError(f"{folder} holds nothing to add: it is searched for {', '.join((*EXTENSIONS, MANIFEST))}")
    return found
