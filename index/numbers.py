"""Numbers in a folded text: in figures, and in the words of both languages up to 199 ("twenty-five", "خمس وعشرين").

Written by hand: the libraries that read number words do not read Arabic's, or take the last word of a number for all of it.
"""

from __future__ import annotations

import re

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

_WORDS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ONES.split(), 1)},
    **{word: number for number, word in enumerate(_TEENS.split(), 10)},
    **{word: number for number, word in zip(range(20, 100, 10), _TENS.split(), strict=True)},
    **{word: number for table in (_ARABIC_ONES, _ARABIC_TENS) for number, words in table.items() for word in words.split()},
    **dict.fromkeys(["عشر", "عشره"], 10),
    **dict.fromkeys(["hundred", "ميه", "مايه"], 100),
}  # fmt: skip


def _any(*groups: str) -> str:
    return "(?:" + "|".join(sorted((word for group in groups for word in group.split()), key=len, reverse=True)) + ")"


_english = rf"(?:{_any(_TENS)}[\s-]+{_any(_ONES)}|{_any(_TENS, _TEENS, _ONES)})"
_ar_ones, _ar_tens = _any(*_ARABIC_ONES.values()), _any(*_ARABIC_TENS.values())
_arabic = rf"(?:{_ar_ones}\s+عشره?|{_ar_ones}\s+و\s?{_ar_tens}|{_ar_tens}|عشره?|{_ar_ones})"
_FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"

# Over folded text; it takes the whole of a number where a boundary stands before it.
NUMBER = rf"(?:{_FIGURES}|(?:(?:one|an?)\s+)?hundred(?:\s+and\s+{_english})?|ما?يه(?:\s+و\s?{_arabic})?|{_english}|{_arabic})"


def number_value(number: str) -> float:
    """What a match of ``NUMBER`` says."""
    if number[0].isdecimal():
        return float(number.replace(",", ""))
    total = 0
    for word in re.findall(r"\w+", number):
        value = _WORDS.get(word) or _WORDS.get(word.removeprefix("و"))
        if value == 100:
            total = 100
        elif value:
            total += value
    return float(total)
