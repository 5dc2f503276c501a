"""Spoken Arabic and Arabic in Latin letters, as the standard language."""

from __future__ import annotations

import pytest

from index.dialect import to_standard


@pytest.mark.parametrize(
    ("spoken", "standard"),
    [
        ("إمتى كانت آخر مكالمة؟", "متى كانت آخر مكالمة؟"),
        ("شو حكى بوتين؟", "ماذا تحدث بوتين؟"),
        ("ليش اتصل", "لماذا اتصل"),
        ("متى كانت آخر مكالمة؟", "متى كانت آخر مكالمة؟"),
        ("ماذا قال Emmanuel Macron؟", "ماذا قال Emmanuel Macron؟"),
    ],
)
def test_what_is_said_otherwise_is_said_as_it_is_written(spoken: str, standard: str) -> None:
    assert to_standard(spoken) == standard


def test_arabic_in_latin_letters_becomes_arabic() -> None:
    assert to_standard("emta kanet akher mokalma?") == "متى كانت آخر مكالمة?"
    assert to_standard("leh 7arb") == "لماذا حرب"
    assert to_standard("shabaka") == "شاباكا"


def test_what_would_be_nothing_stays() -> None:
    assert to_standard("يعني") == "يعني"
    assert to_standard("؟") == "؟"
