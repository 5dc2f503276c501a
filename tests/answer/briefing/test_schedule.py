"""When a briefing is due, whatever the clocks do."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer.briefing.schedule import EVERY_DAY, Schedule, next_slot, slots

ZONES = (
    "UTC", "Europe/London", "Europe/Berlin", "Africa/Cairo", "Asia/Beirut", "Asia/Riyadh", "America/New_York",
    "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "America/Santiago",
)  # fmt: skip
YEAR = datetime(2025, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "hour", "day", "instant"),
    [
        ("Europe/Berlin", time(8), "2025-03-29", "2025-03-29 07:00"),
        ("Europe/Berlin", time(8), "2025-03-31", "2025-03-31 06:00"),
        # Skipped: the first moment after.
        ("Europe/Berlin", time(2, 30), "2025-03-30", "2025-03-30 01:00"),
        ("Australia/Lord_Howe", time(2, 10), "2025-10-05", "2025-10-04 15:30"),
        ("Africa/Cairo", time(0, 30), "2025-04-25", "2025-04-24 22:00"),
        # A day that never was.
        ("Pacific/Apia", time(8), "2011-12-30", "2011-12-30 10:00"),
        # Doubled: the first time.
        ("Europe/Berlin", time(2, 30), "2025-10-26", "2025-10-26 00:30"),
        ("Europe/London", time(1, fold=1), "2025-10-26", "2025-10-26 00:00"),
        ("Europe/London", time(1, fold=1), "2025-03-30", "2025-03-30 01:00"),
        ("Asia/Beirut", time(23, 30), "2025-10-25", "2025-10-25 20:30"),
    ],
)
def test_the_instant_of_an_hour(zone: str, hour: time, day: str, instant: str) -> None:
    schedule = Schedule((hour,), EVERY_DAY, zone)
    around = at(instant) - timedelta(hours=20), at(instant) + timedelta(hours=20)
    assert [one.at for one in slots(schedule, *around) if one.key.startswith(day)] == [at(instant)]


def test_only_on_its_days() -> None:
    schedule = Schedule((time(7), time(19)), frozenset({6, 0}), "Asia/Riyadh")
    found = slots(schedule, at("2025-06-01 00:00"), at("2025-06-08 00:00"))
    assert [one.key for one in found] == [
        "2025-06-01T07:00", "2025-06-01T19:00", "2025-06-02T07:00", "2025-06-02T19:00",
    ]  # fmt: skip
    assert next_slot(schedule, found[-1].at) == slots(schedule, at("2025-06-07 12:00"), at("2025-06-08 12:00"))[0]
    assert next_slot(Schedule(days=frozenset()), YEAR[0]) is None


@settings(deadline=None, max_examples=150)
@given(
    zone=st.sampled_from(ZONES),
    hour=st.times().map(lambda one: one.replace(second=0, microsecond=0, tzinfo=None)),
    cuts=st.lists(st.datetimes(datetime(2025, 1, 1), datetime(2026, 1, 1)), max_size=40),  # noqa: DTZ001
)
def test_a_year_cut_anywhere_has_each_day_once(zone: str, hour: time, cuts: list[datetime]) -> None:
    schedule = Schedule((hour,), EVERY_DAY, zone)
    bounds = [YEAR[0], *sorted(cut.replace(tzinfo=UTC) for cut in cuts), YEAR[1]]
    found = [slot for k in range(len(bounds) - 1) for slot in slots(schedule, bounds[k], bounds[k + 1])]
    assert found == slots(schedule, *YEAR)
    assert len({one.key for one in found}) == len(found)
    days = [date.fromisoformat(one.key[:10]) for one in found]
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]
    assert 364 <= len(days) <= 366
    for one in found:
        local = one.at.astimezone(ZoneInfo(zone))
        shown = local.replace(tzinfo=None)
        wanted = datetime.combine(date.fromisoformat(one.key[:10]), hour)
        # Never before what the clocks were to show, and after it only where they skip it.
        assert shown == wanted or (wanted < shown <= wanted + timedelta(hours=1))
