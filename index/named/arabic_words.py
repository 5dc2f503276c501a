"""The words of an Arabic text, each with a letter for what it may be in a name or an office.

=====  =========================================================================================================
``T``  an office before what it is of: رئيس، وزير
``A``  an office with the article: الرئيس; ``M`` a form of address, and what stands for an office: السيدة، نظيره
``m``  an honour before an office: جلالة
``h``  what an office is of, before what that is of: وزراء; ``s`` باسم
``H``  what heads the name of an organisation: جبهة; ``U`` one with the article: الجانب
``L``  what heads the name of a place: مدينة; ``W`` what may: قاعدة; ``E`` what begins that of a town: رأس
``p``  a known place or organisation; ``q`` what names its people
``P``  a known person
``K``  a name that the document has told whole before
``c``  a word that the document has told to be a place's name
``g``  a given name; ``u`` one that is a usual word, too
``n``  an unknown word; ``N`` one with the article; ``j`` one that is made of a name of the document: الغديري
``e``  a usual word that may be a name, for its ending; ``y`` one with the ending of a family's name
``a``  a usual word with the article; ``Y`` one that may be a family's name by its ending
``x``  what may be said of an office: السابق; ``t`` a word of time or order, that is no part of a name
``b``  what joins the parts of a name: بن، أبو، آل، فون; ``z`` what closes it: الله; ``o`` what counts rulers: الثاني
``v``  a verb of saying; ``i`` what follows it: أن; ``f`` another word of grammar; ``w`` another usual word
``&``  a glued و or ف; ``+`` a glued ب, ل or ك
``d``  a number; ``l`` a word in another script; ``,`` a comma; ``.`` any other stop
=====  =========================================================================================================
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from index.gazetteer import find_names
from index.gazetteer.reading import read
from index.language import is_function_word
from index.named.known import Known
from index.named.usual import is_given_name, is_usual, may_be_name
from index.named.vocabulary import vocabulary
from index.named.words import breaks, join, longest_line, name_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.gazetteer import FoundName
    from index.gazetteer.reading import Reading
    from index.named.words import Letter, Span, Words

_TOKEN = re.compile(
    r"(?P<word>[\u0620-\u06d3]+)|(?P<d>\d[\d.,:/٪%]*)|(?P<l>[a-z]\w*)|(?P<comma>[،,])|(?P<stop>[^\w\s])"
)
_MARKS = {"d": "d", "l": "l", "comma": ",", "stop": "."}
_ARTICLE = "ال"
_AND = "وف"
# Texts that are read again by what they tell.
_KEPT = 8
_KEPT_WORDS = 1 << 14
_GLUED = frozenset({"و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل"})
# After "and" these are sure; another letter may be the word's own.
_SURE = frozenset("TAMmhHcKgvifjLWE")


def read_arabic(text: str, known: Known) -> Words:
    """The words of an Arabic text.

    Args:
        text: As written.
        known: What its document has told.
    """
    return join(_letters(text, known))


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or mark as it is read without knowing what its document tells.

    Attributes:
        letter: That of a mark, or of a known name; none of another word, which may be what the document tells.
        word: Folded.
        start: Where it begins in the folded text.
        span: Where it stands in the text.
        glued: How many glued letters stand before a known name.
    """

    letter: str
    word: str
    start: int
    span: Span
    glued: int = 0


def _letters(text: str, known: Known) -> Iterator[Letter]:
    positions = read(text).positions
    tells = bool(known.words or known.places or known.likely or known.names)
    # Much of a text is the same words again.
    told: dict[str, tuple[int, str]] = {}
    for one in _tokens(text):
        glued, letter = one.glued, one.letter
        if not letter:
            if one.word not in told:
                told[one.word] = _of_word(one.word, known) if tells else _of_unknown(one.word)
            glued, letter = told[one.word]
        if not glued:
            yield letter, one.span, one.word
            continue
        joined = int(one.word[0] in _AND)
        for part, first, last in (("&", 0, joined), ("+", joined, glued), (letter, glued, len(one.word))):
            if first < last:
                place = positions[one.start + first], positions[one.start + last - 1] + 1
                yield part, place, one.word[first:last]


@lru_cache(maxsize=_KEPT)
def _tokens(text: str) -> tuple[_Token, ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[_Token]:
    reading = read(text)
    names = deque(find_names(text))
    longest = longest_line(text)
    end: int | None = None
    for token in _TOKEN.finditer(reading.folded):
        start, stop = span = reading.span(token.start(), token.end())
        if end is not None and breaks(text, end, start, longest):
            yield _Token(".", "", token.start(), (end, end))
        end = stop
        if token.lastgroup != "word":
            yield _Token(_MARKS[str(token.lastgroup)], token[0], token.start(), span)
            continue
        name = name_at(names, start, stop)
        glued, letter = _of_name(token, reading, name) if name else (0, "")
        yield _Token(letter, token[0], token.start(), span, glued)


def _of_name(token: re.Match[str], reading: Reading, name: FoundName) -> tuple[int, str]:
    """How many glued letters stand before a known name, and the letter of the name."""
    offsets = reading.positions[token.start() : token.end()]
    glued = next((at for at, offset in enumerate(offsets) if offset >= name.start), 0)
    return glued, "q" if name.form == "people" else "P" if name.kind == "person" else "p"


def _of_word(word: str, known: Known) -> tuple[int, str]:
    """How many glued letters begin a word, and the letter of the rest."""
    if letter := _listed(word, known):
        return 0, letter
    for glued in (1, 2):
        before, rest = word[:glued], word[glued:]
        if (
            len(rest) > 1
            and before in _GLUED
            and (found := _after_glued(before, rest, known, is_usual_whole=is_usual(word)))
        ):
            return glued + found[0], found[1]
    if word in known.words:
        return 0, "n"
    if not is_usual(word):
        return (1, "n") if word[0] == "و" and len(word) > 3 else (0, "n")
    return 0, "w" if not may_be_name(word) else "y" if word.endswith("ي") else "e"


@lru_cache(maxsize=_KEPT_WORDS)
def _of_unknown(word: str) -> tuple[int, str]:
    """The same where the document tells nothing of the word."""
    return _of_word(word, Known())


def _after_glued(before: str, rest: str, known: Known, *, is_usual_whole: bool) -> tuple[int, str] | None:
    """Whether letters are glued before the rest of a word: how many more are, and the letter of what is left."""
    if before[-1] == "ل" and rest.startswith("ل") and (letter := _listed(_ARTICLE + rest[1:], known)):
        # للرئيس: the article has lost its alif.
        return 1, letter
    letter = _listed(rest, known)
    if (letter in {"g", "u"} and is_usual_whole) or (letter == "N" and before[-1] == "ك"):
        return None
    is_sure = letter in _SURE or rest.startswith(_ARTICLE) or rest in known.words
    return (0, letter) if letter and is_sure else None


def _listed(word: str, known: Known) -> str:
    """The letter of a word without anything glued to it; none for one that only its being usual tells of."""
    if word in known.places:
        return "c"
    if word in known.names:
        return "K"
    words = vocabulary("ar")
    bare = word.removeprefix(_ARTICLE) if len(word) > len(_ARTICLE) + 1 else word
    letter = words.letters.get(word) or ("A" if bare != word and words.has("office", bare) else "")
    if letter or is_function_word(word):
        return letter or "f"
    if bare != word:
        return _with_article(word, bare, known)
    if is_given_name(word):
        return "u" if is_usual(word) else "g"
    return "n" if word in known.words else ""


def _with_article(word: str, bare: str, known: Known) -> str:
    if known.tells_of(bare):
        return "j"
    if not is_usual(word):
        return "N"
    return "Y" if word.endswith("ي") else "a"
