"""What became of each thing that was to be added: as a line, a row of a table, or an object of JSON."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict
from rich.cells import cell_len
from rich.table import Column, Table
from rich.text import Text

from bot.cli.show import printable
from index.particulars import Sureness, Where
from index.types import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from index.alignment import Aligned
    from index.documents import Found
    from index.intake import Taken

# Beside the ids: the frame, and room for the other columns to wrap in.
_OTHER_COLUMNS = 90
_STYLES = {"added": "green", "left out": "dim", "already there": "dim", "nearly there": "yellow", "refused": "red"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one thing.

    Attributes:
        given: As it was named; of a manifest with several documents, the id of the one.
        source: The file, or the address where it was found at last; None where it was refused.
        taken: What became of it, unless it was refused, or left out by whoever was asked.
        notes: What is missing or odd in it.
        refused: Why it was refused, with its name and what to do.
        found: What was found of it, and corrected; None where it was refused.
        aligned: The translation that was given, as it was aligned.
    """

    given: str
    source: str | None = None
    taken: Taken | None = None
    notes: tuple[str, ...] = ()
    refused: str | None = None
    found: Found | None = None
    aligned: Aligned | None = None


class FoundRecord(BaseModel):
    """Where one particular was found, and how sure it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    where: Where
    sureness: Sureness


class TranslationRecord(BaseModel):
    """A translation as it was aligned: how many stretches, how surely, and how much of both texts, 0 to 1."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Language
    by: str
    stretches: int
    score: float
    covered: float

    @classmethod
    def of(cls, aligned: Aligned) -> TranslationRecord:
        """The record of one."""
        made = aligned.translation
        return cls(
            language=made.language,
            by=made.by,
            stretches=len(made.sentences),
            score=round(aligned.score, 3),
            covered=round(aligned.covered, 3),
        )


class LikeRecord(BaseModel):
    """A document that is there already, and how much of both texts is the same, 0 to 1."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: str
    share: float


class AddRecord(BaseModel):
    """One line of ``readout add --json``.

    Attributes:
        given: The file or address as it was named.
        outcome: What became of it.
        document: The id that it was added under; null unless it was added.
        title: And the others: what was found, or given on the command line.
        source: The file, or the address where it was found at last.
        parties: Between whom the event was.
        event: The day of the event.
        address: The web address that it came from.
        found: Of each of these that is known, where it was found and how sure it is.
        characters: How long its text is.
        translation: The translation that was given.
        like: The document that is there already.
        notes: What is missing or odd in it.
        why: Why it was refused, and what to do.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    given: str
    outcome: Literal["added", "already_there", "nearly_there", "refused"]
    document: str | None = None
    title: str | None = None
    language: Language | None = None
    issuer: str | None = None
    side: str | None = None
    published: datetime | None = None
    parties: tuple[str, ...] = ()
    event: date | None = None
    address: str | None = None
    found: dict[str, FoundRecord] = {}
    source: str | None = None
    characters: int | None = None
    translation: TranslationRecord | None = None
    like: LikeRecord | None = None
    notes: tuple[str, ...] = ()
    why: str | None = None

    @classmethod
    def of(cls, outcome: Outcome) -> AddRecord:
        """The record of an outcome."""
        given = _text(outcome.given)
        if outcome.taken is None:
            return cls(given=given, outcome="refused", why=_text(outcome.refused or ""))
        document, like = outcome.taken.document, outcome.taken.like
        return cls(
            given=given,
            outcome=outcome.taken.verdict,
            document=document.id if outcome.taken.verdict == "added" else None,
            title=document.title,
            language=document.language,
            issuer=document.issuer,
            side=document.side,
            published=document.published,
            parties=document.parties,
            event=document.event,
            address=document.address,
            found=_found(outcome),
            source=_text(outcome.source or ""),
            characters=len(document.text),
            translation=None if outcome.aligned is None else TranslationRecord.of(outcome.aligned),
            like=None if like is None else LikeRecord(document=like.document, share=round(like.share, 3)),
            notes=outcome.notes,
        )


def _found(outcome: Outcome) -> dict[str, FoundRecord]:
    particulars = None if outcome.found is None else outcome.found.particulars
    told = {} if particulars is None else {one.name: getattr(particulars, one.name) for one in fields(particulars)}
    return {name: FoundRecord(where=one.where, sureness=one.sureness) for name, one in told.items() if one is not None}


def line(outcome: Outcome) -> str:
    """An outcome in one line, as it is piped."""
    if outcome.taken is None:
        return outcome.refused or f"left out: {outcome.given}"
    document, like = outcome.taken.document, outcome.taken.like
    notes = f" ({'; '.join(outcome.notes)})" if outcome.notes else ""
    if outcome.taken.verdict == "added":
        aligned = f"; translation aligned, score {outcome.aligned.score:.2f}" if outcome.aligned else ""
        return f"added {document.id}: {document.title}{notes}{aligned}"
    if outcome.taken.verdict == "already_there" or like is None:
        return f"already there: {outcome.given}"
    return f"not added: {outcome.given} is nearly the same as {like.document} ({like.share:.0%}; --force adds it)"


def show_table(outcomes: Sequence[Outcome], console: Console) -> None:
    """Print what became of all in a table, with how many of each below it."""
    # An id is for copying: it neither wraps nor shrinks.
    widest = max((cell_len(printable(_row(one)[1])) for one in outcomes), default=0)
    identifier = Column("document", no_wrap=True, overflow="ignore", min_width=widest)
    table = Table(
        Column("", no_wrap=True), identifier, Column("event", no_wrap=True), Column("published", no_wrap=True), "language",
        "side", "parties", "title, or why",
    )  # fmt: skip
    for one in outcomes:
        verdict, *cells = _row(one)
        # As Text, since a title may hold brackets, which are no markup.
        table.add_row(Text(verdict, style=_STYLES[verdict]), *(Text(printable(_text(cell))) for cell in cells))
    console.print(table, width=max(console.width, widest + _OTHER_COLUMNS), crop=False)
    verdicts = [_row(one)[0] for one in outcomes]
    console.print(", ".join(f"{verdicts.count(one)} {one}" for one in _STYLES if one in verdicts), highlight=False)


def _row(outcome: Outcome) -> tuple[str, ...]:
    if outcome.taken is None:
        return ("refused" if outcome.refused else "left out", *[""] * 6, outcome.refused or outcome.given)
    document, like = outcome.taken.document, outcome.taken.like
    aligned = (f"translation aligned, score {outcome.aligned.score:.2f}",) if outcome.aligned else ()
    known = (
        f"{document.event:%Y-%m-%d}" if document.event else "",
        f"{document.published:%Y-%m-%d}" if document.published else "",
        document.language,
        document.side or "",
        ", ".join(document.parties),
    )
    if like is None:
        return "added", document.id, *known, "; ".join((document.title, *outcome.notes, *aligned))
    if outcome.taken.verdict == "already_there":
        return "already there", like.document, *known, outcome.given
    return "nearly there", like.document, *known, f"{outcome.given} ({like.share:.0%} the same; --force adds it)"


def _text(name: str) -> str:
    """A name with U+FFFD where its bytes are no UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
