"""Whether a passage says that something was spoken of; in doubt neither yes nor no."""

from __future__ import annotations

import pytest

from bot.answer.polarity import polarity
from bot.answer.question import read_question


@pytest.mark.parametrize(
    ("question", "passage", "told"),
    [
        ("Did the presidents discuss arms sales?", "The presidents discussed arms sales.", "yes"),
        ("Were arms sales discussed?", "The presidents did not discuss arms sales.", "not_discussed"),
        ("Were arms sales discussed?", "Arms sales were not on the agenda.", "not_discussed"),
        ("هل تطرق الرئيسان إلى مبيعات السلاح؟", "بحث الرئيسان مبيعات السلاح.", "yes"),
        ("هل تطرق الرئيسان إلى مبيعات السلاح؟", "لم يبحث الرئيسان مبيعات السلاح.", "not_discussed"),
        # Of something else.
        ("Did the presidents discuss arms sales?", "The presidents discussed grain exports.", None),
        ("Did the presidents discuss arms sales?", "The presidents did not discuss grain exports.", None),
        # In doubt: what is denied is not that it was spoken of.
        (
            "Did the presidents discuss arms sales?",
            "The presidents discussed arms sales without reaching a deal.",
            None,
        ),
        # Told, but not that it was spoken of.
        ("Did the presidents discuss arms sales?", "Arms sales rose last year.", None),
        # A question that asks no whether.
        ("When did the presidents discuss arms sales?", "The presidents discussed arms sales.", None),
    ],
)
def test_yes_not_discussed_or_nothing(question: str, passage: str, told: str | None) -> None:
    assert polarity(read_question(question), passage) == told
