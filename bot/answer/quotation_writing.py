"""How one word may be written: the word behind its spellings, and in what two spellings of it differ.

``index.language.fold`` finds more than may count as the same word in a quote ("ابنه", his son, is not "ابنة", daughter),
and does not tell what it folded; so the ways in which one word may be written are named here one by one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

Difference = Literal[
    "conjunction", "letters", "diacritics", "tatweel", "digits", "case", "encoding", "invisible", "quotation_marks",
    "punctuation", "white_space",
]  # fmt: skip
"""In what the same words may differ; of the last three and ``invisible`` also what stands between words."""

APOSTROPHES = "'’ʼ‘`´′"
INVISIBLE = r"\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
"""As it stands in the brackets of a regular expression."""

# What joins a sentence to the one before it, written together with its first word, and is dropped in quoting it alone.
_CONJUNCTIONS = ("و", "ف")
_LETTERS = str.maketrans("أإآٱؤئىیےکہە", "ااااوييييكهه")
_FIGURES = str.maketrans("٫٬٪−", ".,%-")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_NO_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
# Letters by their shape, and full width: what old files and some programs hold in place of the letters themselves.
_SHAPED = re.compile("[\ufb00-\ufdef\ufe70-\ufefe\uff01-\uff5e]+")


def _encoding(word: str) -> str:
    plain = _SHAPED.sub(lambda shaped: unicodedata.normalize("NFKC", shaped[0]), word)
    return unicodedata.normalize("NFC", plain)


def _diacritics(word: str) -> str:
    # The hamza of an Arabic letter is no diacritic, though Unicode takes it off as one.
    plain = (c if "\u0600" <= c <= "\u06ff" else unicodedata.normalize("NFD", c) for c in word)
    return "".join(c for c in "".join(plain) if unicodedata.category(c) != "Mn")


def _digits(word: str) -> str:
    ascii_digits = (c if (digit := unicodedata.decimal(c, None)) is None else str(digit) for c in word)
    return _THOUSANDS.sub("", "".join(ascii_digits).translate(_FIGURES))


_WAYS: dict[Difference, Callable[[str], str]] = {
    "encoding": _encoding,
    "invisible": lambda word: _NO_INVISIBLE.sub("", word),
    "tatweel": lambda word: word.replace("ـ", ""),
    "diacritics": _diacritics,
    "digits": _digits,
    "letters": lambda word: word.translate(_LETTERS),
    "case": str.lower,
    "quotation_marks": lambda word: word.translate(_ONE_APOSTROPHE),
    "punctuation": lambda word: word.replace("_", ""),
}


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """What a word is, however it is written; empty where nothing is left of it."""
    return _reduced(word)


@lru_cache(maxsize=1 << 12)
def spelling(ours: str, theirs: str) -> frozenset[Difference]:
    """In what two spellings of a word differ: what both must be rid of to be equal."""
    if ours == theirs:
        return frozenset()
    found = frozenset(way for way in _WAYS if _reduced(ours, but=way) != _reduced(theirs, but=way))
    # Where two ways can each undo it, neither is needed.
    return found or frozenset({"encoding"})


def joined(word: str) -> tuple[str, ...]:
    """An Arabic word, by its key, with each of the conjunctions that are written together with it."""
    return tuple(f"{one}{word}" for one in _CONJUNCTIONS) if "\u0620" <= word[0] < "\u064b" else ()


def without_conjunction(written: str, word: str) -> str:
    """What is left of a spelling, from where it is the word with this key."""
    return next((rest for at in range(len(written)) if key(rest := written[at:]) == word), written)


def _reduced(word: str, but: Difference | None = None) -> str:
    for way, reduce in _WAYS.items():
        if way != but:
            word = reduce(word)
    return word
