"""An answer as `readout ask --json` prints it: a contract that scripts rely on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from bot.answer.types import ContradictionKind, Limit, Role, Status, ValueKind
from index.types import Language

if TYPE_CHECKING:
    from bot.answer.types import Answer, Attribution, Citation, Searched, Value


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TranslationRecord(_Record):
    """A labelled translation of a quote."""

    text: str
    by: str


class ValueRecord(_Record):
    """A precise answer: ``text[start:end]`` of the document that the first citation is of.

    Attributes:
        kind: What it is: ``date``, ``duration``, ``amount``, ``percentage``, ``person``, ``organisation``, ``place``,
            ``reason`` or ``list``.
        text: As shown in ``answer``, in the language of the question.
        start: Where it stands.
        end: One past its last position.
        first_day: Of a date, ISO 8601.
        last_day: The same where it names one day.
        is_resolved: Whether the day of publication was needed to tell which days.
        limit: Whether a date is told as a bound: ``by``, ``before``, ``after``, ``until``, or as ``not_before`` and so on.
        number: Of an amount, a percentage or a duration, as a decimal number in a string.
        unit: What is counted, as the text writes it; ``%``; of a duration its smallest unit.
        currency: ISO 4217.
        office: Of a person, as the text writes it.
        members: Of a list.
    """

    kind: ValueKind
    text: str
    start: int
    end: int
    first_day: date | None
    last_day: date | None
    is_resolved: bool
    limit: Limit | None
    number: Decimal | None
    unit: str | None
    currency: str | None
    office: str | None
    members: tuple[ValueRecord, ...]

    @classmethod
    def of(cls, value: Value) -> ValueRecord:
        """The record of a value."""
        return cls(
            kind=value.kind,
            text=value.text,
            start=value.start,
            end=value.end,
            first_day=value.first,
            last_day=value.last,
            is_resolved=value.is_resolved,
            limit=value.limit,
            number=value.number,
            unit=value.unit,
            currency=value.currency,
            office=value.office,
            members=tuple(cls.of(member) for member in value.members),
        )


class SourceRecord(_Record):
    """One who tells it; ``start`` and ``end`` are where the document names it, null where its manifest does."""

    role: Role
    name: str
    start: int | None
    end: int | None


class AttributionRecord(_Record):
    """Who says it: ``text`` for a reader, and all of them, the outermost first."""

    text: str
    sources: tuple[SourceRecord, ...]

    @classmethod
    def of(cls, attribution: Attribution | None) -> AttributionRecord | None:
        """The record of an attribution, if there is one."""
        if attribution is None:
            return None
        sources = attribution.sources
        return cls(
            text=attribution.text,
            sources=tuple(SourceRecord(role=one.role, name=one.name, start=one.start, end=one.end) for one in sources),
        )


class CitationRecord(_Record):
    """A quote and its place: ``text[start:end]`` of the document, in Python ``str`` positions."""

    document: str
    title: str
    start: int
    end: int
    quote: str
    language: Language
    translation: TranslationRecord | None
    attribution: AttributionRecord | None
    score: float

    @classmethod
    def of(cls, citation: Citation) -> CitationRecord:
        """The record of a citation."""
        translation = citation.translation
        return cls(
            document=citation.document.id,
            title=citation.document.title,
            start=citation.start,
            end=citation.end,
            quote=citation.quote,
            language=citation.document.language,
            translation=None if translation is None else TranslationRecord(text=translation.text, by=translation.by),
            attribution=AttributionRecord.of(citation.attribution),
            score=round(citation.score, 4),
        )


class OtherwiseRecord(_Record):
    """What the other side's readout of the same event says against the first citation; ``kind`` is in what they differ."""

    kind: ContradictionKind
    citation: CitationRecord


class SearchedRecord(_Record):
    """What an answer was looked for in.

    Attributes:
        documents: How many.
        until: The latest date of publication among them, ISO 8601.
        missed: The names in the question that none of them mentions; only where nothing answers.
    """

    documents: int
    until: date | None
    missed: tuple[str, ...]

    @classmethod
    def of(cls, searched: Searched) -> SearchedRecord:
        """The record of what was searched."""
        return cls(documents=searched.documents, until=searched.until, missed=searched.missed)


class AnswerRecord(_Record):
    """One line of ``readout ask --json``.

    Attributes:
        question: As it came.
        language: Of the question.
        status: Whether the first citation answers it, the citations are only related, or there is nothing.
        confidence: 0 to 1, comparable between questions.
        answer: In the language of the question; null unless answered.
        value: The precise answer within the first citation.
        events: Where events are counted or listed, their days, ISO 8601, in their order; each has its citation.
        citations: Best first.
        otherwise: What other sides' readouts of the same event say against the first citation.
        searched: What was looked through, and what was missed there.
        elapsed_ms: From the question read to the answer made.
    """

    question: str
    language: Language
    status: Status
    confidence: float
    answer: str | None
    value: ValueRecord | None
    events: tuple[date, ...]
    citations: tuple[CitationRecord, ...]
    otherwise: tuple[OtherwiseRecord, ...]
    searched: SearchedRecord | None
    elapsed_ms: float

    @classmethod
    def refused(cls, asked: str, language: Language) -> AnswerRecord:
        """The record of what is no question."""
        return cls(
            question=asked,
            language=language,
            status="not_found",
            confidence=0.0,
            answer=None,
            value=None,
            events=(),
            citations=(),
            otherwise=(),
            searched=None,
            elapsed_ms=0.0,
        )

    @classmethod
    def of(cls, asked: str, answer: Answer, elapsed: float) -> AnswerRecord:
        """The record of an answer that took ``elapsed`` seconds."""
        return cls(
            question=asked,
            language=answer.question.language,
            status=answer.status,
            confidence=round(answer.confidence, 4),
            answer=answer.text,
            value=None if answer.value is None else ValueRecord.of(answer.value),
            events=answer.events,
            citations=tuple(CitationRecord.of(citation) for citation in answer.citations),
            otherwise=tuple(
                OtherwiseRecord(kind=one.kind, citation=CitationRecord.of(one.citation)) for one in answer.otherwise
            ),
            searched=SearchedRecord.of(answer.searched),
            elapsed_ms=round(elapsed * 1000, 2),
        )
