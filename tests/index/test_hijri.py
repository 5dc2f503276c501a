"""The Hijri calendar: names of months and days in the Gregorian calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from index.hijri import hijri_days, hijri_month, hijri_month_names
from index.language import fold
from index.periods import find_periods

MONTHS = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان",
    "شوال", "ذو القعدة", "ذو الحجة",
)  # fmt: skip
ENGLISH = (
    "Muharram", "Safar", "Rabi' al-Awwal", "Rabi al-Thani", "Jumada al-Ula", "Jumada II", "Rajab", "Sha'ban", "Ramadan",
    "Shawwal", "Dhu al-Qi'dah", "Dhu’l-Hijjah",
)  # fmt: skip
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize("names", [MONTHS, ENGLISH])
def test_every_month_has_its_number(names: tuple[str, ...]) -> None:
    for number, name in enumerate(names, 1):
        match = re.fullmatch(hijri_month_names(), fold(name).text)
        assert match is not None, name
        assert hijri_month(match[0]) == number


@pytest.mark.parametrize(
    ("hijri", "days"),
    [
        # As the Saudi press printed them.
        ((1446, 9, 1), ("2025-03-01", "2025-03-01")),
        ((1446, 10, 19), ("2025-04-17", "2025-04-17")),
        ((1445, 6, 27), ("2024-01-09", "2024-01-09")),
        ((1446, 9, None), ("2025-03-01", "2025-03-29")),
        ((1446, None, None), ("2024-07-07", "2025-06-25")),
    ],
)
def test_days_in_the_gregorian_calendar(hijri: tuple[int, int | None, int | None], days: tuple[str, str]) -> None:
    assert hijri_days(*hijri) == tuple(map(date.fromisoformat, days))


@pytest.mark.parametrize("hijri", [(1342, 1, 1), (1501, 1, 1), (1446, 13, 1), (1446, 9, 30), (1446, 0, 1)])
def test_what_the_calendar_does_not_know(hijri: tuple[int, int, int]) -> None:
    assert hijri_days(*hijri) is None


@given(
    st.integers(1343, 1499),
    st.integers(1, 12),
    st.integers(1, 29),
    st.sampled_from(
        ["{day} {ar} {year}هـ", "{day} من شهر {ar} لعام {year} هـ", "{day} {en} {year} AH", "{day}/{month}/{year}هـ"]
    ),
    st.booleans(),
)
@settings(deadline=None, max_examples=300)
def test_a_hijri_date_is_read_as_it_is_written(
    year: int, month: int, day: int, written: str, arabic_digits: bool
) -> None:
    # Five months of the calendar of Umm al-Qura, the last in 1364, have 28 days.
    assume(hijri_days(year, month, day) is not None)
    shown = written.format(day=day, month=month, year=year, ar=MONTHS[month - 1], en=ENGLISH[month - 1])
    (found,) = find_periods(f"في {shown}،".translate(ARABIC_INDIC if arabic_digits else {}))
    expected = hijri_days(year, month, day)
    assert expected is not None
    assert (found.first, found.last) == expected
    assert (found.hijri, found.is_converted) == ((year, month, day), True)
    assert (found.start, found.end) == (3, 3 + len(shown))
    # The next day is the next in both calendars.
    following = hijri_days(year, month, day + 1)
    assert following is None or following[0] == expected[0] + timedelta(days=1)
