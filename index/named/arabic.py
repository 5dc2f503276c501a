"""Persons in an Arabic text, by the pattern of its words: see ``index.named.arabic_words`` for what each letter stands for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from index.named.arabic_words import read_arabic
from index.named.known import Known, states_of
from index.named.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.named.words import Span, Words

    # The whole, the office, the name.
    Found = tuple[Span, Span | None, Span | None]

# A name: a given name and more, what joins its parts, a family's name with the article, what counts rulers.
# What may be long is bounded, so that no text takes more than time in step.
_PART = r"(?:b{1,3}[gunPKaNYez]|[gunPKz])"
_LAST = rf"(?:[NYK]{_PART}{{0,2}}|(?<=[gu])[aMe](?![axYjqN])|(?<=[gun])y)"
_NAME = rf"(?:K(?:b{{1,3}}[gunPKaNYez]){{0,3}}|(?:b{{1,3}}[gunPKaNYe]|[gunP]|e(?=[nNK])){_PART}{{0,3}}{_LAST}?)o?"
# What an office is of: الخارجية، وزراء بريسنيا، باسم الرئاسة.
_OF = r"(?:s?[hHLW]{0,3}(?:p{1,8}|[cAnaUNYeugjK]))"
_MORE = r"(?:[axYqjoU]|&[aU]|\+p{1,8}|N(?=[gunPKb])){0,6}"
_IN = r"(?:f(?:p{1,8}|[cne])(?=[gunPK]))?"
_OFFICE_OF = rf"T(?:&?T){{0,3}}{_OF}{_MORE}{_IN}"
_OFFICE_THE = rf"A(?:s{_OF})?{_MORE}{_IN}"
_ADDRESS = r"M(?:[axYqj]|N(?=[gunPKb])){0,4}"
_HONOUR = r"(?:m[aY]{0,2})?"
_OFFICE = rf"(?P<office>{_HONOUR}(?:(?:{_OFFICE_OF}|{_OFFICE_THE})(?:{_OFFICE_OF})?|{_ADDRESS}))"
_TITLED = rf"{_OFFICE}(?P<name>{_NAME}|[NK])(?:&(?P<other>{_NAME}))?"
# Without a name; what may be the next noun is no part of it.
_UNNAMED = (
    rf"(?P<unnamed>{_HONOUR}(?:T(?:&?T){{0,3}}{_OF}(?<!e)[xqjo]{{0,4}}|A(?:s{_OF})?[xqjo]{{0,4}}(?:a?\+p{{1,8}})?))"
)
_WHOLE = r"(?P<whole>(?:u?g|u(?=b))(?:b{1,3}[gunPKaNYez]|[gunPKz]){0,4}(?:[NYK])?o?)"
_KNOWN = r"(?P<known>[gu]?K)"
_FAMOUS = r"(?P<famous>P{1,6})"
_SAID = rf"v(?P<said>[gn]{_PART}{{1,2}}(?:[NY])?|[gn](?=[i.,]))(?=[i.,fd&x]|$)"
_PERSON = re.compile("|".join((_TITLED, _FAMOUS, _SAID, _WHOLE, _KNOWN, _UNNAMED)))
_FEMININE_VERB = "ت"
# Of an office that two hold: وزيرا، وزيري، الرئيسان.
_TWO = ("ان", "ين", "ا", "تي", "يري", "يسي", "عيمي")
# "غمران، 17 أكتوبر 2024" at the beginning of a line.
_DATELINE = re.compile(r"(?:^|(?<=\.))(?P<place>[neu]),t?d")


def arabic_persons(text: str, known: Known) -> Iterator[Found]:
    """Where each person stands, and the office and the name, either of which may be missing."""
    words = read_arabic(text, known)
    for match in _persons(words):
        kind = match.lastgroup
        if match["office"] is not None:
            yield from _titled(match, words, known)
        elif kind == "unnamed":
            at = match.start() + next(at for at, letter in enumerate(match[0]) if letter in "TA")
            if vocabulary("ar").has("ruler", words.forms[at].removeprefix("ال")):
                office = words.span(*match.span())
                yield office, office, None
        elif kind and _is_person(match, kind, words, known):
            name = words.span(*match.span(kind))
            yield name, None, name


def arabic_known(text: str) -> Known:
    """What a document tells of its names."""
    words = read_arabic(text, Known())
    told = list(zip(words.forms, words.letters, strict=True))
    unusual = frozenset(form for form, letter in told if letter == "n" and len(form) > 2)
    likely = frozenset(form for form, letter in told if letter == "e" and form.endswith("يا"))
    places = frozenset(_places(words, unusual))
    first = Known(unusual, places, likely)
    # An adjective after such a word is of a place, and none itself: "حكومة كالينغارية".
    first = replace(first, places=frozenset(place for place in places if not first.tells_of(place)))
    return replace(first, names=_names(read_arabic(text, first)))


def _persons(words: Words) -> Iterator[re.Match[str]]:
    at = 0
    while match := _PERSON.search(words.letters, at):
        at = match.end()
        if match["other"] and not words.forms[match.start("office")].endswith(_TWO):
            # "and" joins another sentence, unless two hold the office: "وزيرا الخارجية كريم الكيلاني وكلارا كوفاك".
            at = match.start("other") - 1
            match = _PERSON.match(words.letters, match.start(), at)
        if match:
            yield match


def _titled(match: re.Match[str], words: Words, known: Known) -> Iterator[Found]:
    office, name = words.span(*match.span("office")), words.span(*match.span("name"))
    told = match["name"]
    if len(told) == 1 and told not in "KPN" and "M" not in match["office"]:
        # "زار الرئيس بريسنيا": one word that nothing tells to be a person is none.
        yield office, office, None
    elif told == "K" and not known.may_hold(words.forms[match.start("name")], _told(match, words)):
        # "أطلع السلطان حكيمي": the Sultan informed Hakimi.
        yield office, office, None
        yield name, None, name
    else:
        yield (office[0], name[1]), office, name
    if match["other"]:
        other = words.span(*match.span("other"))
        yield other, None, other


def _told(match: re.Match[str], words: Words) -> frozenset[str]:
    """The words of an office."""
    return frozenset(form.removeprefix("ال") for form in words.forms[match.start("office") : match.end("office")])


def _is_person(match: re.Match[str], kind: str, words: Words, known: Known) -> bool:
    if kind == "whole":
        # One given name alone may be anything: a town, a usual word.
        return len(match["whole"].rstrip("o")) > 1
    if kind == "said" and len(match["said"]) == 1:
        # "أعلنت غالديرا": a state may say so, too.
        said = words.forms[match.start("said")]
        return not words.forms[match.start()].endswith(_FEMININE_VERB) and said not in known.places
    return True


def _places(words: Words, unusual: frozenset[str]) -> Iterator[str]:
    """The words that are told to be names of places: by what stands before them, or by an adjective made of them."""
    groups = vocabulary("ar")
    for at in range(1, len(words.letters)):
        before, form, letter = words.forms[at - 1], words.forms[at], words.letters[at]
        is_surely_placed = groups.has("before_place", before)
        is_placed = (
            is_surely_placed or before == "في" or groups.has("before_state", before) or words.letters[at - 1] in "LW"
        )
        if (letter == "n" and is_placed) or (
            letter in "eu" and (is_surely_placed or words.letters[at - 2 : at] == "Th")
        ):
            yield form
    for match in _DATELINE.finditer(words.letters):
        yield words.forms[match.start("place")]
    forms = {*words.forms}
    for form, letter in zip(words.forms, words.letters, strict=True):
        adjective = form.removeprefix("ال")
        if letter == "N" and adjective.endswith("يه"):
            yield from forms & {*states_of(adjective)}
        elif letter in "NY":
            # A family may be named after what ends otherwise: البدراني of بدران.
            yield from (one for one in states_of(adjective) if one in unusual and one[-1] in "اه" and one != adjective)


def _names(words: Words) -> dict[str, frozenset[str]]:
    """By which word each person that is named whole is named later, and the words of the offices told of them."""
    names: dict[str, frozenset[str]] = {}
    given: dict[str, set[str]] = {}
    for match in _persons(words):
        kind = match.lastgroup if match["office"] is None else "name"
        if kind not in {"name", "said", "whole", "famous"} or match.end(kind) - match.start(kind) < 2:
            continue
        told = words.forms[match.start(kind) : match.end(kind)]
        is_ruler = "b" in match[kind] or match[kind].endswith("o")
        key = told[0] if is_ruler else told[-1]
        if len(key) > 2:
            names[key] = names.get(key, frozenset()) | (_told(match, words) if kind == "name" else frozenset())
            given.setdefault(key, set()).add("" if is_ruler else told[0])
    # "زارت السيدة لقمان لوكوبا" names no Luqman Lokoba, where Luqman is known to be a family's name.
    return {key: offices for key, offices in names.items() if not given[key] <= names.keys()}
