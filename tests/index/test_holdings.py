"""The best of the words of each passage."""

from __future__ import annotations

import numpy as np
import pytest

from index.holdings import Holdings


def test_each_passage_has_the_best_of_its_words() -> None:
    holdings = Holdings(np.array([0, 2, 1, 3, 3, 0]), np.array([1, 2, 3]))
    values = np.array([[0.1, 0.2, 0.3, 0.4], [0.9, 0.0, 0.5, 0.6]], dtype=np.float32)
    assert holdings.best(values).tolist() == np.array([[0.1, 0.3, 0.4], [0.9, 0.5, 0.9]], dtype=np.float32).tolist()


@pytest.mark.parametrize("most", [1, 5, 64, 65, 300])
def test_it_is_what_is_found_passage_by_passage(most: int) -> None:
    chance = np.random.default_rng(most)
    counts = chance.integers(1, most + 1, 50)
    words = chance.integers(0, 40, counts.sum())
    values = chance.random((3, 40), dtype=np.float32)
    expected = [[row[some].max() for some in np.split(words, np.cumsum(counts)[:-1])] for row in values]
    found = Holdings(words, counts).best(np.asfortranarray(values))
    assert np.array_equal(found, np.array(expected))
    assert found.flags["C_CONTIGUOUS"]
    assert found.dtype == np.float32
