"""`readout changed`: what is new, dropped or reworded in a readout since the previous one between the same parties."""

from __future__ import annotations

import sys
from itertools import count
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import BaseModel, ConfigDict
from rich.console import Console
from rich.text import Text

from bot.answer.changes import find_changes
from bot.answer.values import show_date
from bot.cli.options import LanguageOption, LibraryOption, open_library, read_settings
from bot.cli.record import CitationRecord
from bot.cli.show import own_directions, show_citation, show_line
from index.types import Language
from prompts import load

if TYPE_CHECKING:
    from bot.answer.changes import Changes
    from bot.answer.event import EventDay
    from bot.answer.types import Citation


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RewordedRecord(_Record):
    """What both readouts say in other words."""

    before: CitationRecord
    now: CitationRecord


class ChangesRecord(_Record):
    """What ``readout changed --json`` prints; ``previous`` is null where the library has no earlier one."""

    document: str
    previous: str | None
    language: Language
    new: tuple[CitationRecord, ...]
    dropped: tuple[CitationRecord, ...]
    reworded: tuple[RewordedRecord, ...]

    @classmethod
    def of(cls, changes: Changes) -> ChangesRecord:
        """The record of changes."""
        return cls(
            document=changes.document.id,
            previous=changes.previous.id if changes.previous else None,
            language=changes.language,
            new=tuple(map(CitationRecord.of, changes.new)),
            dropped=tuple(map(CitationRecord.of, changes.dropped)),
            reworded=tuple(
                RewordedRecord(before=CitationRecord.of(one.before), now=CitationRecord.of(one.now))
                for one in changes.reworded
            ),
        )


def changed(
    document: Annotated[str, typer.Argument(help="The document's id, as `readout list` shows it.")],
    library: LibraryOption = None,
    language: LanguageOption = "en",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show what changed since the previous readout between the same parties."""
    opened = open_library(read_settings(library), seeded=True)
    changes = find_changes(opened, opened.document(document), language)
    if as_json:
        sys.stdout.write(ChangesRecord.of(changes).model_dump_json() + "\n")
    else:
        _show(changes, Console())


def _show(changes: Changes, console: Console) -> None:
    phrases = load(changes.language)
    with own_directions(console):
        if changes.previous is None:
            show_line(console, Text(phrases.say("changes.none"), style="bold"))
            return
        title = phrases.say(
            "changes.title",
            title=changes.document.title,
            day=_day(changes.day, changes.language),
            previous_title=changes.previous.title,
            previous_day=_day(changes.previous_day, changes.language),
        )
        show_line(console, Text(title, style="bold"))
        numbers = count(1)
        parts: dict[str, list[Citation]] = {"new": [*changes.new], "dropped": [*changes.dropped]}
        parts["reworded"] = [citation for one in changes.reworded for citation in (one.before, one.now)]
        for name, citations in parts.items():
            found = len(changes.reworded) if name == "reworded" else len(citations)
            show_line(console, Text(""))
            said = phrases.count(f"changes.{name}", found) if found else phrases.say(f"changes.no_{name}")
            show_line(console, Text(said, style="bold"))
            for citation in citations:
                show_citation(citation, next(numbers), changes.language, console)


def _day(day: EventDay | None, language: Language) -> str:
    return show_date(day.day, language) if day else load(language).say("answer.unknown_date")
