"""`readout access`: who may ask the bot, and letting in and shutting out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli.options import LibraryOption, read_settings
from bot.cli.show import printable
from bot.errors import SettingsError

if TYPE_CHECKING:
    from bot.state.access import Access

_Action = Literal["list", "allow", "deny"]


def access(
    action: Annotated[_Action, typer.Argument(metavar="list|allow|deny", help="What to do.")],
    who: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHO]...", help="Codes, or ids of users and groups; write -- before one below zero."),
    ] = None,
    library: LibraryOption = None,
) -> None:
    """List who was let in or shut out by command and who asks to be let in; let in; shut out. It counts at once."""
    # Imported here because the database costs every other command a fifth of a second.
    from bot.state.access import Access, id_in  # noqa: PLC0415
    from bot.state.database import FILE_NAME, Database  # noqa: PLC0415

    settings = read_settings(library)
    if action != "list" and not who:
        raise typer.BadParameter(f"say whom: readout access {action} CODE or ID")
    for one in who or ():
        if action == "deny" and id_in(one) in settings.administrators:
            raise SettingsError(f"{one} is an administrator and cannot be shut out: take it out of READOUT_ADMINS")
    database = Database(settings.home / FILE_NAME)
    try:
        known = Access(database)
        if action == "list":
            _list(known)
            return
        for one in who or ():
            before = known.decide(one, "allowed" if action == "allow" else "denied")
            if before is None:
                raise SettingsError(f"there is no code {printable(one)}, or it is no longer good: ask for a new one")
            typer.echo(f"{'let in' if action == 'allow' else 'shut out'}\t{before.chat_id}\t{printable(before.name)}")
    finally:
        database.close()


def _list(known: Access) -> None:
    """One line each: how they stand, the id, the name, and the code of those who ask."""
    words = {"allowed": "let in", "denied": "shut out", "asked": "asks"}
    for one in known.entries():
        typer.echo("\t".join((words[one.standing], str(one.chat_id), printable(one.name), one.code or "")).rstrip())
