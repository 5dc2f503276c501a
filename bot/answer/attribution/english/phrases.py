"""Who tells what in an English sentence without a verb of his own: "according to", "quoted as saying", colons, dashes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from bot.answer.attribution.english import words as lexicon
from bot.answer.attribution.english.names import (
    can_tell,
    is_back_reference,
    is_named,
    is_text,
    pronoun_of,
    role_of,
    shown_span,
)
from bot.answer.attribution.english.subjects import Phrase, named, subject_before
from bot.answer.attribution.telling import Span, Telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.attribution.telling import Pronoun, Sentence

_BREAK = re.compile(r"[,;:\"“”«»()—–…]")
_STOP = re.compile(r"[,;:.\"“”«»()—–]")
_RELAYED = re.compile(
    r"\b(?:quoted|cited)(?: by (?P<by>[^,.;]{2,50}?)| (?P<whom>(?!as\b)[^,.;]{2,50}?))? as (?:saying|telling)\b"
)
_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Ii]n the (?:words|view|opinion) of|(?<=, )(?:citing|quoting)|"
    r"[Ii]n (?P<his>his|her|their) (?:words|view|opinion)|[Aa]s (?:reported|told|quoted) by)\b"
)
_HIS = {"his": "he", "her": "she", "their": "they"}
_DASH = re.compile(r"[\"”»][—–-]+$")
_LONGEST, _LONGEST_LABEL = 16, 8


def relayed(sentence: Sentence, taken: set[int]) -> Iterator[Telling]:
    """By "quoted ... as saying": who relays, and whom.

    Args:
        sentence: The sentence.
        taken: Takes the numbers of the words that are read here.
    """
    for match in _RELAYED.finditer(sentence.text):
        verb, last = sentence.at(match.start()), sentence.at(match.end()) - 1
        taken.update(range(verb, last + 1))
        subject = subject_before(sentence, verb, is_quoted=True)
        subject = subject if isinstance(subject, Phrase) else None
        whom = _between(sentence, *match.span("whom")) if match["whom"] else subject
        by = _between(sentence, *match.span("by")) if match["by"] else subject if match["whom"] else None
        if by is not None:
            outer = Span(sentence.words[by.first].start, match.start("whom") if match["whom"] else match.end("by"))
            yield _quoted(sentence, by, outer, is_outer=True)
        if whom is not None:
            yield _quoted(sentence, whom, Span(sentence.words[whom.first].start, match.end()), is_outer=False)


def _between(sentence: Sentence, start: int, end: int) -> Phrase:
    return Phrase(sentence.at(start), sentence.at(end) - 1)


def _quoted(sentence: Sentence, phrase: Phrase, region: Span, *, is_outer: bool) -> Telling:
    is_beside = phrase.first > 1 and re.search(r"[,\"”»]", sentence.words[phrase.first].gap) is not None
    is_around = is_beside and not is_outer
    scope = Span(0 if is_around else region.end, len(sentence.text))
    return _telling(sentence, phrase, scope, region, is_around=is_around)


def _telling(sentence: Sentence, phrase: Phrase, scope: Span, region: Span, *, is_around: bool) -> Telling:
    spoken = named(sentence, phrase)
    source = sentence.span(*phrase)
    pronoun = pronoun_of(spoken)
    return Telling(
        "speaker" if pronoun else role_of(spoken, sentence.people),
        None if pronoun else shown_span(sentence.text, source),
        pronoun,
        scope,
        region,
        is_around,
        is_text=is_text(spoken),
        is_back_reference=is_back_reference(sentence.text[slice(*source)]),
    )


def according(sentence: Sentence) -> Iterator[Telling]:
    """By "according to", "in the words of", "citing"."""
    for match in _ACCORDING.finditer(sentence.text):
        begin, first = sentence.at(match.start()), sentence.at(match.end())
        if match["his"]:
            region = Span(*match.span())
            pronoun = cast("Pronoun", _HIS[match["his"]])
            yield Telling("speaker", None, pronoun, _reach(sentence, begin, region), region, is_around=True)
        elif first < len(sentence.words):
            phrase = Phrase(first, _name_end(sentence, first))
            spoken = named(sentence, phrase)
            if len(spoken) <= _LONGEST and not {word.text for word in spoken} & lexicon.NO_SOURCES:
                region = Span(match.start(), sentence.words[phrase.last].end)
                yield _telling(sentence, phrase, _reach(sentence, begin, region), region, is_around=True)


def _name_end(sentence: Sentence, first: int) -> int:
    words = sentence.words
    end = first
    while end + 1 < len(words) and not _STOP.search(words[end + 1].gap):
        if words[end + 1].text in lexicon.OPENERS - lexicon.JOINED:
            return end
        end += 1
    # "Her spokeswoman, Elka Sorin": one who is named by her office and by her name.
    tail = end
    while tail + 1 < len(words) and words[tail + 1].is_capital and words[tail + 1].gap == ("," if tail == end else ""):
        tail += 1
    is_last = tail + 1 >= len(words) or _STOP.search(words[tail + 1].gap) is not None
    return tail if is_last and words[end].text in lexicon.TITLES else end


def _reach(sentence: Sentence, begin: int, region: Span) -> Span:
    """What "according to" covers: all of the sentence, or the clause that it ends without a comma."""
    if begin <= 1:
        return Span(region.end, len(sentence.text))
    if _BREAK.search(sentence.words[begin].gap):
        return Span(0, len(sentence.text))
    commas = [word.start for word in sentence.words[1:begin] if re.search(r"[,;]", word.gap)]
    return Span(commas[-1] if commas else 0, region.end)


def labels(sentence: Sentence) -> Iterator[Telling]:
    """By a colon after a name, or by a dash before it."""
    words = sentence.words
    colon = next((at for at, word in enumerate(words[: _LONGEST_LABEL + 1]) if at and ":" in word.gap), None)
    if colon is not None and _is_label(sentence, colon):
        phrase = Phrase(0, colon - 1)
        region = sentence.span(*phrase)
        scope = Span(words[colon].start, len(sentence.text))
        yield _telling(sentence, phrase, scope, region, is_around=False)
    dash = next((at for at in range(len(words) - 1, max(0, len(words) - 8), -1) if _DASH.search(words[at].gap)), None)
    if dash is not None and can_tell(words[dash:], sentence.people):
        phrase = Phrase(dash, len(words) - 1)
        region = sentence.span(*phrase)
        yield _telling(sentence, phrase, Span(0, region.start), region, is_around=True)


def _is_label(sentence: Sentence, colon: int) -> bool:
    spoken = sentence.words[:colon]
    if spoken[0].text in lexicon.LABELS or sentence.gaps(1, colon - 1).strip(".,"):
        return False
    is_known = is_named(spoken, sentence.people) or any(
        word.text in lexicon.OFFICES | lexicon.AGENCIES for word in spoken
    )
    fits = lexicon.NAMING | lexicon.OFFICES | {"of", "for", "to"}
    return is_known and all(word.is_capital or word.text in fits for word in spoken)
