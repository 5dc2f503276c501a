"""How likely a date is the one asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.periods import find_periods

if TYPE_CHECKING:
    from bot.answer.values.candidate import Candidate
    from bot.answer.values.choice import Choice

_BASE = 0.3
# How much it counts that a word beside a day is asked, and how many words are beside it.
_OF_ITS_OWN, _BESIDE = 0.4, 2
_BEFORE_THIS = re.compile(
    r"\b(?:previous(?:ly)?|prior|earlier|before (?:this|that|the|it)|last (?:\w+ )*before)\b|"
    r"(?<!\w)(?:ال)?(?:سابق\w*|قبل (?:هذه|هذا|ذلك|كده|هال\w+|المره)|ماضيه)(?!\w)"
)
_HIJRI = re.compile(r"\bhijri|هجري")
_INSTEAD = re.compile(
    r"\b(?:originally|instead of|rather than|put off (?:in|from)|not)\s+(?:\w+\s+){0,3}$|"
    r"(?<!\w)(?:بدلا من|اصلا|كان مقررا|وليس|لا في)\s+(?:\w+\s+){0,2}$"
)
_ORIGINALLY = re.compile(r"\boriginal|\bfirst due|اصلا|اصلي")
_SINCE = re.compile(
    r"\b(?:since|from|start\w*|began|begin\w*|took office)\b|(?<!\w)(?:منذ|من|[يت]?بد[اأ]\w*|ابتد\w*|بدء|بدايه)(?!\w)"
)
_SINCE_BEFORE = re.compile(
    r"(?:\b(?:since|from|begin\w*)\s+(?:the\s+)?|(?<!\w)(?:منذ|اعتبارا من|ابتداء من|بدءا من|من)\s+(?:يوم\s+)?)$"
)
_UNTIL = re.compile(
    r"\b(?:until|till|ends?|expir\w*|deadline|by when|by what|latest)\b|"
    r"(?<!\w)(?:حتي|لحد|الي متي|[يت]نتهي|اخر موعد|اقصي|مهله|انتهاء)(?!\w)"
)


def weigh_date(choice: Choice, one: Candidate) -> float:
    """How likely a date answers; 0 where the question itself names it."""
    days = one.days
    near = _BASE + choice.nearness.of(one.start, one.end)
    if days is None:
        return 0.6 * near
    if days.hijri != choice.asks(_HIJRI):
        return 0.0
    period, published = days.period, choice.reading.published
    named = find_periods(choice.question.text, published)
    if any((one.first, one.last) == (period.first, period.last) for one in named):
        return 0.0
    before = choice.before(one)
    if _INSTEAD.search(before) and not choice.asks(_ORIGINALLY):
        near *= 0.5
    if days.is_relative and period.grain in {"year", "month", "week"} and not days.limit:
        near *= 0.6
    elif period.grain == "year":
        near *= 0.9
    if published and choice.asks(_BEFORE_THIS) and abs((published - period.first).days) <= 1:
        near *= 0.3
    if _SINCE_BEFORE.search(before) and choice.asks(_SINCE):
        near *= 1.2
    if days.limit in {"by", "until", "before"} and choice.asks(_UNTIL):
        near *= 1.2
    return near + _OF_ITS_OWN * _said_before(choice, one)


def _said_before(choice: Choice, one: Candidate) -> float:
    """Whether one of the few words before a day is asked: of "began on Monday and ended on Friday", when it ended."""
    first, _ = choice.reading.words_in(one.start, one.end)
    clause = choice.reading.words[first].clause
    reach = {at for at in range(max(0, first - _BESIDE), first) if choice.reading.words[at].clause == clause}
    return max((value for row in choice.nearness.like for at, value in row if at in reach), default=0.0)
