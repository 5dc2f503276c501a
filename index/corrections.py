"""What became of each passage when a document was corrected: told later to those who were given one that changed."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import Indel

from index.language import normalise
from index.words import normal, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from index.types import Passage

Offsets = tuple[int, int]
Became = Literal["unchanged", "reworded", "gone", "new"]

# Of 1,604 pairs of sentences of one readout (the seed and those of the tests) two reach this, which say the same; all
# others stay below .48.
_ALIKE = 0.5
_FEWEST = 0.25
# How many of the other version's passages, the nearest by their place, one is compared with.
_NEAREST = 400


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one passage.

    Attributes:
        kind: ``unchanged`` byte for byte, wherever it stands now; ``reworded``; ``gone``; or ``new``.
        old: Its offsets in the text of the version before; None where it is new.
        new: Its offsets in the text of the new version; None where it is gone.
        likeness: Of the two, 0 to 1; 0 where there is one alone.
    """

    kind: Became
    old: Offsets | None
    new: Offsets | None
    likeness: float


@dataclass(frozen=True, slots=True)
class Correction:
    """That a version replaced another.

    Attributes:
        number: Counts the corrections of a library; one that is made later has a higher one.
        at: When it was made, with its time zone.
        shelf: The shelf of both.
        old: The id of the version before.
        new: The id of the one that replaced it.
        changes: Of every passage of either version: those of the old one in their order, then what is new.
    """

    number: int
    at: datetime
    shelf: str
    old: str
    new: str
    changes: tuple[Change, ...]

    def of(self, start: int, end: int) -> tuple[Change, ...]:
        """What became of the passages that a stretch of the old version touches."""
        return tuple(one for one in self.changes if one.old is not None and one.old[0] < end and start < one.old[1])


def compare(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[Change, ...]:
    """What became of the passages of a version. A passage becomes one other at most."""
    old, new = [passage.text for passage in before], [passage.text for passage in after]
    became: dict[int, tuple[int, float]] = {at: (to, 1.0) for at, to in _same(old, new)}
    left = [at for at in range(len(old)) if at not in became]
    free = sorted(set(range(len(new))) - {to for to, _ in became.values()})
    taken: set[int] = set()
    for likeness, at, to in sorted(_alike(old, new, left, free), key=lambda one: (-one[0], one[1], one[2])):
        if at not in became and to not in taken:
            became[at] = to, likeness
            taken.add(to)
    changes: list[Change] = []
    for at, passage in enumerate(before):
        if at in became:
            to, likeness = became[at]
            kind: Became = "unchanged" if old[at] == new[to] else "reworded"
            changes.append(Change(kind, _offsets(passage), _offsets(after[to]), likeness))
        else:
            changes.append(Change("gone", _offsets(passage), None, 0.0))
    changes += [Change("new", None, _offsets(after[to]), 0.0) for to in free if to not in taken]
    return tuple(changes)


def _offsets(passage: Passage) -> Offsets:
    return passage.start, passage.end


def _same(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Passages that stand in both versions: those in the same order first, then those that were moved."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    pairs = [(block.a + step, block.b + step) for block in blocks for step in range(block.size)]
    kept, taken = {at for at, _ in pairs}, {to for _, to in pairs}
    moved: dict[str, list[int]] = {}
    for to in reversed(range(len(new))):
        if to not in taken:
            moved.setdefault(new[to], []).append(to)
    for at, text in enumerate(old):
        if at not in kept and moved.get(text):
            pairs.append((at, moved[text].pop()))
    return pairs


def _alike(
    old: Sequence[str], new: Sequence[str], left: list[int], free: list[int]
) -> Iterator[tuple[float, int, int]]:
    """Pairs that may be one passage reworded: how alike they are, and their numbers."""
    if not left or not free:
        return
    read = {to: _read(new[to]) for to in free}
    for place, at in enumerate(left):
        text, words = _read(old[at])
        middle = place * len(free) // len(left)
        first = max(0, min(middle - _NEAREST // 2, len(free) - _NEAREST))
        for to in free[first : first + _NEAREST]:
            other, other_words = read[to]
            by_words = Indel.normalized_similarity(words, other_words)
            # The letters take longer to compare, and those of any two sentences are half the same.
            if by_words >= _FEWEST:
                likeness = (by_words + Indel.normalized_similarity(text, other)) / 2
                if likeness >= _ALIKE:
                    yield likeness, at, to


def _read(text: str) -> tuple[str, list[str]]:
    return normalise(text), [normal(word) for word in split_words(text)]
