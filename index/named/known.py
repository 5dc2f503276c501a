"""What a document has told of its names: whom it has named whole, and which of its words are no usual ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ADJECTIVES = ("ي", "يه", "يا", "يين", "يون", "يات", "يتين")
_STATES = ("", "ا", "ه", "يا")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What a document has told; everything folded.

    Attributes:
        words: Words that are no usual ones.
        places: Names of places and states.
        likely: Words that may be such names, and are something else as likely.
        names: By which word each person that it names whole is named later, and the words of the offices told of them.
    """

    words: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    likely: frozenset[str] = frozenset()
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def tells_of(self, adjective: str) -> bool:
        """Whether an Arabic adjective without its article is made of one of the words: غديري of غديرة."""
        return any(state in told for state in states_of(adjective) for told in (self.words, self.places, self.likely))

    def may_hold(self, name: str, office: frozenset[str]) -> bool:
        """Whether a person may hold an office: none was told, or one with a word of it."""
        told = self.names.get(name)
        return not told or bool(told & office)


def states_of(adjective: str) -> list[str]:
    """What an Arabic adjective without its article may be made of: غديري of غدير, غديرا, غديرة, غديريا."""
    stems = [adjective.removesuffix(ending) for ending in _ADJECTIVES if adjective.endswith(ending)]
    return [stem + ending for stem in stems if len(stem) >= _SHORTEST for ending in _STATES]
