"""Markdown: what is read is what a reader of the page reads."""

from __future__ import annotations

from datetime import datetime

import pytest

from index.reading import markdown
from index.reading.extract import UnreadableError


def read(text: str) -> list[str]:
    return markdown.read(text.encode()).text.split("\n\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# بيان *مشترك*\n\nقال **نعم**\nثم غادر.", ["بيان مشترك", "قال نعم ثم غادر."]),
        ("[The call](http://x/) of ![a photo](y.png) `today` &amp; \\*now\\*", ["The call of  today & *now*"]),
        ("one  \ntwo", ["one\ntwo"]),
        ("- grain\n- oil\n\n3. gas\n4. coal", ["- grain", "- oil", "3. gas", "4. coal"]),
        ("> He said\n> so.", ["He said so."]),
        ("| Subject | Tonnes |\n|---|---|\n| Grain | 150,000 |", ["Subject\tTonnes", "Grain\t150,000"]),
        ("<div>hidden</div>\n\nIt <b>was</b>.<!-- no -->", ["It was."]),
        ("```\ncode\n```", ["code"]),
        ("Title\n=====\n\nText.", ["Title", "Text."]),
    ],
)
def test_the_marks_of_its_form_are_no_text(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_what_stands_before_the_text_tells_title_and_date() -> None:
    front = '\ufeff---\r\ntitle: "A call: the outcome"\r\ndate: 2025-07-01 22:10\r\nlayout: post\r\n---\r\nThe text.'
    extract = markdown.read(front.encode())
    assert (extract.text, extract.title) == ("The text.", "A call: the outcome")
    assert extract.published == datetime(2025, 7, 1, 22, 10)  # noqa: DTZ001 - printed without a time zone
    undated = markdown.read(b"---\ndate: yesterday\n---\nThe text.")
    assert (undated.title, undated.published, undated.text) == (None, None, "The text.")


def test_a_rule_is_no_front_matter() -> None:
    assert read("Before.\n\n---\n\nAfter.") == ["Before.", "After."]


def test_what_is_not_utf8_is_refused() -> None:
    with pytest.raises(UnreadableError, match="is not UTF-8"):
        markdown.read("بيان".encode("windows-1256"))
