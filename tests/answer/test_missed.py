"""What is told of names that nothing in the library mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answer.answerer import Answerer
from bot.answer.compose import headline

if TYPE_CHECKING:
    from index.library import Library


@pytest.mark.parametrize(
    ("question", "missed", "told"),
    [
        (
            "Did they talk about Gaza?",
            ("Gaza",),
            "No passage mentions Gaza. No passage answers this for certain. What follows is only related:",
        ),
        (
            "Did Zelensky invite Merkel to Geneva?",
            ("Zelensky", "Merkel", "Geneva"),
            "No passage mentions Zelensky, Merkel, or Geneva. ",
        ),
        (
            "هل ناقشا الوضع في سوريا؟",
            ("سوريا",),
            "لا يرد في أي مقتطف ذكر سوريا. لا مقتطف يجيب عن هذا السؤال على وجه اليقين. وما يلي ذو صلة به فحسب:",
        ),
        ("When did Putin and Macron last speak?", (), "According to the Kremlin, "),
    ],
)
def test_it_names_what_was_looked_for(seed_library: Library, question: str, missed: tuple[str, ...], told: str) -> None:
    answer = Answerer(seed_library).answer(question)
    assert answer.searched.missed == missed
    assert headline(answer).startswith(told)
