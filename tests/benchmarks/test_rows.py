"""Figures of rankings of made candidates."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.rows import Figures, Row, figures, firsts, losses

SCORES = [np.array([0.0, 3.0, 1.0, 2.0], dtype=np.float32)] * 3


def row(gold: list[int], closed: tuple[int, ...] = (), outside: tuple[int, ...] = (), task: str = "XQ en>ar") -> Row:
    places = np.arange(4)
    return Row(
        task,
        0,
        np.zeros((4, 1), np.float32),
        np.isin(places, gold),
        ~np.isin(places, closed),
        ~np.isin(places, outside),
    )


def test_figures_of_the_places_of_what_is_right() -> None:
    # Found at 1 and 4; at 2, and at 1 in the article; at 3 of all, and not among the candidates of a search over all.
    rows = [row([0, 1]), row([3], outside=(1,)), row([2], closed=(2,))]
    mean_precision = ((1 + 2 / 4) / 2 + 1 / 2 + 0) / 3
    assert figures(rows, SCORES) == {
        "XQ en>ar": Figures(first=33.3, in_article=66.7, mrr=50.0, fifth=66.7, precision=round(100 * mean_precision, 1))
    }
    assert firsts(rows, SCORES).tolist() == [True, False, False]


def test_tasks_are_told_apart() -> None:
    told = figures([row([1]), row([0], task="ML en>ar")], SCORES[:2])
    assert {task: one.first for task, one in told.items()} == {"XQ en>ar": 100.0, "ML en>ar": 0.0}


def test_of_those_that_score_alike_the_first_goes_before() -> None:
    alike = [np.zeros(4, dtype=np.float32)] * 2
    assert firsts([row([0]), row([1])], alike).tolist() == [True, False]


def test_loss_is_the_logarithm_of_the_softmax_over_the_open_candidates() -> None:
    rows = [row([1]), row([1, 3], closed=(0,)), row([2], closed=(2,))]
    every = np.exp([0, 3, 1, 2]).sum()
    found = losses(rows, SCORES)
    assert found[0] == pytest.approx(np.log(every) - 3)
    assert found[1] == pytest.approx(np.log(every - 1) - np.log(np.exp(3) + np.exp(2)))
    assert np.isnan(found[2])
