"""Who takes part in the events of a library, by what is recorded of its documents: no text is read for it."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz.distance import JaroWinkler

from bot.answer.counterpart import same_sound
from bot.answer.event import party_words
from bot.answer.values.likeness import likeness
from index.gazetteer import find_names
from index.language import fold, is_function_word
from index.named.usual import is_usual
from index.words import is_arabic

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from index.gazetteer import Entry
    from index.library import Library
    from index.types import Record

# From here on two words of names are one: with a slip in one script, and across scripts, where transcriptions differ.
_SLIP = 0.92
_ACROSS = 0.76
_CAPITAL = re.compile(r"(?:[a-z]{2}-)?[A-ZÀ-Þ]")
# With the vowel signs and the lengthening of Arabic, that no word is cut in two by them.
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0640\u064b-\u0655\u0670])*(?:['’-][^\W\d_]+)*")
# What is named after a state ends in these: Trevonian, Mizari, ميزارية.
_NISBA = re.compile(r"(?:ians?|ans?|is?|n|يين|يون|يه|ي)$")
_ENDING = re.compile(r"(?:ia|a|ا|ه|يا)$")
_LEADING = re.compile(r"^(?:وال|بال|فال|ال|لل|[وبفلك](?=\w{4}))")
_SHORT = 4
# Of so many chats, each with a shelf of its own.
_KEPT = 16
_PAIR = 2
# What is said of any two parties, and sounds like the name of one.
_SIDES = frozenset("الطرفين الطرفان طرفين طرفان الجانبين الجانبان الزعيمين الزعيمان الروايتين البيانين".split())  # noqa: SIM905
_BEGINNINGS = frozenset(("when", "whom", "what", "which", "where", "how", "many", "times"))


@dataclass(frozen=True, slots=True)
class Mention:
    """Parties that a question names.

    Attributes:
        start: Where in the question.
        end: Where it ends there.
        parties: The numbers of those whom it may mean.
    """

    start: int
    end: int
    parties: frozenset[int]


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event of a day between parties, with the ids of the documents that report it."""

    day: date
    parties: frozenset[int]
    documents: tuple[str, ...]


class Catalogue:
    """The parties, their states and the events of a library.

    Args:
        records: What is recorded of its documents.
    """

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = {record.id: record for record in records}
        # The sorts of the events that documents report, as far as they were looked at.
        self.sorts: dict[str, str | None] = {}
        self.names: list[list[str]] = []
        self.parties: dict[str, tuple[int, ...]] = {}
        numbers: dict[str, int] = {}
        for record in records:
            for name in record.parties:
                if name not in numbers:
                    numbers[name] = self._number(name)
            self.parties[record.id] = tuple(numbers[name] for name in record.parties)
        self._join_by_event(records)
        self.states: list[set[str]] = [set() for _ in self.names]
        for record in records:
            # The first of the parties is the one whose side tells; two sides tell of one paper in common.
            if record.side and record.parties and not re.search(r"\s(?:and\s|و)", record.side):
                self.states[self.parties[record.id][0]].add(record.side)
        self.words = [{word for name in names for word in party_words(name)} for names in self.names]
        self.written: dict[tuple[bool, str], set[int]] = {}
        for number, words in enumerate(self.words):
            for word in words:
                self.written.setdefault((is_arabic(word), _plain(word)), set()).add(number)
        self.entries = [
            {one.entry for name in (*names, *states) for one in find_names(name)}
            for names, states in zip(self.names, self.states, strict=True)
        ]

    def mentions(self, text: str) -> list[Mention]:
        """The parties that a text names, by their names or their states, in its order."""
        found: list[Mention] = []
        known = find_names(text)
        for match in _WORD.finditer(text):
            word = match[0]
            folded = fold(word).text
            if is_function_word(folded) or (match.start() == 0 and folded in _BEGINNINGS):
                continue
            entries = {one.entry for one in known if one.start <= match.start() < one.end}
            parties = self._named(word, entries)
            if parties:
                found.append(Mention(match.start(), match.end(), parties))
        return found

    def _named(self, word: str, entries: set[Entry]) -> frozenset[int]:
        """The parties that a word names. What it writes goes before what it sounds like, and a person before a state."""
        written = frozenset(self.written.get((is_arabic(word), _plain(word)), ())) | frozenset(
            number for number, known in enumerate(self.entries) if entries & known
        )
        state = frozenset(
            number
            for number, states in enumerate(self.states)
            if any(is_arabic(word) == is_arabic(one) and _of_state(word, one) for one in states)
        )
        if written or state or fold(word).text in _SIDES:
            return written or state
        sounding = frozenset(
            number for number, words in enumerate(self.words) if any(same_word(word, other) for other in words)
        )
        # A word that names nobody may name a state, or what is of it.
        return sounding or frozenset(
            number for number, states in enumerate(self.states) if any(_of_state(word, one) for one in states)
        )

    def sides(self, number: int) -> frozenset[str]:
        """The ids of the documents that give a party's account."""
        return frozenset(
            record.id
            for record in self.records.values()
            if record.side in self.states[number] and number in self.parties[record.id]
        )

    def occasions(self, identifiers: Sequence[str]) -> list[Occasion]:
        """The events that some documents report, the earliest first; what has no day or no parties is none."""
        found: dict[tuple[date, frozenset[int]], list[str]] = {}
        for identifier in identifiers:
            day, parties = self.records[identifier].day, frozenset(self.parties[identifier])
            if day is not None and parties:
                found.setdefault((day, parties), []).append(identifier)
        return [
            Occasion(day, parties, tuple(documents))
            for (day, parties), documents in sorted(found.items(), key=lambda one: one[0][0])
        ]

    def _join_by_event(self, records: Sequence[Record]) -> None:
        """Take two for one who are named in different scripts, and meet the same on the same day."""
        for one, other in combinations([record for record in records if len(record.parties) == _PAIR], 2):
            if one.day is None or one.day != other.day:
                continue
            left, right = set(self.parties[one.id]), set(self.parties[other.id])
            if len(left & right) != 1 or len(left | right) != _PAIR + 1:
                continue
            kept, gone = sorted(left ^ right)
            if is_arabic(self.names[kept][0]) != is_arabic(self.names[gone][0]):
                self.names[kept] += self.names[gone]
                self.names[gone] = []
                self.parties = {
                    key: tuple(kept if number == gone else number for number in numbers)
                    for key, numbers in self.parties.items()
                }

    def _number(self, name: str) -> int:
        """The number of a party, which may be known by another name or in another script."""
        for number, names in enumerate(self.names):
            if any(same_person(name, other) for other in names):
                names.append(name)
                return number
        self.names.append([name])
        return len(self.names) - 1


class Catalogues:
    """The catalogues of those parts of a library that were asked lately, each made anew after a change."""

    def __init__(self) -> None:
        self._kept: OrderedDict[frozenset[str] | None, tuple[tuple[int, int], Catalogue]] = OrderedDict()

    def of(self, library: Library) -> Catalogue:
        """The catalogue of what is seen of a library."""
        state, kept = library.state(), self._kept.get(library.seen)
        if kept is None or kept[0] != state:
            kept = self._kept[library.seen] = (state, Catalogue(library.records()))
        self._kept.move_to_end(library.seen)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return kept[1]


def same_person(one: str, other: str) -> bool:
    """Whether two names, in either script, are one person's: each word of the shorter is a word of the longer."""
    short, long = sorted((party_words(one), party_words(other)), key=len)
    return bool(short) and all(any(same_word(word, against, are_names=True) for against in long) for word in short)


@lru_cache(maxsize=1 << 16)
def same_word(one: str, other: str, *, are_names: bool = False) -> bool:
    """Whether two words of names are one, in either script.

    Args:
        one: A word, as written.
        other: A word of a name.
        are_names: Whether the first is known to be a word of a name too.
    """
    if is_arabic(one) == is_arabic(other):
        left, right = _plain(one), _plain(other)
        is_slip = min(len(left), len(right)) > _SHORT and left[:1] == right[:1]
        return left == right or (is_slip and not is_usual(left) and JaroWinkler.similarity(left, right) >= _SLIP)
    latin = other if is_arabic(one) else one
    # In Latin letters a word that is no name sounds like one too easily.
    if not _CAPITAL.match(latin) or (not are_names and is_usual(fold(one).text)):
        return False
    return same_sound(one, other) or (min(len(one), len(other)) > _SHORT and likeness(one, other) >= _ACROSS)


def _plain(word: str) -> str:
    folded = fold(word).text
    return _LEADING.sub("", folded) if is_arabic(word) else re.sub(r"^al-|['’]s?$", "", folded)


@lru_cache(maxsize=1 << 16)
def _of_state(word: str, state: str) -> bool:
    """Whether a word names a state or what is of it."""
    if " " in state.strip():
        return False
    one = _LEADING.sub("", fold(word).text) if is_arabic(word) else fold(word).text
    other = _LEADING.sub("", fold(state).text) if is_arabic(state) else fold(state).text
    if is_arabic(word) == is_arabic(state):
        stem = _ENDING.sub("", other)
        return len(stem) >= _SHORT - 1 and one.startswith(stem) and len(one) - len(stem) <= _SHORT
    if not (is_arabic(word) or word[0].isupper()):
        return False
    forms = (
        {word, _NISBA.sub("", word), _NISBA.sub("ia", word)}
        if not is_arabic(word)
        else {one, _NISBA.sub("", one), _NISBA.sub("يا", one)}
    )
    return any(
        len(form) >= _SHORT - 1 and (same_sound(form, state) or likeness(form, state) >= _ACROSS)
        for form in forms
        if form
    )
