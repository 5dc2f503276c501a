"""Search by meaning: FAISS over centred unit vectors, exact inner product."""

from __future__ import annotations

from typing import TYPE_CHECKING

import faiss
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.encoder import Vectors


class DenseIndex:
    """Vectors by their place.

    Args:
        vectors: float32, (n, dimension), rows unit length.
    """

    def __init__(self, vectors: Vectors) -> None:
        faiss.omp_set_num_threads(1)
        self._index = faiss.IndexFlatIP(vectors.shape[1])
        self.add(vectors)

    def add(self, vectors: Vectors) -> None:
        """Put vectors after those that there are."""
        if len(vectors):
            self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))

    def __len__(self) -> int:
        """How many vectors there are."""
        return int(self._index.ntotal)

    def cosines(self, query: Vectors) -> Vectors:
        """The cosine of every vector to one unit vector, (dimension,): (n,).

        All are wanted, in their own order, so nothing is sorted: FAISS compares the vectors of all places.
        """
        found = np.empty(len(self), dtype=np.float32)
        if len(self):
            asked = np.ascontiguousarray(query, dtype=np.float32)
            places = np.arange(len(self), dtype=np.int64)
            pointers = (faiss.swig_ptr(found), faiss.swig_ptr(places))
            self._index.compute_distance_subset(1, faiss.swig_ptr(asked), len(self), *pointers)  # type: ignore[attr-defined]
        return found

    def vectors(self, places: NDArray[np.int64]) -> Vectors:
        """The vectors at these places: (len(places), dimension)."""
        return np.asarray(self._all()[places], dtype=np.float32)

    def _all(self) -> Vectors:
        """FAISS's own memory, so that the vectors are held once."""
        if not len(self):
            return np.zeros((0, self._index.d), dtype=np.float32)
        flat = faiss.rev_swig_ptr(self._index.get_xb(), len(self) * self._index.d)
        return np.asarray(flat).reshape(len(self), self._index.d)
