"""What a number counts, in a folded text: "230 Ukrainian soldiers", "45 ألف طن", "a 40-member delegation"."""

from __future__ import annotations

import re
from functools import cache

from index.amount_words import BESIDES, DURATION, KNOWN_BEFORE, MEASURES, NOT_COUNTED, WAW_NOUNS
from index.calendar_words import months
from index.hijri import hijri_month_names
from index.language import is_function_word

_WORD = re.compile(r"[^\W\d_][\w'’]*(?:-\w+)*")
_GAP = re.compile(r"[\s-]*")
# "متر مكعب" is no metre, and "فرصة عمل" is told in two words.
_OF_MEASURES = re.compile(
    r"\s+(?:مكعبه?|مكعبا|مربعه?|مربعا|متريه?|متريا|بحريه?|بحريا|عمل)(?!\w)|(?<=كيلو)\s+(?:متر|غرام|وات)\w*"
)
# The words of small numbers that are articles and pronouns as often.
_NOT_ALONE = frozenset("one واحد واحده احد احدي اثنان اثنين اثنتان اثنتين".split())  # noqa: SIM905 - reads better
_NOUNS = 3
_REACH = 40


@cache
def _hijri() -> re.Pattern[str]:
    return re.compile(rf"{hijri_month_names()}(?!\w)")


def counted_noun(match: re.Match[str], read: str) -> tuple[int, int] | None:
    """Where what a number counts stands in the folded text; None where nothing is counted."""
    number, end = match["upto"] or match["number"], match.end("upto" if match["upto"] else "number")
    before = read[max(0, match.start("all") - _REACH) : match.start("all")]
    if re.match(r"0\d", number) or re.search(r"\d \d{3}$", read[:end]):
        # What is left of a number in groups that could not be read, or a telephone's.
        return None
    if re.fullmatch(r"\d{1,3}\.\d{3}", number):
        # A thousand in one country, a thousandth in another.
        return None
    if number in _NOT_ALONE or (number.isalpha() and KNOWN_BEFORE.search(before)):
        return None
    words: list[re.Match[str]] = []
    at = _GAP.match(read, end)
    while at is not None and len(words) < _NOUNS:
        word = _WORD.match(read, at.end())
        if word is None or (not words and word.start() == end and word[0] not in MEASURES):
            break
        words.append(word)
        at = re.compile(r"\s+").match(read, word.end())
    if not words or DURATION.fullmatch(words[0][0]):
        return None
    return _english(words, read, end) if words[0][0].isascii() else _arabic(words[0], read, number)


def _arabic(word: re.Match[str], read: str, number: str) -> tuple[int, int] | None:
    """An Arabic number is followed by what it counts, without the article."""
    name = word[0]
    if name in months() or _hijri().match(read, word.start()):
        return None
    if is_function_word(name) or name in NOT_COUNTED or name.startswith("ال") or not name[0].isalpha() or len(name) < 2:
        return None
    if name[0] == "و" and not WAW_NOUNS.match(name):
        return None
    # "ألّف كتابًا" is "wrote a book": a thousand of a thing takes no tanwin.
    # "لعبوا" is a verb, and "ألّف كتابًا" is "wrote a book": a thousand of a thing takes no tanwin.
    if name.endswith("وا") or (number == "الف" and name.endswith("ا")):
        return None
    more = _OF_MEASURES.match(read, word.end())
    return word.start(), more.end() if more else word.end()


def _english(words: list[re.Match[str]], read: str, end: int) -> tuple[int, int] | None:
    """English says first of what kind, then what: up to the first plural of three words, "230 Ukrainian soldiers"."""
    is_joined = read[end : end + 1] == "-"
    if is_joined:
        # "a 40-member delegation"
        first = words[0][0].partition("-")[0]
        return (
            None
            if first in NOT_COUNTED or is_function_word(first) or DURATION.fullmatch(first)
            else (words[0].start(), words[0].start() + len(first))
        )
    kept: list[re.Match[str]] = []
    for word in words:
        name = word[0].removesuffix("'s").removesuffix("’s")
        is_noun = name in BESIDES or not (is_function_word(name) or name in NOT_COUNTED or DURATION.fullmatch(name))
        if name != word[0] or not is_noun:
            return None
        if name in BESIDES and not kept:
            continue
        kept.append(word)
        if _is_plural(name) or (
            name in MEASURES and not any(_is_plural(later[0]) for later in words[words.index(word) + 1 :][:1])
        ):
            return kept[0].start(), word.end()
    return None


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
