"""The lines of pages become paragraphs of text, in the order in which they are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles
from typing import TYPE_CHECKING

from index.reading.direction import Mirrored, kind, read_line
from index.reading.extract import joined
from index.reading.furniture import without_furniture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.reading.lines import Line

# In heights of the letters: how far apart lines of a paragraph are, at least and at most, and what a line may leave free
# beside the room for a word.
_CLOSEST, _USUAL, _FURTHEST, _SLACK = 0.8, 1.4, 2.2, 0.6
# A wider gap than usual by this parts paragraphs; so do letters of another size by this.
_WIDER, _OTHER_SIZE = 1.25, 0.08
# A line that another follows in its paragraph fills this much of its column; where it fills nearly all, no more is asked.
_FULL, _NEARLY_FULL = 0.6, 0.85
_BULLET = re.compile(r"[•▪●◦‣⁃■□➢➤❖✓]")
_STOPPED = re.compile(r"[.!?؟؛:…][\"'”’»)\]]*$")
# A word that was parted at its hyphen keeps it: whether it has one elsewhere is not to be known.
_PARTED = re.compile(r"\w[-\u00ad\u2010]$|[(\[{«‹]$")
_BEGINS_WITH_STOP = re.compile(r"[\"'”’»)\]]*[.،؛؟!:]")
_BRACKET = re.compile(r"[()\[\]{}«»‹›]")
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("‹", "›"))


@dataclass(frozen=True, slots=True)
class _Page:
    lines: list[Line]
    is_arabic: bool
    leading: float

    def column(self, line: Line) -> tuple[float, float]:
        """The ends of the column that a line stands in."""
        beside = [
            one
            for one in self.lines
            if min(one.end, line.end) >= max(one.start, line.start) and not _is_other(line, one)
        ]
        return min(one.start for one in beside), max(one.end for one in beside)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    lines: list[Line]
    column: tuple[float, float]
    from_right: bool


def text_of(pages: list[list[Line]]) -> str:
    """The text of a document, a line a paragraph.

    Args:
        pages: The lines of each page, in the order in which they were begun.
    """
    kept = without_furniture(pages)
    is_arabic = _mostly_arabic(line for page in kept for line in page)
    paragraphs: list[_Paragraph] = []
    for lines in kept:
        found = _paragraphs(_Page(lines, is_arabic, _leading(lines)))
        if paragraphs and found and _crosses(paragraphs[-1], found[0]):
            first = found.pop(0)
            paragraphs[-1] = _Paragraph(
                paragraphs[-1].lines + first.lines, first.column, paragraphs[-1].from_right or first.from_right
            )
        paragraphs += found
    mirrored = _mirrored([one for one in paragraphs if any(_BRACKET.search(line.seen) for line in one.lines)])
    return joined(_read(one, mirrored) for one in paragraphs)


def _mirrored(paragraphs: list[_Paragraph]) -> Mirrored:
    """Which brackets a file gives as the other of their pair: those that are closed best when they are read so."""
    ways = [Mirrored(right, left) for left in (False, True) for right in (False, True)]
    scores = [_balance(_read(one, way) for one in paragraphs) for way in ways]
    return ways[scores.index(max(scores))]


def _paragraphs(page: _Page) -> list[_Paragraph]:
    groups: list[list[Line]] = []
    for line in page.lines:
        if groups and _goes_on(groups[-1], line, page):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_Paragraph(lines, page.column(lines[0]), _from_right(lines, page)) for lines in groups]


def _leading(lines: list[Line]) -> float:
    """How far apart the lines of a paragraph mostly are on a page, in heights of their letters."""
    steps = [(one.base - two.base) / one.size for one, two in pairwise(lines) if one.size > 0]
    steps = [step for step in steps if _CLOSEST < step < _FURTHEST]
    return quantiles(steps, n=5)[0] if len(steps) > 1 else (steps or [_USUAL])[0]


def _goes_on(above: list[Line], line: Line, page: _Page) -> bool:
    """Whether a line goes on with those above it: not further away than lines are, and where its first word had no room."""
    last = above[-1]
    if not _CLOSEST * last.size < last.base - line.base < _WIDER * page.leading * last.size:
        return False
    if _is_other(last, line) or min(last.end, line.end) <= max(last.start, line.start):
        return False
    from_right = _from_right(above, page)
    first = line.clusters[-1 if from_right else 0]
    return not _BULLET.match(first) and _had_no_room(last, line, page.column(last), from_right=from_right)


def _is_other(one: Line, other: Line) -> bool:
    """Whether the letters of two lines are of different sizes, as those of a heading and a text are."""
    return abs(one.size - other.size) > _OTHER_SIZE * one.size


def _had_no_room(above: Line, line: Line, column: tuple[float, float], *, from_right: bool) -> bool:
    """Whether the first word of a line would not have stood on the line above, or that ends in the middle of a sentence."""
    left, right = column
    filled = (above.end - above.start) / (right - left) if right > left else 1
    if filled < _FULL:
        return False
    if filled > _NEARLY_FULL and not _STOPPED.search(above.clusters[0 if from_right else -1]):
        return True
    room = above.start - left if from_right else right - above.end
    return room < (line.rightmost if from_right else line.leftmost) + _SLACK * above.size


def _from_right(lines: list[Line], page: _Page) -> bool:
    """Whether a paragraph is read from the right: in an Arabic text one with any Arabic, in another one with mostly that."""
    if any(kind(cluster) == "right" for line in lines for cluster in line.clusters):
        return page.is_arabic or _mostly_arabic(lines)
    if not page.is_arabic:
        return False
    # Without an Arabic letter: a number that stands at the right, or words with what ends them at their left.
    left, right = page.column(lines[0])
    if not any(kind(cluster) == "left" for line in lines for cluster in line.clusters):
        return right - lines[0].end < (lines[0].start - left) / 4
    return bool(_BEGINS_WITH_STOP.match(lines[-1].seen)) and not _STOPPED.search(lines[-1].seen)


def _crosses(before: _Paragraph, after: _Paragraph) -> bool:
    """Whether the end of a page parted a paragraph."""
    last, first = before.lines[-1], after.lines[0]
    if _is_other(last, first) or before.from_right != after.from_right:
        return False
    ended = _read(_Paragraph([last], before.column, before.from_right))
    column = (min(before.column[0], after.column[0]), max(before.column[1], after.column[1]))
    return not _STOPPED.search(ended) and _had_no_room(last, first, column, from_right=before.from_right)


def _read(paragraph: _Paragraph, mirrored: Mirrored | None = None) -> str:
    text = ""
    after_arabic = False
    for line in paragraph.lines:
        read = read_line(line.clusters, from_right=paragraph.from_right, mirrored=mirrored, after_arabic=after_arabic)
        letters = [one for one in map(kind, read) if one in {"left", "right"}]
        after_arabic = letters[-1] == "right" if letters else after_arabic
        text += ("" if not text or _PARTED.search(text) else " ") + "".join(read)
    return text.replace("\u00ad", "")


def _balance(texts: Iterable[str]) -> int:
    """How many brackets are closed by their like, less those that are not."""
    score = 0
    for text in texts:
        for opening, closing in _PAIRS:
            depth = 0
            for character in text:
                if character == opening:
                    depth += 1
                elif character == closing:
                    score += 1 if depth else -1
                    depth -= 1 if depth else 0
            score -= depth
    return score


def _mostly_arabic(lines: Iterable[Line]) -> bool:
    kinds = [kind(cluster) for line in lines for cluster in line.clusters]
    return kinds.count("right") > kinds.count("left")
