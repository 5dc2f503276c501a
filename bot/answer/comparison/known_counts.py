"""Counts of what a reader is taken to know: "the four engineers", "المهندسين الأردينيين الثلاثة", no amounts elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENGLISH = {
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_ARABIC = {
    "ثلاث": 3, "اربع": 4, "خمس": 5, "ست": 6, "سبع": 7, "ثماني": 8, "تسع": 9, "عشر": 10,
}  # fmt: skip
_TEENS = (
    _ARABIC
    | {"احد عشر": 11, "اثنا عشر": 12, "اثني عشر": 12}
    | {f"{name}ه عشر": 10 + number for name, number in _ARABIC.items() if number < 10}
)
# Of these there are always as many as there are parties, or they are named beside.
_PARTIES = re.compile(
    r"leaders|presidents|sides|parties|countries|states|ministers|nations|kings|capitals|governments|"
    r"(?:قاده|زعماء|روساء|جوانب|اطراف|دول|بلدان|وزراء|عواصم)"
)
_THE = re.compile(
    rf"\bthe (?P<number>{'|'.join(_ENGLISH)}|\d{{1,4}}) (?:[\w-]+ )?(?P<noun>[a-z]{{3,}}s)\b(?! (?:of|and) )"
)
_AL = re.compile(rf"(?<!\w)[وفبل]?(?P<noun>ال\w{{3,}})(?: ال\w{{3,}})? ال(?P<number>{'|'.join(_ARABIC)})ه?(?!\w)")
_MANY = rf"{'|'.join(_ARABIC)}|احد عشر|اثن[اي] عشر|{'|'.join(f'{one}ه عشر' for one in _ARABIC)}"
# The number comes last: "بلغ عدد قتلى القصف أحد عشر".
_NUMBER_OF = re.compile(
    rf"(?<!\w)عدد (?P<noun>\w{{3,}})(?: \w+){{0,5}}? (?P<number>(?:{_MANY})(?:ه|ا)?|\d{{1,3}})(?=[.،؛:]|$)"
)
_RISING = re.compile(
    r"\bnumber of (?P<noun>[a-z]{3,}s)\b(?: [\w'-]+){0,6}? (?:to|at|is|was|reached|stands at) (?P<number>\d{1,4})(?=[.,;]|$)"
)


def known_counts(text: str) -> Iterator[tuple[int, str, int, int]]:
    """Each number, what is counted as the text writes it, and where both stand in the text."""
    folded = fold(text)
    for pattern, numbers in ((_THE, _ENGLISH), (_AL, _ARABIC), (_NUMBER_OF, _TEENS), (_RISING, _ENGLISH)):
        for match in pattern.finditer(folded.text):
            number = match["number"]
            if _PARTIES.search(match["noun"]) or number in {"1", "2"}:
                continue
            start, end = folded.span(*match.span())
            first, last = folded.span(*match.span("noun"))
            value = numbers.get(number) or numbers.get(number.removesuffix("ا").removesuffix("ه"))
            yield value or int(number), text[first:last], start, end
