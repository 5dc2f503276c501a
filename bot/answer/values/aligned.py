"""A value's counterpart in the aligned translation of its passage, where there is no doubt which it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answer.values.lists import lists
from bot.answer.values.quantities import quantities
from bot.answer.values.reading import Reading
from bot.answer.values.reasons import reasons

if TYPE_CHECKING:
    from bot.answer.values.candidate import Candidate, Quantity
    from index.types import Document, Language, Passage

# From this weight on what leads a reason in leads in nothing else.
_SURE = 0.9


def translated_reading(passage: Passage, document: Document, language: Language) -> Reading | None:
    """The aligned translation of a passage, where it is in a language."""
    translation = document.translation
    if passage.translation is None or translation is None or translation.language != language:
        return None
    whole = "\n".join(one.text for one in translation.sentences)
    return Reading(passage.translation, document.published_on, language, whole)


def aligned_reason(one: Candidate, reading: Reading, other: Reading) -> str | None:
    """The reason of a translation, if it has one and the passage has one."""
    own = [each for each in reasons(reading) if each.weight >= _SURE]
    found = [each for each in reasons(other) if each.weight >= _SURE]
    is_sure = len(own) == len(found) == 1 and (own[0].start, own[0].end) == (one.start, one.end)
    return _words(found[0], other) if is_sure else None


def aligned_list(one: Candidate, other: Reading) -> tuple[str, tuple[str, ...]] | None:
    """The list of a translation with as many members, if it has but one such: the whole and its members."""
    found = [each for each in lists(other) if len(each.members) == len(one.members)]
    if len(found) != 1:
        return None
    return _words(found[0], other), tuple(_words(member, other) for member in found[0].members)


def aligned_quantity(quantity: Quantity, other: Reading) -> Quantity | None:
    """The amount of a translation with the same number, if it has but one."""
    found = [each.quantity for each in quantities(other) if each.quantity and each.quantity.number == quantity.number]
    return found[0] if len(found) == 1 and found[0].unit else None


def _words(one: Candidate, reading: Reading) -> str:
    return " ".join(reading.text[one.start : one.end].split())
