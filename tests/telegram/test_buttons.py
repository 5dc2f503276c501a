"""What a press says."""

from __future__ import annotations

import pytest

from bot.telegram.buttons import Pin, ShowContext, Translate, answer_buttons, pressed
from tests.telegram.answers import ENGLISH, answer_of, cite


@pytest.mark.parametrize(
    ("data", "press"),
    [
        ("context:12:3", ShowContext(12, 3)),
        ("answer:12:ar", Translate(12, "ar")),
        ("answer:12:en", Translate(12, "en")),
        ("pin:ar", Pin("ar")),
        ("pin:auto", Pin(None)),
        ("context:12:0", None),
        ("context:12:10", None),
        ("context:-1:1", None),
        ("context:1234567890123456789:1", None),
        ("context:١:1", None),
        ("answer:12:fr", None),
        ("answer:12:ar ", None),
        ("pin:", None),
        ("", None),
        (None, None),
    ],
)
def test_data_says_what_was_pressed_or_nothing(data: str | None, press: object) -> None:
    assert pressed(data) == press


def test_every_button_says_what_it_was_made_for_within_64_bytes() -> None:
    answer = answer_of("x y", [cite(ENGLISH, "The leaders")] * 7, status="related")

    data = [button.callback_data for row in answer_buttons(10**18 - 1, answer).inline_keyboard for button in row]

    assert all(isinstance(one, str) and len(one.encode()) <= 64 for one in data)
    assert [pressed(str(one)) for one in data] == [
        ShowContext(10**18 - 1, 1),
        Translate(10**18 - 1, "ar"),
        *(ShowContext(10**18 - 1, number) for number in range(2, 6)),
    ]


def test_an_answer_without_passages_has_only_the_other_language() -> None:
    answer = answer_of("x y", [], status="not_found", language="ar")

    assert [[button.text for button in row] for row in answer_buttons(1, answer).inline_keyboard] == [["English"]]
