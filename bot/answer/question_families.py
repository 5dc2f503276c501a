"""The nine families of what is asked: what the confidence and what speaks against a passage have learned from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.question_arabic import arabic_family
from bot.answer.question_english import english_family
from index.dialect import to_standard
from index.language import detect_language, fold

if TYPE_CHECKING:
    from bot.answer.types import QuestionFamily

_ARABIC = re.compile("[\u0620-\u064a]")


def asking_sentence(text: str) -> str:
    """The last sentence of a text, folded; Arabic in Latin letters in Arabic ones."""
    if detect_language(text) == "ar" and not _ARABIC.search(text):
        text = to_standard(text)
    folded = " ".join(fold(text).text.split())
    return folded.rsplit(". ", 1)[-1].lstrip("\"'«“([ ")


def read_family(asked: str) -> QuestionFamily:
    """The family of a question.

    Args:
        asked: What ``asking_sentence`` gives.
    """
    first, second = (
        (arabic_family, english_family) if detect_language(asked) == "ar" else (english_family, arabic_family)
    )
    return first(asked) or second(asked) or "what"
