"""A document's passages: its byline, headings and sentences as offsets into the raw text.

Passages never overlap, and nothing but white space lies between them, whatever the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.dates import BYLINE_LINES, read_byline
from index.sentences import split_sentences
from index.types import Passage

if TYPE_CHECKING:
    from index.types import Document, PassageKind

_LONGEST_HEADING = 120
_STOPPED = re.compile(r"[.!?؟؛…:،,]+[\"'”’»)\]]*$")
_ENDED = re.compile(r"[.!?؟؛…:]+[\"'”’»)\]]*$")
_LOWER = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u00ff]")
_BULLET = re.compile(r"(?:[-*•‣▪–—]|\(?\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    number: int
    blank_before: bool


def split_passages(document: Document) -> list[Passage]:
    """The passages of a document in their order, each with its paragraph, heading and aligned translation."""
    text = document.text
    translations = {}
    if document.translation is not None:
        translations = {(one.start, one.end): one.text for one in document.translation.sentences}
    passages: list[Passage] = []
    heading: int | None = None
    paragraphs = _paragraphs(text)
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        kind = _kind(text, number, (start, end), following)
        spans = [(start, end)] if kind != "sentence" else list(split_sentences(text, start, end))
        for first, last in spans:
            if kind == "heading":
                heading = len(passages)
            passages.append(
                Passage(
                    document=document.id,
                    number=len(passages),
                    start=first,
                    end=last,
                    text=text[first:last],
                    kind=kind,
                    paragraph=number,
                    heading=heading if kind == "sentence" else None,
                    translation=translations.get((first, last)),
                )
            )
    return passages


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Each line is a paragraph, but for lines that were wrapped."""
    blocks: list[list[_Line]] = []
    for line in _lines(text):
        if line.blank_before or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    paragraphs: list[tuple[int, int]] = []
    for block in blocks:
        if _is_wrapped(text, block):
            paragraphs.append((block[0].start, block[-1].end))
        else:
            paragraphs.extend(_joined(text, block))
    return paragraphs


def _joined(text: str, block: list[_Line]) -> list[tuple[int, int]]:
    """The lines of a block; one without a stop goes on in those after it that begin with a lower-case letter."""
    paragraphs: list[tuple[int, int]] = []
    goes_on = False
    for line in block:
        start, end = line.start, line.end
        if goes_on and _LOWER.match(text, start):
            start = paragraphs.pop()[0]
        paragraphs.append((start, end))
        # What began in lower case itself is a row of items.
        goes_on = not (
            _LOWER.match(text, _bare(text, start)) or _ENDED.search(text[start:end]) or _is_byline(text, line)
        )
    return paragraphs


def _bare(text: str, start: int) -> int:
    """Where the words of a line begin, after the mark of an item."""
    bullet = _BULLET.match(text, start)
    return bullet.end() if bullet else start


def _is_byline(text: str, line: _Line) -> bool:
    return line.number < BYLINE_LINES and read_byline(text[line.start : line.end]) is not None


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    offset = 0
    blank = False
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            start = offset + raw.index(bare[0])
            lines.append(_Line(start, start + len(bare), len(lines), blank))
        blank = not bare
        offset += len(raw)
    return lines


def _is_wrapped(text: str, block: list[_Line]) -> bool:
    widths = [line.end - line.start for line in block]
    widest = max(widths)
    return (
        len(block) > 1
        and 40 <= widest <= 120
        and all(width >= 0.6 * widest for width in widths[:-1])
        and not any(_BULLET.match(text, line.start) for line in block)
        and not any(_is_byline(text, line) for line in block)
        and not _ENDED.search(text[block[0].start : block[0].end])
    )


def _kind(text: str, number: int, span: tuple[int, int], following: tuple[int, int] | None) -> PassageKind:
    start, end = span
    line = text[start:end]
    if number < BYLINE_LINES and read_byline(line) is not None:
        return "byline"
    is_short = end - start <= _LONGEST_HEADING
    if not is_short or following is None or _STOPPED.search(line) or _BULLET.match(line):
        return "sentence"
    # A heading heads something: a run of short lines without stops is a list.
    body = text[following[0] : following[1]]
    return "heading" if _STOPPED.search(body) or len(body) > _LONGEST_HEADING else "sentence"
