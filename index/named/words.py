"""A text as letters, one for each word and mark, so that a pattern can tell what its words are to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Iterable

    from index.gazetteer import FoundName

Span = tuple[int, int]
# A letter, where what it stands for is in the text, and that folded.
Letter = tuple[str, Span, str]

# A line that is shorter than this share of the longest ends what it tells; another was only wrapped.
_WRAPPED = 0.7


@dataclass(frozen=True, slots=True)
class Words:
    """A text as letters; which letter means what is told where they are made.

    Attributes:
        letters: One for each word and mark.
        spans: Where each stands in the text.
        forms: Each folded.
    """

    letters: str
    spans: tuple[Span, ...]
    forms: tuple[str, ...]

    def span(self, start: int, end: int) -> Span:
        """The offsets in the text of ``letters[start:end]``."""
        return self.spans[start][0], self.spans[end - 1][1]


def join(letters: Iterable[Letter]) -> Words:
    """The text that letters in their order are of."""
    told = list(letters)
    return Words(
        "".join(one for one, _, _ in told), tuple(span for _, span, _ in told), tuple(form for *_, form in told)
    )


def name_at(names: deque[FoundName], start: int, end: int) -> FoundName | None:
    """The name that a word belongs to; those that end before it are taken away, so words must be asked for in order."""
    while names and names[0].end <= start:
        names.popleft()
    return names[0] if names and names[0].start < end else None


def longest_line(text: str) -> int:
    """The length of the longest line of a text."""
    return max(map(len, text.splitlines()), default=0)


def breaks(text: str, end: int, start: int, longest: int) -> bool:
    """Whether the line ends between two words, and what it tells does, too.

    Args:
        text: As written.
        end: Where the first word ends.
        start: Where the second begins.
        longest: How long the longest line of the text is.
    """
    lines = text.count("\n", end, start)
    if lines != 1:
        return lines > 1
    return end - (text.rfind("\n", 0, end) + 1) < _WRAPPED * longest
