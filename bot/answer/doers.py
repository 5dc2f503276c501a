"""Who does it, and where: what one state did is not told of another, nor what is in one place of another.

A question names a doer where one stands before its verb ("did Velmar send", أرسلت فيلمار) or owns what is asked for
("Velmar's share"), and a place after "in" and في. A value that a clause tells of another is not the answer.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answer.values.likeness import likeness
from index.language import fold, is_function_word
from index.words import is_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.types import Question
    from bot.answer.values.reading import Reading, Word
    from index.types import Document

_SAME = 0.75
_AUX = r"(?:did|does|do|has|have|had|will|would|can|could|should|must|is|was|are|were)"
_DOER = (
    re.compile(rf"\b{_AUX} (?:the )?(?P<name>[A-ZÀ-Þ][\w-]+)(?= (?!of\b|and\b|or\b|[A-ZÀ-Þ])\w)"),
    re.compile(r"(?<![\w’'-] )\b(?P<name>[A-ZÀ-Þ][\w-]+)['’]s\b|\b(?P<owner>[A-ZÀ-Þ][\w-]+)['’]s\b"),
)
_PLACE = (
    re.compile(r"\b(?:in|inside|within) (?:the )?(?P<name>[A-ZÀ-Þ][\w-]+)(?! [A-ZÀ-Þ])"),
    re.compile(r"(?<!\w)(?:في|داخل) (?P<name>(?!ال)[ء-ي]{3,})(?!\w)"),
)
_ASKING = re.compile(r"(?<!\w)[وفبل]?(?:كم|متى|أين|اين|وين|فين|قديش|كام|امتى|إمتى|ما|كم مرة|أي|اي)(?!\w)")
# Before a name these make it no doer.
_TO = frozenset(
    """to from in at of with against by for on into between near about over towards than and or the
    الي من في علي مع عن ضد نحو بين حول عند لدي الي حتي منذ قبل بعد خلال غير او ان حسب بحسب وفق وفقا راي برايه برايها""".split()  # noqa: SIM905 - a list reads better as text
)
# Whoever holds one of these is a person, not the state.
_OFFICE = re.compile(
    r"(?:king|queen|president|emir|sultan|chancellor|prime|minister|prince|mr|mrs|ms|dr|general|admiral|lieutenant|captain|"
    r"secretary|ambassador|envoy|spokes\w+|(?:ال)?(?:ملك|رييس|رييسه|امير|سلطان|مستشار|مستشاره|وزير|وزيره|سفير|مبعوث|قايد|جلاله|"
    r"سمو|فخامه|شيخ))"
)
# Of "thanked the Sultan for sheltering", what follows is his doing.
_FOR = re.compile(
    r"\b(?:thank|prais|commend|congratulat|blam|accus|critici[sz]|condemn)\w*\s+(?=[^.;,]{2,60}?\s+(?:for|of)\s+\w+ing\b)"
)


def is_of_another(question: Question, document: Document, reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch of a passage is told of another state, or another place, than a question names.

    Args:
        question: What is asked.
        document: The document of the passage.
        reading: The passage.
        start: The first offset of the value in the passage.
        end: One past its last.
    """
    words = _clause(reading, start, end)
    names = _names(document, reading)
    people = frozenset(_people(document, reading))
    doers = [name for name in _doers(question.text, names, people) if not _is_any(name, people)]
    if doers:
        others = [
            word for word in _subjects(words, names, document, reading) if not _is_told(word.written, question.text)
        ]
        if others and not any(_is_there(name, words, document) for name in doers):
            return True
    places = [match["name"] for pattern in _PLACE for match in pattern.finditer(question.text)]
    places = [name for name in places if any(likeness(name, one) >= _SAME for one in names)]
    if not places or any(_is_there(name, words, document) for name in places):
        return False
    return any(not _is_told(word.written, question.text) for word in _places(words, names))


def _clause(reading: Reading, start: int, end: int) -> list[Word]:
    """The words of the clause in which a stretch stands; those before its verb's subject left out."""
    first, _ = reading.words_in(start, end)
    clause = reading.words[first].clause
    found = [word for word in reading.words if word.clause == clause]
    thanks = list(_FOR.finditer(reading.folded.text, 0, reading.place(start)))
    if thanks:
        begin, _ = reading.span(thanks[-1].end(), thanks[-1].end() + 1)
        found = [word for word in found if word.start >= begin]
    return found


def _names(document: Document, reading: Reading) -> frozenset[str]:
    """The words of a document that may name states and places."""
    sides = re.findall(r"[^\W\d_]{3,}", f"{document.side or ''} {document.issuer or ''}")
    if reading.language == "en":
        capitals = re.findall(r"(?<=[a-z,] )[A-ZÀ-Þ][\w-]{2,}", document.text)
        return frozenset({*capitals, *(side for side in sides if side[0].isupper() or is_arabic(side))})
    known = {*reading.known.places, *reading.known.words} - set(reading.persons)
    return frozenset(known | {fold(side).text for side in sides})


def _doers(question: str, names: frozenset[str], people: frozenset[str]) -> Iterator[str]:
    for pattern in _DOER:
        for match in pattern.finditer(question):
            found = next(name for name in match.groups() if name)
            if not is_function_word(fold(found).text) and any(likeness(found, one) >= _SAME for one in names):
                yield found
    asking = _ASKING.search(question)
    words = re.findall(r"[ء-ي]{3,}", fold(question[asking.end() :]).text) if asking else []
    for before, word in pairwise(words):
        # After a person the state is what he does it to: "متى يزور الملك ضرغام فيلمار".
        is_doer = before not in _TO and not _OFFICE.fullmatch(before) and not _is_any(before, people)
        is_doer = is_doer and not word.startswith(("ال", "لل"))
        if is_doer and any(likeness(word, one) >= _SAME for one in names):
            yield word


def _people(document: Document, reading: Reading) -> Iterator[str]:
    """The words that name persons, each with a capital, for a name's sounds are laid against that alone."""
    for party in document.parties:
        yield from (word.capitalize() for word in re.findall(r"[^\W\d_]{3,}", party))
    yield from (word.capitalize() for word in reading.persons)


def _is_any(name: str, others: frozenset[str]) -> bool:
    return any(likeness(name, other) >= _SAME for other in others)


def _subjects(words: list[Word], names: frozenset[str], document: Document, reading: Reading) -> Iterator[Word]:
    """The states that do something in a clause: right before a verb in English, right after one in Arabic."""
    sides = {fold(word).text for word in re.findall(r"[^\W\d_]{3,}", document.side or "")}
    # In Arabic, which has no capitals, a word that is only rare may be a verb.
    states = (
        sides | reading.known.places | {fold(one.entry.arabic).text for one in reading.names if one.kind == "place"}
    )
    for place, word in enumerate(words):
        before = words[place - 1].folded if place else ""
        after = words[place + 1] if place + 1 < len(words) else None
        if before in _TO or _OFFICE.fullmatch(before) or word.folded in reading.persons:
            continue
        if reading.language == "en":
            is_name = word.written[0].isupper() and (
                word.written in names or fold(word.written).text in reading.known.places
            )
            is_alone = not (place and words[place - 1].written[0].isupper())
            is_followed = after is not None and after.written.islower() and after.folded not in _TO
            if is_name and is_alone and is_followed:
                yield word
        elif place and word.folded in states and not before.startswith("ال"):
            yield word


def _places(words: list[Word], names: frozenset[str]) -> Iterator[Word]:
    for place, word in enumerate(words[1:], 1):
        before = words[place - 1].folded
        is_name = word.written[0].isupper() if not is_arabic(word.written) else word.folded in names
        if is_name and before in {"in", "inside", "within", "في", "داخل"}:
            yield word


def _is_told(name: str, text: str) -> bool:
    return any(likeness(word, name) >= _SAME for word in re.findall(r"[^\W\d_]{3,}", text))


def _is_there(name: str, words: list[Word], document: Document) -> bool:
    """Whether a clause names a state, or somebody whose office is told to be of it."""
    # غورنا is a state, and no valley (غور).
    named = [word.written for word in words if is_arabic(word.written) or word.written[0].isupper()]
    if any(likeness(name, word) >= _SAME for word in named):
        return True
    offices = {word.folded for word in words if _OFFICE.fullmatch(word.folded)}
    return any(_holds(office, name, document) for office in offices)


def _holds(office: str, name: str, document: Document) -> bool:
    """Whether a document tells an office to be of a state: "Sultan Qais bin Muhanna of Wadhan", ملك مروان."""
    office = office.removeprefix("ال") if is_arabic(office) else office
    own = f"{document.issuer or ''}\n{document.text}"
    for match in re.finditer(rf"(?<!\w)(?:ال)?{re.escape(office)}(?!\w)", fold(own).text):
        following = re.findall(r"[^\W\d_]+|[.,،:;\n]", fold(own).text[match.end() : match.end() + 60])[:7]
        stop = next((at for at, word in enumerate(following) if word in ".,،:;\n"), len(following))
        if any(likeness(name, word.capitalize()) >= _SAME for word in following[:stop]):
            return True
    return False
