"""Places that may answer: those that a head, a preposition or a list names, and two of them side by side as one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answer.values.candidate import Candidate
from index.language import fold
from index.named import find_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.values.reading import Reading

_IN = re.compile(
    r"(?:\b(?:in|at|to|from|near|off|into|across|outside|inside|around|towards?|via|through|left|leave|reach\w*|"
    r"enter\w*|visit\w*)\s+(?:the\s+)?"
    r"|(?<!\w)(?:في|الي|من|قرب|عند|قباله|نحو|باتجاه|صوب|عبر|داخل|خارج|حول)\s+|(?<!\w)[بل])$"
)
_OF = re.compile(r"\b(?:of|for|and)\s+(?:the\s+)?$")
# What says what sort of place it is, and is no part of its name.
_SORT = re.compile(
    r"(?:the\s+)?(?:\w+\s+)?(?:city|town|village|port|harbour|island|province|region|district|governorate|"
    r"capital)\s+of\s+(?:the\s+)?|"
    r"(?:مدينه|بلده|قريه|ميناء|مرفا|جزيره|معبر|اقليم|محافظه|مقاطعه|ولايه|عاصمه|منطقه)\s+"
)
_SORT_AFTER = re.compile(r"\s+(?:crossing|city|town|province|region|island)$")
_WATERS = re.compile(
    r"(?:the\s+)?\b(?:international|territorial)\s+waters\b|(?<!\w)المياه\s+(?:الدوليه|الاقليميه)(?!\w)"
)
# Between two names of one place: "قصر الديم بمدينة داملة", "كوندا عاصمة كالينغار", "Konda, the capital of Kalingar".
_JOINED = re.compile(r"\s+ب?|,\s+|،\s+|\s+in\s+|\s+في\s+")
_BESIDE = re.compile(r"(?<!\w)(?:قباله|قرب|شرق|غرب|شمال|جنوب|شرقي|غربي|شمالي|جنوبي|وسط)\s+$|\boff\s+$")


def places(reading: Reading) -> Iterator[Candidate]:
    """The places of a passage in their order."""
    kept: list[Candidate] = []
    for one in sorted((*_named(reading), *_known(reading)), key=lambda each: each.start - each.end):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    for one in _joined(sorted(kept, key=lambda each: each.start), reading):
        before = fold(reading.text[max(0, one.start - 16) : one.start]).text
        beside = _BESIDE.search(before)
        if beside:
            one = replace(one, start=one.start - (len(before) - beside.start()))  # noqa: PLW2901
        weight = 1.0 if _IN.search(before) or beside else 0.4 if _OF.search(before) else 0.6
        yield replace(_bare(one, reading), weight=weight)


def _bare(one: Candidate, reading: Reading) -> Candidate:
    """A place by its name alone: what says its sort is no part of it, and stays known as its office."""
    folded = reading.folded.text
    start, end = reading.place(one.start), reading.place(one.end)
    sort = _SORT.match(folded, start, end)
    after = _SORT_AFTER.search(folded, start, end)
    if sort and sort.end() < end:
        first = reading.span(sort.end(), end)[0]
        return replace(one, start=first, office=(one.start, first))
    if after and after.start() > start:
        last = reading.span(start, after.start())[1]
        return replace(one, end=last, office=(last, one.end))
    return one


def _named(reading: Reading) -> Iterator[Candidate]:
    for one in find_places(reading.text, reading.language, reading.known):
        yield Candidate("place", one.start, one.end, name=one.name, found=one)
    for match in _WATERS.finditer(reading.folded.text):
        span = reading.span(*match.span())
        yield Candidate("place", *span, name=span)
    for word in reading.words:
        if word.folded in reading.known.places:
            yield Candidate("place", word.start, word.end, name=(word.start, word.end))


def _known(reading: Reading) -> Iterator[Candidate]:
    for name in reading.names:
        if name.kind == "place" and name.form == "name":
            yield Candidate("place", name.start, name.end, name=(name.start, name.end), found=name)


def _joined(found: list[Candidate], reading: Reading) -> Iterator[Candidate]:
    last: Candidate | None = None
    for one in found:
        if (
            last is not None
            and _JOINED.fullmatch(reading.text, last.end, one.start)
            and one.name != (one.start, one.end)
        ):
            last = replace(last, end=one.end)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
