"""Known names in a text, with their exact offsets: states, cities, seas, organisations, houses of power, persons.

Written by hand: no library knows names in both languages and gives offsets into Arabic text as it is written, with vowel
signs, glued prepositions and articles. The names themselves are described in ``index.gazetteer.rows``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from index.gazetteer.entries import Entry, NameForm, NameKind, names
from index.gazetteer.reading import read
from index.gazetteer.surroundings import brings_place, has_capital_after, has_capital_before, is_hyphenated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.gazetteer.entries import Names, Spelling
    from index.gazetteer.reading import Reading

__all__ = ["Entry", "FoundName", "NameForm", "NameKind", "find_names"]

# What may stand between two words of one name; a full stop only after an initial or "St".
_JOIN = re.compile(r"[ \-–'’&()]{1,3}|,? ")
_STOP = re.compile(r"\. ?")
_SHORT = 2
_ARTICLE = "ال"
_GLUED = ("ب", "ل", "ك")
_TANWIN = "\u064b"
_MARK = re.compile("[\u064b-\u0652]")
# Folding makes these alike, and they are other words: جده (his grandfather) and جدة, اليمنى (the right one) and اليمني.
_SHORT_NAME = 4
_RIGHT = "يمنى"
# Texts that are read again soon: who looks for persons reads a text once for what it tells, and once more by that.
_KEPT = 8
_KEPT_WORDS = 1 << 14


@dataclass(frozen=True, slots=True)
class FoundName:
    """A known name that stands in a text.

    Attributes:
        start: The first offset in the text, after what Arabic glues before a name.
        end: One past the last, before an English possessive.
        kind: What it names.
        entry: The name.
        form: Whether it stands as the name, as a surname, or as what names its people ("Russian", "الروسية").
        others: Other names that are written alike: "عمان" is Oman, and Amman.
    """

    start: int
    end: int
    kind: NameKind
    entry: Entry
    form: NameForm = "name"
    others: tuple[Entry, ...] = ()

    def moved(self, by: int) -> FoundName:
        """The same with offsets in a text that this one is a part of, from the offset ``by`` on."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A spelling in a text: from one offset of the folded text to another, and its last word."""

    start: int
    end: int
    last: int
    spelling: Spelling


@dataclass(frozen=True, slots=True)
class _Before:
    """Where in the folded text the last known name, and the last place, end."""

    named: int | None = None
    placed: int | None = None


def find_names(text: str) -> list[FoundName]:
    """The known names of a text in their order, without overlap: of those that begin at a word, the longest."""
    return list(_find(text))


@lru_cache(maxsize=_KEPT)
def _find(text: str) -> tuple[FoundName, ...]:
    reading = read(text)
    known = names()
    found: list[FoundName] = []
    before = _Before()
    at = 0
    while at < len(reading.words):
        hits = [hit for hit in _hits(reading, at) if _stands(hit, reading, at, known, before)]
        if not hits:
            at += 1
            continue
        best = _longest(hits)
        if best[0].spelling.entry is not None:
            found.append(_found(best, reading))
            before = _Before(best[0].end, best[0].end if found[-1].kind == "place" else before.placed)
        at = best[0].last + 1
    return tuple(found)


def _hits(reading: Reading, at: int) -> Iterator[_Hit]:
    start, _, word = reading.words[at]
    for skipped, spelling in _beginning(word):
        last = at + len(spelling.words) - 1
        if last < len(reading.words) and _matches(spelling, reading, at):
            end = reading.words[last][1]
            if spelling.end and reading.folded.startswith(spelling.end, end):
                end += 1
            yield _Hit(start + skipped, end, last, spelling)


@lru_cache(maxsize=_KEPT_WORDS)
def _beginning(word: str) -> tuple[tuple[int, Spelling], ...]:
    """The spellings that may begin at a word, each with how many of its letters stand before it."""
    return tuple((skipped, spelling) for skipped, key in _keys(word) for spelling in names().beginning(key))


def _keys(word: str) -> Iterator[tuple[int, str]]:
    """The word, and what is left of it without glued particles, each with how many letters it begins after."""
    yield 0, word
    if not "\u0620" <= word[0] <= "\u06d3":
        return
    for skipped in (0, 1) if word[0] in "وف" else (0,):
        rest = word[skipped:]
        if skipped:
            yield skipped, rest
        if rest.startswith(_GLUED):
            yield skipped + 1, rest[1:]
        if rest.startswith("لل"):
            # The article loses its alif after ل: للسعودية; and a name's own ل may follow it: لليكود.
            yield skipped + 2, _ARTICLE + rest[2:]
            yield skipped + 1, _ARTICLE + rest[1:]


def _matches(spelling: Spelling, reading: Reading, at: int) -> bool:
    for place, (wanted, capital) in enumerate(zip(spelling.words, spelling.capitals, strict=True), at):
        if place > at and (reading.words[place][2] != wanted or not _joins(reading, place - 1)):
            return False
        if capital:
            written = reading.written(place)
            if not (written.isupper() if capital == "all" else written[0].isupper()):
                return False
    return True


def _joins(reading: Reading, at: int) -> bool:
    """Whether what stands after a word lets the next belong to the same name."""
    between = reading.between(at)
    if not _JOIN.fullmatch(between) and not (len(reading.words[at][2]) <= _SHORT and _STOP.fullmatch(between)):
        return False
    first, last = reading.positions[reading.words[at][1]], reading.positions[reading.words[at + 1][0]]
    return len(between) == 1 or reading.text.count("\n", first, last) <= 1


def _longest(hits: Sequence[_Hit]) -> list[_Hit]:
    """Those that end last; of these, those that skip the least; a name before what names a people."""
    last = max(hit.last for hit in hits)
    start = min(hit.start for hit in hits if hit.last == last)
    same = [hit for hit in hits if hit.last == last and hit.start == start]
    return sorted(same, key=lambda hit: hit.spelling.form == "people")


def _stands(hit: _Hit, reading: Reading, at: int, known: Names, before: _Before) -> bool:
    """Whether what stands around a spelling lets it be a name."""
    spelling = hit.spelling
    if spelling.brought:
        return brings_place(reading, at, hit.start, before.placed)
    if spelling.entry is not None and not _is_spelt(reading.text[slice(*reading.span(hit.start, hit.end))], spelling):
        return False
    if (spelling.alone and has_capital_after(reading, hit.last)) or is_hyphenated(reading, at, hit.last, known):
        return False
    # "French President Macron", "Russia Putin": the word before is a name of its own.
    after_name = at > 0 and before.named == reading.words[at - 1][1]
    is_weak = spelling.alone or spelling.form == "surname"
    return after_name or not (is_weak and has_capital_before(reading, at))


def _is_spelt(written: str, spelling: Spelling) -> bool:
    """Whether what folding makes alike is the same word."""
    if spelling.form == "people":
        return not written.endswith(_RIGHT)
    is_short = len(spelling.words) == 1 and len(spelling.words[0]) < _SHORT_NAME
    return not (is_short and spelling.written.endswith("ة") and written.endswith("ه"))


def _found(hits: Sequence[_Hit], reading: Reading) -> FoundName:
    start, end = reading.span(hits[0].start, hits[0].end)
    written = reading.text[start:end]
    if _MARK.search(written):
        # Vowel signs tell عُمان from عمّان.
        hits = [hit for hit in hits if hit.spelling.written == written] or hits
    first = hits[0].spelling
    entry, *others = dict.fromkeys(
        hit.spelling.entry for hit in hits if hit.spelling.entry is not None and hit.spelling.form == first.form
    )
    # In the accusative the adjective is spelt as the state: روسيًا.
    is_adjective = entry.adjectives[1] is not None and _TANWIN in written
    return FoundName(start, end, entry.kind, entry, "people" if is_adjective else first.form, tuple(others))
