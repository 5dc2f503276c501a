"""Word documents: their paragraphs in order, and nothing that they hide, run or unpack."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from index.documents import MOST_CHARACTERS, document_of
from index.errors import DocumentError
from index.reading import docx
from index.reading.extract import UnreadableError

if TYPE_CHECKING:
    from pathlib import Path

    from index.reading.isolated import Reader

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"/></Relationships>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MORE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def packed(
    body: str, *, part: str = "word/document.xml", head: str = "", others: dict[str, bytes] | None = None
) -> bytes:
    """A Word document with this body, as small as can be."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", RELATIONS.format(part))
        document = (
            f'<?xml version="1.0"?>{head}<w:document xmlns:w="{WORD}" {MORE}><w:body>{body}</w:body></w:document>'
        )
        archive.writestr(part.lstrip("/"), document)
        for name, content in (others or {}).items():
            archive.writestr(name, content)
    return file.getvalue()


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r>{run}</w:r>" for run in runs) + "</w:p>"


def text(words: str) -> str:
    return f'<w:t xml:space="preserve">{words}</w:t>'


def read(data: bytes) -> list[str]:
    return docx.read(data).text.split("\n\n")


def test_a_document_of_a_real_program_is_read_paragraph_by_paragraph(made: Path, call: list[str]) -> None:
    assert read((made / "python-docx.docx").read_bytes()) == call


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph(text("قال "), text("«نعم»")), ["قال «نعم»"]),
        (paragraph(text("one"), "<w:tab/>", text("two"), "<w:br/>", text("three")), ["one\ttwo", "three"]),
        ("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r>" + text("a") + "</w:r></w:p>", ["a"]),
        (paragraph(text("co"), "<w:noBreakHyphen/>", text("op"), "<w:softHyphen/>", text("erate")), ["co\u2011operate"]),
        (paragraph(), [""]),
        (f"<w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:ins><w:r>{text('yes')}</w:r></w:ins></w:p>", ["yes"]),
        (
            f"<w:p><w:moveFrom><w:r>{text('here')}</w:r></w:moveFrom><w:moveTo><w:r>{text('there')}</w:r></w:moveTo></w:p>",
            ["there"],
        ),
        (paragraph("<w:rPr><w:vanish/></w:rPr>" + text("hidden"), text("seen")), ["seen"]),
        (paragraph('<w:rPr><w:vanish w:val="0"/></w:rPr>' + text("seen")), ["seen"]),
        (paragraph("<w:instrText>PAGE</w:instrText>", text("1")), ["1"]),
        (f"<w:p><w:hyperlink><w:r>{text('a link')}</w:r></w:hyperlink></w:p>", ["a link"]),
        (
            "<w:tbl><w:tr>" + "".join(f"<w:tc>{paragraph(text(cell))}</w:tc>" for cell in ("Grain", "150,000"))
            + "</w:tr></w:tbl>" + paragraph(text("After.")), ["Grain\t150,000", "After."],
        ),
        (
            "<w:p><mc:AlternateContent><mc:Choice><w:r><w:txbxContent>" + paragraph(text("boxed"))
            + "</w:txbxContent></w:r></mc:Choice><mc:Fallback><w:r>" + text("boxed") + "</w:r></mc:Fallback>"
            + "</mc:AlternateContent></w:p>", ["boxed"],
        ),
    ],
)  # fmt: skip
def test_what_stands_in_it_is_read_and_what_does_not_is_left_out(body: str, expected: list[str]) -> None:
    assert read(packed(body)) == expected


def test_the_part_with_the_text_may_have_any_name_and_no_name_leads_out_of_the_archive() -> None:
    assert read(packed(paragraph(text("a")), part="/word/other.xml")) == ["a"]
    outside = io.BytesIO()
    with zipfile.ZipFile(outside, "w") as archive:
        archive.writestr("_rels/.rels", RELATIONS.format("../../../../../../etc/passwd"))
    with pytest.raises(UnreadableError, match="is no Word document"):
        read(outside.getvalue())
    assert read(packed(paragraph(text("a")), others={"../../evil.txt": b"evil", "/etc/passwd": b"evil"})) == ["a"]


def test_macros_are_never_looked_at() -> None:
    assert read(packed(paragraph(text("a")), others={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub AutoOpen()"})) == [
        "a"
    ]


LAUGHS = '<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))


@pytest.mark.parametrize(
    "head",
    [
        f"<!DOCTYPE x [{LAUGHS}]>",
        '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">',
    ],
)
def test_entities_are_refused_whatever_they_are(head: str) -> None:
    with pytest.raises(UnreadableError, match="declares entities of its own, as no Word document does: save it anew"):
        read(packed(paragraph(text("&a9;")), head=head))


def test_no_more_is_unpacked_than_the_limit() -> None:
    bomb = packed(paragraph(text("a" * (docx.LARGEST_PART + 1))))
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableError, match="holds more than 50 MB of text: split it or take a part"):
        read(bomb)


def test_more_characters_than_a_document_may_have_are_refused(reader: Reader) -> None:
    data = packed(paragraph(text("word " * (MOST_CHARACTERS // 5 + 1))))
    with pytest.raises(DocumentError) as refused:
        document_of(data, "a.docx", reader, source="a.docx")
    assert str(refused.value) == "a.docx holds more than 5 million characters: split it"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04 and no more", "is damaged: it cannot be read as a Word document"),
        (packed("<w:p>"), "is damaged: its XML cannot be read"),
        (packed(paragraph(text("a")))[:-100], "is damaged: it cannot be read as a Word document"),
    ],
)
def test_what_is_damaged_is_told_so(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(data)
    assert str(refused.value) == told


def test_an_archive_of_something_else_is_told_so() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    with pytest.raises(UnreadableError, match=r"is no Word document: save it as \.docx"):
        read(file.getvalue())
