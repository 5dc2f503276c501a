"""The check of a quote as `readout quote --json` prints it: a contract that scripts rely on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from bot.answer.quotation import Verdict
from bot.answer.quotation_pieces import PieceKind
from bot.answer.quotation_sources import Against
from bot.answer.quotation_writing import Difference
from bot.cli.record import AttributionRecord
from index.types import Language

if TYPE_CHECKING:
    from bot.answer.quotation import Match, QuotationCheck
    from bot.answer.quotation_pieces import Piece


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class OriginalRecord(_Record):
    """The original: ``text[start:end]`` of the document, in Python ``str`` positions."""

    document: str
    title: str
    start: int
    end: int
    quote: str
    language: Language
    attribution: AttributionRecord | None


class TranslationRecord(_Record):
    """The translation of the original, and who made it."""

    text: str
    language: Language
    by: str


class PieceRecord(_Record):
    """Words that the quote and its source have, or one of them in place of the other's."""

    kind: PieceKind
    quoted: str
    original: str
    start: int
    end: int

    @classmethod
    def of(cls, piece: Piece) -> PieceRecord:
        """The record of a piece."""
        return cls(kind=piece.kind, quoted=piece.quoted, original=piece.original, start=piece.start, end=piece.end)


class PlaceRecord(_Record):
    """A place where the quote stands, or what comes nearest to it.

    Attributes:
        against: What ``start``, ``end`` and the offsets of the pieces are of: ``text``, the document's; or ``translation``,
            the text of ``translation``.
        start: The first offset of the place.
        end: One past the last.
        original: The document's own words there; where words were changed, the whole passages.
        translation: Of the original.
        pieces: The quote, laid beside the source.
    """

    against: Against
    start: int
    end: int
    original: OriginalRecord
    translation: TranslationRecord | None
    pieces: tuple[PieceRecord, ...]

    @classmethod
    def of(cls, match: Match) -> PlaceRecord:
        """The record of a match."""
        citation = match.citation
        translation = citation.translation
        return cls(
            against=match.against,
            start=match.start,
            end=match.end,
            original=OriginalRecord(
                document=citation.document.id,
                title=citation.document.title,
                start=citation.start,
                end=citation.end,
                quote=citation.quote,
                language=citation.document.language,
                attribution=AttributionRecord.of(citation.attribution),
            ),
            translation=None
            if translation is None
            else TranslationRecord(text=translation.text, language=translation.language, by=translation.by),
            pieces=tuple(PieceRecord.of(piece) for piece in match.pieces),
        )


class QuotationRecord(_Record):
    """What ``readout quote --json`` prints.

    Attributes:
        quote: As it was checked, without outer white space and quotation marks.
        language: That it is told in.
        verdict: What was found.
        answer: The verdict in words.
        differences: How the writing differs where the words are the same.
        places: All of an exact or otherwise written quote, the nearest of another.
        searched: How many documents.
        until: The latest date of publication among them.
        elapsed_ms: What the check took.
    """

    quote: str
    language: Language
    verdict: Verdict
    answer: str
    differences: tuple[Difference, ...]
    places: tuple[PlaceRecord, ...]
    searched: int
    until: date | None
    elapsed_ms: float

    @classmethod
    def of(cls, check: QuotationCheck, answer: str, elapsed: float) -> QuotationRecord:
        """The record of a check that was told with the words ``answer`` and took ``elapsed`` seconds."""
        return cls(
            quote=check.quote,
            language=check.language,
            verdict=check.verdict,
            answer=answer,
            differences=tuple(sorted(check.differences)),
            places=tuple(PlaceRecord.of(match) for match in check.matches),
            searched=check.searched.documents,
            until=check.searched.until,
            elapsed_ms=round(elapsed * 1000, 2),
        )
