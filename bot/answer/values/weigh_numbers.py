"""How likely a number or a duration is the one asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.values.asked_patterns import MEASURED
from bot.answer.values.likeness import likeness
from bot.answer.values.nearness import SAID
from index.language import fold, is_function_word
from index.lexicon import load_lexicon

if TYPE_CHECKING:
    from bot.answer.values.candidate import Candidate
    from bot.answer.values.choice import Choice

_BASE = 0.3
_ASKS = re.compile(
    r"\bhow ?many\b|\bhow much\b|\bnumber of\b|(?<!\w)[وفلب]?(?:كم|كام|جم|عدد|قديش|اديش|ادش|شكثر|شقد)(?!\w)"
)
_SKIPPED = frozenset("of the these those its their other more different كم عدد".split())  # noqa: SIM905
_ANYTHING = frozenset("واحد واحده شخص نفر people persons things items times مره مرات".split())  # noqa: SIM905
# Units that any kind of people may be counted by.
_PERSONS = re.compile(r"people|persons?|men|شخص\w*|اشخاص|نسمه|انسان\w*|فردا?")
_FROM = re.compile(r"\s+(?:من|from|of)\s+(?P<name>\w{3,})")
_FROM_ASKED = re.compile(r"\bfrom\b|(?<!\w)من(?!\w)")
_SINCE = re.compile(
    r"\b(?:since|been|not sp\w+|gone|silent|ago|passed)\b|(?<!\w)(?:منذ|انقطع\w*|صار\w*|بقال\w*|مضي|مر|مرت|ظل|بقي)(?!\w)"
)
_SINCE_BEFORE = re.compile(r"(?:\b(?:since|after|in|for the first time in|first .{0,40}in)\s+|(?<!\w)(?:منذ|بعد)\s+)$")


def weigh_number(choice: Choice, one: Candidate) -> float:
    """How likely a number answers; 0 where the question itself says it."""
    quantity = one.quantity
    if quantity is None or quantity.number in choice.said:
        return 0.0
    focus = _focus(choice) if one.kind != "percentage" else []
    unit = _unit(choice, focus, quantity.unit)
    if unit < 0.5 and (one.weight < 0.5 or _counts_other(choice, focus, one)):
        return 0.0
    weights = dict.fromkeys(focus, 0.0)
    # What follows the noun that is counted tells which of them are meant: "prisoners from Barqan".
    weights |= {place + 1: 1.5 for place in focus[-1:] if place + 1 < len(choice.words)}
    near = choice.nearness.of(one.start, one.end, weights)
    weight = max(one.weight, 0.9) if unit >= 0.5 else one.weight
    is_measured = choice.asks(MEASURED)
    if one.kind == "percentage":
        weight *= 0.6 if is_measured else 1.0
    elif quantity.is_counted == is_measured:
        weight *= 0.5 if is_measured else 0.85
    return weight * (_BASE + near + 0.8 * unit + 0.8 * _is_from(choice, one))


def _counts_other(choice: Choice, focus: list[int], one: Candidate) -> bool:
    """Whether what a number counts is surely not what is asked for: both are words whose meaning is known, and unlike."""
    quantity = one.quantity
    if quantity is None or not quantity.is_counted or quantity.unit is None or choice.asks(MEASURED):
        return False
    asked = [choice.words[place] for place in focus if choice.words[place].folded not in _ANYTHING]
    counted = re.findall(r"[^\W_]+", fold(quantity.unit).text)
    lexicon = load_lexicon()
    return (
        bool(asked and counted)
        and all(lexicon.translations(word.folded) for word in asked)
        and any(lexicon.translations(fold(word).text) for word in counted)
    )


def _is_from(choice: Choice, one: Candidate) -> bool:
    """Whether what a number is of is asked: "95 from Barqan", of how many prisoners from Barqan."""
    origin = _FROM.match(choice.after(one))
    if origin is None:
        return False
    return any(
        likeness(word.written, origin["name"]) >= SAID for word in choice.words if _FROM_ASKED.search(choice.asked)
    )


def weigh_duration(choice: Choice, one: Candidate) -> float:
    """How likely a duration answers."""
    near = _BASE + choice.nearness.of(one.start, one.end)
    if choice.asks(_SINCE) and not _SINCE_BEFORE.search(choice.before(one)) and "ago" not in choice.after(one, 6):
        near *= 0.7
    return near


def _focus(choice: Choice) -> list[int]:
    """The numbers of the words for what is counted: those after the word that asks, up to a verb or a preposition."""
    asking = _ASKS.search(choice.asked)
    if asking is None:
        return []
    following: list[str] = []
    for word in re.findall(r"\w+", choice.asked[asking.end() :]):
        if word in _SKIPPED:
            continue
        if is_function_word(word) or len(following) == (3 if word.isascii() else 1):
            break
        following.append(word)
    return [place for place, word in enumerate(choice.words) if word.folded in following and place < 6]


def _unit(choice: Choice, focus: list[int], unit: str | None) -> float:
    if not unit or not focus:
        return 0.0
    if _PERSONS.fullmatch(fold(unit).text):
        return 0.7
    words = re.findall(r"[^\W_]+", fold(unit).text)
    return max((likeness(choice.words[place].written, word) for place in focus for word in words), default=0.0)
