"""Search by meaning: FAISS over centred unit vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.dense import DenseIndex, centre

if TYPE_CHECKING:
    from index.encoder import Vectors


def unit(*rows: tuple[float, ...]) -> Vectors:
    vectors: Vectors = np.array(rows, dtype=np.float32)
    lengths: Vectors = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / lengths


def test_the_nearest_come_first_by_the_row_of_their_passage() -> None:
    index = DenseIndex([7, 3, 40], unit((1, 0), (0.6, 0.8), (0, 1)))
    found = index.search(unit((1, 0))[0], 3)
    assert list(found) == [7, 3, 40]
    assert list(found.values()) == pytest.approx([1.0, 0.6, 0.0])
    assert list(index.search(unit((0, 1))[0], 2)) == [40, 3]


def test_more_are_wanted_than_there_are() -> None:
    assert list(DenseIndex([5], unit((1, 0))).search(unit((0, 1))[0], 50)) == [5]


def test_an_empty_index_finds_nothing() -> None:
    index = DenseIndex([], np.zeros((0, 2), dtype=np.float32))
    assert index.search(unit((1, 0))[0], 5) == {}
    assert index.score(unit((1, 0))[0], 5) is None


def test_the_score_of_one_passage() -> None:
    index = DenseIndex([7, 3], unit((1, 0), (0.6, 0.8)))
    assert index.score(unit((0, 1))[0], 3) == pytest.approx(0.8)
    assert index.score(unit((0, 1))[0], 4) is None


def test_centring_takes_the_mean_away_and_keeps_unit_length() -> None:
    centred = centre(np.array([[3, 1], [1, 3]], dtype=np.float32), np.array([1, 1], dtype=np.float32))
    assert centred.tolist() == [[1, 0], [0, 1]]


def test_a_vector_that_is_the_mean_becomes_nothing_and_not_nan() -> None:
    centred = centre(np.array([[1, 1]], dtype=np.float32), np.array([1, 1], dtype=np.float32))
    assert centred.tolist() == [[0, 0]]
