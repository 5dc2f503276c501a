"""Brings a database of an earlier version to today's form, or leaves it as it was. Imported only where that is to be done."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import inspect

from bot.errors import StateError
from bot.state.database import METADATA, read_revision
from bot.state.lock import FILE_NAME as LOCK_NAME
from bot.state.lock import Lock
from bot.state.migrations import FOLDER, REVISIONS, revisions

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

_PATIENCE_SECONDS, _PAUSE_SECONDS = 5.0, 0.05


def upgrade(engine: Engine, path: Path, patience: float = _PATIENCE_SECONDS) -> None:
    """Bring a database to today's form, in one transaction, while no bot runs on it.

    Args:
        engine: Connects to it.
        path: Its file.
        patience: How many seconds to wait for another process, which may be doing the same.

    Raises:
        StateError: A bot runs on it, or it holds what no version wrote; then it stays as it was.
    """
    lock = _alone(engine, path, time.monotonic() + patience)
    if lock is None:
        return
    try:
        with engine.connect() as connection:
            # Tables are made anew on the way, and what refers to them must not go with the old ones.
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                if read_revision(connection) != revisions()[-1]:
                    apply_revisions(connection)
                    _check(connection, path)
                connection.commit()
            finally:
                connection.rollback()
                connection.exec_driver_sql("PRAGMA foreign_keys = ON")
    finally:
        lock.release()


def apply_revisions(connection: Connection, until: str = "head") -> None:
    """Apply the revisions that a database lacks, in the transaction that is open.

    Args:
        connection: To the database.
        until: The last one to apply.
    """
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("version_locations", str(REVISIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    command.upgrade(config, until)


def _alone(engine: Engine, path: Path, deadline: float) -> Lock | None:
    """The lock of a bot that runs alone; None where another process has done the upgrade meanwhile."""
    while True:
        try:
            return Lock(path.parent / LOCK_NAME)
        except StateError as error:
            with engine.connect() as connection:
                if read_revision(connection) == revisions()[-1]:
                    return None
            if time.monotonic() > deadline:
                raise StateError(f"{path} is of an earlier version and must be upgraded first, but {error}") from error
        time.sleep(_PAUSE_SECONDS)


def _check(connection: Connection, path: Path) -> None:
    found = inspect(connection)
    tables = set(found.get_table_names())
    for table in METADATA.sorted_tables:
        columns = {one["name"] for one in found.get_columns(table.name)} if table.name in tables else set()
        if missing := [column.name for column in table.columns if column.name not in columns]:
            raise StateError(
                f"{path} cannot be upgraded: {table.name} lacks {', '.join(missing)}, so no version of the bot wrote it; "
                "put back a backup, or set READOUT_HOME elsewhere"
            )
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise StateError(f"{path} cannot be upgraded: its rows do not fit together; mend it with `readout mend`")
