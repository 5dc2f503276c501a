"""What speaks against a passage as the answer, however well it matches: what is asked and cannot be read in it.

A near miss has the question's people and topic and still does not tell what is asked. Each check here looks for one thing
that an answer would have to hold; a passage that fails one is told as related, never as the answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from index.durations import find_durations
from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answer.types import Question

Objection = Literal["year", "future", "first", "length", "reason", "amount", "speaker"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader of a passage has before them, folded for comparison.

    Attributes:
        passage: The passage and its translation.
        around: The same with its heading, the sentence before it and the day of its publication.
    """

    passage: str
    around: str


# A year that only bounds the question ("since 2022") need not be told of.
_YEAR = re.compile(
    r"(?<!since )(?<!before )(?<!after )(?<!منذ )(?<!قبل )(?<!بعد )(?<!منذ عام )(?<!\d)(?:19|20)\d\d(?!\d)"
)
_FUTURE = re.compile(
    r"\b(?:will|next|upcoming|future|plan(?:s|ned)?|scheduled|going to)\b|"
    r"(?<!\w)(?:سوف|سي\w{2,}|ست\w{2,}|(?:ال)?(?:قادم|مقبل|مستقبل|تالي)\w*|بعدين|هي[تن]?\w{3,}|رح)(?!\w)"
)
_PLANNED = re.compile(r"\b(?:will|next|upcoming|future|plan\w*|scheduled|continue|agreed|potential|possible)\b|(?<!\w)(?:و)?(?:سوف|سي\w{2,}|ست\w{2,}|"
                      r"(?:ال)?(?:قادم|مقبل|مستقبل|محتمل)\w*|مواصله|اتفقا?|استمرار)(?!\w)")  # fmt: skip
_FIRST = re.compile(r"\bfirst\b|(?<!\w)(?:ال)?(?:اول|اولي)(?!\w)")
_LAST = re.compile(r"\b(?:last|previous)\b|(?<!\w)(?:ال)?(?:اخر|سابقه?)(?!\w)")
# How long a thing went on, not how long it was since.
_LENGTH = re.compile(
    r"\b(?:last(?:ed)?|take|took|go on|went on|talk(?:ing)? for|speak for|spoke for|long was|long (?:did|does) (?:the|their|this|that))\b|"
    r"(?<!\w)(?:دام\w*|تدوم|استمر\w*|تستمر|استغرق\w*|تستغرق|طول|مده|ضلوا|قعد\w*|2a3adet)(?!\w)"
)
_SINCE = re.compile(
    r"\bsince\b|\bbeen\b|\bnot (?:talk|speak|spoke)|\bbefore\b|\bsilent\b|(?<!\w)(?:منذ|انقطاع|صار|بقال\w*|ما (?:حكوا|اتكلم\w*)|قبل)(?!\w)"
)
_GAP = re.compile(r"(?:\bafter|\bin|\bsince|\bfirst \w+ (?:\w+ ){0,4}in|(?<!\w)(?:بعد|منذ|خلال))\s*(?:\w+\s+){0,2}$")
_REASON = re.compile(
    r"\b(?:because|due to|owing to|result|caused?|since|in order to|aim(?:s|ed|ing)?|as (?:permanent )?members|for the sake|reason|"
    r"so that|with a view|intended|purpose|root|despite|after|over)\b|"
    r"(?<!\w)[وف]?(?:لان\w*|بسبب|نتيجه|نظرا|من اجل|بهدف|يهدف|تهدف|هدفه\w*|ك(?:اعضاء|عضو\w*)|لكي|كي|سبب\w*|اسباب|جراء|اثر|علي خلفيه|حتي|بعد|اذ|حيث)(?!\w)"
)
_AMOUNT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|half|both|all|no|none|percent)\b|"
    r"(?<!\w)[وفبل]?(?:ال)?(?:واحد\w*|اثن\w+|ثلاث\w*|اربع\w*|خمس\w*|ست|سته|سبع\w*|ثمان\w*|تسع\w*|عشر\w*|مءه|مئ\w*|ماي\w*|مايه|الف|الاف|الفين|مليون\w*|"
    r"ملايين|مليار\w*|نصف|كلا|كلتا|جميع|\w{2,}(?:تان|تين))(?!\w)"
)
_SPEAKER = re.compile(
    r"\b(?:what|why|how) (?:did|does|has) (?P<en>\w+) (?:say|tell|think|blame|stress|emphasi[sz]e|demand|call for|want)|"
    r"(?<!\w)(?:ماذا|ما الذي|شو|ايه اللي|وش) (?:قال|ذكر|صرح|طلب|اكد|حكي) (?:الرييس |الرييسه |الوزير |الملك )?(?P<ar>\w+)"
)
_PRONOUNS = frozenset(
    "they he she it the both we you leaders sides presidents anyone everyone الجانبان الطرفان الرييسان الزعيمان القاده كل".split()
)


def find_objections(question: Question, told: Told) -> tuple[Objection, ...]:
    """What a passage lacks of what the question asks for; empty where nothing speaks against it."""
    asked = fold(question.text).text
    return tuple(name for name, speaks_against in _CHECKS.items() if speaks_against(question, asked, told))


def _year(_: Question, asked: str, told: Told) -> bool:
    return any(year not in told.around for year in _YEAR.findall(asked))


def _future(_: Question, asked: str, told: Told) -> bool:
    return bool(_FUTURE.search(asked)) and not _PLANNED.search(told.passage)


def _first(question: Question, asked: str, told: Told) -> bool:
    if question.kind != "when" or not _FIRST.search(asked) or _LAST.search(asked):
        return False
    return bool(_LAST.search(told.passage)) and not _FIRST.search(told.passage)


def _length(question: Question, asked: str, told: Told) -> bool:
    if question.kind != "how_long" or not _LENGTH.search(asked) or _SINCE.search(asked):
        return False
    return all(_GAP.search(told.passage[: found.start]) for found in find_durations(told.passage))


def _reason(question: Question, _: str, told: Told) -> bool:
    return question.kind == "why" and not _REASON.search(told.passage)


def _amount(question: Question, _: str, told: Told) -> bool:
    return question.kind == "how_many" and not _AMOUNT.search(told.passage)


def _speaker(_: Question, asked: str, told: Told) -> bool:
    match = _SPEAKER.search(asked)
    name = match and (match["en"] or match["ar"])
    if not name or name in _PRONOUNS:
        return False
    return name not in told.around


_CHECKS: dict[Objection, Callable[[Question, str, Told], bool]] = {
    "year": _year,
    "future": _future,
    "first": _first,
    "length": _length,
    "reason": _reason,
    "amount": _amount,
    "speaker": _speaker,
}
