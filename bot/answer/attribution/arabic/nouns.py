"""The phrases of an Arabic sentence that name somebody: a title with its name, a name, an office, several together."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale

from bot.answer.attribution.arabic import words as lexicon
from bot.answer.attribution.arabic.names import RELATIVE, may_name
from bot.answer.attribution.telling import Topic
from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.attribution.telling import Pronoun, Sentence, Word

_LONGEST_NAME = 4


class Phrase(NamedTuple):
    """A phrase that names somebody, by the numbers of its first and last word.

    Attributes:
        first: The first.
        last: The last.
        pronoun: Which pronoun may stand for it, where that can be told.
        is_person: Whether it is a person, or several.
        is_honoured: Whether it is "His Majesty" and the like, which names nobody by itself.
    """

    first: int
    last: int
    pronoun: Pronoun | None
    is_person: bool = True
    is_honoured: bool = False


def phrase_at(sentence: Sentence, at: int, *, is_joined: bool = False, is_strict: bool = False) -> Phrase | None:
    """The phrase that begins at a word, if that names somebody.

    Args:
        sentence: The sentence.
        at: The number of the first word.
        is_joined: Whether the first word begins with "and", which is not looked at.
        is_strict: Whether a given name that is not known itself is no beginning: it might be a verb.
    """
    words = sentence.words
    if at >= len(words):
        return None
    head = words[at].text[1:] if is_joined else words[at].text
    if head in lexicon.HONOURED:
        return Phrase(at, at, lexicon.HONOURED[head], is_honoured=True)
    if head in lexicon.HONORIFICS:
        inner = phrase_at(sentence, at + 1) if at + 1 < len(words) and not words[at + 1].gap else None
        return inner._replace(first=at) if inner and inner.is_person else None
    found = _single(sentence, at, head, is_strict=is_strict)
    return found if found is None or is_joined else _with_another(sentence, found)


def _with_another(sentence: Sentence, found: Phrase) -> Phrase:
    """A person, with the one whom "and" joins to him."""
    following = found.last + 1
    words = sentence.words
    if found.is_person and following < len(words) and words[following].text[0] == "و" and not words[following].gap:
        other = phrase_at(sentence, following, is_joined=True)
        if other is not None and other.is_person and not other.is_honoured:
            return Phrase(found.first, other.last, "they")
    return found


def _single(sentence: Sentence, at: int, head: str, *, is_strict: bool) -> Phrase | None:
    words = sentence.words
    following = words[at + 1] if at + 1 < len(words) and not words[at + 1].gap else None
    if head in lexicon.MANY:
        return Phrase(at, _adjectives(sentence, at), "they")
    if head in lexicon.JOINT_CONSTRUCT:
        return Phrase(at, _complement(words, at + 1), "they") if following else None
    if head in lexicon.TITLES:
        last = _title_end(sentence, at, head)
        return None if last is None else Phrase(at, _names(sentence, last, given=2), _pronoun(head))
    if head in sentence.people:
        return Phrase(at, _names(sentence, at), None)
    if following and not is_strict and following.text in sentence.people and may_name(head):
        return Phrase(at, _names(sentence, at + 1), None)
    return _office(sentence, at, head)


def _office(sentence: Sentence, at: int, head: str) -> Phrase | None:
    if head in lexicon.STATES or head in _states():
        return Phrase(at, _adjectives(sentence, at), "she", is_person=False)
    is_office = head in lexicon.OFFICES or head in lexicon.AGENCIES
    return Phrase(at, _office_end(sentence, at, head), _pronoun(head), is_person=False) if is_office else None


def _pronoun(head: str) -> Pronoun | None:
    feminine = lexicon.is_feminine(head)
    return None if feminine is None else "she" if feminine else "he"


def _title_end(sentence: Sentence, at: int, head: str) -> int | None:
    """The last word of a title with what it is of: "المتحدث باسم الرئاسة"."""
    words = sentence.words
    is_construct = head in lexicon.CONSTRUCT_TITLES and head not in lexicon.COUNTERPARTS
    begin = at + 2 if at + 2 < len(words) and words[at + 1].text == "باسم" else at + 1
    if begin == at + 1 and not is_construct:
        return _adjectives(sentence, at)
    if begin >= len(words) or words[at + 1].gap:
        return None
    return _adjectives(sentence, _complement(words, begin))


def _office_end(sentence: Sentence, at: int, head: str) -> int:
    words = sentence.words
    last = at
    if not head.startswith("ال") and at + 1 < len(words) and not words[at + 1].gap:
        last = _complement(words, at + 1)
    last = _adjectives(sentence, last)
    is_within = last + 2 < len(words) and words[last + 1].text == "في" and not words[last + 1].gap
    return _adjectives(sentence, last + 2) if is_within and words[last + 2].text not in lexicon.TEXTS else last


def _complement(words: Sequence[Word], at: int) -> int:
    """The last word of what a title or an office is of."""
    while at + 1 < len(words) and not words[at + 1].gap and _is_chained(words[at].text):
        at += 1
    return at


def _is_chained(word: str) -> bool:
    return word in lexicon.CHAINED or word in lexicon.CONSTRUCT_TITLES


def _adjectives(sentence: Sentence, last: int) -> int:
    words, people = sentence.words, sentence.people
    while last + 1 < len(words) and not words[last + 1].gap and RELATIVE.fullmatch(words[last + 1].text):
        if words[last + 1].text in people and last + 2 < len(words) and words[last + 2].text in people:
            break
        last += 1
    return last


def _names(sentence: Sentence, last: int, given: int = 0) -> int:
    """The last word of a name after a word: known names, before them up to ``given`` that are not."""
    end = last
    for at, word in enumerate(sentence.words[last + 1 : last + 1 + _LONGEST_NAME], last + 1):
        if word.gap or (word.text[0] in "وف" and word.text not in sentence.people and not given):
            break
        if word.text in sentence.people:
            end, given = at, 0
        elif word.text not in lexicon.PARTICLES:
            if not given or not may_name(word.text):
                break
            given -= 1
    return end


@cache
def _states() -> frozenset[str]:
    """The names of countries that are one word, as CLDR has them."""
    names = (fold(name).text for code, name in Locale("ar").territories.items() if code.isalpha())
    return frozenset(name for name in names if " " not in name)


def topics(sentence: Sentence) -> list[Topic]:
    """Whom a sentence is about, and whom its clauses are."""
    words = sentence.words
    begin = 0
    while begin < len(words) and words[begin].text[0].isdigit():
        begin += 1
    head = words[begin].text if begin < len(words) else ""
    if head in lexicon.PREPOSITIONS or (head[:1] in {"و", "ف"} and head[1:] in lexicon.PREPOSITIONS):
        begin = next((at for at, word in enumerate(words) if "،" in word.gap), len(words))
    starts = [begin, *(at + 1 for at, word in enumerate(words) if word.text in lexicon.MARKERS)]
    return [topic for start in starts for topic in _topic(sentence, start)]


def _topic(sentence: Sentence, start: int) -> Iterator[Topic]:
    """Whom a clause is about, before or after its verb."""
    for at in (start, start + 1):
        found = phrase_at(sentence, at, is_strict=True)
        if found is not None:
            if found.is_person:
                source = None if found.is_honoured else sentence.span(found.first, found.last)
                yield Topic(source, found.pronoun if found.is_honoured else None)
            return
        if at < len(sentence.words) and sentence.words[at].text in lexicon.PREPOSITIONS:
            return
