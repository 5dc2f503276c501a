"""The database's form: made as today's, brought there from an earlier one whole or not at all, refused where it is later."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine

from bot.errors import DatabaseNewerError, StateError
from bot.state.chats import Chats
from bot.state.database import METADATA, Database
from bot.state.inbox import Inbox
from bot.state.lock import FILE_NAME as LOCK_NAME
from bot.state.lock import Lock
from bot.state.migrations import REVISIONS, revisions
from bot.state.migrations.write import write
from bot.state.upgrade import apply_revisions, upgrade

# As it was written before there were revisions, with some of the tables that there were then.
_OLD = """
CREATE TABLE chats (chat_id BIGINT NOT NULL, language VARCHAR(2) NOT NULL, CONSTRAINT pk_chats PRIMARY KEY (chat_id));
CREATE TABLE inbox (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, update_id BIGINT NOT NULL,
    chat_id BIGINT, user_id BIGINT, state VARCHAR(12) NOT NULL, raw TEXT,
    received_at BIGINT NOT NULL, ended_at BIGINT, why TEXT,
    CONSTRAINT uq_inbox_update_id UNIQUE (update_id)
);
CREATE INDEX ix_inbox_state_number ON inbox (state, number);
INSERT INTO chats VALUES (5, 'ar');
INSERT INTO inbox VALUES (7, 70, 5, 5, 'waiting', '{"update_id": 70}', 1000, NULL, NULL);
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "bot.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(_OLD)
    return path


def form(path: Path) -> list[tuple[str, str, str]]:
    """All that there is in a database, by its kind and name, with its columns; not the order in which it was made."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master ORDER BY 1, 2").fetchall()
    return [(kind, name, re.sub(r"\s+|IF NOT EXISTS ", "", sql)) for kind, name, sql in rows]


def value(path: Path, query: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchone()[0]


def test_the_revisions_make_exactly_the_tables() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        apply_revisions(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_each_revision_follows_the_one_before_it() -> None:
    told = [
        (
            re.search(r'^revision = "(\d{4})"$', file.read_text(), re.MULTILINE),
            re.search(r'^down_revision = "?(\w+)"?$', file.read_text(), re.MULTILINE),
        )
        for file in sorted(REVISIONS.glob("r*.py"))
    ]
    numbers = [number[1] for number, _ in told if number]

    assert numbers == list(revisions()) == [f"{one:04}" for one in range(1, len(numbers) + 1)]
    assert [before[1] for _, before in told if before] == ["None", *numbers[:-1]]


def test_one_that_is_made_is_one_that_was_upgraded(tmp_path: Path, old: Path) -> None:
    Database(tmp_path / "new.sqlite").close()
    Database(old).close()

    made, upgraded = form(tmp_path / "new.sqlite"), form(old)
    assert [one[:2] for one in made] == [one[:2] for one in upgraded]
    assert value(old, "SELECT version_num FROM alembic_version") == revisions()[-1]
    assert value(tmp_path / "new.sqlite", "SELECT version_num FROM alembic_version") == revisions()[-1]


def test_what_an_old_one_holds_is_there_after_the_upgrade(old: Path) -> None:
    database = Database(old)

    assert Chats(database).language(5) == "ar"
    (waiting,) = Inbox(database).waiting(0, 10)
    assert (waiting.number, waiting.update_id, waiting.raw) == (7, 70, '{"update_id": 70}')
    database.close()
    again = Database(old)
    assert Chats(again).language(5) == "ar"
    again.close()


def test_a_later_one_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    Database(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9000'")

    with pytest.raises(
        DatabaseNewerError, match=r"bot\.sqlite is of a later version .*9000.*: start that version, or put"
    ):
        Database(path)
    assert value(path, "SELECT version_num FROM alembic_version") == "9000"


def test_what_no_version_wrote_is_refused_and_kept(tmp_path: Path) -> None:
    for number, sql in enumerate(("CREATE TABLE recipes (id INTEGER)", "CREATE TABLE chats (id INTEGER)")):
        path = tmp_path / f"{number}.sqlite"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(sql)
        before = form(path)
        with pytest.raises(StateError, match="set READOUT_HOME elsewhere"):
            Database(path)
        assert form(path) == before


def test_while_a_bot_runs_on_it_nothing_is_upgraded(old: Path) -> None:
    lock, before = Lock(old.parent / LOCK_NAME), form(old)
    engine = create_engine(f"sqlite:///{old}")
    with pytest.raises(
        StateError, match=r"must be upgraded first, but another bot \(process \d+\) runs in .*: stop it"
    ):
        upgrade(engine, old, patience=0)
    assert form(old) == before

    lock.release()
    upgrade(engine, old, patience=0)
    assert form(old) != before
    engine.dispose()


_KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from bot.state.database import Database
import bot.state.upgrade

left = int(sys.argv[2])

@event.listens_for(Engine, "after_cursor_execute")
def count(*_):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)

Database(Path(sys.argv[1])).close()
"""


@pytest.mark.parametrize("statement", [6, 8, 20, 40])
def test_a_kill_leaves_the_old_form_or_the_new_one(old: Path, statement: int) -> None:
    before = form(old)
    killed = subprocess.run(  # noqa: S603 - its own words
        [sys.executable, "-c", _KILLED, str(old), str(statement)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )

    assert killed.returncode == -9
    assert form(old) == before
    database = Database(old)
    assert Chats(database).language(5) == "ar"
    database.close()


def test_a_start_with_nothing_to_upgrade_imports_no_alembic(tmp_path: Path) -> None:
    told = "import sys; from pathlib import Path; from bot.state.database import Database; Database(Path(sys.argv[1])).close()"
    for _ in range(2):
        ran = subprocess.run(  # noqa: S603 - its own words
            [sys.executable, "-c", f"{told}; print('alembic' in sys.modules)", str(tmp_path / "bot.sqlite")],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            check=True,
            capture_output=True,
            text=True,
        )
        assert ran.stdout == "False\n"


def test_the_next_revision_is_written_from_the_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlalchemy as sa  # noqa: PLC0415

    changed = sa.MetaData(naming_convention=METADATA.naming_convention)
    for table in METADATA.sorted_tables:
        table.to_metadata(changed)
    changed.tables["chats"].append_column(sa.Column("tone", sa.String(8)))
    monkeypatch.setattr("bot.state.migrations.write.METADATA", changed)
    text = write("A tone for each chat", tmp_path).read_text()

    number = f"{int(revisions()[-1]) + 1:04}"
    assert [file.name for file in tmp_path.iterdir()] == [f"r{number}_a_tone_for_each_chat.py"]
    assert f'revision = "{number}"\ndown_revision = "{revisions()[-1]}"' in text
    assert "batch_op.add_column(sa.Column('tone', sa.String(length=8), nullable=True))" in text
