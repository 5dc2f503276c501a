"""The stretch of a library that comes nearest to a quote, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from bot.answer.quotation_alignment import ALIKE, align
from index.language import fold, is_function_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answer.quotation_alignment import Step
    from bot.answer.quotation_sources import Source
    from bot.answer.quotation_text import Words

# Of the words of both, by weight, so many must be the same and in the same order, and so much in all; less is another
# sentence. Of 299 sentences in the readouts of tests/gold 11 come so near to another document's: names in a row, and
# short ones that tell the same of another call.
NEAR = 0.6
LEAST = 2.5
_FUNCTION_WORD = 0.25
# How many stretches are looked at closely, and how much of the quote, by weight, must be about in its place there.
_CLOSELY = 4
_PROMISING = 0.25
_NARROWEST = 4
# A clause that was left out without a sign is at most so many words long.
_LONGEST_CLAUSE = 60


@dataclass(frozen=True, slots=True)
class Nearest:
    """The stretch of a source that comes nearest to a quote.

    Attributes:
        source: What it stands in.
        steps: From the words of the quote to those of the source, by their numbers.
        same: How much is the same, by weight.
        nearness: From 0 to 1.
    """

    source: Source
    steps: tuple[Step, ...]
    same: float
    nearness: float


@dataclass(frozen=True, slots=True)
class _Window:
    """Words of a source, from ``first`` to before ``last``, and how much of the quote is about in its place there."""

    source: Source
    first: int
    last: int
    found: float


def find_nearest(quoted: Words, breaks: frozenset[int], sources: Iterable[Source]) -> Nearest | None:
    """The stretch that comes nearest to a quote; None where nothing comes near.

    Args:
        quoted: The words of the quote.
        breaks: Before which of them an ellipsis stands.
        sources: What is searched; of equally near stretches that of the earlier is taken.
    """
    windows = [window for source in sources for window in _windows(quoted, breaks, source)]
    windows.sort(key=lambda window: -window.found)
    # A stretch that is much worse than the best may have been cut off inside of that.
    least = max(_PROMISING * sum(map(weight, quoted.keys)), windows[0].found / 2 if windows else 0.0)
    near = [_align(quoted, breaks, window) for window in windows[:_CLOSELY] if window.found >= least]
    best = max(near, key=lambda one: one.nearness, default=None)
    return best if best is not None and best.nearness >= NEAR and best.same >= LEAST else None


@lru_cache(maxsize=1 << 16)
def weight(word: str) -> float:
    """How much a word tells of where a quote is from."""
    return _FUNCTION_WORD if is_function_word(fold(word).text) else 1.0


def _windows(quoted: Words, breaks: frozenset[int], source: Source) -> list[_Window]:
    """Where the words of a quote stand about as far from each other as in the quote.

    A word's place in the source less its place in the quote is the same for all words of a true quote, and nearly the
    same where words were added or left out.
    """
    places: dict[str, list[int]] = {}
    for number, word in enumerate(quoted.keys):
        places.setdefault(word, []).append(number)
    if any(weight(word) == 1.0 for word in places):
        places = {word: numbers for word, numbers in places.items() if weight(word) == 1.0}
    length = len(quoted.keys)
    width = max(_NARROWEST, length // 2)
    bins: dict[int, set[int]] = {}
    for at, word in enumerate(source.words.keys):
        for number in places.get(word, ()):
            bins.setdefault((at - number) // width, set()).add(number)
    found = {one: _found(quoted, bins[one] | bins.get(one + 1, set())) for one in bins}
    windows: list[_Window] = []
    for one in sorted(found, key=lambda one: -found[one])[:_CLOSELY]:
        beside = [other for other in found if _goes_on(one, other, found, width, breaks)]
        first = (min(beside) - 1) * width
        last = (max(beside) + 3) * width + length
        windows.append(_Window(source, max(0, first), min(last, len(source.words.keys)), found[one]))
    return windows


def _goes_on(one: int, other: int, found: dict[int, float], width: int, breaks: frozenset[int]) -> bool:
    """Whether the quote may go on in another bin, after words that were left out."""
    is_reached = bool(breaks) or abs(one - other) * width <= _LONGEST_CLAUSE
    return one == other or (is_reached and found[other] >= 0.3 * found[one])


def _found(quoted: Words, numbers: Iterable[int]) -> float:
    return sum(weight(quoted.keys[number]) for number in numbers)


def _align(quoted: Words, breaks: frozenset[int], window: _Window) -> Nearest:
    words = window.source.words.keys
    local = align(quoted.keys, words[window.first : window.last], breaks)
    steps = tuple((ours, None if theirs is None else theirs + window.first) for ours, theirs in local)
    same = total = 0.0
    for ours, theirs in steps:
        weights = [weight(quoted.keys[ours])] if ours is not None else []
        weights += [weight(words[theirs])] if theirs is not None else []
        total += sum(weights)
        if ours is not None and theirs is not None:
            same += likeness(quoted.keys[ours], words[theirs]) * min(weights)
    total -= sum(weight(words[theirs]) for theirs in left_out(steps, breaks))
    # Twice what both have over what each has.
    return Nearest(window.source, steps, same, 2 * same / total if total else 0.0)


def left_out(steps: Sequence[Step], breaks: frozenset[int]) -> list[int]:
    """The words of the source, by their numbers, that an ellipsis stands for."""
    found: list[int] = []
    following = 0
    for ours, theirs in steps:
        following = following if ours is None else ours + 1
        if ours is None and theirs is not None and following in breaks:
            found.append(theirs)
    return found


def likeness(one: str, other: str) -> float:
    """1 for the same word, one half for two forms of one, else 0."""
    if one == other:
        return 1.0
    return 0.5 if Indel.normalized_similarity(one, other) >= ALIKE else 0.0
