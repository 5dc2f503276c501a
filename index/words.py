"""The words of a text as they are matched one by one: how they are cut, and the forms that each may be met in.

Written by hand: Arabic glues articles and prepositions to its words, and names cross scripts; the libraries that know
either (camel-tools, pyarabic) need models or data of hundreds of megabytes, or are no longer kept.
"""

from __future__ import annotations

import re
from functools import cache

from index.language import fold, is_function_word, normalise, stem

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
# And, so, with, for, like, will, the: longest first, so that the article goes with what stands before it.
_CLITICS = ("وبال", "فبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س")
_MOST_FORMS = 3
_SHORTEST = 3


def split_words(text: str) -> list[str]:
    """The words of a text in their order, as written but for what ``normalise`` takes away; figures are words."""
    return _WORD.findall(normalise(text))


def is_arabic(word: str) -> bool:
    """Whether a word is in Arabic letters."""
    return "\u0620" <= word[0] <= "\u06d3"


def is_content(word: str) -> bool:
    """Whether a word says anything of what a text is about."""
    return not is_function_word(fold(word).text)


@cache
def forms(word: str) -> tuple[str, ...]:
    """A word, and what is left of it when the letters that Arabic glues to words are taken away."""
    found = [word]
    for clitic in _CLITICS:
        if word.startswith(clitic) and len(word) - len(clitic) >= _SHORTEST and len(found) < _MOST_FORMS:
            found.append(word[len(clitic) :])
    return tuple(found)


@cache
def stems(word: str) -> frozenset[str]:
    """The stems of a word's forms; a figure is its own."""
    return frozenset(stem(fold(form).text) for form in forms(word))


# One letter for the sounds that transcriptions mix up; vowels and half-vowels are left out.
_ARABIC_SOUNDS = str.maketrans(
    dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهپچڤگ", "btsghhddrzsssdtzgfkklmnhbsfg", strict=True))
    | dict.fromkeys("اويءعى ", "")
)
_LATIN_SOUNDS = (
    ("tch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("zh", "g"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("ck", "k"), ("qu", "k"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("q", "k"), ("x", "ks"), ("p", "b"),
    ("v", "f"), ("j", "g"),
)  # fmt: skip


@cache
def skeleton(word: str) -> str:
    """The consonants of a name, the same for both scripts: ماكرون and Macron are both "mkrn"."""
    folded = fold(word).text
    if re.search("[\u0620-\u06d3]", folded):
        sounds = re.sub("[^a-z]", "", folded.translate(_ARABIC_SOUNDS))
    else:
        sounds = re.sub("[^a-z]", "", folded)
        for spelling, sound in _LATIN_SOUNDS:
            sounds = sounds.replace(spelling, sound)
        sounds = re.sub("[aeiouyw]", "", sounds)
    return re.sub(r"(.)\1+", r"\1", sounds)
