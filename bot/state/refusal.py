"""Why the database refused, told so that a person knows what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import DatabaseDamagedError, DiskError, StateError

if TYPE_CHECKING:
    from pathlib import Path


def refusal(path: Path, error: BaseException) -> StateError:
    """What to tell of an error of SQLite's.

    Args:
        path: The database's file.
        error: As its driver raised it; nothing but its own words is told.
    """
    name = str(getattr(error, "sqlite_errorname", ""))
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged(path, str(error))
    if name == "SQLITE_FULL":
        return DiskError(f"{path} cannot be written: the disk is full; make room, and the bot goes on by itself")
    if name.startswith("SQLITE_READONLY"):
        return DiskError(
            f"{path} cannot be written: the file, its folder or the disk is read-only; make it writable, or set READOUT_HOME "
            "elsewhere"
        )
    if name.startswith("SQLITE_IOERR"):
        return DiskError(
            f"{path} cannot be read or written: the disk failed, or allows no more ({error}); see to the disk"
        )
    return StateError(f"{path} cannot be used: {error}; make it writable, or set READOUT_HOME elsewhere")


def damaged(path: Path, reason: str) -> DatabaseDamagedError:
    """What to tell of a file that is not whole."""
    return DatabaseDamagedError(
        f"{path} is damaged ({reason}): stop the bot and mend it with `readout mend`, or put back a backup"
    )
