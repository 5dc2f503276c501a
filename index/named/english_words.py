"""The words of an English text, each with a letter for what it may be in a name or an office.

=====  ==================================================================================================
``O``  an office: minister, President; ``Q`` what is said of one: foreign, Prime; ``D`` Mr, Dr
``d``  the, his, her; ``s`` a possessive; ``o`` of; ``i`` in, at; ``u`` to, from
``C``  a word with a capital; ``S`` one that begins a sentence; ``G`` a given name; ``B`` al-Badrani
``b``  what joins the parts of a name: bin, von; ``R`` a ruler's number; ``I`` an initial
``K``  a name that the document has told whole before; ``P`` a known person
``p``  a known place or organisation; ``q`` what names its people; ``c`` a place that the document has told
``H``  the last word of what is no person: Press, Council; ``x`` a treaty, a summit
``L``  what heads the name of a place: port; ``e`` eastern; ``E`` what begins the name of a town: Ras
``r``  a republic, a kingdom; ``t`` a day or a month
``v``  a verb of saying; ``f`` a word of grammar; ``w`` another word; ``#`` a number; ``,`` and ``.`` stops
=====  ==================================================================================================
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from index.gazetteer import find_names
from index.language import fold, is_function_word
from index.named.usual import is_given_name
from index.named.vocabulary import vocabulary
from index.named.words import Words, breaks, longest_line, name_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.gazetteer import FoundName
    from index.named.known import Known
    from index.named.words import Span

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:(?:-|['’](?!s(?!\w)))[^\W\d_]+)*)|(?P<possessive>['’]s(?!\w)|(?<=s)['’](?=\s))|(?P<number>\d[\d.,:/%]*)"
    r"|(?P<comma>,)|(?P<stop>[^\w\s])"
)
_MARKS = {"possessive": "s", "number": "#", "comma": ",", "stop": "."}
_ENDS = frozenset('.!?:;"“”()•|–—')
_NUMERAL = re.compile(r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2}|Jr)$")
# Texts that are read again by what they tell.
_KEPT = 8
_KEPT_WORDS = 1 << 14
_ARTICLED = re.compile(r"(?:[Aa]l|[Ee]l|[Aa]sh?|[Aa]r|[Aa]d|[Aa]n|[Aa]t|[Aa]z)-[A-Z]")


def is_numeral(word: str) -> bool:
    """Whether a word counts rulers: II, XVI."""
    return _NUMERAL.match(word) is not None


def read_english(text: str, known: Known) -> Words:
    """The words of an English text.

    Args:
        text: As written.
        known: What its document has told.
    """
    words, spans = _found(text)
    if known.names or known.places:
        letters = [_of_told(one, known) or one.letter for one in words]
    else:
        letters = [one.letter for one in words]
    return Words("".join(letters), spans, tuple(one.form for one in words))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word or mark as it is read without knowing what its document tells.

    Attributes:
        letter: What it then may be.
        form: Folded.
        is_capital: Whether it is a word that begins with a capital.
        is_articled: Whether it is one that begins with an Arabic article: al-Badrani.
    """

    letter: str
    form: str
    is_capital: bool = False
    is_articled: bool = False


@lru_cache(maxsize=_KEPT)
def _found(text: str) -> tuple[tuple[_Word, ...], tuple[Span, ...]]:
    """The words and marks of a text, and where each stands."""
    found = list(_words(text))
    return tuple(word for word, _ in found), tuple(span for _, span in found)


def _words(text: str) -> Iterator[tuple[_Word, Span]]:
    names = deque(find_names(text))
    longest = longest_line(text)
    begins = True
    end: int | None = None
    for token in _TOKEN.finditer(text):
        if end is not None and breaks(text, end, token.start(), longest):
            yield _Word(".", ""), (end, end)
            begins = True
        end = token.end()
        name = name_at(names, token.start(), end)
        letter = _of_name(name) if name else _MARKS.get(str(token.lastgroup), "")
        yield _Word(letter, fold(token[0]).text) if letter else _of_word(token[0], begins=begins), token.span()
        begins = letter == "." and token[0] in _ENDS


def _of_name(name: FoundName) -> str:
    return "q" if name.form == "people" else "P" if name.kind == "person" else "p"


def _of_told(one: _Word, known: Known) -> str:
    """The letter of a word of which the document tells; none for another."""
    if one.is_capital and one.form in known.places:
        return "c"
    return "K" if one.form in known.names and (one.is_capital or one.is_articled) else ""


@lru_cache(maxsize=_KEPT_WORDS)
def _of_word(word: str, *, begins: bool) -> _Word:
    form = fold(word).text
    is_capital = word[0].isupper()
    letter = _listed(word, form) or (_of_capital(word, form, begins=begins) if is_capital else "w")
    return _Word(letter, form, is_capital, _ARTICLED.match(word) is not None)


def _listed(word: str, form: str) -> str:
    words = vocabulary("en")
    is_capital = word[0].isupper()
    letter = words.letters.get(form, "")
    if _ARTICLED.match(word):
        return "B"
    if letter == "b" and is_capital and not words.has("joining_capital", form):
        letter = ""
    if letter:
        return letter
    if form == "of" or is_function_word(form):
        return "o" if form == "of" else "f"
    if words.has("body" if is_capital else "common_body", form):
        return "H"
    return "v" if not is_capital and words.has("speech", form) else ""


def _of_capital(word: str, form: str, *, begins: bool) -> str:
    if vocabulary("en").has("time", form):
        return "t"
    if is_numeral(word):
        return "R"
    if len(word) == 1:
        return "I"
    return "G" if is_given_name(form) else "S" if begins else "C"
