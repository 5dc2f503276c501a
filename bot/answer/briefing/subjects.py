"""What a passage is about, of the subjects that leaders speak of: by the words that are peculiar to each.

A passage that has none of them is about what its heading is, or else what the line before it in its paragraph is.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.briefing.material import Candidate
    from bot.answer.briefing.types import Readout, Subject

# A subject that every readout touches counts for less than one that only some do.
_COMMON: frozenset[Subject] = frozenset({"meetings", "war", "trade", "border"})
_COMMON_WEIGHT = 0.45
_HEADING_WEIGHT = 0.8
_CARRIED = 0.3
_GLUED = r"(?:و|ف)?(?:ب|ل|ك)?(?:ال|ل)?"


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    english, arabic = (
        "|".join(word.replace("_", r"\s(?:ال)?").replace("*", r"\w*") for word in part.split()) for part in words
    )
    return re.compile(rf"\b(?:{english})\b|(?<!\w){_GLUED}(?:{arabic})(?!\w)")


@cache
def _patterns() -> dict[Subject, re.Pattern[str]]:
    """From ``subjects.tsv``: a subject, its English words, its Arabic ones.

    They stand there folded; an Arabic word may carry an article, a conjunction or a preposition; * is any ending.
    """
    text = (files("bot.answer.briefing") / "subjects.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    return {cast("Subject", subject): _pattern(words) for subject, *words in rows}


def find_subjects(readouts: Sequence[Readout], candidates: Sequence[Candidate]) -> list[Subject]:
    """What each passage is about."""
    found: list[Subject] = []
    before: dict[Subject, float] = {}
    last: Candidate | None = None
    for one in candidates:
        weights = _weigh(one.passage.text)
        heading = one.passage.heading
        if heading is not None:
            for subject, weight in _weigh(readouts[one.readout].passages[heading].text).items():
                weights[subject] = weights.get(subject, 0) + _HEADING_WEIGHT * weight
        if last is not None and (last.readout, last.passage.paragraph) == (one.readout, one.passage.paragraph):
            for subject, weight in before.items():
                weights[subject] = weights.get(subject, 0) + _CARRIED * weight
        before, last = weights, one
        found.append("left_out" if one.is_silence else max(weights, key=weights.__getitem__, default="other"))
    return found


def subjects_of(asked: str) -> tuple[Subject, ...]:
    """The subjects that someone asks for in a few words; none where each word is a name or something else."""
    return tuple(subject for subject in _patterns() if touches(subject, asked))


def touches(subject: Subject, text: str) -> bool:
    """Whether a text has any word that is peculiar to a subject."""
    return subject in _patterns() and _patterns()[subject].search(fold(text).text) is not None


def _weigh(text: str) -> dict[Subject, float]:
    """How much of each subject a text has; none of those of which it has nothing."""
    folded = fold(text).text
    counts = {subject: len(set(pattern.findall(folded))) for subject, pattern in _patterns().items()}
    return {
        subject: count * (_COMMON_WEIGHT if subject in _COMMON else 1.0) for subject, count in counts.items() if count
    }
