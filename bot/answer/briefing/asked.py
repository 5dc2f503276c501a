"""What somebody asks a briefing of: a subject, a period, or both, in either language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answer.briefing import brief
from bot.answer.briefing.gathering import gather
from bot.answer.briefing.profile import brief_new
from bot.answer.briefing.types import BriefingRequest
from index.periods import find_periods
from index.types import Scope

if TYPE_CHECKING:
    from datetime import date

    from bot.answer.briefing.profile import Profile
    from bot.answer.briefing.types import Briefing
    from bot.answer.exchange import CitedPlace
    from index.library import Library

_LONGEST = 200
# What leads to a period or a subject and is none of it.
_LEADING = re.compile(
    r"^(?:in|of|on|for|about|from|during|the|over|في|خلال|عن|من|حول|بشأن|لشهر|شهر|عام|سنة)(?:\s+|$)|"
    r"(?:^|\s+)(?:in|of|on|for|about|from|during|the|over|في|خلال|عن|من|حول|بشأن|لشهر|شهر|عام|سنة)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; nothing of it for what is new.

    Attributes:
        subject: What about.
        first: The first day.
        last: The last day.
    """

    subject: str | None = None
    first: date | None = None
    last: date | None = None


def read_asked(text: str, today: date) -> Asked:
    """What is asked for in a few words: "Iran", "March 2024", «إيران في مارس 2024»."""
    text = " ".join(text.split())[:_LONGEST]
    first = last = None
    if periods := find_periods(text, today):
        first, last = periods[0].first, periods[0].last
        text = f"{_bare(text[: periods[0].start])} {_bare(text[periods[0].end :])}"
    return Asked(_bare(text) or None, first, last)


def brief_asked(
    library: Library, asked: Asked, profile: Profile, known: frozenset[str] | None, told: tuple[CitedPlace, ...]
) -> tuple[Briefing, tuple[str, ...]]:
    """The briefing that was asked for.

    Args:
        library: As far as whoever asks sees it.
        asked: What for. What is new, where it names nothing; where nothing is new, the newest event again.
        profile: How they are briefed otherwise.
        known: The documents that they were briefed from; see ``brief_new``.
        told: The places that they were told; told again only where that is asked for.

    Returns:
        The briefing, and the ids of the documents that are known from now on.
    """
    if asked != Asked():
        within = Scope(since=asked.first, until=asked.last)
        request = BriefingRequest(profile.languages, profile.length, asked.subject, within)
        return brief(gather(library, request), request), ()
    briefing, ids = brief_new(library, profile, known=known, told=told)
    if briefing.sections:
        return briefing, ids
    request = BriefingRequest(profile.languages, profile.length, newest=True)
    return brief(gather(library, request), request), ids


def _bare(text: str) -> str:
    before = None
    text = text.strip(" ,،:")
    while text != before:
        before, text = text, _LEADING.sub("", text).strip(" ,،:")
    return text
