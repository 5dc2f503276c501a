"""A timeline as `readout timeline --json` and `--csv` print it: a contract that scripts rely on."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from bot.answer.event import DayBasis  # noqa: TC001 - pydantic reads it when it runs
from bot.cli.record import CitationRecord
from index.types import Language

if TYPE_CHECKING:
    from bot.answer.timeline import Timeline, TimelineLine

COLUMNS = ("day", "basis", "document", "title", "start", "end", "language", "attribution", "quote", "translation")


class LineRecord(CitationRecord):
    """A line: a citation, the day of the event that its readout reports, and how that day is known."""

    day: date | None
    basis: DayBasis | None

    @classmethod
    def of_line(cls, line: TimelineLine) -> LineRecord:
        """The record of a line."""
        day = line.day
        told = dict(CitationRecord.of(line.citation))
        return cls(**told, day=day.day if day else None, basis=day.basis if day else None)


class TimelineRecord(BaseModel):
    """What ``readout timeline --json`` prints.

    Attributes:
        subject: As it was asked for.
        language: That attributions are named in.
        pair: The two leaders, where two were asked for.
        lines: In the order that was asked for.
        searched: How many documents.
        until: The latest date of publication among them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    subject: str
    language: Language
    pair: tuple[str, str] | None
    lines: tuple[LineRecord, ...]
    searched: int
    until: date | None

    @classmethod
    def of(cls, timeline: Timeline) -> TimelineRecord:
        """The record of a timeline."""
        return cls(
            subject=timeline.subject,
            language=timeline.language,
            pair=timeline.pair,
            lines=tuple(LineRecord.of_line(line) for line in timeline.lines),
            searched=timeline.searched.documents,
            until=timeline.searched.until,
        )


# What a spreadsheet takes for the beginning of a formula, or passes over before one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(timeline: Timeline, *, for_spreadsheet: bool = False) -> str:
    """A timeline as CSV (RFC 4180), with a line of column names.

    Args:
        timeline: The timeline.
        for_spreadsheet: Whether an apostrophe stands before a cell that a spreadsheet would run as a formula; quotes are
            verbatim where not.
    """
    written = StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    for line in TimelineRecord.of(timeline).lines:
        translation = line.translation.text if line.translation else ""
        attribution = line.attribution.text if line.attribution else ""
        told = (line.day, line.basis, line.document, line.title, line.start, line.end, line.language)
        row = (*told, attribution, line.quote, translation)
        rows.writerow([_guarded(cell) for cell in row] if for_spreadsheet else row)
    return written.getvalue()


def _guarded(cell: object) -> object:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
