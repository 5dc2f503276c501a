"""The other side's account beside an answer, in words. Apart from the comparison, which takes a while to import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answer.attribution.issuer import with_article
from bot.answer.attribution.translation import known_name
from bot.answer.attribution.writing import inside
from prompts import load

if TYPE_CHECKING:
    from bot.answer.types import Answer, Citation, Otherwise
    from index.types import Document, Language


def account(document: Document, other: Document, language: Language) -> str:
    """What a readout is called beside another: by who issued it, or by its title where both were issued by one."""
    phrases = load(language)
    if not document.issuer or document.issuer == other.issuer:
        return phrases.say("comparison.account_titled", title=document.title)
    named = document.issuer
    if document.language != language:
        named = known_name(named, document.language, language) or named
    return phrases.say("comparison.account", issuer=inside(with_article(named, language), language))


def with_otherwise(answer: Answer) -> tuple[tuple[Citation, ...], tuple[str, ...]]:
    """The citations of an answer with those that say otherwise, each once, and a line for each of these with its number."""
    shown = list(answer.citations)
    told: list[str] = []
    for one in answer.otherwise:
        places = [(cited.document.id, cited.start) for cited in shown]
        place = (one.citation.document.id, one.citation.start)
        if place not in places:
            shown.append(one.citation)
            places.append(place)
        told.append(_otherwise(answer.citations[0].document, one, places.index(place) + 1, answer.question.language))
    return tuple(shown), tuple(told)


def _otherwise(answered: Document, told: Otherwise, number: int, language: Language) -> str:
    """That another side says otherwise than the document that answers, in the passage of a number."""
    phrases = load(language)
    said = phrases.say(
        "comparison.otherwise", account=account(told.citation.document, answered, language), number=number
    )
    return said[0].upper() + said[1:]
