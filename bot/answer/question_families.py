"""The nine families of what is asked, by the words that ask: what the search and the confidence have learned from."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answer.types import QuestionFamily

# In the order in which they are tried, over folded text. Arabic question words may carry و or ف.
_FAMILIES: dict[QuestionFamily, str] = {
    "how_long": (
        r"how long|(?:for|in|since|after) how many (?:years?|months?|weeks?|days?|hours?|minutes?)|"
        r"how many (?:years?|months?|weeks?|days?|hours?|minutes?)|what length of time|hw long|how much time|"
        r"منذ متي|من متي|(?:ال)?مده|"
        r"كم (?:سنه|عاما?|شهرا?|يوما?|ساعه|دقيقه|مر|مضي|دامت?|استمرت?|استغرقت?|تستغرق|تدوم|من الوقت|طالت|المده|مده)|"
        r"قديش (?:صار|الو|اله|استمر)|(?:اد|قد|2ad) (?:ايه|eh)|كام سنه|كم صار|بعد كم|من كام"
    ),
    "when": (
        # "when" may also join two sentences: "Where was Macron when he called?"
        r"^(?:.*\b(?:know|known|says|said|(?:tell|tells|told)(?: me| us)?|clear|remember|mentions?|since|and|or) )?when|"
        r"when(?=\W*$)|"
        r"when (?:was|were|is|are|did|does|do|will|has|have|had)|wen|"
        r"(?:what|which) (?:\w+ )?(?:date|year|month|day|time)\b|the (?:year|month|day|time) (?:of|when|that|in which)|"
        r"(?<!to )dates?\b|"
        r"متي|امتي|امتا|ايمتي|ايمتا|وقتيش|تاريخ|(?:اي|انهي) (?:عام|سنه|يوم|شهر|تاريخ|ساعه|وقت)|الساعه كام|emta|imta|mata"
    ),
    "how_many": r"how (?:many|much)|number of|كم|كام|عدد|قديش|بكم|kam",
    "why": (
        r"why|what (?:caused?|led to|(?:is|was) the (?:cause|reason))|reasons?\b|"
        r"لماذا|ليه|ليش|لما|علاش|(?:ال)?(?:سبب|اسباب)|leh|lesh"
    ),
    "where": (
        r"(?:(?:from|to|in|for|at|on) )?(?:where|(?:which|what) (?:cit(?:y|ies)|place|region|town|capital|location))|"
        r"(?:(?:من|الي|في) )?(?:اين|وين|فين|(?:اي|انهي) (?:بلد|مدينه|مكان|دوله|منطقه|عاصمه))|feen|wen\b"
    ),
    "who": (
        r"(?:(?:with|to|by|from|between|for|of) )?(?:who|whom|whose|which (?:\w+ )?(?:leaders?|presidents?|side|party|members?|"
        r"countr(?:y|ies)))|"
        r"(?:علي |مع |عن |الي |ل)?(?:مين|منو)|(?:(?:مع|عن|الي|بين|علي) |ل)?من(?= \w)(?! (?:خلال|قبل|بعد|اجل|اي|ناحيه|جهه))|"
        r"عمن|ممن|meen|min"
    ),
    "whether": (
        r"(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\b(?= )|"
        r"ا?هل|الم(?= \w)|اليست?|اكانت?|هو (?:\w+) (?:اتكلم|قال)"
    ),
    "how": r"how|كيف|ازاي|شلون|كيفاش",
}
_ANYWHERE: frozenset[QuestionFamily] = frozenset({"when", "how_long", "how_many", "why"})


@cache
def _patterns() -> dict[QuestionFamily, re.Pattern[str]]:
    return {
        family: re.compile(
            rf"(?<!\w)[وف]?(?:{words})(?!\w)" if family in _ANYWHERE else rf"^[وف]?(?:and |but )?(?:{words})(?!\w)"
        )
        for family, words in _FAMILIES.items()
    }


def read_family(asked: str) -> QuestionFamily:
    """The family of a question.

    Args:
        asked: The sentence that asks, folded.
    """
    return next((family for family, pattern in _patterns().items() if pattern.search(asked)), "what")
