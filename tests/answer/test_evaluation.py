"""The figures of `readout evaluate`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.answer.answerer import Answerer
from bot.answer.evaluation import GoldQuestion, GoldValue, Judged, evaluate, judge, read_gold
from bot.answer.types import Answer, Citation, Question, Searched, Value
from bot.errors import GoldError
from index.types import Document

if TYPE_CHECKING:
    from pathlib import Path

    from bot.answer.types import Status
    from index.library import Library

DOCUMENT = Document("d", "It was so. It is not.", "t", "en")
CITED = Citation(DOCUMENT, 0, 10, 1.0)


def judged(
    gold: GoldQuestion,
    status: Status,
    confidence: float,
    *,
    right: bool = False,
    value: str | None = None,
    language: str = "en",
) -> Judged:
    shown = None if value is None else Value("date", 0, 2, value)
    question = Question(gold.question, "ar" if language == "ar" else "en", "what")
    citations = () if status == "not_found" else (CITED,)
    return Judged(
        gold, Answer(question, status, confidence, None, None, shown, citations, Searched(1, None)), CITED, right
    )


def gold(*, answerable: bool, distance: str | None = None, value: str | None = None) -> GoldQuestion:
    return GoldQuestion.model_validate(
        {
            "question": "q", "language": "en", "answerable": answerable, "distance": distance,
            "value": None if value is None else {"ar": "x", "en": value},
        }
    )  # fmt: skip


def test_the_figures_of_judged_questions() -> None:
    result = evaluate(
        [
            judged(gold(answerable=True, value="2022"), "answered", 0.9, right=True, value="2022"),
            judged(gold(answerable=True, value="2021"), "answered", 0.8, right=False, value="2022"),
            judged(gold(answerable=True, value="2020"), "related", 0.4, right=True),
            judged(gold(answerable=True), "not_found", 0.1, right=True, language="ar"),
            judged(gold(answerable=False, distance="near"), "answered", 0.7),
            judged(gold(answerable=False, distance="near"), "related", 0.3),
            judged(gold(answerable=False, distance="far"), "not_found", 0.05),
        ]
    )
    assert result.questions == 7
    assert result.right_passage_first == 0.75
    assert result.value_right == pytest.approx(1 / 3)
    assert result.answered == 0.5
    assert result.answered_right == pytest.approx(1 / 3)
    assert result.wrong_on_unanswerable == pytest.approx(1 / 3)
    assert result.silent_on_near == 0.5
    assert result.auroc_far == 1.0
    assert result.auroc_near == pytest.approx((2 + 2 + 1 + 0) / 8)
    assert result.verbatim == 1.0
    assert result.language_right == pytest.approx(6 / 7)


def test_figures_of_nothing_are_none() -> None:
    result = evaluate([])
    assert result.questions == 0
    assert (result.right_passage_first, result.value_right, result.auroc_far, result.verbatim) == (
        None,
        None,
        None,
        None,
    )


def test_a_gold_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    lines = [
        {
            "question": "a\u2028b",
            "language": "en",
            "answerable": True,
            "passages": ["x"],
            "value": {"kind": "date", "ar": "١", "en": "1"},
        },
        {"question": "متى", "language": "ar", "answerable": False, "distance": "far", "tags": ["plain"]},
    ]
    file.write_text("\n".join([json.dumps(lines[0], ensure_ascii=False), "", json.dumps(lines[1])]), encoding="utf-8")
    assert read_gold(file) == [
        GoldQuestion(
            question="a\u2028b", language="en", answerable=True, passages=("x",), value=GoldValue(ar="١", en="1")
        ),
        GoldQuestion(question="متى", language="ar", answerable=False, distance="far"),
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{}\n", "line 1 is not a gold question"),
        (b"\n[1]\n", "line 2 is not a gold question"),
        (b"not json\n", "line 1 is not a gold question"),
        (b"\xff\n", "is not UTF-8 (byte 0): save it as UTF-8"),
    ],
)
def test_a_file_that_is_no_gold_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_bytes(content)
    with pytest.raises(GoldError) as refused:
        read_gold(file)
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"none\.jsonl cannot be read: No such file or directory"):
        read_gold(tmp_path / "none.jsonl")


def test_questions_are_judged_by_their_best_passage(seed_library: Library) -> None:
    right = GoldQuestion(
        question="when was the last call?", language="en", answerable=True, passages=("قد جرت في 11 سبتمبر 2022",),
        value=GoldValue(ar="11 سبتمبر 2022", en="11 September 2022"),
    )  # fmt: skip
    wrong = right.model_copy(update={"passages": ("أجرى الرئيس الروسي",), "value": GoldValue(ar="-", en="2021")})
    results = judge(Answerer(seed_library), [right, wrong])
    assert [one.is_right for one in results] == [True, False]
    assert evaluate(results).value_right == 0.5
