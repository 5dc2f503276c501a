"""What kinds of value answer a question, by the words that ask: "how many", "which minister", "truce expiry date", "بكم"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import JaroWinkler

from bot.answer.values import asked_patterns as asking
from index.dialect import to_standard
from index.language import fold

if TYPE_CHECKING:
    from bot.answer.types import Question, ValueKind

_ARABIC = re.compile("[\u0620-\u064a]")
_SHARE = asking.classes()[0][1]
_MEASURED = re.compile(rf"(?<!\w)(?:{asking.MEASURES}|{asking.PAID})(?!\w)")
# Between "what" and the noun of what is asked: "what is the deadline", "ما أقصى موعد".
_BETWEEN = re.compile(
    r"\W+(?:(?:(?:is|was|are|were|the|a|an|of|exact|first|last|هو|هي|كان|كانت|اقصي|ادني|اخر|اول)\b\W*|ال(?=\w)))*((?:\S+\s*){1,4})"
)
_VERB = re.compile(r"\b(?:did|does|do|has|have|had|will|would|can|could|should|is|are|was|were|the|both|his|her|its|their|about)\b")
_PREPOSITION = re.compile(r"\b(?:of|for|in|with|after|before|between|from|to|on|at|by|per|against|during|over|about|as)\b")
_MOST_BARE = 9
_SLIP = 0.94
# What a question of each kind wants where its words alone do not tell.
_OF_KIND: dict[str, tuple[ValueKind, ...]] = {
    "when": ("date",),
    "how_long": ("duration",),
    "how_long_since": ("duration",),
    "how_many": ("count", "amount", "percentage"),
    "who": ("person", "organisation"),
    "where": ("place",),
    "why": ("reason",),
    "list": ("list",),
}


def wanted(question: Question) -> tuple[ValueKind, ...]:
    """The kinds of value that answer, the likeliest first; none where no value does."""
    asked = asked_text(question)
    if asking.WHETHER.search(asked) or asking.HOUR.search(asked):
        return ()
    if asking.OFTEN.search(asked):
        return ("count",)
    if asking.WHY.search(asked):
        return ("reason",)
    if asking.LONG.search(asked):
        return ("duration",)
    if asking.MANY.search(asked) or asking.MUCH.search(asked):
        return _numbers(asked)
    if asking.MANNER.search(asked):
        return ()
    named = _named(asked)
    if named:
        return named
    if asking.WHEN.search(asked):
        return ("date",)
    if asking.WHERE.search(asked):
        return ("place",)
    if asking.WHO.search(asked):
        return ("person", "organisation")
    if asking.COSTS.search(asked):
        return ("amount",)
    if len(asked.split()) <= _MOST_BARE and not asking.ASKS.search(asked):
        bare = _bare(asked)
        if bare:
            return bare
    return _OF_KIND.get(question.kind, ())


def asked_text(question: Question) -> str:
    """The sentence that asks, folded, its asking words without slips; in Arabic letters where it is Arabic in Latin ones."""
    is_latin = question.language == "ar" and not _ARABIC.search(question.text)
    folded = " ".join(fold(to_standard(question.text) if is_latin else question.text).text.split())
    asked = folded.rsplit(". ", 1)[-1].lstrip("\"'«“([ ")
    return re.sub(r"[a-z]+", lambda word: asking.SLIPS.get(word[0], word[0]), asked)


def _numbers(asked: str) -> tuple[ValueKind, ...]:
    if _SHARE.search(asked):
        return ("percentage",)
    if _MEASURED.search(asked):
        return ("amount", "count", "percentage")
    if re.search(r"\bby how much\b|\bhow far down\b", asked):
        return ("percentage", "amount", "duration")
    if asking.MUCH.search(asked):
        return ("amount", "percentage", "count")
    return ("count", "amount", "percentage")


def _named(asked: str) -> tuple[ValueKind, ...]:
    """By the noun after "what", "which" and their like: "which minister", "what is the deadline", "ما قيمة"."""
    for match in asking.WHAT.finditer(asked):
        after = _BETWEEN.match(asked, match.end())
        if after is None:
            continue
        following = _VERB.split(after[1])[0]
        for kinds, pattern in asking.classes():
            found = pattern.search(following)
            # English says of what sort first: "which UN envoy"; in Arabic the noun comes first.
            if found and (found.start() == 0 or found[0].isascii()):
                return kinds
    return ()


def _bare(asked: str) -> tuple[ValueKind, ...]:
    """By a noun among bare words: "prisoner swap date", "emiri court spokesman", "موعد القمة"."""
    if re.search(r"\b(?:until|since|till)\b\W*$|^(?:start|end) of\b", asked):
        return ("date",)
    if _ARABIC.search(asked):
        for kinds, pattern in asking.classes():
            # A noun phrase begins with its head, and one with an article names somebody who is known.
            found = pattern.match(asked)
            if found and not ("person" in kinds and found[0].startswith("ال")):
                return kinds
        return ()
    asked = re.sub(r"[a-z]{5,}", lambda word: _unslipped(word[0]), asked)
    head = _PREPOSITION.split(asked)[0]
    for kinds, pattern in asking.classes():
        if "organisation" not in kinds and (pattern.search(head) or (kinds[0] != "person" and pattern.search(asked))):
            return kinds
    return ()


def _unslipped(word: str) -> str:
    """The noun that a misspelt one among bare words is for."""
    nouns = asking.bare_nouns()
    if word in nouns or word.removesuffix("s") in nouns:
        return word
    best = max(nouns, key=lambda noun: JaroWinkler.similarity(word, noun))
    return best if JaroWinkler.similarity(word, best) >= _SLIP and abs(len(best) - len(word)) <= 2 else word
