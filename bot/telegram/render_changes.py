"""How a page of what changed in a readout looks in a message; what is returned has passed the check of ``verbatim``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answer.values import show_date
from bot.telegram.render_across import GROUPS, page_line, quoted
from bot.telegram.words import foreign
from prompts import load

if TYPE_CHECKING:
    from bot.answer.changes import Changes
    from bot.answer.event import EventDay
    from bot.answer.types import Citation
    from bot.telegram.changed_buttons import ChangedPart
    from index.types import Document, Language

_LONGEST_TITLE = 150


def count_changes(changes: Changes) -> dict[ChangedPart, int]:
    """How much there is of each part."""
    return {"new": len(changes.new), "dropped": len(changes.dropped), "reworded": len(changes.reworded)}


def changes_pages(changes: Changes, part: ChangedPart) -> int:
    """How many pages a part has; one where it is empty."""
    return max(1, -(-count_changes(changes)[part] // _size(part)))


def render_changes(changes: Changes, previous: Document, part: ChangedPart, page: int) -> str:
    """A page of a part, from 0; of what is worded otherwise both wordings.

    Args:
        changes: What changed.
        previous: The readout that it changed since.
        part: Which part.
        page: Which page.

    Raises:
        NotVerbatimError: A quote would not arrive as it stands in its document.
    """
    language, phrases = changes.language, load(changes.language)
    title = phrases.say(
        "changes.title",
        title=foreign(changes.document.title, language, _LONGEST_TITLE),
        day=_day(changes.day, language),
        previous_title=foreign(previous.title, language, _LONGEST_TITLE),
        previous_day=_day(changes.previous_day, language),
    )
    found = count_changes(changes)[part]
    heading = phrases.count(f"changes.{part}", found) if found else phrases.say(f"changes.no_{part}")
    told = [title, heading, *page_line(page, changes_pages(changes, part), language)]
    shown = _groups(changes, part)[page * _size(part) : (page + 1) * _size(part)]
    if part == "reworded":
        told += [phrases.say("changes.pair", one=2 * at + 1, other=2 * at + 2) for at in range(len(shown))]
    return quoted([citation for group in shown for citation in group], told, language)


def _size(part: ChangedPart) -> int:
    return GROUPS if part == "reworded" else 2 * GROUPS


def _groups(changes: Changes, part: ChangedPart) -> list[tuple[Citation, ...]]:
    if part == "reworded":
        return [(one.before, one.now) for one in changes.reworded]
    return [(citation,) for citation in (changes.new if part == "new" else changes.dropped)]


def _day(day: EventDay | None, language: Language) -> str:
    return show_date(day.day, language) if day else load(language).say("answer.unknown_date")
