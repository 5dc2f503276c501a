"""A database that is torn, cut short or none: told, mended as far as it can be read, and the damaged file kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.errors import DatabaseDamagedError, StateError
from bot.state.chats import Chats
from bot.state.database import Database
from bot.state.inbox import Inbox
from bot.state.lock import FILE_NAME as LOCK_NAME
from bot.state.lock import Lock
from bot.state.mending import check_after_crash, damage, mend

if TYPE_CHECKING:
    from pathlib import Path

_PAGE = 4096
_ROWS = 200


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "bot.sqlite"
    database = Database(path)
    Chats(database).pin(5, "ar")
    Inbox(database).take([{"update_id": number, "words": "w" * 1000} for number in range(_ROWS)])
    database.close()
    return path


def tear(path: Path, table: str) -> int:
    """Overwrite a page in the middle of a table.

    Returns:
        How many of its rows were on it.
    """
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT pageno, ncell FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path", (table,)
        ).fetchall()
    page, cells = rows[len(rows) // 2]
    with path.open("r+b") as file:
        file.seek((page - 1) * _PAGE)
        file.write(b"\xff" * _PAGE)
    return int(cells)


def kept_updates(path: Path) -> list[int]:
    database = Database(path)
    assert Chats(database).language(5) == "ar"
    found = [one.update_id for one in Inbox(database).waiting(0, 10_000)]
    database.close()
    return found


def has_dbstat() -> bool:
    with closing(sqlite3.connect(":memory:")) as connection:
        return ("ENABLE_DBSTAT_VTAB",) in connection.execute("PRAGMA compile_options").fetchall()


@pytest.mark.skipif(not has_dbstat(), reason="this SQLite does not tell where a table's pages are")
def test_a_torn_page_costs_its_own_rows_alone(path: Path) -> None:
    lost = tear(path, "inbox")
    torn = path.read_bytes()
    assert damage(path) is not None

    mended = mend(path)
    assert mended is not None
    assert mended.rows["inbox"] == _ROWS - lost
    found = kept_updates(path)
    assert (found[0], found[-1], len(found)) == (0, _ROWS - 1, _ROWS - lost)
    assert damage(path, thorough=True) is None
    assert mended.kept.read_bytes() == torn


def test_a_file_that_was_cut_short_keeps_what_stands_before_the_cut(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 3 // 4 // _PAGE * _PAGE])
    with pytest.raises(
        DatabaseDamagedError, match=r"bot\.sqlite is damaged \(.*\): stop the bot and mend it with `readout mend`"
    ):
        Database(path)

    assert mend(path) is not None
    found = kept_updates(path)
    assert found == sorted(found)
    assert 0 < len(found) < _ROWS
    assert found[:5] == [0, 1, 2, 3, 4]
    database = Database(path)
    Inbox(database).take([{"update_id": _ROWS}])
    assert Inbox(database).waiting(0, 10_000)[-1].number == _ROWS + 1
    database.close()


def test_one_that_is_whole_is_left_alone(path: Path) -> None:
    before = path.read_bytes()
    assert mend(path) is None
    assert path.read_bytes() == before


def test_what_holds_nothing_that_can_be_read_is_put_aside_only_when_that_is_asked(path: Path) -> None:
    path.write_bytes(b"\xff" * 50_000)
    with pytest.raises(
        DatabaseDamagedError, match=r"nothing in .* can be read: put back a backup, or .* `readout mend --anew`"
    ):
        mend(path)
    assert path.read_bytes() == b"\xff" * 50_000
    assert sorted(one.name for one in path.parent.iterdir()) == [LOCK_NAME, "bot.sqlite"]

    mended = mend(path, anew=True)
    assert mended is not None
    assert (mended.rows, mended.kept.read_bytes()) == ({}, b"\xff" * 50_000)
    Database(path).close()


def test_nothing_is_mended_while_a_bot_runs(path: Path) -> None:
    lock = Lock(path.parent / LOCK_NAME)
    with pytest.raises(StateError, match="another bot"):
        mend(path)
    lock.release()


@pytest.mark.skipif(not has_dbstat(), reason="this SQLite does not tell where a table's pages are")
def test_after_a_crash_the_whole_file_is_looked_at(path: Path) -> None:
    tear(path, "inbox")
    check_after_crash(path)
    with closing(sqlite3.connect(path)) as held:
        held.execute("INSERT INTO chats VALUES (6, 'en')")
        held.commit()
        with pytest.raises(DatabaseDamagedError, match="readout mend"):
            check_after_crash(path)
