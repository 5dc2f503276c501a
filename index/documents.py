"""A file becomes a Document: its text as it is, with what can be told of it."""

from __future__ import annotations

import re
import stat
import unicodedata
from typing import TYPE_CHECKING

from index.dates import BYLINE_LINES, read_byline
from index.errors import DocumentError
from index.language import detect_language
from index.types import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

LARGEST_FILE = 5_000_000
_LONGEST_TITLE = 120
# The language of a text shows in its beginning.
_ENOUGH = 20_000


def read_document(path: Path) -> Document:
    """The document in a file.

    Raises:
        DocumentError: The file is missing, not of a known format, empty, too large, or not what its name says.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise DocumentError(f"{path} is a folder: name the files in it")
        if path.suffix.lower() not in FORMATS:
            raise DocumentError(f"{path} is of no known format: use {', '.join(FORMATS)}")
        # A pipe or a device may never end.
        if not stat.S_ISREG(found.st_mode):
            raise DocumentError(f"{path} is no file: save what it gives as one")
        if found.st_size > LARGEST_FILE:
            raise DocumentError(f"{path} is larger than {LARGEST_FILE // 1_000_000} MB: split it or take a part of it")
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path} cannot be read: {error.strerror}") from error
    return FORMATS[path.suffix.lower()](path, data)


def decode(path: Path, data: bytes) -> str:
    """The text of a file that must be UTF-8; its line ends stay as they are.

    Raises:
        DocumentError: It is not, or there is nothing in it.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(f"{path} is not UTF-8 (byte {error.start}): save it as UTF-8 and add it again") from error
    if "\0" in text:
        raise DocumentError(f"{path} is not a text file: it holds NUL characters")
    if not re.search(r"\w", text):
        raise DocumentError(f"{path} is empty: there is nothing to find in it")
    return text


def _read_text(path: Path, data: bytes) -> Document:
    text = decode(path, data)
    title, published = _head(text)
    name = _name(path)
    language = detect_language(text[:_ENOUGH])
    return Document(id=name, text=text, title=title or name, language=language, published=published)


def _name(path: Path) -> str:
    """The file's name without its extension; bytes that are not UTF-8 and control characters are shown as U+FFFD."""
    name = path.stem.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join("\ufffd" if unicodedata.category(character) == "Cc" else character for character in name)


def _head(text: str) -> tuple[str | None, datetime | None]:
    """The first short line that is not the byline, and the byline's time."""
    title: str | None = None
    published: datetime | None = None
    lines = [line.strip("\ufeff \t\r\n\"'“”«»") for line in text.splitlines() if line.strip("\ufeff \t\r\n")]
    for line in lines[:BYLINE_LINES]:
        found = read_byline(line)
        published = published or found
        if title is None and found is None and len(line) <= _LONGEST_TITLE:
            title = line
    return title, published


FORMATS: dict[str, Callable[[Path, bytes], Document]] = {".txt": _read_text}
