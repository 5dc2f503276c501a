"""What a trait is told of the question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.match import Reading
    from index.types import Query


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and what was read of it."""

    query: Query
    reading: Reading
