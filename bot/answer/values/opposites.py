"""Verbs that are each other's opposite: what rose did not fall, and who asks when it closed is not told when it opened."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.values.reading import Reading

# Two sides each, over folded text: ``*`` is any ending, ``_`` white space. Nouns that only part a time ("the end of June",
# نهاية العام) are left out, as is whatever is as often another word (قبل, رفع, صدر).
_TABLE = (
    (
        """rise rises rose risen rising increas* grow grows grew grown growth growing climb* jump* soared
        ارتفع* [يت]رتفع* ارتفاع* زاد زادت زياده* [يت]زيد ازداد* [يت]زداد نما نمو تضاعف*""",
        """fall falls fell fallen falling drop drops dropped decreas* declin* shrink* shrank reduc*
        انخفض* [يت]نخفض* انخفاض* تراجع* [يت]تراجع* هبط* هبوط* خفض* [يت]خفض* تخفيض* تقلص* نقص نقصت""",
    ),
    (
        "open opens opened opening reopen* inaugurat* افتتح* [يت]فتتح* افتتاح* [يت]فتح فتح فتحت",
        "closed closes closing closure shut shuts shutting اغلق* [يت]غلق* اغلاق*",
    ),
    (
        "begin begins began begun start starts started starting launch* commenc* بدا بدات [يت]بدا بدء بدءت انطلق* [يت]نطلق*",
        "end(?!_of) ends ended ending expir* finish* conclud* انتهي* انتهت [يت]نتهي انتهاء* انقضي انقضت اختتم*",
    ),
    (
        "accept accepts accepted acceptance approv* agree agrees agreed وافق* [يت]وافق* قبول*",
        "reject* refus* declin* turn*_down رفض* [يت]رفض*",
    ),
    (
        "import imports imported importing استورد* [يت]ستورد* استيراد* واردات*",
        "export exports exported exporting تصدير* [يت]صدر* صادرات*",
    ),
    ("arriv* وصل وصلت وصلوا وصول*", "leave leaves left leaving depart* غادر* [يت]غادر* مغادره*"),
    (
        "releas* freed frees freeing افرج* [يت]فرج* افراج*",
        """detain* arrest* abduct* kidnap* imprison* jailed captur* احتجز* [يت]حتجز* احتجاز* اعتقل* [يت]عتقل* اعتقال*
        خطف* اختطف* اختطاف*""",
    ),
    (
        "buy buys bought buying purchas* اشتري* اشترت [يت]شتري شراء* مشتريات*",
        "sell sells sold selling باع باعت [يت]بيع بيع* مبيعات*",
    ),
    ("win wins won winning فاز فازت [يت]فوز فوز*", "lose loses lost losing خسر* [يت]خسر* خساره"),
    ("impos* فرض* [يت]فرض*", "lift lifts lifted lifting الغي* الغت [يت]لغي الغاء*"),
    ("join joins joined joining انضم* [يت]نضم*", "withdraw* withdrew انسحب* [يت]نسحب* انسحاب*"),
)
# A question may also ask with the bare form, which in a passage is as often an adjective: "close relations".
_ASKED_TOO = {"closed": "close"}
# The farthest that a verb may stand from a value which it is said of, and what another clause counts for, in words.
_REACH, _CLAUSE = 9, 5


class Pair(NamedTuple):
    """What a question asks with, and the opposite of that."""

    asked: re.Pattern[str]
    same: re.Pattern[str]
    opposite: re.Pattern[str]


def opposites(asked: str) -> Iterator[Pair]:
    """The opposites of the verbs of a question, where it does not say these as well.

    Args:
        asked: The question, folded.
    """
    for pair in _pairs():
        if pair.asked.search(asked) and not pair.opposite.search(asked):
            yield pair


def is_opposed(asked: str, reading: Reading, start: int, end: int) -> bool:
    """Whether the opposite of what is asked is said of a stretch of a passage: the nearest of the two verbs decides.

    Args:
        asked: The question, folded.
        reading: The passage.
        start: The first offset of the stretch.
        end: One past its last.
    """
    for pair in opposites(asked):
        against = _distance(pair.opposite, reading, start, end)
        if against <= _REACH and against < _distance(pair.same, reading, start, end):
            return True
    return False


def _distance(verbs: re.Pattern[str], reading: Reading, start: int, end: int) -> float:
    """How many words off the nearest of some verbs stands; what comes before a stretch is nearer than what follows it."""
    first, last = reading.words_in(start, end)
    words = reading.words
    best = float("inf")
    if first == last:
        return best
    for match in verbs.finditer(reading.folded.text):
        at, until = reading.words_in(*reading.span(match.start(), match.end()))
        if first <= at < last:
            continue
        gap = first - until if at < first else at - last + 1.5
        # An Arabic verb with "and" begins a clause of its own, which nothing else parts from the one before.
        is_new = at >= last and match[0][0] in "وف"
        best = min(best, gap + _CLAUSE * (abs(words[at].clause - words[first].clause) + is_new))
    return best


@cache
def _pairs() -> tuple[Pair, ...]:
    sides = [(left.split(), right.split()) for left, right in _TABLE]
    return tuple(
        Pair(_any([*one, *(_ASKED_TOO[word] for word in one if word in _ASKED_TOO)]), _any(one), _any(other))
        for left, right in sides
        for one, other in ((left, right), (right, left))
    )


def _any(words: list[str]) -> re.Pattern[str]:
    """Any of these; Arabic ones may carry و, ف and س before a verb, ال, ب and ل before a noun."""
    spelt = [word.replace("*", r"\w*").replace("_", r"\s+") for word in words]
    latin = "|".join(word for word in spelt if word[0].isascii() and word[0] != "[")
    arabic = "|".join(word for word in spelt if not word[0].isascii() or word[0] == "[")
    return re.compile(rf"\b(?:{latin})\b|(?<!\w)[وف]?(?:س|ال|لل|بال|ب|ل)?(?:{arabic})(?!\w)")
