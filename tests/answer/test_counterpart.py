"""Where a name stands in a translation, and where nothing can tell."""

from __future__ import annotations

import pytest

from bot.answer.counterpart import known_counterpart, same_sound, sounding_counterpart
from index.gazetteer import find_names


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("ماكرون", "Macron"), ("الغنيمي", "Ghanimi"), ("النحاس", "al-Nahhas"), ("هينكان", "Hennequin"), ("كيسلر", "Kessler"),
        ("خلفان", "Khalfan"), ("بن", "bin"), ("سهى", "Suha"), ("دراسك", "Drask"), ("نشيدة", "Nashida"),
        ("رينفيلد", "Wrenfield"), ("إيمانويل", "Emmanuel"),
    ],
)  # fmt: skip
def test_one_name_sounds_alike_in_both_scripts(arabic: str, latin: str) -> None:
    assert same_sound(arabic, latin)
    assert same_sound(latin, arabic)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("دار", "Dur"), ("غورد", "Gordon"), ("كيسلر", "Kessel"), ("بريزان", "Brezanov"), ("لاسكر", "Laskin"), ("دراسك", "Drake"),
        ("رازين", "Rask"), ("نور", "Noam"), ("لوبي", "Libya"), ("غديرة", "Ghadirat"),
    ],
)  # fmt: skip
def test_near_names_do_not(arabic: str, latin: str) -> None:
    assert not same_sound(arabic, latin)


def at(name: str, translated: str, language: str) -> str | None:
    assert language in {"ar", "en"}
    span = sounding_counterpart(name, translated, "ar" if language == "ar" else "en")
    return translated[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("name", "translated", "language", "expected"),
    [
        ("بوغدان بريزان", "President Bogdan Brezan of Bresnia called.", "en", "Bogdan Brezan"),
        ("هزاع بن حمود", "with Sultan Hazza bin Humoud of Hajrain", "en", "Hazza bin Humoud"),
        ("نوالا الثالث", "King Nwala III of Nambira", "en", "Nwala III"),
        ("غورد", "Interior Minister Gord's aides", "en", "Gord"),
        ("Bandar al-Bahri", "وقال بندر البحري إن", "ar", "بندر البحري"),
        ("Kessler", "وأبلغ القادري لكيسلر", "ar", "كيسلر"),
        ("Putin", "بين بوتين وماكرون", "ar", "بوتين"),
        ("بوتين", "the call between Putin and Macron", "en", "Putin"),
    ],
)
def test_a_name_is_found_by_its_sounds(name: str, translated: str, language: str, expected: str) -> None:
    assert at(name, translated, language) == expected


@pytest.mark.parametrize(
    ("name", "translated", "language"),
    [
        # Two that sound alike: nothing tells which.
        ("غنيمي", "Ghanimi met Ghenaimi", "en"),
        # The surname is there with another given name.
        ("بوغدان بريزان", "Boris Brezan called", "en"),
        ("بريزان", "the brazen attack", "en"),
        ("غورد", "Gordon called", "en"),
        ("Ron", "قال إن الران كثير", "ar"),
        ("بريزان", "", "en"),
        ("", "Brezan", "en"),
        # Both in one script.
        ("Brezan", "Brezan", "en"),
    ],
)
def test_what_nothing_tells_is_not_found(name: str, translated: str, language: str) -> None:
    assert at(name, translated, language) is None


def test_a_known_name_is_found_in_any_of_its_spellings() -> None:
    (found,) = find_names("زابوريجيا")
    text = "the plant at Zaporozhye"
    span = known_counterpart(found, text)
    assert span is not None
    assert text[slice(*span)] == "Zaporozhye"
    assert known_counterpart(found, "the plant at Kursk") is None


def test_the_translation_tells_which_of_two_names_is_meant() -> None:
    (found,) = find_names("عمان")
    text = "talks in Amman"
    span = known_counterpart(found, text)
    assert span is not None
    assert text[slice(*span)] == "Amman"
    assert known_counterpart(found, "from Amman to Oman") is None
