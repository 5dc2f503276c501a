"""Cosines over FAISS's own memory."""

from __future__ import annotations

import numpy as np
import pytest

from index.dense import DenseIndex

VECTORS = np.array([[1, 0], [0.6, 0.8], [0, 1]], dtype=np.float32)


def test_every_vector_has_its_cosine_in_its_place() -> None:
    index = DenseIndex(VECTORS)
    assert len(index) == 3
    assert index.cosines(np.array([1, 0], dtype=np.float32)).tolist() == pytest.approx([1, 0.6, 0])
    assert index.cosines(np.array([0.6, 0.8], dtype=np.float32)).tolist() == pytest.approx([0.6, 1, 0.8])


def test_vectors_come_back_in_the_order_that_is_asked() -> None:
    assert np.array_equal(DenseIndex(VECTORS).vectors(np.array([2, 0, 2])), VECTORS[[2, 0, 2]])


def test_without_vectors_there_are_no_cosines() -> None:
    index = DenseIndex(VECTORS[:0])
    assert len(index) == 0
    assert index.cosines(VECTORS[0]).tolist() == []
    assert index.vectors(np.zeros(0, dtype=np.int64)).shape == (0, 2)
