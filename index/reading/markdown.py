"""Markdown: its text without the marks of its form, a line a paragraph, and what its front matter tells."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from index.reading.extract import Extract, joined, quietly
from index.reading.plain import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from index.reading.extract import Progress

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"([A-Za-z_-]+):[ \t]*(\S.*?)[ \t]*")


def read(data: bytes, progress: Progress = quietly) -> Extract:  # noqa: ARG001 - it has one step
    """The text of a Markdown file.

    Raises:
        UnreadableError: It is not UTF-8, or empty.
    """
    text = decode(data)
    told: dict[str, str] = {}
    if front := _FRONT_MATTER.match(text):
        text = text[front.end() :]
        entries = (_ENTRY.fullmatch(line) for line in (front[1] or "").splitlines())
        told = {entry[1].lower(): entry[2].strip("\"'") for entry in entries if entry}
    tokens = MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).enable("table").parse(text)
    return Extract(joined(_paragraphs(tokens)), title=told.get("title"), published=_moment(told.get("date")))


def _moment(written: str | None) -> datetime | None:
    try:
        return None if written is None else datetime.fromisoformat(written).replace(tzinfo=None)
    except ValueError:
        return None


def _paragraphs(tokens: Sequence[Token]) -> Iterator[str]:
    """The paragraphs, headings and items; the cells of a row of a table follow each other, parted by a tab."""
    mark = ""
    row: list[str] | None = None
    for token in tokens:
        if token.type == "list_item_open":
            mark = f"{token.info}{token.markup} "
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield "\t".join(row)
            row = None
        elif token.type == "inline":
            text = "".join(map(_text, token.children or []))
            if row is None:
                yield mark + text
                mark = ""
            else:
                row.append(text)
        elif token.type in {"fence", "code_block"}:
            yield token.content


def _text(token: Token) -> str:
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "\n"
    return token.content if token.type in {"text", "code_inline"} else ""
