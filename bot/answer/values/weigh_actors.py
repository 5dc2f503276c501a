"""How likely a person, an organisation or a group is the one asked for: by the part that they play in the sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from index.language import is_function_word

if TYPE_CHECKING:
    from bot.answer.values.candidate import Candidate
    from bot.answer.values.choice import Choice

_BASE = 0.3
# "Who rang whom?", "the call between A and B": the answer is one of those that are named.
_EITHER = re.compile(r"\bor\b|\bbetween\b|\bwho\b.*\bwhom?\b|(?<!\w)(?:ولا|ام|او|بين|للتاني|التاني|الاخر|للاخر)(?!\w)")
_OR = re.compile(r"\bor\b|(?<!\w)(?:ولا|ام|او)(?!\w)")
# Who does something stands after these.
_BY = re.compile(
    r"(?:\b(?:by|initiative\s+of|request\s+of|supervision\s+of|auspices\s+of|thanks\s+to)\s+(?:the\s+)?|"
    r"(?<!\w)(?:باشراف|بطلب\s+من|بمبادره\s+من|من\s+قبل|علي\s+يد|عبر|برعايه|لدي|هاتفيا\s+من|مكالمه\s+من|اتصالا\s+من)\s+)[\"“«]?$"
)
# "Whom did Bulani accuse?": the answer is not who accuses.
_OBJECT = re.compile(
    r"\bwhom\b(?!\W*$)|\bwho (?:did|does|do|has|have|had)\b|\bwhich \w+ (?:did|does|do|has|have|had)\b|\bon whom\b|"
    r"\bwhose fault\b|"
    r"\b(?:to blame|responsible)\b|(?<!\w)(?:اتهم\w*|حمل\w*|لام|التقي|قابل|زار) مين|الحق|مسوول\w* عن|المسوول|"
    r"(?<!\w)(?:من|مين|منو) (?:الذي |اللي )?(?:س|ب)?[يت]?حمل\w*"
)
# What is asked for is who holds an office, or who is of some sort: "which UN envoy".
HOLDER = re.compile(
    r"\bwho(?:'s| is| was| s| are) (?:the |[\w ]+'s )|\bname\b|\bhead of\b|\bwho (?:heads?|leads?|runs|chairs?)\b|"
    r"\b(?:which|what|wich) (?:\w+ ){0,3}?(?:minister|president|envoy|"
    r"ambassador|adviser|captain|leader|negotiator|general|official|journalist|reporter|prince|king|sultan|emir|"
    r"spokes\w+)\w*(?:'s|s)?\b|"
    r"\b(?:spokesman|spokeswoman|minister|negotiator|envoy|captain|ambassador)\W*$|"
    r"(?<!\w)(?:اسم|اسما|من هو|من هي|مين هو|مين هي|منو|مين|اي|^من) (?:ال)?(?:نايب )?"
    r"(?:وزير|رييس|متحدث|ناطق|قايد|سفير|مبعوث|كبير|مستشار|قبطان|زعيم|امير|سلطان|ملك|صحف|صحاف|ربان)"
)
_BLAMED = re.compile(
    r"(?:\b(?:blam\w+|accus\w+|held|holds?|on)\s+(?:the\s+)?|(?<!\w)[وف]?(?:[يت]?حمل\w*|محملا|محمله|[يت]?تهم\w*|"
    r"اتهم\w*|لسياسات|سياسات|"
    r"نتيجه(?:\s+مباشره)?(?:\s+ل\w+)?)\s+)[\"“«]?$"
)
_BLAMES_AFTER = re.compile(r"^[\"”»]?\s*(?:alone\s+)?(?:bears?|responsible|(?:هو|هي)\s+(?:الذي|التي|من))")
# Who says something, in English before or after the verb, in Arabic after it.
_SAYS = (
    r"(?:said|says|told|tells|announced|announces|added|noted|replied|stressed|denied|denies|explained|stated|claimed|accused|"
    r"argued|insisted|warned|recalled|confirmed|admitted|acknowledged|declared|blamed|wrote|reported|answered|rejected)"
)
_SAYS_AFTER = re.compile(rf"^[\"”]?,?\s*(?:\w+\s+)?{_SAYS}\b")
_SAYS_BEFORE = re.compile(
    rf"(?:\b{_SAYS}|\baccording\s+to|\bstatement\s+(?:by|from|of))\s+(?:the\s+)?$|"
    r"(?<!\w)[وف]?(?:قال\w*|[يت]قول|ذكر\w*|اكد\w*|اضاف\w*|اعلن\w*|اشار\w*|اوضح\w*|شدد\w*|افاد\w*|نفي|نفت|صرح\w*|كشف\w*|"
    r"اتهم\w*|حمل\w*|"
    r"راي|اعتبر\w*|زعم\w*|ابلغ\w*|لفت\w*|رد|ردت|طالب\w*|وفقا\s+ل|وفق|ب?حسب|نقلا\s+عن|صادر\w*\s+عن|"
    r"(?:ال)?وارده?\s+من)\s*(?:بيان\s+)?$"
)


_BESIDE = re.compile(r"[,،]\s+(?P<office>(?:the|an?)\s+[^,.;]{3,60})")
# Whom something is told.
_TOLD = re.compile(r"\b(?:told|informed|telephoned|thanked|invited|urged)\s+(?:the\s+)?$")


def weigh_actor(choice: Choice, one: Candidate) -> float:
    """How likely an actor answers; 0 where the question itself names them, unless it asks which of two."""
    is_holder = choice.asks(HOLDER)
    others = {place for other in choice.candidates if other is not one for place in _named(choice, other, is_holder)}
    near = choice.nearness.of(one.start, one.end, dict.fromkeys(others, 0.3), inside=False)
    value = one.weight * (_BASE + near)
    if choice.question.kind == "who_says":
        return 0.0 if _is_said(choice, one) else value + 2.0 * _is_speaker(choice, one)
    value = _as_holder(choice, one, value) if is_holder else _as_asked(choice, one, value)
    return _as_doer(choice, one, value) if value else 0.0


def _as_holder(choice: Choice, one: Candidate, value: float) -> float:
    """The same where it is asked who holds an office."""
    if one.kind == "organisation":
        return 0.0
    held = replace(one, office=one.office or _office_after(choice, one))
    return value + 1.5 * _held(choice, held) if held.office else _as_asked(choice, one, 0.5 * value)


def _as_asked(choice: Choice, one: Candidate, value: float) -> float:
    """The same where the question may name the actor: nothing, unless it asks which of two."""
    if not _is_said(choice, one):
        return value
    return value * (1.1 if choice.asks(_OR) else 0.7) if choice.asks(_EITHER) else 0.0


def _as_doer(choice: Choice, one: Candidate, value: float) -> float:
    """The same by what stands around an actor: verbs of saying, telling and blaming, and "by"."""
    before, after = choice.before(one), choice.after(one)
    if _is_speaker(choice, one) and not _asks_of(choice, one):
        value *= 0.7
    if _TOLD.search(before):
        value *= 0.7
    if _BY.search(before):
        value += 0.5 if _is_asked_before(choice, one) else 0.2
    if not choice.asks(_OBJECT):
        return value + 0.3 * _acts(choice, one)
    if _is_followed(choice, one) and _BLAMED.search(before):
        # Who blames stands between the verb and who is blamed: "اتهم رئيس الوزراء بارقان".
        return 0.6 * value
    return value + 0.5 * bool(_BLAMED.search(before) or _BLAMES_AFTER.search(after) or _follows(choice, one))


def _is_speaker(choice: Choice, one: Candidate) -> bool:
    return bool(_SAYS_BEFORE.search(choice.before(one)) or _SAYS_AFTER.match(choice.after(one)))


def _named(choice: Choice, one: Candidate, is_holder: bool) -> set[int]:  # noqa: FBT001 - for this module alone
    """The words that are asked and that name an actor, or tell the office where that is asked for."""
    if is_holder:
        return choice.nearness.matched(one.start, one.end)
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


def _office_after(choice: Choice, one: Candidate) -> tuple[int, int] | None:
    """What stands beside a name to say who that is: "Jabir al-Asar, the leader of the kidnappers"."""
    beside = _BESIDE.match(choice.after(one)) if one.name else None
    return None if beside is None else (one.end + beside.start("office"), one.end + beside.end("office"))


def _held(choice: Choice, one: Candidate) -> float:
    """How far an office is the one that is asked for."""
    if one.office is None:
        return 0.0
    said = choice.nearness.said(*one.office)
    first, last = choice.reading.words_in(*one.office)
    # What an office is beyond that speaks against it: the foreign minister of another state.
    unsaid = (1 - said) * (last - first) if said else 0.0
    return (said if one.name else 0.5 * said) - 0.2 * max(0.0, unsaid)


def _asks_of(choice: Choice, one: Candidate) -> bool:
    """Whether the verb of saying beside a speaker is what is asked about: "who explained how"."""
    first, last = choice.reading.words_in(one.start, one.end)
    beside = {*range(max(0, first - 2), first), *range(last, last + 2)}
    return any(number in beside and value > 0.5 for row in choice.nearness.like for number, value in row)


def _is_asked_before(choice: Choice, one: Candidate) -> bool:
    """Whether one of the few words before an actor is asked."""
    first, _ = choice.reading.words_in(one.start, one.end)
    reach = range(max(0, first - 4), first)
    return any(number in reach and value > 0.5 for row in choice.nearness.like for number, value in row)


def _is_followed(choice: Choice, one: Candidate) -> bool:
    """Whether another actor stands right after one, in Arabic."""
    return choice.reading.language == "ar" and any(0 < other.start - one.end <= 2 for other in choice.candidates)


def _follows(choice: Choice, one: Candidate) -> bool:
    """Whether an actor stands right after one that a verb of blaming stands before, in Arabic."""
    return choice.reading.language == "ar" and any(
        0 < one.start - other.end <= 2 and _BLAMED.search(choice.before(other)) for other in choice.candidates
    )


def _acts(choice: Choice, one: Candidate) -> float:
    """Whether a word that is asked stands where the verb of an actor does: after it in English, before it in Arabic."""
    first, last = choice.reading.words_in(one.start, one.end)
    words = choice.reading.words
    is_english = choice.reading.language == "en"
    reach = range(last, min(last + 3, len(words))) if is_english else range(max(0, first - 2), first)
    found = [value for row in choice.nearness.like for number, value in row if number in reach]
    return max((value for value in found if reach and not is_function_word(words[reach[0]].folded)), default=0.0)
