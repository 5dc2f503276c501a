"""Whose account of an event a question asks for: one side's, or both."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from index.language import fold
from index.types import Query, Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.catalogue import Catalogue, Mention
    from bot.answer.narrowed import Narrowed
    from bot.answer.types import Question
    from index.library import Library

_ACCOUNT = re.compile(
    r"\b(?:according to|accounts?|version|puts? it|tells? it|telling|count|statement|going by|(?:point|side) of view|"
    r"per(?= \w)|says?(?=(?:\s+\w+){1,3}\W*$))\b|"
    r"(?<!\w)[وبفلك]?(?:حسب|بحسب|وفق|وفقا|(?:ال)?روايه|السفاره|راي|علي قول|وجهه نظر|علي لسان|نقلا عن)(?!\w)|"
    r"(?<!\w)(?:علي قول|قال(?:ت|ته|ه)?(?= \w+(?: \w+)?\W*$))(?!\w)"
)
_BOTH = re.compile(
    r"\b(?:each|both (?:sides|accounts|readouts|statements|versions)|two (?:sides|accounts|readouts|statements|versions)|"
    r"respectively|vs|versus|(?:on )?the other (?:side|hand)|and what (?:does|did|do)|differ\w*|disagree\w*|contradict\w*|"
    r"compar\w+|who said what|either side|both (?:tell|report|say|describe)\w*)\b|"
    r"(?<!\w)[وبفل]?(?:كل من|كل طرف|(?:ال)?(?:طرفين|جانبين)|(?:ال)?روايتين|روايتي|بياني|(?:ال)?بيانين|كلا|كليهما|"
    r"وماذا|وشو|وايه|وما قالت|مقابل|قارن|مقارنه|[يت]?ختلف\w*|اختلف\w*|(?:مين|من) قال (?:ايه|ماذا|شو))(?!\w)"
)
_NEAR = 4
_TWO = 2
# Passages among which the event is looked for of which both sides tell what is asked.
_LOOKED_AMONG = 40


def by_account(
    question: Question, narrowed: Narrowed, library: Library, catalogue: Catalogue, mentions: Sequence[Mention]
) -> Narrowed:
    """The documents of the side whose account is asked for, or of each side."""
    folded = fold(question.text)
    cues = [folded.positions[match.start()] for match in _ACCOUNT.finditer(folded.text)]
    told = [one for cue in cues for one in _whose(question.text, cue, mentions)]
    parties = list(dict.fromkeys(min(one.parties) for one in told))
    if _BOTH.search(folded.text) or len(parties) >= _TWO:
        known = narrowed.documents if narrowed.documents is not None else frozenset(catalogue.records)
        numbers = sorted({number for one in known for number in catalogue.parties[one]})
        if len(numbers) != _TWO:
            numbers = _who_both_tell(question, known, library, catalogue)
        sides = [catalogue.sides(number) & known for number in numbers]
        sides = [side for side in sides if side]
        return replace(narrowed, sides=tuple(sides)) if len(sides) == _TWO else narrowed
    if len(parties) == 1:
        own = catalogue.sides(parties[0])
        left = own if narrowed.documents is None else own & narrowed.documents
        return replace(narrowed, documents=left) if left else narrowed
    return narrowed


def _who_both_tell(question: Question, known: frozenset[str], library: Library, catalogue: Catalogue) -> list[int]:
    """The two whose readouts of one event tell the most on what is asked, where nobody is named."""
    query = Query(question.text, question.language, within=Scope(documents=known))
    best: dict[str, float] = {}
    for hit in library.search(query, _LOOKED_AMONG):
        best.setdefault(hit.document.id, hit.score)
    found: list[tuple[float, list[int]]] = []
    for occasion in catalogue.occasions(sorted(best)):
        told = [
            max((best[one] for one in occasion.documents if one in catalogue.sides(number)), default=None)
            for number in sorted(occasion.parties)
        ]
        scores = [score for score in told if score is not None]
        if len(scores) == _TWO:
            found.append((sum(scores), sorted(occasion.parties)))
    return max(found, default=(0.0, []))[1]


def _whose(text: str, cue: int, mentions: Sequence[Mention]) -> list[Mention]:
    """Who is named beside a word for an account: after it, else before it."""
    near = [one for one in mentions if _is_near(text, cue, one.start)]
    return [one for one in near if one.start > cue] or near


def _is_near(text: str, one: int, other: int) -> bool:
    return len(text[min(one, other) : max(one, other)].split()) <= _NEAR
