"""PDFs of real programs: their paragraphs letter for letter, Arabic in the order in which it is read."""

from __future__ import annotations

import re
import unicodedata
import zlib
from typing import TYPE_CHECKING

import pytest

from index.reading import pdf
from index.reading.extract import UnreadableError

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = (
    "The two presidents spoke of grain, of prisoners and of the port,"
    " and agreed to speak again before the end of the month."
)


def read(data: bytes) -> list[str]:
    return pdf.read(data).text.split("\n\n")


@pytest.mark.parametrize("program", ["chromium", "libreoffice", "weasyprint-columns", "fpdf2"])
def test_every_paragraph_is_as_it_was_written(made: Path, call: list[str], program: str) -> None:
    assert read((made / f"{program}.pdf").read_bytes()) == call


def test_letters_that_were_given_by_their_forms_are_letters(made: Path, call: list[str]) -> None:
    bare = [re.sub("[\u064b-\u0652]", "", line) for line in call]
    found = read((made / "reportlab.pdf").read_bytes())
    assert found == bare
    assert not [one for line in found for one in line if unicodedata.decomposition(one).startswith("<")]


def test_a_paragraph_goes_on_over_pages_without_their_heads_and_numbers(made: Path) -> None:
    assert read((made / "pages.pdf").read_bytes()) == [" ".join([SENTENCE] * 6)]


def test_what_was_drawn_twice_is_there_once_and_a_stamp_is_no_text(made: Path) -> None:
    assert read((made / "bold-and-stamp.pdf").read_bytes()) == ["Joint statement", "The leaders spoke on 3 May 2024."]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("scan", "is a scan: it holds pictures and no text. Make its text readable (OCR) and add it again"),
        ("password", "has a password: save it without one and add it again"),
        ("backwards", "holds Arabic with its letters backwards: save its text as .txt or .docx and add that"),
    ],
)
def test_what_cannot_be_quoted_is_refused(made: Path, name: str, told: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read((made / f"{name}.pdf").read_bytes())
    assert str(refused.value) == told


def test_a_page_that_is_only_a_picture_is_told_of(made: Path) -> None:
    extract = pdf.read((made / "partly-scan.pdf").read_bytes())
    assert extract.text == "The leaders spoke on 3 May 2024."
    assert extract.notes == ("no text on page 2, only a picture",)


def test_each_page_is_a_step(made: Path) -> None:
    steps: list[tuple[int, int]] = []
    pdf.read((made / "pages.pdf").read_bytes(), lambda done, of: steps.append((done, of)))
    assert steps == [(1, 3), (2, 3), (3, 3)]


def written(pages: list[bytes], font: bytes = b"/Type/Font/Subtype/Type1/BaseFont/Helvetica") -> bytes:
    """A PDF with these content streams, as small as can be."""
    count = len(pages)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(count))
    objects += [b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids), b"<<" + font + b">>"]
    for number, content in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>"
            % (5 + 2 * number)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    data = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, len(data),
    )  # fmt: skip


def test_more_pages_than_the_limit_are_refused() -> None:
    text = b"BT /F 12 Tf 30 100 Td (Peace.) Tj ET"
    assert len(read(written([text] * pdf.MOST_PAGES))) == pdf.MOST_PAGES
    with pytest.raises(UnreadableError, match="has more than 300 pages: split it and add the parts"):
        read(written([text] * (pdf.MOST_PAGES + 1)))


def test_a_raised_figure_stays_in_its_line_and_a_page_that_lies_on_its_side_is_read() -> None:
    raised = (
        b"BT /F 12 Tf 30 100 Td (They spoke) Tj /F 7 Tf 0 5 Td 62 0 Td (2) Tj /F 12 Tf -62 -5 Td 72 0 Td (again.) Tj ET"
    )
    assert read(written([raised])) == ["They spoke2 again."]
    turned = b"BT /F 12 Tf 0 1 -1 0 100 30 Tm (The first line.) Tj 0 1 -1 0 130 30 Tm (The second.) Tj ET"
    assert read(written([turned])) == ["The first line.", "The second."]


def test_letters_that_are_not_told_are_refused_where_they_are_many() -> None:
    untold = (
        b"/Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
    )
    untold += b"/BaseFont/Odd/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>]"
    with pytest.raises(UnreadableError, match="does not tell which letters it shows: save its text as"):
        read(written([b"BT /F 12 Tf 30 100 Td <000100020003> Tj ET"], untold))
    both = b"/F 3 0 R/G<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    text = b"BT /F 12 Tf 30 100 Td <0001> Tj /G 12 Tf"
    text += b" ( the leaders spoke of grain and of prisoners for an hour, and of oil) Tj ET"
    extract = pdf.read(written([text], untold).replace(b"/F 3 0 R", both))
    assert extract.text == "\ufffd the leaders spoke of grain and of prisoners for an hour, and of oil"
    assert extract.notes == ("1 unknown character(s) stand as \ufffd",)


def test_a_gap_in_every_row_parts_columns() -> None:
    rows = b"".join(
        b"BT /F 10 Tf 20 %d Td (left %d and) Tj 120 0 Td (right %d too.) Tj ET " % (180 - 14 * n, n, n)
        for n in range(6)
    )
    left = b"".join(b"BT /F 10 Tf 20 %d Td (Left column line %d) Tj ET " % (180 - 14 * n, n) for n in range(6))
    right = b"".join(b"BT /F 10 Tf 110 %d Td (Right column line %d) Tj ET " % (180 - 14 * n, n) for n in range(6))
    assert all(not re.search("left.*right", line) for line in read(written([rows])))
    found = " ".join(read(written([left + right])))
    assert found.index("Left column line 5") < found.index("Right column line 0")


def test_a_stream_that_is_packed_is_unpacked_whole_or_refused() -> None:
    def of(packed: bytes) -> bytes:
        length = b"<</Length %d" % len(packed)
        return written([packed]).replace(length + b">>", length + b"/Filter/FlateDecode>>")

    packed = zlib.compress(b"BT /F 12 Tf 30 100 Td (The leaders spoke.) Tj (%s) Tj ET" % bytes(range(97, 123)) * 9)
    assert read(of(packed))[0].startswith("The leaders spoke.abc")
    with pytest.raises(UnreadableError, match="is damaged: a part of it cannot be unpacked"):
        read(of(packed[: len(packed) // 2] + b"\0\0\0\0" + packed[len(packed) // 2 + 4 :]))


def test_a_part_of_a_file_is_refused(made: Path) -> None:
    data = (made / "pages.pdf").read_bytes()
    with pytest.raises(UnreadableError, match="breaks off before its end: fetch it anew"):
        read(data[: len(data) * 3 // 4])
    two = written([b"BT /F 12 Tf 30 100 Td (Peace.) Tj ET"] * 2)
    with pytest.raises(UnreadableError, match="is damaged: only 1 of its 2 pages can be read"):
        read(two.replace(b"/Kids[4 0 R 6 0 R]", b"/Kids[4 0 R 4 0 R]"))


def test_a_page_without_anything_holds_no_text() -> None:
    with pytest.raises(UnreadableError, match=r"^holds no text\. Make its text readable"):
        read(written([b""]))
