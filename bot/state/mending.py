"""Mends a database file that is torn or cut short: what can still be read goes into a new one, and the old one is kept."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.errors import DatabaseDamagedError, StateError
from bot.state.lock import FILE_NAME as LOCK_NAME
from bot.state.lock import Lock
from bot.state.refusal import damaged, refusal

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

_BESIDE = ("-wal", "-shm")
_LAST = 2**62


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a damaged database.

    Attributes:
        rows: How many rows of each table are there now; empty where it was begun anew.
        kept: Where the damaged file is kept. It may hold what was to be forgotten.
    """

    rows: dict[str, int]
    kept: Path


def damage(path: Path, *, thorough: bool = False) -> str | None:
    """What is wrong with a file, in SQLite's words; None where it is whole, or not there.

    Args:
        path: The file.
        thorough: Whether indexes are compared with their tables, too.
    """
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(path)) as connection:
            (told,) = connection.execute(f"PRAGMA {'integrity' if thorough else 'quick'}_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if isinstance(refusal(path, error), DatabaseDamagedError):
            return str(error)
        raise refusal(path, error) from error
    return None if told == "ok" else " ".join(str(told).split())


def check_after_crash(path: Path) -> None:
    """See whether a file is whole, where whoever had it last did not close it; that costs a read of all of it.

    Raises:
        DatabaseDamagedError: It is not.
        StateError: It cannot be read.
    """
    wal = path.with_name(path.name + "-wal")
    if wal.exists() and wal.stat().st_size and (told := damage(path)):
        raise damaged(path, told)


def mend(path: Path, *, anew: bool = False) -> Mended | None:
    """Mend a database, while no bot runs on it.

    Args:
        path: The file.
        anew: Whether one of which nothing can be read is put aside, so that the bot begins with an empty one.

    Returns:
        What became of it; None where it is whole.

    Raises:
        DatabaseDamagedError: Nothing of it can be read; it stays as it is.
        StateError: A bot runs on it, or the disk does not take the new one.
    """
    lock = Lock(path.parent / LOCK_NAME)
    try:
        if not damage(path, thorough=True):
            return None
        return _mend(path, anew=anew)
    except OSError as error:
        raise StateError(f"{path} could not be mended and stays as it is: {error.strerror or error}") from error
    finally:
        lock.release()


def _mend(path: Path, *, anew: bool) -> Mended:
    new = path.with_name(f"{path.name}.mended")
    new.unlink(missing_ok=True)
    # Before anything is read: reading may write what the log of the last process holds into the file.
    kept = path.with_name(f"{path.name}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S}")
    for suffix in ("", _BESIDE[0]):
        if (one := path.with_name(path.name + suffix)).exists():
            shutil.copy2(one, kept.with_name(kept.name + suffix))
    try:
        rows = _salvage(path, new)
    except sqlite3.Error as error:
        new.unlink(missing_ok=True)
        raise refusal(new, error) from error
    if not rows and not anew:
        for suffix in ("", _BESIDE[0]):
            kept.with_name(kept.name + suffix).unlink(missing_ok=True)
        new.unlink(missing_ok=True)
        raise DatabaseDamagedError(
            f"nothing in {path} can be read: put back a backup, or begin without what was remembered with `readout mend --anew`"
        )
    # The log belongs to the damaged file, and would be written into the new one.
    for suffix in _BESIDE:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    if rows:
        new.replace(path)
    else:
        new.unlink(missing_ok=True)
        path.unlink()
    return Mended(rows, kept)


def _salvage(path: Path, new: Path) -> dict[str, int]:
    """Bring what can be read into a new file of the same form; nothing where not even the form can be read."""
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(new)) as target:
        source.text_factory = lambda raw: raw.decode("utf-8", "replace")
        try:
            # Else a file that is shorter than it says is not read at all.
            source.execute("PRAGMA writable_schema = ON")
            form = source.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        except sqlite3.DatabaseError:
            return {}
        tables = [(name, sql) for kind, name, sql in form if kind == "table" and not name.startswith("sqlite_")]
        with target:
            for name, sql in tables:
                target.execute(sql)
                width = len(target.execute(f'PRAGMA table_info("{name}")').fetchall())
                places = ", ".join("?" * width)
                target.executemany(f'INSERT OR IGNORE INTO "{name}" VALUES ({places})', _rows(source, name))
            for kind, _, sql in form:
                if kind == "index":
                    target.execute(sql)
            _tidy(source, target)
        return {name: target.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name, _ in tables}


def _rows(source: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """The rows that can be read, some of them twice: up to what is broken and behind it, and then from the end down."""
    broken = yield from _one_way(source, table, 1)
    if broken:
        yield from _one_way(source, table, -1)


def _one_way(source: sqlite3.Connection, table: str, way: int) -> Generator[tuple[Any, ...], None, bool]:
    """The rows in one direction; where one cannot be read it tries behind it, further each time. Whether any was."""
    compared, order = (">", "ASC") if way > 0 else ("<", "DESC")
    query = f'SELECT rowid, * FROM "{table}" NOT INDEXED WHERE rowid {compared} ? ORDER BY rowid {order}'
    at, step, broken, limit = 0 if way > 0 else _LAST, 1, False, ""
    while 0 <= at <= _LAST:
        found = source.cursor()
        try:
            found.execute(query + limit, (at,))
            while (row := found.fetchone()) is not None:
                yield row[1:]
                at, step = row[0], 1
        except sqlite3.DatabaseError:
            # The driver reads one row ahead: the last whole one is got alone before anything is passed over.
            broken = True
            if limit:
                at, step = at + way * step, 2 * step
            limit = "" if limit else " LIMIT 1"
        else:
            if not limit:
                return broken
            limit = ""
    return broken


def _tidy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Leave no row that belongs to one that is lost, and give no number twice."""
    for table, number, *_ in target.execute("PRAGMA foreign_key_check").fetchall():
        target.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (number,))
    try:
        given = source.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
    except sqlite3.DatabaseError:
        return
    for name, last in given:
        if target.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, name)).rowcount == 0:
            target.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, last))
