"""Persons in an English text, by the pattern of its words: see ``index.named.english_words`` for what each letter stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.language import fold
from index.named.english_words import is_numeral, read_english
from index.named.known import Known
from index.named.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.named.words import Span, Words

    # The whole, the office, the name.
    Found = tuple[Span, Span | None, Span | None]

# What may be long is bounded, so that a text of capitals alone takes time in step.
_PART = r"(?:b{1,3}[GCKBP]|[GCKPIB])"
_NO_PERSON = r"(?!K?[GCK]{0,5}[HLx])"
_NAME = rf"{_NO_PERSON}(?:P{{1,6}}|K(?:b{{1,3}}[GCKBP]){{0,3}}|[GCIB]{_PART}{{0,3}})R?"
_WHOLE_NAME = rf"{_NO_PERSON}(?:P{{2,6}}|[GCI]{_PART}{{1,3}}R?|[GC]R)"
_WHOSE = r"(?:d?(?:[CGKcpqP]{1,6}|[QqC]{0,5}O)s|d(?:p{1,6}(?!s))?)?"
_KIND = r"(?:[QqCSGcHLp]{0,6}O{1,3})"
# "of the Republic of Dorvenia".
_STATE = r"od?(?:ro)?(?:p{1,6}|[cCG])"
_OF = r"(?:o[dq]{0,2}(?:ro)?(?:p{1,6}|[cCKQOGHL][CQGHL]{0,5}))?"
_TITLED = rf"(?P<office1>{_WHOSE}{_KIND}(?:oQ{{1,3}})?)(?P<name1>{_NAME})(?:{_STATE})?"
_PARTED = rf"(?P<office2>{_WHOSE}{_KIND}{_OF}),(?P<name2>{_WHOLE_NAME})(?=[,.]|$|[vfwu])"
_ADDRESSED = rf"(?P<office3>D)\.?(?P<name3>{_NAME})"
_APPOSED = rf"(?P<name4>{_WHOLE_NAME}|K),(?P<office4>d?{_KIND}(?:{_OF}|fd?[QqCc]{{0,5}}[OCc]?))(?=[,.]|$|f|w)"
_WHOLE = r"(?P<whole>(?:G(?:b{1,3}[GCKBP]|[GCKB]){1,4}|[CS](?:[GC]?B|b{1,3}[GCB])|[CS]?[CG]?K|P{1,6})R?)(?![HLx])"
_SAID = r"(?P<said>(?<=[fw,.v])C[CG](?![HLxCs])(?=v)|(?<=v)[CG][CGB]{1,2}(?=[,.]))"
_UNNAMED = rf"(?P<unnamed>(?:{_WHOSE}|(?<=\.)){_KIND}(?:{_STATE})?)(?![CG])"
_PERSON = re.compile("|".join((_PARTED, _TITLED, _ADDRESSED, _APPOSED, _WHOLE, _SAID, _UNNAMED)))
# A place by what stands before it, or by its date; and what owns something that only a state does.
_PLACE = re.compile(r"(?<=i)[CGS](?![CGHKBs])|[CS](?=s[QC]{0,5}O)")
_DATED = re.compile(r"(?:^|(?<=\.))[CGS](?=,(?:t,?)?(?:t#|#t))|(?:(?<=Oo)|(?<=Ood)|(?<=ro))[CG](?![CGHKBLx])")
_OWNER = re.compile(r"(?<![CGKSI])[CS](?=s(?:[QC]{0,5}[OH]|w))")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|ad|an|at|az)-")


def english_persons(text: str, known: Known) -> Iterator[Found]:
    """Where each person stands, and the office and the name, either of which may be missing."""
    yield from _persons(read_english(text, known))


def english_known(text: str) -> Known:
    """What a document tells of its names."""
    words = read_english(text, Known())
    dated = frozenset(words.forms[match.start()] for match in _DATED.finditer(words.letters))
    places = dated | {words.forms[match.start()] for match in _PLACE.finditer(words.letters)}
    words = read_english(text, Known(places=places))
    names = _names(text, words, places)
    states = {
        words.forms[match.start()] for match in _OWNER.finditer(words.letters) if _is_of_state(words, match.end() + 1)
    }
    # A name that is told with an office or a given name is no place, unless a place is dated or ruled by its name.
    return Known(places=(places | states) - (names.keys() - dated), names=names)


def _persons(words: Words) -> Iterator[Found]:
    for match in _PERSON.finditer(words.letters):
        number = next((number for number in "1234" if match["name" + number]), None)
        if number:
            yield (
                words.span(*match.span()),
                words.span(*match.span("office" + number)),
                words.span(*match.span("name" + number)),
            )
        elif match["unnamed"]:
            if _rules(match, words):
                office = words.span(*match.span())
                yield office, office, None
        else:
            name = words.span(*match.span(str(match.lastgroup)))
            yield name, None, name


def _rules(match: re.Match[str], words: Words) -> bool:
    """Whether an office without a name stands for a person: "the Prime Minister", and not "a minister"."""
    own = match["unnamed"].partition("o")[0]
    office = words.forms[match.start() + own.rindex("O")]
    if words.forms[match.start()] in {"a", "an"} or not vocabulary("en").has("ruler", office):
        return False
    # "Emir of Kulzar speaks": in a heading the article may be left out.
    begins = words.letters[: match.start()][-1:] in {"", "."}
    return own[0] in "dpcqC" or (begins and own != match["unnamed"])


def _names(text: str, words: Words, places: frozenset[str]) -> dict[str, frozenset[str]]:
    """By which word each person that is named whole is named later, and the words of the offices told of them."""
    names: dict[str, frozenset[str]] = {}
    for _, office, name in _persons(words):
        told = _WORD.findall(text[slice(*name)]) if name else []
        if len(told) < 2:
            continue
        offices = frozenset(fold(text[slice(*office)]).text.split()) if office else frozenset[str]()
        is_ruler = any(word in {"bin", "ibn"} for word in told) or is_numeral(told[-1])
        last = fold(told[-1]).text
        for key in {fold(told[0]).text} if is_ruler else {last, _ARTICLE.sub("", last)}:
            if len(key) > 2 and key not in places:
                names[key] = names.get(key, frozenset()) | offices
    return names


def _is_of_state(words: Words, at: int) -> bool:
    return words.letters[at] in "QO" or vocabulary("en").has("of_a_state", words.forms[at])
