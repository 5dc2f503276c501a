"""`readout add`: puts files, folders and web addresses into the library."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn, TimeRemainingColumn

from bot.cli.add_record import AddRecord, Outcome, line, show_table
from bot.cli.asking import Asking
from bot.cli.corrections import Corrections, address, day, language, moment, parties, words
from bot.cli.intake import Intake, beside_of
from bot.cli.options import LibraryOption, read_settings
from bot.cli.progress import bar
from bot.cli.show import printable
from index.errors import DocumentError
from index.manifest import MANIFEST
from index.reading.isolated import Reader
from index.reading.sources import files_in, is_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress, TaskID

    from index.alignment import Aligned
    from index.documents import Found
    from index.types import Document


def add(  # noqa: PLR0917 - the options, as Typer has them
    things: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="What to add: .txt, .md, .html, .docx and .pdf files, a manifest.json that tells of several, folders of"
            " these, and web addresses.",
            show_default=False,
        ),
    ],
    title: Annotated[str | None, typer.Option(help="Its title, in place of the one that is found.")] = None,
    issuer: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    side: Annotated[str | None, typer.Option(help="Whose account it gives.")] = None,
    between: Annotated[
        str | None, typer.Option("--parties", metavar="NAMES", help="Between whom it was, with commas between.")
    ] = None,
    event: Annotated[str | None, typer.Option(metavar="DATE", help="The day of the event: 2025-07-01.")] = None,
    published: Annotated[
        str | None,
        typer.Option("--published", "--date", metavar="DATE", help="When it was published: 2025-07-01 22:10."),
    ] = None,
    in_language: Annotated[
        str | None, typer.Option("--language", metavar="ar|en", help="Which language it is in.")
    ] = None,
    source: Annotated[str | None, typer.Option(metavar="ADDRESS", help="The web address that it came from.")] = None,
    identifier: Annotated[str | None, typer.Option("--id", help="What it is called in the library.")] = None,
    translation: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Its translation, to be aligned with it and shown beside quotes."),
    ] = None,
    translated_by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who made the translation, as readers are told.")
    ] = None,
    force: Annotated[  # noqa: FBT002 - as Typer has it
        bool, typer.Option("--force", help="Add also what is nearly the same as a document that is there.")
    ] = False,
    yes: Annotated[  # noqa: FBT002 - as Typer has it
        bool, typer.Option("--yes", "-y", help="Save what was found without showing it first, on a terminal too.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one object for each.")] = False,  # noqa: FBT002 - as Typer has it
    library: LibraryOption = None,
) -> None:
    """Put readouts into the library. What cannot be added is named, and the others are added all the same."""
    settings = read_settings(library)
    corrections = Corrections(
        title=words("--title", title), issuer=words("--issuer", issuer), side=words("--side", side),
        published=moment(published, "--published"), language=language(in_language), id=words("--id", identifier),
        parties=parties(between), event=day(event), address=address(source),
    )  # fmt: skip
    beside = beside_of(translation, translated_by)
    if (corrections.are_any or beside) and not _is_one(things):
        raise typer.BadParameter(
            "--title, --issuer, --side, --parties, --event, --published, --language, --source, --id and"
            " --translation are for one file or address"
        )
    is_watched = sys.stdin.isatty() and sys.stdout.isatty()
    asking = Asking(Console()) if is_watched and not yes and not as_json else None
    in_table = sys.stdout.isatty() and not as_json
    outcomes: list[Outcome] = []
    with Reader() as reader:
        for outcome in _outcomes(things, Intake(settings, reader, corrections, force=force, beside=beside), asking):
            outcomes.append(outcome)
            if as_json:
                typer.echo(AddRecord.of(outcome).model_dump_json())
            elif not in_table:
                _tell(outcome)
    if in_table:
        show_table(outcomes, Console())
    if any(outcome.refused is not None for outcome in outcomes):
        raise typer.Exit(1)


def _is_one(things: list[str]) -> bool:
    """Whether what is named is one document, for all that can be said without reading it."""
    if len(things) != 1 or is_address(things[0]):
        return len(things) == 1
    return not Path(things[0]).is_dir() and Path(things[0]).name != MANIFEST


def _tell(outcome: Outcome) -> None:
    told = printable(line(outcome))
    if outcome.refused is not None:
        typer.echo(f"readout: {' '.join(told.split())}", err=True)
    else:
        typer.echo(told)


def _advance(progress: Progress, task: TaskID, done: int, of: int) -> None:
    progress.update(task, completed=done, total=of)


def _asked(asking: Asking, progress: Progress, found: Found, aligned: Aligned | None) -> Document | None:
    """What a person says of what was found; the bar is out of the way meanwhile."""
    progress.stop()
    document = asking.ask(found, aligned)
    progress.start()
    return document


def _outcomes(things: list[str], intake: Intake, asking: Asking | None) -> Iterator[Outcome]:
    """What becomes of each thing, and of each file in a folder, one after the other, under a bar."""
    named: list[str | Outcome] = []
    for thing in things:
        try:
            is_folder = not is_address(thing) and Path(thing).is_dir()
            named += [str(file) for file in files_in(Path(thing))] if is_folder else [thing]
        except DocumentError as error:
            named.append(Outcome(thing, refused=str(error)))
    with bar(MofNCompleteColumn(), TimeRemainingColumn()) as progress:
        whole = progress.add_task("all", total=len(named), visible=len(named) > 1)
        for one in named:
            if isinstance(one, Outcome):
                yield one
            else:
                task = progress.add_task(printable(Path(one).name), total=None)
                confirm = None if asking is None else partial(_asked, asking, progress)
                yield from intake.take(one, partial(_advance, progress, task), confirm)
                progress.remove_task(task)
            progress.advance(whole)
        yield from intake.finish()
