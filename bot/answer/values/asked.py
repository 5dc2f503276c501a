"""What kinds of value answer a question: by its kind, and by the noun that it names the kind with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.question_families import asking_sentence
from bot.answer.values import asked_patterns as patterns

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.answer.types import Question, QuestionFamily, QuestionKind, ValueKind

_SHARE = patterns.classes()[0][1]
# Between "which" and the noun: "which of the two sides", "what is the exact date".
_BETWEEN = re.compile(
    r"\W+(?:(?:(?:is|was|are|were|the|a|an|of|exact|first|last|هو|هي|كان|كانت|اقصي|ادني|اخر|اول)\b\W*|"
    r"ال(?=\w)))*((?:\S+\s*){1,4})"
)
_VERB = re.compile(
    r"\b(?:did|does|do|has|have|had|will|would|can|could|should|is|are|was|were|both|his|her|its|their|about)\b"
)


def wanted(question: Question) -> tuple[ValueKind, ...]:
    """The kinds of value that answer, the likeliest first; none where no value does."""
    asked = asking_sentence(question.text)
    if question.kind in {"when", "how_long_since"} and patterns.SINCE_WHEN.search(asked):
        return ("date", "duration")
    if question.family in {"who", "what"} and patterns.SEVERAL.search(asked):
        return ("list",)
    of_kind = _BY_FAMILY.get(question.family) or _BY_KIND.get(question.kind)
    return of_kind(asked) if of_kind else ()


def _days(asked: str) -> tuple[ValueKind, ...]:
    return () if patterns.HOUR.search(asked) else ("date",)


def _actors(asked: str) -> tuple[ValueKind, ...]:
    named = _named(asked)
    return named if named and named[0] in {"person", "organisation"} else ("person", "organisation")


def asks_names(asked: str) -> bool:
    """Whether the several things that a question asks for have names: "which two presidents", "أسماء الوزراء"."""
    return bool(patterns.NAMED.search(asked)) and not patterns.THINGS.search(asked)


def _numbers(asked: str) -> tuple[ValueKind, ...]:
    if _SHARE.search(asked):
        return ("percentage",)
    if patterns.BY_HOW_MUCH.search(asked):
        return ("percentage", "amount", "duration")
    return ("amount", "percentage")


def _named(asked: str) -> tuple[ValueKind, ...]:
    """By the noun after "what", "which" and their like: "which minister", "in which town", أي قصر."""
    for match in patterns.WHICH.finditer(asked):
        after = _BETWEEN.match(asked, match.end())
        if after is None:
            continue
        following = _VERB.split(after[1])[0]
        for kinds, pattern in patterns.classes():
            found = pattern.search(following)
            # English says of what sort first: "which UN envoy"; in Arabic the noun comes first.
            if found and (found.start() == 0 or found[0].isascii()):
                return kinds
    return ()


# Who asks "which minister" asks who, and not which.
_BY_FAMILY: Mapping[QuestionFamily, Callable[[str], tuple[ValueKind, ...]]] = {
    "how_long": lambda _: ("duration",),
    "who": _actors,
}
_BY_KIND: Mapping[QuestionKind, Callable[[str], tuple[ValueKind, ...]]] = {
    "when": _days,
    "how_many": _numbers,
    "where": lambda _: ("place",),
    "why": lambda _: ("reason",),
    "list": lambda _: ("list",),
    "which": _named,
}
