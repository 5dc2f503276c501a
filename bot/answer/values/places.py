"""Places that may answer: those that a head, a preposition or a list names, and two of them side by side as one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answer.values.candidate import Candidate
from index.gazetteer import find_names
from index.language import fold
from index.named import find_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.values.reading import Reading

_IN = re.compile(
    r"(?:\b(?:in|at|to|from|near|off|into|across|outside|inside|around|towards?|via|through|left|leave|reach\w*|enter\w*|visit\w*)\s+(?:the\s+)?"
    r"|(?<!\w)(?:في|الي|من|قرب|عند|قباله|نحو|باتجاه|صوب|عبر|داخل|خارج|حول)\s+|(?<!\w)[بل])$"
)
_OF = re.compile(r"\b(?:of|for|and)\s+(?:the\s+)?$")
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
        yield replace(one, weight=weight)


def _named(reading: Reading) -> Iterator[Candidate]:
    for one in find_places(reading.text, reading.language, reading.known):
        yield Candidate("place", one.start, one.end, name=one.name)
    for word in reading.words:
        if word.folded in reading.known.places:
            yield Candidate("place", word.start, word.end, name=(word.start, word.end))


def _known(reading: Reading) -> Iterator[Candidate]:
    for name in find_names(reading.text):
        if name.kind == "place" and name.form == "name":
            yield Candidate("place", name.start, name.end, name=(name.start, name.end))


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
