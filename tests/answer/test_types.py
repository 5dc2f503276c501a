"""A citation is a stretch of its document, or there is none."""

from __future__ import annotations

import pytest

from bot.answer.types import Citation
from bot.errors import NotVerbatimError
from index.types import Document

DOCUMENT = Document("d", "قال \u200fنعم.😀", "t", "ar")


def test_the_quote_is_the_text_between_the_offsets() -> None:
    assert Citation(DOCUMENT, 4, 9, 1.0).quote == "\u200fنعم."
    assert Citation(DOCUMENT, 0, 10, 1.0).quote == DOCUMENT.text


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 3), (0, 11), (10, 11), (-3, -1)])
def test_offsets_that_name_no_stretch_are_refused(start: int, end: int) -> None:
    with pytest.raises(NotVerbatimError, match=f"offsets {start} to {end} are not a passage of d: nothing was quoted"):
        Citation(DOCUMENT, start, end, 1.0)
