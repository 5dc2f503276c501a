"""How sure an answer is, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answer.confidence import SIGNALS, Calibration, features, load_calibration
from bot.answer.fitness import fits
from bot.answer.question import read_question
from index.types import Document, Hit, Passage

if TYPE_CHECKING:
    from collections.abc import Mapping

CALIBRATION = Calibration({"bias": -1.0, "score": 2.0}, answered=0.7, related=0.3)


def hit(text: str, score: float = 1.0, signals: Mapping[str, float] | None = None) -> Hit:
    document = Document("d", text, "d", "en")
    return Hit(document, Passage("d", 0, 0, len(text), text, "sentence", 0), score, signals or {})


def test_a_probability_is_the_logistic_of_the_weighted_features() -> None:
    assert CALIBRATION.probability({"score": 0.5, "unknown": 9}) == 0.5
    assert CALIBRATION.probability({"score": 1.0}) == pytest.approx(0.7310586)
    assert 0 < CALIBRATION.probability({"score": -1e9}) < CALIBRATION.probability({"score": 1e9}) < 1


@pytest.mark.parametrize(
    ("probability", "status"), [(0.7, "answered"), (0.69, "related"), (0.3, "related"), (0.29, "not_found")]
)
def test_two_thresholds_divide_three_outcomes(probability: float, status: str) -> None:
    assert CALIBRATION.outcome(probability) == status


def test_the_features_of_the_first_hit_and_its_lead() -> None:
    question = read_question("How many ships left?")
    found = features(
        [hit("Ships left.", 3.0, {"share": 0.5}), hit("b", 2.0), hit("c", 0.0)],
        question,
        None,
        has_value=False,
        objections=0,
    )
    assert (found["score"], found["share"], found["others"]) == (3.0, 0.5, 2.0)
    assert (found["unfit_how_many"], found["unfit_why"], found["lacks_value"]) == (1, 0, 0)
    assert set(SIGNALS) <= set(found)
    assert features([hit("a")], question, "duration", has_value=False, objections=0)["lacks_value"] == 1


@pytest.mark.parametrize(
    ("has_value", "objections", "gives_value"), [(True, 0, 1.0), (True, 1, 0.0), (False, 0, 0.0), (False, 2, 0.0)]
)
def test_a_value_counts_for_the_first_hit_only_where_nothing_objects(
    has_value: bool, objections: int, gives_value: float
) -> None:
    found = features([hit("a")], read_question("When?"), "date", has_value=has_value, objections=objections)
    assert (found["gives_value"], found["objections"]) == (gives_value, float(objections))


@pytest.mark.parametrize(
    ("question", "text", "fit"),
    [
        ("How many ships left?", "Twelve ships left.", 1), ("How many ships left?", "Ships left.", 0),
        ("كم سفينة غادرت؟", "غادرت ١٢ سفينة.", 1),
        ("How many of the 12 ships left?", "The 12 ships left.", 0), ("What left?", "Ships.", 1),
    ],
)  # fmt: skip
def test_a_number_that_was_not_said_fits_how_many(question: str, text: str, fit: float) -> None:
    read = read_question(question)
    assert fits(read.family, read.text, hit(text)) == fit


def test_names_places_and_causes_are_seen_by_the_signals() -> None:
    told = hit("text", signals={"holds_role": 0.25, "holds_place": 0.5, "cause": 1.0})
    assert (fits("who", "Who?", told), fits("where", "Where?", told), fits("why", "Why?", told)) == (0.5, 0.5, 1.0)


@pytest.mark.parametrize("encoder", ["embedded", "none", "sentence-transformers:x"])
def test_every_encoder_has_a_calibration(encoder: str) -> None:
    calibration = load_calibration(encoder)
    assert 0 < calibration.related <= calibration.answered < 1
    assert (encoder == "embedded") == ("cosine_context" in calibration.weights)
