"""From the order in which a line is seen to the one in which it is read: what is expected stands as it is read."""

from __future__ import annotations

import pytest

from index.reading.direction import Mirrored, kind, read_line, reads_backwards


def read(seen: str, *, from_right: bool = True, mirrored: Mirrored | None = None, after_arabic: bool = False) -> str:
    return "".join(read_line(list(seen), from_right=from_right, mirrored=mirrored, after_arabic=after_arabic))


@pytest.mark.parametrize(
    ("letters", "expected"),
    [("ب", "right"), ("ש", "right"), ("a", "left"), ("é", "left"), ("7", "figure"), ("٧", "figure")]
    + [(sign, "other") for sign in (" ", "(", "%", "٫", "-", "،", "")],
)
def test_which_way_a_letter_is_read(letters: str, expected: str) -> None:
    assert kind(letters) == expected


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        ("مالس", "سلام"),
        ("2025 ويلوي 1 يف", "في 1 يوليو 2025"),
        (".01.07.2025 يف", "في 01.07.2025."),
        ("22:10 ةعاسلا", "الساعة 22:10"),
        ("٢٠٢٤ ماع يف ١٢٫٥ غلب", "بلغ ١٢٫٥ في عام ٢٠٢٤"),
        ("%7.5 ةدايزب", "بزيادة 7.5%"),
        ("2024-2023 نيب", "بين 2023-2024"),
        (".IAEA ةلاكو", "وكالة IAEA."),
        ("Boeing 737 ةرئاط", "طائرة Boeing 737"),
        ("لاق (Emmanuel Macron) نوركام", "ماكرون )Emmanuel Macron( قال"),
        ("(Donald Trump) (Emmanuel Macron) امه", "هما )Emmanuel Macron( )Donald Trump("),
        ("2025 (Macron) يف", "في )Macron( 2025"),
    ],
)
def test_an_arabic_line_is_read_from_the_right_and_what_is_latin_in_it_from_the_left(seen: str, text: str) -> None:
    assert read(seen) == text


def test_a_number_that_no_arabic_stands_before_keeps_its_sign() -> None:
    assert read("ةدايز 7.5%") == "7.5% زيادة"
    assert read("ةدايز %7.5", after_arabic=True) == "7.5% زيادة"


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        ("The call of 11 September 2022.", "The call of 11 September 2022."),
        ("The word مالس means peace", "The word سلام means peace"),
        ("He said تاونس 3 لوأ twice", "He said أول 3 سنوات twice"),
    ],
)
def test_an_english_line_is_read_from_the_left_and_what_is_arabic_in_it_from_the_right(seen: str, text: str) -> None:
    assert read(seen, from_right=False) == text


def test_brackets_that_are_given_by_their_shape_are_turned() -> None:
    assert read("«مالسلا» :لاق", mirrored=Mirrored(right=True)) == "قال: «السلام»"
    assert read("»مالسلا« :لاق") == "قال: «السلام»"
    assert read(")125(", from_right=False, mirrored=Mirrored(left=True)) == "(125)"


def test_a_letter_keeps_its_marks() -> None:
    assert "".join(read_line(["ا", "رً", "ا", "س"], from_right=True)) == "سارًا"


def test_words_that_end_with_what_begins_words_are_told() -> None:
    assert reads_backwards("سيئرلا نأ نيلمركلا نلعأ، ةيفتاه ةملاكم ىرجأ")
    assert not reads_backwards("أعلن الكرملين أن الرئيس أجرى مكالمة هاتفية")
    assert not reads_backwards("The Kremlin said so. لا")
