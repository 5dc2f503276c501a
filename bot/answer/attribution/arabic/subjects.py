"""The subject of an Arabic verb of telling: the phrase after it as a rule, before it in a clause that begins with a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.attribution.arabic import words as lexicon
from bot.answer.attribution.arabic.names import may_name
from bot.answer.attribution.arabic.nouns import Phrase, phrase_at
from index.language import is_function_word

if TYPE_CHECKING:
    from bot.answer.attribution.arabic.words import Verb
    from bot.answer.attribution.telling import Pronoun, Sentence, Word

BREAK = re.compile(r"[،,;؛:\"“”«»()—–-]")
_CLAUSE = re.compile(r"[:\"“«]")
_REACH = 12
_LONGEST_NAME = 7
_LONGEST_BEFORE = 8


def has_clause(sentence: Sentence, at: int) -> bool:
    """Whether a clause or a quotation follows a verb, before another verb of telling does."""
    for number, word in enumerate(sentence.words[at + 1 : at + _REACH], at + 1):
        if word.text in lexicon.MARKERS or _CLAUSE.search(word.gap):
            return True
        if word.text in lexicon.VERBS and not lexicon.VERBS[word.text].is_act and number > at + 1:
            return False
    return False


def opens_clause(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins at a word."""
    words = sentence.words
    first = at
    while first and words[first - 1].text == "قد" and not words[first].gap:
        first -= 1
    if not first or BREAK.search(words[at].gap) or words[first].text[0] in "وف":
        return True
    before = words[first - 1].text
    return before in lexicon.BEGINNING or before in lexicon.SIDES or before[0].isdigit()


def subject_after(sentence: Sentence, at: int, verb: Verb) -> Phrase | None:
    """The subject that stands after a verb."""
    words = sentence.words
    first = at + 1
    while first < len(words) and _is_filler(sentence, first):
        first += 1
    if first >= len(words) or _CLAUSE.search(words[first].gap):
        return None
    if _is_object(sentence, words[first].text, verb):
        return None
    found = phrase_at(sentence, first)
    if found is None:
        return _up_to_joint(sentence, first, verb) or _up_to_clause(sentence, first, verb.pronoun)
    if not _agrees(sentence, found, verb.pronoun):
        return None
    takes_object = verb.base in lexicon.WITH_OBJECT and not verb.has_object
    takes_object = takes_object or words[first].text in sentence.people
    return found if takes_object else _extended(sentence, found, verb.base)


def _is_object(sentence: Sentence, text: str, verb: Verb) -> bool:
    """Whether the word after a verb is what or to whom it tells, so that nobody is named."""
    if text in lexicon.MARKERS or text in lexicon.PREPOSITIONS or text in lexicon.DEMONSTRATIVES:
        return True
    if text in lexicon.COUNTERPARTS and verb.base in lexicon.WITH_OBJECT and not verb.has_object:
        return True
    return verb.base in lexicon.WITH_BA and text.startswith("ب") and text not in sentence.people


def _is_filler(sentence: Sentence, at: int) -> bool:
    words = sentence.words
    text, following = words[at].text, words[at + 1].text if at + 1 < len(words) else ""
    is_side = text in lexicon.SIDES and words[at - 1].text == "من"
    return text in lexicon.FILLERS or is_side or (text == "من" and following in lexicon.SIDES)


def _agrees(sentence: Sentence, phrase: Phrase, pronoun: Pronoun) -> bool:
    """Whether a verb can have this for a subject that stands after it: then it is singular, and of its gender."""
    feminine = lexicon.is_feminine(sentence.words[phrase.first].text)
    return pronoun != "they" and (feminine is None or feminine == (pronoun == "she"))


def _extended(sentence: Sentence, found: Phrase, base: str) -> Phrase:
    """A title with the name that follows it, up to what ends a name there."""
    words = sentence.words
    if words[found.first].text in lexicon.MANY:
        return found
    if not found.is_person and not any(word.text in lexicon.MARKERS for word in words[found.last + 1 : found.last + 5]):
        return found
    for at in range(found.last + 1, min(found.last + _LONGEST_NAME, len(words))):
        word = words[at]
        if word.text in lexicon.MARKERS or word.text in {"ذلك", "ما"}:
            return found._replace(last=at - 1)
        is_told = base in lexicon.WITH_BA and word.text.startswith("ب") and word.text not in sentence.people
        if _ends_name(word) or is_told:
            # What stands between may be told of as well: "أكد الرئيس حق إيران".
            is_name = base not in lexicon.WITH_NOUN or ("،" in word.gap and has_clause(sentence, at))
            return found._replace(last=at - 1) if is_name else found
        if not (word.text in lexicon.INNER_TITLES or word.text in lexicon.PARTICLES or may_name(word.text)):
            return found
    is_last = len(words) <= found.last + _LONGEST_NAME and base not in lexicon.WITH_NOUN
    return found._replace(last=len(words) - 1) if is_last else found


def _ends_name(word: Word) -> bool:
    return bool(word.gap) or word.text in lexicon.ENDING or word.text.startswith("لل")


def _up_to_joint(sentence: Sentence, first: int, verb: Verb) -> Phrase | None:
    """A subject that is known by the preposition that its verb takes: "حذّر غوتيريش من"."""
    joint = lexicon.JOINING.get(verb.base)
    if joint is None or sentence.words[first].text.startswith("ال"):
        return None
    for at, word in enumerate(sentence.words[first : first + 4], first):
        joins = word.text == joint or (joint == "ب" and word.text.startswith("ب") and len(word.text) > 3)
        if at > first and (word.gap or joins):
            return None if word.gap else Phrase(first, at - 1, verb.pronoun)
        if not (may_name(word.text) or (at > first and word.text in lexicon.PARTICLES)):
            return None
    return None


def _up_to_clause(sentence: Sentence, first: int, pronoun: Pronoun) -> Phrase | None:
    """A subject that is known by the clause that follows it: "قال ... إن"."""
    words = sentence.words
    last: int | None = None
    for at in range(first, min(first + _REACH, len(words))):
        word = words[at]
        if word.text in lexicon.MARKERS or _CLAUSE.search(word.gap):
            return _unknown(sentence, first, at - 1 if last is None else last, pronoun)
        if at > first:
            if (word.text in lexicon.VERBS and not lexicon.VERBS[word.text].is_act) or "؛" in word.gap:
                return None
            ends = _ends_name(word) or word.text in lexicon.ADDRESSEES or word.text in lexicon.FILLERS
            last = at - 1 if last is None and ends else last
    return None


def _unknown(sentence: Sentence, first: int, last: int, pronoun: Pronoun) -> Phrase | None:
    """Words that must name somebody, if they can."""
    head = sentence.words[first].text
    if last < first or last - first >= _LONGEST_NAME or is_function_word(head) or head[0].isdigit():
        return None
    disagrees = pronoun == "they" or (pronoun == "he" and head.endswith("ه") and last == first)
    return None if disagrees or head in lexicon.PLURALS else Phrase(first, last, pronoun)


def subject_before(sentence: Sentence, at: int) -> Phrase | None:
    """The subject that stands before a verb, where it begins the clause: "أن بوتين أكد"."""
    words = sentence.words
    last = at - 1
    while last >= 0 and words[last].text in {"قد", "ايضا", "كذلك"} and not words[last + 1].gap:
        last -= 1
    if last < 0 or (words[last + 1].gap and last + 1 == at):
        return None
    for first in range(max(0, last - _LONGEST_BEFORE + 1), last + 1):
        before = words[first - 1].text if first else ""
        if first and before not in lexicon.BEGINNING and not BREAK.search(words[first].gap):
            continue
        found = phrase_at(sentence, first, is_strict=True)
        if (found is None or found.last != last) and words[first].text[0] in "وف" and len(words[first].text) > 3:
            found = phrase_at(sentence, first, is_joined=True)
        if found is not None and found.last == last:
            return found
    return _unknown_before(sentence, last, at) if has_clause(sentence, at) else None


def _unknown_before(sentence: Sentence, last: int, at: int) -> Phrase | None:
    """A name that is not known, between the beginning of a clause and a verb that a clause follows."""
    words = sentence.words
    first = last
    while first > 0 and last - first < 5 and not words[first].gap and words[first - 1].text not in lexicon.BEGINNING:
        first -= 1
    before = words[first - 1].text if first else ""
    if (before not in lexicon.BEGINNING and (first or words[first].gap)) or at + 1 >= len(words):
        return None
    head = words[first].text
    is_title = head in lexicon.TITLES
    rest = words[first + 1 : last + 1] if is_title else words[first : last + 1]
    if not all(may_name(word.text) or word.text in lexicon.PARTICLES for word in rest):
        return None
    is_phrase = (head[0] in "وف" and head[1:] in lexicon.PREPOSITIONS) or (head.startswith("ال") and not is_title)
    return None if is_phrase or (not is_title and len(rest) > 3) else Phrase(first, last, None)
