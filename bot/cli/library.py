"""`readout add`, `list`, `remove` and `rebuild`: what the library holds."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Column, Table
from rich.text import Text

from bot.cli.options import LibraryOption, open_existing, open_library, read_settings
from bot.cli.show import printable
from index.errors import DocumentError
from index.manifest import read_documents

if TYPE_CHECKING:
    from index.library import Library

# Beside the ids: the frame, and room for the other columns to wrap in.
_OTHER_COLUMNS = 50


def add(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Text files, UTF-8, or a manifest.json that tells of several.", show_default=False
        ),
    ],
    library: LibraryOption = None,
) -> None:
    """Put readouts into the library. What cannot be added is named, and the others are added all the same."""
    settings = read_settings(library)
    # Opened once there is something to put in: an empty library would keep the seeds out.
    opened: Library | None = None
    refused: list[str] = []
    told: list[str] = []
    with _progress(MofNCompleteColumn(), TimeRemainingColumn()) as progress:
        for path in paths:
            task = progress.add_task(path.name, total=None)
            try:
                documents = read_documents(path)
                for document in documents:
                    if opened is None:
                        opened = open_library(settings, seeded=False)
                    added = opened.add(document, partial(_advance, progress, task))
                    known = path if len(documents) == 1 else document.id
                    told.append(f"added {added.id}: {added.title}" if added else f"already there: {known}")
            except DocumentError as error:
                refused.append(str(error))
            finally:
                progress.remove_task(task)
    for line in told:
        typer.echo(printable(line))
    if refused:
        for line in refused[:-1]:
            typer.echo(f"readout: {line}", err=True)
        raise DocumentError(refused[-1])


def _progress(*columns: ProgressColumn) -> Progress:
    """A bar on standard error, with more columns beside it; nothing where that is no terminal."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}", markup=False), BarColumn(), *columns,
        console=console, transient=True, disable=not console.is_terminal,
    )  # fmt: skip


def _advance(progress: Progress, task: TaskID, done: int, of: int) -> None:
    progress.update(task, completed=done, total=of)


def list_documents(library: LibraryOption = None) -> None:
    """List the documents of the library."""
    documents = open_existing(read_settings(library)).documents()
    if not documents:
        typer.echo("The library is empty: add a readout with `readout add FILE`.")
        return
    console = Console()
    rows = [
        (
            one.id,
            one.language,
            one.published.strftime("%Y-%m-%d %H:%M") if one.published else "",
            one.issuer or "",
            one.title,
        )
        for one in documents
    ]
    if not console.is_terminal:
        for row in rows:
            typer.echo("\t".join(printable(" ".join(cell.split())) for cell in row))
        return
    # `remove` wants the id as it is, so that it may stick out of a narrow terminal, but neither wraps nor shrinks.
    widest = max(cell_len(printable(one.id)) for one in documents)
    identifier = Column("document", no_wrap=True, overflow="ignore", min_width=widest)
    table = Table(identifier, "language", "published", "issuer", "title")
    for row in rows:
        # As Text, since a title may hold brackets, which are no markup.
        table.add_row(*(Text(printable(cell)) for cell in row))
    console.print(table, width=max(console.width, widest + _OTHER_COLUMNS), crop=False)


def remove(
    document: Annotated[str, typer.Argument(help="The document's id, as `readout list` shows it.")],
    library: LibraryOption = None,
) -> None:
    """Take a document out of the library."""
    open_existing(read_settings(library)).remove(document)
    typer.echo(f"removed {document}")


def rebuild(library: LibraryOption = None) -> None:
    """Encode the library anew, after another encoder was chosen."""
    opened = open_existing(read_settings(library))
    with _progress(TimeElapsedColumn()) as progress:
        progress.add_task("rebuild", total=None)
        opened.rebuild()
    typer.echo(f"rebuilt {opened.extent()[0]} document(s)")
