"""What one readout says is done and the other says the contrary of, or of what it says that nothing of the kind was promised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.comparison.denials import denies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.comparison.laid import Laid
    from bot.answer.comparison.statements import Statement

# From here on two statements are of the same thing, by whether they are in one language.
_OF_ONE = {False: 0.6, True: 0.85}
# What is agreed and what is left open are told apart by that alone, wherever both are the most alike for each other.
_ON_OUTCOMES = {False: 0.45, True: 0.75}
_ON_PROMISES = 0.45


def _either(english: str, arabic: str) -> re.Pattern[str]:
    """A pattern for any of some words over folded text; Arabic verbs may carry و, ف or the س of the future."""
    return re.compile(rf"\b(?:{english})\b|(?<!\w)[وف]?س?(?:{arabic})(?!\w)")


# Each with its contrary.
_CONTRARIES = (
    (
        _either(
            r"accept(?:s|ed)?|agree[sd]?|approv\w+|welcom\w+|back(?:s|ed)",
            r"[وي]?وافق\w*|توافق|قبلت?|[يت]قبل|رحبت?|ايدت?|اتفق\w*",
        ),
        _either(r"reject\w*|refus\w+|declin\w+|turn\w* down|oppos\w+", r"رفضت?|[يت]رفض|عارضت?|[يت]عارض|اعتذرت? عن"),
    ),
    (
        _either(
            r"lift\w*|eas(?:e|es|ed|ing)|abolish\w*|remov\w+|end(?:s|ed)?",
            r"(?:[يت]?رفع|الغاء|[يت]لغي|انهاء|[يت]نهي|تخفيف)",
        ),
        _either(
            r"(?:remain\w*|stay\w*|keep\w*) (?:\w+ )?(?:in (?:force|place|effect)|unchanged)|maintain\w*|extend\w*|prolong\w*",
            r"[يت]بقي (?:ساري\w*|قايم\w*|نافذ\w*)|ساريه?|ابقاء|الابقاء|تمديد|[يت]مدد|[يت]ظل",
        ),
    ),
    (
        _either(r"withdr[ae]w\w*|pull\w* (?:out|back)", r"[يت]?نسحب|انسحاب|الانسحاب|[يت]?سحب|سحبت"),
        _either(r"remain\w*|stay\w*|keep\w*", r"[يت]بقي|بقاء|[يت]ظل|[يت]واصل"),
    ),
    (
        _either(r"(?:re)?open\w*|resum\w+", r"[يت]?فتح|فتحت|اعاده فتح|افتتاح|[يت]ستانف|استيناف|[يت]ستانفان"),
        _either(r"clos(?:ed|es|e|ing)|shut|suspend\w*|halt\w*", r"مغلق\w*|اغلاق|[يت]غلق|تعليق|[يت]علق|معلق\w*|متوقف\w*"),
    ),
    (
        _either(
            r"(?:go(?:es)?|carry|carries) on|continu\w+|goes ahead|proceed\w*",
            r"[يت]ستمر|استمرار|[يت]واصل|مواصله|[يت]تواصل",
        ),
        _either(
            r"stop(?:s|ped)?|ceas\w+|suspend\w*|halt\w*|cancel\w*|end(?:s|ed)?",
            r"[يت]توقف|توقف|وقف|ايقاف|[يت]وقف|تعليق|[يت]علق|الغاء|[يت]لغي|انهاء|[يت]نهي",
        ),
    ),
    (
        _either(r"join\w*|enter\w*|acced\w+|become a member", r"[يت]?نضم|انضمام|[يت]دخل|[يت]لتحق"),
        _either(r"(?:stay|remain|keep)\w* (?:out|outside|aloof)|neutral\w*", r"خارج|محايد\w*|حياد\w*"),
    ),
    (
        _either(
            r"return\w*|hand\w* (?:over|back)|give\w* back|releas\w+|free[ds]?",
            r"[يت]عاد|اعاده|[يت]عيد|اعادت?|[يت]سلم|تسليم|سلمت?|افراج|الافراج|افرجت?|[يت]فرج|اطلاق",
        ),
        _either(
            r"(?:remain|stay|be kept|keep|hold)\w* (?:\w+ ){0,4}(?:custody|detention|prison|possession)|retain\w*",
            r"[يت]?حتفظ|احتفاظ|[يت]بقي (?:\w+ ){0,3}(?:محتجز\w*|في عهده|في حوزه)|قيد الاحتجاز",
        ),
    ),
    (
        _either(
            r"rais(?:e|es|ed|ing)|increas\w+|grow\w*|expand\w*",
            r"زياده|[يت]زيد|[يت]?رفع(?! (?:ال)?(?:حظر|عقوبات|قيود|حصار))|ارتفاع|توسيع",
        ),
        _either(r"cut\w*|reduc\w+|lower\w*|decreas\w+|shrink\w*", r"خفض|[يت]خفض|تخفيض|تقليص|[يت]قلص|انخفاض"),
    ),
    (
        _either(
            r"observ(?:e|es|ed)|respect(?:s|ed)?|abid\w+|compl(?:y|ies|ied)",
            r"[يت]?لتزم\w*|التزمت?|[يت]?حترم|احترمت?|[يت]تقيد",
        ),
        _either(r"violat\w+|breach\w*|br(?:oke|eak|eaks|oken)", r"خرقت?|انتهكت?|[يت]نتهك|انتهاك\w*|خروقات"),
    ),
)  # fmt: skip
_OUTCOMES = (
    _either(
        r"agree[ds]?|settled?|decided?|resolved?|concluded?|approved?|finali[sz]ed?|signed",
        r"اتفق\w*|اتفاق|حسم\w*|قرر\w*|توصل\w*|سوي|سويت|وافق\w*|وقع\w*|اقر\w*",
    ),
    _either(
        r"(?:put|putting) off|postpon\w+|deferr?\w*|le(?:ft|ave|aves) \w+(?: \w+){0,5} open|remain\w* open|"
        r"undecided|unresolved|"
        r"under (?:study|review|discussion|consideration)|yet to be (?:decided|agreed|settled)|shelved|no decision",
        r"[اي]رج[يء]\w*|ارجاء|تاجيل|[يت]وجل|اجلت?|قيد (?:ال)?(?:دراسه|بحث|نظر|درس|مراجعه)|معلق\w*|"
        r"لم [يت]حسم\w*|لم [يت]بت\w*|دون حسم",
    ),
)
_PROMISES = _either(
    r"promis\w+|pledg\w+|undert\w+|commit\w*|will|agreed",
    r"تعهدت?|[يت]تعهد|التزمت?|وعدت?|وافقت?|اتفق\w*|[يت]عتزم|س[يت]\w{3,}",
)
_NO_PROMISE = re.compile(
    r"\b(?:no|not any|without any|any) (?:\w+ )?(?:commitments?|promises?|pledges?|undertakings?|assurances?|guarantees?)\b|"
    r"\b(?:not|never) (?:promis|pledg|undert|commit)\w+|"
    r"(?<!\w)[وف]?(?:لم|دون|بدون|لا) (?:\w+ ){0,2}(?:اي )?(?:تعهد\w*|التزام\w*|وعد|وعود|وعدا|ضمان\w*)(?!\w)"
)


def find_opposites(laid: Laid) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of statements on one thing of which one says the contrary of the other, in the order of the first."""
    surely, possibly = _OF_ONE[laid.in_one_language], _ON_OUTCOMES[laid.in_one_language]
    for at, place in laid.best(possibly):
        one, other = laid.one[at], laid.other[place]
        if _differ_in(one, other, *_OUTCOMES) or (laid.score[at, place] >= surely and _are_contrary(one, other)):
            yield one, other


def find_promises(laid: Laid) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of which one says that nothing was promised, and the other, nearest to it, what was."""
    for at, one in enumerate(laid.one):
        for place, other in enumerate(laid.other):
            if laid.score[at, place] < _ON_PROMISES:
                continue
            if _promises_none(one) and _promises(other) and laid.score[at, place] >= laid.score[at].max():
                yield one, other
            if _promises_none(other) and _promises(one) and laid.score[at, place] >= laid.score[:, place].max():
                yield one, other


def _are_contrary(one: Statement, other: Statement) -> bool:
    if denies(one) or denies(other):
        return False
    return any(_differ_in(one, other, *contraries) for contraries in _CONTRARIES)


def _differ_in(one: Statement, other: Statement, is_so: re.Pattern[str], is_contrary: re.Pattern[str]) -> bool:
    """Whether of two statements the one is so and not the contrary, and the other is the contrary and not so."""
    first, second = (
        (bool(is_so.search(statement.folded)), bool(is_contrary.search(statement.folded))) for statement in (one, other)
    )
    return first != second and first[0] != first[1] and second[0] != second[1]


def _promises_none(statement: Statement) -> bool:
    return bool(_NO_PROMISE.search(statement.folded))


def _promises(statement: Statement) -> bool:
    return bool(_PROMISES.search(statement.folded)) and not _promises_none(statement) and not denies(statement)
