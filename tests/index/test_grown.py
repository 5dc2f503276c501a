"""Arrays that grow at their end."""

from __future__ import annotations

import numpy as np

from index.grown import Grown


def test_rows_are_put_after_those_that_there_are() -> None:
    grown = Grown(np.arange(6, dtype=np.float32).reshape(3, 2))
    first = grown.rows
    for number in range(40):
        grown.add(np.full((number % 3, 2), number, dtype=np.float32))
    expected = [[0, 1], [2, 3], [4, 5], *([float(number)] * 2 for number in range(40) for _ in range(number % 3))]
    assert grown.rows.tolist() == expected
    # What was looked at before stays as it was.
    assert first.tolist() == [[0, 1], [2, 3], [4, 5]]


def test_what_was_empty_grows() -> None:
    grown = Grown(np.zeros((0, 3), dtype=np.float16))
    assert grown.rows.shape == (0, 3)
    grown.add(np.ones((2, 3), dtype=np.float16))
    assert grown.rows.dtype == np.float16
    assert grown.rows.tolist() == [[1, 1, 1], [1, 1, 1]]


def test_most_additions_move_nothing() -> None:
    grown = Grown(np.zeros((8000, 1)))
    grown.add(np.zeros((1, 1)))
    base = grown.rows.base
    for _ in range(500):
        grown.add(np.ones((1, 1)))
    assert grown.rows.base is base
