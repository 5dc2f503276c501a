"""A file becomes a Document, or is refused with one clear line."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from index.documents import LARGEST_FILE, read_document
from index.errors import DocumentError

ARTICLE = "\ufeff01.07.2025 22:10\r\n«مكالمة بين الرئيسين»\r\nجرت المكالمة أمس. وانتهت.\r\n"


def test_a_text_is_kept_byte_for_byte(tmp_path: Path) -> None:
    file = tmp_path / "call.ar.txt"
    file.write_bytes(ARTICLE.encode())
    document = read_document(file)
    assert document.text.encode() == file.read_bytes()
    assert (document.id, document.title, document.language) == ("call.ar", "مكالمة بين الرئيسين", "ar")
    assert document.published == datetime(2025, 7, 1, 22, 10)  # noqa: DTZ001 - printed without a time zone
    assert (document.issuer, document.side, document.translation) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The title of it\nThe text.", "The title of it"),
        ("\n\n  \n“A quoted title”\n", "A quoted title"),
        ("x" * 200 + ".", "name"),
        ("1 July 2025\n" + "x" * 200, "name"),
    ],
)
def test_the_title_is_the_first_short_line_that_is_no_date_else_the_name(tmp_path: Path, text: str, title: str) -> None:
    file = tmp_path / "name.txt"
    file.write_text(text, encoding="utf-8")
    assert read_document(file).title == title


def test_an_extension_in_capitals_is_one_too(tmp_path: Path) -> None:
    (tmp_path / "A.TXT").write_text("A text.", encoding="utf-8")
    assert read_document(tmp_path / "A.TXT").id == "A"


def test_a_name_that_is_not_utf8_or_holds_control_characters_becomes_a_printable_id(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"a\xff\tb\n.txt")
    file.write_text("A text.", encoding="utf-8")
    assert read_document(file).id == "a\ufffd\ufffdb\ufffd"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", b"", "is empty: there is nothing to find in it"),
        ("a.txt", b" \n\t", "is empty: there is nothing to find in it"),
        ("a.txt", "؟!… \ufeff\u200f".encode(), "is empty: there is nothing to find in it"),
        ("a.txt", b"abc\xff", "is not UTF-8 (byte 3): save it as UTF-8 and add it again"),
        ("a.txt", "نص".encode("utf-16"), "is not UTF-8 (byte 0): save it as UTF-8 and add it again"),
        ("a.txt", b"ab\0c", "is not a text file: it holds NUL characters"),
        ("a.pdf", b"%PDF", "is not a PDF, whatever its name says"),
        ("a", b"text", "is of no known format: use .txt, .md, .html, .docx, .pdf"),
        (".txt", b"text", "is of no known format: use .txt, .md, .html, .docx, .pdf"),
    ],
)
def test_what_cannot_be_a_document_is_refused(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(DocumentError) as refused:
        read_document(file)
    assert str(refused.value) == f"{file} {told}"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"\n \n", "empty"),
        ("a.docx", b"", "empty"),
        ("a.txt", "نص".encode("utf-16"), "encoding"),
        ("a.pdf", b"%PDF-1.7 and no end", "damaged"),
        ("a.pdf", b"text", "name"),
        ("a.txt", b"%PDF-1.7", "name"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        ("a.docx", b"PK\x03\x04word/", "damaged"),
        ("a.html", b"<html><body><script>1</script></body></html>", "scripted"),
        ("a.exe", b"MZ", "format"),
        ("a.txt", b"w" * (LARGEST_FILE + 1), "large"),
    ],
)
def test_why_it_is_refused_is_told_by_a_code_too(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(DocumentError) as refused:
        read_document(file)
    assert refused.value.why == why


@pytest.mark.parametrize("name", ["call.md", "call.html", "call.docx", "call.pdf", "call"])
def test_a_file_is_read_by_what_it_holds(tmp_path: Path, name: str) -> None:
    made = Path(__file__).parents[1] / "data" / "reading"
    text = (made / "call.txt").read_text(encoding="utf-8")
    paragraphs = text.splitlines()
    page = "".join(f"<p>{line}</p>" for line in paragraphs)
    content = {
        "call.md": "\n\n".join(paragraphs).encode(),
        "call.html": f"<!doctype html><html><head><meta charset=utf-8></head><body>{page}</body></html>".encode(),
        "call.docx": (made / "python-docx.docx").read_bytes(),
        "call.pdf": (made / "chromium.pdf").read_bytes(),
        "call": (made / "chromium.pdf").read_bytes(),
    }
    (tmp_path / name).write_bytes(content[name])
    document = read_document(tmp_path / name)
    assert document.text.split("\n\n") == paragraphs
    assert (document.id, document.title, document.language) == ("call", paragraphs[1], "ar")
    assert document.published == datetime(2025, 7, 1, 22, 10)  # noqa: DTZ001 - printed without a time zone


def test_a_title_that_a_file_tells_is_one_line_that_turns_no_words_around(tmp_path: Path) -> None:
    told = "<b>A</b>\u202e \u2066hostile\u2069 title " + "x" * 400
    (tmp_path / "a.md").write_text(f"---\ntitle: {told}\n---\nThe text.", encoding="utf-8")
    title = read_document(tmp_path / "a.md").title
    assert title == ("<b>A</b> hostile title " + "x" * 400)[:300]


def test_a_file_of_the_largest_size_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"word " * (LARGEST_FILE // 5))
    assert len(read_document(file).text) == LARGEST_FILE
    with file.open("ab") as opened:
        opened.write(b"w")
    with pytest.raises(DocumentError, match="is larger than 5 MB: split it or take a part of it"):
        read_document(file)


def test_a_folder_a_pipe_and_what_is_not_there_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for path, told in [
        (tmp_path, "is a folder: name the files in it"),
        (tmp_path / "pipe.txt", "is no file: save what it gives as one"),
        (tmp_path / "none.txt", "cannot be read: No such file or directory"),
        (tmp_path / "loop.txt", "cannot be read: Too many levels of symbolic links"),
        (tmp_path / f"{'n' * 300}.txt", "cannot be read: File name too long"),
    ]:
        with pytest.raises(DocumentError) as refused:
            read_document(path)
        assert str(refused.value) == f"{path} {told}"
