"""How the bytes of a page are written."""

from __future__ import annotations

import pytest

from index.reading.charset import page_text
from index.reading.extract import UnreadableError

WORDS = "قال الرئيس نعم"


@pytest.mark.parametrize(
    ("data", "told", "text"),
    [
        (WORDS.encode(), None, WORDS),
        (b"\xef\xbb\xbf" + WORDS.encode(), "windows-1256", WORDS),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), None, WORDS),
        (WORDS.encode("windows-1256"), "windows-1256", WORDS),
        (WORDS.encode("windows-1256"), "Windows-1256", WORDS),
        (WORDS.encode("iso-8859-6"), "ISO-8859-6", WORDS),
        # A server says so of all that it has, but what is UTF-8 shows that it is.
        (WORDS.encode(), "iso-8859-1", WORDS),
        (b"\x93caf\xe9\x94", "iso-8859-1", "“café”"),
        (b"<meta charset=windows-1256>" + WORDS.encode("windows-1256"), None, "<meta charset=windows-1256>" + WORDS),
        (b"<meta charset='windows-1256'>caf\xe9", "windows-1252", "<meta charset='windows-1256'>café"),
    ],
)
def test_a_page_is_read_as_it_shows_or_says(data: bytes, told: str | None, text: str) -> None:
    assert page_text(data, told) == text


@pytest.mark.parametrize("label", [None, "unicode_escape", "utf-7", "rot13", "zip", "x" * 50, "undefined", "utf-16"])
def test_what_does_not_say_or_says_what_is_no_way_to_write_pages_is_refused(label: str | None) -> None:
    with pytest.raises(UnreadableError, match="does not say how it is written, and is not UTF-8"):
        page_text(WORDS.encode("windows-1256"), label)


def test_what_is_not_as_it_says_is_refused() -> None:
    with pytest.raises(UnreadableError, match=r"is not written as it says \(utf-8\)"):
        page_text(WORDS.encode("windows-1256"), "utf-8")
