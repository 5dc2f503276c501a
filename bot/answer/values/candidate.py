"""What may answer: a stretch of a passage, of some kind, before it is chosen and shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from bot.answer.types import Limit, ValueKind
    from index.bounds import Bound
    from index.dated_periods import FoundPeriod
    from index.durations import FoundDuration
    from index.gazetteer import FoundName
    from index.named import FoundPerson, FoundThing


# The unit of "twice".
TIMES = "times"


@dataclass(frozen=True, slots=True)
class NamedDays:
    """Days as a text names them.

    Attributes:
        period: The days.
        limit: What stands before them: ``by``, ``before``, ``after``, ``until``, or None.
        part: Which part of them is meant: ``early``, ``mid``, ``late``, ``end``, or all.
        hour: The part of the day: ``morning``, ``noon``, ``afternoon``, ``evening``, ``night``, or none.
        is_relative: Whether the text names them from its own day: "Tuesday", "next week".
        hijri: Whether they stand here in the Hijri calendar.
    """

    period: FoundPeriod
    limit: Limit | None = None
    part: str = ""
    hour: str = ""
    is_relative: bool = False
    hijri: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    Attributes:
        number: How many.
        upto: The other end where the text gives two.
        unit: What is counted, as the text writes it.
        currency: ISO 4217, where certain.
        bound: How firmly the text gives it.
        is_counted: Whether things are counted, and not measured or paid.
    """

    number: Decimal
    upto: Decimal | None = None
    unit: str | None = None
    currency: str | None = None
    bound: Bound = "exact"
    is_counted: bool = True


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may answer.

    Attributes:
        kind: What it is.
        start: The first offset in the text that was read.
        end: One past the last.
        days: For a date.
        duration: For a duration.
        quantity: For a number of things.
        office: Where a person's office stands in it, as offsets; None where none does.
        name: Where the name stands in it, of a person, an organisation or a place.
        found: What was found there, of a name.
        members: Of a list.
        weight: How readily it is taken among others, 1 for most.
    """

    kind: ValueKind
    start: int
    end: int
    days: NamedDays | None = None
    duration: FoundDuration | None = None
    quantity: Quantity | None = None
    office: tuple[int, int] | None = None
    name: tuple[int, int] | None = None
    found: FoundName | FoundPerson | FoundThing | None = None
    members: tuple[Candidate, ...] = ()
    weight: float = 1.0
