"""Which passages say the same, and which are on the same matter: by their vectors and their words, across languages.

The bounds were set by looking at the pairs of passages of the seed, and of the readouts of the sets ``b``, ``d``, ``g`` and
``h`` (``tests/gold``), in the order of their likeness.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.answer.briefing.material import Candidate, Material
    from index.encoder import Vectors

    Flags = NDArray[np.bool_]

# Of the likeness, 0 to 2: from which on two say the same, where no figure speaks against it; are on one matter; and up to
# which the one mentions nothing of the other, where it has no word of its subject either.
_SAME = 1.0
_SAME_FIGURES = 0.85
MATTER = 0.8
_MATTER_FIGURES = 0.6
UNMENTIONED = 0.55
# Of so many digits.
_TELLING = 3
# Neither alone is enough: words without meaning are names, meaning without words is the kind of sentence.
_LEAST_COSINE = 0.4
_LEAST_SHARE = 0.35
_RESTATED_COSINE = 0.55


@dataclass(frozen=True, slots=True)
class Relations:
    """How n candidates stand to each other.

    Attributes:
        likeness: float32, (n, n), 0 to 2.
        same: (n, n), whether two say the same, so that one may stand for both.
        matter: (n, n), whether two are on one matter, whatever they say of it.
        repeats: (n, n), whether a reader of the one would find the other repeated, be it with another figure.
    """

    likeness: Vectors
    same: Flags
    matter: Flags
    repeats: Flags


def relate(material: Material) -> Relations:
    """How all candidates stand to each other."""
    same, matter = says_same(material), on_matter(material)
    number = np.array([one.readout for one in material.candidates])
    inside = number[:, None] == number[None, :]
    # A readout that repeats itself does so in other words.
    restated = (material.likeness >= MATTER) & (material.cosines >= _RESTATED_COSINE)
    np.fill_diagonal(restated, val=False)
    return Relations(material.likeness, same, matter, same | (inside & (matter | restated)))


def says_same(material: Material) -> Flags:
    """(n, n): whether two passages say the same, so that one may stand for both."""
    likeness = material.likeness
    shares = np.maximum(material.shares, material.shares.T)
    near = (material.cosines >= _LEAST_COSINE) & (shares >= _LEAST_SHARE) & (likeness >= _SAME_FIGURES)
    found = np.zeros_like(near)
    for one, other in np.argwhere(np.triu(near, 1)).tolist():
        first, second = material.candidates[one], material.candidates[other]
        least = _SAME_FIGURES if first.wording.figures & second.wording.figures else _SAME
        found[one, other] = found[other, one] = likeness[one, other] >= least and not _differ(first, second)
    return found


def on_matter(material: Material) -> Flags:
    """(n, n): whether two passages are on one matter, whatever they say of it."""
    found = (material.likeness >= MATTER) & (np.maximum(material.shares, material.shares.T) >= _LEAST_SHARE)
    for one, other in np.argwhere(np.triu(material.likeness >= _MATTER_FIGURES, 1)).tolist():
        first, second = material.candidates[one].wording.figures, material.candidates[other].wording.figures
        if any(_is_telling(figure) for figure in first & second):
            found[one, other] = found[other, one] = True
    np.fill_diagonal(found, val=False)
    return np.asarray(found, dtype=np.bool_)


def _is_telling(figure: str) -> bool:
    """Whether a figure is one that two passages hardly share by chance: of three digits or more, and no year."""
    return len(figure) >= _TELLING and not (len(figure) == len("2025") and figure[:2] in {"19", "20"})


def _differ(one: Candidate, other: Candidate) -> bool:
    """Whether one says what the other does not, for all that its figures and its denial tell."""
    first, second = one.wording.figures, other.wording.figures
    return one.is_silence != other.is_silence or not (first <= second or second <= first)
