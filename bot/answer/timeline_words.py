"""The words above a timeline and its lines, from the phrases in ``prompts/``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answer.values import show_date
from prompts import load

if TYPE_CHECKING:
    from bot.answer.timeline import Timeline, TimelineLine
    from index.types import Language


def headline(timeline: Timeline) -> str:
    """What was found, and by what it is ordered; where nothing was, what was searched."""
    phrases = load(timeline.language)
    found = len(timeline.lines)
    if not found:
        until = timeline.searched.until
        told = phrases.say("answer.until", date=show_date(until, timeline.language)) if until else ""
        return phrases.count("timeline.none", timeline.searched.documents, subject=timeline.subject, until=told)
    if timeline.pair:
        one, other = timeline.pair
        return phrases.count("timeline.talks", found, subject=phrases.say("timeline.pair", one=one, other=other))
    return phrases.count("timeline.found", found, subject=timeline.subject)


def day_of(line: TimelineLine, language: Language) -> str:
    """The day of a line, and that it is only that of the publication where it is."""
    phrases = load(language)
    if line.day is None:
        return phrases.say("answer.unknown_date")
    day = show_date(line.day.day, language)
    return f"{day} ({phrases.say('timeline.published')})" if line.day.basis == "published" else day
