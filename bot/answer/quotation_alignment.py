"""Two rows of words laid beside each other: the cheapest way to make the quote out of a stretch of its source.

Written by hand because the alignments of rapidfuzz charge for what stands before and after the stretch, and charge a
clause that was left out as dearly as so many single words; it tells here how alike two words are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Step = tuple[int | None, int | None]
"""The numbers of a word of the quote and of the word of the source that stands in its place, if there is one."""

# What a change costs. Words of the source that are left out cost hardly more together than one: a clause goes as a whole.
_OTHER_WORD = 20
_LIKE_WORD = 12
_ADDED, _ADDED_WORD = 10, 11
_LEFT_OUT, _LEFT_OUT_WORD = 18, 2
ALIKE = 0.7
"""Words at least so alike, from 0 to 1, are taken for two forms of one, or for a slip."""


def align(quoted: Sequence[str], source: Sequence[str], breaks: frozenset[int]) -> list[Step]:
    """The steps from the quote to the stretch of the source that comes nearest, in the order of both.

    Args:
        quoted: The words of the quote.
        source: The words that it is looked for in; what stands before and after the stretch costs nothing.
        breaks: Before which words of the quote an ellipsis stands: what the source has there costs nothing either.
    """
    changed = _costs(quoted, source)
    rows, columns = changed.shape
    places = np.arange(columns + 1, dtype=np.int64)
    # Before the words that the source alone has are counted in, and after.
    before = np.zeros((rows + 1, columns + 1), np.int64)
    after = np.zeros_like(before)
    inserted = np.full_like(before, 1 << 40)
    for row in range(1, rows + 1):
        inserted[row] = np.minimum(inserted[row - 1], after[row - 1] + _ADDED) + _ADDED_WORD
        before[row] = inserted[row]
        before[row, 1:] = np.minimum(before[row, 1:], after[row - 1, :-1] + changed[row - 1])
        run, word = _gap(row, breaks)
        reached = np.minimum.accumulate(before[row] - word * places)
        after[row] = before[row]
        after[row, 1:] = np.minimum(before[row, 1:], reached[:-1] + run + word * places[1:])
    return _way_back(before, after, inserted, changed, breaks)


def _costs(quoted: Sequence[str], source: Sequence[str]) -> NDArray[np.int64]:
    """What it costs to put each word of the source in the place of each word of the quote."""
    ours, theirs = list(dict.fromkeys(quoted)), list(dict.fromkeys(source))
    alike = cdist(ours, theirs, scorer=Indel.normalized_similarity, score_cutoff=ALIKE, dtype=np.float32)
    costs = np.where(alike > 0, _LIKE_WORD, _OTHER_WORD).astype(np.int64)
    numbers = {word: number for number, word in enumerate(theirs)}
    for row, word in enumerate(ours):
        if word in numbers:
            costs[row, numbers[word]] = 0
    row_of = {word: number for number, word in enumerate(ours)}
    return costs[np.ix_([row_of[word] for word in quoted], [numbers[word] for word in source])]


def _gap(row: int, breaks: frozenset[int]) -> tuple[int, int]:
    return (0, 0) if row in breaks else (_LEFT_OUT, _LEFT_OUT_WORD)


def _way_back(
    before: NDArray[np.int64],
    after: NDArray[np.int64],
    inserted: NDArray[np.int64],
    changed: NDArray[np.int64],
    breaks: frozenset[int],
) -> list[Step]:
    row, column = len(changed), int(before[-1].argmin())
    steps: list[Step] = []
    while row:
        cost = before[row, column]
        if column and cost == after[row - 1, column - 1] + changed[row - 1, column - 1]:
            row, column = row - 1, column - 1
            steps.append((row, column))
        else:
            while True:
                cost = inserted[row, column] - _ADDED_WORD
                row -= 1
                steps.append((row, None))
                if cost == after[row, column] + _ADDED:
                    break
        if row and before[row, column] != after[row, column]:
            run, word = _gap(row, breaks)
            first = column - 1
            while before[row, first] + run + word * (column - first) != after[row, column]:
                first -= 1
            steps.extend((None, place) for place in range(column - 1, first - 1, -1))
            column = first
    return steps[::-1]
