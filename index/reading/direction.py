"""From the order in which a line is seen to the one in which it is read.

What a page shows from left to right was laid out by the Unicode Bidirectional Algorithm (UAX #9); this undoes it, for
one line of a paragraph whose direction is known. By that algorithm a number after an Arabic letter keeps together only
what one separator joins (01.07.2025, 22:10); a sign beside it (%) goes with the Arabic.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal["right", "left", "figure", "other"]

_SEPARATOR = re.compile(r"[.,:/٫٬،\u00a0]")
_SIGN = re.compile(r"[%٪$€£°+\-\u2212#]")
_OTHER = dict(zip("()[]{}«»‹›<>", ")(][}{»«›‹><", strict=True))
_BRACKETS = {one: name for name in ("()", "[]", "{}", "«»", "‹›") for one in name}


def kind(cluster: str) -> Kind:
    """Which way a letter is read; figures have a way of their own, and other signs go with what stands around them."""
    for character in cluster:
        of = unicodedata.bidirectional(character)
        if of in {"R", "AL"}:
            return "right"
        if of == "L":
            return "left"
        if of == "EN" or (of == "AN" and character.isdecimal()):
            return "figure"
    return "other"


@dataclass(frozen=True, slots=True)
class Mirrored:
    """Which brackets a file gives as the other of their pair.

    Attributes:
        right: Those that are read from the right, which it gives by their shape.
        left: Those that are read from the left, which it gives as those from the right that have their shape.
    """

    right: bool = False
    left: bool = False


def read_line(
    clusters: Sequence[str], *, from_right: bool, mirrored: Mirrored | None = None, after_arabic: bool = False
) -> list[str]:
    """The letters of a line, with their marks, in the order in which they are read.

    Args:
        clusters: From left to right.
        from_right: Whether its paragraph begins at the right.
        mirrored: Which brackets are given as the other of their pair.
        after_arabic: Whether the last letter before the line, in its paragraph, is Arabic.
    """
    mirrored = mirrored or Mirrored()
    if from_right:
        return _Turning(clusters[::-1], mirrored, after_arabic=after_arabic).read()
    kinds = [kind(one) for one in clusters]
    read: list[str] = []
    at = 0
    while at < len(clusters):
        end = at + 1
        if kinds[at] == "right":
            for later in range(end, len(clusters)):
                if kinds[later] == "left":
                    break
                end = later + 1 if kinds[later] == "right" else end
            read += _Turning(clusters[at:end][::-1], mirrored, after_arabic=True).read()
        else:
            read.append(_bracket(clusters[at], is_other=mirrored.left))
        at = end
    return read


def _bracket(cluster: str, *, is_other: bool) -> str:
    return _OTHER.get(cluster, cluster) if is_other else cluster


def reads_backwards(text: str) -> bool:
    """Whether the letters of Arabic words stand in the wrong order: words end with what begins words, and the reverse."""
    forth = len(re.findall(r"\bال\w{2}|\w[ةى]\b", text))
    back = len(re.findall(r"\w{2}لا\b|\b[ةى]\w", text))
    return back > forth + 2


class _Turning:
    """A line that is read from the right, given from right to left; Latin and figures in it are turned."""

    def __init__(self, clusters: Sequence[str], mirrored: Mirrored, *, after_arabic: bool) -> None:
        self._clusters = clusters
        self._kinds = [kind(one) for one in clusters]
        self._mirrored = mirrored
        self._after_arabic = after_arabic
        self._open: set[str] = set()

    def read(self) -> list[str]:
        """The clusters as they are read."""
        read: list[str] = []
        at = 0
        while at < len(self._clusters):
            one = self._clusters[at]
            if self._kinds[at] in {"left", "figure"} or self._signs_a_figure(at):
                end = self._end_of_run(at)
                run = self._clusters[at:end][::-1]
                read += [_bracket(one, is_other=self._mirrored.left) for one in run]
                self._after_arabic = self._after_arabic and "left" not in self._kinds[at:end]
                at = end
                continue
            if self._kinds[at] == "right":
                self._after_arabic = True
            elif one in _BRACKETS:
                self._open ^= {_BRACKETS[one]}
            read.append(_bracket(one, is_other=self._mirrored.right))
            at += 1
        return read

    def _signs_a_figure(self, at: int) -> bool:
        """Whether a sign is read as a part of the number beside it, as one is that no Arabic stands before."""
        return (
            not self._after_arabic
            and bool(_SIGN.fullmatch(self._clusters[at]))
            and self._kinds[at + 1 : at + 2] == ["figure"]
        )

    def _end_of_run(self, start: int) -> int:
        """One past the last, leftmost, cluster of a stretch that is read from the left."""
        end = start + 1
        while True:
            further = next((at for at in range(end, len(self._kinds)) if self._kinds[at] != "other"), None)
            if further is None or self._kinds[further] == "right" or not self._is_one(start, end, further):
                break
            end = further + 1
        while end < len(self._clusters) and self._closes(start, end):
            end += 1
        ends_with_sign = not self._after_arabic and self._kinds[end - 1] == "figure" and end < len(self._clusters)
        return end + 1 if ends_with_sign and _SIGN.fullmatch(self._clusters[end]) else end

    def _closes(self, start: int, at: int) -> bool:
        """Whether a bracket has its other half in the stretch beside it."""
        name = _BRACKETS.get(self._clusters[at])
        inside = [_BRACKETS.get(one) for one in self._clusters[start:at]]
        return name is not None and inside.count(name) % 2 == 1

    def _is_one(self, start: int, end: int, further: int) -> bool:
        """Whether what stands at ``further`` is of the stretch from ``start`` to ``end``, with what is between them."""
        between = self._clusters[end:further]
        if not between:
            return True
        # Not beyond the bracket that closes what was opened before the stretch.
        brackets = {_BRACKETS[one] for one in between if one in _BRACKETS}
        if self._kinds[end - 1] == self._kinds[further] == "left":
            return not brackets & self._open
        if brackets:
            return False
        if "left" in (*self._kinds[start:end], self._kinds[further]):
            # A number beside Latin letters goes with them (Boeing 737), but one in Arabic figures comes after them.
            return self._kinds[further] == "left" or self._clusters[further].isascii() or self._follows_latin(further)
        joint = between[0]
        if len(between) == 1 and (_SEPARATOR.fullmatch(joint) or (not self._after_arabic and _SIGN.fullmatch(joint))):
            return True
        return self._follows_latin(further)

    def _follows_latin(self, at: int) -> bool:
        """Whether the first letter to the left of a figure is Latin, with no bracket between."""
        for cluster, of in zip(self._clusters[at + 1 :], self._kinds[at + 1 :], strict=True):
            if of == "right" or cluster in _BRACKETS:
                return False
            if of == "left":
                return True
        return False
