"""A passage read once for the values in it: its words with their offsets, and the clauses that they stand in."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from index.gazetteer import find_names
from index.language import Folded, fold, is_function_word
from index.named import find_persons, read_known

if TYPE_CHECKING:
    from datetime import date

    from index.gazetteer import FoundName
    from index.named import Known
    from index.types import Language

# Documents whose persons are kept.
_KEPT = 64
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
# What parts clauses, and how many words' distance it counts for; a comma between digits parts nothing.
_STOP = re.compile(r"[.;:؛!?؟—–\n]\s|[(){}\[\]«»\"“”]|[,،](?!\d)")
_LEADS = frozenset(
    """who which that whose while but because when where after before since although and as
    الذي التي الذين اللذين حيث فيما بينما لكن لكنه لكنها حين عندما بعدما قبل بعد لان لانه لانها
    نظرا بسبب ان انه انها بان""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: half-open offsets into the text, how it is written, and its folded form."""

    start: int
    end: int
    written: str
    folded: str
    clause: int


class Reading:
    """A text read for values.

    Args:
        text: A passage, or the translation of one.
        published: The day that its document was published.
        language: Of the text.
        document: The whole that it is a part of.
    """

    def __init__(self, text: str, published: date | None, language: Language, document: str | None = None) -> None:
        self.text = text
        self.published = published
        self.language: Language = language
        self._document = document

    @cached_property
    def known(self) -> Known:
        """What the document has told of its names."""
        return read_known(self._document or self.text, self.language)

    @cached_property
    def persons(self) -> frozenset[str]:
        """The words, folded, by which the document names persons beside their offices: الجنرال لاندو."""
        return _named_persons(self._document or self.text, self.language)

    @cached_property
    def names(self) -> list[FoundName]:
        """The names in it that are known everywhere."""
        return find_names(self.text)

    @cached_property
    def folded(self) -> Folded:
        """The text, folded."""
        return fold(self.text)

    @cached_property
    def _positions(self) -> tuple[int, ...]:
        return self.folded.positions

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of a stretch of the folded text, with the marks and tatweel of its last letter."""
        first, last = self._positions[start], self._positions[end - 1] + 1
        while last < len(self.text) and (self.text[last] == "ـ" or unicodedata.category(self.text[last]) == "Mn"):
            last += 1
        return first, last

    @cached_property
    def words(self) -> list[Word]:
        """Its words in their order; the s of a possessive is none."""
        folded = self.folded
        found: list[Word] = []
        clause, last = 0, 0
        for match in _WORD.finditer(folded.text):
            between = folded.text[last : match.start()]
            clause += 2 * bool(_STOP.search(between + " ")) + (match[0] in _LEADS)
            is_possessive = match[0] == "s" and between in {"'", "’"}
            last = match.end()
            if is_possessive:
                continue
            start, end = self.span(match.start(), match.end())
            found.append(Word(start, end, self.text[start:end], match[0], clause))
        return found

    def place(self, offset: int) -> int:
        """Where an offset of the text is in the folded text."""
        return bisect_left(self._positions, offset)

    def words_in(self, start: int, end: int) -> tuple[int, int]:
        """Which words lie in a stretch: the half-open range of their numbers; offsets are those of the text."""
        inside = [number for number, word in enumerate(self.words) if word.start < end and start < word.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def says_something(word: str) -> bool:
    """Whether a folded word is of the matter of a text."""
    return not is_function_word(word)


@lru_cache(maxsize=_KEPT)
def _named_persons(text: str, language: Language) -> frozenset[str]:
    known = read_known(text, language)
    names = (one.name for one in find_persons(text, language, known) if one.name and one.office)
    return frozenset(word for start, end in names for word in fold(text[start:end]).text.split())
