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
    ],
)  # fmt: skip
def test_the_value_of_a_number(text: str, value: float) -> None:
    match = re.compile(NUMBER).fullmatch(fold(text).text)
    assert match is not None
    assert number_value(match[0]) == value


@pytest.mark.parametrize("text", ["", "often", "and", "و", "1,50", "people"])
def test_what_is_no_number(text: str) -> None:
    assert re.compile(NUMBER).fullmatch(fold(text).text) is None
