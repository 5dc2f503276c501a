"""`readout brief`: what is worth telling of the library's readouts, for a person, a page or a script."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.console import Console

from bot.answer.briefing import brief as choose
from bot.answer.briefing.gathering import gather
from bot.answer.briefing.types import DEFAULT_LENGTH, LONGEST, SHORTEST, BriefingRequest
from bot.cli.brief_html import as_html
from bot.cli.brief_markdown import as_markdown
from bot.cli.brief_record import BriefingRecord
from bot.cli.brief_text import show_briefing
from bot.cli.corrections import words
from bot.cli.options import LibraryOption, open_library, read_settings
from index.errors import ReadoutError
from index.language import detect_language
from index.types import LANGUAGES, Scope

if TYPE_CHECKING:
    from bot.answer.briefing.types import Briefing
    from index.types import Language

Format = Literal["text", "markdown", "html", "json"]
_DAY = ("%Y-%m-%d",)
_MOMENT = ("%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M")


def brief(  # noqa: PLR0917 - the options, as Typer has them
    subject: Annotated[
        str | None, typer.Argument(help="What about, in Arabic or English, such as: Iran. [default: everything]")
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(metavar="DATE", formats=list(_MOMENT), help="Only what was published since: 2025-07-01 22:10."),
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(metavar="DATE", formats=list(_DAY), help="Only what is of this day or earlier.")
    ] = None,
    language: Annotated[
        Literal["ar", "en", "both"] | None,
        typer.Option(help="In which language it is told. [default: that of the subject, else en]", show_default=False),
    ] = None,
    length: Annotated[
        int, typer.Option(min=SHORTEST, max=LONGEST, help="At most so many characters of quotes.")
    ] = DEFAULT_LENGTH,
    in_format: Annotated[Format, typer.Option("--format", help="What it is printed as.")] = "text",
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it to a file.")] = None,
    library: LibraryOption = None,
) -> None:
    """Tell what is worth telling: of the newest event, or of a subject or a period where one is named."""
    subject = words("SUBJECT", None if subject is None else subject.encode("utf-8", "replace").decode())
    if since is not None and until is not None and until + timedelta(days=1) <= since:
        raise typer.BadParameter("--until is before --since")
    request = BriefingRequest(
        _languages(language, subject),
        length,
        subject,
        Scope(since=since.date() if since else None, until=until.date() if until else None),
        since=since,
        newest=subject is None and since is None and until is None,
    )
    briefing = choose(gather(open_library(read_settings(library), seeded=True), request), request)
    if output is None:
        _print(briefing, in_format)
        return
    try:
        with output.open("w", encoding="utf-8", newline="") as file:
            _write(briefing, in_format, Console(file=file, width=10_000))
    except OSError as error:
        raise ReadoutError(f"{output} cannot be written: {error.strerror}") from error
    typer.echo(f"wrote {output}")


def _languages(given: Literal["ar", "en", "both"] | None, subject: str | None) -> tuple[Language, ...]:
    if given == "both":
        first = detect_language(subject) if subject else "en"
        return (first, *(one for one in LANGUAGES if one != first))
    return (given or (detect_language(subject) if subject else "en"),)


def _print(briefing: Briefing, in_format: Format) -> None:
    _write(briefing, in_format, Console())


def _write(briefing: Briefing, in_format: Format, console: Console) -> None:
    if in_format == "text":
        show_briefing(briefing, console)
    elif in_format == "markdown":
        console.file.write(as_markdown(briefing))
    elif in_format == "html":
        console.file.write(as_html(briefing))
    else:
        console.file.write(BriefingRecord.of(briefing).model_dump_json(indent=2) + "\n")
