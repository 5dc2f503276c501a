"""`readout timeline`: what the library says on a subject over time, for a person, for a script, or drawn."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from bot.answer.timeline import find_timeline
from bot.answer.timeline_words import day_of, headline
from bot.cli.options import LibraryOption, open_library, read_settings
from bot.cli.plot import draw
from bot.cli.show import own_directions, show_citation, show_line
from bot.cli.timeline_record import TimelineRecord, as_csv
from index.errors import ReadoutError
from index.types import Language  # noqa: TC001 - Typer reads it when it runs

if TYPE_CHECKING:
    from bot.answer.timeline import Timeline


def timeline(
    subject: Annotated[str, typer.Argument(help="A few words, or two leaders with “and” between their names.")],
    library: LibraryOption = None,
    language: Annotated[
        Language | None, typer.Option("--language", metavar="ar|en", help="[default: that of the subject]")
    ] = None,
    plot: Annotated[
        Path | None,
        typer.Option("--plot", metavar="FILE", help="Draw it into a .png, .svg or .pdf; needs the extra plots."),
    ] = None,
    *,
    oldest_first: Annotated[bool, typer.Option("--oldest-first", help="Begin with the oldest event.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    with_csv: Annotated[bool, typer.Option("--csv", help="Print CSV, one passage a line.")] = False,
    for_spreadsheet: Annotated[
        bool,
        typer.Option("--for-spreadsheet", help="With --csv: an apostrophe before cells that would run as a formula."),
    ] = False,
) -> None:
    """Show what the library says on a subject, or of the talks of two leaders, by the day of the event."""
    if as_json and with_csv:
        raise ReadoutError("choose one of --json and --csv")
    if for_spreadsheet and not with_csv:
        raise ReadoutError("--for-spreadsheet goes with --csv")
    opened = open_library(read_settings(library), seeded=True)
    asked = subject.encode("utf-8", "replace").decode()
    if not asked.strip():
        raise ReadoutError("name a subject: readout timeline wheat")
    found = find_timeline(opened, asked, language, newest_first=not oldest_first)
    if plot is not None:
        draw(found, plot)
    if as_json:
        sys.stdout.write(TimelineRecord.of(found).model_dump_json() + "\n")
    elif with_csv:
        sys.stdout.write(as_csv(found, for_spreadsheet=for_spreadsheet))
    elif plot is None:
        _show(found, Console())


def _show(found: Timeline, console: Console) -> None:
    with own_directions(console):
        show_line(console, Text(headline(found), style="bold"))
        day = None
        for number, line in enumerate(found.lines, 1):
            told = day_of(line, found.language)
            if told != day:
                show_line(console, Text(""))
                show_line(console, Text(told, style="bold yellow"))
                day = told
            show_citation(line.citation, number, found.language, console)
