"""The answer's side: does a passage hold, among words that the question did not say, a thing of the kind it asks for?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.collection import ranges
from index.kinds import KINDS
from index.match import words_at

if TYPE_CHECKING:
    from index.collection import Channel, Ints
    from index.encoder import Vectors
    from index.match import Expected, Match
    from index.vocabulary import Flags

_SAID = 0.5
_COUNTED_WITHIN = 3
_PERSON, _PLACE, _TIME, _NUMBER, _ROLE = (KINDS.index(kind) for kind in ("person", "place", "time", "number", "role"))


def answer(match: Match, channel: Channel, at: Ints) -> dict[str, Vectors]:
    """How surely each kind of thing is held, and what is expected of the answer."""
    question = match.question
    like, places, begin = words_at(match, channel, at)
    new = like.max(axis=0) < _SAID
    slots = np.maximum.reduceat(question.vocabulary.kinds[places] * new[:, None], begin, axis=0)
    asked = {
        "who": np.maximum(slots[:, _PERSON], 0.5 * slots[:, _ROLE]),
        "where": slots[:, _PLACE],
        "when": slots[:, _TIME],
        "howmany": slots[:, _NUMBER],
    }
    found = {f"asked_{kind}": held * (question.kind == kind) for kind, held in asked.items()}
    found |= {f"holds_{kind}": slots[:, number] for number, kind in enumerate(KINDS)}
    found |= _focus(match, like, begin, at)
    found["counted"] = _counted(match, like, places, begin)
    found["new_words"] = np.log1p(np.add.reduceat(new.astype(np.float32), begin))
    if question.expected is not None:
        found |= _expected(match, question.expected, slots, (places, begin, new))
    return found


def _counted(match: Match, like: Vectors, places: Ints, begin: Ints) -> Vectors:
    """How surely a number stands before what is counted: "how many launchers" asks for "eight Barq launchers"."""
    question = match.question
    if question.kind != "howmany" or not question.focus:
        return np.zeros(len(begin), dtype=np.float32)
    thing = like[list(question.focus)].max(axis=0)
    owner = np.repeat(np.arange(len(begin)), np.diff(begin, append=len(places)))
    near = np.zeros_like(thing)
    for step in range(1, _COUNTED_WITHIN + 1):
        same = owner[step:] == owner[:-step]
        near[:-step] = np.maximum(near[:-step], thing[step:] * same)
    return np.asarray(
        np.maximum.reduceat(question.vocabulary.kinds[places][:, _NUMBER] * near, begin), dtype=np.float32
    )


def _focus(match: Match, like: Vectors, begin: Ints, at: Ints) -> dict[str, Vectors]:
    """The word that the answer is an instance of, apart from the rest of the question."""
    focus = list(match.question.focus)
    rest = [place for place in range(len(match.weight)) if place not in focus]
    none = np.zeros(len(at), dtype=np.float32)
    without = none
    if rest:
        weight = match.weight[rest]
        without = weight @ match.found[rest][:, at] / (weight.sum() + 1e-6)
    if not focus:
        return {"focus": none, "without_focus": without, "instance_of_focus": none}
    not_said = like[rest].max(axis=0) < _SAID if rest else np.ones(like.shape[1], dtype=np.bool_)
    instance = np.maximum.reduceat(like[focus].max(axis=0) * not_said, begin)
    return {"focus": match.found[focus][:, at].max(axis=0), "without_focus": without, "instance_of_focus": instance}


def _expected(match: Match, expected: Expected, slots: Vectors, words: tuple[Ints, Ints, Flags]) -> dict[str, Vectors]:
    """How near the words that the question did not say come to the answer that is expected."""
    places, begin, new = words
    likely = np.clip(expected.kinds[:-1], 0, 1)
    vocabulary = match.question.vocabulary
    distinct, back = np.unique(places, return_inverse=True)
    starts = vocabulary.words.start
    counts = np.diff(starts, append=len(vocabulary.centred))[distinct]
    cosine = vocabulary.centred[ranges(starts[distinct], counts)] @ expected.vector
    near = np.maximum.reduceat(cosine, np.cumsum(counts) - counts)
    near = np.where(new, np.where(vocabulary.words.stop[distinct], -1, near)[back], -0.2)
    return {
        "expected_kind": slots @ (expected.kinds - expected.prior),
        "expected_kind_best": (likely * slots[:, :-1]).max(axis=1),
        "expected_kind_log": np.log(0.1 + slots[:, :-1]) @ likely,
        "expected_vector": np.maximum.reduceat(near, begin),
        "expected_mass": np.add.reduceat(np.clip(near - 0.15, 0, 1) ** 2, begin),
    }
