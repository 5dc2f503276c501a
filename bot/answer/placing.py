"""Which of several events, the earliest first, a question means by its place among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.language import fold

if TYPE_CHECKING:
    from bot.answer.span import Span
    from bot.answer.types import Question

_NOUN = r"(?:(?:tele)?phone |ever )*(?:calls?|conversations?|talks?|time|meetings?|exchange|contact)"
_ARABIC_NOUN = r"(?:مره|مكالم\w*|اتصال\w*|لقا\w*|محادث\w*|اجتماع\w*)"
# The place of an event from the first on, by the word that counts it.
_ORDINALS = tuple(
    re.compile(
        rf"\b(?:{english}) {_NOUN}\b|(?<!\w)(?:{arabic}) {_ARABIC_NOUN}|"
        rf"(?<!\w)(?:ال)?{_ARABIC_NOUN} (?:\w+ )?(?:ال)?(?:{arabic})(?!\w)"
    )
    for english, arabic in (
        ("second|2nd", "ثانيه?|تانيه?"), ("third|3rd", "ثالثه?|تالته?"), ("fourth|4th", "رابعه?"), ("fifth|5th", "خامسه?"),
    )
)  # fmt: skip
_LAST_BUT_ONE = re.compile(
    r"\b(?:(?:time|one|call|conversation|meeting) before last|last but one|second[ -](?:to[ -])?last|penultimate)\b|"
    r"(?<!\w)(?:ما )?قبل (?:ال)?(?:اخير\w*|اخر)(?!\w)"
)
_NEXT = re.compile(
    r"\b(?:next|subsequent(?:ly)?|again|thereafter)\b|\bfollowing (?:call|conversation|meeting)\b|"
    r"(?<!\w)(?:ال)?(?:تالي\w*|لاحق\w*)(?!\w)|(?<!\w)(?:مجددا|ثانيه|تاني|كمان مره|مره (?:اخري|ثانيه|تانيه))(?!\w)"
)
_ONE_BEFORE = re.compile(
    r"\b(?:occasion|one|call|conversation|time|meeting)\s+(?:before|preceding|prior to|that (?:came before|preceded))\b|"
    r"(?<!\w)(?:ال)?(?:مره|مكالمه|اتصال|لقاء|محادثه)\s+(?:(?:التي|الذي|اللي)\s+)?(?:[يت]?سبقت?|قبل)(?!\w)"
)


def place_asked(question: Question, span: Span | None) -> int | None:
    """The index of the event that is meant among those in the time that is meant; None where its place is not told.

    Args:
        question: What is asked.
        span: The days that the events are limited to.
    """
    text = fold(question.text).text
    is_before = span is not None and span.is_open and span.until is not None
    is_after = span is not None and span.is_open and span.since is not None
    if _LAST_BUT_ONE.search(text):
        return -2
    if is_after and (_NEXT.search(text) or question.order == "first"):
        return 0
    if not is_after:
        counted = next((place for place, words in enumerate(_ORDINALS, 1) if words.search(text)), None)
        if counted is not None:
            return counted
    # "The one before May" is the last of those before it; "the last before" too.
    if is_before and (question.order == "previous" or (question.order is None and _ONE_BEFORE.search(text))):
        return -1
    return {"last": -1, "first": 0, "previous": -2}[question.order] if question.order else None
