"""Why something was not taken in, in the asker's language.

What reads files says so in English, for the command line; here each of its reasons, by its code, has a phrase of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.telegram.taking import MOST_OWN
from bot.telegram.words import foreign, say

if TYPE_CHECKING:
    from index.errors import Why
    from index.types import Language


def tell_refusal(name: str, why: Why | None, language: Language) -> str:
    """That something was not taken in, and why, as HTML.

    Args:
        name: What it is called: a file's name or an address.
        why: That of a ``DocumentError``; None is told as a failure.
        language: The language to tell it in.
    """
    return refused(name, f"why_{why or 'failed'}", language)


def refused(name: str, phrase: str, language: Language) -> str:
    """That something was not taken in, and why, as HTML; the phrase is one of ``library.why_…``."""
    told = say(language, "library.refused", name=foreign(name, language))
    return f"{told}\n{say(language, f'library.{phrase}', limit=MOST_OWN)}"
