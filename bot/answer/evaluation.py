"""How good the answers are, on questions with known answers: the figures that ``readout evaluate`` prints."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from bot.errors import GoldError
from index.metrics import auroc, share
from index.types import Language

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bot.answer.answerer import Answerer
    from bot.answer.types import Answer, Citation


class GoldValue(BaseModel):
    """A precise answer as it is to be shown in each language."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    ar: str
    en: str


class GoldQuestion(BaseModel):
    """A question with its answer.

    Attributes:
        passages: Substrings of the documents; each lies in one right passage. Empty where nothing answers.
        value: The precise answer, where it is judged.
        distance: For a question without an answer, how far it is from what the documents tell.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    question: str
    language: Language
    answerable: bool
    passages: tuple[str, ...] = ()
    value: GoldValue | None = None
    distance: Literal["far", "near"] | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with its answer, the passage that came first, told or kept, and whether that is a right one."""

    gold: GoldQuestion
    answer: Answer
    best: Citation | None
    is_right: bool


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures, each a share of 0 to 1, or None where the gold has no such question.

    Attributes:
        questions: How many were asked.
        right_passage_first: Of the answerable: the best passage is a right one, told or not.
        value_right: Of those with a value: exactly that was shown.
        answered: Of the answerable.
        answered_right: Of all that were answered: precision.
        wrong_on_unanswerable: Of the unanswerable: answered nevertheless.
        silent_on_near: Of the near misses: not answered.
        auroc_far: Of the confidence, the answerable against the far.
        auroc_near: The same against the near misses.
        verbatim: Of all citations.
        language_right: Of all questions.
    """

    questions: int
    right_passage_first: float | None
    value_right: float | None
    answered: float | None
    answered_right: float | None
    wrong_on_unanswerable: float | None
    silent_on_near: float | None
    auroc_far: float | None
    auroc_near: float | None
    verbatim: float | None
    language_right: float | None


def read_gold(path: Path) -> list[GoldQuestion]:
    """The questions of a file, one JSON object a line.

    Raises:
        GoldError: The file cannot be read, or a line is not such an object.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise GoldError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path} is not UTF-8 (byte {error.start}): save it as UTF-8") from error
    questions: list[GoldQuestion] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                questions.append(GoldQuestion.model_validate(json.loads(line)))
            except ValueError as error:
                raise GoldError(
                    f"{path}, line {number} is not a gold question: {str(error).splitlines()[0]}"
                ) from error
    return questions


def judge(answerer: Answerer, questions: Iterable[GoldQuestion]) -> list[Judged]:
    """Ask every question and judge its best passage, whether that was told or kept."""
    judged: list[Judged] = []
    for gold in questions:
        best = answerer.best(gold.question)
        is_right = best is not None and any(_lies_in(part, best) for part in gold.passages)
        judged.append(Judged(gold, answerer.answer(gold.question), best, is_right))
    return judged


def evaluate(judged: list[Judged]) -> Evaluation:
    """The figures of the judged questions."""
    answerable = [one for one in judged if one.gold.answerable]
    unanswerable = [one for one in judged if not one.gold.answerable]
    told = [one for one in judged if one.answer.status == "answered"]
    near = [one for one in unanswerable if one.gold.distance == "near"]
    confidence = {
        name: [one.answer.confidence for one in some]
        for name, some in (
            ("yes", answerable),
            ("near", near),
            ("far", [one for one in unanswerable if one.gold.distance == "far"]),
        )
    }
    return Evaluation(
        questions=len(judged),
        right_passage_first=share([one.is_right for one in answerable]),
        value_right=share([_shows_value(one) for one in answerable if one.gold.value is not None]),
        answered=share([one.answer.status == "answered" for one in answerable]),
        answered_right=share([one.gold.answerable and one.is_right for one in told]),
        wrong_on_unanswerable=share([one.answer.status == "answered" for one in unanswerable]),
        silent_on_near=share([one.answer.status != "answered" for one in near]),
        auroc_far=auroc(confidence["yes"], confidence["far"]),
        auroc_near=auroc(confidence["yes"], confidence["near"]),
        verbatim=share([c.quote == c.document.text[c.start : c.end] for one in judged for c in one.answer.citations]),
        language_right=share([one.answer.question.language == one.gold.language for one in judged]),
    )


def _lies_in(part: str, citation: Citation) -> bool:
    return part in citation.quote


def _shows_value(one: Judged) -> bool:
    wanted = one.gold.value
    shown = one.answer.value
    return wanted is not None and shown is not None and shown.text == getattr(wanted, one.gold.language)
