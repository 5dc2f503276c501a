"""Where sentences end, as offsets. Written by hand: no maintained splitter gives offsets and knows ؟ ؛ and closing quotes.

A stop ends a sentence when white space follows it, with its closing quotes and brackets, or the end. It does not after
an abbreviation or an initial, inside a number or date, after the number of a list's item, or before a lower-case word.
A missing space after an Arabic stop is forgiven. Nothing is looked at twice, so that a long text takes time in step.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Longer stretches are cut at a clause or a word, so that any passage can be quoted whole in one message.
MAX_LENGTH = 1000

_STOP = re.compile(r"[.!?؟؛…。]+")
# Closing quotes and brackets, invisible marks of direction, and the number of a note ("left.[1] Then").
_CLOSERS = re.compile(r"(?:[\"'”’»›)\]}\u200e\u200f\u061c\u2066-\u2069\u202a-\u202e]|\[\d{1,3}\])*")
_OPENS = r"(?<![^\s(\[\"'“«\u200e\u200f])"
_ABBREVIATION = re.compile(
    _OPENS
    + r"(?:mr|mrs|ms|dr|prof|gen|col|lt|maj|sgt|capt|sen|rep|gov|amb|st|vs|e\.g|i\.e|jan|feb|mar|apr|jun|jul|aug|"
    r"sept?|oct|nov|dec|u\.s|u\.k|u\.n|e\.u|d\.c|[a-z]|\w(?:\.\w)+|د|أ|م|ص|ق|هـ|ج|ت|ن|ب|ف)$",
    re.IGNORECASE,
)
# Words of their own elsewhere ("He said no."): abbreviations only where a number follows.
_BEFORE_NUMBER = re.compile(_OPENS + r"(?:no|nos|art|para|fig|pp?|approx|ca)$", re.IGNORECASE)
# "1." or "(b)." that begins a line or follows a sentence: the number of an item, not a sentence.
_ITEM = re.compile(r"\s*[(\[]?(?:\d{1,2}|[a-zA-Z]|[\u0620-\u064a])[)\]]?")
_ARABIC_WORD = re.compile(r"[\u0620-\u06d3]{3}[\u064b-\u0652]?$")
_REST = re.compile(r"\S")
_REACH = 16
_CUT = re.compile(r"[،,;:؛\-–—]\s+")


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of ``text[start:end]``, without the white space around them, in order; together they hold all else."""
    first = start
    for stop in _STOP.finditer(text, start, end):
        closed = _CLOSERS.match(text, stop.end(), end)
        after = closed.end() if closed else stop.end()
        if after < first or not _ends_sentence(text, first, stop, after, end):
            continue
        yield from _trim(text, first, after)
        first = after
    yield from _trim(text, first, end)


def _ends_sentence(text: str, first: int, stop: re.Match[str], after: int, end: int) -> bool:
    if after >= end:
        return True
    near = max(first, stop.start() - _REACH)
    if not text[after].isspace():
        follows_word = _ARABIC_WORD.search(text, near, stop.start())
        return after == stop.end() and follows_word is not None and _is_arabic(text[after])
    rest = _REST.search(text, after, end)
    following = rest[0] if rest else ""
    if stop[0] == "." and after == stop.end():
        if _ABBREVIATION.search(text, near, stop.start()) or _ITEM.fullmatch(text, first, stop.start()):
            return False
        if following.isdecimal() and _BEFORE_NUMBER.search(text, near, stop.start()):
            return False
    return stop[0][-1] in "؟؛" or not following.islower()


def _is_arabic(character: str) -> bool:
    return "\u0620" <= character <= "\u06d3"


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAX_LENGTH:
        cut = _cut(text, start)
        yield from _trim(text, start, cut)
        start = cut
        while text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _cut(text: str, start: int) -> int:
    limit = start + MAX_LENGTH
    clauses = [match.end() for match in _CUT.finditer(text, start + MAX_LENGTH // 2, limit)]
    if clauses:
        return clauses[-1]
    space = max((at for at in range(start + 1, limit) if text[at].isspace()), default=None)
    return limit if space is None else space
