"""How firmly a text gives a number: exactly, about, as a bound; the words that say so, folded, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Bound = Literal["exact", "about", "more", "less", "least", "most"]

# "Hand over 17 chests", "spread over 12 districts": of these verbs "over" is a part.
_HANDED = (
    "hand hands handed handing turn turns turned turning give gives gave given giving bring brings brought bringing sign signs "
    "signed signing spread stretched divided"
)
_NOT_HANDED = "".join(rf"(?<!\b{word}\s)" for word in _HANDED.split())
# In the order in which they are tried: "no more than" before "more than". ``_`` is white space.
_BEFORE: dict[Bound, str] = {
    "most": (
        "at_most up_to (?:no|not)_more_than (?:not|never)_exceed(?:ing)? a_maximum_of as_(?:many|much)_as "
        "(?:ما_)?(?:لا|لم|لن)_[يت]زيد_(?:علي|عن) (?:ما_)?(?:لا|لم|لن|دون_ان)_[يت](?:تجاوز|تعدي?) (?:لا|ليس)_اكثر_من بحد_اقصي"
    ),
    "least": (
        "at_least (?:no|not)_(?:less|fewer)_than a_minimum_of (?:الا|لا|لم|لن)_[يت]قل_عن ما_لا_[يت]قل_عن (?:لا|ليس)_اقل_من "
        "بحد_ادني"
    ),
    "about": (
        "just_about about around roughly nearly almost some approximately circa an_estimated close_to "
        "حوالي نحو قرابه تقريبا زهاء ما_يقارب ما_يقرب_من (?:ما_)?يناهز [تي]قارب بحدود في_حدود ما_يقدر_ب"
    ),
    "more": (
        f"more_than well_over {_NOT_HANDED}over upwards_of in_excess_of exceed(?:s|ed|ing)? above "
        "اكثر_من ما_[يت]زيد_(?:علي|عن) [يت]زيد_(?:علي|عن) ازيد_من (?:ما_)?[يت]?[يت]?تجاوز تجاوز(?:ت|وا|ا) زادت?_(?:علي|عن) فاقت? "
        "(?:ما_)?[يت]فوق (?:ما_)?[يت]ربو_علي"
    ),
    "less": "less_than fewer_than just_under under below اقل_من ادني_من ما_دون",
}
_AFTER: dict[Bound, str] = {
    "least": "at_least or_more علي_الاقل او_اكثر كحد_ادني بحد_ادني",
    "most": "at_most or_less or_fewer علي_الاكثر او_اقل كحد_اقصي بحد_اقصي",
    "about": "or_so تقريبا",
    "more": "and_more فاكثر",
}
# A bound whose verb and preposition stand apart: "ألا تقل حصة قرناية عن 45", "will not in any year exceed 45".
_APART: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("least", re.compile(r"(?<!\w)(?:الا|لا|لم|لن)\s[يت]قل\s(?:\w+\s){1,5}عن\s$")),
    ("most", re.compile(r"(?<!\w)(?:الا|لا|لم|لن)\s[يت](?:زيد|تجاوز|تعدي)\s(?:\w+\s){1,5}(?:(?:عن|علي)\s)?$")),
    ("more", re.compile(r"(?<!\w)[يت]زيد\s(?:\w+\s){1,5}(?:عن|علي)\s$")),
    ("less", re.compile(r"(?<!\w)[يت]قل\s(?:\w+\s){1,5}عن\s$")),
)
_REACH = 60


def _named(prefix: str, table: Mapping[Bound, str]) -> str:
    parts = ((name, "|".join(words.split()).replace("_", r"\s+")) for name, words in table.items())
    return "|".join(f"(?P<{prefix}_{name}>{words})" for name, words in parts)


# What may stand before a number, with white space after it, and what may stand after its unit, with white space before it.
BEFORE = rf"(?:{_named('bound', _BEFORE)})"
AFTER = rf"(?:{_named('bounded', _AFTER)})(?!\w)"


def bound_of(match: re.Match[str]) -> Bound:
    """The bound in a match of a pattern that holds ``BEFORE`` and ``AFTER``."""
    told = {name for name, part in match.groupdict().items() if part is not None}
    return next((bound for bound in _BEFORE if told & {f"bound_{bound}", f"bounded_{bound}"}), "exact")


def bound_apart(text: str, start: int) -> Bound:
    """The bound that a verb some words before ``start`` gives, in a folded text."""
    before = text[max(0, start - _REACH) : start]
    return next((bound for bound, pattern in _APART if pattern.search(before)), "exact")
