"""A file, a page or what else came as bytes becomes a Document: its text as it is, with what can be told of it."""

from __future__ import annotations

import re
import stat
import unicodedata
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from index.errors import DocumentError
from index.particulars import Told, find_particulars, one_line
from index.passages import split_passages
from index.reading import plain
from index.reading.extract import UnreadableError, quietly
from index.reading.formats import EXTENSIONS, LARGEST, TEXT, format_of, named_format, too_large
from index.reading.isolated import Reader
from index.types import Document

if TYPE_CHECKING:
    from pathlib import Path

    from index.particulars import Particulars
    from index.reading.extract import Extract, Progress

LARGEST_FILE = TEXT.largest
MOST_CHARACTERS = 5_000_000
MOST_PASSAGES = 20_000


@dataclass(frozen=True, slots=True)
class Found:
    """A document as it was found, for whoever adds it to look at and to correct.

    Attributes:
        document: What was found of it.
        source: Where: the file's name, or the web address at which it stood at last.
        notes: What is missing or odd in it, each a clause.
        particulars: What was found of it, each with where; None where a manifest tells of it.
    """

    document: Document
    source: str
    notes: tuple[str, ...] = ()
    particulars: Particulars | None = None


def read_document(path: Path) -> Document:
    """The document in a file.

    Raises:
        DocumentError: The file is missing, not of a known format, empty, too large, or not what its name says.
    """
    with Reader() as reader:
        return find_document(path, reader).document


def find_document(path: Path, reader: Reader, progress: Progress = quietly) -> Found:
    """What a file holds.

    Args:
        path: The file.
        reader: Reads those formats that are not read here.
        progress: Told of each page of a file that has pages.

    Raises:
        DocumentError: See ``read_document``.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise DocumentError(f"{path} is a folder: name the files in it")
        named = named_format(path.name)
        # A pipe or a device may never end.
        if not stat.S_ISREG(found.st_mode):
            raise DocumentError(f"{path} is no file: save what it gives as one")
        if found.st_size > (LARGEST if named is None else named.largest):
            unknown = UnreadableError(f"is of no known format: use {', '.join(EXTENSIONS)}", "format")
            refused = unknown if named is None else too_large(named.largest)
            raise DocumentError(f"{path} {refused}", refused.why)
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path} cannot be read: {error.strerror}") from error
    return document_of(data, path.name, reader, source=str(path), progress=progress)


def document_of(
    data: bytes, name: str, reader: Reader, *, source: str, address: str | None = None, progress: Progress = quietly
) -> Found:
    """What bytes hold that came under a name.

    Args:
        data: The bytes.
        name: A file's name; the document's id is made from it.
        reader: Reads those formats that are not read here.
        source: What they are called in an error.
        address: The web address that they came from.
        progress: Told of each page of what has pages.

    Raises:
        DocumentError: They cannot be a document.
    """
    try:
        extract = _read(data, name, reader, progress)
        _check(extract.text, identifier := _identifier(name))
    except UnreadableError as error:
        raise DocumentError(f"{source} {error}", error.why) from error
    told = Told(identifier, one_line(extract.title), one_line(extract.issuer), extract.published, address)
    particulars = find_particulars(extract.text, told)
    return Found(
        particulars.of(Document(identifier, extract.text, identifier, "en")), source, extract.notes, particulars
    )


def completed(found: Found) -> Found:
    """What a manifest tells of a document, and what its text tells beside that."""
    known = found.document
    told = find_particulars(known.text, Told(known.id)).given(known, "manifest", keep_found=True)
    return replace(found, document=told.of(known), particulars=told)


def _read(data: bytes, name: str, reader: Reader, progress: Progress) -> Extract:
    chosen = format_of(name, data)
    return plain.read(data, progress) if chosen is TEXT else reader.read(chosen.reader, data, progress)


def _check(text: str, identifier: str) -> None:
    if not re.search(r"\w", text):
        raise UnreadableError("is empty: there is nothing to find in it", "empty")
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(f"holds more than {MOST_CHARACTERS // 1_000_000} million characters: split it", "large")
    # A passage holds a character and the white space before the next.
    if len(text) > 2 * MOST_PASSAGES and len(split_passages(Document(identifier, text, "", "en"))) > MOST_PASSAGES:
        raise UnreadableError(f"holds more than {MOST_PASSAGES:,} passages: split it", "large")


def _identifier(name: str) -> str:
    """A name without its extension; bytes that are not UTF-8 and control characters are shown as U+FFFD."""
    stem = PurePath(name).stem.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join("\ufffd" if unicodedata.category(character) == "Cc" else character for character in stem)
