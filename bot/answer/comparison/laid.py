"""The statements of two readouts laid beside each other: which says the same as which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.language import detect_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.comparison.statements import Statement
    from index.beside import Beside
    from index.encoder import Vectors
    from index.library import Library

# So many statements tell the language of a readout.
_TELLING = 5
# How much the words count beside the whole.
_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class Laid:
    """The n statements of one readout beside the m of another.

    Attributes:
        one: The statements of the first.
        other: Those of the second.
        score: How alike they are, about -0.2 to 2; above 0.9 they nearly always tell of the same: (n, m).
        beside: The words of both.
        in_one_language: Whether both are in one language.
    """

    one: tuple[Statement, ...]
    other: tuple[Statement, ...]
    score: Vectors
    beside: Beside
    in_one_language: bool = False

    def is_best(self, at: int, other: int) -> bool:
        """Whether two statements are the most alike of all for each other."""
        here = self.score[at, other]
        return bool(here >= self.score[at].max() and here >= self.score[:, other].max())

    def best(self, least: float) -> Iterator[tuple[int, int]]:
        """The places of the statements that are the most alike of all for each other, and at least so alike, in order."""
        return self.best_among(range(len(self.one)), range(len(self.other)), least)

    def best_among(self, ours: Sequence[int], theirs: Sequence[int], least: float) -> Iterator[tuple[int, int]]:
        """The same among some statements of each, as if there were no others."""
        for at in ours:
            for other in theirs:
                here = self.score[at, other]
                if here >= least and here >= max(self.score[at, theirs].max(), self.score[ours, other].max()):
                    yield at, other


def lay_statements(library: Library, one: Sequence[Statement], other: Sequence[Statement]) -> Laid:
    """Lay statements beside others; each alone, and with what it is read with."""
    n, m = len(one), len(other)
    texts = [*(statement.text for statement in one), *(statement.full for statement in one)]
    others = [*(statement.text for statement in other), *(statement.full for statement in other)]
    beside = library.beside(texts, others)
    cosine = beside.cosine
    whole = np.max([cosine[:n, :m], cosine[n:, m:], cosine[:n, m:], cosine[n:, :m]], axis=0) if n and m else cosine
    words = np.zeros((n, m), dtype=np.float32)
    for row, statement in enumerate(one):
        for column, against in enumerate(other):
            out = beside.borne_out(statement.said, against.full)
            back = beside.borne_back(statement.full, against.said)
            words[row, column] = out + back
    score = np.asarray(whole + _WORDS * words, dtype=np.float32)
    return Laid(tuple(one), tuple(other), score, beside, _is_arabic(one) == _is_arabic(other))


def _is_arabic(statements: Sequence[Statement]) -> bool:
    return detect_language(" ".join(statement.text for statement in statements[:_TELLING])) == "ar"
