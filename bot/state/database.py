"""The database of what must survive, and its tables. No other module imports SQLAlchemy."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    URL,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    create_engine,
    event,
)
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from bot.errors import DatabaseNewerError, StateError
from bot.state.migrations import revisions
from bot.state.refusal import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Insert

FILE_NAME = "bot.sqlite"

# Every constraint has a name of its own, so that a migration can alter it.
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

CHATS = Table(
    "chats",
    METADATA,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(2), nullable=False),
)

ANSWERS = Table(
    "answers",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger),
    Column("question_message_id", BigInteger, nullable=False),
    Column("question", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("context", Text),
    Column("citations", JSON, nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("user_id", BigInteger),
    Index(None, "chat_id", "message_id"),
    Index(None, "chat_id", "question_message_id"),
    Index(None, "asked_at"),
    Index(None, "user_id"),
    # An id is never given twice: an old button must find nothing rather than another answer.
    sqlite_autoincrement=True,
)

CONTEXTS = Table(
    "contexts",
    METADATA,
    Column("answer_id", Integer, ForeignKey("answers.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger),
)

# Beside the answers in a table of its own, so that a database of the time before it had any needs no migration.
FOLLOWUPS = Table(
    "followups",
    METADATA,
    Column("answer_id", Integer, ForeignKey("answers.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("question", Text, nullable=False),
    Column("context", Text),
    Column("shown", JSON, nullable=False),
    Column("day", Date),
)

# Every update as it came. What was done with keeps its id, so that it is known when it comes again, but not its words.
INBOX = Table(
    "inbox",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("update_id", BigInteger, nullable=False, unique=True),
    Column("chat_id", BigInteger),
    Column("user_id", BigInteger),
    Column("state", String(12), nullable=False),
    Column("raw", Text),
    Column("received_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Column("why", Text),
    Index(None, "state", "number"),
    sqlite_autoincrement=True,
)

# Every message before it is sent. One that has arrived keeps its id, but not its words.
OUTBOX = Table(
    "outbox",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("key", String(80), nullable=False, unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    Column("reply_to", BigInteger),
    Column("html", Text),
    Column("buttons", Text),
    Column("rank", Integer, nullable=False),
    Column("state", String(12), nullable=False),
    Column("doubtful", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("message_id", BigInteger),
    Column("made_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Index(None, "state", "number"),
    sqlite_autoincrement=True,
)

# Who was let in or shut out by command, and who asked for it.
ACCESS = Table(
    "access",
    METADATA,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("standing", String(8), nullable=False),
    Column("name", String(80), nullable=False),
    Column("language", String(2), nullable=False),
    Column("code", String(8), unique=True),
    Column("code_until", BigInteger),
    Column("message_id", BigInteger),
    Column("told_at", BigInteger),
    Column("changed_at", BigInteger, nullable=False),
    Index(None, "standing", "changed_at"),
)

# What a group had on its shelf before it got another id.
SHELVES = Table(
    "shelves",
    METADATA,
    Column("shelf", String(32), primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Index(None, "chat_id"),
)

DRAFTS = Table(
    "drafts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger),
    Column("language", String(2), nullable=False),
    Column("document", JSON, nullable=False),
    Column("is_partial", Boolean, nullable=False),
    Column("prompt_id", BigInteger),
    Column("wanted", String(16)),
    Column("outcome", String(16)),
    Column("made_at", BigInteger, nullable=False),
    Index(None, "chat_id", "prompt_id"),
    Index(None, "made_at"),
    # As with answers.
    sqlite_autoincrement=True,
)

# Who is briefed; ``settings`` are read and written as one. ``next_at`` is when the next slot comes.
SUBSCRIPTIONS = Table(
    "subscriptions",
    METADATA,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("state", String(8), nullable=False),
    Column("settings", JSON, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("next_at", BigInteger, nullable=False),
    Column("corrected", BigInteger, nullable=False),
    Index(None, "state", "next_at"),
)

# Every briefing, made once for each slot of a chat. One that was sent keeps its slot, but not its words.
BRIEFINGS = Table(
    "briefings",
    METADATA,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("slot", String(80), primary_key=True),
    Column("thread_id", BigInteger),
    Column("parts", JSON),
    Column("is_done", Boolean, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Index(None, "is_done"),
)

TOLD = Table(
    "told",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("told_at", BigInteger, nullable=False),
    UniqueConstraint("chat_id", "document", "first", "last"),
)

BRIEFED = Table(
    "briefed",
    METADATA,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("document", Text, primary_key=True),
)

# The processes that serve from this database; one that was not seen for some seconds is dead.
REPLICAS = Table(
    "replicas",
    METADATA,
    Column("name", String(32), primary_key=True),
    Column("process", BigInteger, nullable=False),
    Column("mode", String(8), nullable=False),
    Column("started_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
    Column("heard_at", BigInteger),
)

# Which replica handles what a chat asks. A line is a chat, or one update that belongs to none.
LEASES = Table(
    "leases",
    METADATA,
    Column("line", String(32), primary_key=True),
    Column("replica", String(32), nullable=False),
    Column("used_at", BigInteger, nullable=False),
    Index(None, "replica"),
)


# As Alembic makes it.
_REVISION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def read_revision(connection: Connection) -> str | None:
    """Which form a database has: a revision; empty where it is of the time before there were any; None where it is empty.

    Raises:
        StateError: It holds what is not the bot's.
    """
    names = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    if _REVISION.name in names:
        return connection.scalar(_REVISION.select()) or ""
    if names and names.isdisjoint(METADATA.tables):
        raise StateError("bot.sqlite is the database of something else: set READOUT_HOME elsewhere")
    return "" if names else None


class Database:
    """A SQLite database in WAL mode, made with its tables where it does not exist. Safe to use from any thread.

    One of an earlier version is brought to today's form, which wants the folder's lock: it must not be held then.

    Args:
        path: The file; its folder is made.

    Raises:
        DatabaseNewerError: A later version of the bot wrote it.
        StateError: The file cannot be made, read or written, or is no database.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StateError(
                f"{path} cannot be used: {error.strerror or 'the folder cannot be made'}; make it writable, or set READOUT_HOME "
                "elsewhere"
            ) from error
        # Parameters hold people's questions, which no error may repeat.
        self._engine = create_engine(URL.create("sqlite", database=str(path)), hide_parameters=True)
        event.listen(self._engine, "connect", _prepare)
        try:
            self._bring_up_to_date()
        except SQLAlchemyError as error:
            self.close()
            raise self._refusal(error) from error
        except StateError:
            self.close()
            raise

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A connection in a transaction, committed at the end and rolled back on an error.

        Raises:
            StateError: The database refused.
        """
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise self._refusal(error) from error

    def claim(self, row: Insert) -> bool:
        """Insert a row that must be the only one with its key, in a transaction of its own.

        Returns:
            Whether it was inserted; False where its key was taken.

        Raises:
            StateError: The database refused for another reason.
        """
        try:
            with self._engine.begin() as connection:
                connection.execute(row)
        except IntegrityError:
            return False
        except SQLAlchemyError as error:
            raise self._refusal(error) from error
        return True

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def _bring_up_to_date(self) -> None:
        known = revisions()
        with self._engine.connect() as connection:
            found = read_revision(connection)
            if found is None:
                # A write first: another process may be about to make the tables, too.
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                found = read_revision(connection)
            if found is None:
                METADATA.create_all(connection)
                _REVISION.create(connection)
                connection.execute(_REVISION.insert().values(version_num=known[-1]))
                connection.commit()
                return
        if found and found not in known:
            raise DatabaseNewerError(
                f"{self.path} is of a later version of the bot (revision {found}, this one knows {known[-1]}): "
                "start that version, or put back a backup from before"
            )
        if found != known[-1]:
            # Imported here, since it costs a tenth of a second and most starts have nothing to upgrade.
            from bot.state.upgrade import upgrade  # noqa: PLC0415

            upgrade(self._engine, self.path)

    def _refusal(self, error: SQLAlchemyError) -> StateError:
        # What SQLAlchemy adds may hold what somebody wrote.
        return refusal(self.path, getattr(error, "orig", None) or StateError(type(error).__name__))


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - whichever driver's connection
    # What is forgotten is not to be found in the file either.
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
