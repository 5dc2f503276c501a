"""Which format a file is in: its content decides, its name must agree, and what is missing is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.reading import formats
from index.reading.extract import UnreadableError
from index.reading.formats import MARKDOWN, PAGE, PDF, TEXT, WORD, Format, format_of

WORD_DATA = b"PK\x03\x04 word/document.xml"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"text", TEXT),
        ("a.TXT", b"", TEXT),
        ("a.md", b"# text", MARKDOWN),
        ("a.htm", b"a part of a <b>page</b>", PAGE),
        ("a.html", b"\xef\xbb\xbf\n<!-- a --><!DOCTYPE HTML>", PAGE),
        ("a", b"<html lang=ar>", PAGE),
        ("a.xhtml", b'<?xml version="1.0"?>\n<html>', PAGE),
        ("a.docx", WORD_DATA, WORD),
        ("download", WORD_DATA, WORD),
        ("a.pdf", b"\n%PDF-1.4", PDF),
        ("a.part", b"%PDF-1.4", PDF),
    ],
)
def test_the_content_decides_and_the_name_where_that_says_nothing(name: str, data: bytes, expected: Format) -> None:
    assert format_of(name, data) is expected


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a", b"text", "is of no known format: use .txt, .md, .html, .docx, .pdf"),
        ("a.csv", b"text", "is of no known format: use .txt, .md, .html, .docx, .pdf"),
        ("a.xlsx", b"PK\x03\x04 xl/workbook.xml", "is of no known format: use .txt, .md, .html, .docx, .pdf"),
        ("a.txt", b"%PDF-1.4", "is a PDF, not a text file: name it .pdf if it is to be read as that"),
        ("a.pdf", b"<!doctype html>", "is a web page, not a PDF: name it .html if it is to be read as that"),
        ("a.docx", b"%PDF-1.4", "is a PDF, not a Word document: name it .pdf if it is to be read as that"),
        ("a.pdf", b"text", "is not a PDF, whatever its name says"),
        ("a.docx", b"PK\x03\x04 xl/workbook.xml", "is not a Word document, whatever its name says"),
        ("a.docx", b"", "is empty: there is nothing to find in it"),
        (
            "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "has a password or is of an old Word: save it anew as .docx, without a password",
        ),
        ("a.md", b"a" * 5_000_001, "is larger than 5 MB: split it or take a part of it"),
        ("a.pdf", b"%PDF-" + b"a" * 20_000_000, "is larger than 20 MB: split it or take a part of it"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_what_to_do(name: str, data: bytes, told: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        format_of(name, data)
    assert str(refused.value) == told


def test_what_takes_an_extra_is_told_with_the_command_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    without = replace(PDF, needs="no_such_library")
    monkeypatch.setattr(formats, "PDF", without)
    monkeypatch.setattr(formats, "FORMATS", (TEXT, without))
    with pytest.raises(UnreadableError) as refused:
        format_of("a.pdf", b"%PDF-1.4")
    assert str(refused.value) == "is a PDF, which takes an extra: pip install 'readout-bot[pdf]'"
