"""A passage as written down in a test, and what is asked of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.answer.question import read_question
from bot.answer.values import find_value
from index.passages import split_passages
from index.types import AlignedSentence, Document, Translation

if TYPE_CHECKING:
    from bot.answer.types import Value
    from index.types import Language

# A Tuesday.
PUBLISHED = datetime(2025, 3, 11, 20, 0)  # noqa: DTZ001 - printed without a time zone


def document(text: str, language: Language | None = None, translation: str | None = None) -> Document:
    """A readout of one sentence, of 11 March 2025, with its translation where that is given."""
    written: Language = language or ("en" if text[:12].isascii() else "ar")
    other: Language = "ar" if written == "en" else "en"
    whole = Document("d", text, "t", written, published=PUBLISHED)
    if translation is None:
        return whole
    (passage,) = split_passages(whole)
    aligned = AlignedSentence(passage.start, passage.end, translation)
    return replace(whole, translation=Translation(other, "us", (aligned,)))


def ask(text: str, question: str, language: Language | None = None, translation: str | None = None) -> Value | None:
    """The value with which a sentence answers a question, in the language of the question or another one."""
    readout = document(text, translation=translation)
    (passage,) = split_passages(readout)
    value = find_value(read_question(question, language), passage, readout)
    assert value is None or passage.start <= value.start < value.end <= passage.end
    return value


def shown(text: str, question: str, language: Language | None = None) -> str | None:
    """The same, as it is shown."""
    value = ask(text, question, language)
    return None if value is None else value.text


def span(text: str, question: str) -> str | None:
    """The same, as it stands in the text."""
    value = ask(text, question)
    return None if value is None else text[value.start : value.end]


def plain(marked: str) -> str:
    """A sentence without the square brackets that mark its value."""
    return marked.replace("[", "").replace("]", "")


def marked_and_shown(text: str, question: str, translation: str | None = None) -> tuple[str, str] | None:
    """A sentence with square brackets around the value that answers, and how that is shown."""
    value = ask(text, question, translation=translation)
    if value is None:
        return None
    return f"{text[: value.start]}[{text[value.start : value.end]}]{text[value.end :]}", value.text
