"""Which readouts tell of one event from different sides, and what one of them leaves out that the other tells.

Two readouts tell of one event where their days agree, their sides differ, and each names the side of the other.
"""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from bot.answer.briefing.sameness import UNMENTIONED
from bot.answer.briefing.subjects import subjects_of, touches
from bot.answer.counterpart import same_sound
from index.words import forms, is_arabic, is_content, split_words, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.briefing.types import Readout, Subject
    from bot.answer.briefing.weighing import Weighed
    from index.types import Document

_KEPT = 256
# A readout may be published on the day after the event, or in another time zone.
_APART = timedelta(days=1)
# How many passages of the other side are shown beside a line, at most.
_BESIDE = 1
# A line that is hardly worth telling is not missed where it is left out.
_WORTH_MISSING = 0.25
# That a readout has no word of one of these does not tell that it leaves out what the other says of it.
_VAGUE: frozenset[Subject] = frozenset({"war", "border", "meetings", "left_out", "other"})


def are_sides(one: Document, other: Document) -> bool:
    """Whether two documents are the readouts of one event by different sides."""
    first, second = one.day, other.day
    if first is None or second is None or not one.side or not other.side:
        return False
    exact = one.event is not None and other.event is not None
    if abs(first - second) > (timedelta() if exact else _APART):
        return False
    if _named(one.side, other.side):
        return False
    return _named(one.side, other.text) and _named(other.side, one.text)


def compare_sides(weighed: Weighed, row: int) -> tuple[list[int], list[int], list[int]]:
    """What the other sides' readouts of the same event have to one candidate.

    Args:
        weighed: What is told from.
        row: The candidate.

    Returns:
        The rows that say the same; those on the same matter that say otherwise, the nearest first; and the numbers of the
        readouts that do not mention it.
    """
    material, relations, one = weighed.material, weighed.relations, weighed.candidates[row]
    about = subjects_of(one.passage.text) if weighed.worth[row] >= _WORTH_MISSING and not one.is_silence else ()
    document = material.readouts[one.readout].document
    likeness, same, matter = relations.likeness[row], relations.same[row], relations.matter[row]
    alike: list[int] = []
    otherwise: list[int] = []
    silent: list[int] = []
    for number, readout in enumerate(material.readouts):
        if number == one.readout or not are_sides(document, readout.document):
            continue
        rows = np.array([at for at, other in enumerate(material.candidates) if other.readout == number], dtype=np.int64)
        if not len(rows):
            continue
        nearest = rows[np.argsort(-likeness[rows], kind="stable")].tolist()
        alike += [at for at in nearest if same[at]][:1]
        if not same[nearest].any():
            otherwise += [at for at in nearest if matter[at]][:_BESIDE]
        if likeness[nearest[0]] < UNMENTIONED and _leaves_out(about, readout.document.text):
            silent.append(number)
    return alike, otherwise, silent


def _leaves_out(about: Sequence[Subject], text: str) -> bool:
    """Whether a text has no word of any of some subjects, of which one at least tells enough for that to be said."""
    return any(one not in _VAGUE for one in about) and not any(touches(one, text) for one in about if one not in _VAGUE)


def counterparts(readouts: Sequence[Readout]) -> list[tuple[Readout, Readout]]:
    """The pairs of readouts that tell of one event from two sides."""
    return [
        (one, other)
        for place, one in enumerate(readouts)
        for other in readouts[place + 1 :]
        if are_sides(one.document, other.document)
    ]


def _named(side: str, text: str) -> bool:
    """Whether a text names a side, in whatever script."""
    return any(_is_met(word, text) for word in split_words(side) if is_content(word))


def _is_met(word: str, text: str) -> bool:
    return any(
        same_sound(word, other) if is_arabic(word) != is_arabic(other) else stem(word) == stem(other)
        for other in _names(text)
    )


@lru_cache(maxsize=_KEPT)
def _names(text: str) -> frozenset[str]:
    """The words of a text that may be a name, an Arabic one without what is glued to it too."""
    words = {word for word in split_words(text) if is_content(word) and (word[0].isupper() or is_arabic(word))}
    return frozenset(form for word in words for form in forms(word))
