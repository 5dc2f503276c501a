"""The names that are known, and by which words each may be met; how they are written down tells ``index.gazetteer.rows``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from index.gazetteer.reading import words_of
from index.gazetteer.rows import THE, read_rows
from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.gazetteer.rows import Row
    from index.types import Language

NameKind = Literal["person", "place", "organisation"]
NameForm = Literal["name", "surname", "people"]
Capital = Literal["", "first", "all"]

# In a row: where a spelling begins, and its first word.
_FIRST = re.compile(r"(?:^|\|)[~^-]?(\w+\+?)")
_KINDS: dict[str, NameKind] = {"person": "person", "woman": "person", "place": "place", "organisation": "organisation"}
# What follows the last letter of روسي in its other forms, over folded text: روسية، روسيين، روسيتين.
_ENDINGS = ("", "ه", "ين", "ون", "ان", "ات", "تين", "تان")
_ARABIC = re.compile("[\u0620-\u06ff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name that is known.

    Attributes:
        kind: What it names.
        english: As shown, with its article: "the Kremlin".
        arabic: As shown.
        surnames: The English and the Arabic name that stand for a person's whole one, where they do.
        state: Its code in CLDR, if it is one.
        feminine: Whether it is a woman.
        adjectives: English and Arabic (masculine), of a state or a people: "Russian", "روسي".
    """

    kind: NameKind
    english: str
    arabic: str
    surnames: tuple[str | None, str | None] = (None, None)
    state: str | None = None
    feminine: bool = False
    adjectives: tuple[str | None, str | None] = (None, None)

    def shown(self, language: Language, *, surname: bool = False) -> str:
        """The name as a reader of the language is shown it; the surname alone where that is asked for and known."""
        alone = self.surnames[language == "ar"] if surname else None
        return alone or (self.english if language == "en" else self.arabic)


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way in which a name is met.

    Attributes:
        words: Folded.
        capitals: Of each word: whether it begins with a capital, or is all capitals.
        entry: What it names; None for a phrase that looks like a name and is none.
        form: The name, a surname that stands for it, or what names its people.
        written: As it is written down.
        brought: Whether it is a name only where a word brings it.
        alone: Whether it is a name only where no other word with a capital is beside it.
        end: A full stop that belongs to it, or nothing.
    """

    words: tuple[str, ...]
    capitals: tuple[Capital, ...]
    entry: Entry | None
    form: NameForm = "name"
    written: str = ""
    brought: bool = False
    alone: bool = False
    end: str = ""


class Names:
    """Every name that is known. A row is read in full only when a text holds the first word of one of its spellings."""

    def __init__(self) -> None:
        self._rows = read_rows()
        self._read: dict[int, tuple[Spelling, ...]] = {}
        self._found: dict[str, tuple[Spelling, ...]] = {}
        self._begin: dict[str, list[int]] = {}
        for number, row in enumerate(self._rows):
            firsts = {*_FIRST.findall(fold(row.written).text)}
            for people in filter(None, row.arab_peoples.split("|")):
                firsts.update(words[0] for words in _inflected(people))
            for word in firsts:
                self._begin.setdefault(word, []).append(number)

    def beginning(self, word: str) -> Sequence[Spelling]:
        """The spellings whose first word, folded, is this one."""
        numbers = self._begin.get(word)
        if numbers is None:
            return ()
        if word not in self._found:
            spellings = (spelling for number in numbers for spelling in self._spellings(number))
            self._found[word] = tuple(spelling for spelling in spellings if spelling.words[0] == word)
        return self._found[word]

    def single_words(self) -> frozenset[str]:
        """The English spellings of one word each, folded; no abbreviations, and none that is a usual word, too."""
        written = (one for row in self._rows for one in row.written.split("|"))
        return frozenset(fold(one).text for one in written if one.isalpha() and one[0].isupper() and not one.isupper())

    def _spellings(self, number: int) -> tuple[Spelling, ...]:
        if number not in self._read:
            self._read[number] = tuple(spellings(self._rows[number]))
        return self._read[number]


@cache
def names() -> Names:
    """Every name that is known, read once."""
    return Names()


def spellings(row: Row) -> Iterator[Spelling]:
    """The ways in which the name of a row is looked for, each once."""
    if row.kind == "none":
        yield _spelling(row.english, None)
        return
    entry = _entry(row)
    written = [row.english, row.arabic, *filter(None, row.others.split("|"))]
    unsought = {_bare(name) for name in written if name.startswith("-")}
    marks = {_bare(name): name[0] for name in written if name[0] in "~^"}
    for name in dict.fromkeys(map(_bare, written)):
        if name not in unsought:
            yield _spelling(name, entry, "surname" if name in entry.surnames else "name", marks.get(name, ""))
    for people in filter(None, row.peoples.split("|")):
        yield _spelling(people, entry, "people")
    for people in filter(None, row.arab_peoples.split("|")):
        for words in _inflected(people):
            yield Spelling(words, tuple[Capital, ...]("" for _ in words), entry, "people")


def _entry(row: Row) -> Entry:
    kind = _KINDS[row.kind]
    surnames = _surnames(row.others.split("|"), row.english, row.arabic) if kind == "person" else (None, None)
    adjectives = row.peoples.split("|")[0] or None, row.arab_peoples.split("|")[0] or None
    shown = _shown(row.english), _shown(row.arabic)
    return Entry(kind, *shown, surnames, row.code or None, feminine=row.kind == "woman", adjectives=adjectives)


def _surnames(written: list[str], english: str, arabic: str) -> tuple[str | None, str | None]:
    """The first spelling of each script that has fewer words than the whole name."""
    latin = next((one for one in written if one and not _ARABIC.search(one) and _is_shorter(one, english)), None)
    arab = next((one for one in written if _ARABIC.search(one) and _is_shorter(one, arabic)), None)
    return latin and _shown(latin), arab and _shown(arab)


def _is_shorter(spelling: str, name: str) -> bool:
    return len(spelling.split()) < len(name.split())


def _shown(name: str) -> str:
    return name.lstrip("~^-")


def _bare(name: str) -> str:
    return _shown(name).removeprefix(THE)


def _spelling(name: str, entry: Entry | None, form: NameForm = "name", mark: str = "") -> Spelling:
    words = words_of(name)
    capitals = tuple(_capital(word) for word in words)
    folded = tuple(fold(word).text for word in words)
    end = "." if name[-1] == "." else ""
    return Spelling(folded, capitals, entry, form, name, mark == "~", mark == "^", end)


def _capital(word: str) -> Capital:
    if not word[0].isupper():
        return ""
    return "all" if word.isupper() else "first"


def _inflected(people: str) -> Iterator[tuple[str, ...]]:
    """An Arabic adjective of one word or two, folded, in its genders and numbers, with the article and without."""
    words = fold(people).text.split()
    # A broken plural is as it is: أتراك; and one that is written with its article, الروس, has no other form.
    for ending in _ENDINGS if words[-1].endswith("ي") else ("",):
        for article in ("",) if people.startswith("ال") else ("", "ال"):
            yield tuple(article + (word + ending if word.endswith("ي") else word) for word in words)
