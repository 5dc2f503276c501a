"""Names that are in no list: persons by their offices, places and organisations by the words that head them.

Written by hand: models that find names weigh hundreds of megabytes, know Arabic news poorly, and cannot tell why. Here a
name follows from what stands around it; where that does not suffice, no name is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from index.named.arabic import arabic_known, arabic_persons
from index.named.english import english_known, english_persons
from index.named.known import Known
from index.named.things import arabic_bodies, arabic_places, english_bodies, english_places

if TYPE_CHECKING:
    from index.types import Language

__all__ = ["FoundPerson", "FoundThing", "Known", "find_organisations", "find_persons", "find_places", "read_known"]


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person that a text names, or tells of by an office.

    Attributes:
        start: The first offset in the text, after what Arabic glues before it.
        end: One past the last.
        office: Where the office stands: "President", "وزير الخارجية".
        name: Where the name stands.
    """

    start: int
    end: int
    office: tuple[int, int] | None
    name: tuple[int, int] | None

    def moved(self, by: int) -> FoundPerson:
        """The same with offsets in a text that this one is a part of, from the offset ``by`` on."""
        office = (self.office[0] + by, self.office[1] + by) if self.office else None
        name = (self.name[0] + by, self.name[1] + by) if self.name else None
        return FoundPerson(self.start + by, self.end + by, office, name)


@dataclass(frozen=True, slots=True)
class FoundThing:
    """A place or an organisation that a text names.

    Attributes:
        start: The first offset in the text, that of the word which heads it: "the port of Bystra".
        end: One past the last.
        kind: What it is.
        name: Where the name itself stands: "Bystra".
    """

    start: int
    end: int
    kind: Literal["place", "organisation"]
    name: tuple[int, int]

    def moved(self, by: int) -> FoundThing:
        """The same with offsets in a text that this one is a part of, from the offset ``by`` on."""
        return FoundThing(self.start + by, self.end + by, self.kind, (self.name[0] + by, self.name[1] + by))


def find_places(text: str, language: Language, known: Known | None = None) -> list[FoundThing]:
    """The places of a text that no list knows, in their order, without overlap; arguments as those of ``find_persons``."""
    known = known or read_known(text, language)
    places = arabic_places if language == "ar" else english_places
    return [FoundThing(*whole, "place", name) for whole, name in places(text, known)]


def find_organisations(text: str, language: Language, known: Known | None = None) -> list[FoundThing]:
    """The organisations of a text by the words that head them; arguments as those of ``find_persons``."""
    known = known or read_known(text, language)
    bodies = arabic_bodies if language == "ar" else english_bodies
    return [FoundThing(*whole, "organisation", name) for whole, name in bodies(text, known)]


def find_persons(text: str, language: Language, known: Known | None = None) -> list[FoundPerson]:
    """The persons of a text in their order, without overlap.

    Args:
        text: As written: a document, or a passage of one.
        language: The language that it is in.
        known: What its document has told, so that a surname alone is known, too; what the text itself tells where None.
    """
    known = known or read_known(text, language)
    persons = arabic_persons if language == "ar" else english_persons
    return [FoundPerson(*whole, office, name) for whole, office, name in persons(text, known)]


@lru_cache(maxsize=64)
def read_known(text: str, language: Language) -> Known:
    """What a document tells of its names."""
    return arabic_known(text) if language == "ar" else english_known(text)
