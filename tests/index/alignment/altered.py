"""Aligned translations of ``tests/gold`` as translators leave them: sentences joined, cut in two, left out, and put in."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_JOINS = {"ar": "، و", "en": ", and "}
_CUT = re.compile(r"(?<=\w)[,،] (?=\w)")


@dataclass(frozen=True)
class Altered:
    """A translation whose sentences were altered, and of each passage of the text which of these sentences are its own."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    links: tuple[tuple[int, ...], ...]


def altered(source: Sequence[str], target: Sequence[str], strange: Sequence[str], language: str, seed: int) -> Altered:
    """A translation with each kind of change once or twice.

    Args:
        source: The passages of the text.
        target: The translation of each.
        strange: Sentences of other translations, to be put in.
        language: That of the translation.
        seed: What is altered.
    """
    chance = random.Random(seed)
    out: list[str] = []
    links: list[tuple[int, ...]] = []
    places = chance.sample(range(1, len(source) - 1), min(4, len(source) - 2))
    joined, cut, dropped, put = (*places, -1, -1, -1)[:4]
    skip = False
    for number, words in enumerate(target):
        if skip:
            links.append(links[-1])
            skip = False
            continue
        if number == put:
            out.append(chance.choice(strange))
        if number == dropped:
            links.append(())
            continue
        if number == joined and number + 1 < len(target) and number + 1 not in places:
            links.append((len(out),))
            out.append(words.rstrip(" .") + _JOINS[language] + target[number + 1])
            skip = True
            continue
        parts = _CUT.split(words, maxsplit=1) if number == cut else [words]
        if len(parts) == 2 and min(map(len, parts)) > 15:
            links.append((len(out), len(out) + 1))
            out += [parts[0] + ".", parts[1]]
        else:
            links.append((len(out),))
            out.append(words)
    return Altered(tuple(source), tuple(out), tuple(links))
