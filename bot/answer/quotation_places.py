"""The places where a quote stands, byte for byte or in the same words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answer.quotation_text import differences
from bot.answer.quotation_writing import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.quotation_sources import Source
    from bot.answer.quotation_text import Words
    from bot.answer.quotation_writing import Difference

# Between the words of a row, and around it: no word holds it.
_BETWEEN = "\x1f"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a source that has the words of a quote.

    Attributes:
        source: What it stands in.
        first: The number of its first word.
        start: Where it begins in the source's text.
        end: One past its end.
        differences: How its writing differs from the quote's; nothing where it is the quote.
    """

    source: Source
    first: int
    start: int
    end: int
    differences: frozenset[Difference] = frozenset()


def find_exact(quoted: Words, source: Source) -> Iterator[Place]:
    """Where a source holds a quote byte for byte, without cutting a word."""
    quote = quoted.text
    start = source.text.find(quote)
    while start >= 0:
        end = start + len(quote)
        words = source.words
        if not words.cuts(start) and not words.cuts(end):
            yield Place(source, words.number(start), start, end)
        start = source.text.find(quote, start + 1)


def find_same_words(quoted: Words, source: Source) -> Iterator[Place]:
    """Where a source has the words of a quote one after another, however they are written.

    The first of them may have lost a conjunction that is written together with it.
    """
    held = _row(source.words.keys)
    for first_word in (quoted.keys[0], *joined(quoted.keys[0])):
        row = _row((first_word, *quoted.keys[1:]))
        at = held.find(row)
        while at >= 0:
            yield _place(quoted, source, held.count(_BETWEEN, 0, at))
            at = held.find(row, at + 1)


def _row(words: tuple[str, ...]) -> str:
    return f"{_BETWEEN}{_BETWEEN.join(words)}{_BETWEEN}"


def _place(quoted: Words, source: Source, first: int) -> Place:
    words, last = source.words, first + len(quoted.keys) - 1
    before, after = quoted.text[: quoted.starts[0]], quoted.text[quoted.ends[-1] :]
    start, end = words.starts[first], words.ends[last]
    # What the quote has around its words belongs to the place where the source has it as well.
    if source.text.endswith(before, 0, start):
        start -= len(before)
    if source.text.startswith(after, end):
        end += len(after)
    return Place(source, first, start, end, differences(quoted, words.part(first, last, start, end)))
