"""Who may answer: persons with their offices, organisations, states that act, and groups of people."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.answer.values.candidate import Candidate
from index.calendar_words import months, weekdays
from index.language import fold, is_function_word
from index.lexicon import load_lexicon
from index.named import FoundThing, find_organisations, find_persons, find_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.types import ValueKind
    from bot.answer.values.reading import Reading
    from index.gazetteer import FoundName

# Groups that act for a state or a party, and other people, folded.
_FORCES = (
    "soldiers|troops|forces|artillery|army|fighters|militants|rebels|drones|navy|police|guards|brigades|side|sides|parties|"
    "capitals|governments|states|authorities|countries|powers"
)
_PEOPLE = (
    "crew|observers|monitors|inspectors|experts|sailors|mediators|negotiators|scientists|engineers|doctors|students|"
    "journalists|workers|volunteers|residents|civilians|settlers|prisoners|ministers|officials|delegates|lawmakers|deputies|"
    "dealers|traders|source|sources|majesty|highness"
)
_ENGLISH_GROUP = re.compile(
    rf"(?<!\w)(?P<before>(?:[\w’'-]+\s+){{0,3}}?)(?P<head>(?i:{_FORCES}|{_PEOPLE}))\b"
    r"(?:\s+of\s+(?:the\s+)?(?:[a-z]+\s+)?[A-Z]\w+|\s+from\s+\w+\s+\w+)?"
)
_DETERMINER = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s")
_FORCE = re.compile(_FORCES, re.IGNORECASE)
# With an adjective in the same number: الجانب الغديري, الدول الغربية, الجنود الأوكرانيين.
_ARABIC_GROUP = re.compile(
    r"(?<!\w)[وبلف]?(?P<whole>ال(?:(?P<force>جانب|طرف|دول|عواصم|قوي|حكومات|بلدان|سلطات|جنود|قوات|مقاتلين|مسلحين|فصايل|متمردين)|"
    r"مراقبين|خبراء|مفتشين|مهندسين|وسطاء|مفاوضين|بحاره|عمال|صيادين)(?:ين|ان)?\s+ال\w+(?:ي|يه|ين|يين|يون|ون|ات))(?!\w)"
)
# Who is told of by rank or as a source, without a name.
_ARABIC_ALONE = re.compile(
    r"(?<!\w)(?P<whole>(?:جلاله|سمو|فخامه|معالي|سعاده)\s+ال\w+|(?:جلالت|فخامت|سعادت)(?:ه|ها)|سمو(?:ه|ها)|معالي(?:ه|ها)|"
    r"المصدر|مصدر\s+\w+)(?!\w)"
)
_BEFORE_PLACE = re.compile(
    r"(?:\b(?:in|at|to|into|from|near|of|around|outside|across|through|towards?|visit\w*|reach\w*|against|on|with|"
    r"supporting)\s+(?:the\s+)?|"
    r"(?<!\w)(?:في|الي|قرب|نحو|داخل|خارج|شرق|غرب|شمال|جنوب|ضد|علي|مع|دعم|مصالح)\s+)$"
)
_NOT_ONE = re.compile(r"(?:each|both|neither|two|three|any|all|most|no|more|some|these|those)\b|.*\d")


def actors(reading: Reading) -> Iterator[Candidate]:
    """The persons, organisations, acting states and groups of a passage in their order, without overlap."""
    kept: list[Candidate] = []
    for one in (
        *_persons(reading),
        *_organisations(reading),
        *_groups(reading),
        *_states(reading),
        *_others(reading),
    ):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda each: each.start)


def _persons(reading: Reading) -> Iterator[Candidate]:
    for person in find_persons(reading.text, reading.language, reading.known):
        # A country after the name is no part of it: "Sultan Hazza bin Humoud of Hajrain".
        end = person.name[1] if person.name and person.office and person.office[1] <= person.name[0] else person.end
        span = person.start, end
        weight = 1.0 if person.name else 0.9
        yield Candidate("person", *span, office=person.office, name=person.name, found=person, weight=weight)


def _organisations(reading: Reading) -> Iterator[Candidate]:
    for one in find_organisations(reading.text, reading.language, reading.known):
        yield Candidate("organisation", one.start, one.end, name=(one.start, one.end), found=one)
    for known in reading.names:
        if known.kind == "organisation" and known.form == "name":
            yield Candidate("organisation", known.start, known.end, name=(known.start, known.end), found=known)


def _states(reading: Reading) -> Iterator[Candidate]:
    found: list[tuple[tuple[int, int], FoundThing | FoundName]] = [
        (one.name, one) for one in find_places(reading.text, reading.language, reading.known)
    ]
    found += [
        ((one.start, one.end), FoundThing(one.start, one.end, "place", (one.start, one.end)))
        for one in reading.words
        if one.folded in reading.known.places
    ]
    found[:0] = [((one.start, one.end), one) for one in reading.names if one.kind == "place" and one.form == "name"]
    for (start, end), what in found:
        weight = 0.3 if _BEFORE_PLACE.search(fold(reading.text[max(0, start - 24) : start]).text) else 0.8
        yield Candidate("organisation", start, end, name=(start, end), found=what, weight=weight)


def _groups(reading: Reading) -> Iterator[Candidate]:
    if reading.language == "ar":
        folded = reading.folded.text
        for match in _ARABIC_GROUP.finditer(folded):
            span = reading.span(*match.span("whole"))
            yield Candidate("organisation" if match["force"] else "person", *span, name=span, weight=0.9)
        for match in _ARABIC_ALONE.finditer(folded):
            span = reading.span(*match.span("whole"))
            yield Candidate("person", *span, name=span, weight=0.8)
        return
    for match in _ENGLISH_GROUP.finditer(reading.text):
        kind: ValueKind = "organisation" if _FORCE.fullmatch(match["head"]) else "person"
        determiners = list(_DETERMINER.finditer(match["before"]))
        start = match.start() + (determiners[-1].start() if determiners else 0)
        if not determiners:
            while skipped := re.match(r"([\w’'-]+)\s+", reading.text[start : match.start("head")]):
                if not is_function_word(skipped[1].lower()):
                    break
                start += skipped.end()
        if not _NOT_ONE.match(reading.text[start : match.end()].lower()):
            yield Candidate(kind, start, match.end(), name=(start, match.end()), weight=0.8)


def _others(reading: Reading) -> Iterator[Candidate]:
    """Names of no known kind: a capital inside an English sentence, a word that is no usual one in Arabic."""
    for number, word in enumerate(reading.words):
        if reading.language == "ar":
            is_name = word.folded in reading.known.words and word.folded not in reading.known.names
        else:
            is_first = number == 0 or reading.words[number - 1].clause != word.clause
            is_name = word.written[0].isupper() and len(word.written) > 3 and not is_function_word(word.folded)
            is_name = is_name and word.folded not in _times()
            is_name = is_name and not (is_first and load_lexicon().translations(word.folded))
        if is_name:
            kind: ValueKind = "person" if word.folded in reading.persons else "organisation"
            yield Candidate(kind, word.start, word.end, name=(word.start, word.end), weight=0.5)


@cache
def _times() -> frozenset[str]:
    """The names of months and days, which are capitals in English and nobody's."""
    return frozenset({*months(), *weekdays()})
