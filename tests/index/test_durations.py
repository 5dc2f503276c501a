"""Durations in a text, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.durations import find_durations

Told = list[tuple[str, float, str, str]]


def told(text: str) -> Told:
    return [(text[one.start : one.end], one.amount, one.unit, one.bound) for one in find_durations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in about 3 years.", [("about 3 years", 3, "year", "about")]),
        ("بعد حوالي 3 سنوات", [("حوالي 3 سنوات", 3, "year", "about")]),
        ("بعد حَوالَي ٣ سَنوات", [("حَوالَي ٣ سَنوات", 3, "year", "about")]),
        ("حوالـــي ثـلاث سنوات", [("حوالـــي ثـلاث سنوات", 3, "year", "about")]),
        ("بعد ثلاثة أعوام", [("ثلاثة أعوام", 3, "year", "exact")]),
        ("منذ أكثر من 3 سنوات", [("أكثر من 3 سنوات", 3, "year", "more")]),
        ("لأكثر من ساعتين", [("أكثر من ساعتين", 2, "hour", "more")]),
        ("شهرين", [("شهرين", 2, "month", "exact")]),
        ("خلال العامين الماضيين", [("العامين", 2, "year", "exact")]),
        ("السنوات الثلاث الماضية", [("السنوات الثلاث", 3, "year", "exact")]),
        ("السنوات الـ3", [("السنوات الـ3", 3, "year", "exact")]),
        ("يوم واحد", [("يوم واحد", 1, "day", "exact")]),
        ("11 يومًا", [("11 يومًا", 11, "day", "exact")]),
        ("خمسة عشر يوما", [("خمسة عشر يوما", 15, "day", "exact")]),
        ("خمس وعشرين سنة", [("خمس وعشرين سنة", 25, "year", "exact")]),
        ("twenty-five years", [("twenty-five years", 25, "year", "exact")]),
        ("one hundred and five years", [("one hundred and five years", 105, "year", "exact")]),
        ("3,000 years", [("3,000 years", 3000, "year", "exact")]),
        ("2.5 hours", [("2.5 hours", 2.5, "hour", "exact")]),
        ("٢٫٥ ساعة", [("٢٫٥ ساعة", 2.5, "hour", "exact")]),
        ("the 2-hour call", [("2-hour", 2, "hour", "exact")]),
        ("half an hour", [("half an hour", 30, "minute", "exact")]),
        ("نصف ساعة", [("نصف ساعة", 30, "minute", "exact")]),
        ("an hour and a half", [("an hour and a half", 1.5, "hour", "exact")]),
        ("ساعة ونصف", [("ساعة ونصف", 1.5, "hour", "exact")]),
        ("two and a half years", [("two and a half years", 2.5, "year", "exact")]),
        ("سنتين ونصف", [("سنتين ونصف", 2.5, "year", "exact")]),
        ("at least 3 years", [("at least 3 years", 3, "year", "least")]),
        ("ما لا يقل عن 3 سنوات", [("ما لا يقل عن 3 سنوات", 3, "year", "least")]),
        ("3 سنوات على الأقل", [("3 سنوات على الأقل", 3, "year", "least")]),
        ("no more than 3 years", [("no more than 3 years", 3, "year", "most")]),
        ("لا يزيد على 3 سنوات", [("لا يزيد على 3 سنوات", 3, "year", "most")]),
        ("ما يزيد عن 3 سنوات", [("ما يزيد عن 3 سنوات", 3, "year", "more")]),
        ("less than two weeks", [("less than two weeks", 2, "week", "less")]),
        ("أقل من أسبوعين", [("أقل من أسبوعين", 2, "week", "less")]),
        ("3 سنوات تقريبًا", [("3 سنوات تقريبًا", 3, "year", "about")]),
        ("3 years, 2 days", [("3 years", 3, "year", "exact"), ("2 days", 2, "day", "exact")]),
        # Decades, centuries and fortnights are told in years and weeks.
        ("a decade", [("a decade", 10, "year", "exact")]),
        ("nearly two decades", [("nearly two decades", 20, "year", "about")]),
        ("half a decade", [("half a decade", 5, "year", "exact")]),
        ("a quarter of a century", [("a quarter of a century", 25, "year", "exact")]),
        ("a fortnight", [("a fortnight", 2, "week", "exact")]),
        ("منذ عقدين", [("عقدين", 20, "year", "exact")]),
        ("منذ أكثر من عقد", [("أكثر من عقد", 10, "year", "more")]),
        ("ثلاثة عقود من الزمن", [("ثلاثة عقود", 30, "year", "exact")]),
        ("نصف قرن", [("نصف قرن", 50, "year", "exact")]),
        ("ربع قرن", [("ربع قرن", 25, "year", "exact")]),
        # Parts of a unit.
        ("half a year", [("half a year", 6, "month", "exact")]),
        ("two-and-a-half-hour", [("two-and-a-half-hour", 2.5, "hour", "exact")]),
        ("1½ hours", [("1½ hours", 1.5, "hour", "exact")]),
        ("5 1⁄2 months", [("5 1⁄2 months", 5.5, "month", "exact")]),
        ("ساعة ونصف الساعة", [("ساعة ونصف الساعة", 1.5, "hour", "exact")]),
        ("ثلاث سنوات ونصف", [("ثلاث سنوات ونصف", 3.5, "year", "exact")]),
        ("سنتين ونصف السنة", [("سنتين ونصف السنة", 2.5, "year", "exact")]),
        ("ساعة إلا ربعًا", [("ساعة إلا ربعًا", 45, "minute", "exact")]),
        ("ربع ساعة", [("ربع ساعة", 15, "minute", "exact")]),
        ("ثلث ساعة", [("ثلث ساعة", 20, "minute", "exact")]),
        ("ثلاثة أرباع الساعة", [("ثلاثة أرباع الساعة", 45, "minute", "exact")]),
        ("three quarters of an hour", [("three quarters of an hour", 45, "minute", "exact")]),
        # A number in the accusative.
        ("استمرت المكالمة خمسًا وأربعين دقيقة", [("خمسًا وأربعين دقيقة", 45, "minute", "exact")]),
        ("واحدًا وعشرين يومًا", [("واحدًا وعشرين يومًا", 21, "day", "exact")]),
        # A unit alone, where what stands around it says that it is a measure.
        ("A year later they met.", [("A year", 1, "year", "exact")]),
        ("They met after a week.", [("a week", 1, "week", "exact")]),
        ("a month before the summit", [("a month", 1, "month", "exact")]),
        ("التقيا بعد عام من الحرب", [("عام", 1, "year", "exact")]),
        ("منذ شهر", [("شهر", 1, "month", "exact")]),
        ("over the past three years", [("three years", 3, "year", "exact")]),
        ("spread over three years", [("three years", 3, "year", "exact")]),
        ("The talks took over three hours.", [("over three hours", 3, "hour", "more")]),
        # A unit alone, where something says that it is a measure.
        ("more than a year", [("more than a year", 1, "year", "more")]),
        ("The call lasted an hour.", [("an hour", 1, "hour", "exact")]),
        ("أكثر من عام", [("أكثر من عام", 1, "year", "more")]),
        ("استمر اللقاء نحو ساعة", [("نحو ساعة", 1, "hour", "about")]),
        ("لمدة ساعة", [("ساعة", 1, "hour", "exact")]),
        # Bounds.
        ("more than two hours", [("more than two hours", 2, "hour", "more")]),
        ("no fewer than 10 days", [("no fewer than 10 days", 10, "day", "least")]),
        ("up to 30 days", [("up to 30 days", 30, "day", "most")]),
        ("three years or more", [("three years or more", 3, "year", "least")]),
        ("ما يقرب من ثلاث سنوات", [("ما يقرب من ثلاث سنوات", 3, "year", "about")]),
        ("تأخيرًا يزيد على ستة أشهر", [("يزيد على ستة أشهر", 6, "month", "more")]),
        ("مدة لا تتجاوز ثلاثين يومًا", [("لا تتجاوز ثلاثين يومًا", 30, "day", "most")]),
        ("ألا تقل مدتها عن 3 سنوات", [("3 سنوات", 3, "year", "least")]),
        # Larger numbers, duals in the genitive and the nominative, and marks that belong to the last letter.
        ("two hundred days", [("two hundred days", 200, "day", "exact")]),
        ("مئتي يوم", [("مئتي يوم", 200, "day", "exact")]),
        ("ألف عام", [("ألف عام", 1000, "year", "exact")]),
        ("3 million years", [("3 million years", 3_000_000, "year", "exact")]),
        ("سنتان", [("سنتان", 2, "year", "exact")]),
        ("11 يوماً", [("11 يوماً", 11, "day", "exact")]),
        ("3 years later and 4 years ago", [("3 years", 3, "year", "exact"), ("4 years", 4, "year", "exact")]),
    ],
)
def test_durations_that_are_found(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "amount", "rest"),
    [
        ("2 hours and 10 minutes", (2, "hour"), ((10, "minute"),)),
        ("20 minutes 30 seconds", (20, "minute"), ((30, "second"),)),
        ("ساعتين و10 دقائق", (2, "hour"), ((10, "minute"),)),
        ("3 سنوات و4 أشهر و5 أيام", (3, "year"), ((4, "month"), (5, "day"))),
        ("ثلاث ساعات وخمس وعشرين دقيقة", (3, "hour"), ((25, "minute"),)),
        ("an hour and ten minutes", (1, "hour"), ((10, "minute"),)),
        ("ساعة و15 دقيقة", (1, "hour"), ((15, "minute"),)),
        ("سنة وشهرين", (1, "year"), ((2, "month"),)),
        ("an hour and a quarter", (1, "hour"), ((15, "minute"),)),
        ("ساعة وربع الساعة", (1, "hour"), ((15, "minute"),)),
        ("ساعتين إلا ربعًا", (1, "hour"), ((45, "minute"),)),
    ],
)
def test_the_parts_of_one_duration_are_joined(
    text: str, amount: tuple[float, str], rest: tuple[tuple[float, str], ...]
) -> None:
    (found,) = find_durations(text)
    assert (found.start, found.end) == (0, len(text))
    assert ((found.amount, found.unit), found.rest) == (amount, rest)


@pytest.mark.parametrize(
    "text",
    [
        "500 dollars a day", "once a year", "منذ يوم أمس", "قبل شهر رمضان", "قبل عام 2022", "خلال شهر مارس",
        "", "a year", "many years", "سنوات طويلة", "عامًا", "yesterday", "2022",
        # A range is no single duration.
        "2-3 years", "two to five years", "between two and three years", "between 3 years and 5 years", "1-2 سنة",
        "سنتين أو ثلاث سنوات", "بين سنتين وثلاث سنوات", "من 3 إلى 5 سنوات",
        # Nor is an age, an hour of the day, or the year of a date.
        "73-year-old", "73 years old", "aged 73 years", "عمره 73 عاما", "at 22:10 hours", "11 سبتمبر 2022 يوم الأحد",
        "of the year and two", "ساعة أو ساعتين", "حوالي عام 2022", "نحو شهر مارس", "حوالي الساعة الثالثة", "كل عام تقريبا",
        # A decade and a contract, a century and which one.
        "وقع عقدين مع الشركة", "ثلاثة عقود بناء", "عقد الرئيس اجتماعا", "خلال القرنين السادس عشر والسابع عشر",
    ],
)  # fmt: skip
def test_what_is_no_duration(text: str) -> None:
    assert find_durations(text) == []


@pytest.mark.parametrize(
    ("text", "found", "amount", "upto", "bound"),
    [
        ("three to five years", "three to five years", (3, "year"), (5, "year"), "exact"),
        ("from 3 to 5 years", "3 to 5 years", (3, "year"), (5, "year"), "exact"),
        ("2-3 years", "2-3 years", (2, "year"), (3, "year"), "exact"),
        ("about two to three years", "about two to three years", (2, "year"), (3, "year"), "about"),
        ("18 months to two years", "18 months to two years", (18, "month"), (2, "year"), "exact"),
        ("between 3 years and 5 years", "between 3 years and 5 years", (3, "year"), (5, "year"), "exact"),
        ("من 3 إلى 5 سنوات", "3 إلى 5 سنوات", (3, "year"), (5, "year"), "exact"),
        ("بين سنتين وثلاث سنوات", "بين سنتين وثلاث سنوات", (2, "year"), (3, "year"), "exact"),
        ("سنتين أو ثلاث سنوات", "سنتين أو ثلاث سنوات", (2, "year"), (3, "year"), "exact"),
        ("ساعة أو ساعتين", "ساعة أو ساعتين", (1, "hour"), (2, "hour"), "exact"),
    ],
)
def test_ranges_are_told_where_they_are_asked_for(
    text: str, found: str, amount: tuple[float, str], upto: tuple[float, str], bound: str
) -> None:
    (one,) = find_durations(text, ranges=True)
    assert text[one.start : one.end] == found
    assert ((one.amount, one.unit), one.upto, one.bound) == (amount, upto, bound)
    assert find_durations(text) == []


def test_asking_for_ranges_changes_nothing_else() -> None:
    for text in (
        "about 3 years",
        "ساعتين و10 دقائق",
        "73-year-old",
        "3 years later and 4 years ago",
        "aged 3 to 5 years",
    ):
        assert [one for one in find_durations(text, ranges=True) if one.upto is None] == find_durations(text)


@given(
    st.lists(
        st.sampled_from(
            ["3", "٣", "two", "hundred", "خمس", "وعشرين", "years", "سنوات", "ساعتين", "و", "and", "a half", "ونصف", "-", " ",
             " ", " ", "about", "حوالي", "أكثر من", "إلى", "to", ",", "،", "old", "\u200f", "ـ", "َ", "2022", "\n", "نصف", "ساعة",
             "عقدين", "منذ", "إلا ربعا", "a decade", "between", "بين", "half", "مليون", "½"]
        ),
        max_size=14,
    )
)  # fmt: skip
@settings(deadline=None, max_examples=300)
def test_offsets_of_durations_stand_in_the_text_in_order(parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for found in find_durations(text, ranges=True):
        assert end <= found.start < found.end <= len(text)
        assert found.amount > 0
        assert not text[found.start].isspace()
        assert not text[found.end - 1].isspace()
        end = found.end
