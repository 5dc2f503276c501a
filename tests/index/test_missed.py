"""Which names of a question the seed article does not mention, in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.types import Query

if TYPE_CHECKING:
    from index.library import Library
    from index.types import Language


@pytest.mark.parametrize(
    ("language", "question", "missed"),
    [
        ("en", "Did they talk about Gaza?", ("Gaza",)),
        ("en", "What did Macron tell Zelensky and Merkel in Geneva?", ("Zelensky", "Merkel", "Geneva")),
        ("en", "When did Putin and Macron last speak?", ()),
        # In other words, misspelt, and in the other script they are there.
        ("en", "Did America strike Iran, and did Makron answer the West?", ()),
        ("en", "who armed gaza", ()),
        ("ar", "هل ناقش بوتين سوريا مع الصين؟", ("سوريا", "الصين")),
        ("ar", "هل ناقش ماكرون ضربات أمريكا على إيران؟", ()),
        # What is glued to a name cannot be told from its first letter.
        ("ar", "ماذا قال بوتين ولبنان؟", ()),
    ],
)
def test_names_that_nothing_mentions(
    seed_library: Library, language: Language, question: str, missed: tuple[str, ...]
) -> None:
    assert seed_library.missed(Query(question, language)) == missed
