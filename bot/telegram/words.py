"""Phrases and foreign strings made into lines of a message: escaped, tidy, and in the right direction."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from bot.telegram.bidi import isolate, isolate_runs, mark, without_controls
from bot.telegram.verbatim import MESSAGE_LIMIT, length
from prompts import load

if TYPE_CHECKING:
    from index.types import Language

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def one_line(text: str, limit: int = 200) -> str:
    """A title, a name or the like as it may stand inside a line: without controls, cut at a word with an ellipsis.

    Args:
        text: What comes from a document.
        limit: At most so many characters.
    """
    tidy = " ".join(_CONTROL.sub(" ", without_controls(text)).split())
    if len(tidy) <= limit:
        return tidy
    kept = tidy[: limit - 1]
    return (kept.rpartition(" ")[0] or kept).rstrip(" ,;:،؛") + "…"


def several_lines(text: str, limit: int) -> str:
    """The same for a text whose own line breaks stay, unless it must be cut."""
    tidy = "\n".join(one_line(line, limit) for line in text.strip().split("\n"))
    return tidy if len(tidy) <= limit else one_line(tidy, limit)


def foreign(text: str, language: Language, limit: int = 200) -> str:
    """What comes from a document, ready to be a field of a phrase in a language, cut as by ``one_line``. Not escaped yet."""
    return isolate(one_line(text, limit), language)


def lines(text: str, language: Language) -> str:
    """A text of the bot's own as HTML: escaped, and every line in its language's direction."""
    directed = (isolate_runs(line, language) for line in text.strip().split("\n"))
    return "\n".join(mark(line, language) + escape(line, quote=False) for line in directed)


def say(language: Language, name: str, /, **fields: object) -> str:
    """A phrase of ``prompts/*/telegram.toml``, or of another file where the name says which, as HTML."""
    return lines(load(language).say(_named(name), **fields), language)


def count(language: Language, name: str, n: int, /) -> str:
    """A phrase that counts, as HTML."""
    return lines(load(language).count(_named(name), n), language)


def label(language: Language, name: str, /, **fields: object) -> str:
    """A phrase for a button or a short notice, which know no HTML and have a direction of their own."""
    return load(language).say(_named(name), **fields).strip()


def _named(name: str) -> str:
    return name if "." in name else f"telegram.{name}"


def line_above(html: str, line: str) -> str:
    """A message with a line above it, as HTML; without, where it is full to the brim: the message itself matters more."""
    marked = f"<i>{line}</i>\n\n{html}"
    return marked if length(marked) <= MESSAGE_LIMIT else html
