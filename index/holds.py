"""What a passage holds, as bits: found out when it is added, asked for when it is searched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from index.dates import find_dates
from index.durations import find_durations
from index.language import fold

if TYPE_CHECKING:
    from index.types import Passage, Seeks

BITS: dict[Seeks | Literal["question", "cause"], int] = {
    "date": 1,
    "duration": 2,
    "publication": 4,
    "question": 8,
    "cause": 16,
}
# Over folded text.
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|results? (?:of|from)|caused? by|causes?|reasons?|so that|in order to|aim(?:s|ed)? (?:at|to)|"
    r"therefore|led to|blam(?:es?|ed))\b|"
    r"(?<!\w)[وف]?(?:بسبب|لان|لانه|لانها|لانهم|نتيجه|جراء|(?:ال)?سبب|(?:ال)?اسباب|"
    r"من اجل|بهدف|لكي|نظرا|عازيا|عزا|عزت|ارجع|[تي]عود الي)(?!\w)"
)
_CLOSERS = "\"'”’»)] \u200f\u200e"


def holds(passage: Passage) -> int:
    """The bits of what a passage holds; a byline holds the time of publication alone."""
    if passage.kind == "byline":
        return BITS["publication"]
    found = BITS["date"] if find_dates(passage.text) else 0
    found |= BITS["duration"] if find_durations(passage.text) else 0
    found |= BITS["cause"] if _CAUSE.search(fold(passage.text).text) else 0
    return found | (BITS["question"] if passage.text.rstrip(_CLOSERS).endswith(("?", "؟")) else 0)
