"""What a passage says otherwise than it is asked: it denies it, tells the opposite, or tells it of somebody else.

Where ``bot.answer.objections`` looks for what a passage lacks, these read the clause in which its value stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answer.doers import is_of_another
from bot.answer.occurrence import speaks_otherwise
from bot.answer.question_families import asking_sentence
from bot.answer.readout_named import is_of_other_issuer
from bot.answer.transcript import is_asked_there
from bot.answer.values import denies_value
from bot.answer.values.choice import TOLD_BY_VERB
from bot.answer.values.opposites import is_opposed
from bot.answer.values.reading import Reading
from bot.answer.why import is_of_something_else

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.objections import Objection
    from bot.answer.types import Question, Value
    from index.types import Document, Passage


def find_contrary(
    question: Question, document: Document, passages: Sequence[Passage], number: int, value: Value | None
) -> tuple[Objection, ...]:
    """What a passage says otherwise than it is asked.

    Args:
        question: What is asked.
        document: The document.
        passages: All its passages.
        number: Which of them.
        value: What answers in it.
    """
    return tuple(_found(question, document, passages, passages[number], value))


def _found(
    question: Question, document: Document, passages: Sequence[Passage], passage: Passage, value: Value | None
) -> Iterator[Objection]:
    if is_asked_there(passages, passage.number):
        yield "asker"
    if is_of_other_issuer(question.text, document):
        yield "issuer"
    if question.family == "when" and speaks_otherwise(question.text, f"{passage.text} {passage.translation or ''}"):
        yield "occasion"
    if question.family == "why" and is_of_something_else(question, document, passages, passage.number):
        yield "cause"
    if value is None and denies_value(question, passage, document):
        yield "denied"
    if value is None or value.kind not in TOLD_BY_VERB or passage.kind == "byline":
        return
    reading = Reading(passage.text, document.published_on, document.language, document.text)
    start, end = value.start - passage.start, value.end - passage.start
    if is_opposed(asking_sentence(question.text), reading, start, end):
        yield "opposite"
    if is_of_another(question, document, reading, start, end):
        yield "doer"
