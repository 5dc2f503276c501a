"""What is counted agrees with its number in both languages, and is known in the forms that texts have."""

from __future__ import annotations

import pytest

from prompts.nouns import find_noun


@pytest.mark.parametrize(
    ("written", "n", "english", "arabic"),
    [
        ("letters", 0, "0 letters", "0 رسالة"),
        # One and two are in the noun itself; one agrees in gender.
        ("letters", 1, "1 letter", "رسالة واحدة"),
        ("soldiers", 1, "1 soldier", "جندي واحد"),
        ("soldiers", 2, "2 soldiers", "جنديان"),
        ("letters", 2, "2 letters", "رسالتان"),
        ("hospitals", 2, "2 hospitals", "مستشفيان"),
        ("letters", 3, "3 letters", "3 رسائل"),
        ("people", 10, "10 people", "10 أشخاص"),
        # From 11 the accusative singular, with an alif only where it takes one.
        ("soldiers", 11, "11 soldiers", "11 جنديًا"),
        ("letters", 11, "11 letters", "11 رسالة"),
        ("hospitals", 99, "99 hospitals", "99 مستشفى"),
        # From 100 the genitive, and then by the last two figures.
        ("soldiers", 100, "100 soldiers", "100 جندي"),
        ("soldiers", 103, "103 soldiers", "103 جنود"),
        ("soldiers", 111, "111 soldiers", "111 جنديًا"),
        # In construct neither the nun of the dual nor the tanwin.
        ("aid workers", 2, "2 aid workers", "عاملا إغاثة"),
        ("aid workers", 23, "23 aid workers", "23 عامل إغاثة"),
        ("minesweepers", 2, "2 minesweepers", "كاسحتا ألغام"),
        # What من follows is in no construct.
        ("crew members", 2, "2 crew members", "فردان من الطاقم"),
        ("crew members", 12, "12 crew members", "12 فردًا من الطاقم"),
        # An adjective agrees.
        ("cubic metres", 2, "2 cubic metres", "متران مكعبان"),
        ("cubic metres", 40, "40 cubic metres", "40 مترًا مكعبًا"),
        ("drones", 2, "2 drones", "طائرتان مسيّرتان"),
        ("drones", 50, "50 drones", "50 طائرة مسيّرة"),
        # A foreign word stays as it is.
        ("euros", 15, "15 euros", "15 يورو"),
        ("euros", 2, "2 euros", "2 يورو"),
        ("tonnes", 2.5, "2.5 tonnes", "2.5 طن"),
    ],
)
def test_a_noun_agrees_with_its_number(written: str, n: float, english: str, arabic: str) -> None:
    found = find_noun(written)
    assert found is not None
    assert (found[0].counted(str(n), n, "en"), found[0].counted(str(n), n, "ar")) == (english, arabic)


@pytest.mark.parametrize(
    ("written", "dual"),
    [
        ("soldiers", "جنديين"),
        ("letters", "رسالتين"),
        ("minesweepers", "كاسحتي ألغام"),
        ("cubic metres", "مترين مكعبين"),
    ],
)
def test_a_dual_after_what_bounds_it_is_in_the_genitive(written: str, dual: str) -> None:
    found = find_noun(written)
    assert found is not None
    assert found[0].counted("2", 2, "ar", is_genitive=True) == dual


@pytest.mark.parametrize(
    ("written", "english", "is_whole"),
    [
        ("launchers", "launcher", True),
        # English says of what sort before the noun, Arabic after it.
        ("Barq launchers", "launcher", False),
        ("aid workers", "aid worker", True),
        ("جنديًا", "soldier", True),
        ("جنديا", "soldier", True),
        ("جنود أجانب", "soldier", False),
        ("سفن صيد", "trawler", True),
        ("سفن", "ship", True),
        ("أسرى", "prisoner", True),
        ("اسرى", "prisoner", True),
        ("PRISONERS", "prisoner", True),
    ],
)
def test_a_noun_is_known_as_texts_have_it(written: str, english: str, is_whole: bool) -> None:
    found = find_noun(written)
    assert found is not None
    assert (found[0].english[0], found[1]) == (english, is_whole)


@pytest.mark.parametrize("written", ["", "perfume", "عطور", "launching"])
def test_what_is_not_listed_is_no_noun(written: str) -> None:
    assert find_noun(written) is None
