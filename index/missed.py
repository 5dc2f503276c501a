"""Which names of a question nothing in a library mentions: what was looked for and missed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from index.calendar_words import months, weekdays
from index.hijri import hijri_months
from index.language import fold
from index.lexicon import load_lexicon
from index.signals.names import naming
from index.words import is_arabic

if TYPE_CHECKING:
    from index.match import Reading
    from index.shelf import Shelf
    from index.within import Within

# Names that are there are likened to themselves at .85 and more, misspelt too; unlike ones to others at .6 and less.
_UNLIKE = 0.5
# Letters that may be glued to an Arabic word: what is shown must be the name alone.
_GLUED = frozenset("وفبلك")


def find_missed(question: Reading, shelf: Shelf, within: Within) -> tuple[str, ...]:
    """The names, as asked, that no passage, heading, title or source that is looked at mentions in either language.

    Only what can be known is told: of a name in the script of one language, where every document is in that language or has a
    translation into it, or where the word list says how the other language writes it.
    """
    words = question.words
    named = naming(question) & ~words.number
    if not len(question.like) or not named.any():
        return ()
    covered = _covered(shelf, within)
    unlike = question.like.max(axis=1, initial=0, where=within.words) < _UNLIKE
    return tuple(
        word
        for word, arabic, is_missed in zip(words.words, words.arabic.tolist(), (named & unlike).tolist(), strict=True)
        if is_missed
        and not _is_of_calendar(word)
        and not (arabic and word[0] in _GLUED)
        and (covered[is_arabic(word)] or load_lexicon().translations(word))
    )


def _is_of_calendar(word: str) -> bool:
    """Whether a word is, or begins, the name of a weekday or a month."""
    bare = re.sub(r"^(?:[وف]?[بلك]?ال|[وف]?لل)", "", fold(word).text)
    return bare in _calendar_words() or re.sub(r"['’]?s['’]?$", "", bare) in _calendar_words()


@cache
def _calendar_words() -> frozenset[str]:
    # Of several words only the first is nothing else: تشرين, but "the second" and "the blessed" are names, too.
    named = [
        *(name.split()[0] for name in (*weekdays(), *months())),
        *(name for name in hijri_months() if " " not in name),
    ]
    return frozenset(name.removeprefix("ال") for name in named)


def _covered(shelf: Shelf, within: Within) -> dict[bool, bool]:
    """Whether every document that is looked at can be read in Arabic, and whether in English."""
    covered = {}
    for arabic in (True, False):
        here = np.zeros(len(shelf.documents.published), dtype=np.bool_)
        for reader in shelf.readers.values():
            here[shelf.document[reader.members[reader.channel.arabic == arabic]]] = True
        covered[arabic] = bool(here[within.documents].all())
    return covered
