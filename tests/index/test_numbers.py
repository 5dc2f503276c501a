"""Numbers in figures and in words."""

from __future__ import annotations

import re

import pytest

from index.language import fold
from index.numbers import NUMBER, number_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3), ("1,500", 1500), ("2.5", 2.5), ("٣٫٥", 3.5), ("١٬٥٠٠", 1500), ("three", 3), ("ten", 10), ("seventeen", 17),
        ("twenty", 20), ("twenty-five", 25), ("ninety nine", 99), ("hundred", 100), ("a hundred", 100),
        ("one hundred and five", 105), ("ثلاث", 3), ("ثلاثةَ", 3), ("ثماني", 8), ("أحد عشر", 11), ("اثني عشر", 12),
        ("خمسة عشر", 15), ("خمس عشرة", 15), ("عشرون", 20), ("خمس وعشرين", 25), ("تسعة و تسعون", 99), ("مئة", 100),
        ("مائة", 100), ("مئة وخمسة", 105), ("عَشَرَة", 10),
        ("1½", 1.5), ("½", 0.5), ("3 1⁄4", 3.25), ("1.3 billion", 1.3e9), ("two hundred", 200), ("two hundred and thirty", 230),
        ("two thousand three hundred", 2300), ("a million and a half", 1.5e6), ("one and a half million", 1.5e6),
        ("half a million", 5e5), ("two dozen", 24), ("half a dozen", 6), ("twenty-five thousand", 25000),
        ("45 ألف", 45000), ("310 ملايين", 310e6), ("مئتين", 200), ("مئتان وخمسون", 250), ("ثلاثمئة", 300), ("ثماني مئة", 800),
        ("ألف", 1000), ("ألفين", 2000), ("ألفي", 2000), ("مليونين ونصف المليون", 2.5e6), ("مليون ونصف", 1.5e6),
        ("نصف مليون", 5e5),
        ("ربع مليون", 25e4), ("ثلاثة آلاف وخمسمئة", 3500), ("خمسة عشر ألفًا", 15000), ("خمسة وعشرين ألفا وثلاثمئة", 25300),
        ("مليون ومئتي ألف", 1.2e6), ("ألف وتسعمئة واثنان وعشرون", 1922),
    ],
)  # fmt: skip
def test_the_value_of_a_number(text: str, value: float) -> None:
    match = re.compile(NUMBER).fullmatch(fold(text).text)
    assert match is not None
    assert number_value(match[0]) == value


@pytest.mark.parametrize(
    "text",
    ["", "often", "and", "و", "1,50", "people", "two three", "ثلاثة وخمسة", "آلاف", "ملايين", "thousands", "million"],
)
def test_what_is_no_number(text: str) -> None:
    assert re.compile(NUMBER).fullmatch(fold(text).text) is None
