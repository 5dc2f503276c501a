"""`readout mend`: mends what the bot remembers, where its file was torn."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.options import LibraryOption, read_settings

AnewOption = Annotated[
    bool, typer.Option("--anew", help="Where nothing can be read, put it aside and begin without what was remembered.")
]


def mend(library: LibraryOption = None, *, anew: AnewOption = False) -> None:
    """Mend the bot's database (bot.sqlite) where a crash or the disk damaged it; the damaged file is kept."""
    # Imported here because the database costs every other command a fifth of a second.
    from bot.state.database import FILE_NAME  # noqa: PLC0415
    from bot.state.mending import mend as mend_file  # noqa: PLC0415

    path = read_settings(library).home / FILE_NAME
    if not path.exists():
        typer.echo(f"there is no {path}: nothing to mend")
        return
    mended = mend_file(path, anew=anew)
    if mended is None:
        typer.echo(f"{path} is whole: nothing to mend")
        return
    for name, number in sorted(mended.rows.items()):
        typer.echo(f"{name}\t{number}")
    done = "mended with these rows; what could not be read is lost" if mended.rows else "put aside; the bot begins anew"
    typer.echo(f"{path} was {done}. The damaged file is {mended.kept}: delete it when it is no longer wanted.")
