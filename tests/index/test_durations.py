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
        "", "a year", "many years", "سنوات طويلة", "عامًا", "yesterday", "2022",
        # A range is no single duration.
        "2-3 years", "two to five years", "between two and three years", "between 3 years and 5 years", "1-2 سنة",
        "سنتين أو ثلاث سنوات", "بين سنتين وثلاث سنوات", "من 3 إلى 5 سنوات",
        # Nor is an age, an hour of the day, or the year of a date.
        "73-year-old", "73 years old", "aged 73 years", "عمره 73 عاما", "at 22:10 hours", "11 سبتمبر 2022 يوم الأحد",
    ],
)  # fmt: skip
def test_what_is_no_duration(text: str) -> None:
    assert find_durations(text) == []


@given(
    st.lists(
        st.sampled_from(
            ["3", "٣", "two", "hundred", "خمس", "وعشرين", "years", "سنوات", "ساعتين", "و", "and", "a half", "ونصف", "-", " ",
             " ", " ", "about", "حوالي", "أكثر من", "إلى", "to", ",", "،", "old", "\u200f", "ـ", "َ", "2022", "\n", "نصف", "ساعة"]
        ),
        max_size=14,
    )
)  # fmt: skip
@settings(deadline=None, max_examples=300)
def test_offsets_of_durations_stand_in_the_text_in_order(parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for found in find_durations(text):
        assert end <= found.start < found.end <= len(text)
        assert found.amount > 0
        assert not text[found.start].isspace()
        assert not text[found.end - 1].isspace()
        end = found.end
