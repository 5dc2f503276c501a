"""The formats that can be read, and which of them a file is in: its content decides, and its name must agree."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import dataclass
from pathlib import PurePath

from index.reading.extract import UnreadableError


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: As a person knows it, with its article.
        extensions: In lower case; the first is the usual one.
        reader: The module with its ``read(data, progress) -> Extract``.
        largest: In bytes.
        needs: The library that its reader imports, if that is an extra.
        extra: The extra that brings it.
    """

    name: str
    extensions: tuple[str, ...]
    reader: str
    largest: int
    needs: str | None = None
    extra: str | None = None

    @property
    def is_installed(self) -> bool:
        """Whether its reader can be imported."""
        return self.needs is None or importlib.util.find_spec(self.needs) is not None


TEXT = Format("a text file", (".txt",), "index.reading.plain", 5_000_000)
MARKDOWN = Format("Markdown", (".md", ".markdown"), "index.reading.markdown", 5_000_000)
PAGE = Format("a web page", (".html", ".htm", ".xhtml"), "index.reading.page", 10_000_000, "trafilatura", "pages")
WORD = Format("a Word document", (".docx",), "index.reading.docx", 20_000_000)
PDF = Format("a PDF", (".pdf",), "index.reading.pdf", 20_000_000, "pdfminer", "pdf")

FORMATS = (TEXT, MARKDOWN, PAGE, WORD, PDF)
EXTENSIONS = tuple(extension for one in FORMATS for extension in one.extensions[:1])
LARGEST = max(one.largest for one in FORMATS)

# Each comment is matched once and for all, so that many of them take no longer than one pass.
_MARKS_OF_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A PDF may begin a little after the beginning of its file.
_BEGINNING = 1024


def format_of(name: str, data: bytes) -> Format:
    """The format of a file.

    Args:
        name: The file's name; only its extension counts.
        data: What it holds.

    Raises:
        UnreadableError: It is of no known format, its name says another, it is too large, or its reader is not installed.
    """
    found, named = content_format(data), named_format(name)
    if named is WORD and data.startswith(_OLD_WORD):
        raise UnreadableError(
            "has a password or is of an old Word: save it anew as .docx, without a password", "password"
        )
    if found is None and named in {WORD, PDF}:
        if not data:
            raise UnreadableError("is empty: there is nothing to find in it", "empty")
        raise UnreadableError(f"is not {named.name}, whatever its name says", "name")
    if found is not None and named is not None and found is not named:
        raise UnreadableError(
            f"is {found.name}, not {named.name}: name it {found.extensions[0]} if it is to be read as that", "name"
        )
    chosen = found or named
    if chosen is None:
        raise UnreadableError(f"is of no known format: use {', '.join(EXTENSIONS)}", "format")
    if len(data) > chosen.largest:
        raise too_large(chosen.largest)
    if not chosen.is_installed:
        raise UnreadableError(
            f"is {chosen.name}, which takes an extra: pip install 'readout-bot[{chosen.extra}]'", "extra"
        )
    return chosen


def content_format(data: bytes) -> Format | None:
    """The format that content gives away; None where it may be any text, or none of these."""
    if b"%PDF-" in data[:_BEGINNING]:
        return PDF
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return WORD
    return PAGE if _MARKS_OF_PAGE.match(data) else None


def named_format(name: str) -> Format | None:
    """The format that a name's extension says, if any."""
    extension = PurePath(name).suffix.lower()
    return next((one for one in FORMATS if extension in one.extensions), None)


def too_large(largest: int) -> UnreadableError:
    """What to say of a file of more bytes than ``largest``."""
    return UnreadableError(f"is larger than {largest // 1_000_000} MB: split it or take a part of it", "large")
