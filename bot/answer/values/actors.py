"""Who may answer: persons with their offices, organisations, states that act, and groups of people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.values.candidate import Candidate
from index.calendar_words import months, weekdays
from index.gazetteer import find_names
from index.language import fold, is_function_word
from index.lexicon import load_lexicon
from index.named import find_organisations, find_persons, find_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.types import ValueKind
    from bot.answer.values.reading import Reading

# Groups of people, folded: those that act for a state or a party, and others.
_FORCES = "soldiers|troops|forces|artillery|army|fighters|militants|rebels|drones|navy|police|border guards?|brigades?"
_PEOPLE = (
    "crew|observers|monitors|inspectors|experts|sailors|mediators|negotiators|scientists|engineers|doctors|students|journalists|"
    "workers|volunteers|residents|civilians|settlers|prisoners|ministers|officials|delegates|lawmakers|deputies|mps"
)
_SIDES = "side|sides|parties|capitals|governments|states|authorities|brigades|countries"
_ENGLISH_GROUP = re.compile(
    rf"(?:(?:[Tt]he|[Bb]oth|[Ii]ts|[Tt]heir)\s+)?(?:[\w’'-]+\s+){{0,2}}?(?P<head>{_FORCES}|{_PEOPLE}|{_SIDES})\b"
    r"(?:\s+(?:of|from)\s+(?:the\s+)?(?:[a-z]+\s+){0,1}[A-Z]?\w+)?"
)
_FORCE = re.compile(_FORCES)
_SIDE = re.compile(_SIDES)
_BEFORE_PLACE = re.compile(
    r"(?:\b(?:in|at|to|into|from|near|of|around|outside|across|through|towards?|visit\w*|reach\w*)\s+(?:the\s+)?|(?<!\w)(?:في|الي|قرب|نحو|داخل|خارج|شرق|غرب|شمال|جنوب)\s+)$"
)
_BODIES_END = re.compile(r"\s+(?:ال)?(?:مسووليه|مسءوليه)\w*.*$")


def actors(reading: Reading) -> Iterator[Candidate]:
    """The persons, organisations, acting states and groups of a passage in their order, without overlap."""
    kept: list[Candidate] = []
    for one in (*_persons(reading), *_organisations(reading), *_groups(reading), *_states(reading), *_others(reading)):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda each: each.start)


def _persons(reading: Reading) -> Iterator[Candidate]:
    for person in find_persons(reading.text, reading.language, reading.known):
        weight = 1.0 if person.name else 0.9
        yield Candidate("person", person.start, person.end, office=person.office, name=person.name, weight=weight)


def _organisations(reading: Reading) -> Iterator[Candidate]:
    for one in find_organisations(reading.text, reading.language, reading.known):
        end = one.end
        cut = _BODIES_END.search(fold(reading.text[one.start : one.end]).text)
        if cut:
            end = one.start + fold(reading.text[one.start : one.end]).positions[cut.start()]
        yield Candidate("organisation", one.start, end, name=(one.start, end))
    for known in find_names(reading.text):
        if known.kind == "organisation" and known.form == "name":
            article = re.search(r"\b[Tt]he $", reading.text[: known.start])
            start = article.start() if article else known.start
            yield Candidate("organisation", start, known.end, name=(known.start, known.end))


def _states(reading: Reading) -> Iterator[Candidate]:
    spans = [one.name for one in find_places(reading.text, reading.language, reading.known)]
    spans += [(one.start, one.end) for one in find_names(reading.text) if one.kind == "place" and one.form == "name"]
    spans += [(one.start, one.end) for one in reading.words if one.folded in reading.known.places]
    for start, end in spans:
        before = fold(reading.text[max(0, start - 24) : start]).text
        weight = 0.3 if _BEFORE_PLACE.search(before) else 0.8
        yield Candidate("organisation", start, end, name=(start, end), weight=weight)


_ARABIC_SIDE = re.compile(r"(?<!\w)(?P<side>(?:ال)(?:جانب|طرف)(?:ين|ان)?\s+ال\w+)")


def _groups(reading: Reading) -> Iterator[Candidate]:
    if reading.language == "ar":
        folded = reading.folded
        for match in _ARABIC_SIDE.finditer(folded.text):
            start, end = reading.span(*match.span("side"))
            yield Candidate("organisation", start, end, name=(start, end))
        return
    for match in _ENGLISH_GROUP.finditer(reading.text):
        kind: ValueKind = "organisation" if _FORCE.search(match["head"]) or _SIDE.search(match["head"]) else "person"
        start = match.start()
        while skipped := re.match(r"(\w+)\s+", reading.text[start : match.start("head")]):
            if not is_function_word(skipped[1].lower()) or skipped[1].lower() == "the":
                break
            start += skipped.end()
        if not re.match(r"(?:each|both|neither|two)\b", reading.text[start:].lower()):
            yield Candidate(kind, start, match.end(), name=(start, match.end()), weight=0.8)


def _others(reading: Reading) -> Iterator[Candidate]:
    """Names of no known kind: a capital inside an English sentence, a word that is no usual one in Arabic."""
    for number, word in enumerate(reading.words):
        if reading.language == "ar":
            is_name = word.folded in reading.known.words and word.folded not in reading.known.names
        else:
            is_first = number == 0 or reading.words[number - 1].clause != word.clause
            is_name = word.written[0].isupper() and len(word.written) > 3 and not is_function_word(word.folded)
            is_name = (
                is_name and word.folded not in _TIMES and not (is_first and load_lexicon().translations(word.folded))
            )
        if is_name:
            yield Candidate("organisation", word.start, word.end, name=(word.start, word.end), weight=0.6)


_TIMES = frozenset({*months(), *weekdays()})
