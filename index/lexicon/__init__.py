"""Which words translate each other: a word list of both languages, looked up by the forms that a word is met in.

``en-ar.tsv`` is the list, written by hand: English words, a tab, Arabic words, any of the one for any of the other.
``en-ar.keys`` is made of it (``make lexicon``) and says where in it each form is: stemming the whole list would take two
seconds at each start.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from index.words import MARK, is_arabic, light, normal, stem

if TYPE_CHECKING:
    from collections.abc import Callable


def _marked_stem(word: str) -> str:
    """The stem, told apart from words that are spelt like it: "trade" is not "trades"."""
    return f"~{stem(word)}"


# The forms under which a word is listed; the first that is known counts.
_ENGLISH: tuple[Callable[[str], str], ...] = (normal, _marked_stem)
_ARABIC: tuple[Callable[[str], str], ...] = (normal, light, _marked_stem)
_KEPT = 1 << 14


class Lexicon:
    """A word list, ready to be asked.

    Args:
        words: The list, UTF-8.
        keys: What ``compile_keys`` makes of it, UTF-8.
    """

    def __init__(self, words: bytes, keys: bytes) -> None:
        self._words = words
        self._keys = keys
        self._ends = np.flatnonzero(np.frombuffer(keys, dtype=np.uint8) == ord("\n"))
        self.translations = lru_cache(maxsize=_KEPT)(self._translations)

    def _translations(self, word: str) -> tuple[str, ...]:
        """The words of the other language that a word may stand for; none for what is no word of letters."""
        if word[0] == MARK or not word[0].isalpha():
            return ()
        arabic = is_arabic(word)
        for form in _ARABIC if arabic else _ENGLISH:
            offsets = self._find(form(word))
            if offsets:
                return tuple(
                    dict.fromkeys(other for offset in offsets for other in self._line(offset)[int(not arabic)])
                )
        return ()

    def _find(self, key: str) -> list[int]:
        wanted = key.encode()
        at = bisect_left(range(len(self._ends)), wanted, key=lambda number: self._entry(number)[0])
        if at == len(self._ends) or self._entry(at)[0] != wanted:
            return []
        return [int(offset) for offset in self._entry(at)[1].split()]

    def _entry(self, number: int) -> tuple[bytes, bytes]:
        begin = int(self._ends[number - 1]) + 1 if number else 0
        key, _, offsets = self._keys[begin : int(self._ends[number])].partition(b"\t")
        return key, offsets

    def _line(self, offset: int) -> tuple[list[str], list[str]]:
        line = self._words[offset : self._words.index(b"\n", offset)].decode()
        english, _, arabic = line.partition("\t")
        return english.split(), arabic.split()


def compile_keys(words: str) -> str:
    """For each form of each word of a list, in the order of their bytes: the form, a tab, the offsets of its lines."""
    found: dict[str, list[int]] = defaultdict(list)
    offset = 0
    for line in words.splitlines(keepends=True):
        english, _, arabic = line.partition("\t")
        for some, forms in ((english, _ENGLISH), (arabic, _ARABIC)):
            for key in dict.fromkeys(form(word) for word in some.split() for form in forms):
                found[key].append(offset)
        offset += len(line.encode())
    ordered = sorted(found.items(), key=lambda entry: entry[0].encode())
    return "".join(f"{key}\t{' '.join(map(str, offsets))}\n" for key, offsets in ordered)


@cache
def load_lexicon() -> Lexicon:
    """The word list that comes with the project."""
    folder = files("index.lexicon")
    return Lexicon((folder / "en-ar.tsv").read_bytes(), (folder / "en-ar.keys").read_bytes())
