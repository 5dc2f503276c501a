"""How likely a person, an organisation or a group is the one asked for: by the part that they play in the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.language import fold, is_function_word

if TYPE_CHECKING:
    from bot.answer.values.candidate import Candidate
    from bot.answer.values.choice import Choice

_BASE = 0.3
_EITHER = re.compile(r"\bor\b|\bbetween\b|\bwho\b.*\bwhom?\b|(?<!\w)(?:ولا|ام|او|بين|للتاني|التاني|الاخر|للاخر)(?!\w)")
# Who does something stands after these.
_BY = re.compile(
    r"(?:\b(?:by|initiative\s+of|request\s+of|supervision\s+of|auspices\s+of|thanks\s+to)\s+|"
    r"(?<!\w)(?:باشراف|بطلب\s+من|بمبادره\s+من|من\s+قبل|علي\s+يد|عبر|برعايه|لدي|هاتفيا\s+من|مكالمه\s+من|اتصالا\s+من)\s+)[\"“«]?$"
)
# "Whom did Bulani accuse?": the answer is not who accuses.
_OBJECT = re.compile(
    r"\bwhom\b(?!\W*$)|\bwho (?:did|does|do|has|have|had)\b|\bwhich \w+ (?:did|does|do|has|have|had)\b|\bon whom\b|\bwhose fault\b|"
    r"\b(?:to blame|responsible)\b|(?<!\w)(?:اتهم\w*|حمل\w*|لام|التقي|قابل|زار) مين|الحق|مسوول عن|"
    r"(?<!\w)(?:من|مين|منو) (?:الذي |اللي )?(?:س|ب)?[يت]?حمل\w*"
)
_HOLDER = re.compile(
    r"\bwho(?:'s| is| was| s| are) (?:the |\w+'?s? )|\bname\b|"
    r"(?<!\w)(?:اسم|من هو|من هي|مين هو|مين هي|منو|مين) (?:ال)?"
    r"(?:وزير|رييس|متحدث|ناطق|قايد|سفير|مبعوث|كبير|مستشار|قبطان|زعيم|امير|سلطان|ملك)"
)
_BLAMED = re.compile(
    r"(?:\b(?:blam\w+|accus\w+|held|holds?|on)\s+|(?<!\w)[وف]?(?:[يت]?حمل\w*|محملا|محمله|[يت]?تهم\w*|اتهم\w*)\s+)[\"“«]?$"
)
_BLAMES_AFTER = re.compile(r"^[\"”»]?\s*(?:alone\s+)?(?:bears?|responsible|(?:هو|هي)\s+(?:الذي|التي|من))")


def weigh_actor(choice: Choice, one: Candidate) -> float:
    """How likely an actor answers; 0 where the question itself names them, unless it asks which of two."""
    nearness = choice.nearness
    is_holder = choice.asks(_HOLDER)
    others = {place for other in choice.candidates if other is not one for place in _named(choice, other)}
    weights = dict.fromkeys(others, 0.3)
    value = one.weight * (_BASE + nearness.of(one.start, one.end, weights, inside=False))
    before, after = choice.before(one), choice.after(one)
    if is_holder and one.office:
        value += _held(choice, one)
    elif _is_said(choice, one):
        if not choice.asks(_EITHER):
            return 0.0
        value *= 0.7
    if _BY.search(before):
        value += 0.5
    if choice.asks(_OBJECT):
        value += 0.5 * bool(_BLAMED.search(before) or _BLAMES_AFTER.search(after))
    else:
        value += 0.3 * _acts(choice, one)
    return value


def _named(choice: Choice, one: Candidate) -> set[int]:
    return choice.nearness.matched(*(one.name or (one.start, one.end)))


def _is_said(choice: Choice, one: Candidate) -> bool:
    """Whether the question names an actor: by the name, or by the whole office."""
    if one.name and choice.nearness.said(*one.name) >= 0.5:
        return True
    if not one.office:
        return False
    words = choice.reading.words_in(*one.office)
    if one.name is None:
        return choice.nearness.said(*one.office) >= 0.5
    return words[1] - words[0] > 1 and choice.nearness.said(*one.office) >= 0.99


def _held(choice: Choice, one: Candidate) -> float:
    """How far an office is the one that is asked for: what it is beyond that speaks against it."""
    if one.office is None:
        return 0.0
    said = choice.nearness.said(*one.office)
    return said if one.name else 0.5 * said


def _acts(choice: Choice, one: Candidate) -> float:
    """Whether a word that is asked stands where the verb of an actor does: after it in English, before it in Arabic."""
    first, last = choice.reading.words_in(one.start, one.end)
    words = choice.reading.words
    reach = (
        range(last, min(last + 3, len(words))) if choice.reading.language == "en" else range(max(0, first - 2), first)
    )
    return max(
        (
            value
            for row in choice.nearness.like
            for number, value in row
            if number in reach and not is_function_word(fold(words[number].written).text)
        ),
        default=0.0,
    )
