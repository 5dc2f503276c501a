"""Spoken Arabic, and Arabic typed in Latin letters, as the standard language that passages are written in.

The words are this project's own list: what people ask with, and the few verbs and nouns that questions about talks are
made of, in Egyptian, Levantine and Gulf speech. What is not in it stays as it was typed.
"""

from __future__ import annotations

import re
from functools import cache

from index.language import fold

# Standard word: how it is said, and how that is typed in Latin letters.
_WORDS = {
    "متى": "امتى امتا ايمتى ايمتا وقتيش emta imta mata",
    "أين": "فين وين feen fein ween wein",
    "لماذا": "ليه ليش علاش leh leih lesh leish",
    "من": "مين منو meen",
    "ماذا": "ايه ايش شو شنو وش ماهوش eh eih eish shu sho shou",
    "كيف": "ازاي ازاى شلون كيفاش ezay ezzay izzay shlon kif keef",
    "كم": "كام قديش اديش addesh 2ad",
    "الذي": "اللي elly elli illi",
    "كان": "kan",
    "كانت": "kanet kanit",
    "كانوا": "kano kanu",
    "آخر": "اخر akher a5er akhir",
    "أول": "awel awwal awal",
    "مكالمة": "مكالمه تلفون تليفون telefon mokalma mukalama mokalama mukalma mokalmet call",
    "تحدثوا": "اتكلموا اتكلمو حكوا حكو حكيوا تكلموا سولفوا etkalemo itkalmo etkallemo 7ako 7aku",
    "تحدث": "اتكلم حكى حكي تكلم etkalem 7aka",
    "يتحدثون": "بيتكلموا بيحكوا يحكون",
    "قال": "قالك قالو 2al aal gal",
    "اتصل": "كلم رن دق kalem kallem ettasal",
    "مدة": "مده modda mudda",
    "يريد": "عايز عاوز بده بدو يبي يبغى ayez awez",
    "يريدون": "عايزين عاوزين بدهم يبون",
    "حدث": "صار 7asal sar",
    "الآن": "دلوقتي هلأ هلق الحين",
    "عن": "3an",
    "على": "3ala",
    "مع": "ويا ma3a m3a",
    "بين": "bein ben been",
    "بعد": "ba3d",
    "قبل": "abl 2abl qabl",
    "في": "fi fel fil",
    "هو": "howa huwa",
    "هي": "heya hiya",
    "هما": "homma huma",
    "هل": "hal",
    "ما": "ma",
    "سنة": "sana sene",
    "سنوات": "سنين sneen sanawat",
    "شهر": "shahr",
    "يوم": "yom youm",
    "حرب": "7arb harb",
    "الحرب": "el7arb elharb",
    "سلام": "salam",
    "رئيس": "ra2is ra2ees rayes",
    "إيران": "iran",
    "أوكرانيا": "ukrania okrania ukraine",
    "روسيا": "russia rosya rosia",
    "فرنسا": "fransa faransa france",
    "بوتين": "putin boteen botin",
    "ماكرون": "macron makron",
    "": "بتاع بتاعة بتاعت يعني طب طيب بقى el il al w wa",
}
_TWO = ((r"\bاد ايه\b|\bقد ايه\b|\b(?:2ad|ad) eh\b", "كم المدة"), (r"\bعشان ايه\b", "لماذا"))
_WORD = re.compile(r"[^\W_]+")
# Longer spellings first.
_LETTERS = (
    ("sh", "ش"), ("kh", "خ"), ("gh", "غ"), ("th", "ث"), ("dh", "ذ"), ("ch", "تش"), ("ou", "و"), ("oo", "و"), ("ee", "ي"),
    ("aa", "ا"), ("2", "ا"), ("3", "ع"), ("5", "خ"), ("6", "ط"), ("7", "ح"), ("8", "ق"), ("9", "ص"), ("b", "ب"), ("t", "ت"),
    ("g", "ج"), ("j", "ج"), ("d", "د"), ("r", "ر"), ("z", "ز"), ("s", "س"), ("f", "ف"), ("q", "ق"), ("k", "ك"), ("l", "ل"),
    ("m", "م"), ("n", "ن"), ("h", "ه"), ("w", "و"), ("y", "ي"), ("v", "ف"), ("p", "ب"), ("c", "ك"), ("x", "كس"), ("o", "و"),
    ("u", "و"), ("i", "ي"), ("a", "ا"), ("e", ""),
)  # fmt: skip


@cache
def _standard() -> dict[str, str]:
    return {fold(spoken).text: standard for standard, some in _WORDS.items() for spoken in some.split()}


def to_standard(text: str) -> str:
    """A question in Arabic with its spoken words replaced; one in Latin letters in Arabic letters."""
    folded = fold(text).text
    is_latin = not re.search("[\u0620-\u064a]", folded)
    for pattern, standard in _TWO:
        if re.search(pattern, folded):
            text, folded = re.sub(pattern, standard, folded), re.sub(pattern, standard, folded)

    def replace(found: re.Match[str]) -> str:
        word = found[0]
        plain = fold(word).text
        known = _standard().get(plain)
        if known is not None:
            return known if is_latin or not plain.isascii() else word
        if is_latin and re.search("[a-z]", plain):
            return _transliterate(plain)
        return word

    return " ".join(_WORD.sub(replace, text).split()) or text


def _transliterate(word: str) -> str:
    article = "ال" if re.match(r"(?:el|al)\w{3}", word) else ""
    rest = word[2:] if article else word
    for spelling, letter in _LETTERS:
        rest = rest.replace(spelling, letter)
    return article + rest
