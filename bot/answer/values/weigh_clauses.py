"""How likely a reason, a place or a list is the one asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.values.asked import asks_names
from bot.answer.values.nearness import SAID

if TYPE_CHECKING:
    from bot.answer.values.candidate import Candidate
    from bot.answer.values.choice import Choice

_BASE = 0.3
_CALL = re.compile(
    r"\bwhere (?:was|were|did|is) "
    r"(?:the |their |this |that |last |phone |telephone )*(?:calls?|phone|telephone|conversations?)\b|"
    r"(?<!\w)(?:اين|وين|فين) (?:كانت |جرت |تمت |صارت |حصلت )?(?:ال)?(?:مكالم\w*|اتصال\w*|محادثه هاتفيه)"
)

# What is where: not an event, whose name tells its place ("the Geneva talks").
_LOCATED = re.compile(
    r"\bwhere(?:'s| is| are| was| were)\b(?!.*\b(?:meet\w*|talks?|summit|conference|round|session|ceremony|held|attack\w*)\b)|"
    r"(?<!\w)(?:اين|وين|فين) (?:(?:هو|هي|[يت]قع|[يت]وجد|موجوده?|كانت?) )?"
    r"(?!.*(?:اجتماع|لقاء|قمه|موتمر|محادثات|مفاوضات|جوله|هجوم))"
)

# A name with the place that it is in: "the National Library in Tornholm".
_ITS_PLACE = re.compile(r"[,،]|\b(?:in|at|near)\b|(?<!\w)(?:في|ب\w{3,}|قرب|عاصم\w+)(?!\w)")
# What stands after these is told of the place, or beside it, and is not named by it.
_PARTS = re.compile(
    r"(?:since|until|before|after|because|when|while|where|which|who|that|and|or|but|in|on|at|of|to|from|by|with|is|was|are|were|\d+)|"
    r"(?:في|الي|من|علي|عن|عند|قرب|داخل|حول)"
)


def weigh_reason(choice: Choice, one: Candidate) -> float:
    """How likely a reason answers: the one beside what is asked about, which tells what the question does not."""
    near = choice.nearness.of(one.start, one.end, inside=False)
    return one.weight * (_BASE + near) - 0.3 * choice.nearness.said(one.start, one.end) * one.weight


def weigh_place(choice: Choice, one: Candidate) -> float:
    """How likely a place answers.

    0 where the question itself names it or asks for the place of what is named by it, or where a call was: a call has no place.
    """
    if choice.asks(_CALL):
        return 0.0
    if choice.nearness.said(*(one.name or (one.start, one.end))) >= 0.99:
        return 0.0
    if choice.asks(_LOCATED) and _is_its_name(choice, one):
        return 0.0
    value = one.weight * (_BASE + choice.nearness.of(one.start, one.end))
    if one.office is None:
        return value
    # "Which port": the one that is said to be a port.
    return value + 0.2 + 0.5 * (choice.nearness.said(*one.office) > 0)


def weigh_list(choice: Choice, one: Candidate) -> float:
    """How likely a list answers; 0 for things where names are asked for, names where things are, and for what is said."""
    is_of_names = any(member.kind != "list" for member in one.members)
    if is_of_names != asks_names(choice.asked) or choice.nearness.said(one.start, one.end) >= 0.99:
        return 0.0
    near = choice.nearness.of(one.start, one.end, inside=False)
    return one.weight * (_BASE + near) * (1.0 - 0.7 * choice.nearness.said(one.start, one.end))


def _is_its_name(choice: Choice, one: Candidate) -> bool:
    """Whether a place only names what is asked for: "the al-Ghaf nuclear plant", محطة الغاف النووية."""
    written = choice.reading.text[one.start : one.end]
    if choice.nearness.matched(one.start, one.end) - choice.sort and not _ITS_PLACE.search(written):
        return True
    words = choice.reading.words
    first, last = choice.reading.words_in(one.start, one.end)
    if choice.reading.language == "en":
        beside = range(last, min(last + 3, len(words)))
        between = choice.reading.text[one.end : words[beside[-1]].start] if beside else ","
    else:
        beside = range(max(0, first - 1), first)
        between = choice.reading.text[words[beside[0]].end : one.start] if beside else ","
    if any(mark in between for mark in ",،.;:؛()") or any(_PARTS.fullmatch(words[at].folded) for at in beside):
        return False
    return any(
        at in beside and value >= SAID and place not in choice.sort
        for place, row in enumerate(choice.nearness.like)
        for at, value in row
    )
