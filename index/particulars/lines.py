"""What is told in one line, and must not be able to change the words around it where it is shown."""

from __future__ import annotations

import unicodedata

LONGEST = 300
# They join the signs of one emoji and part the letters of one word; all other marks that are not seen go.
_JOINERS = "\u200c\u200d"


def one_line(told: str | None) -> str | None:
    """What is told, in one line of at most ``LONGEST`` characters, without controls and marks that turn a line's direction.

    Returns:
        None where nothing is left that can be seen.
    """
    bare = " ".join("".join(_shown(one) for one in (told or "")[: LONGEST * 20]).split())[:LONGEST].rstrip()
    return bare if bare.strip(_JOINERS + " ") else None


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp", "Cs", "Co", "Cn"}:
        return " "
    return "" if category == "Cf" and character not in _JOINERS else character
