"""The words around a comparison, from the phrases in ``prompts/``; whoever looks at it sees the quotes themselves under them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bot.answer.attribution.translation import known_name
from bot.answer.otherwise import account
from bot.answer.values import show_date
from prompts import load

if TYPE_CHECKING:
    from datetime import date

    from bot.answer.comparison import Comparison
    from index.types import Document, Language

Part = Literal["contradictions", "both", "one", "other"]
PARTS: tuple[Part, ...] = ("contradictions", "both", "one", "other")


def title(comparison: Comparison) -> str:
    """What is compared."""
    one, other = accounts(comparison)
    said = load(comparison.language).say("comparison.title", one=one, other=other)
    return said[0].upper() + said[1:]


def accounts(comparison: Comparison) -> tuple[str, str]:
    """What the two readouts are called."""
    language = comparison.language
    return (
        account(comparison.one, comparison.other, language),
        account(comparison.other, comparison.one, language),
    )


def heading(comparison: Comparison, part: Part) -> str:
    """What stands over a part of a comparison: how much there is, and which readout does not mention it."""
    phrases = load(comparison.language)
    one, other = accounts(comparison)
    if part == "contradictions":
        found = len(comparison.contradictions)
        return phrases.count("comparison.contradictions", found) if found else phrases.say("comparison.none")
    if part == "both":
        agreed = len(comparison.both)
        return phrases.count("comparison.both_count", agreed) if agreed else phrases.say("comparison.part_empty")
    if part == "other":
        one, other = other, one
    alone = len(comparison.only_one if part == "one" else comparison.only_other)
    if not alone:
        return phrases.say("comparison.part_empty")
    said = phrases.count("comparison.only_count", alone, one=one, other=other)
    return said[0].upper() + said[1:]


def pair_title(one: Document, other: Document, day: date | None, language: Language) -> str:
    """Two readouts that may be compared, on one line: the day, and whose they are."""
    phrases = load(language)
    told = show_date(day, language) if day else phrases.say("answer.unknown_date")
    names = (document.side or document.issuer or document.title for document in (one, other))
    first, second = (
        known_name(name, document.language, language) or name
        for name, document in zip(names, (one, other), strict=True)
    )
    return phrases.say("comparison.pair", day=told, one=first, other=second)
