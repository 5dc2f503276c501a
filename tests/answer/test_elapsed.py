"""The time from one day to another: against a count step by step, and in the words of both languages."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.answer.elapsed import Elapsed, elapsed, later, show_before, show_elapsed, show_since, today
from index.durations import find_durations
from prompts import load

EN, AR = load("en"), load("ar")


@pytest.mark.parametrize(
    ("since", "until", "parts"),
    [
        ("2022-09-11", "2025-07-01", (2, 9, 20)),
        ("2025-07-01", "2025-07-01", (0, 0, 0)),
        ("2025-06-30", "2025-07-01", (0, 0, 1)),
        # The ends of months.
        ("2024-01-31", "2024-02-29", (0, 1, 0)),
        ("2023-01-31", "2023-02-28", (0, 1, 0)),
        ("2024-01-31", "2024-03-01", (0, 1, 1)),
        ("2024-03-31", "2024-04-30", (0, 1, 0)),
        ("2024-12-31", "2025-03-30", (0, 2, 30)),
        # Leap days.
        ("2024-02-29", "2025-02-27", (0, 11, 29)),
        ("2024-02-29", "2025-02-28", (1, 0, 0)),
        ("2024-02-29", "2025-03-29", (1, 1, 0)),
        ("2024-02-29", "2028-02-29", (4, 0, 0)),
        ("2023-02-28", "2024-02-29", (1, 0, 1)),
    ],
)
def test_years_months_and_days(since: str, until: str, parts: tuple[int, int, int]) -> None:
    time = elapsed(date.fromisoformat(since), date.fromisoformat(until))
    assert (time.years, time.months, time.days) == parts
    assert not time.is_ahead
    assert time.is_none is (since == until)


def counted(since: date, until: date) -> tuple[int, int, int]:
    """The same, step by step: one year at a time while it fits, then one month, then one day."""

    def after(years: int, months: int) -> date:
        year, month = since.year + years, since.month + months
        while month > 12:
            year, month = year + 1, month - 12
        return date(year, month, min(since.day, monthrange(year, month)[1]))

    years = months = days = 0
    while after(years + 1, 0) <= until:
        years += 1
    while after(years, months + 1) <= until:
        months += 1
    while after(years, months) + timedelta(days=days + 1) <= until:
        days += 1
    return years, months, days


DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(DAYS, DAYS)
@example(date(2024, 2, 29), date(2025, 3, 1))
@example(date(2023, 12, 31), date(2024, 2, 29))
@settings(deadline=None, max_examples=500)
def test_it_is_what_a_count_step_by_step_gives(one: date, other: date) -> None:
    since, until = sorted((one, other))
    time = elapsed(since, until)
    assert (time.years, time.months, time.days) == counted(since, until)
    assert later(since, 12 * time.years + time.months) + timedelta(days=time.days) == until
    back = elapsed(until, since)
    assert (back.years, back.months, back.days, back.is_ahead) == (*counted(since, until), since != until)


@pytest.mark.parametrize(
    ("time", "english", "nominative", "genitive"),
    [
        (Elapsed(2, 9, 20), "2 years, 9 months and 20 days", "سنتان و9 أشهر و20 يومًا", "سنتين و9 أشهر و20 يومًا"),
        (
            Elapsed(1, 1, 1),
            "1 year, 1 month and 1 day",
            "سنة واحدة وشهر واحد ويوم واحد",
            "سنة واحدة وشهر واحد ويوم واحد",
        ),
        (Elapsed(2, 2, 2), "2 years, 2 months and 2 days", "سنتان وشهران ويومان", "سنتين وشهرين ويومين"),
        (
            Elapsed(3, 11, 11),
            "3 years, 11 months and 11 days",
            "3 سنوات و11 شهرًا و11 يومًا",
            "3 سنوات و11 شهرًا و11 يومًا",
        ),
        (Elapsed(10, 0, 10), "10 years and 10 days", "10 سنوات و10 أيام", "10 سنوات و10 أيام"),
        (Elapsed(100), "100 years", "100 سنة", "100 سنة"),
        (Elapsed(0, 0, 2), "2 days", "يومان", "يومين"),
        (
            Elapsed(2, 10, precision="month"),
            "about 2 years and 10 months",
            "حوالي سنتين و10 أشهر",
            "حوالي سنتين و10 أشهر",
        ),
        (Elapsed(2, precision="year"), "about 2 years", "حوالي سنتين", "حوالي سنتين"),
        (Elapsed(), "the same day", "في اليوم نفسه", "في اليوم نفسه"),
    ],
)
def test_it_is_said_in_both_languages(time: Elapsed, english: str, nominative: str, genitive: str) -> None:
    assert show_elapsed(time, EN) == english
    assert show_elapsed(time, EN, "genitive") == english
    assert show_elapsed(time, AR) == nominative
    assert show_elapsed(time, AR, "genitive") == genitive


@pytest.mark.parametrize(
    ("time", "english", "arabic"),
    [
        (Elapsed(2, 9, 20), "2 years, 9 months and 20 days ago", "قبل سنتين و9 أشهر و20 يومًا"),
        (Elapsed(0, 0, 3, is_ahead=True), "in 3 days", "بعد 3 أيام"),
        (Elapsed(2, 10, precision="month"), "about 2 years and 10 months ago", "قبل حوالي سنتين و10 أشهر"),
        (Elapsed(), "today", "اليوم"),
        (Elapsed(precision="month"), "this month", "هذا الشهر"),
        (Elapsed(precision="year"), "this year", "هذا العام"),
    ],
)
def test_it_is_said_from_today(time: Elapsed, english: str, arabic: str) -> None:
    assert show_since(time, EN) == english
    assert show_since(time, AR) == arabic


@pytest.mark.parametrize(
    ("time", "english", "arabic"),
    [
        (Elapsed(2, 9, 20), "2 years, 9 months and 20 days before", "قبل ذلك بسنتين و9 أشهر و20 يومًا"),
        (Elapsed(0, 9), "9 months before", "قبل ذلك بـ9 أشهر"),
        (Elapsed(0, 0, 3, is_ahead=True), "3 days later", "بعد ذلك بـ3 أيام"),
        (Elapsed(0, 0, 1, is_ahead=True), "1 day later", "بعد ذلك بيوم واحد"),
        (Elapsed(1, precision="year"), "about 1 year before", "قبل ذلك بحوالي سنة واحدة"),
        (Elapsed(), "the same day", "في اليوم نفسه"),
        (Elapsed(precision="month"), "the same month", "في الشهر نفسه"),
    ],
)
def test_it_is_said_from_another_day(time: Elapsed, english: str, arabic: str) -> None:
    assert show_before(time, EN) == english
    assert show_before(time, AR) == arabic


@given(DAYS, DAYS, st.sampled_from([EN, AR]), st.sampled_from(["nominative", "genitive"]))
@settings(deadline=None, max_examples=300)
def test_what_is_said_is_read_again(one: date, other: date, phrases: object, case: str) -> None:
    from prompts import Phrases  # noqa: PLC0415 - for the type alone

    assert isinstance(phrases, Phrases)
    time = elapsed(one, other)
    said = show_elapsed(time, phrases, "genitive" if case == "genitive" else "nominative")
    parts = {unit: count for count, unit in ((time.years, "year"), (time.months, "month"), (time.days, "day")) if count}
    told = {
        unit: amount for found in find_durations(said) for amount, unit in ((found.amount, found.unit), *found.rest)
    }
    assert told == parts


@pytest.mark.parametrize(
    ("since", "until", "precision", "parts"),
    [
        (date(2022, 9, 1), date(2025, 7, 1), "month", (2, 10)),
        (date(2022, 9, 30), date(2025, 9, 1), "month", (3, 0)),
        (date(2025, 9, 30), date(2025, 7, 31), "month", (0, 2)),
        (date(2022, 12, 31), date(2025, 1, 1), "year", (3, 0)),
    ],
)
def test_what_is_known_to_the_month_or_the_year_gives_no_days(
    since: date, until: date, precision: str, parts: tuple[int, int]
) -> None:
    time = elapsed(since, until, "month" if precision == "month" else "year")
    assert (time.years, time.months, time.days, time.precision) == (*parts, 0, precision)


@pytest.mark.parametrize(
    ("instant", "zone", "day"),
    [
        ("2025-07-01T22:30+00:00", "Europe/Moscow", date(2025, 7, 2)),
        ("2025-07-01T22:30+00:00", "Europe/London", date(2025, 7, 1)),
        ("2025-07-01T22:30+00:00", "Europe/Paris", date(2025, 7, 2)),
        # The same hour in winter is the day before.
        ("2025-12-01T22:30+00:00", "Europe/Paris", date(2025, 12, 1)),
        # The hour that summer time skips, and the one that it repeats.
        ("2025-03-30T01:30+01:00", "Europe/Paris", date(2025, 3, 30)),
        ("2025-10-26T23:30+01:00", "Europe/Paris", date(2025, 10, 26)),
        ("2025-07-01T02:30+03:00", "America/New_York", date(2025, 6, 30)),
        ("2025-07-01T12:00+00:00", "Pacific/Kiritimati", date(2025, 7, 2)),
    ],
)
def test_today_is_that_of_the_time_zone(instant: str, zone: str, day: date) -> None:
    assert today(lambda: datetime.fromisoformat(instant), ZoneInfo(zone)) == day


def test_a_clock_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="must tell its time zone"):
        today(lambda: datetime(2025, 7, 1), UTC)  # noqa: DTZ001 - what is refused
