"""Offices and bodies of states, in both languages."""

from __future__ import annotations

import pytest

from index.gazetteer import Entry, find_names
from index.gazetteer.offices import find_office


def state(name: str) -> Entry:
    return find_names(name)[0].entry


@pytest.mark.parametrize(
    ("office", "of", "english", "man", "woman"),
    [
        ("الرئيس", "France", "French President", "الرئيس الفرنسي", "الرئيسة الفرنسية"),
        ("Prime Minister", "Britain", "British Prime Minister", "رئيس الوزراء البريطاني", "رئيسة الوزراء البريطانية"),
        ("وزير خارجية", "Russia", "Russian Foreign Minister", "وزير الخارجية الروسي", "وزيرة الخارجية الروسية"),
        ("وزير الخارجية", "America", "US Secretary of State", "وزير الخارجية الأمريكي", "وزيرة الخارجية الأمريكية"),
        ("Foreign Secretary", "Britain", "British Foreign Secretary", "وزير الخارجية البريطاني", "وزيرة الخارجية البريطانية"),
        ("President", "North Korea", "North Korean President", "الرئيس الكوري الشمالي", "الرئيسة الكورية الشمالية"),
        ("الخارجية", "Ukraine", "the Ukrainian Foreign Ministry", "وزارة الخارجية الأوكرانية", "وزارة الخارجية الأوكرانية"),
        ("army", "Syria", "the Syrian army", "الجيش السوري", "الجيش السوري"),
        ("government", "Georgia", "the Georgian government", "الحكومة الجورجية", "الحكومة الجورجية"),
    ],
)  # fmt: skip
def test_an_office_is_told_of_a_state(office: str, of: str, english: str, man: str, woman: str) -> None:
    known = find_office(office)
    assert known is not None
    assert known.of(state(of), "en") == english
    assert known.of(state(of), "ar") == man
    assert known.of(state(of), "ar", feminine=True) == woman


@pytest.mark.parametrize("text", ["'s Foreign Ministry", "the Ministry of Foreign Affairs of", "وزارة الخارجية"])
def test_what_is_left_without_the_state_is_the_office(text: str) -> None:
    known = find_office(text)
    assert known is not None
    assert known.english == "Foreign Ministry"


def test_what_is_not_known_is_not_told() -> None:
    assert find_office("Minister of Silly Walks") is None
    office = find_office("President")
    assert office is not None
    # CLDR knows the islands; no adjective is known.
    assert office.of(state("Åland Islands"), "en") is None
    # "الرئيس الجنوب أفريقي" is no usual word.
    assert office.of(state("South Africa"), "ar") is None
