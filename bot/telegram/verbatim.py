"""The last check before a message leaves: every quote in it is, byte for byte, what its document says.

It reads the message back as Telegram will, so that nothing between a citation and the reader can have changed a quote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from bot.errors import NotVerbatimError
from bot.telegram.bidi import LRM, RLM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.types import Citation

MESSAGE_LIMIT = 4096
"""UTF-16 units after entity parsing."""

# Telegram turns control characters into spaces, drops line separators, embeddings, overrides and three combining
# marks, and keeps but the last of a run of directional marks (its open client library, td/telegram/misc.cpp).
_ALTERED = re.compile("[\x00-\x09\x0b-\x1f\u2028-\u202e\u0333\u033f\u030a]|[\u200e\u200f]{2}")


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A message as it is read.

    Attributes:
        text: After entity parsing.
        quotes: What stands in its blockquotes, in order.
    """

    text: str
    quotes: tuple[str, ...]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.quotes: list[list[str]] = []
        self.quoting = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "blockquote":
            self.quoting = True
            self.quotes.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag == "blockquote":
            self.quoting = False

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self.quoting:
            self.quotes[-1].append(data)


def read_back(html: str) -> ReadBack:
    """The text and the quotes of a message in HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return ReadBack("".join(reader.text), tuple("".join(quote) for quote in reader.quotes))


def length(html: str) -> int:
    """How long Telegram finds a message: UTF-16 units after entity parsing."""
    return len(read_back(html).text.encode("utf-16-le", "surrogatepass")) // 2


def shown(quote: str) -> str:
    """A quote as a message holds it: the same, but that each line ends with one character, as messages' lines do."""
    return quote.replace("\r\n", "\n")


def survives(quote: str) -> bool:
    """Whether Telegram delivers a quote as it is; it changes control characters and some invisible ones."""
    return quote.strip() == quote and not _ALTERED.search(shown(quote))


def check(html: str, citations: Sequence[Citation]) -> str:
    """Check that the blockquotes of a message are the quotes of these citations, in order and exact.

    A directional mark may stand before a quote.

    Returns:
        The same HTML.

    Raises:
        NotVerbatimError: One is missing, one too many, or not exact.
    """
    quotes = read_back(html).quotes
    for number, citation in enumerate(citations):
        quote = shown(citation.quote)
        there = quotes[number] if number < len(quotes) else None
        if there not in (quote, RLM + quote, LRM + quote) or not survives(citation.quote):
            raise NotVerbatimError(citation.document.id, citation.start, citation.end)
    if len(quotes) > len(citations):
        last = citations[-1] if citations else None
        raise NotVerbatimError(last.document.id if last else "", last.start if last else 0, last.end if last else 0)
    return html
