"""Who tells what in an English sentence by a verb of telling: "Paris said that", "…," the minister added."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.attribution.english import words as lexicon
from bot.answer.attribution.english.names import (
    can_tell,
    is_back_reference,
    is_named,
    is_official,
    is_text,
    pronoun_of,
    role_of,
    shown_span,
)
from bot.answer.attribution.english.subjects import (
    Phrase,
    named,
    opening_subject,
    subject_after,
    subject_before,
    topics,
)
from bot.answer.attribution.telling import Span, Telling

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bot.answer.attribution.english.subjects import Subject
    from bot.answer.attribution.english.words import Kind
    from bot.answer.attribution.telling import Sentence, Word

_BREAK = re.compile(r"[,;:\"“”«»()—–…]")
_QUOTE = re.compile(r"[\"“”«»]")
_STOP = re.compile(r"[,;:.\"“”«»()—–]")
# "Puts the stock at 310 kilograms", "holds Paris responsible": said by these words together alone.
_AT_FIGURE = re.compile(r"\s+(?!off|up|on|out|in|forward)(?:\S+\s+){1,14}?at\s+(?:\w+\s+){0,2}\d")
_RESPONSIBLE = re.compile(r"\s+(?:\S+\s+){1,6}?responsible\b")
_CASE = re.compile(r"\s+(?:\w+\s+)?(?:case|issue|question|matter|plight|fate|subject|problem)\b")
_TO_PRESS = re.compile(r"\s*(?:\w+\s+){0,2}(?:reporters|journalists|the broadcaster|the newspaper)")
_IN_STATEMENT = re.compile(r"\s*(?:\w+\s+){0,3}in (?:a|its|his|her) (?:\w+ )?statement")
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,30}(?:,[^()]{0,30})?(?:\([^()]{2,60}\))?\s*[-–—]+\s*")
_ADDRESSING = frozenset(["told", "informed", "assured", "reminded"])
_LONGEST_ASIDE = 11


def tellings_by_verb(sentence: Sentence, taken: Collection[int]) -> Iterator[Telling]:
    """What verbs of telling tell.

    Args:
        sentence: The sentence.
        taken: The numbers of words that are read otherwise.
    """
    at, is_told = 0, False
    while at < len(sentence.words):
        kind, length = _kind(sentence, at)
        if kind is not None and at not in taken:
            telling = _by_verb(sentence, Phrase(at, at + length - 1), kind, is_told=is_told)
            if telling is not None:
                is_told = True
                yield telling
        at += length


def _kind(sentence: Sentence, at: int) -> tuple[Kind | None, int]:
    """What a word does as a verb, and how many words it is."""
    text = sentence.words[at].text
    for phrase, kind in lexicon.PHRASES.get(text, ()):
        if tuple(word.text for word in sentence.words[at : at + len(phrase)]) == phrase:
            return kind, len(phrase)
    if text in {"called", "calls"}:
        return ("say" if _QUOTE.search(sentence.gaps(at + 1, at + 5)) else None), 1
    if text in lexicon.PARTICIPLES:
        return "join", 1
    if text in lexicon.SAYING or (text in lexicon.CLAUSAL and _has_clause(sentence, at)):
        return "say", 1
    following = sentence.text[sentence.words[at].end :]
    if (text in {"put", "puts"} and _AT_FIGURE.match(following)) or (
        text in {"held", "holds"} and _RESPONSIBLE.match(following)
    ):
        return "say", 1
    is_act = text in lexicon.ACTING or (text in {"welcome", "welcomes"} and at)
    return ("act" if is_act else None), 1


def _has_clause(sentence: Sentence, at: int) -> bool:
    for number, following in enumerate(sentence.words[at + 1 : at + 9]):
        if following.text == "that" or (not number and _BREAK.search(following.gap)):
            return True
        if following.text in lexicon.OPENERS:
            return False
    return at + 1 >= len(sentence.words)


def _by_verb(sentence: Sentence, verb: Phrase, kind: Kind, *, is_told: bool) -> Telling | None:
    following = sentence.text[sentence.words[verb.last].end :]
    if kind == "case" and not _CASE.match(following):
        return None
    is_act = kind in {"act", "case"}
    if kind == "join":
        joins = verb.first and "," in sentence.words[verb.first].gap and verb.last + 1 < len(sentence.words)
        subject: Subject = "same" if joins else None
    else:
        subject = subject_before(sentence, verb.first)
        if not isinstance(subject, Phrase):
            subject = subject_after(sentence, *verb) or subject
    if subject == "same" and not is_told and not _has_topic(sentence, verb.first):
        subject = opening_subject(sentence, verb.first)
    if subject is None or (isinstance(subject, Phrase) and not _fits(sentence, subject, verb, is_act=is_act)):
        return None
    if isinstance(subject, Phrase):
        return _named(sentence, subject, verb, is_act=is_act)
    region = sentence.span(*verb)
    return Telling("speaker", None, "same", Span(region.end, len(sentence.text)), region, is_act=is_act)


def _has_topic(sentence: Sentence, before: int) -> bool:
    first = topics(sentence)[:1]
    return any(one.source is None or one.source.end <= sentence.words[before].start for one in first)


def _fits(sentence: Sentence, subject: Phrase, verb: Phrase, *, is_act: bool) -> bool:
    """Whether one who is named can tell or do that."""
    spoken = named(sentence, subject)
    pronoun = pronoun_of(spoken)
    before = sentence.words[subject.first - 1].text if subject.first else ""
    if before in lexicon.CONDITIONS or (is_act and before in lexicon.REASONS) or spoken[-1].text in lexicon.DETERMINERS:
        return False
    says = sentence.words[verb.first].text
    if not is_act:
        return pronoun is not None or says in {"said", "says", "told"} or can_tell(spoken, sentence.people)
    # Without a title it might be a state, which offers and refuses without a word.
    urges = says in lexicon.URGING and len(spoken) < 4 and all(word.is_capital for word in spoken)
    return urges or (pronoun != "it" if pronoun else is_named(spoken, sentence.people))


def _named(sentence: Sentence, subject: Phrase, verb: Phrase, *, is_act: bool) -> Telling:
    """What one who is named, or a pronoun, tells."""
    text, words = sentence.text, sentence.words
    spoken = named(sentence, subject)
    source = sentence.span(*subject)
    is_around = not is_act and _is_around(sentence, subject, verb)
    region = _region(sentence, subject, verb, is_around=is_around)
    scope = Span(0, len(text)) if is_around else Span(region.end, _clause_end(sentence, verb.last))
    following = text[words[verb.last].end :]
    pronoun = pronoun_of(spoken)
    role = "statement" if pronoun == "it" else "speaker" if pronoun else role_of(spoken, sentence.people)
    # What is not known to be a person may be a state, which no "he" means.
    is_other = pronoun is None and role == "speaker" and not is_named(spoken, sentence.people)
    return Telling(
        role,
        None if pronoun else shown_span(text, source),
        "it" if is_other else pronoun,
        scope,
        region,
        is_around,
        is_act,
        is_text=not pronoun and (is_text(spoken) or _IN_STATEMENT.match(following) is not None),
        is_back_reference=is_back_reference(text[slice(*source)]),
        is_end=_TO_PRESS.match(following) is not None or (not pronoun and is_official(spoken)),
    )


def _region(sentence: Sentence, subject: Phrase, verb: Phrase, *, is_around: bool) -> Span:
    """The words of telling: subject, verb, when, where, on what and to whom."""
    words = sentence.words
    start = min(words[verb.first].start, _fronted(sentence, subject.first))
    end = max(words[verb.last].end, words[subject.last].end)
    if is_around or (subject.first and words[subject.first - 1].text == "as"):
        last = max(verb.last, subject.last)
        aside = _aside(sentence, last)
        end = max(end, words[last if aside is None else aside].end)
    elif words[verb.last].text in _ADDRESSING:
        that = [at for at in range(verb.last + 1, min(verb.last + 11, len(words))) if words[at].text == "that"]
        end = words[that[0] - 1].end if that else end
    return Span(start, end)


def _fronted(sentence: Sentence, first: int) -> int:
    """Where the words of telling begin, with what stands in front of the subject: "Asked about the truce, he"."""
    words = sentence.words
    if _DATELINE.fullmatch(sentence.text[: words[first].start]):
        return 0
    if not first or "," not in words[first].gap or "," in sentence.gaps(1, first - 1):
        return words[first].start
    front = words[0].text
    is_fronted = front in lexicon.PREPOSITIONS or front in {"asked", "pressed", "earlier", "later", "speaking"}
    return 0 if is_fronted or front.endswith("ing") else words[first].start


def _clause_end(sentence: Sentence, last: int) -> int:
    """Where what is told ends: without "that" or a quotation, where another clause begins: ", and Paris will"."""
    words, text = sentence.words, sentence.text
    following = words[last + 1 :]
    if not following or any(word.text == "that" for word in following[:9]) or _QUOTE.search(text, words[last].end):
        return len(text)
    for at in range(last + 2, len(words) - 2):
        if words[at].text in {"and", "but", "while"} and "," in words[at].gap:
            begins = words[at + 1].is_capital or words[at + 1].text in lexicon.DETERMINERS
            if begins and any(_is_finite(word) for word in words[at + 2 : at + 6]):
                return words[at].start
    return len(text)


def _is_finite(word: Word) -> bool:
    return word.text in lexicon.BE | lexicon.HAVE | {"will", "would", "may", "can"} or word.text.endswith("ed")


def _is_around(sentence: Sentence, subject: Phrase, verb: Phrase) -> bool:
    """Whether what is told stands before the words of telling, or on both sides of them."""
    words = sentence.words
    begin = min(verb.first, subject.first)
    if begin < 2:
        return False
    if subject.first > verb.last:
        return True
    is_beside = words[begin - 1].text == "as" or re.search(r"[,\"”»—–]", words[begin].gap) is not None
    is_after_quotation = _QUOTE.search(words[begin].gap) is not None and "“" not in words[begin].gap
    return is_beside and (is_after_quotation or _aside(sentence, verb.last) is not None)


def _aside(sentence: Sentence, last: int) -> int | None:
    """The last word of a remark that ends with a verb and with when and to whom; None where something is told there."""
    words = sentence.words
    end = last
    while end + 1 < len(words) and not _STOP.search(words[end + 1].gap):
        end += 1
    rest = words[last + 1 : end + 1]
    if not rest:
        opens = end + 1 < len(words) and re.search(r"[:\"“«]", words[end + 1].gap) and "," not in words[end + 1].gap
        return None if opens else end
    if len(rest) > _LONGEST_ASIDE or any(word.text == "that" for word in rest):
        return None
    if words[last].text == "told":
        return end
    fits = all(word.text in lexicon.ASIDE or word.is_capital or word.text[0].isdigit() for word in rest)
    return end if fits and rest[0].text in lexicon.ASIDE - lexicon.DETERMINERS else None
