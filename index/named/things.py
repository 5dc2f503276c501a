"""Places and organisations by the words that head them.

See ``index.named.arabic_words`` and ``index.named.english_words`` for what each letter of a pattern stands for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.named.arabic_words import read_arabic
from index.named.english_words import read_english
from index.named.usual import is_usual
from index.named.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.named.known import Known
    from index.named.words import Span, Words

    # The whole, and the name in it.
    Found = tuple[Span, Span]

# What may be long is bounded, so that no text takes more than time in step.
_TOWN = r"(?:E[anNYgueL]|[ncg][ncg]?|N|p{1,8})"
_NAMED = rf"(?:{_TOWN}|[eu]|a[aY]?|Y)"
_HEADED = rf"(?:L{{1,2}}(?P<n1>{_NAMED})|W(?P<n2>{_TOWN}))(?P<said>[aYj])?(?:\+L{_NAMED}|&E[ncN]n?)?"
_THERE = r"(?<=f)(?P<n3>E[anNYguL]|n[nc]?|c{1,3})"
_PLACE = re.compile(rf"{_HEADED}|{_THERE}|(?P<n4>Ec|c)")
_NISBA = ("يه", "ي")
_BODY = re.compile(
    r"H[Hh]{0,2}(?P<b1>(?:p{1,8}|[aNYncgjqU])(?P<more>(?:[aYjqN]|p|\+[ap]|&a){0,8}))|U(?P<b2>[qjNYa])(?:[qj]|\+a[aY]?)?"
)

_ENGLISH_NAME = r"(?:E[CGBcK]|[CcGS]{1,3}|p{1,6})"
_ENGLISH_PLACE = re.compile(
    rf"(?:d?[wqCQL]?Lod?(?P<e1>{_ENGLISH_NAME})|d?(?P<e2>E?[CcGKBp]{{1,6}})s?L|e(?P<e3>{_ENGLISH_NAME}))(?![HOx])"
    r"|(?:(?<=i)(?P<e4>E[CGBK]|C{1,2})|(?<=u)(?P<e5>E[CGBK]|C))(?![GCKBHOLsb])|(?P<e6>c|E[CGBK])"
    r"|(?:^|(?<=\.))(?P<e7>[CGS]{1,2})(?=,(?:t,?)?(?:t#|#t))"
)
_RULED = r"Q{0,4}O(?:od?(?:ro)?(?:p{1,6}|[cCG]))?"
_ENGLISH_BODY = re.compile(
    r"d?(?P<b1>(?:(?<![CGKI])(?:[CcS]|p{1,6})s|[CcGKqSL]|p{1,6})(?:[QCGqwL]?Q{0,3}|[CGqQ]{0,4})H{1,3}(?:o[QHpqCc]{1,6})?)"
    rf"|d?(?P<b2>Q{{0,3}}Hod?(?:{_RULED}|[QCcqGHp]{{1,6}})(?:od?(?:p{{1,6}}|[cC]))?)"
)


def arabic_places(text: str, known: Known) -> Iterator[Found]:
    """Where each place stands, whole, and its name in it."""
    words = read_arabic(text, known)
    for match in _PLACE.finditer(words.letters):
        group = str(next(name for name in ("n1", "n2", "n3", "n4") if match[name]))
        if not _is_place(match, group, words, known):
            continue
        end = match.end()
        if match["said"] and not words.forms[match.start("said")].endswith(_NISBA):
            end = match.start("said")
        yield words.span(match.start(), end), words.span(*match.span(group))


def _is_place(match: re.Match[str], group: str, words: Words, known: Known) -> bool:
    named = words.forms[match.start(group)]
    if group == "n3":
        return "c" in match[0] or vocabulary("ar").has("towards", words.forms[match.start() - 1])
    if group == "n2":
        # "محطة لتحلية المياه": a station for something.
        return not named.startswith("ل") or named in known.places
    # "ولاية جديدة": a new term, not a state of that name.
    return not (match[group] == "e" and named.endswith("ه") and is_usual(named[:-1]))


def arabic_bodies(text: str, known: Known) -> Iterator[Found]:
    """Where each organisation stands, whole, and its name in it."""
    words = read_arabic(text, known)
    for match in _BODY.finditer(words.letters):
        group = "b1" if match["b1"] else "b2"
        at = match.start(group)
        if vocabulary("ar").has("of_no_body", words.forms[at]) or (group == "b2" and not _agrees(at, words, known)):
            continue
        end = _end(match, words)
        start, stop = words.span(match.start(), end)
        first, last = words.span(*match.span(group))
        yield (start, stop), (first, min(last, stop))


def _end(match: re.Match[str], words: Words) -> int:
    """Where what is said of a body ends: "حكومة باهلون المسؤولية" is a government, and then the blame for something."""
    groups = vocabulary("ar")
    for at in range(match.start("more"), match.end("more")):
        said = words.forms[at]
        is_noun = groups.has("of_no_body", said) or not (said.endswith(_NISBA) or groups.has("of_any_body", said))
        if words.letters[at] in "aYN" and words.letters[at - 1] != "+" and is_noun:
            return at
    return match.end()


def _agrees(at: int, words: Words, known: Known) -> bool:
    """Whether an adjective may be said of the body before it: الجانب الغديري, and not الخارجية الهمدراني."""
    groups = vocabulary("ar")
    body, adjective = words.forms[at - 1], words.forms[at]
    is_general = groups.has("of_a_body", adjective)
    is_feminine = body.endswith("ه") or groups.has("plural_body", body)
    if is_feminine != adjective.endswith("ه") and not is_general:
        return False
    return is_general or words.letters[at] in "qjN" or known.tells_of(adjective.removeprefix("ال"))


def english_places(text: str, known: Known) -> Iterator[Found]:
    """Where each place stands, whole, and its name in it."""
    words = read_english(text, known)
    for match in _ENGLISH_PLACE.finditer(words.letters):
        yield words.span(*match.span()), words.span(*match.span(str(match.lastgroup)))


def english_bodies(text: str, known: Known) -> Iterator[Found]:
    """Where each organisation stands, whole, and its name in it."""
    words = read_english(text, known)
    for match in _ENGLISH_BODY.finditer(words.letters):
        yield words.span(*match.span()), words.span(*match.span(str(match.lastgroup)))
