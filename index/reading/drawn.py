"""What a page draws that is not as its file tells: letters drawn twice, strokes that stretch words, marks taken for letters."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from index.reading.direction import kind

if TYPE_CHECKING:
    from index.reading.glyphs import Glyph

UNKNOWN = "\ufffd"
STROKE = "ـ"
# In heights of the letters: a letter that is drawn twice to look bold is this near to itself, at most.
_DOUBLED = 0.12
# A sign that is covered by its like this far is a stroke that stretches a word.
_COVERED = 0.5


def mended(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs of a page with what they stand for, each once."""
    strokes = _strokes(glyphs)
    told = [replace(glyph, text=STROKE) if glyph.code in strokes else glyph for glyph in glyphs]
    return _once(_marks_apart(told))


def _strokes(glyphs: list[Glyph]) -> set[int]:
    """The codes of the strokes that stretch words, which some files say are another sign: only these cover each other."""
    found: set[int] = set()
    for before, glyph in pairwise(glyphs):
        is_sign = kind(glyph.text) == "other" and not glyph.text.isspace() and glyph.code == before.code != 0
        apart = abs(glyph.start - before.start)
        if is_sign and glyph.base == before.base and apart < _COVERED * (before.end - before.start):
            found.add(glyph.code)
    return found


def _marks_apart(glyphs: list[Glyph]) -> list[Glyph]:
    """What has no width is a mark; where a file says that it is a letter too, the letter is drawn next."""
    apart: list[Glyph] = []
    waiting: str | None = None
    for glyph in glyphs:
        marks = "".join(one for one in glyph.text if unicodedata.category(one) == "Mn")
        if waiting is not None and glyph.text == UNKNOWN:
            apart[-1] = replace(glyph, text=waiting)
        elif glyph.end == glyph.start and marks and marks != glyph.text:
            apart.append(replace(glyph, text=marks))
            waiting = glyph.text
            continue
        else:
            apart.append(glyph)
        waiting = None
    return apart


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs but for those that repeat one where it stands."""
    kept: list[Glyph] = []
    # Where each text was drawn, by the cells of a grid as wide as a repeat may be away.
    drawn: dict[tuple[str, int, int], Glyph] = {}
    for glyph in glyphs:
        near = _DOUBLED * glyph.size
        column, row = (int(glyph.start // near), int(glyph.base // near)) if near > 0 else (0, 0)
        around = (
            drawn.get((glyph.text, column + across, row + along)) for across in (-1, 0, 1) for along in (-1, 0, 1)
        )
        if glyph.end > glyph.start and any(one is not None and _repeats(glyph, one, near) for one in around):
            continue
        drawn[glyph.text, column, row] = glyph
        kept.append(glyph)
    return kept


def _repeats(glyph: Glyph, drawn: Glyph, near: float) -> bool:
    return abs(glyph.start - drawn.start) < near and abs(glyph.base - drawn.base) < near
