"""Durations that may answer: what ``index.durations`` finds, ranges among it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.values.candidate import Candidate
from index.durations import find_durations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.values.reading import Reading

_EVERY = re.compile(r"(?:\bevery|(?<!\w)كل)\s+$", re.IGNORECASE)


def durations(reading: Reading) -> Iterator[Candidate]:
    """The durations of a passage in their order; "every" belongs to them."""
    for found in find_durations(reading.text, ranges=True):
        every = _EVERY.search(reading.text, max(0, found.start - 12), found.start)
        yield Candidate("duration", every.start() if every else found.start, found.end, duration=found)
