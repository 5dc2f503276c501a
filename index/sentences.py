"""Where sentences end, as offsets. Written by hand: no maintained splitter gives offsets and knows ؟ ؛ and closing quotes.

A stop ends a sentence when white space follows it, with its closing quotes and brackets, or the end. It does not after
an abbreviation or an initial, inside a number or date, or before a lower-case Latin word. A missing space after an
Arabic stop is forgiven.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Longer stretches are cut at a clause or a word, so that any passage can be quoted whole in one message.
MAX_LENGTH = 1000

_STOP = re.compile(r"[.!?؟؛…。]+")
_CLOSERS = re.compile(r"[\"'”’»›)\]}\u200e\u200f\u061c\u2066-\u2069\u202a-\u202e]*")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“«])(?:mr|mrs|ms|dr|prof|gen|col|lt|maj|sgt|capt|sen|rep|gov|amb|st|no|vs|etc|e\.g|i\.e|art|para|fig|approx|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.s|u\.k|u\.n|e\.u|d\.c|[a-z]|\w\.\w|"
    r"د|أ|م|ص|ق|هـ|ج|ت|ن|ب|ف)$",
    re.IGNORECASE,
)
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
    following = text[after]
    if not following.isspace():
        before = re.search(r"[^\W\d_]*$", text[first : stop.start()])
        is_arabic_word = before is not None and len(before[0]) > 2 and _is_arabic(before[0][-1])
        return after == stop.end() and is_arabic_word and _is_arabic(following)
    if stop[0] != ".":
        rest = text[after:end].lstrip()
        return stop[0][-1] in "؟؛" or not rest[:1].islower()
    if after == stop.end() and _ABBREVIATION.search(text, max(first, stop.start() - 12), stop.start()):
        return False
    rest = text[after:end].lstrip()
    return not rest[:1].islower()


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
