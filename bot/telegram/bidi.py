"""Direction: lines that begin in their own direction, and foreign words that cannot disturb them.

Telegram's apps lay out each line by its first strong character, so that a line of an Arabic answer that begins with a
figure or a Latin name would run from the left. Nothing here is ever applied to a quote.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.types import Language

LRM, RLM = "\u200e", "\u200f"
FSI, PDI = "\u2068", "\u2069"

# What could turn around or break out of the text that it stands in: marks, embeddings, overrides and isolates.
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RUN = re.compile(r"I[^P]*P|F(?:[FNS]*[FN])?")
_LEADS = "/@#"
_BRACKETS = {")": "(", "]": "[", "»": "«", "”": "“", "}": "{"}


def without_controls(text: str) -> str:
    """The text without directional controls: what is shown inside a line that is not its own."""
    return _CONTROLS.sub("", text)


def mark(text: str, language: Language) -> str:
    """What must stand before a paragraph so that it reads in its language's direction: a mark, or nothing.

    It counts as beginning in its direction only if even a reader that looks into isolates, or takes a figure for the
    first strong character of an Arabic line, would say so.
    """
    if not text.strip():
        return ""
    if language == "ar":
        firsts = {"L", "R", "AL", "EN", "AN"}
        first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in firsts), None)
        return "" if first in {"R", "AL"} else RLM
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", "R", "AL"}), "L")
    return "" if first == "L" else LRM


def isolate(text: str, language: Language) -> str:
    """A name or title for a line in a language: isolated as a whole where it holds letters of the other direction."""
    return f"{FSI}{text}{PDI}" if "F" in _kinds(text, language) else text


def isolate_runs(text: str, language: Language) -> str:
    """A line with every run of the other direction isolated, but for those that are already."""
    pieces: list[str] = []
    at = 0
    for run in _RUN.finditer(_kinds(text, language)):
        start, end = run.span()
        if run[0].startswith("I"):
            pieces.append(text[at:end])
        else:
            while start > at and text[start - 1] in _LEADS:
                start -= 1
            while end < len(text) and _closes(text[start:end], text[end]):
                end += 1
            pieces.extend((text[at:start], FSI, text[start:end], PDI))
        at = end
    return "".join((*pieces, text[at:]))


def _closes(run: str, following: str) -> bool:
    opening = _BRACKETS.get(following)
    return opening is not None and run.count(opening) > run.count(following)


def _kinds(text: str, language: Language) -> str:
    """One letter a character: F foreign, O own, N number, I and P where an isolate begins and ends, S anything else."""
    foreign, own = ({"L"}, {"R", "AL"}) if language == "ar" else ({"R", "AL"}, {"L"})
    kinds = dict.fromkeys(foreign, "F") | dict.fromkeys(own, "O") | {"EN": "N", "AN": "N", "PDI": "P"}
    kinds |= dict.fromkeys(("LRI", "RLI", "FSI"), "I")
    return "".join(kinds.get(unicodedata.bidirectional(character), "S") for character in text)
