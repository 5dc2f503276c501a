"""Whether a passage holds a value of the kind that a query seeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.holds import BITS

if TYPE_CHECKING:
    from index.encoder import Vectors
    from index.shelf import Ints, Shelf
    from index.traits.asked import Asked


def value(asked: Asked, shelf: Shelf, numbers: Ints) -> dict[str, Vectors]:
    """1 where what is sought is held, where a cause is told and why is asked, where a byline is not asked for."""
    held = shelf.holds[numbers]
    seeks = asked.query.seeks
    byline = ((held & BITS["publication"]) > 0).astype(np.float32)
    none = np.zeros(len(numbers), dtype=np.float32)
    found = none if seeks is None else ((held & BITS[seeks]) > 0).astype(np.float32)
    return {
        "holds": found,
        "holds_published": found if seeks == "publication" else none,
        "cause": ((held & BITS["cause"]) > 0) * np.float32(asked.reading.kind == "why"),
        "byline": byline * (seeks != "publication"),
    }
