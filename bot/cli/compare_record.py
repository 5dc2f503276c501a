"""A comparison as `readout compare --json` prints it: a contract that scripts rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from bot.answer.types import ContradictionKind
from bot.cli.record import CitationRecord
from index.types import Language

if TYPE_CHECKING:
    from bot.answer.comparison import Both, Comparison, Opposed


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SpanRecord(_Record):
    """A figure, ``text[start:end]`` of its document."""

    start: int
    end: int


class BothRecord(_Record):
    """What both readouts say, each in its words."""

    one: CitationRecord
    other: CitationRecord

    @classmethod
    def of(cls, both: Both) -> BothRecord:
        """The record of what both say."""
        return cls(one=CitationRecord.of(both.one), other=CitationRecord.of(both.other))


class OpposedRecord(_Record):
    """What two readouts say against each other; ``figures`` are those that differ, where it is figures."""

    kind: ContradictionKind
    one: CitationRecord
    other: CitationRecord
    figures: tuple[SpanRecord, SpanRecord] | None

    @classmethod
    def of(cls, opposed: Opposed) -> OpposedRecord:
        """The record of a contradiction."""
        figures = None
        if opposed.figures is not None:
            first, second = (SpanRecord(start=start, end=end) for start, end in opposed.figures)
            figures = first, second
        one, other = CitationRecord.of(opposed.one), CitationRecord.of(opposed.other)
        return cls(kind=opposed.kind, one=one, other=other, figures=figures)


class ComparisonRecord(_Record):
    """What ``readout compare --json`` prints.

    Attributes:
        one: The id of the first readout.
        other: That of the second.
        language: That attributions are named in.
        same_event: Whether both seem to tell of the same call.
        contradictions: Where they cannot both be right.
        both: What both say.
        only_one: What the second does not mention.
        only_other: What the first does not.
    """

    one: str
    other: str
    language: Language
    same_event: bool
    contradictions: tuple[OpposedRecord, ...]
    both: tuple[BothRecord, ...]
    only_one: tuple[CitationRecord, ...]
    only_other: tuple[CitationRecord, ...]

    @classmethod
    def of(cls, comparison: Comparison, *, same_event: bool) -> ComparisonRecord:
        """The record of a comparison."""
        return cls(
            one=comparison.one.id,
            other=comparison.other.id,
            language=comparison.language,
            same_event=same_event,
            contradictions=tuple(OpposedRecord.of(opposed) for opposed in comparison.contradictions),
            both=tuple(BothRecord.of(both) for both in comparison.both),
            only_one=tuple(CitationRecord.of(citation) for citation in comparison.only_one),
            only_other=tuple(CitationRecord.of(citation) for citation in comparison.only_other),
        )
