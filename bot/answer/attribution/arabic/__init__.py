"""Reads who tells what in an Arabic sentence: verbs of telling with their subjects, "وفقًا لـ" and its like, colons.

Written by hand, as its English sister is and for the same reason. The subject stands after its verb as a rule, nothing is
capital, and a pronoun is no more than the ending of the verb; so a name is what has a title somewhere in the document.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answer.attribution.arabic.names import find_people, is_text_name, mention_of, read_words
from bot.answer.attribution.arabic.nouns import topics
from bot.answer.attribution.arabic.phrases import according, labels
from bot.answer.attribution.arabic.verbs import tellings_by_verb
from bot.answer.attribution.telling import Reading, Span, Telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.attribution.telling import Sentence

__all__ = ["find_people", "is_text_name", "mention_of", "read", "read_words"]


def read(sentence: Sentence) -> Reading:
    """The acts of telling in a passage."""
    taken: set[int] = set()
    tellings = [*labels(sentence), *according(sentence, taken), *tellings_by_verb(sentence, taken)]
    tellings.sort(key=lambda one: one.region)
    bounded = (_bounded(sentence, tellings, number) for number in range(len(tellings)))
    return Reading(tuple(bounded), tuple(topics(sentence)))


def _bounded(sentence: Sentence, tellings: Sequence[Telling], number: int) -> Telling:
    """A telling with its scope ended where the next one at its side begins, which "and" introduces."""
    telling = tellings[number]
    if telling.is_around:
        return telling
    for other in tellings[number + 1 :]:
        at = sentence.at(other.region.start)
        ends = not other.is_around and (telling.role == "speaker" or other.role != "speaker")
        has_and = at < len(sentence.words) and sentence.words[at].text[0] in "وف"
        if ends and has_and and other.pronoun != "same" and other.region.start < telling.scope.end:
            return replace(telling, scope=Span(telling.scope.start, max(telling.scope.start, other.region.start)))
    return telling
