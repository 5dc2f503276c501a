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
# Of these there are always as many as there are parties, or they are named beside.
_PARTIES = re.compile(
    r"leaders|presidents|sides|parties|countries|states|ministers|nations|kings|capitals|governments|"
    r"(?:قاده|زعماء|روساء|جوانب|اطراف|دول|بلدان|وزراء|عواصم)"
)
_THE = re.compile(
    rf"\bthe (?P<number>{'|'.join(_ENGLISH)}|\d{{1,4}}) (?:[\w-]+ )?(?P<noun>[a-z]{{3,}}s)\b(?! (?:of|and) )"
)
_AL = re.compile(rf"(?<!\w)[وفبل]?(?P<noun>ال\w{{3,}})(?: ال\w{{3,}})? ال(?P<number>{'|'.join(_ARABIC)})ه?(?!\w)")


def known_counts(text: str) -> Iterator[tuple[int, str, int, int]]:
    """Each number, what is counted as the text writes it, and where both stand in the text."""
    folded = fold(text)
    for pattern, numbers in ((_THE, _ENGLISH), (_AL, _ARABIC)):
        for match in pattern.finditer(folded.text):
            number = match["number"]
            if _PARTIES.search(match["noun"]) or number in {"1", "2"}:
                continue
            start, end = folded.span(*match.span())
            first, last = folded.span(*match.span("noun"))
            yield numbers.get(number) or int(number), text[first:last], start, end
