"""PDF: its text layer, put into the order in which it is read.

Of the readers that were tried, none gives Arabic in that order (see ``docs/reading.md``), so that only the letters and
their places are taken from one.
"""

from __future__ import annotations

import io
import math
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, stream_value
from pdfminer.utils import decode_text

from index.reading.direction import reads_backwards
from index.reading.drawn import STROKE, UNKNOWN, mended
from index.reading.extract import Extract, UnreadableError, quietly
from index.reading.glyphs import Glyph
from index.reading.lines import lines_of
from index.reading.paragraphs import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdfminer.pdfcolor import PDFColorSpace
    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFGraphicState, PDFStackT
    from pdfminer.pdftypes import PDFStream
    from pdfminer.psparser import PSLiteral
    from pdfminer.utils import Matrix

    from index.reading.extract import Progress
    from index.reading.lines import Line

MOST_PAGES = 300
# What a PDF ends with; some programs append a little.
_END, _AFTER_END = b"%%EOF", 4096
# In bytes: nothing at all, packed.
_NOTHING_PACKED = 16
# Of the letters of a text, how many may be unknown.
_UNKNOWN = 0.02
# What stands for several glyphs together is a part of a word.
_LONGEST_SPAN = 8
_SHAPES = re.compile(r"[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc]")
# The bullets of the fonts Symbol and Wingdings.
_BULLETS = re.compile(r"[\uf0a7\uf0b7\uf0d8\uf076\uf0fc\uf0a8\uf06e]")
_NO_LETTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_UNKNOWN_LETTER = re.compile(r"[\ufffd\ue000-\uf8ff]")
# Justified Arabic is stretched inside of words; at the end of one the stroke is written (هـ).
_STRETCHED = re.compile(rf"(?<=[\u0620-\u065f]){STROKE}+(?=[\u0620-\u064a])")


def read(data: bytes, progress: Progress = quietly) -> Extract:
    """The text of a PDF.

    Raises:
        UnreadableError: It has a password, too many pages, no text, or one that cannot be trusted.
    """
    if _END not in data[-_AFTER_END:]:
        raise UnreadableError("breaks off before its end: fetch it anew")
    resources = PDFResourceManager()
    lines: list[list[Line]] = []
    pictures: list[int] = []
    pages = _pages(data)
    for number, page in enumerate(pages, 1):
        device = _Page(resources)
        _Interpreter(resources, device).process_page(page)
        lines.append(lines_of(mended(device.glyphs())))
        if device.has_picture and not lines[-1]:
            pictures.append(number)
        progress(number, len(pages))
    text = _STRETCHED.sub("", text_of(lines))
    letters = sum(character.isalnum() for character in text)
    unknown = len(_UNKNOWN_LETTER.findall(text))
    if unknown > _UNKNOWN * (letters + unknown):
        raise UnreadableError(
            "does not tell which letters it shows: save its text as .txt or .docx and add that", "letters"
        )
    if not letters:
        what = "is a scan: it holds pictures and no text" if pictures else "holds no text"
        raise UnreadableError(f"{what}. Make its text readable (OCR) and add it again", "scan")
    if reads_backwards(text):
        raise UnreadableError(
            "holds Arabic with its letters backwards: save its text as .txt or .docx and add that", "letters"
        )
    return Extract(_UNKNOWN_LETTER.sub(UNKNOWN, text), notes=tuple(_notes(unknown, pictures)))


def _notes(unknown: int, pictures: list[int]) -> list[str]:
    notes = []
    if unknown:
        notes.append(f"{unknown} unknown character(s) stand as {UNKNOWN}")
    if pictures:
        notes.append(f"no text on page {', '.join(map(str, pictures))}, only a picture")
    return notes


def _pages(data: bytes) -> list[PDFPage]:
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise UnreadableError("has a password: save it without one and add it again", "password") from error
    pages = []
    for page in PDFPage.create_pages(document):
        pages.append(page)
        if len(pages) > MOST_PAGES:
            raise UnreadableError(f"has more than {MOST_PAGES} pages: split it and add the parts", "large")
    told = dict_value(document.catalog.get("Pages", {})).get("Count")
    if isinstance(told, int) and told > len(pages):
        raise UnreadableError(f"is damaged: only {len(pages)} of its {told} pages can be read")
    return pages


class _Interpreter(PDFPageInterpreter):
    """Carries out what a page draws, or refuses the file: pdfminer itself takes what cannot be unpacked for empty."""

    def execute(self, streams: Sequence[object]) -> None:
        """Carry out what streams say."""
        for one in streams:
            stream = stream_value(one)
            packed = stream.rawdata or b""
            if not stream.get_data() and len(packed) > _NOTHING_PACKED:
                raise UnreadableError("is damaged: a part of it cannot be unpacked")
        super().execute(streams)


class _Page(PDFTextDevice):
    """Takes the letters of one page, each with its place; the right way up, if the page was turned."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.has_picture = False
        # Each with the angle that it is written at, in degrees.
        self._drawn: list[tuple[int, Glyph]] = []
        self._spans: list[tuple[int, str | None]] = []

    def glyphs(self) -> list[Glyph]:
        """Those of the angle that most are written at: a stamp across the page is no text."""
        angles = Counter(angle for angle, _ in self._drawn)
        usual = max(angles, key=lambda angle: angles[angle], default=0)
        return [glyph for angle, glyph in self._drawn if angle == usual and glyph.text]

    def begin_tag(self, tag: PSLiteral, props: PDFStackT | None = None) -> None:  # noqa: ARG002 - as the library has it
        """Remember what the glyphs that follow say, where the file tells that."""
        told = props.get("ActualText") if isinstance(props, dict) else None
        self._spans.append((len(self._drawn), decode_text(told) if isinstance(told, bytes) else None))

    def end_tag(self) -> None:
        """Let the glyphs that were told of together be one."""
        if not self._spans:
            return
        first, text = self._spans.pop()
        some = [glyph for _, glyph in self._drawn[first:]]
        if text is None or not 0 < len(some) <= _LONGEST_SPAN:
            return
        letter = max(some, key=lambda glyph: glyph.end - glyph.start)
        if max(abs(glyph.base - letter.base) for glyph in some) > letter.size:
            return
        start, end = min(glyph.start for glyph in some), max(glyph.end for glyph in some)
        self._drawn[first:] = [(self._drawn[first][0], Glyph(_letters(text), start, end, letter.base, letter.size))]

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002 - as the library has it
        """Notice a picture."""
        self.has_picture = True

    def render_char(  # noqa: PLR0917 - as the library has it
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,  # noqa: ARG002 - as the library has it
        graphicstate: PDFGraphicState,  # noqa: ARG002 - as the library has it
    ) -> float:
        """Take a glyph; gives how far it moves the next."""
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = UNKNOWN
        advance = font.char_width(cid) * fontsize * scaling
        a, b, c, d, x, y = matrix
        x, y = x + rise * c, y + rise * d
        slope = math.atan2(b, a)
        along, up = x * math.cos(slope) + y * math.sin(slope), y * math.cos(slope) - x * math.sin(slope)
        size, end = abs(fontsize) * math.hypot(c, d), along + advance * math.hypot(a, b)
        code = hash((id(font), cid))
        self._drawn.append((round(math.degrees(slope)) % 360, Glyph(_letters(text), along, end, up, size, code)))
        return advance


def _letters(text: str) -> str:
    """The letters that a glyph stands for, without the forms that they take beside others."""
    letters = _SHAPES.sub(lambda shape: unicodedata.normalize("NFKC", shape[0]), _NO_LETTER.sub("", text))
    letters = _BULLETS.sub("•", letters)
    # A mark by itself is given upon a space or a stroke.
    bare = letters.strip(f" {STROKE}")
    return bare if bare and all(unicodedata.category(one) == "Mn" for one in bare) else letters
