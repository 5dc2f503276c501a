"""Whether a passage can answer a question of a kind at all: a number for how many, a cause for why, a name for who."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.language import fold
from index.numbers import NUMBER, number_value

if TYPE_CHECKING:
    from bot.answer.types import QuestionFamily
    from index.types import Hit

_NUMBER = re.compile(rf"(?<!\w){NUMBER}(?!\w)")


def fits(family: QuestionFamily, question: str, hit: Hit) -> float:
    """0 to 1: how surely the passage, or its translation, holds a thing of the kind that is asked and that was not said."""
    text = f"{hit.passage.text} {hit.passage.translation or ''}"
    if family == "how_many":
        said = _numbers(question)
        return float(bool(_numbers(text) - said))
    if family == "why":
        return hit.signals.get("cause", 0.0)
    if family == "who":
        return max(hit.signals.get(f"holds_{one}", 0.0) for one in ("person", "role", "org", "group", "place"))
    if family == "where":
        return hit.signals.get("holds_place", 0.0)
    return 1.0


def _numbers(text: str) -> set[float]:
    return {number_value(found) for found in _NUMBER.findall(fold(text).text)}
