"""Words that are the same in one language and across both, and figures however they are written."""

from __future__ import annotations

import pytest

from bot.answer.briefing.wording import Weights, read_wording, word_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sanctions", "sanction"),
        ("العقوبات", "والعقوبات"),
        ("sanctions", "عقوبات"),
        ("prisoners", "الأسرى"),
        ("Gradov", "غرادوف"),
        ("2025", "٢٠٢٥"),
        ("900,000", "900000"),
    ],
)
def test_words_that_are_the_same(one: str, other: str) -> None:
    assert read_wording(one).every & read_wording(other).every


@pytest.mark.parametrize(("one", "other"), [("wheat", "عقوبات"), ("12", "21"), ("Gradov", "غنيمي"), ("gas", "grain")])
def test_words_that_are_not(one: str, other: str) -> None:
    assert not read_wording(one).every & read_wording(other).every


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("900 ألف طن", {"900000"}),
        ("900,000 tonnes", {"900000"}),
        ("1.7 مليار دولار في 2023", {"1700000000", "2023"}),
        ("٢٥ مليون", {"25000000"}),
        ("no figure", set()),
    ],
)
def test_a_numeral_word_after_a_figure_is_part_of_it(text: str, figures: set[str]) -> None:
    assert read_wording(text).figures == figures


def test_function_words_say_nothing() -> None:
    assert read_wording("and then they were").keys == ()
    assert word_keys("wheat")


def test_shares_are_of_the_words_of_the_first() -> None:
    wordings = [read_wording(text) for text in ("wheat", "wheat and gas", "oil")]
    shares = Weights(wordings).shares(wordings, wordings)
    assert shares[0].tolist() == [1, 1, 0]
    assert 0 < shares[1, 0] < 1
    assert shares.diagonal().tolist() == [1, 1, 1]
