"""How what was chosen is laid out: each line with what the other side says beside it, and the lines by subject."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from bot.answer.attribution import attribute
from bot.answer.briefing.sides import compare_sides
from bot.answer.briefing.types import SUBJECTS, Cited, Line, Section
from bot.answer.types import Citation, LabelledTranslation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.briefing.types import BriefingRequest, Subject
    from bot.answer.briefing.weighing import Weighed
    from index.types import Language

# What is told last, whatever it weighs.
_LAST: tuple[Subject, ...] = ("meetings", "left_out", "other")
# From this likeness on, 0 to 2, a passage of another event's readout says the same and is told as that.
_REPRINTED = 1.4


def lay_lines(
    weighed: Weighed, chosen: Sequence[int], before: Sequence[int], request: BriefingRequest
) -> list[tuple[int, Line]]:
    """The lines, each with its row: what the other side says stands beside the line that it answers, not again by itself.

    Args:
        weighed: What is told from.
        chosen: The rows that are told, best first; the last are left out where what stands beside the others takes their room.
        before: Those that were told before.
        request: What the briefing is to be like.
    """
    candidates, repeats = weighed.candidates, weighed.relations.repeats
    taken: set[int] = set()
    room = request.length
    found: list[tuple[int, Line]] = []
    for row in chosen:
        if row in taken:
            continue
        alike, otherwise, silent = compare_sides(weighed, row)
        alike = [at for at in dict.fromkeys([*alike, *_reprints(weighed, row)]) if at not in taken]
        # What was told before, or stands in the briefing already, is not told again as an answer to something else.
        otherwise = [at for at in otherwise if at not in taken and not repeats[at, [*taken, *before, row]].any()]
        size = sum(len(candidates[at].passage.text) for at in (row, *otherwise))
        if size > room:
            continue
        room -= size
        taken |= {row, *alike, *otherwise}
        line = Line(
            _cite(weighed, row, request.languages),
            tuple(_cite(weighed, at, request.languages) for at in alike),
            tuple(_cite(weighed, at, request.languages) for at in otherwise),
            tuple(weighed.material.readouts[number].document for number in silent),
        )
        found.append((row, line))
    return found


def lay_sections(weighed: Weighed, lines: Sequence[tuple[int, Line]]) -> tuple[Section, ...]:
    """The lines by subject: the subject of the weightiest line first, what is said of meetings and what was not raised last."""
    subjects = weighed.subjects
    order = sorted(lines, key=lambda one: SUBJECTS.index(subjects[one[0]]))
    grouped = {subject: list(some) for subject, some in groupby(order, key=lambda one: subjects[one[0]])}

    def weight(subject: Subject) -> tuple[bool, float]:
        return subject in _LAST, -max(float(weighed.worth[row]) for row, _ in grouped[subject])

    return tuple(
        Section(subject, tuple(line for _, line in grouped[subject])) for subject in sorted(grouped, key=weight)
    )


def _reprints(weighed: Weighed, row: int) -> list[int]:
    """Passages of other readouts that say the same, whatever their event. What is only nearly that is left out, unsaid."""
    near = weighed.relations.same[row] & (weighed.relations.likeness[row] >= _REPRINTED)
    own = weighed.candidates[row].readout
    return [at for at in np.flatnonzero(near).tolist() if weighed.candidates[at].readout != own]


def _cite(weighed: Weighed, row: int, languages: Sequence[Language]) -> Cited:
    one = weighed.candidates[row]
    readout, passage = weighed.material.readouts[one.readout], one.passage
    attributions = tuple(
        attribute(readout.document, readout.passages, passage.number, language) for language in languages
    )
    translation = readout.document.translation
    labelled = (
        LabelledTranslation(passage.translation, translation.language, translation.by)
        if translation is not None and passage.translation is not None
        else None
    )
    return Cited(Citation(readout.document, passage.start, passage.end, 0.0, attributions[0], labelled), attributions)
