"""What a passage says was not so: a value that stands under a negated verb is no answer to who asks when, where or how many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.values.likeness import likeness
from index.language import fold
from index.words import is_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answer.values.candidate import Candidate
    from bot.answer.values.nearness import AskedWord
    from bot.answer.values.reading import Reading

# Over folded text. What ends the reach of a negation, and what is none ("not only", "no fewer than", لا يزال).
_STOP = (
    r"(?:but|because|since|until|before|after|which|who|whose|that|unless|except|as|when|while|for|only|yet|"
    r"لكن\w*|بل|الا|سوي|لان\w*|بسبب|منذ|الذي|التي|الذين|حيث|بعد|قبل|حتي|فقط|انما)\b"
)
_AUX = r"(?:did|does|do|will|would|has|have|had|was|were|is|are|can|could|should|may|might|must|need)"
_NOT = (
    rf"(?:\b{_AUX}\s*(?:not|n['’]?t)\b|\bcannot\b|\bnever\b|\b(?:fail|refus|declin)\w*\s+to\b|\bden(?:y|ies|ied|ying)\b)"
    r"(?!\s+(?:only|merely|just|less|fewer|more|exceed\w*|yet)\b)"
)
_NOT_ARABIC = (
    r"(?<!\w)[وف]?(?:ا?لم|لن|لا|ليس\w*|نف[يت]|نفوا|[يت]نفي|انكر\w*|دون\s+ان|رفض\w*\s+ان)"
    r"(?!\w)(?!\s+(?:[يت]زال\w*|بد|سيما|شك|[يت]قل\w*|[يت]زيد\w*|[يت]تجاوز\w*|[يت]تعدي))"
)
_WORDS = rf"(?P<words>(?:\s+(?!{_STOP})[\w'’%«\"“-]+){{0,12}}?)"
_BEFORE = re.compile(rf"(?:{_NOT}|{_NOT_ARABIC}){_WORDS}[\s«\"“(]*$")
_AFTER = re.compile(rf"^[\"”»]?\s+(?:{_NOT}){_WORDS}(?=[\s.,;:]|$)")
_NEGATED = re.compile(rf"{_NOT}|{_NOT_ARABIC}|\b(?:not|nobody|no one|without)\b|n['’]t\b")
# Of "will not open before", "لن يفتح قبل": the verb between the two, without a stop.
_LIMITED = re.compile(
    rf"(?:{_NOT}(?:\s+(?!{_STOP})[\w'’-]+){{0,8}}|\bnot(?=\s+(?:before|until|till|after)\b))\s*$|"
    rf"{_NOT_ARABIC}(?:\s+(?!{_STOP})\w+){{0,8}}\s*$"
)
_VERB_AFTER = re.compile(rf"(?P<not>{_NOT}|{_NOT_ARABIC})(?P<after>(?:\s+[\w'’-]+){{0,7}})")
_REACH = 90
# A span that is counted from a negated verb is told by it: "they had not spoken in three years".
_COUNTED = re.compile(
    r"(?:\b(?:in|for|over|during)\s+(?:the\s+)?(?:last\s+|past\s+)?|(?<!\w)(?:خلال|طوال|لمده|طيله)\s+)$"
)
# What is only supposed is not denied: "if the crew was not free by 31 January", "إن لم يُفرج عنهم".
_SUPPOSED = re.compile(r"(?:\b(?:if|whether|unless|in case)\b[^.;:]*|(?<!\w)[وف]?(?:اذا|ان|لو|ما)\s+)$")
# What may stand between the negation and its verb, and verbs that deny a whole clause.
_NO_VERB = re.compile(r"be|been|being|have|also|even|\w{2,}ly|يكن|تكن|[يت]تم|ايضا|ابدا")
_DENYING = re.compile(r"\bden\w+|(?<!\w)[وف]?(?:نف\w+|[يت]نفي|انكر\w*|دون|رفض\w*)")
# What the persons and tenses of an Arabic verb add to it, and the shortest that is left.
_AFFIXES = re.compile(r"^[وف]?س?[يتنا](?=\w{3})|(?:ت|تا|وا|ون|ان|ا|نا|ن)$")
_CORE = 3
# A verb is that of the question from here on.
_SAME = 0.6


def is_negated(text: str) -> bool:
    """Whether a folded text says that something is not so."""
    return bool(_NEGATED.search(text))


def negated_verbs(text: str) -> list[str]:
    """The verbs of a folded text that stand under a word of negation, and those words of what is denied that may be verbs."""
    found: list[str] = []
    for match in _VERB_AFTER.finditer(text):
        following = [word for word in re.findall(r"[^\W\d_]+", match["after"]) if not _NO_VERB.fullmatch(word)]
        found += following[: 6 if _DENYING.search(match["not"]) else 1]
    return found


def is_same_verb(asked: str, told: str) -> bool:
    """Whether two words may be forms of one verb: by likeness, or in Arabic by what is left without person and tense."""
    if likeness(asked, told) >= _SAME:
        return True
    cores = [_AFFIXES.sub("", fold(word).text) for word in (asked, told)]
    return is_arabic(asked) and is_arabic(told) and cores[0] == cores[1] and len(cores[0]) >= _CORE


def is_limit_negated(before: str) -> bool:
    """Whether a limit, such as "before" a day, stands under a negated verb.

    Args:
        before: What stands before the limit, folded.
    """
    return bool(_LIMITED.search(before))


def is_denied(asked: str, words: Iterable[AskedWord], reading: Reading, one: Candidate) -> bool:
    """Whether a passage says of a candidate that it is not so, by a verb that the question asks with.

    Args:
        asked: The question, folded; one that is negated itself asks for just that.
        words: Its words.
        reading: The passage.
        one: What might answer.
    """
    if is_negated(asked):
        return False
    folded = reading.folded.text
    at, until = reading.place(one.start), reading.place(one.end - 1) + 1
    before, after = folded[max(0, at - _REACH) : at], folded[until : until + _REACH]
    if one.kind == "duration" and _COUNTED.search(before):
        return False
    # In English who does something stands before the verb, in Arabic right after it.
    is_subject = one.kind in {"person", "organisation"} and reading.language == "en"
    found = _AFTER.match(after) if is_subject else _BEFORE.search(before)
    if found is None or _SUPPOSED.search(before if is_subject else before[: found.start()]):
        return False
    told = after[found.start("words") :] if is_subject else found["words"]
    return any(is_same_verb(word.written, verb) for word in words for verb in _verbs(found, told))


def _verbs(negation: re.Match[str], told: str) -> list[str]:
    """What is negated: the verb right after the word of negation, or one of the few words that tell what is denied."""
    following = [word for word in re.findall(r"[^\W\d_]+", told) if not _NO_VERB.fullmatch(word)]
    return following[: 5 if _DENYING.search(negation[0][: len(negation[0]) - len(negation["words"])]) else 1]
