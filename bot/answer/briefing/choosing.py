"""Which passages are told within a length: the weightiest, but of no two that say the same both, and of each subject some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.briefing.weighing import Weighed

# How much of its worth a line loses with each one on its subject that is told already.
_BALANCE = 0.9
# How much being like a line that is told already takes away.
_NOVELTY = 0.5
# A longer line must be worth more: its worth is divided by its length to this power.
_LENGTH = 0.5


def choose(weighed: Weighed, length: int, told: Sequence[int] = ()) -> tuple[list[int], list[int], list[int]]:
    """Choose passages, best first.

    Args:
        weighed: What is chosen from; what is worth nothing is never chosen.
        length: At most so many characters.
        told: The candidates that were told before.

    Returns:
        The rows that are chosen, in the order of choosing; those that repeat one of these; those that repeat what was told.
    """
    worth, relations = weighed.worth, weighed.relations
    likeness, same = np.minimum(relations.likeness, 1), relations.repeats
    sizes = np.array([len(one.passage.text) for one in weighed.candidates], dtype=np.float32)
    before = np.zeros(len(worth), dtype=np.bool_)
    before[list(told)] = True
    stale = (worth > 0) & (before | same[:, before].any(axis=1))
    value = np.where(stale, 0, worth) / sizes**_LENGTH
    about = np.array(weighed.subjects)
    alike = np.zeros(len(worth), dtype=np.float32)
    chosen: list[int] = []
    repeated: list[int] = []
    room = length
    while value.max(initial=0) > 0:
        row = int(np.argmax(value * (1 - _NOVELTY * alike**2)))
        if same[row, chosen].any():
            repeated.append(row)
        elif sizes[row] <= room:
            chosen.append(row)
            room -= int(sizes[row])
            value[about == about[row]] *= _BALANCE
            alike = np.maximum(alike, likeness[row])
        value[row] = 0
    return chosen, repeated, np.flatnonzero(stale).tolist()
