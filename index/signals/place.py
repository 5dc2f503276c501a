"""Where a passage stands, and how long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from index.collection import Channel, Ints
    from index.encoder import Vectors
    from index.match import Match

# The logarithm of some twenty words, the length of a sentence that tells one thing.
_USUAL = 3.0


def place(match: Match, channel: Channel, at: Ints) -> dict[str, Vectors]:  # noqa: ARG001 - as all signals
    """Logarithms of the place in the paragraph and of the number of words."""
    length = np.log(channel.length[at])
    position = channel.position[at]
    return {
        "position": np.log1p(position),
        "first": position == 0,
        "length": length,
        "length_unusual": (length - _USUAL) ** 2,
    }
