"""Whether a passage bears out what a question asks yes or no of, says otherwise, or is only related to it; in doubt the last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from bot.answer.question_families import asking_sentence
from bot.answer.values.likeness import likeness
from bot.answer.values.nearness import asked_words
from bot.answer.values.negation import is_negated, is_same_verb, negated_verbs
from bot.answer.values.opposites import opposites
from bot.answer.values.reading import Reading
from index.language import detect_language, fold

if TYPE_CHECKING:
    from bot.answer.types import Citation, Question

Stance = Literal["supports", "contrary", "open"]

# What is only wanted, feared, supposed or tried has not come about; over folded text.
_HEDGES = re.compile(
    r"\b(?:may|might|could|would|should|must|if|unless|whether|perhaps|likely|unlikely|plan\w*|aim\w*|hop(?:e|es|ed|ing)|want\w*|wish\w*|"
    r"ask(?:s|ed)?|demand\w*|request\w*|call(?:s|ed)? (?:for|on)|urg\w+|propos\w+|offer\w*|suggest\w*|invit\w*|threat\w*|warn\w*|"
    r"ready|readiness|consider\w*|try|tries|tried|attempt\w*|allegedly|yet|almost|nearly|until|only|some|most|partly)\b|"
    r"(?<!\w)[وف]?(?:قد(?= [يت])|ربما|لعل|اذا|لو|ينبغي|يجب|طلب\w*|طالب\w*|دعا|دعت|دعوا|اقترح\w*|عرض\w*|هدد\w*|حذر\w*|امل|اعرب\w*|"
    r"استعداد\w*|مستعد\w*|يعتزم|تعتزم|بعض|معظم|فقط|كاد\w*|حاول\w*)(?!\w)"
)
_ALL = re.compile(
    r"\b(?:all|every|everyone|always|never|any|only|both|each|completely|fully)\b|(?<!\w)(?:كل|جميع|دايما|ابدا|فقط|كلا|كامل\w*)(?!\w)"
)
_COMING = re.compile(
    r"\b(?:will|shall|going to|is to|are to)\b|(?<!\w)[وف]?(?:سوف|س[يتن]\w{3,}|رح|هي\w{3,}|المقبل\w*|القادم\w*|مقرر)(?!\w)"
)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|be)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|ught|ade|ung|ld)\s+by\b|(?<!\w)من قبل(?!\w)"
)
# A word is told from here on, whatever the language; fewer told words than this share are of something else.
_TOLD, _SHARE = 0.7, 0.5


def stance(question: Question, citation: Citation) -> Stance:
    """How a citation stands to a question that asks yes or no.

    Args:
        question: One that asks whether.
        citation: Its first citation; its translation is read where that is in the language of the question.
    """
    translation = citation.translation
    is_read = translation is not None and translation.language == question.language
    text = translation.text if translation is not None and is_read else citation.quote
    return read_stance(question, text)


def read_stance(question: Question, text: str) -> Stance:
    """The same of a text."""
    asked, told = asking_sentence(question.text), fold(text).text
    words = asked_words(question)
    reading = Reading(text, None, detect_language(text))
    places = [_place(word.written, reading) for word in words]
    share = sum(place is not None for place in places) / len(places) if places else 0.0
    if _is_contrary(asked, told, [word.written for word in words], share):
        return "contrary"
    if (
        share < 1.0
        or is_negated(told) != is_negated(asked)
        or any(pair.opposite.search(told) for pair in opposites(asked))
    ):
        return "open"
    for marks in (_HEDGES, _ALL, _PASSIVE):
        if (marks.search(told) and not marks.search(asked)) or (marks is _ALL and marks.search(asked)):
            return "open"
    if bool(_COMING.search(told)) != bool(_COMING.search(asked)):
        return "open"
    # Of two names that are told the other way round each may do what is asked of the other.
    named = [
        place
        for word, place in zip(words, places, strict=True)
        if place is not None and _is_name(word.written, question)
    ]
    return "supports" if named == sorted(named) else "open"


def _is_contrary(asked: str, told: str, words: list[str], share: float) -> bool:
    if share < _SHARE or is_negated(asked):
        return False
    if any(is_same_verb(word, verb) for verb in negated_verbs(told) for word in words):
        return True
    against = [pair for pair in opposites(asked) if pair.opposite.search(told) and not pair.same.search(told)]
    return bool(against) and not is_negated(told)


def _place(word: str, reading: Reading) -> int | None:
    """Where a word that is like one that is asked first stands in a text."""
    return next((at for at, one in enumerate(reading.words) if likeness(word, one.written) >= _TOLD), None)


def _is_name(word: str, question: Question) -> bool:
    return word[0].isupper() or any(word in name.text for name in question.names)
