"""What a passage is, whichever channel it is read in: the kinds of value that it holds, its heading, its place in time.

A trait takes what is asked, the shelf, and the numbers of passages; it gives named values, one a passage. A new one is a
module and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from index.encoder import Vectors
from index.shelf import Ints, Shelf
from index.traits.asked import Asked
from index.traits.dated import dated
from index.traits.heading import heading
from index.traits.order import order
from index.traits.sequence import sequence
from index.traits.source import source
from index.traits.value import value
from index.traits.verbatim import verbatim

Trait = Callable[[Asked, Shelf, Ints], Mapping[str, Vectors]]
TRAITS: Sequence[Trait] = (value, heading, order, sequence, source, dated, verbatim)

__all__ = ["TRAITS", "Asked", "find_traits"]


def find_traits(asked: Asked, shelf: Shelf, numbers: Ints) -> dict[str, Vectors]:
    """All traits of some passages, by their names: (len(numbers),) each."""
    return {
        name: np.asarray(found, dtype=np.float32)
        for trait in TRAITS
        for name, found in trait(asked, shelf, numbers).items()
    }
