"""The signals by which passages are ranked in a channel, each group in its own module.

A signal takes a match, its channel, and the places of the passages that are weighed; it gives named values, one a passage.
A new one is a module and a line here; what it counts is learned (``benchmarks/learn_ranking.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from index.collection import Channel, Ints
from index.encoder import Vectors
from index.match import Match
from index.signals.answer import answer
from index.signals.context import context
from index.signals.dense import dense
from index.signals.lexical import lexical
from index.signals.names import names
from index.signals.place import place
from index.signals.soft import soft, within

if TYPE_CHECKING:
    from collections.abc import Sequence

Signal = Callable[[Match, Channel, Ints], Mapping[str, Vectors]]
SIGNALS: Sequence[Signal] = (dense, soft, within, context, lexical, names, answer, place)


def measure(match: Match, channel: Channel, at: Ints) -> dict[str, Vectors]:
    """All signals of some passages, by their names: (len(at),) each."""
    return {
        name: np.asarray(value, dtype=np.float32)
        for signal in SIGNALS
        for name, value in signal(match, channel, at).items()
    }
