"""What a readout states, sentence by sentence, each with what it must be read with: its heading, or the question it answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Document, Passage

_CLOSERS = "\"'”’»)] \u200f\u200e"
_ENDS = (".", "!", "…", "。")
_QUESTION = ("?", "؟")
_LABEL = re.compile(r"^(?:q|question|س|سؤال|a|answer|ج|جواب)\s*[:.]\s*")
# What begins so is about what the sentence before it is about.
_LEANS = re.compile(
    r"^\W*(?:it|its|they|their|this|these|those|that)\b|^\W*(?:وهو|وهي|وهذا|وهذه|وذلك|وتلك|ومنها)(?!\w)"
)
# So short an answer says nothing without its question.
_SHORT = 3
_MOST_ENDED = 0.5


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a readout, ``document.text[start:end]``.

    Attributes:
        number: The number of its passage; of one that is read with its question, that of the answer.
        start: The first offset: of the question, where the answer is too short to be quoted alone.
        end: One past the last.
        text: The sentence itself, without the question.
        beside: What it is read with: its heading, the question that it answers, its aligned translation.
        asked: The question that it answers first, if one does.
    """

    number: int
    start: int
    end: int
    text: str
    beside: str = ""
    asked: str | None = None

    @property
    def said(self) -> str:
        """The sentence with the question that it answers first."""
        return f"{self.asked} {self.text}" if self.asked else self.text

    @property
    def full(self) -> str:
        """The sentence with what it is read with."""
        return f"{self.beside} {self.text}" if self.beside else self.text

    @property
    def folded(self) -> str:
        """The sentence, folded."""
        return _LABEL.sub("", fold(self.text).text)


def read_statements(document: Document, passages: Sequence[Passage]) -> list[Statement]:
    """The statements of a document in their order: without headings, bylines, datelines and reporters' questions."""
    sentences = [passage for passage in passages if passage.kind == "sentence"]
    ended = [passage for passage in sentences if _tail(passage).endswith((*_ENDS, *_QUESTION))]
    # A list of points may go without stops; elsewhere what has none is a title, a dateline or the name of a source.
    kept = ended if len(ended) > _MOST_ENDED * len(sentences) else sentences
    found: list[Statement] = []
    question: Passage | None = None
    answered: int | None = None
    for passage in kept:
        if _tail(passage).endswith(_QUESTION) and _is_asked(passage, passages):
            question, answered = passage, None
            continue
        if question is not None and answered is None:
            answered = passage.paragraph
        if question is not None and passage.paragraph != answered:
            question = None
        heading = passages[passage.heading].text if passage.heading is not None else None
        before = found[-1].text if found and _LEANS.match(_LABEL.sub("", fold(passage.text).text)) else None
        beside = [text for text in (heading, question.text if question else None, passage.translation, before) if text]
        opens = question is not None and not (found and found[-1].beside == " ".join(beside))
        short = question is not None and opens and len(passage.text.split()) <= _SHORT
        start = question.start if short and question else passage.start
        asked = question.text if question and opens else None
        last = found[-1] if found else None
        if (
            last is not None
            and last.asked
            and last.start < last.end - len(last.text)
            and len(last.text.split()) <= _SHORT
        ):
            # "No." is read with what comes after it.
            text = document.text[last.end - len(last.text) : passage.end]
            found[-1] = Statement(last.number, last.start, passage.end, text, last.beside, last.asked)
            continue
        found.append(Statement(passage.number, start, passage.end, passage.text, " ".join(beside), asked))
    return found


def _tail(passage: Passage) -> str:
    return passage.text.rstrip(_CLOSERS)


def _is_asked(passage: Passage, passages: Sequence[Passage]) -> bool:
    """Whether a question is a reporter's: it is labelled as one, or stands in a paragraph of its own."""
    if _LABEL.match(fold(passage.text).text):
        return True
    return all(one.paragraph != passage.paragraph or _tail(one).endswith(_QUESTION) for one in passages)
