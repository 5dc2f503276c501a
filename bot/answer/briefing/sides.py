"""What the other side's readout of the same event says beside a passage, says otherwise, or leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.answer.briefing.sameness import UNMENTIONED
from bot.answer.briefing.subjects import subjects_of, touches
from bot.answer.sides import are_sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.briefing.types import Subject
    from bot.answer.briefing.weighing import Weighed

# How many passages of the other side are shown beside a line, at most.
_BESIDE = 1
# A line that is hardly worth telling is not missed where it is left out.
_WORTH_MISSING = 0.25
# That a readout has no word of one of these does not tell that it leaves out what the other says of it.
_VAGUE: frozenset[Subject] = frozenset({"war", "border", "meetings", "left_out", "other"})


def compare_sides(weighed: Weighed, row: int) -> tuple[list[int], list[int], list[int]]:
    """What the other sides' readouts of the same event have to one candidate.

    Args:
        weighed: What is told from.
        row: The candidate.

    Returns:
        The rows that say the same; those that contradict it, or else are on the same matter and say otherwise, the nearest
        first; and the numbers of the readouts that do not mention it.
    """
    material, relations, one = weighed.material, weighed.relations, weighed.candidates[row]
    about = subjects_of(one.passage.text) if weighed.worth[row] >= _WORTH_MISSING and not one.is_silence else ()
    document = material.readouts[one.readout].document
    likeness, same, matter = relations.likeness[row], relations.same[row], relations.matter[row]
    opposed = material.readouts[one.readout].against.get(one.passage.number, ())
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
        against = {place for name, place in opposed if name == readout.document.id}
        contrary = [at for at in nearest if material.candidates[at].passage.number in against]
        if contrary:
            otherwise += contrary[:_BESIDE]
            continue
        alike += [at for at in nearest if same[at]][:1]
        if not same[nearest].any():
            otherwise += [at for at in nearest if matter[at]][:_BESIDE]
        if likeness[nearest[0]] < UNMENTIONED and _leaves_out(about, readout.document.text):
            silent.append(number)
    return alike, otherwise, silent


def _leaves_out(about: Sequence[Subject], text: str) -> bool:
    """Whether a text has no word of any of some subjects, of which one at least tells enough for that to be said."""
    return any(one not in _VAGUE for one in about) and not any(touches(one, text) for one in about if one not in _VAGUE)
