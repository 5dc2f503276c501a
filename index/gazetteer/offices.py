"""Offices and bodies of states, told in both languages: "French President", الرئيس الفرنسي; "the Russian Foreign Ministry".

``offices.tsv``, written for this project: office or body, the English name, the Arabic one of a man and of a woman, and other
spellings. Only those are there that are said alike of every state; what a state says otherwise is written out here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from index.gazetteer.reading import words_of
from index.language import fold

if TYPE_CHECKING:
    from index.gazetteer.entries import Entry
    from index.types import Language

# Where the English name is another one.
_OTHERWISE = {
    ("Foreign Minister", "US"): "Secretary of State",
    ("Foreign Minister", "GB"): "Foreign Secretary",
    ("Defence Minister", "US"): "Defense Secretary",
    ("Defence Minister", "GB"): "Defence Secretary",
    ("Finance Minister", "US"): "Treasury Secretary",
    ("Foreign Ministry", "US"): "State Department",
    ("Foreign Ministry", "GB"): "Foreign Office",
    ("Defence Ministry", "US"): "Department of Defense",
    ("Finance Ministry", "US"): "Treasury",
    ("army", "US"): "military",
}
_ADJECTIVES = {"US": "US", "NZ": "New Zealand"}
_MASCULINE = frozenset({"الجيش", "البرلمان", "الجانب"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office, or a body, that states have.

    Attributes:
        english: Its English name.
        arabic: Its Arabic name, of a man.
        feminine: That of a woman; empty for a body.
    """

    english: str
    arabic: str
    feminine: str

    def of(self, state: Entry | None, language: Language, *, feminine: bool = False) -> str | None:
        """How a language tells it of a state; None where the state has no adjective."""
        adjective = state.adjectives[language == "ar"] if state else ""
        if adjective is None:
            return None
        if language == "ar":
            words = adjective.split()
            if not all(word.endswith("ي") for word in words):
                return None
            name = self.feminine if feminine and self.feminine else self.arabic
            is_feminine = feminine if self.feminine else self.arabic not in _MASCULINE
            return " ".join([name, *(f"ال{word}{'ة' if is_feminine else ''}" for word in words)])
        code = state.state or "" if state else ""
        name = _OTHERWISE.get((self.english, code), self.english)
        told = f"{_ADJECTIVES.get(code, adjective)} {name}".strip()
        return told if self.feminine else f"the {told}"


@cache
def _offices() -> dict[tuple[str, ...], Office]:
    found: dict[tuple[str, ...], Office] = {}
    for line in files(__package__).joinpath("offices.tsv").read_text(encoding="utf-8").splitlines():
        _, english, arabic, feminine, others = (*line.split("\t"), "", "")[:5]
        office = Office(english, arabic, feminine)
        for spelling in filter(None, (english, arabic, feminine, *others.split("|"))):
            found[_words(spelling)] = office
    return found


def find_office(text: str) -> Office | None:
    """The office or body that a text names, without the state that it is of; None where it is none that is known."""
    return _offices().get(_words(text))


def _words(text: str) -> tuple[str, ...]:
    words = [fold(word).text for word in words_of(text)]
    # "Ukraine's Foreign Ministry", "the Foreign Ministry of Ukraine", without Ukraine.
    kept = [word for word in words if word not in {"the", "s"}]
    return tuple(kept[:-1] if kept[-1:] == ["of"] else kept)
