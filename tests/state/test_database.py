"""The database file: made, in WAL mode, and refused in words."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest

from bot.answer.exchange import Exchange
from bot.errors import StateError
from bot.state.answers import GivenAnswers
from bot.state.chats import Chats
from bot.state.database import Database

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_made_with_its_folder_and_can_be_read_while_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "أ b?#" / "deep" / "bot.sqlite"
    database = Database(path)
    Chats(database).pin(5, "ar")

    beside = sqlite3.connect(path)
    assert beside.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert beside.execute("SELECT * FROM chats").fetchall() == [(5, "ar")]
    beside.close()
    database.close()


def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    path.write_bytes(b"not a database, but long enough to look like one" * 100)
    before = path.read_bytes()

    with pytest.raises(StateError, match=r"bot\.sqlite is damaged \(file is not a database\): .* `readout mend`"):
        Database(path)
    assert path.read_bytes() == before


def test_a_path_that_cannot_be_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "bot.sqlite", tmp_path):
        with pytest.raises(StateError, match="cannot be used"):
            Database(path)


def test_an_error_does_not_repeat_what_was_asked(tmp_path: Path) -> None:
    database = Database(tmp_path / "bot.sqlite")
    with database.begin() as connection:
        refusing = "CREATE TRIGGER refuse BEFORE INSERT ON answers BEGIN SELECT RAISE(ABORT, 'no room'); END"
        connection.exec_driver_sql(refusing)
    with pytest.raises(StateError) as caught:
        GivenAnswers(database).add(1, 1, Exchange("a secret question", "en", None, ()))
    database.close()

    assert "cannot be used: no room; " in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "secret" not in str(caught.value.__cause__)


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    database = Database(tmp_path / "bot.sqlite")

    def fail_midway() -> None:
        with database.begin() as connection:
            connection.exec_driver_sql("INSERT INTO chats VALUES (5, 'ar')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_midway()
    assert Chats(database).language(5) is None
    database.close()


def test_it_serves_several_threads(tmp_path: Path) -> None:
    database = Database(tmp_path / "bot.sqlite")
    chats = Chats(database)
    threads = [threading.Thread(target=chats.pin, args=(number, "ar")) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {chats.language(number) for number in range(20)} == {"ar"}
    database.close()
