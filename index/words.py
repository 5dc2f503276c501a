"""The words of a text as they are matched one by one: how they are cut, and the forms that each may be met in.

Written by hand: Arabic glues articles and prepositions to its words, and names cross scripts; the libraries that know
either (camel-tools, pyarabic) need models or data of hundreds of megabytes, or are no longer kept.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.language import fold, is_function_word, normalise
from index.language import stem as snowball

# Before the letters of an acronym: a word that no text holds.
MARK = "§"
_KEPT = 1 << 16
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_POSSESSIVE = re.compile("['’]s$")
# And, so, with, for, like, will, the: longest first, so that the article goes with what stands before it.
_CLITICS = ("وبال", "فبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س")
_ARTICLES = ("وبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال")
_SUFFIXES = ("هما", "تين", "تان", "ات", "ون", "ين", "ان", "ها", "هم", "يه", "ه", "ي")
_MOST_STRIPPED = 2
_SHORTEST = 3
# Arabic names of Latin letters: "بي بي سي" is BBC. Letters that transcription mixes up share one.
_LETTERS = {
    "ايه": "E", "ايي": "E", "اي": "E", "بي": "B", "سي": "C", "دي": "D", "اف": "F", "جي": "G", "جيه": "G", "اتش": "H",
    "كيه": "K", "كي": "K", "ال": "L", "ام": "M", "ان": "N", "او": "O", "كيو": "Q", "ار": "R", "اس": "S", "تي": "T",
    "يو": "U", "دبليو": "W", "اكس": "X", "واي": "Y", "زد": "Z",
}  # fmt: skip
_LETTER_CLASS = str.maketrans("AIJPV", "EEGBB")
_LONGEST_ACRONYM = 5
# One letter for the sounds that transcriptions mix up.
_ARABIC_SOUNDS = dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهوياپچڤگڨ", "bttghxddrssSsdtsgfkklmnhwyabSfgg", strict=True))
_LATIN_SOUNDS = (
    ("sch", "S"), ("tch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "x"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"),
    ("qu", "k"), ("x", "ks"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("z", "s"), ("q", "k"), ("p", "b"),
    ("v", "f"), ("j", "g"), ("dg", "g"),
)  # fmt: skip
_REPEATED = re.compile(r"(.)\1+")


def is_arabic(word: str) -> bool:
    """Whether a word is in Arabic letters."""
    return "\u0600" <= word[0] <= "\u06ff"


def is_content(word: str) -> bool:
    """Whether a word says anything of what a text is about."""
    return not is_function_word(normal(word))


def split_words(text: str) -> list[str]:
    """The words of a text in their order, as written but for what ``normalise`` takes away; figures are words.

    An acronym, or the Arabic names of letters in a row, adds one more word: ``MARK`` and its letters.
    """
    found: list[str] = []
    spelt = ""
    for word in _WORD.findall(normalise(text)):
        letter = _LETTERS.get(fold(word).text) if is_arabic(word) and len(word) <= _LONGEST_ACRONYM else None
        if letter is None and len(spelt) > 1:
            found.append(MARK + spelt)
        spelt = "" if letter is None else spelt + letter
        found.append(word)
        if 2 <= len(word) <= _LONGEST_ACRONYM and word.isascii() and word.isalpha() and word.isupper():
            found.append(MARK + word.translate(_LETTER_CLASS))
    return [*found, MARK + spelt] if len(spelt) > 1 else found


@lru_cache(maxsize=_KEPT)
def normal(word: str) -> str:
    """The form in which words are equal: folded, without a possessive; a figure without its commas."""
    if word[0] == MARK:
        return word
    folded = fold(word).text
    return folded.replace(",", "") if word[0].isdigit() else _POSSESSIVE.sub("", folded)


@lru_cache(maxsize=_KEPT)
def forms(word: str) -> tuple[str, ...]:
    """What is encoded for a word: itself, and what is left without the letters that Arabic glues to words."""
    if word[0] == MARK:
        return (word[1:],)
    found = [_POSSESSIVE.sub("", word)]
    if is_arabic(word):
        for clitic in _CLITICS:
            if word.startswith(clitic) and len(word) - len(clitic) >= _SHORTEST and len(found) <= _MOST_STRIPPED:
                found.append(word[len(clitic) :])
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def bare(word: str) -> str:
    """The normal form without the article and what stands before it."""
    folded = normal(word)
    cut = [folded[len(one) :] for one in _ARTICLES if folded.startswith(one) and len(folded) - len(one) >= _SHORTEST]
    return cut[0] if cut and is_arabic(word) else folded


@lru_cache(maxsize=_KEPT)
def light(word: str) -> str:
    """A light Arabic stem: article, conjunction and one suffix off; the normal form elsewhere."""
    folded = normal(word)
    if not is_arabic(word):
        return folded
    cut = [folded[len(one) :] for one in _ARTICLES if folded.startswith(one) and len(folded) - len(one) >= 2]
    if cut:
        folded = cut[0]
    elif folded.startswith("و") and len(folded) > _SHORTEST:
        folded = folded[1:]
    shorter = (folded[: -len(one)] for one in _SUFFIXES if folded.endswith(one) and len(folded) - len(one) >= _SHORTEST)
    return next(shorter, folded)


@lru_cache(maxsize=_KEPT)
def stem(word: str) -> str:
    """The Snowball stem of the bare word; an acronym is its own."""
    return word if word[0] == MARK else snowball(bare(word))


@lru_cache(maxsize=_KEPT)
def skeleton(word: str) -> tuple[str, str]:
    """The consonants of a name, and its sounds with vowels as a, i, u: alike in both scripts.

    ماكرون and Macron both have the consonants "mkrn". Empty for what is no word of letters.
    """
    if not word[0].isalpha():
        return "", ""
    if is_arabic(word):
        sounds = "".join(_ARABIC_SOUNDS.get(letter, "") for letter in normal(word))
        return _REPEATED.sub(r"\1", re.sub("[awy]", "", sounds)), sounds.replace("w", "u").replace("y", "i")
    sounds = re.sub("[^a-z]", "", fold(word).text)
    for spelling, sound in _LATIN_SOUNDS:
        sounds = sounds.replace(spelling, sound)
    vowels = sounds.translate(str.maketrans("eoyw", "iuiu"))
    return _REPEATED.sub(r"\1", re.sub("[aeiouyw]", "", sounds)), _REPEATED.sub(r"\1", vowels)
