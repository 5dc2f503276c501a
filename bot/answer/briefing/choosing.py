"""Which passages are told within a length: the weightiest, but of no two that say the same both, and of each subject some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.answer.briefing.sameness import repeats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.briefing.material import Material
    from bot.answer.briefing.types import Subject
    from index.encoder import Vectors

# How much of its worth a line loses with each one on its subject that is told already.
_BALANCE = 0.9
# How much being like a line that is told already takes away.
_NOVELTY = 0.5
# A longer line must be worth more: its worth is divided by its length to this power.
_LENGTH = 0.5


def choose(
    material: Material,
    worth: Vectors,
    subjects: Sequence[Subject],
    length: int,
    told: Sequence[int] = (),
) -> tuple[list[int], list[int], list[int]]:
    """Choose passages, best first.

    Args:
        material: What is chosen from.
        worth: (n,), of each candidate; those of 0 are never chosen.
        subjects: What each is about.
        length: At most so many characters.
        told: The candidates that were told before.

    Returns:
        The rows that are chosen, in the order of choosing; those that repeat one of these; those that repeat what was told.
    """
    likeness = material.likeness
    same = repeats(material)
    before = np.zeros(len(worth), dtype=bool)
    before[list(told)] = True
    stale = [row for row in range(len(worth)) if worth[row] > 0 and (before[row] or (same[row] & before).any())]
    sizes = np.array([len(one.passage.text) for one in material.candidates], dtype=np.float32)
    left = [row for row in range(len(worth)) if worth[row] > 0 and row not in set(stale)]
    chosen: list[int] = []
    repeated: list[int] = []
    room = length
    while left:
        gains = [_gain(row, worth, chosen, subjects, likeness) / float(sizes[row]) ** _LENGTH for row in left]
        row = left.pop(int(np.argmax(gains)))
        if same[row, chosen].any():
            repeated.append(row)
        elif sizes[row] <= room:
            chosen.append(row)
            room -= int(sizes[row])
    return chosen, repeated, stale


def _gain(row: int, worth: Vectors, chosen: Sequence[int], subjects: Sequence[Subject], likeness: Vectors) -> float:
    if not chosen:
        return float(worth[row])
    on_subject = sum(1 for other in chosen if subjects[other] == subjects[row])
    alike = min(1.0, float(likeness[row, list(chosen)].max()))
    return float(worth[row]) * _BALANCE**on_subject * (1 - _NOVELTY * alike**2)
