"""What a trait is told of the question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.encoder import Vectors
    from index.match import Reading
    from index.types import Query
    from index.within import Within


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, what was read of it, where it is looked at, and the score of every passage before its traits.

    That is NaN for those not weighed.
    """

    query: Query
    reading: Reading
    within: Within
    score: Vectors
