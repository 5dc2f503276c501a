"""A candidate that was chosen, as a value: where it stands in the document, and how it is shown in the asker's language."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bot.answer.types import Value
from bot.answer.values.show_dates import show_days
from bot.answer.values.show_numbers import show_duration, show_quantity

if TYPE_CHECKING:
    from bot.answer.values.candidate import Candidate
    from bot.answer.values.reading import Reading
    from index.durations import FoundDuration
    from prompts import Phrases

# In how many of the next smaller unit of the same kind each is told.
_SMALLER = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}


def show(one: Candidate, reading: Reading, offset: int, phrases: Phrases) -> Value:
    """The value that a candidate is.

    Args:
        one: What was chosen.
        reading: The passage that it stands in.
        offset: Where that begins in its document.
        phrases: In the language of the asker.
    """
    start, end = one.start + offset, one.end + offset
    written = reading.text[one.start : one.end]
    is_own = reading.language == phrases.language
    if one.days is not None:
        days = one.days
        shown = show_days(days, written, phrases, is_own_language=is_own)
        period = days.period
        return Value(
            one.kind,
            start,
            end,
            shown,
            first=period.first,
            last=period.last,
            is_resolved=period.is_resolved,
            limit=days.limit,
        )
    if one.duration is not None:
        number, smallest = _length(one.duration)
        return Value(one.kind, start, end, show_duration(one.duration, written, phrases), number=number, unit=smallest)
    if one.quantity is not None:
        quantity = one.quantity
        shown = show_quantity(quantity, written, phrases, is_own_language=is_own, is_percent=one.kind == "percentage")
        unit = "%" if one.kind == "percentage" else quantity.unit
        return Value(one.kind, start, end, shown, number=quantity.number, unit=unit, currency=quantity.currency)
    office = reading.text[one.office[0] : one.office[1]] if one.kind == "person" and one.office and one.name else None
    return Value(one.kind, start, end, " ".join(written.split()), office=office)


def _length(found: FoundDuration) -> tuple[Decimal, str]:
    """How long a duration is, in its smallest unit."""
    number, unit = Decimal(str(found.amount)), str(found.unit)
    for amount, smaller in found.rest:
        while unit != smaller and unit in _SMALLER:
            unit, times = _SMALLER[unit]
            number *= times
        number += Decimal(str(amount))
    return number, unit
