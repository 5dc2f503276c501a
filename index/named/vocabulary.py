"""The words that names are told by, in both languages: offices, verbs of saying, what heads the name of a place.

``arabic.tsv`` and ``english.tsv`` were written for this project. A line is a group, the letter that its words have in a
pattern (``-`` for none), and the words. A word that stands in several groups has the letter of the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.types import Language

_FILES: dict[Language, str] = {"ar": "arabic.tsv", "en": "english.tsv"}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language, folded.

    Attributes:
        letters: The letter of each word that has one.
        groups: The words of each group.
    """

    letters: Mapping[str, str]
    groups: Mapping[str, frozenset[str]]

    def has(self, group: str, word: str) -> bool:
        """Whether a folded word is of a group."""
        return word in self.groups[group]


@cache
def vocabulary(language: Language) -> Vocabulary:
    """The words of a language, read once."""
    letters: dict[str, str] = {}
    groups: dict[str, frozenset[str]] = {}
    for line in files(__package__).joinpath(_FILES[language]).read_text(encoding="utf-8").splitlines():
        group, letter, told = line.split("\t")
        words = fold(told).text.split()
        groups[group] = frozenset(words)
        for word in words if letter != "-" else ():
            letters.setdefault(word, letter)
    return Vocabulary(letters, groups)
