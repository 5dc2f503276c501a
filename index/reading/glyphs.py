"""Glyphs and the letters that they make up: a letter with the marks above and below it is a cluster."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

# A letter has fewer marks than this.
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Glyph:
    """What one glyph stands for, and where.

    Attributes:
        text: One letter, or the letters of a ligature in the order in which they are read.
        start: Its left end.
        end: Its right end.
        base: The height of its base line; higher up on the page is more.
        size: The height of the letters.
        code: The same for the same glyph of the same font; 0 where that is not known.
    """

    text: str
    start: float
    end: float
    base: float
    size: float
    code: int = 0


@dataclass(slots=True)
class Cluster:
    """A letter with its marks.

    Attributes:
        glyph: The letter.
        rank: When it was drawn, from 0.
        marks: In the order in which they are read.
    """

    glyph: Glyph
    rank: int
    marks: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The letter and its marks."""
        return self.glyph.text + "".join(self.marks)

    @property
    def is_space(self) -> bool:
        """Whether it is a space that was drawn."""
        return self.glyph.text.isspace()


def with_marks(glyphs: list[Glyph]) -> list[Cluster]:
    """The letters of a page in the order in which they were drawn, with the marks that are glyphs of their own."""
    clusters: list[Cluster] = []
    waiting: list[str] = []
    for rank, glyph in enumerate(glyphs):
        if not _is_mark(glyph.text):
            clusters.append(Cluster(glyph, rank, waiting))
            waiting = []
        elif _comes_first(glyphs, rank):
            # Drawn from left to right, so that the mark that is read last stands before the others.
            waiting = [glyph.text, *waiting]
        elif clusters:
            clusters[-1].marks.append(glyph.text)
    return clusters


def _comes_first(glyphs: list[Glyph], rank: int) -> bool:
    """Whether a mark was drawn before its letter, as Arabic is that is drawn from left to right."""
    mark = glyphs[rank]
    before = next((one for one in reversed(glyphs[max(0, rank - _NEAR) : rank]) if not _is_mark(one.text)), None)
    after = next((one for one in glyphs[rank + 1 : rank + 1 + _NEAR] if not _is_mark(one.text)), None)
    if after is None or after.text.isspace() or abs(after.base - mark.base) > after.size:
        return False
    if before is None or before.text.isspace() or abs(before.base - mark.base) > before.size:
        return True
    return before.start < after.start and unicodedata.bidirectional(before.text[-1]) != "L"


def _is_mark(text: str) -> bool:
    return all(unicodedata.category(character) == "Mn" for character in text)
