"""Files that are broken or hostile: each becomes a whole document or is refused in one line, and soon."""

from __future__ import annotations

import io
import random
import time
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.documents import document_of
from index.errors import DocumentError
from index.intake import take_in
from index.passages import split_passages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.library import Library
    from index.reading.isolated import Reader
    from index.types import Document

SECONDS = 5.0
EACH = 60
NAMES = ("a.txt", "a.md", "a.html", "a.docx", "a.pdf")
PAGE = "<!doctype html><html><head><title>x</title></head><body><article>{}</article></body></html>"
LAUGHS = (
    b"<!DOCTYPE x [<!ENTITY a 'lol'>" + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a;" * 99) for n in range(9)) + b"]>"
)


def of_zip(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def of_pdf(body: bytes) -> bytes:
    return b"%PDF-1.7\n" + body + b"\ntrailer<</Root 1 0 R/Size 9>>\nstartxref\n9\n%%EOF"


WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
RELATIONS = (
    b'<r xmlns="x"><a Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    b' Target="word/document.xml"/></r>'
)


def of_word(body: bytes, head: bytes = b"") -> bytes:
    return of_zip(**{"_rels/.rels": RELATIONS, "word/document.xml": head + WORD % body})


PACKED = zlib.compress(b"0" * 50_000_000)
PAGES_OF_ITSELF = b"1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 1>>endobj"
PAGES_AGAIN = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 999999>>endobj"
PAGE_OF_A_BOMB = (
    b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page"
    b"/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj 4 0 obj<</Filter/FlateDecode/Length %d>>stream\n"
)
HOSTILE = {
    "a.txt": [
        b"", b"\0" * 999, b"\xff" * 999, "\u202e\u2066".encode() * 999, b"a" * 200_000, b"\r" * 99_999, b".\n" * 50_000,
    ],
    "a.md": [
        b"[" * 50_000, b"> " * 20_000 + b"a", b"*_" * 20_000 + b"a", b"`" * 49_999 + b"a", b"<" * 50_000,
        b"---\n" + b"a: b\n" * 20_000, b"![" * 20_000, b"|" * 50_000 + b"\n" + b"|-" * 25_000,
    ],
    "a.html": [
        b"<html>" + b"<div>" * 100_000 + b"The leaders spoke.", b"<html>" + b"<table><tr><td>" * 5_000 + b"a",
        b"<!--" * 50_000 + b"<html>", b"<!---->" * 50_000 + b"<html", PAGE.format("&#xD800;&#0;&#x1b;").encode() * 100,
        PAGE.format("<p>" + "a " * 500_000).encode(), b'<?xml version="1.0"?>' + LAUGHS + b"<html>&a8;</html>",
        b'<html><meta charset="utf-7"><body>+AGE-\xff</body></html>', PAGE.format("<q>" * 9_999).encode(),
    ],
    "a.docx": [
        of_word(b"<w:p>" * 50_000), of_word(b"", LAUGHS), of_word(b"<w:p><w:r><w:t>" + b"a" * 60_000_000),
        of_zip(**{f"word/{n}": b"" for n in range(20_000)}), of_zip(**{"word/document.xml": WORD % b""}),
        of_word(b"<w:tbl><w:tr><w:tc>" * 20_000), b"PK\x03\x04word/" * 999, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99,
        of_zip(**{"../../word/document.xml": WORD % b"", "_rels/.rels": RELATIONS}),
    ],
    "a.pdf": [
        of_pdf(PAGES_OF_ITSELF), of_pdf(PAGES_AGAIN), of_pdf(b"1 0 obj " + b"[" * 50_000), of_pdf(b"1 0 obj " + b"<<" * 50_000),
        of_pdf(b"(" * 50_000), of_pdf(PAGE_OF_A_BOMB % len(PACKED) + PACKED + b"\nendstream endobj"), b"%PDF-" * 20_000,
        of_pdf(b"xref\n0 99999999999\n"), of_pdf(b"1 0 obj 1 0 R endobj"),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def whole(made: Path) -> dict[str, list[bytes]]:
    """Files that can be read, by the name of their type."""
    text = (made / "call.txt").read_bytes()
    page = PAGE.format("".join(f"<p>{line}</p>" for line in text.decode().splitlines()))
    pdfs = ("chromium", "fpdf2", "reportlab", "pages", "bold-and-stamp")
    return {
        "a.txt": [text],
        "a.md": [b"# " + text.replace(b"\n", b"\n\n- ")],
        "a.html": [page.encode()],
        "a.docx": [(made / "python-docx.docx").read_bytes()],
        "a.pdf": [(made / f"{name}.pdf").read_bytes() for name in pdfs],
    }


def mutated(data: bytes, others: list[bytes], rng: random.Random) -> bytes:
    """A file with a few things done to it."""
    some = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 5, 30])):
        at, size = rng.randrange(len(some) + 1), rng.choice([1, 4, 64, 1000])
        what = rng.randrange(6)
        if what == 0:
            some[at : at + size] = rng.randbytes(size)
        elif what == 1:
            del some[at : at + size]
        elif what == 2:
            some[at:at] = some[rng.randrange(len(some) + 1) :][:size]
        elif what == 3:
            del some[max(at, len(some) // 4) :]
        elif what == 4:
            some[at:at] = rng.choice(
                [b"\0", b"\xff\xfe", b"<", b"&a;", b"]]>", b"endobj", b"99999999999", b"-1", "\u202e".encode()]
            )
        else:
            other = rng.choice(others)
            some[at : at + size] = other[rng.randrange(len(other)) :][:size]
    return bytes(some)


def inputs(whole: dict[str, list[bytes]]) -> Iterator[tuple[str, bytes]]:
    rng = random.Random(5)  # noqa: S311 - the same files each time
    others = [data for some in whole.values() for data in some]
    for name in NAMES:
        broken = list(HOSTILE[name])
        while len(broken) < EACH:
            broken.append(mutated(rng.choice(whole[name]), others, rng))
        yield from ((name, data) for data in broken)


def found(data: bytes, name: str, reader: Reader) -> Document | None:
    """The document, or None where it is refused in one line; either within five seconds."""
    began = time.monotonic()
    try:
        document = document_of(data, name, reader, source=name).document
    except DocumentError as error:
        told = str(error)
        assert told.startswith(f"{name} ")
        assert len(told.splitlines()) == 1
        assert "Traceback" not in told
        document = None
    assert time.monotonic() - began < SECONDS
    return document


@pytest.mark.slow
def test_three_hundred_broken_files_leave_a_library_of_whole_documents(
    whole: dict[str, list[bytes]], reader: Reader, open_library: Callable[..., Library]
) -> None:
    library = open_library()
    read: dict[str, int] = dict.fromkeys(NAMES, 0)
    texts: list[str] = []
    number = 0
    for name, data in inputs(whole):
        number += 1
        document = found(data, name, reader)
        if document is None:
            continue
        read[name] += 1
        assert "".join(document.text.split())
        # The largest take a while to encode; what is looked at here is the same in the others.
        if len(document.text) < 20_000 and take_in(library, document).verdict == "added":
            texts.append(document.text)
    assert number == EACH * len(NAMES) == 300
    assert all(0 < times < EACH for times in read.values()), read
    documents = library.documents()
    assert [one.text for one in documents] == texts
    for one in documents:
        assert library.passages(one) == split_passages(one)


@settings(
    max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=st.sampled_from([*NAMES, "a", "a.doc", ".pdf"]),
    data=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.tuples(
            st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04word/", b"<html>", b"\xef\xbb\xbf", b"---\n"]),
            st.binary(max_size=300),
        ).map(b"".join),
    ),
)
def test_whatever_bytes_come_they_are_a_document_or_refused(reader: Reader, name: str, data: bytes) -> None:
    document = found(data, name, reader)
    assert document is None or (document.id and document.title and document.text.encode())
