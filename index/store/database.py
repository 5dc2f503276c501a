"""The SQLite file of a library: its connection, its transactions, and what is told when it fails."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from typing import TYPE_CHECKING

from index.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = "library.sqlite"
# Seconds that another process may hold the file, and between two looks.
_PATIENCE, _PAUSE = 30.0, 0.02
_DAMAGED = "{path} is damaged: put back a copy of it, or move it away and a new library is made"


class Database:
    """The library's file. Its methods raise ``LibraryError`` where the file cannot be read or written.

    Args:
        folder: The library's folder; made if it is missing, as is the file in it.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        with self._told():
            folder.mkdir(parents=True, exist_ok=True)
            # One worker thread asks at a time, but it need not be the thread that opened the library.
            self._database = sqlite3.connect(
                self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._write_ahead()
            self._database.execute("PRAGMA synchronous = FULL")
            self._database.execute("PRAGMA foreign_keys = ON")

    def damaged(self) -> str:
        """What to tell of a file whose rows do not fit together."""
        return _DAMAGED.format(path=self.path)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def changes(self) -> tuple[int, int]:
        """A value that differs after anyone changed the file: another process, or this one."""
        with self._told():
            return int(self._database.execute("PRAGMA data_version").fetchone()[0]), self._database.total_changes

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside happens, or nothing does. Waits for other writers."""
        with self._told():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                # SQLite has rolled back by itself where the disk was full.
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one state, whatever other processes write meanwhile."""
        if self._database.in_transaction:
            yield
            return
        with self._told():
            self._database.execute("BEGIN")
        try:
            yield
        finally:
            with self._told():
                if self._database.in_transaction:
                    self._database.execute("COMMIT")

    def _write_ahead(self) -> None:
        """Let readers and a writer work side by side; waits for others, as SQLite does not for this one statement."""
        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                self._database.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE)
            else:
                return

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise LibraryError(_explain(error, self.path)) from error


def _explain(error: Exception, path: Path) -> str:
    told = str(error).lower()
    if isinstance(error, OSError) or "unable to open" in told or "readonly" in told:
        return f"cannot write the library {path.parent}: choose another folder with --library or READOUT_HOME"
    if "not a database" in told or "malformed" in told:
        return _DAMAGED.format(path=path)
    if "full" in told:
        return f"the disk of {path} is full: nothing was changed"
    if "locked" in told:
        return f"{path} is in use by another process for too long: try again"
    return f"{path} cannot be used as a library: {error}"
