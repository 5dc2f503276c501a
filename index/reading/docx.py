"""Word documents (.docx): their paragraphs, in the order of the document.

Read by hand, since python-docx leaves out what was inserted under review and text boxes, and reads the whole archive. Of
the archive only the text and its name are taken, each up to a limit: a macro, a picture or a path name in it is never
looked at. The XML may declare no entities.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.parsers import expat

from index.reading.extract import Extract, UnreadableError, joined, quietly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.reading.extract import Progress

LARGEST_PART = 50_000_000
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_CHOICE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DOCUMENT_TYPES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
)
_RELATIONS = "_rels/.rels"
# What holds text that is not of the document as it stands: taken out or moved away under review, instructions of fields,
# and the second form of what is given in two.
_LEFT_OUT = {"del", "moveFrom", "instrText", "delText", "rPrChange", "pPrChange"}
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_PIECE = 1 << 16


def read(data: bytes, progress: Progress = quietly) -> Extract:  # noqa: ARG001 - it has one step
    """The text of a Word document, a line a paragraph; the cells of a row of a table follow each other, parted by a tab.

    Raises:
        UnreadableError: It is no Word document, is damaged, declares entities, or is too large unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            reader = _Body()
            _parse(archive, _document(archive), reader.begin, reader.end, reader.characters)
    except UnreadableError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableError("is damaged: it cannot be read as a Word document") from error
    return Extract(joined(reader.lines))


def _document(archive: zipfile.ZipFile) -> str:
    """The name of the part that holds the text."""
    found: list[str] = []

    def begin(_: str, attributes: dict[str, str]) -> None:
        if attributes.get("Type") in _DOCUMENT_TYPES:
            found.append(posixpath.normpath(attributes.get("Target", "").lstrip("/")))

    _parse(archive, _RELATIONS, begin, lambda _: None, lambda _: None)
    if not found:
        raise UnreadableError("is no Word document: save it as .docx", "name")
    return found[0]


def _parse(
    archive: zipfile.ZipFile,
    name: str,
    begin: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    characters: Callable[[str], None],
) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = _refuse
    parser.buffer_text = True
    try:
        for piece in _pieces(archive, name):
            parser.Parse(piece)
        parser.Parse(b"", True)  # noqa: FBT003 - as the library has it
    except expat.ExpatError as error:
        raise UnreadableError("is damaged: its XML cannot be read") from error


def _pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    try:
        part = archive.open(name)
    except KeyError:
        raise UnreadableError("is no Word document: save it as .docx", "name") from None
    with part:
        size = 0
        # What the archive says of its size is not to be believed.
        while piece := part.read(_PIECE):
            size += len(piece)
            if size > LARGEST_PART:
                raise UnreadableError(
                    f"holds more than {LARGEST_PART // 1_000_000} MB of text: split it or take a part", "large"
                )
            yield piece


def _refuse(*_: object) -> None:
    raise UnreadableError("declares entities of its own, as no Word document does: save it anew")


class _Body:
    """Takes the text as the parser tells of it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        # Of each paragraph that is open: one may hold a text box with paragraphs of its own.
        self._paragraphs: list[list[str]] = []
        # Of each row of a table that is open: its cells.
        self._rows: list[list[str]] = []
        self._cells: list[int] = []
        self._left_out = 0
        self._runs = 0
        self._in_text = False
        self._hidden = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        space, _, tag = name.rpartition(" ")
        if self._left_out or _is_left_out(space, tag):
            self._left_out += 1
            return
        if space not in {_WORD, _STRICT}:
            return
        if tag == "p":
            self._paragraphs.append([])
        elif tag == "tr":
            self._rows.append([])
        elif tag == "tc":
            self._cells.append(len(self.lines))
        elif tag == "r":
            self._runs += 1
            self._hidden = False
        elif tag == "vanish":
            self._hidden = attributes.get(f"{space} val", "true") not in {"0", "false", "off"}
        elif tag == "t":
            self._in_text = True
        elif tag in _CHARACTERS:
            self._take(_CHARACTERS[tag])

    def characters(self, text: str) -> None:
        """Characters stand in the element that began last."""
        if self._in_text and not self._left_out:
            self._take(text)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._left_out:
            self._left_out -= 1
            return
        space, _, tag = name.rpartition(" ")
        if space not in {_WORD, _STRICT}:
            return
        if tag == "t":
            self._in_text = False
        elif tag == "r":
            self._runs -= 1
        elif tag == "p" and self._paragraphs:
            text = "".join(self._paragraphs.pop()).strip(" \t\n")
            self.lines += [line for line in text.split("\n") if line.strip()]
        elif tag == "tc" and self._cells and self._rows:
            first = self._cells.pop()
            self._rows[-1].append(" ".join(line.strip() for line in self.lines[first:]))
            del self.lines[first:]
        elif tag == "tr" and self._rows:
            row = "\t".join(self._rows.pop()).strip()
            self.lines += [row] if row else []

    def _take(self, text: str) -> None:
        if self._paragraphs and self._runs and not self._hidden:
            self._paragraphs[-1].append(text)


def _is_left_out(space: str, tag: str) -> bool:
    return (space in {_WORD, _STRICT} and tag in _LEFT_OUT) or (space == _CHOICE and tag == "Fallback")
