"""`readout list`, `remove` and `rebuild`: what the library holds."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.progress import TimeElapsedColumn
from rich.table import Column, Table
from rich.text import Text

from bot.cli.options import LibraryOption, open_existing, read_settings
from bot.cli.progress import bar
from bot.cli.show import printable

# Beside the ids: the frame, and room for the other columns to wrap in.
_OTHER_COLUMNS = 50


def list_documents(library: LibraryOption = None) -> None:
    """List the documents of the library."""
    documents = open_existing(read_settings(library)).records()
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
    """Take a document out of the library, with all its versions."""
    gone = open_existing(read_settings(library)).remove(document)
    before = f", and what it corrected: {', '.join(gone[:-1])}" if len(gone) > 1 else ""
    typer.echo(printable(f"removed {document}{before}"))


def rebuild(library: LibraryOption = None) -> None:
    """Encode the library anew, after another encoder was chosen."""
    opened = open_existing(read_settings(library))
    with bar(TimeElapsedColumn()) as progress:
        progress.add_task("rebuild", total=None)
        opened.rebuild()
    typer.echo(f"rebuilt {opened.extent()[0]} document(s)")
