"""The precise answer inside a passage, shown in the asker's language."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer.types import Value
from bot.answer.value import best_with_value, find_value, show_date
from index.durations import find_durations
from index.types import Document, Hit, Language, Passage
from prompts import load


def passage(text: str, start: int = 0) -> Passage:
    return Passage("d", 0, start, start + len(text), text, "sentence", 0)


@pytest.mark.parametrize(
    ("text", "english", "arabic"),
    [
        ("جرت في 11 سبتمبر 2022.", "11 September 2022", "11 سبتمبر 2022"),
        ("جرت في ١١ أيلول ٢٠٢٢.", "11 September 2022", "11 سبتمبر 2022"),
        ("It was in March 2020.", "March 2020", "مارس 2020"),
        ("It was in 2020.", "2020", "2020"),
        # The fullest first.
        ("In 2020, not on 1 July 2025.", "1 July 2025", "1 يوليو 2025"),
        ("In 2020 or March 2021.", "March 2021", "مارس 2021"),
    ],
)
def test_a_date_is_shown_in_both_languages(text: str, english: str, arabic: str) -> None:
    for language, shown in (("en", english), ("ar", arabic)):
        found = find_value(passage(text), "date", load(language))
        assert found is not None
        assert found.text == shown


def test_the_time_of_publication_is_the_bylines_and_no_other_date() -> None:
    byline = Passage("d", 0, 4, 20, "01.07.2025 22:10", "byline", 0)
    assert find_value(byline, "publication", load("en")) == Value("date", 4, 14, "1 July 2025", date(2025, 7, 1))
    assert find_value(byline, "date", load("en")) is None
    assert find_value(passage("The talks were on 11 September 2022."), "publication", load("en")) is None


@pytest.mark.parametrize(
    ("text", "english", "arabic"),
    [
        ("بعد حوالي 3 سنوات", "about 3 years", "حوالي 3 سنوات"),
        ("about two years", "about 2 years", "حوالي سنتين"),
        ("two years", "2 years", "سنتان"),
        ("سنة واحدة", "1 year", "سنة واحدة"),
        ("11 months", "11 months", "11 شهرًا"),
        ("102 days", "102 days", "102 يوم"),
        ("7 weeks", "7 weeks", "7 أسابيع"),
        ("1,500 days", "1,500 days", "1,500 يوم"),
        ("half an hour", "30 minutes", "30 دقيقة"),
        ("2.5 hours", "2.5 hours", "2.5 ساعة"),
        ("more than 3 years", "more than 3 years", "أكثر من 3 سنوات"),
        ("أقل من شهرين", "less than 2 months", "أقل من شهرين"),
        ("at least 3 years", "at least 3 years", "ما لا يقل عن 3 سنوات"),
        ("no more than 3 years", "at most 3 years", "ما لا يزيد على 3 سنوات"),
        ("ساعتين و10 دقائق", "2 hours and 10 minutes", "ساعتان و10 دقائق"),
        ("about 2 hours and 1 minute", "about 2 hours and 1 minute", "حوالي ساعتين ودقيقة واحدة"),
    ],
)
def test_a_duration_is_shown_in_both_languages(text: str, english: str, arabic: str) -> None:
    for language, shown in (("en", english), ("ar", arabic)):
        found = find_value(passage(text), "duration", load(language))
        assert found is not None
        assert found.text == shown


def test_a_value_stands_where_its_offsets_say() -> None:
    text = "It was on 11 September 2022."
    found = find_value(passage(text, 100), "date", load("en"))
    assert found == Value("date", 110, 127, "11 September 2022", date(2022, 9, 11))
    assert find_value(passage("بعد حوالي 3 سنوات.", 50), "duration", load("ar")) == Value(
        "duration", 54, 67, "حوالي 3 سنوات"
    )


def test_only_a_whole_date_names_a_day() -> None:
    found = find_value(passage("In March 2020."), "date", load("en"))
    assert found is not None
    assert found.day is None


def test_a_passage_without_a_value_of_the_kind_has_none() -> None:
    assert find_value(passage("It took 3 years."), "date", load("en")) is None
    assert find_value(passage("It was in 2020."), "duration", load("en")) is None


def test_the_first_hit_with_a_value_gives_it() -> None:
    document = Document("d", "", "", "en")
    hits = [Hit(document, passage(text), 1.0) for text in ("None here.", "In 2020.", "In 2021.")]
    found = best_with_value(hits, "date", load("en"))
    assert found is not None
    assert (found[0], found[1].text) == (hits[1], "2020")
    assert best_with_value(hits[:1], "date", load("en")) is None


@pytest.mark.parametrize(("language", "shown"), [("en", "1 July 2025"), ("ar", "1 يوليو 2025")])
def test_showing_a_date(language: Language, shown: str) -> None:
    assert show_date(date(2025, 7, 1), language) == shown


@given(
    st.integers(1, 1999),
    st.sampled_from(["year", "month", "week", "day", "hour", "minute", "second"]),
    st.sampled_from(["exact", "about", "more", "less", "least", "most"]),
    st.sampled_from([load("en"), load("ar")]),
)
@settings(deadline=None, max_examples=300)
def test_a_duration_as_it_is_shown_is_found_again(amount: int, unit: str, bound: str, phrases: object) -> None:
    from prompts import Phrases  # noqa: PLC0415 - for the type alone

    assert isinstance(phrases, Phrases)
    written = f"{amount:,} {unit}s" if amount > 1 else f"one {unit}"
    qualified = {
        "exact": "",
        "about": "about ",
        "more": "more than ",
        "less": "less than ",
        "least": "at least ",
        "most": "at most ",
    }
    shown = find_value(passage(qualified[bound] + written), "duration", phrases)
    assert shown is not None
    (found,) = find_durations(shown.text)
    assert (found.amount, found.unit, found.bound) == (amount, unit, bound)
