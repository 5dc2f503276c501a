"""The days that a text names, in both languages and all digit sets, some of them from the day of its publication."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from babel.dates import format_date, format_interval
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from index.dates import day_comes_first, find_dates
from index.periods import FoundPeriod, find_periods

# A Wednesday.
PUBLISHED = date(2025, 7, 9)
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

Told = list[tuple[str, str, str]]


def told(text: str, anchor: date | None = None, *, day_first: bool = True) -> Told:
    """What stands in the text, the first and last day, and what they are."""
    return [_line(text, one) for one in find_periods(text, anchor, day_first=day_first)]


def _line(text: str, one: FoundPeriod) -> tuple[str, str, str]:
    days = str(one.first) if one.first == one.last else f"{one.first} {one.last}"
    return text[one.start : one.end], days, one.grain + " resolved" * one.is_resolved


@pytest.mark.parametrize(
    ("text", "found", "days", "grain"),
    [
        # Days.
        ("on 11 September 2022.", "11 September 2022", "2022-09-11", "day"),
        ("September 11, 2022", "September 11, 2022", "2022-09-11", "day"),
        ("September the 11th, 2022", "September the 11th, 2022", "2022-09-11", "day"),
        ("the eleventh of September 2022", "eleventh of September 2022", "2022-09-11", "day"),
        ("the twenty-first of May 2024", "twenty-first of May 2024", "2024-05-21", "day"),
        ("Sept. 11, 2022", "Sept. 11, 2022", "2022-09-11", "day"),
        ("2022-09-11T20:40Z", "2022-09-11", "2022-09-11", "day"),
        ("11.09.2022 20:40", "11.09.2022", "2022-09-11", "day"),
        ("11/9/2022", "11/9/2022", "2022-09-11", "day"),
        ("11 سبتمبر 2022", "11 سبتمبر 2022", "2022-09-11", "day"),
        ("11 أيلول 2022", "11 أيلول 2022", "2022-09-11", "day"),
        ("11 أيلول/سبتمبر 2022", "11 أيلول/سبتمبر 2022", "2022-09-11", "day"),
        ("11 سبتمبر - أيلول 2022", "11 سبتمبر - أيلول 2022", "2022-09-11", "day"),
        ("الحادي عشر من سبتمبر 2022", "الحادي عشر من سبتمبر 2022", "2022-09-11", "day"),
        ("في الأول من شهر تموز 2025", "الأول من شهر تموز 2025", "2025-07-01", "day"),
        ("الحادي والثلاثين من آذار/مارس عام 2024", "الحادي والثلاثين من آذار/مارس عام 2024", "2024-03-31", "day"),
        ("٢٠٢٢/٩/١١", "٢٠٢٢/٩/١١", "2022-09-11", "day"),
        ("١١/٩/٢٠٢٢", "١١/٩/٢٠٢٢", "2022-09-11", "day"),
        ("۱۱ سبتمبر ۲۰۲۲", "۱۱ سبتمبر ۲۰۲۲", "2022-09-11", "day"),
        ("يوم الخميس 17 أبريل 2025", "17 أبريل 2025", "2025-04-17", "day"),
        ("Tuesday (8 July 2025)", "8 July 2025", "2025-07-08", "day"),
        ("today, 21 September 2024, with", "21 September 2024", "2024-09-21", "day"),
        ("الثلاثاء الموافق 8 يوليو 2025م", "8 يوليو 2025", "2025-07-08", "day"),
        # Ranges.
        ("from 3 to 5 May 2024", "3 to 5 May 2024", "2024-05-03 2024-05-05", "day"),
        ("3–5 May 2024", "3–5 May 2024", "2024-05-03 2024-05-05", "day"),
        ("between 3 and 5 May 2024", "3 and 5 May 2024", "2024-05-03 2024-05-05", "day"),
        ("May 3-5, 2024", "May 3-5, 2024", "2024-05-03 2024-05-05", "day"),
        ("28 April to 3 May 2024", "28 April to 3 May 2024", "2024-04-28 2024-05-03", "day"),
        ("from 28 December to 3 January 2025", "28 December to 3 January 2025", "2024-12-28 2025-01-03", "day"),
        ("1 July 2025 - 3 July 2025", "1 July 2025 - 3 July 2025", "2025-07-01 2025-07-03", "day"),
        ("01.05.2024–03.05.2024", "01.05.2024–03.05.2024", "2024-05-01 2024-05-03", "day"),
        ("بين 3 و5 مايو 2024", "3 و5 مايو 2024", "2024-05-03 2024-05-05", "day"),
        ("من 3 إلى 5 مايو 2024", "3 إلى 5 مايو 2024", "2024-05-03 2024-05-05", "day"),
        ("من ٣ حتى ٥ أيار ٢٠٢٤", "٣ حتى ٥ أيار ٢٠٢٤", "2024-05-03 2024-05-05", "day"),
        ("11 و12 سبتمبر 2022", "11 و12 سبتمبر 2022", "2022-09-11 2022-09-12", "day"),
        ("6 to\n8 May 2025", "6 to\n8 May 2025", "2025-05-06 2025-05-08", "day"),
        # Months, quarters, halves, seasons, years.
        ("September 2022", "September 2022", "2022-09-01 2022-09-30", "month"),
        ("في شباط من عام 2024", "شباط من عام 2024", "2024-02-01 2024-02-29", "month"),
        ("March-May 2024", "March-May 2024", "2024-03-01 2024-05-31", "month"),
        ("من مارس إلى مايو 2024", "مارس إلى مايو 2024", "2024-03-01 2024-05-31", "month"),
        ("the third quarter of 2024", "third quarter of 2024", "2024-07-01 2024-09-30", "quarter"),
        ("Q3 2024", "Q3 2024", "2024-07-01 2024-09-30", "quarter"),
        ("في الربع الأول من عام ٢٠٢٧", "الربع الأول من عام ٢٠٢٧", "2027-01-01 2027-03-31", "quarter"),
        ("the last quarter of 2024", "last quarter of 2024", "2024-10-01 2024-12-31", "quarter"),
        ("the first half of 2024", "first half of 2024", "2024-01-01 2024-06-30", "half"),
        ("النصف الثاني من 2024", "النصف الثاني من 2024", "2024-07-01 2024-12-31", "half"),
        ("the summer of 2024", "summer of 2024", "2024-06-01 2024-08-31", "season"),
        ("خريف عام 2024", "خريف عام 2024", "2024-09-01 2024-11-30", "season"),
        ("in 2022, he", "2022", "2022-01-01 2022-12-31", "year"),
        ("منذ عام ٢٠١٩", "٢٠١٩", "2019-01-01 2019-12-31", "year"),
        ("2014-2022", "2014-2022", "2014-01-01 2022-12-31", "year"),
        ("بين عامي 2014 و2022", "2014 و2022", "2014-01-01 2022-12-31", "year"),
        # Hijri.
        ("19 شوال 1446هـ،", "19 شوال 1446هـ", "2025-04-17", "day"),
        ("١٩ شوال ١٤٤٦ هـ", "١٩ شوال ١٤٤٦ هـ", "2025-04-17", "day"),
        ("19 Shawwal 1446 AH", "19 Shawwal 1446 AH", "2025-04-17", "day"),
        ("Ramadan 1, 1446", "Ramadan 1, 1446", "2025-03-01", "day"),
        ("15 Sha’ban 1446", "15 Sha’ban 1446", "2025-02-14", "day"),
        ("19/10/1446هـ", "19/10/1446هـ", "2025-04-17", "day"),
        ("1446/10/19 هـ", "1446/10/19 هـ", "2025-04-17", "day"),
        ("رمضان 1446هـ", "رمضان 1446هـ", "2025-03-01 2025-03-29", "month"),
        ("عام 1446 هجرية", "1446 هجرية", "2024-07-07 2025-06-25", "year"),
        ("17 أبريل 2025 (19 شوال 1446هـ)", "17 أبريل 2025", "2025-04-17", "day"),
        ("19 شوال 1446هـ الموافق 17 أبريل 2025م", "17 أبريل 2025", "2025-04-17", "day"),
        ("19 Shawwal 1446 AH, corresponding to Thursday, 17 April 2025", "17 April 2025", "2025-04-17", "day"),
    ],
)
def test_what_a_text_names_in_full(text: str, found: str, days: str, grain: str) -> None:
    assert told(text) == [(found, days, grain)]
    # Beside an anchor it is the same, and needs none.
    assert told(text, PUBLISHED) == [(found, days, grain)]


@pytest.mark.parametrize(
    ("text", "found", "days", "grain"),
    [
        # Weekdays.
        ("on Tuesday", "Tuesday", "2025-07-08", "day"),
        ("The leaders spoke on Wednesday.", "Wednesday", "2025-07-09", "day"),
        ("The leaders will meet on Tuesday.", "Tuesday", "2025-07-15", "day"),
        ("They agreed to meet again on Friday.", "Friday", "2025-07-11", "day"),
        ("On Thursday, the leaders will meet.", "Thursday", "2025-07-10", "day"),
        ("The quake struck on Friday, and the toll is expected to rise.", "Friday", "2025-07-04", "day"),
        ("last Tuesday", "last Tuesday", "2025-07-08", "day"),
        ("last Wednesday", "last Wednesday", "2025-07-02", "day"),
        ("next Tuesday", "next Tuesday", "2025-07-15", "day"),
        ("Tuesday of last week", "Tuesday of last week", "2025-07-01", "day"),
        ("from Monday to Friday", "Monday to Friday", "2025-07-07 2025-07-11", "day"),
        ("يوم الثلاثاء", "يوم الثلاثاء", "2025-07-08", "day"),
        ("أعلن الكرملين الاثنين أن", "الاثنين", "2025-07-07", "day"),
        ("سيلتقي الرئيسان يوم الثلاثاء", "يوم الثلاثاء", "2025-07-15", "day"),
        ("من المقرر أن يجتمعا الخميس", "الخميس", "2025-07-10", "day"),
        ("الثلاثاء الماضي", "الثلاثاء الماضي", "2025-07-08", "day"),
        ("الثلاثاء المقبل", "الثلاثاء المقبل", "2025-07-15", "day"),
        ("الأربعاء القادم", "الأربعاء القادم", "2025-07-16", "day"),
        ("الأحد من الأسبوع الماضي", "الأحد من الأسبوع الماضي", "2025-07-06", "day"),
        # Days beside today.
        ("today", "today", "2025-07-09", "day"),
        ("yesterday", "yesterday", "2025-07-08", "day"),
        ("tomorrow", "tomorrow", "2025-07-10", "day"),
        ("the day before yesterday", "the day before yesterday", "2025-07-07", "day"),
        ("اليوم", "اليوم", "2025-07-09", "day"),
        ("وأمس", "أمس", "2025-07-08", "day"),
        ("أول أمس", "أول أمس", "2025-07-07", "day"),
        ("أول من أمس", "أول من أمس", "2025-07-07", "day"),
        ("غدًا", "غدًا", "2025-07-10", "day"),
        ("يلتقيان غداً.", "غداً", "2025-07-10", "day"),
        ("سيلتقيان غدا", "غدا", "2025-07-10", "day"),
        ("بعد غد", "بعد غد", "2025-07-11", "day"),
        ("مساء اليوم الأربعاء", "اليوم الأربعاء", "2025-07-09", "day"),
        ("أمس الثلاثاء", "أمس الثلاثاء", "2025-07-08", "day"),
        # Dated a day off: the weekday is surer than "today".
        ("اليوم الثلاثاء", "اليوم الثلاثاء", "2025-07-08", "day"),
        # So many days, weeks, months, years.
        ("two days ago", "two days ago", "2025-07-07", "day"),
        ("a week ago", "a week ago", "2025-06-30 2025-07-06", "week"),
        ("three years ago", "three years ago", "2022-01-01 2022-12-31", "year"),
        ("They will meet in three weeks.", "in three weeks", "2025-07-28 2025-08-03", "week"),
        ("two days earlier", "two days earlier", "2025-07-07", "day"),
        ("قبل ثلاثة أيام", "قبل ثلاثة أيام", "2025-07-06", "day"),
        ("قبل يومين", "قبل يومين", "2025-07-07", "day"),
        ("وقبل نحو شهرين", "قبل نحو شهرين", "2025-05-01 2025-05-31", "month"),
        ("ستعقد القمة بعد أسبوعين", "بعد أسبوعين", "2025-07-21 2025-07-27", "week"),
        # Weeks, months, quarters, seasons, years.
        ("next week", "next week", "2025-07-14 2025-07-20", "week"),
        ("last month", "last month", "2025-06-01 2025-06-30", "month"),
        ("this year", "this year", "2025-01-01 2025-12-31", "year"),
        ("last quarter", "last quarter", "2025-04-01 2025-06-30", "quarter"),
        ("last summer", "last summer", "2024-06-01 2024-08-31", "season"),
        ("الأسبوع المقبل", "الأسبوع المقبل", "2025-07-14 2025-07-20", "week"),
        ("الشهر الماضي", "الشهر الماضي", "2025-06-01 2025-06-30", "month"),
        ("للعام الجاري", "للعام الجاري", "2025-01-01 2025-12-31", "year"),
        ("هذا العام", "هذا العام", "2025-01-01 2025-12-31", "year"),
        ("في الربيع المقبل", "الربيع المقبل", "2026-03-01 2026-05-31", "season"),
        ("الربع الأول من العام الجاري", "الربع الأول من العام الجاري", "2025-01-01 2025-03-31", "quarter"),
        # Without their year.
        ("Sept. 11", "Sept. 11", "2025-09-11", "day"),
        ("on 30 December he said", "30 December", "2024-12-30", "day"),
        ("11 سبتمبر", "11 سبتمبر", "2025-09-11", "day"),
        ("الحادي عشر من سبتمبر", "الحادي عشر من سبتمبر", "2025-09-11", "day"),
        ("11 سبتمبر الماضي", "11 سبتمبر الماضي", "2024-09-11", "day"),
        ("12 May last year", "12 May last year", "2024-05-12", "day"),
        ("Tuesday, 8 July", "8 July", "2025-07-08", "day"),
        ("3 to 5 May", "3 to 5 May", "2025-05-03 2025-05-05", "day"),
        ("in September.", "September", "2025-09-01 2025-09-30", "month"),
        ("last September", "last September", "2024-09-01 2024-09-30", "month"),
        ("في يناير الماضي", "يناير الماضي", "2025-01-01 2025-01-31", "month"),
        ("في سبتمبر من العام الماضي", "سبتمبر من العام الماضي", "2024-09-01 2024-09-30", "month"),
        ("تُطرح في أيلول", "أيلول", "2025-09-01 2025-09-30", "month"),
        ("in May", "May", "2025-05-01 2025-05-31", "month"),
    ],
)
def test_what_a_text_names_from_the_day_of_its_publication(text: str, found: str, days: str, grain: str) -> None:
    assert told(text, PUBLISHED) == [(found, days, f"{grain} resolved")]
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "", "May I ask", "he may come", "It may 5 times as well. Then", "March on Kyiv", "They march on Kyiv.",
        "Theresa May said", "a statement by May", "مارس ضغوطًا على روسيا", "ومارس بوتين ضغوطا", "حتى مارس ضغوطه",
        "قالت أيار", "آب إلى بيته", "2022 soldiers", "2000 منزل", "for 2000 houses", "+7 495 606-36-02",
        "call 555-2022-11", "192.168.2022.1", "the 1990s", "22:10", "at 20.40", "Resolution 2231", "في أمسّ الحاجة",
        "غدا الأمر صعبًا", "في اليوم التالي", "في اليوم نفسه", "في هذا اليوم الأول", "أكد الرئيسان الاثنان",
        "كلا الاثنين", "صلاة الجمعة", "every Tuesday", "on Tuesdays", "Good Friday", "the Sunday Times", "كل ثلاثاء",
        "their first call in three years", "in three years", "بعد حوالي 3 سنوات", "خلال ثلاثة أيام",
        "قبل يومين من القمة", "قبل شهر رمضان", "more than 3 years ago", "five thousand years ago", "over the last year",
        "the last week of talks", "two days later", "the following day", "رجب طيب أردوغان", "شعبان ورمضان", "1404 هـ.ش",
        "31 September 2022", "29 February 2023", "30 February", "31 شعبان 1446هـ", "9/25/2022", "September 30, 1882",
        "النصف الأول من أكتوبر", "الأسبوع الأول من أكتوبر", "the third call", "a quarter of the grain", "أمس الجمعة",
        "from May to the sea",
    ],
)  # fmt: skip
def test_what_names_no_day(text: str) -> None:
    assert told(text, PUBLISHED) == []


def test_what_leans_on_a_day_that_the_text_named_before_it() -> None:
    assert told("They met on 11 September 2022. Two days earlier he spoke.", PUBLISHED) == [
        ("11 September 2022", "2022-09-11", "day"),
        ("Two days earlier", "2022-09-09", "day resolved"),
    ]
    assert told("التقيا في 11 سبتمبر 2022، وبعد ذلك بثلاثة أيام تحدثا، وفي اليوم التالي", PUBLISHED) == [
        ("11 سبتمبر 2022", "2022-09-11", "day"),
        ("بعد ذلك بثلاثة أيام", "2022-09-14", "day resolved"),
        ("اليوم التالي", "2022-09-15", "day resolved"),
    ]


def test_two_days_that_share_a_month_are_two() -> None:
    assert told("11 و13 سبتمبر 2022") == [("11", "2022-09-11", "day"), ("13 سبتمبر 2022", "2022-09-13", "day")]
    assert told("on Monday and Tuesday", PUBLISHED) == [
        ("Monday", "2025-07-07", "day resolved"),
        ("Tuesday", "2025-07-08", "day resolved"),
    ]


def test_what_would_end_before_it_begins_is_no_range() -> None:
    assert told("5 May 2024 - 3 May 2024") == [("5 May 2024", "2024-05-05", "day"), ("3 May 2024", "2024-05-03", "day")]
    assert told("May-March 2024") == []
    assert told("May 5-3, 2024") == []
    assert told("3 May 2024 to 5 June") == [("3 May 2024 to 5 June", "2024-05-03 2024-06-05", "day")]
    assert told("28 December 2024 to 3 January") == [("28 December 2024 to 3 January", "2024-12-28 2025-01-03", "day")]


def test_days_outside_the_calendar_are_none() -> None:
    assert told("two hundred years ago, yesterday", date(100, 1, 1)) == [("yesterday", "0099-12-31", "day resolved")]
    assert told("29 February", date(9999, 1, 1)) == [("29 February", "9996-02-29", "day resolved")]


def test_a_hijri_date_is_told_as_such() -> None:
    (alone,) = find_periods("19 شوال 1446هـ")
    assert (alone.hijri, alone.is_converted) == ((1446, 10, 19), True)
    (beside,) = find_periods("مساء اليوم الثلاثاء 27 جمادى الآخرة 1445هـ الموافق 9 يناير 2024م", PUBLISHED)
    assert (beside.hijri, beside.is_converted, beside.is_resolved) == ((1445, 6, 27), False, False)
    (month,) = find_periods("Ramadan 1446")
    assert month.hijri == (1446, 9, None)
    (day,) = find_dates("19 شوال 1446هـ")
    assert (day.first_day, day.hijri, day.is_converted) == (date(2025, 4, 17), (1446, 10, 19), True)
    (both,) = find_dates("17 أبريل 2025 (19 شوال 1446هـ)")
    assert (both.hijri, both.is_converted) == ((1446, 10, 19), False)
    # A Hijri month is no Gregorian one.
    assert find_dates("رمضان 1446هـ") == []


@pytest.mark.parametrize(
    ("text", "day_first"),
    [
        ("on 9/25/2022 and 9/11/2022", False),
        ("25/9/2022", True),
        ("٢٥/٩/٢٠٢٢", True),
        ("11/9/2022", None),
        ("11/11/2022 2022-09-25", None),
        ("25/9/2022 and 9/25/2022", None),
        ("", None),
    ],
)
def test_the_order_of_a_documents_dates_in_figures(text: str, day_first: bool | None) -> None:
    assert day_comes_first(text) is day_first


def test_figures_are_read_in_the_documents_order() -> None:
    text = "on 9/25/2022, 9/11/2022 and 09.11.2022"
    assert told(text, day_first=False) == [
        ("9/25/2022", "2022-09-25", "day"),
        ("9/11/2022", "2022-09-11", "day"),
        ("09.11.2022", "2022-11-09", "day"),
    ]
    assert [(one.month, one.day) for one in find_dates(text, day_first=False)] == [(9, 25), (9, 11), (11, 9)]


def test_the_hour_of_the_anchor_does_not_matter() -> None:
    assert told("yesterday", datetime(2025, 7, 9, 23, 59)) == told("yesterday", PUBLISHED)  # noqa: DTZ001 - as printed


def test_a_date_without_its_year_is_of_the_nearest_one_unless_the_sentence_says_otherwise() -> None:
    new_year = date(2025, 1, 5)
    assert told("on 30 December", new_year)[0][1] == "2024-12-30"
    assert told("on 11 January", new_year)[0][1] == "2025-01-11"
    # Half a year off, the tense tells; where it does not, it is the year of publication.
    assert told("They met in July.", new_year)[0][1] == "2024-07-01 2024-07-31"
    assert told("They will meet in July.", new_year)[0][1] == "2025-07-01 2025-07-31"
    assert told("the talks in July", new_year)[0][1] == "2025-07-01 2025-07-31"
    assert told("29 February", date(2025, 1, 5))[0][1] == "2024-02-29"


@given(
    day=st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    written=st.sampled_from(
        [
            ("en_GB", "d MMMM y"), ("en_US", "MMMM d, y"), ("en_GB", "d MMM y"), ("en_GB", "y-MM-dd"),
            ("en_GB", "EEEE, d MMMM y"), ("en_US", "EEEE, MMMM d, y"), ("ar_EG", "d MMMM y"), ("ar_LB", "d MMMM y"),
            ("ar_MA", "d MMMM y"), ("ar_DZ", "d MMMM، y"), ("ar_IQ", "EEEE d MMMM y"), ("ar_EG", "y/M/d"),
            ("ar_EG", "EEEE، d MMMM y"), ("ar_EG", "d/M/y"),
        ]
    ),
    digits=st.sampled_from([None, ARABIC_INDIC, PERSIAN]),
    anchor=st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2050, 1, 1))),
)  # fmt: skip
@settings(deadline=None, max_examples=300)
def test_a_day_is_read_as_it_is_written(
    day: date, written: tuple[str, str], digits: dict[int, int] | None, anchor: date | None
) -> None:
    locale, pattern = written
    shown = format_date(day, pattern, locale=locale)
    whole = shown.translate(digits or {})
    without_weekday = format_date(day, pattern.removeprefix("EEEE").lstrip(",، "), locale=locale).translate(
        digits or {}
    )
    start = whole.index(without_weekday)
    assert find_periods(whole, anchor) == [FoundPeriod(start, len(whole), day, day, "day")]


@given(
    first=st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    length=st.integers(1, 400),
    locale=st.sampled_from(["en_GB", "en_US", "ar_EG"]),
    digits=st.sampled_from([None, ARABIC_INDIC, PERSIAN]),
)
@settings(deadline=None, max_examples=300)
def test_a_range_is_read_as_cldr_writes_it(
    first: date, length: int, locale: str, digits: dict[int, int] | None
) -> None:
    last = first + timedelta(days=length)
    shown = str(format_interval(first, last, "yMMMMd", locale=locale)).translate(digits or {})
    (found,) = find_periods(f"({shown})")
    assert (found.first, found.last, found.grain) == (first, last, "day")
    assert shown == f"({shown})"[found.start : found.end]


@given(
    anchor=st.dates(date(1990, 1, 1), date(2050, 12, 31)),
    distance=st.integers(-120, 120),
    written=st.sampled_from([("en_GB", "d MMMM"), ("en_US", "MMMM d"), ("ar_EG", "d MMMM"), ("ar_LB", "d MMMM")]),
    digits=st.sampled_from([None, ARABIC_INDIC]),
)
@settings(deadline=None, max_examples=300)
def test_a_day_without_its_year_is_the_nearest(
    anchor: date, distance: int, written: tuple[str, str], digits: dict[int, int] | None
) -> None:
    day = anchor + timedelta(days=distance)
    assume((day.month, day.day) != (2, 29))
    locale, pattern = written
    shown = format_date(day, pattern, locale=locale).translate(digits or {})
    assert find_periods(shown, anchor) == [FoundPeriod(0, len(shown), day, day, "day", is_resolved=True)]


@given(st.dates(date(1990, 1, 1), date(2050, 12, 31)), st.integers(0, 6), st.sampled_from(["en_GB", "ar_EG"]))
@settings(deadline=None, max_examples=200)
def test_a_weekday_lies_within_a_week_on_the_side_that_is_said(anchor: date, weekday: int, locale: str) -> None:
    name = format_date(date(2025, 7, 7) + timedelta(days=weekday), "EEEE", locale=locale)
    last, following = ("last {}", "next {}") if locale == "en_GB" else ("{} الماضي", "{} المقبل")
    for text, sides in ((name, range(-6, 1)), (last.format(name), range(-7, 0)), (following.format(name), range(1, 8))):
        (found,) = find_periods(text, anchor)
        assert found.first == found.last
        assert found.first.weekday() == weekday
        assert (found.first - anchor).days in sides


@given(
    st.lists(
        st.sampled_from(
            """3 5 11 ٢٠٢٢ 2022 1446هـ May مايو شوال أيلول to و و5 - – / ( ) , ، . Tuesday الثلاثاء الماضي last next
            week week's today اليوم أمس غدا two days ago earlier قبل بعد يومين ذلك quarter of the الربع الأول من العام Q3
            summer \u200f ـ َ""".split()  # noqa: SIM905 - reads better
        ),
        max_size=12,
    ),
    st.sampled_from([" ", "", "\n"]),
    st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31))),
)
@settings(deadline=None, max_examples=500)
def test_offsets_of_periods_stand_in_the_text_in_order(parts: list[str], space: str, anchor: date | None) -> None:
    text = space.join(parts)
    end = 0
    for found in find_periods(text, anchor):
        assert end <= found.start < found.end <= len(text)
        assert found.first <= found.last
        assert not text[found.start].isspace()
        assert not text[found.end - 1].isspace()
        assert anchor is not None or not found.is_resolved
        end = found.end
