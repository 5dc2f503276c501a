"""Which texts are nearly the same: by the runs of three words that they share.

The share is Jaccard's, of Broder's "On the resemblance and containment of documents" (1997); so is the sketch, the
smallest hashes of a text, by which texts that share little are passed over without being read again.
"""

from __future__ import annotations

import heapq
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ALIKE = 0.8
"""From this share on two texts are told as nearly the same."""

_RUN = 3
_SKETCH = 16
# Of texts that share four fifths, the sketches share nearly as much; those that share less than a quarter are not read.
_LIKELY = 4
_ROOM = 1.2
_WORD = re.compile(r"\w+")
# Harakat and tatweel.
_MARKS = re.compile(r"[\u064b-\u0652\u0640]")


@dataclass(frozen=True, slots=True)
class Resembling:
    """A document that is nearly the same as a text.

    Attributes:
        document: Its id.
        share: How much of both is the same, 0 to 1.
    """

    document: str
    share: float


@dataclass(frozen=True, slots=True)
class Held:
    """A text that is held already, without the text.

    Attributes:
        document: The document's id.
        fingerprint: Tells its text from any other.
        length: In characters.
    """

    document: str
    fingerprint: str
    length: int


def share(one: str, other: str) -> float:
    """How much of two texts is the same, 0 to 1, whatever their letters' case, their harakat and their punctuation."""
    first, second = _runs(one), _runs(other)
    return len(first & second) / len(first | second) if first or second else 1.0


class Resemblance:
    """Finds the text that is most like another; remembers the sketches of those that it has looked at."""

    def __init__(self) -> None:
        self._sketches: dict[str, frozenset[int]] = {}

    def most_alike(self, text: str, held: Iterable[Held], read: Callable[[str], str]) -> Resembling | None:
        """The text that is nearly the same as another, and most so; None where none is.

        Args:
            text: The other.
            held: The texts to look among.
            read: Gives the text of a document.
        """
        runs = _runs(text)
        if not runs:
            return None
        sketch = _sketch(runs)
        best: Resembling | None = None
        for one in held:
            # Texts that share so much are of about one length, but for white space and marks.
            if not ALIKE / _ROOM < one.length / len(text) < _ROOM / ALIKE:
                continue
            known = self._sketches.get(one.fingerprint)
            if known is None:
                known = self._sketches[one.fingerprint] = _sketch(_runs(read(one.document)))
            if len(known & sketch) * _LIKELY < min(len(known), len(sketch)):
                continue
            other = _runs(read(one.document))
            alike = len(runs & other) / len(runs | other)
            if alike >= ALIKE and (best is None or alike > best.share):
                best = Resembling(one.document, alike)
        return best


def _runs(text: str) -> set[int]:
    """The runs of words of a text; a text of fewer words is one run."""
    words = _WORD.findall(_MARKS.sub("", text).casefold())
    if 0 < len(words) < _RUN:
        return {hash(tuple(words))}
    return set(map(hash, zip(*(words[first:] for first in range(_RUN)), strict=False)))


def _sketch(runs: set[int]) -> frozenset[int]:
    return frozenset(heapq.nsmallest(_SKETCH, runs))
