"""Whether the numbers and the names of a question are there, or missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.kinds import KINDS
from index.signals.context import surroundings

if TYPE_CHECKING:
    from index.collection import Channel, Ints
    from index.encoder import Vectors
    from index.match import Match, Reading
    from index.vocabulary import Flags

_EXACT = 0.99
_NAMING = 0.7


def names(match: Match, channel: Channel, at: Ints) -> dict[str, Vectors]:
    """Shares of the numbers and names that are hit; ``name_missed`` is the weight of the name most missed."""
    none = np.zeros(len(at), dtype=np.float32)
    found = {"number_hit": none, "number_missed": none, "name_hit": none, "name_missed": none}
    number = match.question.words.number
    if number.any():
        exact = (match.found[number] >= _EXACT).astype(np.float32)
        near = np.maximum(exact[:, at], np.maximum(channel.before(exact, at), channel.after(exact, at)))
        found["number_hit"] = exact[:, at].mean(axis=0)
        found["number_missed"] = 1 - near.mean(axis=0)
    named = naming(match.question)
    if named.any():
        weight = match.weight[named]
        found["name_hit"] = weight @ match.found[named][:, at] / (weight.sum() + 1e-6)
        found["name_missed"] = (weight[:, None] * (1 - surroundings(match, channel, at)[named])).max(axis=0)
    return found


def naming(question: Reading) -> Flags:
    """Which words of a question are names: by their capitals in English, by their vectors in Arabic."""
    if question.language == "en":
        first = question.text.split()[0] if question.text.split() else ""
        return np.array([word[0].isupper() and not first.startswith(word) for word in question.words.words])
    return np.asarray(question.kinds[:, [KINDS.index("person"), KINDS.index("place")]].max(axis=1) > _NAMING)
