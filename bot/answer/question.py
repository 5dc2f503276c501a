"""What is asked: its language, its kind, what it seeks, and whether it leans on the question before it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.answer.types import Question
from bot.errors import QuestionError
from index.language import detect_language, fold
from prompts import load

if TYPE_CHECKING:
    from bot.answer.types import QuestionKind
    from index.types import Language, Seeks

MAX_QUESTION_LENGTH = 1000

# In the order in which they are tried, over folded text. Arabic question words may carry و or ف.
_KINDS: dict[QuestionKind, str] = {
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
_ANYWHERE: frozenset[QuestionKind] = frozenset({"when", "how_long", "how_many", "why"})
_PUBLICATION = re.compile(
    r"publish|publication|posted|go out|went out|byline|(?:this|the) (?:article|report|story|text|news)\b|"
    r"نشر|(?:ال)?(?:مقال|خبر|تقرير|نص|ماده)\b|نزل"
)
_LEANS = re.compile(
    r"^(?:(?:and|but|also|so|then|what about|how about|what else)\b|(?:why|who|when|where|which|how)\W+(?:\w+\W*){0,2}$|"
    r"(?:و(?:ماذا|ما|متي|من|اين|كيف|لماذا|كم|هل|ليه|ايه|شو|وين|مين|ايش|بعد|قبل)|طيب|ماذا عن)\b)"
)
_ABOUT = re.compile(r"^(?:(?:and |but )?(?:what|how) about|(?:طيب )?و?ماذا عن|طيب و)\W*\w")
_PRONOUNS = re.compile(
    r"\b(?:it|its|that|this|those|these|they|them|their|he|his|him|she|her|there|then|one|"
    r"ذلك|تلك|هذا|هذه|هو|هي|هم|هما|ده|دي|هيك|\w{3,}(?:ها|هم|هما))\b"
)
_NAME = re.compile(r"(?<!^)(?<![.?!] )\b[A-Z][a-z]+")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
# What people say to a bot beside their questions, over folded text. A message of nothing else asks nothing.
_PLEASANTRIES = (
    r"many thanks|thank(?:s+| you|u)?(?: (?:so|very) much| a lot| again)?|thx|ty|cheers|you(?: a|')?re welcome|"
    r"o?k(?:ay)?|kk|got it|i see|sure|fine|hi+|hello+|hey+|hiya|good (?:morning|afternoon|evening|night|day)|"
    r"(?:good)?bye|see you|yes|yeah|yep|no|nope|please|sorry|(?:very |so )?(?:good|cool|great|nice|perfect)|wow|"
    r"lo+l|lmao|(?:ha){2,}h?|(?:who|what|how) (?:are|r) (?:you|u)|what(?:'?s| is) up|"
    r"شكرا+(?: (?:لك|لكم|جزيلا|كثيرا|جدا|كتير))*|مشكور(?:ين)?|يسلمو|تسلم|يعطيك العافيه|عفوا|"
    r"مرحبا|اهلا(?: وسهلا| بك| بكم)*|يا?هلا|هلا|هاي|سلام|و?عليكم السلام|السلام عليكم(?: ورحمه الله)?(?: وبركاته)?|"
    r"(?:صباح|مساء) (?:الخير|النور)|تصبح علي خير|مع السلامه|باي|"
    r"تمام|طيب|ماشي|اوكي?|حسنا|حاضر|فهمت|نعم|لا|اه|ايوه?|اي|ممتاز|رائع|جميل|حلو|اسف|"
    r"ان شاء الله|الحمد لله|ه{2,}|(?:من|مين) (?:انت|انتم|تكون)|انت (?:مين|من)|كيف(?: حالك| الحال|ك)|ازيك|شلونك|شو اخبارك"
)


@cache
def _patterns() -> dict[QuestionKind, re.Pattern[str]]:
    return {
        kind: re.compile(
            rf"(?<!\w)[وف]?(?:{words})(?!\w)" if kind in _ANYWHERE else rf"^[وف]?(?:and |but )?(?:{words})(?!\w)"
        )
        for kind, words in _KINDS.items()
    }


def read_question(text: str, language: Language | None = None, context: str | None = None) -> Question:
    """The question in a message.

    Args:
        text: The message as it came.
        language: The language to answer in; that of the text where None.
        context: The question that this one is a reply to; kept only where this one leans on it.

    Raises:
        QuestionError: There is no word in it, or none but pleasantries; or it is longer than ``MAX_QUESTION_LENGTH``.
    """
    stripped = text.strip()
    words = _WORD.findall(fold(stripped).text)
    if not words:
        raise QuestionError(too_long=False)
    if len(stripped) > MAX_QUESTION_LENGTH:
        raise QuestionError(too_long=True)
    if re.fullmatch(rf"(?:(?:{_PLEASANTRIES})(?: |$))*", " ".join(words).replace("’", "'")):
        raise QuestionError(too_long=False)
    leans = context is not None and _leans(stripped)
    return Question(
        text=stripped,
        language=language or detect_language(stripped),
        kind=_kind(stripped),
        context=context if leans else None,
    )


def explain(error: QuestionError, language: Language) -> str:
    """What to tell the person whose question was refused."""
    return load(language).say("answer.too_long" if error.too_long else "answer.no_question", limit=MAX_QUESTION_LENGTH)


def sought(question: Question) -> Seeks | None:
    """The kind of value that the answer must hold, where the question wants a precise one."""
    if question.kind == "when":
        return "publication" if _PUBLICATION.search(fold(question.text).text) else "date"
    return "duration" if question.kind == "how_long" else None


def _kind(text: str) -> QuestionKind:
    folded = " ".join(fold(text).text.split())
    asked = folded.rsplit(". ", 1)[-1].lstrip("\"'«“([ ")
    for kind, pattern in _patterns().items():
        if pattern.search(asked):
            return kind
    return "what"


def _leans(text: str) -> bool:
    folded = fold(text).text
    if _ABOUT.search(folded):
        return True
    if len(folded.split()) > 12 or _NAME.search(text):
        return False
    return bool(_LEANS.search(folded) or _PRONOUNS.search(folded)) or len(folded.split()) <= 2
