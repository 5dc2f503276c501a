"""When a briefing is due: hours of the day on days of the week in a time zone, whatever its clocks do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Schedule:
    """When somebody wants to be briefed.

    Attributes:
        hours: The times of day, as the clocks of the zone show them.
        days: The days of the week, 0 for Monday.
        zone: An IANA time zone: ``Africa/Cairo``.
    """

    hours: tuple[time, ...] = (time(8),)
    days: frozenset[int] = EVERY_DAY
    zone: str = "UTC"


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One time at which a briefing is due.

    Attributes:
        at: The instant, in UTC.
        key: What the clocks were to show, which comes once in a schedule: ``2025-03-30T08:00``.
    """

    at: datetime
    key: str


def slots(schedule: Schedule, after: datetime, until: datetime) -> list[Slot]:
    """The slots later than one instant and not later than another, in their order.

    An hour that the clocks skip is due at the first moment after; one that they show twice the first time alone.
    """
    zone = ZoneInfo(schedule.zone)
    day, last = after.astimezone(zone).date() - timedelta(days=2), until.astimezone(zone).date() + timedelta(days=1)
    found: list[Slot] = []
    while day <= last:
        if day.weekday() in schedule.days:
            found += [Slot(_instant(day, hour, zone), f"{day}T{hour:%H:%M}") for hour in schedule.hours]
        day += timedelta(days=1)
    return sorted({one for one in found if after < one.at <= until})


def next_slot(schedule: Schedule, after: datetime) -> Slot | None:
    """The first slot later than an instant; None where the schedule has none."""
    return next(iter(slots(schedule, after, after + timedelta(days=8))), None)


def _instant(day: date, hour: time, zone: ZoneInfo) -> datetime:
    shown = datetime.combine(day, hour.replace(fold=0), tzinfo=zone)
    instant = shown.astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == shown.replace(tzinfo=None):
        return instant
    # Skipped: read with the offset of after the change it lies before that, and with the one of before it lies after.
    before, offset = shown.replace(fold=1).astimezone(UTC), instant.astimezone(zone).utcoffset()
    while instant - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(instant - before) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == offset:
            instant = middle
        else:
            before = middle
    return instant
