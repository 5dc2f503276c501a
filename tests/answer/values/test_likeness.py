"""How like a word of a question is to one of a passage."""

from __future__ import annotations

import pytest

from bot.answer.values.likeness import likeness


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("prisoners", "Prisoner"),
        ("spoken", "spoken"),
        # Hamzas, marks and the article are written or not.
        ("الاسرى", "أسرى"),
        ("وقّع", "وقع"),
        ("prisoners", "أسرى"),
        ("رسالة", "letters"),
        # A name by its sounds, and with a slip.
        ("Halvanov", "هالفانوف"),
        ("دراسك", "Drask"),
        ("Halvanof", "Halvanov"),
    ],
)
def test_the_same_in_another_form_is_like(asked: str, written: str) -> None:
    assert likeness(asked, written) >= 0.7


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("prisoners", "presidents"),
        ("2022", "2023"),
        ("2022", "year"),
        ("جندي", "مدني"),
        ("soldiers", "civilians"),
        ("Halvanov", "بريزان"),
        # What begins no name is not compared by its sounds.
        ("drask", "دراسك"),
    ],
)
def test_another_word_is_not_like(asked: str, written: str) -> None:
    assert likeness(asked, written) < 0.6


def test_the_same_form_is_liker_than_another_one() -> None:
    assert likeness("prisoner", "prisoner") == 1.0
    assert likeness("prisoner", "prisoner") > likeness("prisoner", "prisoners") > likeness("prisoner", "أسير")
