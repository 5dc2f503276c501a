"""Direction of lines and isolation of what is foreign in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.telegram.bidi import FSI, LRM, PDI, RLM, isolate, isolate_runs, mark, without_controls

if TYPE_CHECKING:
    from index.types import Language


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("بحسب الكرملين", "ar", ""),
        ("«بحسب» الكرملين", "ar", ""),
        ("Macron قال", "ar", RLM),
        ("11 سبتمبر", "ar", RLM),
        ("١١ سبتمبر", "ar", RLM),
        ("[1] عنوان", "ar", RLM),
        (f"{FSI}Macron{PDI} قال", "ar", RLM),
        ("···", "ar", RLM),
        (f"{RLM}1", "ar", ""),
        ("", "ar", ""),
        ("  ", "ar", ""),
        ("According to", "en", ""),
        ("11 September", "en", ""),
        ("[1]", "en", ""),
        ("الكرملين said", "en", LRM),
        (f"[1] {FSI}الكرملين{PDI} · 1 July", "en", LRM),
        ("", "en", ""),
    ],
)
def test_what_stands_before_a_line(text: str, language: Language, expected: str) -> None:
    assert mark(text, language) == expected


def shown(text: str) -> str:
    return text.replace(FSI, "{").replace(PDI, "}")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("قال Emmanuel Macron إن", "ar", "قال {Emmanuel Macron} إن"),
        ("انظر /help.", "ar", "انظر {/help}."),
        ("اكتب @readout_bot ثم", "ar", "اكتب {@readout_bot} ثم"),
        ("نموذج GPT 4 هنا", "ar", "نموذج {GPT 4} هنا"),
        ("شركة (Total) و Acme (UK) معا", "ar", "شركة ({Total}) و {Acme (UK)} معا"),
        ("11 سبتمبر 2022", "ar", "11 سبتمبر 2022"),
        ("Only Latin", "ar", "{Only Latin}"),
        ("Putin (بوتين) said", "en", "Putin ({بوتين}) said"),
        ("of وكالة (أ ف ب) and", "en", "of {وكالة (أ ف ب)} and"),
        ("in 2022, no Arabic", "en", "in 2022, no Arabic"),
        (f"by {FSI}وكالة أنباء{PDI}: وكالة", "en", "by {وكالة أنباء}: {وكالة}"),
        ("", "en", ""),
    ],
)
def test_runs_of_the_other_direction_are_isolated(text: str, language: Language, expected: str) -> None:
    assert shown(isolate_runs(text, language)) == expected


def test_a_name_is_isolated_as_a_whole_or_not_at_all() -> None:
    assert shown(isolate("وكالة AFP للأنباء", "en")) == "{وكالة AFP للأنباء}"
    assert shown(isolate("وكالة AFP للأنباء", "ar")) == "{وكالة AFP للأنباء}"
    assert isolate("وكالة أنباء 24", "ar") == "وكالة أنباء 24"
    assert isolate("News 24", "en") == "News 24"


def test_controls_are_taken_out_of_what_is_not_a_quote() -> None:
    assert without_controls("a\u202eb\u2067c\u200fd\u061ce\u200cf") == "abcde\u200cf"
