"""Whether a sentence speaks of what is to come."""

from __future__ import annotations

import pytest

from index.language import fold
from index.tense import is_ahead


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("The leaders will meet on DAY.", True),
        ("The leaders met on DAY.", False),
        ("The Kremlin announced on DAY that they will meet.", False),
        ("On DAY, the leaders will meet.", True),
        ("The talks are scheduled for DAY.", True),
        ("They agreed to meet on DAY.", True),
        ("The quake struck the city on DAY, and the toll is expected to rise.", None),
        # Of the sentence before nothing is taken over.
        ("They will meet. The call was on DAY.", False),
        ("talks on DAY", None),
        ("the United States on DAY", None),
        ("سيلتقي الرئيسان DAY", True),
        ("وسيتم ذلك DAY", True),
        ("من المقرر أن يجتمعا DAY", True),
        ("يزور الملك تورنهولم DAY", True),
        ("التقى الرئيسان DAY", False),
        ("وأعلنت الرئاسة DAY أنهما سيلتقيان", False),
        # No verbs of the future, though they begin like them.
        ("سياسة روسيا DAY", None),
        ("سيرغي لافروف DAY", None),
        ("ستة جنود DAY", None),
        ("سنوات طويلة DAY", None),
        ("لا سيما DAY", None),
    ],
)
def test_what_the_words_around_a_day_tell(text: str, ahead: bool | None) -> None:
    folded = fold(text).text
    at = folded.index("day")
    assert is_ahead(folded, at, at + 3) is ahead
