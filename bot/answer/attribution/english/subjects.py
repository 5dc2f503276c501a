"""The subject of an English verb of telling: the phrase before it, or after it where a quotation stands before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from bot.answer.attribution.english import words as lexicon
from bot.answer.attribution.english.names import can_tell, is_named, pronoun_of, topic_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.attribution.telling import Sentence, Topic, Word

_BREAK = re.compile(r"[,;:\"“”«»()—–…]")
_QUOTE = re.compile(r"[\"“”«»]")
_STOP = re.compile(r"[,;:.\"“”«»()—–]")
_LONGEST = 14
_LONGEST_APPOSITION = 7
_DOES = frozenset(["met", "spoke", "held", "made", "took", "gave", "has", "had"])


class Phrase(NamedTuple):
    """The first and the last word of a phrase, by their numbers."""

    first: int
    last: int


# "Same" is the subject of the verb before, which goes on.
Subject = Phrase | Literal["same"] | None


def named(sentence: Sentence, phrase: Phrase) -> Sequence[Word]:
    """The words of a phrase."""
    return sentence.words[phrase.first : phrase.last + 1]


def subject_before(sentence: Sentence, verb: int, *, is_quoted: bool = False) -> Subject:
    """The subject before a verb.

    Args:
        sentence: The sentence.
        verb: The number of its verb.
        is_quoted: Whether the verb is "quoted", which says so in the passive.

    Returns:
        None where there is none, or where the verb tells of nothing that was said: it is denied, wished or in the passive.
    """
    words = sentence.words
    last = verb - 1
    while last >= 0 and not _BREAK.search(words[last + 1].gap) and _is_adverb(words[last]):
        last -= 1
    if last < 0 or _is_unsaid(sentence, last, verb, is_quoted=is_quoted):
        return None
    if "," in words[last + 1].gap:
        return _behind_apposition(sentence, last)
    if words[last].text in {"and", "but", "or", "then"}:
        return "same"
    first = _start(words, last)
    if first > last:
        return None
    if first > 1 and words[first - 1].text in {"who", "whom", "whose"} and words[first].text in lexicon.VERBS:
        # "An official who asked not to be named said".
        first = _start(words, first - 2)
    return _trimmed(words, first, last)


def _is_adverb(word: Word) -> bool:
    return word.text in lexicon.ADVERBS or (word.text.endswith("ly") and not word.is_capital)


def _is_unsaid(sentence: Sentence, last: int, verb: int, *, is_quoted: bool) -> bool:
    passed = {word.text for word in sentence.words[last + 1 : verb]}
    is_passive = bool(passed & {"been", "being"}) or (bool(passed & lexicon.BE) and not passed & lexicon.HAVE)
    before = sentence.words[last].text
    is_denied = before in lexicon.NOT or before.endswith(("n't", "n’t"))
    return (is_passive and not is_quoted) or is_denied or bool(_QUOTE.search(sentence.words[last + 1].gap))


def _behind_apposition(sentence: Sentence, last: int) -> Subject:
    """The subject where a comma stands before the verb: "Peskov, the spokesman of the Kremlin, said"."""
    words = sentence.words
    inner = last
    while inner > 0 and not _BREAK.search(words[inner].gap):
        inner -= 1
    if not inner or "," not in words[inner].gap:
        return "same"
    subject = _trimmed(words, _start(words, inner - 1), inner - 1)
    if subject is None or not can_tell(named(sentence, subject), sentence.people):
        return "same"
    head = words[inner].text
    is_aside = head in lexicon.RELATIVES | lexicon.PREPOSITIONS | {"according"} or head.endswith("ing")
    return subject if is_aside or last - inner >= _LONGEST_APPOSITION else Phrase(subject.first, last)


def _start(words: Sequence[Word], last: int) -> int:
    """The first word of the phrase that ends with a word."""
    first = last
    while first >= 0:
        text = words[first].text
        if text in lexicon.OPENERS and not (text in lexicon.JOINED and _joins(words, first)):
            return first + 1
        if text in lexicon.SAYING and first < last:
            return first + 1
        if _BREAK.search(words[first].gap):
            return first
        first -= 1
    return 0


def _joins(words: Sequence[Word], at: int) -> bool:
    """Whether "and" joins two names."""
    if not at or at + 1 >= len(words):
        return False
    left, right = words[_start(words, at - 1) : at], words[at + 1]
    names = all(word.is_capital or word.text in lexicon.NAMING or word.text == "of" for word in left)
    return bool(left) and len(left) < 7 and names and (right.is_capital or right.text in lexicon.NAMING)


def _trimmed(words: Sequence[Word], first: int, last: int) -> Phrase | None:
    """A subject without what stands before it: "On Monday the minister"."""
    while first < last and words[first].text in lexicon.BEFORE_SUBJECT:
        first += 1
    if words[first].text in lexicon.PREPOSITIONS:
        starts = [at for at in range(first + 2, last + 1) if _begins_name(words[at])]
        if not starts:
            return None
        first = starts[0]
    head = words[first]
    if head.text in lexicon.FIRST_PERSONS or last - first >= _LONGEST:
        return None
    if head.text in lexicon.PRONOUNS and last > first and head.text != "both":
        return None
    follows_name = any(word.is_capital for word in words[first + 1 : last + 1])
    is_name = head.is_capital or head.text in lexicon.NAMING or head.text in lexicon.PRONOUNS
    return Phrase(first, last) if is_name or (follows_name and head.text.isalpha()) else None


def _begins_name(word: Word) -> bool:
    is_name = word.is_capital and word.text not in lexicon.TIMES
    return is_name or word.text in lexicon.DETERMINERS or word.text in lexicon.PRONOUNS


def subject_after(sentence: Sentence, first: int, last: int) -> Phrase | None:
    """The subject after a verb that follows a quotation: "…," said the minister.

    Args:
        sentence: The sentence.
        first: The number of the verb's first word.
        last: That of its last.
    """
    words = sentence.words
    if not first or not re.search(r"[\"”»]|,$", words[first].gap) or last + 1 >= len(words) or words[last + 1].gap:
        return None
    end = last + 1
    while (
        end + 1 < len(words)
        and not _STOP.search(words[end + 1].gap)
        and words[end + 1].text not in lexicon.AFTER_SUBJECT
    ):
        end += 1
    phrase = Phrase(last + 1, end)
    spoken = named(sentence, phrase)
    if pronoun_of(spoken):
        return phrase
    is_name = spoken[0].is_capital or is_named(spoken, sentence.people)
    return phrase if is_name and can_tell(spoken, sentence.people) else None


def opening_subject(sentence: Sentence, before: int) -> Phrase | None:
    """The name that a sentence begins with, before its first verb: "Zelensky thanked Macron and said"."""
    words = sentence.words
    last = -1
    while last + 1 < before and words[last + 1].is_capital and not words[last + 1].gap.strip("-•*"):
        last += 1
    if last < 0 or words[0].text in lexicon.CLOSED:
        return None
    does = words[last + 1].text.endswith("ed") or words[last + 1].text in _DOES
    return Phrase(0, last) if does and not words[last + 1].gap else None


def topics(sentence: Sentence) -> list[Topic]:
    """Whom a sentence is about, and whom its clauses are."""
    words = sentence.words
    first = 1 if len(words) > 1 and ":" in words[1].gap else 0
    while first < len(words) and words[first].text in {"yes", "no", "but", "and", "well"}:
        first += 1
    starts = [first] if first < len(words) and not _QUOTE.search(words[first].gap) else []
    if starts and (words[first].text in lexicon.PREPOSITIONS or words[first].text in {"two", "less", "as"}):
        starts = [at for at, word in enumerate(words) if "," in word.gap and at > first][:1]
    starts += [at + 1 for at, word in enumerate(words) if word.text == "that"]
    return [topic for at in starts if (topic := topic_at(sentence, at)) is not None]
