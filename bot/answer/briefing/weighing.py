"""What a briefing is chosen from, weighed: what each passage is worth, what it is about, and how it stands to the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.answer.briefing.material import lay_out
from bot.answer.briefing.salience import features, load_salience
from bot.answer.briefing.sameness import relate
from bot.answer.briefing.subjects import find_subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.briefing.material import Candidate, Material
    from bot.answer.briefing.salience import Salience
    from bot.answer.briefing.sameness import Relations
    from bot.answer.briefing.types import Readout, Subject
    from index.encoder import Vectors


@dataclass(frozen=True, slots=True)
class Weighed:
    """The n passages that can stand as a line.

    Attributes:
        material: The passages.
        relations: How they stand to each other.
        worth: (n,), of each: the probability that it is worth telling; 0 where it is not on the subject.
        subjects: What each is about.
    """

    material: Material
    relations: Relations
    worth: Vectors
    subjects: tuple[Subject, ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The passages."""
        return self.material.candidates


def weigh(readouts: Sequence[Readout], salience: Salience | None = None) -> Weighed:
    """Weigh the passages of some readouts; by the weights that come with the project where none are given."""
    return weigh_material(lay_out(readouts), salience or load_salience())


def weigh_material(material: Material, salience: Salience) -> Weighed:
    """Weigh what has been laid out."""
    worth = salience.of(features(material)) if material.candidates else np.zeros(0, dtype=np.float32)
    wanted = [material.readouts[one.readout].on_subject for one in material.candidates]
    on_subject = [
        some is None or one.passage.number in some for one, some in zip(material.candidates, wanted, strict=True)
    ]
    subjects = tuple(find_subjects(material.readouts, material.candidates))
    return Weighed(material, relate(material), np.where(on_subject, worth, 0).astype(np.float32), subjects)
