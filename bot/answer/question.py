"""What is asked: its language, its kind, what it seeks, and whether it leans on the question before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.question_kinds import read_kind
from bot.answer.question_leaning import leans
from bot.answer.question_names import find_names
from bot.answer.question_order import read_order
from bot.answer.question_pleasantries import are_pleasantries
from bot.answer.question_subject import find_subject
from bot.answer.types import Question
from bot.errors import QuestionError
from index.dates import find_dates
from index.language import detect_language, fold
from prompts import load

if TYPE_CHECKING:
    from index.types import Language, Seeks

MAX_QUESTION_LENGTH = 1000

_PUBLICATION = re.compile(
    r"publish|publication|posted|go out|went out|byline|(?:this|the) (?:article|report|story|text|news)\b|"
    r"نشر|(?:ال)?(?:مقال|خبر|تقرير|نص|ماده)\b|نزل"
)
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def read_question(text: str, language: Language | None = None, context: str | None = None) -> Question:
    """The question in a message.

    Args:
        text: The message as it came.
        language: The language to answer in; that of the text where None.
        context: The question that this one is a reply to; kept only where this one leans on it.

    Raises:
        QuestionError: There is no word in it, or none but pleasantries; or it is longer than ``MAX_QUESTION_LENGTH``.
    """
    stripped = text.strip()
    words = _WORD.findall(fold(stripped).text)
    if not words:
        raise QuestionError(too_long=False)
    if len(stripped) > MAX_QUESTION_LENGTH:
        raise QuestionError(too_long=True)
    if are_pleasantries(words):
        raise QuestionError(too_long=False)
    family, kind = read_kind(stripped)
    return Question(
        text=stripped,
        language=language or detect_language(stripped),
        kind=kind,
        context=context if context is not None and leans(stripped) else None,
        names=find_names(stripped),
        dates=tuple(find_dates(stripped)),
        order=read_order(stripped),
        subject=find_subject(stripped, kind),
        read_as=family,
    )


def explain(error: QuestionError, language: Language) -> str:
    """What to tell the person whose question was refused."""
    return load(language).say("answer.too_long" if error.too_long else "answer.no_question", limit=MAX_QUESTION_LENGTH)


def sought(question: Question) -> Seeks | None:
    """The kind of value that the answer must hold, where the question wants a precise one."""
    if question.family == "when":
        return "publication" if _PUBLICATION.search(fold(question.text).text) else "date"
    return "duration" if question.family == "how_long" else None
