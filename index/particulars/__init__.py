"""What a document tells of itself: title, issuer, side, parties, the day of the event, publication, language, address.

Nothing is guessed: each has where it was found and how sure it is, and what nothing tells stays None.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from index.dates import find_dates
from index.language import detect_language, fold
from index.particulars.event import day_of_writing, find_event, find_parties
from index.particulars.head import read_foot, read_head
from index.particulars.issuer import find_issuer
from index.particulars.lines import one_line
from index.particulars.near import day_in
from index.particulars.persons import Persons
from index.particulars.side import find_side
from index.particulars.title import find_title
from index.particulars.types import Particular, Particulars, Sureness, Told, Where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.particulars.head import Line

__all__ = ["Particular", "Particulars", "Sureness", "Told", "Where", "find_particulars", "one_line"]

_SIGNED = re.compile(r"(?:done|signed|issued) (?:at|in)\b|(?:حرر|صدر|وقع)(?:ت)? (?:هذا |في )", re.IGNORECASE)
# The language of a text, and what it tells of itself, show in its beginning.
_ENOUGH = 20_000


def find_particulars(text: str, told: Told) -> Particulars:
    """What a text tells of itself, and its file or page beside it.

    Args:
        text: The whole text, as it will be quoted.
        told: What was told beside it.
    """
    beginning = text[:_ENOUGH]
    language = detect_language(beginning)
    near = told.published.date() if told.published else day_in(told.name) or day_in(told.address or "")
    head, foot = read_head(beginning, near), read_foot(text)
    issuer = find_issuer(beginning, head, told.issuer, "\n".join(line.text for line in foot))
    published = _published(beginning, [*head, *foot], told) or _signed(foot)
    persons = Persons(beginning, language)
    parties = find_parties(beginning, head, persons)
    day = published.value.date() if published is not None else None
    return Particulars(
        title=find_title(head, told),
        language=Particular(language, "text"),
        issuer=issuer,
        side=find_side(beginning, language, head, issuer, parties[1] if parties else ()),
        parties=parties[0] if parties else None,
        event=find_event(beginning, head, day),
        published=published,
        address=Particular(told.address, "address") if told.address else None,
    )


def _published(text: str, head: Sequence[Line], told: Told) -> Particular[datetime] | None:
    """What is printed is what was published; what a page tells beside it may be on another clock."""
    printed = next((line for line in head if line.day is not None), None)
    if printed is not None and printed.moment is not None:
        if printed.hour is None and told.published is not None and told.published.date() == printed.day:
            return Particular(told.published, "metadata")
        return Particular(printed.moment, "dateline")
    if told.published is not None:
        return Particular(told.published, "metadata")
    today: date | None = day_of_writing(text, head)
    return None if today is None else Particular(datetime.combine(today, time()), "text", "likely")


def _signed(foot: Sequence[Line]) -> Particular[datetime] | None:
    """The day on which a joint text says that it was done."""
    for line in foot:
        days = {one.first_day for one in find_dates(line.text) if one.day is not None}
        if _SIGNED.match(fold(line.text).text) and len(days) == 1:
            return Particular(datetime.combine(days.pop(), time()), "text", "likely")
    return None
