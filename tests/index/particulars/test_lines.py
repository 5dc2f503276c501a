"""What is told in one line cannot change the words around it."""

from __future__ import annotations

import pytest

from index.particulars import one_line


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("  A  call\r\nof 1\u2028July ", "A call of 1 July"),
        ("\x1b[31mRed\x07", "[31mRed"),
        ("\u202eabc\u2069 \u200fمكالمة\u061c", "abc مكالمة"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("مي\u200cخواهم", "مي\u200cخواهم"),
        ("\ufeff\u200b\u2060\u00ad", None),
        ("\u200d \u200c", None),
        ("", None),
        (None, None),
        ("<b>[/b] & *", "<b>[/b] & *"),
        ("a" * 301, "a" * 300),
        ("a" * 299 + " b", "a" * 299),
        ("\ud800a", "a"),
    ],
)
def test_a_line_is_shown_without_what_is_not_seen(told: str | None, shown: str | None) -> None:
    assert one_line(told) == shown
