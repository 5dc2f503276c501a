"""`readout correct` and `versions`: a document is replaced by a new version of it, and both are kept."""

from __future__ import annotations

import sys
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn
from rich.text import Text

from bot.cli.asking import told
from bot.cli.corrections import Corrections, address, day, language, moment, parties, words
from bot.cli.intake import Intake, beside_of
from bot.cli.options import LibraryOption, open_existing, read_settings
from bot.cli.progress import bar
from bot.cli.renewal import renewed
from bot.cli.show import printable
from index.errors import DocumentError
from index.reading.isolated import Reader

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
    given: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE]",
            help="The file or the web address with the new version; without one the text stays as it is.",
            show_default=False,
        ),
    ] = None,
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
    identifier: Annotated[
        str | None, typer.Option("--id", help="What the new version is called in the library.")
    ] = None,
    translation: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Its translation, to be aligned with it and shown beside quotes."),
    ] = None,
    translated_by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who made the translation, as readers are told.")
    ] = None,
    library: LibraryOption = None,
) -> None:
    """Replace a document by a new version, and tell what became of each passage. What was cited of the old one still resolves."""
    corrections = Corrections(
        title=words("--title", title), issuer=words("--issuer", issuer), side=words("--side", side),
        published=moment(published, "--published"), language=language(in_language), id=words("--id", identifier),
        parties=parties(between), event=day(event), address=address(source),
    )  # fmt: skip
    beside = beside_of(translation, translated_by)
    if given is None and beside is None and not corrections.are_any:
        raise typer.BadParameter(
            "name the file or the address of the new version, or say what is corrected: --title, --translation FILE, ..."
        )
    settings = read_settings(library)
    opened = open_existing(settings)
    before = opened.document(document)
    if corrections.id is not None and _is_taken(opened, corrections.id):
        raise DocumentError(f"there is a document {corrections.id} already: give another --id")
    with Reader() as reader, bar(MofNCompleteColumn()) as progress:
        task = progress.add_task(printable(Path(given or document).name), total=None)
        advance = partial(_advance, progress, task)
        intake = Intake(settings, reader, corrections, beside=beside)
        wanted, aligned = renewed(before, given, corrections, intake, advance)
        new = opened.correct(document, wanted, advance)
    typer.echo(printable(f"corrected {document}: it is now {new.id}"))
    if aligned is not None:
        typer.echo(printable(f"  translation {told(aligned)}"))
    elif before.translation is not None and new.translation is None:
        typer.echo("  without the translation of the version before: give one of this text with --translation FILE")
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
