"""Which words translate each other: a word list of both languages, looked up by the forms that a word is met in.

``en-ar.tsv`` is the list, written by hand: English words, a tab, Arabic words, any of the one for any of the other.
``make lexicon`` makes two files of it, since stemming the whole list would take two seconds at each start, and stemming what
a question's words translate to a third of the question: ``en-ar.forms``, the list with the forms of each word, and
``en-ar.keys``, where in that each form is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from index.words import MARK, is_arabic, light, normal, stem

if TYPE_CHECKING:
    from collections.abc import Callable


def _marked_stem(word: str) -> str:
    """The stem, told apart from words that are spelt like it: "trade" is not "trades"."""
    return f"~{stem(word)}"


# The forms under which a word is listed; the first that is known counts.
_ENGLISH: tuple[Callable[[str], str], ...] = (normal, _marked_stem)
_ARABIC: tuple[Callable[[str], str], ...] = (normal, light, _marked_stem)
# Those that are listed with it.
_MET: tuple[Callable[[str], str], ...] = (normal, light, stem)
_KEPT = 1 << 14


class Translation(NamedTuple):
    """A word of the other language.

    Attributes:
        word: As listed.
        forms: In which it is met, the surest first: normal, light, stem.
    """

    word: str
    forms: tuple[str, ...]


class Lexicon:
    """A word list, ready to be asked.

    Args:
        forms: What ``compile_list`` makes of it, UTF-8: the words with their forms.
        keys: And where each form is.
    """

    def __init__(self, forms: bytes, keys: bytes) -> None:
        self._forms = forms
        self._entries = keys.splitlines()
        self.translations = lru_cache(maxsize=_KEPT)(self._translations)

    def _translations(self, word: str) -> tuple[Translation, ...]:
        """The words of the other language that a word may stand for; none for what is no word of letters."""
        if word[0] == MARK or not word[0].isalpha():
            return ()
        arabic = is_arabic(word)
        for form in _ARABIC if arabic else _ENGLISH:
            offsets = self._find(form(word))
            if offsets:
                others = dict.fromkeys(
                    other for offset in offsets for other in self._line(offset)[int(not arabic)].split(" ")
                )
                return tuple(_read(other) for other in others)
        return ()

    def _find(self, key: str) -> list[int]:
        # The tab comes before all that keys are made of, so that entries are in the order of their keys.
        wanted = f"{key}\t".encode()
        at = bisect_left(self._entries, wanted)
        if at == len(self._entries) or not self._entries[at].startswith(wanted):
            return []
        return [int(offset) for offset in self._entries[at][len(wanted) :].split()]

    def _line(self, offset: int) -> list[str]:
        return self._forms[offset : self._forms.index(b"\n", offset)].decode().split("\t")


def compile_list(words: str) -> tuple[str, str]:
    """What ``Lexicon`` reads.

    Returns:
        The list with each word's forms after it; and for each form under which a word is listed, in the order of their
        bytes: the form, a tab, the offsets of its lines.
    """
    found: dict[str, list[int]] = defaultdict(list)
    lines: list[str] = []
    offset = 0
    for line in words.splitlines():
        english, _, arabic = line.partition("\t")
        for some, forms in ((english, _ENGLISH), (arabic, _ARABIC)):
            for key in dict.fromkeys(form(word) for word in some.split() for form in forms):
                found[key].append(offset)
        lines.append("\t".join(" ".join(map(_write, some.split())) for some in (english, arabic)) + "\n")
        offset += len(lines[-1].encode())
    ordered = sorted(found.items(), key=lambda entry: entry[0].encode())
    return "".join(lines), "".join(f"{key}\t{' '.join(map(str, offsets))}\n" for key, offsets in ordered)


def _write(word: str) -> str:
    """A word and its forms; a form that is the one before it is left out, though not its place."""
    written = [word, *(form(word) for form in _MET)]
    told = [word, *("" if one == before else one for before, one in pairwise(written))]
    return "/".join(told).rstrip("/")


def _read(written: str) -> Translation:
    word, *told = written.split("/")
    forms: list[str] = []
    for place in range(len(_MET)):
        before = forms[-1] if forms else word
        forms.append(told[place] or before if place < len(told) else before)
    return Translation(word, tuple(forms))


@cache
def load_lexicon() -> Lexicon:
    """The word list that comes with the project."""
    folder = files("index.lexicon")
    return Lexicon((folder / "en-ar.forms").read_bytes(), (folder / "en-ar.keys").read_bytes())
