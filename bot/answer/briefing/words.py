"""What a briefing says in its own words, around the quotes: its title, its headings, who says each line, what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answer.attribution.joint import the_document
from bot.answer.values import show_date
from prompts import load

if TYPE_CHECKING:
    from bot.answer.briefing.types import Briefing, Cited, Subject
    from index.types import Document, Language


def title(briefing: Briefing, language: Language) -> str:
    """What stands above it."""
    phrases = load(language)
    subject = briefing.request.subject
    return phrases.say("briefing.title") if subject is None else phrases.say("briefing.title_on", subject=subject)


def extent(briefing: Briefing, language: Language) -> str:
    """How many readouts it was chosen from, and of which days."""
    phrases = load(language)
    days = sorted(day for document in briefing.documents if (day := document.day) is not None)
    told = phrases.count("briefing.readouts", len(briefing.documents))
    if not days:
        return told
    first, last = show_date(days[0], language), show_date(days[-1], language)
    if first == last:
        return phrases.say("briefing.on_day", readouts=told, day=first)
    return phrases.say("briefing.over_days", readouts=told, first=first, last=last)


def heading(subject: Subject, language: Language) -> str:
    """The heading of a section."""
    return load(language).say(f"briefing.subject_{subject}")


def source(cited: Cited, place: int, language: Language) -> str:
    """Who says it and when that was published.

    Args:
        cited: What is told.
        place: That of the language in the request.
        language: The language.
    """
    phrases = load(language)
    attribution = cited.attributions[place]
    said = attribution.text if attribution else the_document(cited.citation.document, language)
    published = cited.citation.document.published
    if published is None:
        return phrases.say("briefing.source_undated", attribution=said)
    return phrases.say("briefing.source", attribution=said, day=show_date(published.date(), language))


def same(language: Language) -> str:
    """What stands before those who say the same."""
    return load(language).say("briefing.same")


def other_side(language: Language) -> str:
    """What stands before what the other side says."""
    return load(language).say("briefing.other_side")


def silent(document: Document, language: Language) -> str:
    """That a readout does not mention what a line tells."""
    phrases = load(language)
    return phrases.say("briefing.silent", issuer=document.issuer or document.side or document.title)


def closing(briefing: Briefing, language: Language) -> tuple[str, ...]:
    """What is said at the end: that there is nothing to tell, or what is not told."""
    phrases = load(language)
    said = []
    if not briefing.sections:
        said.append(phrases.say("briefing.nothing_new" if briefing.omitted.told else "briefing.nothing"))
    if briefing.omitted.length:
        said.append(phrases.count("briefing.no_room", briefing.omitted.length))
    if briefing.omitted.told:
        said.append(phrases.count("briefing.told_before", briefing.omitted.told))
    if briefing.omitted.older:
        said.append(phrases.count("briefing.older", briefing.omitted.older))
    return tuple(said)
