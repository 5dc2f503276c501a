"""What speaks against a passage as the answer, however well it matches: what is asked and cannot be read in it.

A near miss has the question's people and topic and still does not tell what is asked. Each check here looks for one thing
that an answer would have to hold; a passage that fails one is told as related, never as the answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from index.durations import find_durations
from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.answer.types import Question

Objection = Literal["figure", "hour", "future", "first", "length", "reason", "amount", "place", "name", "speaker"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader of a passage has before them, folded for comparison.

    Attributes:
        passage: The passage and its translation.
        around: The same with its heading, the sentence before it and the day of its publication.
        signals: What the search measured of the passage.
    """

    passage: str
    around: str
    signals: Mapping[str, float] = field(default_factory=dict)


def _any(english: str, arabic: str) -> re.Pattern[str]:
    """A pattern for any of these words, folded: ``_`` is a space, ``*`` any ending; Arabic ones may carry و and ف."""
    latin, others = (
        "|".join(word.replace("_", r"\s").replace("*", r"\w*") for word in words.split()) for words in (english, arabic)
    )
    return re.compile(rf"\b(?:{latin})\b|(?<!\w)[وف]?(?:{others})(?!\w)")


# A figure must be told of, but for a year that only bounds the question ("since 2022").
_FIGURE = re.compile(
    r"(?<!since )(?<!before )(?<!after )(?<!منذ )(?<!قبل )(?<!بعد )(?<!منذ عام )(?<![\w.,])\d+(?:[.,]\d+)*(?![\w.,]*\w)"
)
_HOUR = _any("what_time o'clock which_hour", "الساعه كام اي_ساعه")
_CLOCK = re.compile(r"\d:\d\d|\d\s*(?:am|pm|a\.m|p\.m)\b|الساعه")
# Verbs of the future, and not سياسة, سيادة, سيارة and other nouns that begin like them.
_COMING = r"سوف (?:سي|ست)(?!اس|اد|ار|نار|طر|ول|ين|ه\b)\w{3,}"
_FUTURE = _any(
    "will next upcoming future plan plans planned scheduled going_to",
    f"{_COMING} (?:ال)?قادم* (?:ال)?مقبل* (?:ال)?مستقبل* (?:ال)?تالي* بعدين هي[تن]?\\w{{3,}} رح",
)
_PLANNED = _any(
    "will next upcoming future plan* scheduled continue agreed potential possible",
    f"{_COMING} (?:ال)?قادم* (?:ال)?مقبل* (?:ال)?مستقبل* (?:ال)?محتمل* مواصله اتفقا? استمرار",
)
_FIRST = _any("first", "(?:ال)?اول (?:ال)?اولي")
_LAST = _any("last previous", "(?:ال)?اخر (?:ال)?سابقه?")
# How long a thing went on, not how long it was since.
_LENGTH = _any(
    """last lasted take took go_on went_on talk_for talking_for speak_for spoke_for long_was
    long_(?:did|does)_(?:the|their|this|that)""",
    "دام* تدوم استمر* تستمر استغرق* تستغرق طول مده ضلوا قعد* 2a3adet",
)
_SINCE = _any("since been not_talk* not_speak not_spoke* before silent", "منذ انقطاع صار بقال* ما_حكوا ما_اتكلم* قبل")
_GAP = re.compile(r"(?:\b(?:after|in|since)|(?<!\w)(?:بعد|منذ|خلال))\s*(?:\w+\s+){0,2}$")
_REASON = _any(
    """because due_to owing_to result caused? since in_order_to aim aims aimed aiming as_(?:permanent_)?members for_the_sake
    reason so_that with_a_view intended purpose root despite over blame*""",
    """لان* بسبب نتيجه نظرا من_اجل بهدف يهدف تهدف هدفه* كاعضاء كعضو* لكي كي سبب* اسباب جراء اثر علي_خلفيه حتي بعد اذ
    حيث حمل*""",
)
_AMOUNT = _any(
    """one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion
    half both all no none percent""",
    """[بل]?(?:ال)?(?:واحد*|اثن*|ثلاث*|اربع*|خمس*|ست|سته|سبع*|ثمان*|تسع*|عشر*|ميه|مايه|ميتين|ميات|الف|الاف|الفين|مليون*|ملايين|مليار*)
    (?:ال)?نصف كلا كلتا جميع \\w{3,}(?:تان|تين)""",
)
# Where an event was, not where something is that was spoken of.
_EVENT = _any("meet met take_place took_place held happen happened", "جرت جري التقي* اجتمع* عقد*")
_HELD_IN = re.compile(
    r"\b(?:meet|met|meeting|held|took place|talks|arrived|visit\w*|received)\b(?: [\w'-]+){0,6} (?:in|at|to) (?!\d)|"
    r"(?<!\w)[وف]?(?:التق\w*|اجتمع\w*|اجتماع\w*|عقد\w*|جر[يت]\w*|لقاء\w*|استقبل\w*|زار\w*|وصل\w*)(?: \w+){0,6} (?:في|الي) (?!\d)"
)
_SPEAKER = re.compile(
    r"\b(?:what|why|how) (?:did|does|has) (?P<en>\w+) (?:say|tell|think|blame|stress|emphasi[sz]e|demand|call for|want)|"
    r"(?<!\w)(?:ماذا|ما الذي|شو|ايه اللي|وش) (?:قال|ذكر|صرح|طلب|اكد|حكي) (?:(?:الرييس|الرييسه|الوزير|الملك) )?(?P<ar>\w+)"
)
# Of the search's measures: a passage without a place, and a name that neither it nor what surrounds it bears out.
_NO_PLACE, _NO_NAME = 0.3, 0.7
# A capital stands for its government, and a month in a question need not be told of.
_OTHERWISE_NAMED = _any(
    """moscow paris kyiv kiev washington tehran london beijing berlin ankara brussels west western january february march april
    may june july august september october november december""",
    "موسكو باريس كييف واشنطن طهران لندن بكين برلين انقره بروكسل (?:ال)?غرب*",
)
_NOBODY = frozenset(
    """they he she it the both we you leaders sides presidents anyone everyone الجانبان الطرفان الرييسان الزعيمان القاده
    كل""".split()  # noqa: SIM905 - a list of words reads better as text
)


def find_objections(question: Question, told: Told) -> tuple[Objection, ...]:
    """What a passage lacks of what the question asks for; empty where nothing speaks against it."""
    asked = fold(question.text).text
    return tuple(name for name, speaks_against in _CHECKS.items() if speaks_against(question, asked, told))


def _figure(_: Question, asked: str, told: Told) -> bool:
    return any(figure not in told.around for figure in _FIGURE.findall(asked))


def _future(_: Question, asked: str, told: Told) -> bool:
    return bool(_FUTURE.search(asked)) and not _PLANNED.search(told.passage)


def _hour(question: Question, asked: str, told: Told) -> bool:
    return question.kind in {"when", "how_many"} and bool(_HOUR.search(asked)) and not _CLOCK.search(told.passage)


def _place(question: Question, asked: str, told: Told) -> bool:
    if question.kind != "where":
        return False
    if _EVENT.search(asked):
        return not _HELD_IN.search(told.passage)
    return told.signals.get("asked_where", 1.0) < _NO_PLACE


def _name(_: Question, asked: str, told: Told) -> bool:
    return told.signals.get("unsupported_name", 0.0) >= _NO_NAME and not _OTHERWISE_NAMED.search(asked)


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
    return question.kind == "how_many" and not (re.search(r"\d", told.passage) or _AMOUNT.search(told.passage))


def _speaker(_: Question, asked: str, told: Told) -> bool:
    match = _SPEAKER.search(asked)
    name = match and (match["en"] or match["ar"])
    if not name or name in _NOBODY:
        return False
    return name not in told.around


_CHECKS: dict[Objection, Callable[[Question, str, Told], bool]] = {
    "figure": _figure,
    "hour": _hour,
    "future": _future,
    "first": _first,
    "length": _length,
    "reason": _reason,
    "amount": _amount,
    "place": _place,
    "name": _name,
    "speaker": _speaker,
}
