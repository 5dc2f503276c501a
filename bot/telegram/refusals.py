"""Why something was not taken in, in the asker's language.

What reads files says so in English, for the command line; here each of its reasons finds the phrase that tells it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.telegram.words import foreign, say

if TYPE_CHECKING:
    from index.types import Language

# The first that is found in a reason tells it.
_PHRASES = (
    ("not of the public internet", "why_private"),
    ("is no web address|holds a name or a password|there is no host", "why_address"),
    (
        "did not answer|redirects more|answered|broke off|cannot be reached|cannot be trusted|not asked for",
        "why_unreached",
    ),
    ("as it arrives", "why_unreached"),
    ("takes an extra", "why_extra"),
    ("no known format", "why_format"),
    ("is larger than|holds more than|has more than", "why_large"),
    ("has a password", "why_password"),
    ("is empty", "why_empty"),
    ("is a scan|holds no text", "why_scan"),
    ("which letters it shows|letters backwards", "why_letters"),
    ("UTF-8|is not written as it says|NUL characters", "why_encoding"),
    ("whatever its name says|if it is to be read as that|is no Word document", "why_name"),
    ("takes too long", "why_slow"),
    ("", "why_damaged"),
)


def tell_refusal(name: str, reason: str, language: Language) -> str:
    """That something was not taken in, and why, as HTML.

    Args:
        name: What it is called: a file's name or an address.
        reason: What a ``DocumentError`` says, which may begin with the name.
        language: The language to tell it in.
    """
    bare = reason.removeprefix(name)
    return refused(name, next(phrase for pattern, phrase in _PHRASES if re.search(pattern, bare)), language)


def refused(name: str, phrase: str, language: Language) -> str:
    """That something was not taken in, and why, as HTML; the phrase is one of ``library.why_…``."""
    told = say(language, "library.refused", name=foreign(name, language))
    return f"{told}\n{say(language, f'library.{phrase}')}"
