"""From features to a probability to one of three outcomes: what holds however it is calibrated."""

from __future__ import annotations

import pytest

from bot.answer.confidence import Calibration

CALIBRATION = Calibration(weights={"bias": -1.0, "score": 2.0}, answered=0.7, related=0.3)


def test_the_probability_is_logistic_in_the_weighted_features() -> None:
    assert CALIBRATION.probability({"score": 0.5}) == pytest.approx(0.5)
    assert CALIBRATION.probability({"score": 1.5}) == pytest.approx(0.880797, abs=1e-6)
    assert CALIBRATION.probability({"score": 0.5, "unknown": 100.0}) == pytest.approx(0.5)


@pytest.mark.parametrize("score", [-1e9, -50.0, 0.0, 50.0, 1e9])
def test_it_is_never_certain_and_never_fails(score: float) -> None:
    assert 0.0 < CALIBRATION.probability({"score": score}) < 1.0


@pytest.mark.parametrize(
    ("probability", "outcome"),
    [
        (0.0, "not_found"),
        (0.2999, "not_found"),
        (0.3, "related"),
        (0.6999, "related"),
        (0.7, "answered"),
        (1.0, "answered"),
    ],
)
def test_outcomes(probability: float, outcome: str) -> None:
    assert CALIBRATION.outcome(probability) == outcome
