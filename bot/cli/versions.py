"""`readout correct` and `versions`: a document is replaced by a new version of it, and both are kept."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn
from rich.text import Text

from bot.cli.corrections import Corrections, language, moment, words
from bot.cli.options import LibraryOption, open_existing, read_settings
from bot.cli.progress import bar
from bot.cli.show import printable
from index.documents import find_document
from index.errors import DocumentError
from index.reading.isolated import Reader
from index.reading.sources import is_address

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from index.corrections import Change, Correction
    from index.library import Library
    from index.types import Document

DocumentArgument = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help="The document's id, as `readout list` shows it.")
]


def correct(  # noqa: PLR0917 - the options, as Typer has them
    document: DocumentArgument,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file with the new version.", show_default=False)],
    title: Annotated[str | None, typer.Option(help="Its title, in place of the one that is found.")] = None,
    issuer: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    side: Annotated[str | None, typer.Option(help="Whose account it gives.")] = None,
    date: Annotated[str | None, typer.Option(metavar="DATE", help="When it was published: 2025-07-01 22:10.")] = None,
    in_language: Annotated[
        str | None, typer.Option("--language", metavar="ar|en", help="Which language it is in.")
    ] = None,
    identifier: Annotated[
        str | None, typer.Option("--id", help="What the new version is called in the library.")
    ] = None,
    library: LibraryOption = None,
) -> None:
    """Replace a document by a new version, and tell what became of each passage. What was cited of the old one still resolves."""
    told = Corrections(
        words("--title", title), words("--issuer", issuer), words("--side", side), moment(date), language(in_language),
        words("--id", identifier),
    )  # fmt: skip
    if is_address(file):
        raise typer.BadParameter("save the page, and name the file", param_hint="'FILE'")
    opened = open_existing(read_settings(library))
    before = opened.document(document)
    with Reader() as reader:
        found = find_document(Path(file), reader).document
    if told.id is not None and _is_taken(opened, told.id):
        raise DocumentError(f"there is a document {told.id} already: give another --id")
    with bar(MofNCompleteColumn()) as progress:
        task = progress.add_task(printable(Path(file).name), total=None)
        new = opened.correct(document, told.of(_kept(before, found)), partial(_advance, progress, task))
    typer.echo(printable(f"corrected {document}: it is now {new.id}"))
    # Another process may have corrected something meanwhile.
    _show(next(one for one in opened.corrections() if one.new == new.id), before, new)


def versions(document: DocumentArgument, library: LibraryOption = None) -> None:
    """List the versions of a document, the first one first, and what became of each passage from one to the next."""
    opened = open_existing(read_settings(library))
    found = {one.id: one for one in opened.versions(document)}
    made = {one.new: one for one in opened.corrections() if one.new in found}
    for one in found.values():
        published = one.published.strftime("%Y-%m-%d %H:%M") if one.published else ""
        corrected = f"{made[one.id].at:%Y-%m-%d %H:%M}" if one.id in made else ""
        row = (one.id, corrected, published, one.title)
        typer.echo("\t".join(printable(" ".join(cell.split())) for cell in row))
        if one.id in made:
            _show(made[one.id], found[made[one.id].old], one)


def _is_taken(library: Library, identifier: str) -> bool:
    try:
        library.document(identifier)
    except DocumentError:
        return False
    return True


def _kept(before: Document, found: Document) -> Document:
    """A new version, with what was told of the one before where it does not tell that itself."""
    return replace(
        found,
        id=before.id,
        title=before.title if found.title == found.id else found.title,
        issuer=found.issuer or before.issuer,
        side=found.side or before.side,
        published=found.published or before.published,
        parties=found.parties or before.parties,
        event=found.event or before.event,
        address=found.address or before.address,
    )


def _show(correction: Correction, before: Document, after: Document) -> None:
    """Tell what changed, old beside new, and how many passages did not."""
    console = Console()
    counts: Counter[str] = Counter(one.kind for one in correction.changes)
    for one in correction.changes:
        for mark, quote in _sides(one, before, after):
            line = printable(f"  {mark} {' '.join(quote.split())}")
            if console.is_terminal:
                console.print(Text(line))
            else:
                sys.stdout.write(f"{line}\n")
    kinds = ("unchanged", "reworded", "gone", "new")
    typer.echo("  " + ", ".join(f"{counts[kind]} {kind}" for kind in kinds if counts[kind]))


def _sides(change: Change, before: Document, after: Document) -> list[tuple[str, str]]:
    if change.kind == "unchanged":
        return []
    sides = (("-", before, change.old), ("+", after, change.new))
    return [(mark, document.text[slice(*offsets)]) for mark, document, offsets in sides if offsets is not None]


def _advance(progress: Progress, task: TaskID, done: int, of: int) -> None:
    progress.update(task, completed=done, total=of)
