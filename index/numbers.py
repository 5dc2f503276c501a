"""Numbers in a folded text: in figures ("1,500", "2½", "1.3 billion") and in the words of both languages ("خمس وعشرين").

Written by hand: the libraries that read number words do not read Arabic's, or take the last word of a number for all of it.
"""

from __future__ import annotations

import re
from decimal import Decimal

_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

_ARABIC_ONES = {
    1: "واحد واحده احد احدي", 2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي", 3: "ثلاث ثلاثه", 4: "اربع اربعه",
    5: "خمس خمسه", 6: "ست سته", 7: "سبع سبعه", 8: "ثماني ثمانيه ثمان", 9: "تسع تسعه",
}  # fmt: skip
_ARABIC_TENS = {
    20: "عشرون عشرين", 30: "ثلاثون ثلاثين", 40: "اربعون اربعين", 50: "خمسون خمسين", 60: "ستون ستين", 70: "سبعون سبعين",
    80: "ثمانون ثمانين", 90: "تسعون تسعين",
}  # fmt: skip
# In the accusative, where tens follow: "خمسًا وأربعين دقيقة".
_ARABIC_ACCUSATIVES = {
    1: "واحدا", 3: "ثلاثا", 4: "اربعا", 5: "خمسا", 6: "ستا", 7: "سبعا", 8: "ثمانيا", 9: "تسعا",
}  # fmt: skip
# "ثلاثمئة", "ثلاثمائة" in one word; the dual has its cases, and loses its ن before what is counted.
_ARABIC_HUNDREDS = {
    number: f"{stem}ميه {stem}مايه"
    for number, stem in (
        (300, "ثلاث"),
        (400, "اربع"),
        (500, "خمس"),
        (600, "ست"),
        (700, "سبع"),
        (800, "ثمان"),
        (900, "تسع"),
    )
} | {200: "ميتان ميتين ميتا ميتي مايتان مايتين مايتا مايتي"}
_ARABIC_HUNDREDS[800] += " ثمانيميه ثمانيمايه"
_SCALES = {
    10**3: "thousand الف الفا الاف",
    10**6: "million مليون ملايين مليونا",
    10**9: "billion مليار مليارات مليارا بليون بلايين بليونا",
    10**12: "trillion تريليون تريليونات تريليونا",
}
_DUAL_SCALES = {
    2 * 10**3: "الفان الفين الفي",
    2 * 10**6: "مليونان مليونين مليوني",
    2 * 10**9: "ملياران مليارين ملياري",
    2 * 10**12: "تريليونان تريليونين تريليوني",
}

_SCALE_OF = {word: scale for scale, words in _SCALES.items() for word in words.split()}
_DUALS = {word: number for number, words in _DUAL_SCALES.items() for word in words.split()}
_WORDS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ONES.split(), 1)},
    **{word: number for number, word in enumerate(_TEENS.split(), 10)},
    **{word: number for number, word in zip(range(20, 100, 10), _TENS.split(), strict=True)},
    **{
        word: number
        for table in (_ARABIC_ONES, _ARABIC_ACCUSATIVES, _ARABIC_TENS, _ARABIC_HUNDREDS)
        for number, words in table.items()
        for word in words.split()
    },
    **dict.fromkeys(["عشر", "عشره"], 10),
    **dict.fromkeys(["hundred", "ميه", "مايه"], 100),
    "dozen": 12,
}  # fmt: skip
# What multiplies the ones before it: "two hundred", "ثلاث مئة"; with a و it is added, "ألف ومئة".
_MANY = frozenset({"hundred", "dozen", "ميه", "مايه"})
_KNOWN = _WORDS.keys() | _SCALE_OF.keys() | _DUALS.keys()


def _any(*groups: str) -> str:
    return "(?:" + "|".join(sorted((word for group in groups for word in group.split()), key=len, reverse=True)) + ")"


_scale = _any(*_SCALES.values())
_english_scale, _arabic_scale = (
    _any(*(word for word in _SCALE_OF if word.isascii() is is_english)) for is_english in (True, False)
)
_half = r"\s+(?:and\s+a\s+half|و\s?نصف)"

# "1½" is folded to "11⁄2".
FIGURES = r"(?:\d*[1-9]⁄[1-9]|\d+\s[1-9]⁄[1-9]|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_scaled_figures = rf"{FIGURES}(?:(?:{_half})?\s+{_scale}(?!\w)(?:{_half}(?:\s+ال{_arabic_scale})?(?!\w))?)?"

# Each step of a number in words says what it may follow, so that "two three" and "ثلاثة وخمسة" stay two numbers: ones follow
# what ends in -ty; anything follows a hundred, a thousand and the like.
_english_word = _any(_ONES, _TEENS, _TENS, "hundred")
_english_many = rf"(?:hundred|dozen|{_english_scale})"
_english_number = (
    rf"(?:(?:half\s+)?an?\s+{_english_many}|{_english_word})"
    rf"(?:(?<=ty)[\s-]+{_any(_ONES)}|[\s-]+{_english_many}(?!\w)|\s+and\s+a\s+half(?=\s+{_english_scale})|"
    rf"(?:(?<=red)|(?<=sand)|(?<=ion))\s+(?:(?:and\s+)?{_english_word}|and\s+a\s+half(?!\w)))*"
)
# "آلاف" and "ملايين" without a number are vague, and "ألفا" alone may be one thousand or two.
_arabic_single = _any("الف مليون مليار بليون تريليون", *_DUAL_SCALES.values())
_arabic_tens = _any(*_ARABIC_TENS.values(), *_ARABIC_HUNDREDS.values(), "ميه مايه")
_arabic_word = _any(*_ARABIC_ONES.values(), "عشر عشره", *_ARABIC_TENS.values(), *_ARABIC_HUNDREDS.values(), "ميه مايه")
_arabic_accusative = rf"{_any(*_ARABIC_ACCUSATIVES.values())}(?=\s+و\s?{_any(*_ARABIC_TENS.values())}(?!\w))"
_after_scale = rf"(?:\s+و\s?(?:نصف(?:\s+ال{_arabic_scale})?|{_arabic_word})(?!\w))?"
_arabic_number = (
    rf"(?:(?:نصف|ربع)\s+{_arabic_single}(?!\w)|{_arabic_single}(?!\w){_after_scale}|{_arabic_accusative}|{_arabic_word})"
    rf"(?:\s+عشره?|\s+ما?يه|\s+و\s?{_arabic_tens}|\s+و\s?نصف(?=\s+{_arabic_scale})|"
    rf"(?:(?<=ميه)|(?<=مايه)|(?<=ميت[يا]ن)|(?<=مايت[يا]ن))\s+و\s?{_arabic_word}|\s+{_arabic_scale}(?!\w){_after_scale})*"
)
# Over folded text; it takes the whole of a number where a boundary stands before it.
NUMBER = rf"(?:{_scaled_figures}|{_english_number}|{_arabic_number})"


def number_value(number: str) -> float:
    """What a match of ``NUMBER`` says."""
    return float(number_decimal(number))


def number_decimal(number: str) -> Decimal:
    """What a match of ``NUMBER`` says, exactly."""
    total, current, scale, half = Decimal(), Decimal(), 0, Decimal()
    for token in re.findall(r"\d[\d.,]*(?:⁄\d)?|\w+", number):
        word = token if token in _KNOWN else token.removeprefix("و")
        if not word:
            continue
        if word[0].isdecimal():
            current = _figures(word) if "⁄" not in word else current + _figures(word)
        elif word in {"half", "نصف", "ربع"}:
            half = Decimal("0.25") if word == "ربع" else Decimal("0.5")
        elif word in _SCALE_OF:
            scale = _SCALE_OF[word]
            total += (current + half or Decimal(1)) * scale
            current = half = Decimal()
        elif word in _DUALS:
            scale = _DUALS[word] // 2
            total += _DUALS[word]
        elif word in _MANY and current < 10 and word == token:
            current, half = (current + half or Decimal(1)) * _WORDS[word], Decimal()
        else:
            current += _WORDS.get(word, 0)
    return total + current + half * (scale or 1)


def _figures(figures: str) -> Decimal:
    whole, slash, below = figures.replace(",", "").partition("⁄")
    if slash:
        return Decimal(whole[:-1] or 0) + Decimal(whole[-1]) / Decimal(below)
    return Decimal(whole.rstrip("."))
