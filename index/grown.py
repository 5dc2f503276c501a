"""Arrays that grow at their end without being written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)

# Of the rows that there are, the share for which room is kept; memory that is never written to costs nothing.
_ROOM = 8


class Grown(Generic[Number]):
    """Rows of one length, in one array with room after them.

    Args:
        rows: The first rows, (n, ...).
    """

    def __init__(self, rows: NDArray[Number]) -> None:
        self._held: NDArray[Any] = _with_room(rows, len(rows))
        self._size = len(rows)

    @property
    def rows(self) -> NDArray[Number]:
        """All rows; a view, which stays as it is when more are added."""
        return self._held[: self._size]

    def add(self, rows: NDArray[Number]) -> None:
        """Put rows after those that there are."""
        size = self._size + len(rows)
        if size > len(self._held):
            self._held = _with_room(self.rows, size)
        self._held[self._size : size] = rows
        self._size = size


def _with_room(rows: NDArray[Number], size: int) -> NDArray[Number]:
    held = np.empty((size + size // _ROOM + 1, *rows.shape[1:]), dtype=rows.dtype)
    held[: len(rows)] = rows
    return held
