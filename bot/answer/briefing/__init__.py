"""A briefing: what is worth telling of some readouts, each line a passage that is cited, attributed and told once."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from bot.answer.attribution import attribute
from bot.answer.briefing.choosing import choose
from bot.answer.briefing.material import lay_out
from bot.answer.briefing.salience import features, load_salience
from bot.answer.briefing.sameness import repeats, says_same
from bot.answer.briefing.sides import compare_sides, day_of
from bot.answer.briefing.subjects import find_subjects
from bot.answer.briefing.types import SUBJECTS, Briefing, Cited, Line, Omitted, Section
from bot.answer.types import Citation, LabelledTranslation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.briefing.material import Material
    from bot.answer.briefing.types import BriefingRequest, Readout, Subject
    from index.encoder import Vectors
    from index.types import Language

# What is told last, whatever it weighs.
_LAST: tuple[Subject, ...] = ("meetings", "left_out", "other")
# A passage that is worth less than this is none that the length had no room for.
_WORTH_TELLING = 0.25
# From this likeness on, 0 to 2, a passage of another event's readout says the same and is told as that.
_REPRINTED = 1.4


def brief(readouts: Sequence[Readout], request: BriefingRequest) -> Briefing:
    """Choose what is told of some readouts, and lay it out.

    Args:
        readouts: What is chosen from. To leave out what was told before, they must hold the documents of those places.
        request: What the briefing is to be like.

    Returns:
        The briefing; each of its quotes is a stretch of a document's text.
    """
    ordered = sorted(readouts, key=lambda one: (day_of(one.document) or date.min, one.document.id))
    material = lay_out(ordered)
    documents = tuple(one.document for one in ordered if one.on_subject != frozenset())
    if not material.candidates:
        return Briefing(request, documents, (), Omitted(0, 0))
    salience = load_salience().of(features(material))
    worth = np.where([_is_on_subject(material, row) for row in range(len(salience))], salience, 0)
    subjects = find_subjects(material.readouts, material.candidates)
    chosen, repeated, stale = choose(material, worth, subjects, request.length, _told(material, request))
    lines = _lines(material, chosen, worth, subjects, request)
    shown = {row for row, _ in lines}
    told = {*shown, *repeated, *stale}
    left = sum(1 for row in range(len(worth)) if worth[row] >= _WORTH_TELLING and row not in told)
    omitted = Omitted(left, sum(1 for row in stale if worth[row] >= _WORTH_TELLING))
    return Briefing(request, documents, _sections(lines, worth, subjects), omitted)


def _lines(
    material: Material, chosen: Sequence[int], worth: Vectors, subjects: Sequence[Subject], request: BriefingRequest
) -> list[tuple[int, Line]]:
    """The lines, each with its row: what the other side says stands beside the line that it answers, not again by itself."""
    same_as, repeating = says_same(material), repeats(material)
    taken: set[int] = set()
    room = request.length
    found: list[tuple[int, Line]] = []
    for row in chosen:
        if row in taken:
            continue
        alike, otherwise, silent = compare_sides(material, row, worth, subjects)
        # Of another event that is only nearly the same may be told; then it is left out, without a word.
        others = [
            at
            for at in np.flatnonzero(same_as[row] & (material.likeness[row] >= _REPRINTED)).tolist()
            if _is_elsewhere(material, at, row)
        ]
        alike = [at for at in dict.fromkeys([*alike, *others]) if at not in taken]
        # What was told before, or stands in the briefing already, is not told again as an answer to something else.
        otherwise = [
            at
            for at in otherwise
            if at not in taken and not repeating[at, [*taken, *_told(material, request), row]].any()
        ]
        size = sum(len(material.candidates[at].passage.text) for at in (row, *otherwise))
        if size > room:
            continue
        room -= size
        taken |= {row, *alike, *otherwise}
        line = Line(
            _cite(material, row, request.languages),
            tuple(_cite(material, at, request.languages) for at in alike),
            tuple(_cite(material, at, request.languages) for at in otherwise),
            tuple(material.readouts[number].document for number in silent),
        )
        found.append((row, line))
    return found


def _sections(lines: Sequence[tuple[int, Line]], worth: Vectors, subjects: Sequence[Subject]) -> tuple[Section, ...]:
    """The lines by subject: the subject of the weightiest line first, what is said of meetings and what was not raised last."""
    order = sorted(lines, key=lambda one: SUBJECTS.index(subjects[one[0]]))
    grouped = {subject: list(some) for subject, some in groupby(order, key=lambda one: subjects[one[0]])}

    def weight(subject: Subject) -> tuple[bool, float]:
        return subject in _LAST, -max(float(worth[row]) for row, _ in grouped[subject])

    return tuple(
        Section(subject, tuple(line for _, line in grouped[subject])) for subject in sorted(grouped, key=weight)
    )


def _cite(material: Material, row: int, languages: Sequence[Language]) -> Cited:
    one = material.candidates[row]
    readout, passage = material.readouts[one.readout], one.passage
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


def _told(material: Material, request: BriefingRequest) -> list[int]:
    """The candidates that overlap a place that was told before."""
    return [
        row
        for row, one in enumerate(material.candidates)
        if any(
            place.document == one.passage.document and place.start < one.passage.end and one.passage.start < place.end
            for place in request.told
        )
    ]


def _is_on_subject(material: Material, row: int) -> bool:
    one = material.candidates[row]
    wanted = material.readouts[one.readout].on_subject
    return wanted is None or one.passage.number in wanted


def _is_elsewhere(material: Material, row: int, other: int) -> bool:
    return material.candidates[row].readout != material.candidates[other].readout
