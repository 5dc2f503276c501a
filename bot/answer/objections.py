"""What speaks against a passage as the answer, however well it matches: what is asked and cannot be read in it.

A near miss has the question's people and topic and still does not tell what is asked. Each check here looks for one thing
that an answer would have to hold; a passage that fails one is told as related, never as the answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from index.dates import find_dates
from index.durations import find_durations
from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.answer.types import Question

Objection = Literal[
    "figure",
    "hour",
    "future",
    "first",
    "length",
    "reason",
    "amount",
    "share",
    "month",
    "ordinal",
    "harm",
    "place",
    "name",
    "speaker",
    "asker",
    "issuer",
    "occasion",
    "cause",
    "denied",
    "opposite",
    "doer",
]


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
_HOUR = _any("what_time o'clock which_hour", "الساعه_كام اي_ساعه")
_CLOCK = re.compile(r"\d:\d\d|\d\s*(?:am|pm|a\.m|p\.m)\b|الساعه")
# Verbs of the future, and not سياسة, سيادة, سيارة and other nouns that begin like them.
_COMING = r"سوف (?:سي|ست)(?!اس|اد|ار|نار|طر|ول|ين|ه\b)\w{3,}"
_FUTURE = _any(
    "will next upcoming future plan plans planned scheduled going_to",
    f"{_COMING} (?:ال)?قادم* (?:ال)?مقبل* (?:ال)?مستقبل* (?:ال)?تالي* بعدين هي[تن]?\\w{{3,}} رح",
)
_PLANNED = _any(
    """will would next upcoming future plan* scheduled continue go_on agreed potential possible until is_to are_to
    due_to expected ready""",
    f"{_COMING} (?:ال)?قادم* (?:ال)?مقبل* (?:ال)?مستقبل* (?:ال)?محتمل* مواصله اتفقا? استمرار "
    "يرتفع يصل تصل ي[بت]دا ت[بت]دا ينص* مدتها غدا لا_اساس",
)
_FIRST = _any("first", "(?:ال)?اول (?:ال)?اولي")
_LAST = _any("last previous", "(?:ال)?اخر (?:ال)?سابقه?")
# How long a thing went on, not how long it was since.
_LENGTH = _any(
    """last lasted take took go_on went_on talk_for talking_for speak_for spoke_for long_was
    long_(?:did|does)_(?:the|their|this|that)""",
    "دام* تدوم امتد* [يت]متد استمر* تستمر استغرق* تستغرق طول مده ضلوا قعد* 2a3adet",
)
_SINCE = _any("since been not_talk* not_speak not_spoke* before silent", "منذ انقطاع صار بقال* ما_حكوا ما_اتكلم* قبل")
_GAP = re.compile(r"(?:\b(?:after|in|since)|(?<!\w)(?:بعد|منذ|خلال))\s*(?:\w+\s+){0,2}$")
# By how much something is to go on longer is not how long it goes on.
_EXTENDED = _any("exten(?:d|sion)* prolong*", "تمديد* مدد* [يت]مدد* تجديد* جدد*")
_BY_WHICH_EXTENDED = re.compile(
    r"(?:\b(?:exten(?:d|sion)|prolong)\w*|(?<!\w)[وفبل]?(?:ال|لل)?(?:تمديد|مدد|[يت]مدد|تجديد|جدد)\w*)[^.;:،؛]{0,60}$"
)
_REASON = _any(
    """because due_to owing_to result caused? since in_order_to aim aims aimed aiming as_(?:permanent_)?members for_the_sake
    reason* so_that with_a_view intended purpose root despite over as_long_as until unless after lest avoid prevent protect
    prompted triggered driven wake had_asked in_return in_exchange""",
    """لان* بسبب نتيجه نظرا من_اجل بهدف يهدف تهدف هدفه* كاعضاء كعضو* لكي كي سبب* اسباب جراء اثر علي_خلفيه حتي بعد اذ
    حيث تفادي* تجنب* خشيه خوف* مقابل عقب بعدما ريثما ما_دامت? علي_ضوء بدافع استجابه ردا تمهيد* حرصا لغرض بغيه
    ل[تين]\\w{3,} لاسباب وعز[تاي]\\w* عز[تا]\\w*""",
)
_BLAMED_ON = re.compile(r"\bblam\w+\b.*\bon\b")
_BLAME = _any("blame* responsib* accus*", "لوم لام* حمل* مسءول* مسيول* اتهم*")
_AMOUNT = _any(
    """one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion
    half both all no none percent""",
    """[بل]?(?:ال)?(?:واحد*|اثن*|ثلاث*|اربع*|خمس*|ست|سته|سبع*|ثمان*|تسع*|عشر*|ميه|مايه|ميتين|ميات|الف|الاف|الفين|مليون*|ملايين|مليار*)
    (?:ال)?نصف كلا كلتا جميع \\w{3,}(?:تان|تين)""",
)
# A number that counts something: none of a date, a clock or the number of a point in a list.
_COUNT = re.compile(r"(?<![\d.,:/-])\d+(?:[.,]\d+)*(?![\d.,:/-]*\d)(?!\.\s)")
_SHARE = _any(
    "percent percentage per_cent what_share what_proportion what_part",
    "(?:ال|ب|ال)?نسبه (?:في|ب)?المي?يه بالمايه كم_في_الم\\w+",
)
_PART = _any(
    "percent per_cent half third two-thirds quarter fifth tenth all none",
    "(?:في|ب)?_?(?:ال)?م[اي]?يه بالم\\w+ نصف ثلث* ربع خمس عشر",
)
_MONTHS = (
    "january|كانون الثاني|يناير|جانفي", "february|شباط|فبراير|فيفري", "march(?! on| to)|اذار|مارس", "april|نيسان|ابريل|افريل",
    "(?<!\\w )may(?= \\d|$| of)|(?<=in )may|ايار|مايو", "june|حزيران|يونيو|جوان", "july|تموز|يوليو|جويليه", "august|اغسطس|اوت",
    "september|ايلول|سبتمبر|شتنبر", "october|تشرين الاول|اكتوبر", "november|تشرين الثاني|نوفمبر", "december|كانون الاول|ديسمبر",
)  # fmt: skip
_ORDINALS = (
    "second(?!s)|(?:ال)?ثاني[هة]?",
    "third|(?:ال)?ثالث[هة]?",
    "fourth|(?:ال)?رابع[هة]?",
    "fifth|(?:ال)?خامس[هة]?",
    "sixth|(?:ال)?سادس[هة]?",
)
_ORDINAL_HERE = (r"\b2nd\b|\b2\b", r"\b3rd\b|\b3\b", r"\b4th\b|\b4\b", r"\b5th\b|\b5\b", r"\b6th\b|\b6\b")
_KILLED = _any(
    "killed dead died death* fatalit* lives",
    "قتل* مقتل قتيل* (?:ال)?قتلي وفاه وفيات توفي استشهد* ضحايا بحياه اودي مصرع لقوا",
)
_WOUNDED = _any("wound* injur* hurt", "جر[حي]* (?:ال)?جرحي اصاب* اصيب* مصاب*")
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
# Of the search's measures: a passage without a place, and a name that nothing in its document bears out.
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
    return question.family in {"when", "how_many"} and bool(_HOUR.search(asked)) and not _CLOCK.search(told.passage)


def _place(question: Question, asked: str, told: Told) -> bool:
    if question.family != "where":
        return False
    if _EVENT.search(asked):
        return not _HELD_IN.search(told.passage)
    return told.signals.get("asked_where", 1.0) < _NO_PLACE


def _name(_: Question, asked: str, told: Told) -> bool:
    return told.signals.get("unnamed", 0.0) >= _NO_NAME and not _OTHERWISE_NAMED.search(asked)


def _first(question: Question, asked: str, told: Told) -> bool:
    if question.family != "when" or not _FIRST.search(asked) or _LAST.search(asked):
        return False
    return bool(_LAST.search(told.passage)) and not _FIRST.search(told.passage)


def _length(question: Question, asked: str, told: Told) -> bool:
    if question.family != "how_long" or not _LENGTH.search(asked) or _SINCE.search(asked):
        return False
    other = (_GAP,) if _EXTENDED.search(asked) else (_GAP, _BY_WHICH_EXTENDED)
    return all(
        any(words.search(told.passage[: found.start]) for words in other) for found in find_durations(told.passage)
    )


def _reason(question: Question, asked: str, told: Told) -> bool:
    if question.family != "why" or _REASON.search(told.passage) or _BLAMED_ON.search(told.passage):
        return False
    return not (_BLAME.search(asked) and _BLAME.search(told.passage))


def _amount(question: Question, asked: str, told: Told) -> bool:
    if question.family != "how_many" or _AMOUNT.search(told.passage):
        return False
    dates = find_dates(told.passage)
    counts = (found for found in _COUNT.finditer(told.passage) if found[0] not in asked)
    return not any(all(not one.start <= found.start() < one.end for one in dates) for found in counts)


def _share(_: Question, asked: str, told: Told) -> bool:
    return bool(_SHARE.search(asked)) and not (_PART.search(told.passage) or "%" in told.passage or "٪" in told.passage)


def _month(_: Question, asked: str, told: Told) -> bool:
    """The question names a month, the passage names others."""
    wanted = {month for month, names in enumerate(_MONTHS, 1) if re.search(rf"(?<!\w)[وف]?(?:{names})(?!\w)", asked)}
    if not wanted:
        return False
    named = {
        month
        for month, names in enumerate(_MONTHS, 1)
        if re.search(rf"(?<!\w)(?:[وف]|لل|ل|ب)?(?:{names})(?!\w)", told.passage)
    }
    in_figures = {int(found) for found in re.findall(r"\b\d{1,2}[./-](\d{1,2})[./-](?:19|20)\d\d\b", told.around)}
    return bool(named) and not wanted & (named | in_figures)


def _ordinal(_: Question, asked: str, told: Told) -> bool:
    """The question asks of the second of something, and no second is told of."""
    return any(
        re.search(rf"(?<!\w)(?:{words})(?!\w)", asked)
        and not re.search(rf"(?<!\w)[وفبل]?(?:{words})(?!\w)|{figures}", told.around)
        for words, figures in zip(_ORDINALS, _ORDINAL_HERE, strict=True)
    )


def _harm(question: Question, asked: str, told: Told) -> bool:
    """The dead are asked for and the wounded are told of, or the other way round."""
    if question.family not in {"how_many", "who"}:
        return False
    killed, wounded = _KILLED, _WOUNDED
    return any(
        bool(
            one.search(asked)
            and not other.search(asked)
            and other.search(told.passage)
            and not one.search(told.passage)
        )
        for one, other in ((killed, wounded), (wounded, killed))
    )


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
    "share": _share,
    "month": _month,
    "ordinal": _ordinal,
    "harm": _harm,
    "place": _place,
    "name": _name,
    "speaker": _speaker,
}
