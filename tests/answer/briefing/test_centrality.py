"""LexRank, by graphs whose answer is known."""

from __future__ import annotations

import numpy as np
import pytest

from bot.answer.briefing.centrality import centrality


def test_all_alike_are_equally_central() -> None:
    assert centrality(np.full((4, 4), 0.5, dtype=np.float32)).tolist() == pytest.approx([1, 1, 1, 1])


def test_the_middle_of_a_star_is_most_central() -> None:
    star = np.eye(4, dtype=np.float32)
    star[0, 1:] = star[1:, 0] = 1
    found = centrality(star)
    # By hand: with x for the middle and y for a ray, x + 3y = 4 and y = 0.15 + 0.85 (x / 4 + y / 2).
    ray = (0.15 + 0.85) / (1 + 0.85 * 0.75 - 0.425)
    assert found.tolist() == pytest.approx([4 - 3 * ray, ray, ray, ray], abs=1e-4)


def test_what_is_less_alike_than_the_threshold_is_not_linked() -> None:
    weak = np.array([[1, 0.09, 0], [0.09, 1, 0.5], [0, 0.5, 1]], dtype=np.float32)
    cut = np.array([[1, 0, 0], [0, 1, 0.5], [0, 0.5, 1]], dtype=np.float32)
    assert centrality(weak).tolist() == centrality(cut).tolist()
    assert centrality(weak, threshold=0.05).tolist() != centrality(cut).tolist()


def test_of_nothing_there_is_nothing() -> None:
    assert centrality(np.zeros((0, 0), dtype=np.float32)).shape == (0,)
