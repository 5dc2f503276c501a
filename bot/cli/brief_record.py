"""A briefing as `readout brief --format json` prints it: a contract that scripts rely on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from bot.answer.briefing import words
from bot.answer.briefing.types import Subject
from bot.cli.record import AttributionRecord, TranslationRecord
from index.types import Language

if TYPE_CHECKING:
    from bot.answer.briefing.types import Briefing, Cited, Line, Section


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CitedRecord(_Record):
    """A quote and its place, ``text[start:end]`` of the document, with who says it in each language of the briefing."""

    document: str
    title: str
    published: date | None
    start: int
    end: int
    quote: str
    language: Language
    translation: TranslationRecord | None
    attribution: dict[Language, AttributionRecord | None]

    @classmethod
    def of(cls, cited: Cited, languages: tuple[Language, ...]) -> CitedRecord:
        """The record of a passage that is told."""
        citation, translation = cited.citation, cited.citation.translation
        document = citation.document
        return cls(
            document=document.id,
            title=document.title,
            published=document.published_on,
            start=citation.start,
            end=citation.end,
            quote=citation.quote,
            language=document.language,
            translation=None if translation is None else TranslationRecord(text=translation.text, by=translation.by),
            attribution={
                language: AttributionRecord.of(one) for language, one in zip(languages, cited.attributions, strict=True)
            },
        )


class LineRecord(_Record):
    """A line: what it tells, who says the same, what the other side says on it, and whose readout does not mention it."""

    told: CitedRecord
    same: tuple[CitedRecord, ...]
    other_side: tuple[CitedRecord, ...]
    not_mentioned_by: tuple[str, ...]

    @classmethod
    def of(cls, line: Line, languages: tuple[Language, ...]) -> LineRecord:
        """The record of a line."""
        return cls(
            told=CitedRecord.of(line.told, languages),
            same=tuple(CitedRecord.of(one, languages) for one in line.same),
            other_side=tuple(CitedRecord.of(one, languages) for one in line.other_side),
            not_mentioned_by=tuple(document.id for document in line.silent),
        )


class SectionRecord(_Record):
    """Lines on one subject, with its heading in each language of the briefing."""

    subject: Subject
    heading: dict[Language, str]
    lines: tuple[LineRecord, ...]

    @classmethod
    def of(cls, section: Section, languages: tuple[Language, ...]) -> SectionRecord:
        """The record of a section."""
        return cls(
            subject=section.subject,
            heading={language: words.heading(section.subject, language) for language in languages},
            lines=tuple(LineRecord.of(line, languages) for line in section.lines),
        )


class BriefingRecord(_Record):
    """What ``readout brief --format json`` prints.

    Attributes:
        languages: Those that it is told in.
        subject: What was asked for; null where everything was.
        length: At most so many characters of quotes were wanted.
        documents: The ids of those that it was chosen from.
        sections: By subject.
        no_room_for: How many passages the length had no room for.
        told_before: How many were told before.
        older: How many readouts were not looked at, since there are too many newer ones.
    """

    languages: tuple[Language, ...]
    subject: str | None
    length: int
    documents: tuple[str, ...]
    sections: tuple[SectionRecord, ...]
    no_room_for: int
    told_before: int
    older: int

    @classmethod
    def of(cls, briefing: Briefing) -> BriefingRecord:
        """The record of a briefing."""
        request = briefing.request
        return cls(
            languages=request.languages,
            subject=request.subject,
            length=request.length,
            documents=tuple(document.id for document in briefing.documents),
            sections=tuple(SectionRecord.of(section, request.languages) for section in briefing.sections),
            no_room_for=briefing.omitted.length,
            told_before=briefing.omitted.told,
            older=briefing.omitted.older,
        )
