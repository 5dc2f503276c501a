"""A disk that takes nothing is told as what it is, what is there can still be read, and afterwards all goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import DiskError
from bot.state.chats import Chats
from bot.state.database import Database
from bot.state.inbox import Inbox

_LONG = [{"update_id": 1, "words": "w" * 100_000}]


def set_pragma(database: Database, told: str) -> None:
    with database.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA {told}")


@pytest.mark.parametrize(
    ("refusing", "taking", "told"),
    [
        ("max_page_count = 1", "max_page_count = 1000000", r"cannot be written: the disk is full; make room"),
        ("query_only = ON", "query_only = OFF", r"cannot be written: the file, its folder or the disk is read-only"),
    ],
)
def test_what_the_disk_does_not_take_is_told_and_taken_later(
    tmp_path: Path, refusing: str, taking: str, told: str
) -> None:
    database = Database(tmp_path / "bot.sqlite")
    Chats(database).pin(5, "ar")
    inbox = Inbox(database)
    set_pragma(database, refusing)
    with pytest.raises(DiskError, match=told):
        inbox.take(_LONG)

    assert Chats(database).language(5) == "ar"
    assert inbox.depth() == (0, None)
    set_pragma(database, taking)
    assert inbox.take(_LONG) == [1]
    database.close()


_LIMITED = """
import resource, sys
from pathlib import Path
from bot.errors import DiskError
from bot.state.chats import Chats
from bot.state.database import Database
from bot.state.inbox import Inbox

database = Database(Path(sys.argv[1]))
Chats(database).pin(5, "ar")
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
for number in range(100):
    try:
        Inbox(database).take([{"update_id": number, "words": "w" * 20_000}])
    except DiskError as error:
        print(number, error)
        break
print(Chats(database).language(5), Inbox(database).depth()[0])
"""

# All is imported before, since who is not root may not be able to read it.
_READ_ONLY = """
import os, sqlite3, sys
import sqlalchemy.dialects.sqlite.pysqlite
from pathlib import Path
from bot.errors import ReadoutError
from bot.state.database import Database
from bot.state.chats import Chats

if os.geteuid() == 0:
    os.setgid(65534), os.setuid(65534)
try:
    database = Database(Path(sys.argv[1]))
    Chats(database).pin(6, "en")
except ReadoutError as error:
    print(type(error).__name__, error)
"""


def output(script: str, path: Path) -> list[str]:
    ran = subprocess.run(  # noqa: S603 - its own words
        [sys.executable, "-c", script, str(path)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
        capture_output=True,
        text=True,
    )
    return ran.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="it knows no such limit")
def test_a_file_that_may_not_grow_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    refused, left = output(_LIMITED, path)

    number, _, told = refused.partition(" ")
    assert int(number) > 5
    assert told.startswith(f"{path} cannot be ")
    assert "the disk" in told
    assert left == f"ar {number}"
    database = Database(path)
    assert Inbox(database).depth()[0] == int(number)
    database.close()


@pytest.mark.skipif(sys.platform == "win32", reason="its files have other rights")
def test_a_file_that_may_only_be_read_is_told(tmp_path: Path) -> None:
    home = tmp_path / "home"
    path = home / "bot.sqlite"
    Database(path).close()
    # So that somebody who is not root comes as far as the file.
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    path.chmod(0o444)
    home.chmod(0o555)

    (told,) = output(_READ_ONLY, path)
    assert told.startswith(("DiskError", "StateError"))
    assert str(path) in told
    assert "writable" in told
    home.chmod(0o755)
