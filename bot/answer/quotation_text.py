"""A text as a row of words that can be compared with another's: where each stands, and what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answer.quotation_writing import APOSTROPHES, INVISIBLE, joined, key, spelling, without_conjunction

if TYPE_CHECKING:
    from bot.answer.quotation_writing import Difference

_QUOTES = f'"“”„‟«»‹›{APOSTROPHES}'
_MARKS = (
    r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
)
_IN_WORD = rf"\w{_MARKS}{INVISIBLE}"
# A figure with what stands inside of it, a word, or a sign that is read aloud: "5 %" is not "5".
_WORD = re.compile(
    r"(?:(?<![\w)])[-−](?=\d))?"
    rf"(?:\d+(?:[.,:/٫٬]\d+)+|[{_IN_WORD}]+(?:[{APOSTROPHES}][{_IN_WORD}]+)*)"
    r"|[%٪‰&+=<>±×÷−°$¢£¥₠-⃏﷼]"
)
_ELLIPSIS = re.compile(r"…|\.(?:\s?\.)+")
_INVISIBLE_ONE = re.compile(f"[{INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in their order.

    Attributes:
        text: The text.
        keys: What each word is, however it is written.
        starts: Where each begins in the text.
        ends: One past where each ends.
    """

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def written(self, first: int, last: int) -> str:
        """The text from word ``first`` to word ``last``, both of them in it."""
        return self.text[self.starts[first] : self.ends[last]]

    def part(self, first: int, last: int, start: int | None = None, end: int | None = None) -> Words:
        """The words from ``first`` to ``last``, both of them in it, as a text of their own.

        Args:
            first: The number of the first word.
            last: The number of the last word.
            start: Where that text begins, which is where its first word does unless it is given.
            end: One past where it ends.
        """
        start = self.starts[first] if start is None else start
        end = self.ends[last] if end is None else end
        numbers = slice(first, last + 1)
        shifted = (tuple(offset - start for offset in offsets[numbers]) for offsets in (self.starts, self.ends))
        return Words(self.text[start:end], self.keys[numbers], *shifted)

    def number(self, offset: int) -> int:
        """The number of the first word that ends after an offset."""
        return bisect_right(self.ends, offset)

    def cuts(self, offset: int) -> bool:
        """Whether an offset is inside a word."""
        before = bisect_right(self.starts, offset) - 1
        return before >= 0 and self.starts[before] < offset < self.ends[before]


def read_words(text: str) -> Words:
    """The words of a text."""
    found = [(word, match.start(), match.end()) for match in _WORD.finditer(text) if (word := key(match[0]))]
    keys, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    return Words(text, keys, starts, ends)


def bare(text: str) -> str:
    """A quote as it was given, without outer white space, quotation marks and invisible characters."""
    inner = [offset for offset, character in enumerate(text) if _kind(character) == "punctuation"]
    return text[inner[0] : inner[-1] + 1] if inner else ""


def breaks(words: Words) -> frozenset[int]:
    """Before which words an ellipsis stands, by their numbers; the number of words where it stands after the last."""
    return frozenset(bisect_right(words.starts, match.start()) for match in _ELLIPSIS.finditer(words.text))


def differences(quoted: Words, source: Words) -> frozenset[Difference]:
    """In what two texts of the same words differ; nothing where they are equal.

    The first word of the source may have a conjunction that the quote's has not.
    """
    found: set[Difference] = set()
    for ours, theirs in zip(_gaps(quoted), _gaps(source), strict=True):
        found |= _between(ours, theirs)
    for number, word in enumerate(quoted.keys):
        ours, theirs = quoted.written(number, number), source.written(number, number)
        if not number and source.keys[0] in joined(word):
            found.add("conjunction")
            theirs = without_conjunction(theirs, word)
        found |= spelling(ours, theirs)
    return frozenset(found)


def _gaps(words: Words) -> list[str]:
    starts, ends = (*words.starts, len(words.text)), (0, *words.ends)
    return [words.text[end:start] for start, end in zip(starts, ends, strict=True)]


def _between(ours: str, theirs: str) -> frozenset[Difference]:
    """In what two stretches between words differ."""
    if ours == theirs:
        return frozenset()
    kinds = {_kind(character) for character in ours + theirs}
    return frozenset(kind for kind in kinds if _only(ours, kind) != _only(theirs, kind)) or frozenset({"white_space"})


def _only(gap: str, kind: Difference) -> str:
    return "".join(character for character in gap if _kind(character) == kind)


def _kind(character: str) -> Difference:
    """What a character between words is; of a word it knows nothing."""
    if character.isspace():
        return "white_space"
    if _INVISIBLE_ONE.match(character):
        return "invisible"
    return "quotation_marks" if character in _QUOTES else "punctuation"
