"""Who tells what in an Arabic sentence without a verb of his own: "وفقًا لـ", "بحسب", "على حد قوله", a colon."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answer.attribution.arabic import words as lexicon
from bot.answer.attribution.arabic.names import is_back_reference, may_name
from bot.answer.attribution.arabic.nouns import Phrase, phrase_at
from bot.answer.attribution.arabic.subjects import BREAK
from bot.answer.attribution.arabic.verbs import name_end, telling_of
from bot.answer.attribution.telling import Sentence, Span, Telling
from index.language import is_function_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.attribution.telling import Pronoun

_ACCORDING = frozenset(["وفق", "بحسب", "حسب"])
_AS = frozenset(["كما", "حسبما", "وفقما", "بحسبما"])
_ACCORDING_TO = frozenset(["وفقا", "طبقا"])
_HIS = frozenset(["قوله", "قولها", "قولهم", "رايه", "رايها", "تعبيره", "تعبيرها", "وصفه", "وصفها"])
_IN_HIS_VIEW = frozenset(["برايه", "برايها", "برايهم"])
_WORDS_OF = frozenset(["قول", "تعبير", "وصف"])
# Two words and more that introduce a source.
_INTRODUCING = {("نقلا", "عن"), ("استنادا", "الي"), ("علي", "لسان")}
_OBJECT = re.compile("(?<=..)(?:ه|ها)$")
_LONGEST_LABEL = 8


def according(sentence: Sentence, taken: set[int]) -> Iterator[Telling]:
    """By "وفقًا لـ", "بحسب", "نقلًا عن", "كما قال", "برأيه".

    Args:
        sentence: The sentence.
        taken: Takes the numbers of verbs that are read here.
    """
    for at, word in enumerate(sentence.words):
        text = word.text[1:] if word.text[0] in "وف" and word.text not in _ACCORDING | _ACCORDING_TO else word.text
        first = _introduced(sentence, at, text, taken)
        if first == at:
            region = sentence.span(at, at)
            yield Telling("speaker", None, _pronoun(sentence, at), _reach(sentence, at, region), region, is_around=True)
        elif first is not None and first < len(sentence.words):
            telling = _by_source(sentence, at, first, is_prefixed=text in _ACCORDING_TO)
            if telling is not None:
                yield telling


def _introduced(sentence: Sentence, at: int, text: str, taken: set[int]) -> int | None:
    """The number of the first word of the source that a word introduces; its own for "in his view"; else None."""
    following = [word.text for word in sentence.words[at + 1 : at + 4]] or [""]
    if text in _AS or (text in _ACCORDING and following[0] == "ما"):
        return _as_said(sentence, at + (1 if text in _AS else 2), taken)
    if text in _IN_HIS_VIEW or (text in _ACCORDING and following[0] in _HIS):
        return at
    if text == "علي" and following[0] == "حد" and len(following) > 1:
        return at + 3 if following[1] in _WORDS_OF else at if following[1] in _HIS else None
    if (text, following[0]) in _INTRODUCING:
        return at + 2
    introduces = text in _ACCORDING or text == "براي" or (text in _ACCORDING_TO and following[0].startswith("ل"))
    return at + 1 if introduces else None


def _pronoun(sentence: Sentence, at: int) -> Pronoun:
    ends = next(
        (word.text for word in sentence.words[at : at + 3] if word.text in _HIS or word.text.startswith("براي")), ""
    )
    return "she" if ends.endswith("ها") else "they" if ends.endswith("هم") else "he"


def _as_said(sentence: Sentence, at: int, taken: set[int]) -> int | None:
    """After "كما" or "وفق ما": the number of the first word of the subject of the verb that stands there."""
    words = sentence.words
    if at + 1 >= len(words):
        return None
    verb = _OBJECT.sub("", words[at].text)
    if not (verb in lexicon.VERBS or words[at].text in lexicon.VERBS or verb in lexicon.RELAYING):
        return None
    first = at + 1
    while first < len(words) and (words[first].text in {"به", "عنه", "اليه"} or words[first].text in lexicon.FILLERS):
        first += 1
    if first >= len(words) or words[first].text in lexicon.MARKERS or words[first].text in lexicon.PREPOSITIONS:
        return None
    found = phrase_at(sentence, first)
    # "كما أكد الرئيسان ضرورة" is no aside, but a sentence that goes on.
    if words[at - 1].text in {"كما", "وكما"} and not (found and _ends_aside(sentence, found.last)):
        return None
    taken.add(at)
    return first


def _ends_aside(sentence: Sentence, last: int) -> bool:
    return last + 1 >= len(sentence.words) or bool(BREAK.search(sentence.words[last + 1].gap))


def _by_source(sentence: Sentence, at: int, first: int, *, is_prefixed: bool) -> Telling | None:
    words = sentence.words
    written = words[first].text
    bare = re.sub("^لل?", "", written) if is_prefixed else written
    head = f"ال{bare}" if is_prefixed and written.startswith("لل") else bare
    if head in lexicon.NO_SOURCES or bare in lexicon.NO_SOURCES or is_function_word(head):
        return None
    named = Sentence(
        sentence.text, (*words[:first], words[first]._replace(text=head), *words[first + 1 :]), sentence.people
    )
    found = phrase_at(named, first)
    is_person = found.is_person if found else head not in lexicon.OFFICES
    last = name_end(sentence, first)
    region = sentence.span(at, last)
    is_honoured = found is not None and found.is_honoured
    phrase = Phrase(first, last, None, is_person=is_person, is_honoured=is_honoured)
    telling = telling_of(named, phrase, _reach(sentence, at, region), region)
    if is_prefixed and telling.source is not None and telling.source.start == words[first].start:
        source = Span(_after_preposition(sentence, first), telling.source.end)
        telling = replace(telling, source=source)
    refers = is_honoured or is_back_reference(" ".join(word.text for word in named.words[first : last + 1]))
    return replace(telling, is_around=True, is_back_reference=refers, is_end=False)


def _after_preposition(sentence: Sentence, at: int) -> int:
    start = sentence.words[at].start + 1
    while start < len(sentence.text) and "\u064b" <= sentence.text[start] <= "\u0652":
        start += 1
    return start


def _reach(sentence: Sentence, at: int, region: Span) -> Span:
    """What "according to" covers: all of the sentence, or the clause that it ends without a comma."""
    if at == 0:
        return Span(region.end, len(sentence.text))
    if BREAK.search(sentence.words[at].gap):
        return Span(0, len(sentence.text))
    commas = [word.start for word in sentence.words[1:at] if re.search("[،,;؛]", word.gap)]
    return Span(commas[-1] if commas else 0, region.end)


def labels(sentence: Sentence) -> Iterator[Telling]:
    """By a colon after a name."""
    words = sentence.words
    colon = next((at for at, word in enumerate(words[: _LONGEST_LABEL + 1]) if at and ":" in word.gap), None)
    if colon is None or words[0].text in lexicon.LABELS:
        return
    found = phrase_at(sentence, 0)
    # Before a colon, what follows a title can only be the name.
    names = words[found.last + 1 : colon] if found else ()
    is_named = (
        found is not None
        and words[0].text in lexicon.TITLES
        and all(not one.gap and may_name(one.text) for one in names)
    )
    if found is not None and (is_named or found.last == colon - 1) and not found.is_honoured:
        region = sentence.span(0, colon - 1)
        scope = Span(words[colon].start, len(sentence.text))
        yield telling_of(sentence, found._replace(last=colon - 1), scope, region)
