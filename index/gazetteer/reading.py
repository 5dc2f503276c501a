"""A text read for names: its folded words, and the way back to what is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.language import fold

_WORD = re.compile(r"\w+\+?")
# Texts that are read again soon, for names of another kind.
_KEPT = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and its words.

    Attributes:
        text: As written.
        folded: The same, folded.
        words: Where each word stands in the folded text, and the word.
        positions: For each character of the folded text, the offset of its original.
    """

    text: str
    folded: str
    words: tuple[tuple[int, int, str], ...]
    positions: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open offsets in the text of ``folded[start:end]``, which must not be empty."""
        return self.positions[start], self.positions[end - 1] + 1

    def written(self, at: int) -> str:
        """A word as it is written."""
        start, end, _ = self.words[at]
        return self.text[slice(*self.span(start, end))]

    def between(self, at: int) -> str:
        """What stands between a word and the next, folded."""
        return self.folded[self.words[at][1] : self.words[at + 1][0]]


@lru_cache(maxsize=_KEPT)
def read(text: str) -> Reading:
    """The words of a text."""
    folded = fold(text)
    words = tuple((match.start(), match.end(), match[0]) for match in _WORD.finditer(folded.text))
    return Reading(text, folded.text, words, folded.positions)


def words_of(name: str) -> list[str]:
    """The words of a name as it is written, without vowel signs."""
    return _WORD.findall(_MARKS.sub("", name))


_MARKS = re.compile("[\u064b-\u0652]")
