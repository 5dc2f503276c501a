"""Reads who tells what in an English sentence: verbs of telling with their subjects, "according to", colons and dashes.

Written by hand: a parser of English would be heavier than all the rest of the project together, and what is needed is the
few ways in which reports name a source. Where none of them is certain, nothing is found: a source is never guessed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answer.attribution.english.names import find_people, is_text_name, mention_of, read_words
from bot.answer.attribution.english.phrases import according, labels, relayed
from bot.answer.attribution.english.subjects import topics
from bot.answer.attribution.english.verbs import tellings_by_verb
from bot.answer.attribution.telling import Reading, Span, Telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.attribution.telling import Sentence

__all__ = ["find_people", "is_text_name", "mention_of", "read", "read_words"]


def read(sentence: Sentence) -> Reading:
    """The acts of telling in a passage."""
    taken: set[int] = set()
    tellings = [*labels(sentence), *relayed(sentence, taken), *tellings_by_verb(sentence, taken), *according(sentence)]
    tellings.sort(key=lambda one: one.region)
    bounded = (_bounded(sentence, tellings, number) for number in range(len(tellings)))
    return Reading(tuple(bounded), tuple(topics(sentence)))


def _bounded(sentence: Sentence, tellings: Sequence[Telling], number: int) -> Telling:
    """A telling with its scope ended where the next one at its side begins."""
    telling, scope = tellings[number], tellings[number].scope
    for other in tellings[number + 1 :]:
        if telling.is_around and other.is_around and other.pronoun != "same":
            between = sum(1 for word in sentence.words if telling.region.end <= word.start < other.region.start)
            if between > 3 and telling.region.start:
                scope = Span(scope.start, min(scope.end, telling.region.end))
        elif (
            not (telling.is_around or other.is_around)
            and other.region.start < scope.end
            and _is_beside(sentence, other)
        ):
            return replace(telling, scope=Span(scope.start, max(scope.start, other.region.start)))
    return replace(telling, scope=scope)


def _is_beside(sentence: Sentence, other: Telling) -> bool:
    """Whether a clause stands beside the one before it, not within it."""
    at = sentence.at(other.region.start)
    if not at:
        return True
    word = sentence.words[at]
    if sentence.words[at - 1].text in {"and", "but", "while", "whereas"} or ";" in word.gap:
        return True
    return "," in word.gap and not word.text.endswith("ing")
