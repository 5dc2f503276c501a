"""What is told in one line, and must not be able to change the words around it where it is shown."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 300
_TURNS = re.compile(r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")


def one_line(told: str | None) -> str | None:
    """What is told, in one line of at most ``LONGEST`` characters, without controls and marks that turn a line's direction.

    Returns:
        None where nothing is left.
    """
    bare = "".join(
        " " if unicodedata.category(one) in {"Cc", "Zl", "Zp"} else one
        for one in _TURNS.sub("", (told or "")[: LONGEST * 20])
    )
    return " ".join(bare.split())[:LONGEST].rstrip() or None
