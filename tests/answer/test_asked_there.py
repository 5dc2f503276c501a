"""What is asked of an event, without the words that name it."""

from __future__ import annotations

import pytest

from bot.answer.asked_there import asked_there


@pytest.mark.parametrize(
    ("text", "known", "there"),
    [
        (
            "What did Tolvaj say about the blogger in her last call with King Faris?",
            ["Tolvaj", "Faris"],
            "What did say about blogger in with ?",
        ),
        ("بم هنأت تولفاي الملك فارس في آخر اتصال بينهما؟", ["تولفاي", "فارس"], "بم هنأت في ؟"),
        ("ما الذي تقرر بشأن إنتاج النفط في اتصال يناير 2023؟", ["يناير 2023"], "ما الذي تقرر بشأن إنتاج النفط في ؟"),
        # To call for a thing is no call.
        ("What did Tolvaj call for?", ["Tolvaj"], "What did call for?"),
        ("When did Tolvaj and King Faris last speak?", ["Tolvaj", "Faris"], None),
    ],
)
def test_who_spoke_and_when_is_left_out(text: str, known: list[str], there: str | None) -> None:
    spans = [(text.index(one), text.index(one) + len(one)) for one in known]
    assert asked_there(text, spans) == there
