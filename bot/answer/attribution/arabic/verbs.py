"""Who tells what in an Arabic sentence by a verb of telling: "قال ... إن", "مضيفًا أن", "جاء في بيان"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answer.attribution.arabic import words as lexicon
from bot.answer.attribution.arabic.names import is_back_reference, role_of, shown_span
from bot.answer.attribution.arabic.nouns import Phrase, phrase_at
from bot.answer.attribution.arabic.subjects import has_clause, opens_clause, subject_after, subject_before
from bot.answer.attribution.telling import Span, Telling
from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.attribution.arabic.words import Verb
    from bot.answer.attribution.telling import Pronoun, Sentence, Word

_CLAUSE = re.compile(r"[:\"“«]")
_CLOSED = re.compile(r"[\"”»][،,]?$")
# "أعاد التأخر إلى" tells of a cause, "أعاد فتح" of none.
_TRACES = re.compile(
    r"^(?: \w+){0,4} (?:هذا|هذه|ذلك|سبب|اسباب|التاخر|التاخير|الارتفاع|الازمه|الخلاف)(?: \w+){0,2} الي "
)
_OBJECT = re.compile("(?:ني|نا|هم|هما|ها|ه|كم)$")
# "أقر بحق" is to admit, "أقر الخطة" to approve.
_ADMITTED = re.compile(r"^(?: \w+){0,3}? ب\w{2}")
_IN_STATEMENT = frozenset(["بيان", "بيانها", "بيانه"])
_LONGEST_RELAYING, _LONGEST_CITED = 6, 9


def tellings_by_verb(sentence: Sentence, taken: set[int]) -> Iterator[Telling]:
    """What verbs of telling tell.

    Args:
        sentence: The sentence.
        taken: The numbers of words that are read otherwise; takes those of what is relayed.
    """
    for at, word in enumerate(sentence.words):
        if at in taken:
            continue
        has_and = word.text[0] in "وف" and len(word.text) > 2
        for form in [word.text, word.text[1:]] if has_and else [word.text]:
            found = _by_form(sentence, at, form, taken)
            if found:
                yield from found
                break


def _by_form(sentence: Sentence, at: int, form: str, taken: set[int]) -> list[Telling]:
    words = sentence.words
    if form in lexicon.PARTICIPLES:
        region = sentence.span(at, at)
        # Without a comma the feminine may be a noun: مذكرة is a memorandum.
        joins = at and (not form.endswith("ه") or "،" in words[at].gap)
        return [Telling("speaker", None, "same", Span(region.end, len(sentence.text)), region)] if joins else []
    if (
        form in lexicon.APPEARING
        and at + 2 < len(words)
        and words[at + 1].text == "في"
        and words[at + 2].text in lexicon.OFFICES
    ):
        last = name_end(sentence, at + 2)
        region = sentence.span(at, last)
        phrase = Phrase(at + 2, last, None, is_person=False)
        return [telling_of(sentence, phrase, Span(region.end, len(sentence.text)), region)]
    if at and _denies(words[at - 1].text) and not words[at].gap:
        return []
    if form in lexicon.RELAYING:
        return _relayed(sentence, at, lexicon.RELAYING[form], taken)
    verb = lexicon.VERBS.get(form) or _with_object(form)
    if verb is None or not _tells(sentence, at, verb, has_and=form != words[at].text):
        return []
    is_act = verb.is_act or (verb.base in lexicon.ADMITTING and not has_clause(sentence, at))
    telling = _told(sentence, at, verb, is_act=is_act)
    return [] if telling is None else [telling]


def _with_object(form: str) -> Verb | None:
    """A verb that says at its end to whom something is said: "أبلغتنا"."""
    bare = _OBJECT.sub("", form)
    verb = lexicon.VERBS.get(bare) if bare != form and bare in lexicon.TELLING_TO else None
    return None if verb is None else verb._replace(has_object=True)


def _denies(word: str) -> bool:
    return word in lexicon.NOT or (word[0] in "وف" and word[1:] in lexicon.NOT)


def _tells(sentence: Sentence, at: int, verb: Verb, *, has_and: bool) -> bool:
    """Whether a form that may be another word, or another meaning, is that verb here."""
    before = sentence.words[at - 1].text if at else ""
    if verb.is_present and (before in lexicon.SUBJUNCTIVE or (verb.base == "يذكر" and not at)):
        return False
    if verb.base in lexicon.NOUNS and not (has_and or opens_clause(sentence, at) or subject_before(sentence, at)):
        return False
    following = sentence.text[sentence.words[at].end :]
    if verb.base in lexicon.BLAMING and "مسوولي" not in fold(following).text:
        return False
    if verb.base == "اعاد" and not _TRACES.search(fold(following).text):
        return False
    if verb.base in lexicon.ADMITTING and not (has_clause(sentence, at) or _ADMITTED.search(fold(following).text)):
        return False
    is_answer = verb.base == "رد" and has_and
    return verb.base not in lexicon.CLAUSAL or is_answer or has_clause(sentence, at)


def _told(sentence: Sentence, at: int, verb: Verb, *, is_act: bool) -> Telling | None:
    # A name that begins the clause before the verb is its subject, whatever follows.
    phrase = subject_before(sentence, at) or subject_after(sentence, at, verb)
    end = len(sentence.text)
    if phrase is None:
        region = sentence.span(at, at)
        has_pronoun = _has_pronoun(sentence, at, verb)
        scope = Span(region.end, end)
        return Telling("speaker", None, verb.pronoun, scope, region, is_act=is_act) if has_pronoun else None
    if is_act and not phrase.is_person:
        return None
    last = max(at, phrase.last)
    region = Span(_fronted(sentence, min(at, phrase.first)), sentence.words[last].end)
    is_around = _is_around(sentence, at, last)
    scope = Span(0, end) if is_around else Span(region.end, end)
    return replace(telling_of(sentence, phrase, scope, region), is_around=is_around, is_act=is_act)


def telling_of(sentence: Sentence, phrase: Phrase, scope: Span, region: Span) -> Telling:
    """What one whom a phrase names tells."""
    words = sentence.words
    head = words[phrase.first].text
    source = sentence.span(phrase.first, phrase.last)
    following = [word.text for word in words[phrase.last + 1 : phrase.last + 4]]
    in_statement = following[:1] == ["في"] and following[1:2] != [] and following[1] in _IN_STATEMENT
    is_head_of_government = phrase.first + 1 < len(words) and words[phrase.first + 1].text in {"وزراء", "الوزراء"}
    is_official = head in lexicon.OFFICIALS and not is_head_of_government
    return Telling(
        role_of(head, is_person=phrase.is_person),
        shown_span(sentence.text, source),
        None,
        scope,
        region,
        is_text=head in lexicon.TEXTS or in_statement,
        is_back_reference=phrase.is_honoured or is_back_reference(sentence.text[slice(*source)]),
        is_end=is_official or any(word in lexicon.PRESS for word in following),
    )


def _fronted(sentence: Sentence, begin: int) -> int:
    """Where the words of telling begin, with when, where or on what it is said: "وفي الملف النووي، شدد"."""
    words = sentence.words
    if not begin or "،" not in words[begin].gap or "،" in sentence.gaps(1, begin - 1):
        return words[begin].start
    first = words[0].text
    is_fronted = first in lexicon.PREPOSITIONS or (first[0] in "وف" and first[1:] in lexicon.PREPOSITIONS)
    return 0 if is_fronted else words[begin].start


def _is_around(sentence: Sentence, at: int, last: int) -> bool:
    """Whether what is told stands before the verb: "«...»، قال الوزير"."""
    if at < 3:
        return False
    gap = sentence.words[at].gap
    if last + 1 < len(sentence.words):
        return _CLOSED.search(gap) is not None and re.search("[،,.]", sentence.words[last + 1].gap) is not None
    return re.search(r"[،,\"”»]", gap) is not None


def _has_pronoun(sentence: Sentence, at: int, verb: Verb) -> bool:
    """Whether the subject of a verb that none is named for is the one who told before."""
    words = sentence.words
    if at + 1 >= len(words) or not opens_clause(sentence, at):
        return False
    following = words[at + 1]
    has_joint = following.text in {"الي", "علي", "عن"} and verb.base not in lexicon.NOUNS
    if following.text in lexicon.MARKERS or _CLAUSE.search(following.gap) or has_joint:
        return True
    if verb.is_present or verb.base in lexicon.PASSIVE or _is_subject(following, verb, words[at].text):
        return False
    return words[at].text[0] in "وف" or not at or bool(words[at].gap)


def _is_subject(word: Word, verb: Verb, form: str) -> bool:
    """Whether the word after a verb is rather its subject, somebody unknown, than its object: "تعهدت المملكة"."""
    if word.text in lexicon.PREPOSITIONS or (word.text.startswith(("ب", "ل")) and verb.base in lexicon.WITH_BA):
        return False
    return verb.base not in lexicon.WITH_NOUN or (form.endswith("ت") and word.text.endswith("ه"))


def name_end(sentence: Sentence, first: int) -> int:
    """The last word of a source that goes on up to a mark, a clause or a verb."""
    words = sentence.words
    last = first
    while last + 1 < len(words) and last - first < 12:
        word = words[last + 1]
        verb = lexicon.VERBS.get(word.text)
        is_verb = verb is not None and not verb.is_act and verb.base not in lexicon.NOUNS
        if word.gap or is_verb or word.text in lexicon.BEGINNING - {"و"}:
            break
        last += 1
    return last


def _relayed(sentence: Sentence, at: int, pronoun: Pronoun, taken: set[int]) -> list[Telling]:
    """By "ونقل البيان عن الوزير قوله": who relays, and whom."""
    words = sentence.words
    joint = next(
        (n for n in range(at + 1, min(at + 9, len(words))) if words[n].text == "عن" or words[n].gap), len(words)
    )
    if joint + 1 >= len(words) or words[joint].text != "عن":
        return []
    relaying = phrase_at(sentence, at + 1) if joint > at + 1 else None
    if joint > at + 1 and (relaying is None or joint - at > _LONGEST_RELAYING + 1 or pronoun == "they"):
        return []
    last = joint + 1
    while last + 1 < len(words) and not words[last + 1].gap and not _ends_cited(words[last + 1].text):
        last += 1
    if last + 1 >= len(words) or last - joint > _LONGEST_CITED:
        return []
    taken.update(range(at, last + 1))
    found = phrase_at(sentence, joint + 1)
    is_person = found.is_person if found else words[joint + 1].text not in lexicon.OFFICES
    following = words[last + 1]
    start = following.end if following.text in lexicon.SPEECH else words[last].end
    inner = Span(start, len(sentence.text))
    cited = telling_of(
        sentence, Phrase(joint + 1, last, None, is_person=is_person), inner, Span(words[joint].start, start)
    )
    if relaying is None:
        return [cited]
    region = sentence.span(at, joint - 1)
    outer = telling_of(sentence, relaying._replace(last=joint - 1), Span(region.end, inner.end), region)
    return [replace(outer, is_end=False), cited]


def _ends_cited(word: str) -> bool:
    return word in lexicon.MARKERS or word in lexicon.SPEECH
