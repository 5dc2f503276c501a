"""What is counted, named in both languages with the right number: "8 launchers", «8 منصات إطلاق», «منصتا إطلاق».

``nouns.tsv`` holds them: English singular and plural, Arabic singular and plural (in the genitive, as after 3 to 10).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from babel.core import Locale

from index.language import fold
from index.words import light, stem

if TYPE_CHECKING:
    from index.types import Language

_TANWIN = "\u064b"
# After these an accusative takes no alif.
_NO_ALIF = ("ة", "اء", "ى", "ا")
_FEMININE = "ة"
# What follows a noun and agrees with it: متران مكعبان, but عاملا إغاثة.
_ADJECTIVES = frozenset(("مكعب", "مسيّرة"))


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted.

    Attributes:
        english: One, and several.
        arabic: One, and several.
    """

    english: tuple[str, str]
    arabic: tuple[str, str]

    def counted(self, number: str, n: float, language: Language, *, is_genitive: bool = False) -> str:
        """So many of them.

        Args:
            number: The number as shown.
            n: The number.
            language: The language.
            is_genitive: Whether a word before it makes the Arabic dual a genitive: حوالي سنتين.
        """
        if language == "en":
            return f"{number} {self.english[n != 1]}"
        one, several = self.arabic
        category = Locale("ar").plural_form(n)
        head, _, rest = one.partition(" ")
        beside = f" {rest}" if rest else ""
        agrees = rest in _ADJECTIVES
        # What is in construct takes no tanwin: 23 عامل إغاثة.
        is_free = not rest or rest.startswith("من ") or agrees
        if category == "one":
            return f"{one} {'واحدة' if head.endswith(_FEMININE) else 'واحد'}"
        if one == several:
            # A foreign word without a plural takes no other ending either: 11 يورو.
            return f"{number} {one}"
        if category == "two":
            with_rest = f" {_dual(rest, is_construct=False, is_genitive=is_genitive)}" if agrees else beside
            return _dual(head, is_construct=not is_free, is_genitive=is_genitive) + with_rest
        if category == "many" and is_free:
            return f"{number} {_accusative(head)}{' ' + _accusative(rest) if agrees else beside}"
        return f"{number} {several if category == 'few' else one}"


def _dual(head: str, *, is_construct: bool, is_genitive: bool) -> str:
    stem_of = head[:-1] + "ت" if head.endswith(_FEMININE) else head[:-1] + "ي" if head.endswith("ى") else head
    ending = "ي" if is_genitive else "ا"
    return stem_of + (ending if is_construct else ending + "ن")


def _accusative(head: str) -> str:
    if head.endswith(_NO_ALIF):
        return head
    return f"{head}{_TANWIN}ا"


@cache
def _nouns() -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for line in (files("prompts") / "nouns.tsv").read_text(encoding="utf-8").splitlines():
        one, many, arabic_one, arabic_many = line.split("\t")
        noun = Noun((one, many), (arabic_one, arabic_many))
        for form in (one, many, arabic_one, arabic_many):
            for key in _keys(form):
                found.setdefault(key, noun)
    return found


def _keys(form: str) -> tuple[str, ...]:
    """The forms that a noun is known by: its words folded, and their stems."""
    words = fold(form).text.split()
    return " ".join(words), "~" + " ".join(light(word) for word in words), "~" + " ".join(stem(word) for word in words)


def find_noun(written: str) -> tuple[Noun, bool] | None:
    """The noun that a text counts things by, and whether the text says no more of them than that noun.

    English says of what sort before the noun ("Barq launchers"), Arabic after it: the whole is tried first, then less of it.
    """
    words = fold(written).text.split()
    is_english = bool(words) and words[0].isascii()
    for size in range(len(words), 0, -1):
        some = words[-size:] if is_english else words[:size]
        for key in (*_keys(" ".join(some)), " ".join(word.removesuffix("ا") for word in some)):
            if key in _nouns():
                return _nouns()[key], size == len(words)
    return None
