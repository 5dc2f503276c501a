"""Search by meaning: FAISS over centred unit vectors, exact inner product."""

from __future__ import annotations

from typing import TYPE_CHECKING

import faiss
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.encoder import Vectors


def centre(vectors: Vectors, mean: Vectors) -> Vectors:
    """The vectors without what all texts of their language and role share, at unit length: (n, dimension).

    An encoder's vectors lean towards a mean; taking it away separates them better.
    """
    moved = vectors - mean
    length = np.linalg.norm(moved, axis=1, keepdims=True)
    centred: Vectors = np.divide(moved, length, out=np.zeros_like(moved), where=length > 0)
    return centred


class DenseIndex:
    """Vectors by the row of their passage.

    Args:
        rows: The passage of each vector.
        vectors: float32, (len(rows), dimension), rows unit length.
    """

    def __init__(self, rows: Sequence[int], vectors: Vectors) -> None:
        faiss.omp_set_num_threads(1)
        self._rows = np.asarray(rows, dtype=np.int64)
        self._positions = {row: position for position, row in enumerate(rows)}
        self._index = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(np.ascontiguousarray(vectors))

    def search(self, query: Vectors, limit: int) -> dict[int, float]:
        """The cosine of the nearest passages to one unit vector, (dimension,), best first, by row."""
        if not len(self._rows):
            return {}
        scores, positions = self._index.search(query[None, :], min(limit, len(self._rows)))
        return {int(self._rows[at]): float(score) for score, at in zip(scores[0], positions[0], strict=True)}

    def score(self, query: Vectors, row: int) -> float | None:
        """The cosine of one passage to one unit vector; None where the passage has no vector here."""
        position = self._positions.get(row)
        return None if position is None else float(self._index.reconstruct(position) @ query)
