"""What a briefing is chosen from: the passages that can stand as a line, and how alike they are.

A line can be any sentence but a title that is repeated, who the source is, and a question that a reporter asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.answer.attribution.issuer import QUESTION
from bot.answer.briefing.cues import CUES, find_cues
from bot.answer.briefing.wording import Weights, Wording, read_wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.briefing.types import Readout
    from index.encoder import Vectors
    from index.types import Document, Passage

_SOURCE = re.compile(r"^\W*(?:sources?|المصدر|المصادر)\s*:", re.IGNORECASE)
_CLOSERS = "\"'”’»)] \u200f\u200e"
# So much of the words of one of the first passages are the title's: then it is the title.
_TITLE = 0.75
_FIRST = 4
# A line of fewer words says nothing alone.
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that can stand as a line.

    Attributes:
        readout: The number of its readout.
        place: Its place among the candidates of that, from 0.
        passage: The passage.
        wording: Its words.
        cues: What it does: whether each of ``CUES``.
    """

    readout: int
    place: int
    passage: Passage
    wording: Wording
    cues: tuple[bool, ...]

    @property
    def is_silence(self) -> bool:
        """Whether it says that something was not spoken of."""
        return self.cues[CUES.index("silence")]


@dataclass(frozen=True, slots=True)
class Material:
    """All that a briefing is chosen from.

    Attributes:
        readouts: The readouts.
        candidates: The passages that can stand as a line, readout by readout.
        vectors: float32, (n, dimension), of the candidates.
        cosines: (n, n), between their vectors.
        shares: (n, n): how much of the words of each the other has.
    """

    readouts: tuple[Readout, ...]
    candidates: tuple[Candidate, ...]
    vectors: Vectors
    cosines: Vectors
    shares: Vectors

    @property
    def common(self) -> Vectors:
        """(n, n), symmetric: how much of their words both share, 0 to 1."""
        return np.asarray((self.shares + self.shares.T) / 2, dtype=np.float32)

    @property
    def likeness(self) -> Vectors:
        """(n, n), symmetric: the cosine and how much of the words both share, added up; 0 to 2."""
        return np.asarray(np.maximum(self.cosines, 0) + self.common, dtype=np.float32)


def lay_out(readouts: Sequence[Readout]) -> Material:
    """What can be told of some readouts."""
    candidates = tuple(
        Candidate(number, place, passage, read_wording(passage.text), find_cues(passage.text))
        for number, readout in enumerate(readouts)
        for place, passage in enumerate(_lines(readout.document, readout.passages))
    )
    rows = [readouts[one.readout].vectors[one.passage.number] for one in candidates]
    vectors = np.stack(rows) if rows else np.zeros((0, 1), dtype=np.float32)
    wordings = [one.wording for one in candidates]
    shares = Weights(wordings).shares(wordings, wordings)
    return Material(tuple(readouts), candidates, vectors, np.asarray(vectors @ vectors.T, dtype=np.float32), shares)


def _lines(document: Document, passages: Sequence[Passage]) -> list[Passage]:
    title = read_wording(document.title).every
    return [one for one in passages if _can_stand(one) and not (one.number < _FIRST and _repeats(one, title))]


def _can_stand(passage: Passage) -> bool:
    text = passage.text
    if passage.kind != "sentence" or _SOURCE.match(text) or QUESTION.match(text):
        return False
    return len(text.split()) >= _FEWEST_WORDS and not text.rstrip(_CLOSERS).endswith(("?", "؟"))


def _repeats(passage: Passage, title: frozenset[str]) -> bool:
    words = read_wording(passage.text).keys
    return not words or sum(1 for word in words if not word.isdisjoint(title)) / len(words) > _TITLE
