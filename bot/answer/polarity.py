"""Whether a passage affirms that something was spoken of, or tells that it was not; in doubt neither."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from bot.answer.values.likeness import likeness
from index.language import fold, is_function_word

if TYPE_CHECKING:
    from bot.answer.types import Question

Polarity = Literal["yes", "not_discussed"]

_SPOKEN = (
    r"(?:discuss\w*|talk\w*|rais\w+|mention\w*|touch\w*|address\w*|spoke\w*|speak\w*|cover\w*|broach\w*|brought up|"
    r"on the agenda)"
)
_SPOKEN_ARABIC = (
    r"(?:[نيت]?تطرق\w*|[يت]?بحث\w*|[يت]?ناقش\w*|[يت]?تناول\w*|[يت]?طرح\w*|[يت]?ذكر\w*|نوقش\w*|تباحث\w*|تحدث\w*|"
    r"جدول الاعمال)"
)
_ASKS_WHETHER_SPOKEN = re.compile(
    rf"\b{_SPOKEN}\b|\bcome up\b|\bcame up\b|(?<!\w)[وفه]?{_SPOKEN_ARABIC}(?!\w)|(?<!\w)(?:جاب\w*|سيره|حكوا|اتكلم\w*)(?!\w)"
)
_NOT_SPOKEN = re.compile(
    rf"\b(?:not|never|nor|neither|n't|no)\b[^.;]{{0,40}}?\b{_SPOKEN}|\bnot (?:been )?(?:on the agenda|raised|discussed|"
    rf"mentioned)\b|"
    rf"(?<!\w)(?:لم|لا|ولم|ولا)\s+(?:\w+\s+){{0,2}}?{_SPOKEN_ARABIC}(?!\w)"
)
_SPOKEN_OF = re.compile(rf"\b{_SPOKEN}\b|(?<!\w)[وف]?{_SPOKEN_ARABIC}(?!\w)")
_NEGATED = re.compile(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|without|den(?:y|ied|ies)|refus\w+|reject\w+|rul(?:ed|es) out|"
    r"untrue|false)\b|n't\b|"
    r"(?<!\w)[وف]?(?:لم|لن|لا|ليس\w*|ما|غير|دون|نف[يت]\w*|رفض\w*|استبعد\w*|انكر\w*)(?!\w)"
)
# From here on a word of the passage is what is asked after, and not only like it: Niger is not Nigeria.
_LIKE = 0.85


def polarity(question: Question, passage: str) -> Polarity | None:
    """Whether a passage says that what is asked after was spoken of.

    Args:
        question: One that asks whether.
        passage: Its text, or its translation where that is in the language of the question.
    """
    if question.kind != "whether" or question.subject is None:
        return None
    asked, told = fold(question.text).text, fold(passage).text
    if not _ASKS_WHETHER_SPOKEN.search(asked) or not _is_told(question.subject.text, passage):
        return None
    if _NOT_SPOKEN.search(told):
        return "not_discussed"
    return "yes" if _SPOKEN_OF.search(told) and not _NEGATED.search(told) and not _NEGATED.search(asked) else None


def _is_told(subject: str, passage: str) -> bool:
    """Whether every word of the subject that says something is in the passage."""
    words = [word for word in re.findall(r"[^\W_]+", subject) if not is_function_word(fold(word).text)]
    told = re.findall(r"[^\W_]+", passage)
    return bool(words) and all(any(likeness(word, other) >= _LIKE for other in told) for word in words)
