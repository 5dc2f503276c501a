"""Dates in a text: in figures and with month names, in both languages and both digit sets."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from index.dates import FoundDate, find_dates, read_byline

ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

Told = list[tuple[str, int, int | None, int | None]]


def told(text: str) -> Told:
    return [(text[one.start : one.end], one.year, one.month, one.day) for one in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 11 September 2022.", [("11 September 2022", 2022, 9, 11)]),
        ("September 11, 2022", [("September 11, 2022", 2022, 9, 11)]),
        ("Sept. 11, 2022", [("Sept. 11, 2022", 2022, 9, 11)]),
        ("the 11th of September, 2022", [("11th of September, 2022", 2022, 9, 11)]),
        ("11 SEPTEMBER 2022", [("11 SEPTEMBER 2022", 2022, 9, 11)]),
        ("11\nSeptember\n2022", [("11\nSeptember\n2022", 2022, 9, 11)]),
        ("2022-09-11T10:00Z", [("2022-09-11", 2022, 9, 11)]),
        ("11/9/2022", [("11/9/2022", 2022, 9, 11)]),
        ("01.07.2025 22:10", [("01.07.2025", 2025, 7, 1)]),
        ("في 11 سبتمبر 2022.", [("11 سبتمبر 2022", 2022, 9, 11)]),
        ("في ١١ سبتمبر ٢٠٢٢", [("١١ سبتمبر ٢٠٢٢", 2022, 9, 11)]),
        ("۱۱ سبتمبر ۲۰۲۲", [("۱۱ سبتمبر ۲۰۲۲", 2022, 9, 11)]),
        ("١١/٩/٢٠٢٢", [("١١/٩/٢٠٢٢", 2022, 9, 11)]),
        ("٢٠٢٢/٩/١١", [("٢٠٢٢/٩/١١", 2022, 9, 11)]),
        ("11 أيلول 2022", [("11 أيلول 2022", 2022, 9, 11)]),
        ("11 شتنبر 2022", [("11 شتنبر 2022", 2022, 9, 11)]),
        ("11 أيلول/سبتمبر 2022", [("11 أيلول/سبتمبر 2022", 2022, 9, 11)]),
        ("11 أيلول (سبتمبر) 2022", [("11 أيلول (سبتمبر) 2022", 2022, 9, 11)]),
        ("11 كانون  الثاني 2022", [("11 كانون  الثاني 2022", 2022, 1, 11)]),
        ("11 سبتمبر، 2022", [("11 سبتمبر، 2022", 2022, 9, 11)]),
        ("11 من سبتمبر عام 2022", [("11 من سبتمبر عام 2022", 2022, 9, 11)]),
        ("11سبتمبر 2022", [("11سبتمبر 2022", 2022, 9, 11)]),
        ("١١ سِبْتَمْبَر ٢٠٢٢", [("١١ سِبْتَمْبَر ٢٠٢٢", 2022, 9, 11)]),
        ("11 سبتـــمبر 2022م", [("11 سبتـــمبر 2022", 2022, 9, 11)]),
        ("وفي سبتمبر من عام 2022", [("سبتمبر من عام 2022", 2022, 9, None)]),
        ("بسبتمبر 2022", [("سبتمبر 2022", 2022, 9, None)]),
        ("September of 2022", [("September of 2022", 2022, 9, None)]),
        ("عام 2022م", [("2022", 2022, None, None)]),
        ("in 2022, he", [("2022", 2022, None, None)]),
        ("2014-2022", [("2014", 2014, None, None), ("2022", 2022, None, None)]),
        ("٢٠١٤–٢٠٢٢", [("٢٠١٤", 2014, None, None), ("٢٠٢٢", 2022, None, None)]),
        (
            "11 September 2022 and 1 July 2025",
            [("11 September 2022", 2022, 9, 11), ("1 July 2025", 2025, 7, 1)],
        ),
        ("في 11 سبتمبر 2022 يوم الأحد", [("11 سبتمبر 2022", 2022, 9, 11)]),
        # Of several days only the month is told.
        ("11-13 September 2022", [("September 2022", 2022, 9, None)]),
        ("11 و12 سبتمبر 2022", [("سبتمبر 2022", 2022, 9, None)]),
        ("من 11 إلى 13 سبتمبر 2022", [("سبتمبر 2022", 2022, 9, None)]),
        ("May 3-5, 2024", [("May 3-5, 2024", 2024, 5, None)]),
        ("3 through 5 May 2024", [("May 2024", 2024, 5, None)]),
        # Of several months only the year.
        ("March-May 2024", [("2024", 2024, None, None)]),
        # In words, and in the Hijri calendar.
        ("في الحادي عشر من أيلول/سبتمبر 2022", [("الحادي عشر من أيلول/سبتمبر 2022", 2022, 9, 11)]),
        ("the eleventh of September 2022", [("eleventh of September 2022", 2022, 9, 11)]),
        ("September the 11th, 2022", [("September the 11th, 2022", 2022, 9, 11)]),
        ("19 شوال 1446هـ", [("19 شوال 1446هـ", 2025, 4, 17)]),
        ("17 أبريل 2025 (19 شوال 1446هـ)", [("17 أبريل 2025", 2025, 4, 17)]),
        ("12:30 11 September 2022", [("11 September 2022", 2022, 9, 11)]),
    ],
)
def test_dates_that_are_found(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31 September 2022",
        "29 February 2023",
        "٣١ سبتمبر ٢٠٢٢",
        "9/25/2022",
        "2000 soldiers",
        "$2000",
        "2000%",
        "٢٠٠٠ جندي",
        "2000 كيلومتر",
        "2000 منزل",
        "for 2000 houses",
        "رمضان 1446هـ",
        "1404 هـ.ش",
        "30 رمضان 1446هـ",
        "2022 يوما",
        "192.168.2022.1",
        "2022-2023-44",
        "12022 and 20221",
        "the 1990s",
        "2,022",
        "He may come. آب لا",
        "11 سبتمبر",
        "22:10",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_the_first_day_that_a_date_can_mean() -> None:
    assert FoundDate(0, 4, 2022).first_day == date(2022, 1, 1)
    assert FoundDate(0, 4, 2022, 9).first_day == date(2022, 9, 1)
    assert FoundDate(0, 4, 2022, 9, 11).first_day == date(2022, 9, 11)


@given(
    day=st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    written=st.sampled_from(
        [
            ("en_GB", "d MMMM y"), ("en_GB", "d MMM y"), ("en_US", "MMMM d, y"), ("en_US", "MMM d, y"), ("en_GB", "dd/MM/y"),
            ("ar_EG", "d MMMM y"), ("ar_LB", "d MMMM y"), ("ar_IQ", "d MMMM y"), ("ar_MA", "d MMMM y"), ("ar_DZ", "d MMMM، y"),
            ("ar_TN", "d MMMM y"), ("ar_EG", "d/M/y"), ("en_GB", "y-MM-dd"), ("ar_EG", "dd.MM.y"),
        ]
    ),
    arabic_digits=st.booleans(),
    around=st.sampled_from([("", ""), ("on ", "."), ("في ", "، قبل"), ("«", "»"), ("\u2067", "\u2069"), ("(", ")")]),
)  # fmt: skip
@settings(deadline=None, max_examples=300)
def test_a_date_is_found_however_it_is_written(
    day: date, written: tuple[str, str], arabic_digits: bool, around: tuple[str, str]
) -> None:
    locale, pattern = written
    shown = format_date(day, pattern, locale=locale)
    if arabic_digits:
        shown = shown.translate(ARABIC_INDIC)
    before, after = around
    assert find_dates(before + shown + after) == [
        FoundDate(len(before), len(before) + len(shown), day.year, day.month, day.day)
    ]


@given(st.text(alphabet=st.sampled_from("0123456789٠٢٩/.-–:, \nسبتمرعاميوplusMayJn،و\u200f")))
@settings(deadline=None, max_examples=300)
def test_offsets_of_dates_stand_in_the_text_in_order(text: str) -> None:
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        assert found.first_day.year == found.year
        assert any(character.isdecimal() for character in text[found.start : found.end])
        end = found.end


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("01.07.2025 22:10", datetime(2025, 7, 1, 22, 10)),  # noqa: DTZ001 - printed without a time zone
        ("٠١.٠٧.٢٠٢٥ ٢٢:١٠", datetime(2025, 7, 1, 22, 10)),  # noqa: DTZ001
        ("\ufeff01.07.2025", datetime(2025, 7, 1)),  # noqa: DTZ001
        ("Published: 1 July 2025 at 09:05 GMT", datetime(2025, 7, 1, 9, 5)),  # noqa: DTZ001
        ("نُشر في 1 يوليو 2025، الساعة 22:10", datetime(2025, 7, 1, 22, 10)),  # noqa: DTZ001
        ("تاريخ النشر: 2025-07-01", datetime(2025, 7, 1)),  # noqa: DTZ001
    ],
)
def test_bylines(line: str, published: datetime) -> None:
    assert read_byline(line) == published


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2025",
        "July 2025",
        "The call was on 1 July 2025",
        "كانت آخر مكالمة في 11 سبتمبر 2022",
        "1 July 2025 - 3 July 2025",
    ],
)
def test_lines_that_are_no_byline(line: str) -> None:
    assert read_byline(line) is None
