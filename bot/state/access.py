"""Who was let in and who was shut out by command, and who has asked to be let in."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Literal

from bot.state.database import ACCESS
from index.types import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from bot.state.database import Database
    from index.types import Language

# SQLAlchemy's, which one module alone imports.
_Connection = Any
_Row = Any

Standing = Literal["allowed", "denied", "asked"]
"""Let in, shut out, or neither yet."""

CODE_LASTS = timedelta(hours=1)
MOST_CODES = 30
"""So many codes are good at the same time."""
MOST_STRANGERS = 10_000
"""So many of those who are not decided on are remembered."""
KEPT_FOR = timedelta(days=30)
"""How long somebody is remembered who is not decided on."""

# Without vowels, so that no word comes out, and without what is mistaken for something else.
_LETTERS = "BCDFGHJKMNPQRSTVWXZ"
_CODE_LENGTH = 8
_LONGEST_NAME = 80
# No database takes a question with any number of values.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a chat; that of a private chat is its user.

    Attributes:
        chat_id: The chat.
        standing: How it stands.
        name: What it was called when it asked, as it called itself; empty where it never asked.
        language: The language that it was spoken to in.
        code: Its code, if it has one that is still good.
    """

    chat_id: int
    standing: Standing
    name: str
    language: Language
    code: str | None


@dataclass(frozen=True, slots=True)
class Word:
    """That a stranger is to be told something.

    Attributes:
        code: The code to tell, if one is to be told.
        full: Whether there is none only because too many have one already.
    """

    code: str | None = None
    full: bool = False


class Access:
    """Who may ask, as far as it was decided by command.

    Args:
        database: Where it is kept.
        now: The clock, in seconds since the epoch.
    """

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    def standing(self, ids: Collection[int]) -> dict[int, Standing]:
        """How persons and chats stand; of whom nothing is known is left out."""
        columns, wanted = (ACCESS.c.chat_id, ACCESS.c.standing), list(ids)
        found: dict[int, Standing] = {}
        with self._database.begin() as connection:
            for first in range(0, len(wanted), _AT_ONCE):
                some = ACCESS.c.chat_id.in_(wanted[first : first + _AT_ONCE])
                rows = connection.execute(ACCESS.select().with_only_columns(*columns).where(some))
                found.update({row.chat_id: row.standing for row in rows})
        return found

    def entry(self, chat_id: int) -> Entry | None:
        """What is known of a chat."""
        with self._database.begin() as connection:
            row = _row(connection, chat_id)
        return None if row is None else self._read(row)

    def entries(self) -> list[Entry]:
        """All of whom something is known, those who were decided on last first."""
        with self._database.begin() as connection:
            rows = connection.execute(ACCESS.select().order_by(ACCESS.c.changed_at.desc(), ACCESS.c.chat_id)).all()
        return [self._read(row) for row in rows]

    def tell(
        self, chat_id: int, name: str, language: Language, message_id: int, *, wants_code: bool, again: timedelta
    ) -> Word | None:
        """Note that a stranger is told that it may not ask; None where that was said not long ago.

        Args:
            chat_id: Where it is told.
            name: What the chat calls itself.
            language: In which language it is told.
            message_id: The message that it is told under; the same message is always told the same.
            wants_code: Whether it may have a code; one that is still good is not told again.
            again: How long nothing is said without a new code.
        """
        now = int(self._now())
        with self._database.begin() as connection:
            row = _row(connection, chat_id)
            if row is not None and row.message_id == message_id and row.told_at is not None:
                # Handled again after a crash: the outbox knows whether it was sent.
                return Word(self._read(row).code)
            word = self._word(connection, row, now, wants_code=wants_code, again=again)
            if word is None:
                return None
            values: dict[str, object] = {"name": name[:_LONGEST_NAME], "language": language}
            values |= {"message_id": message_id, "told_at": now}
            if word.code is not None:
                values |= {"code": word.code, "code_until": now + int(CODE_LASTS.total_seconds())}
            _write(connection, chat_id, row, values | ({"standing": "asked", "changed_at": now} if row is None else {}))
        return word

    def decide(self, who: str, standing: Literal["allowed", "denied"]) -> Entry | None:
        """Let a chat in or shut it out, at once.

        Args:
            who: Its code, however it is written, or its id.
            standing: Which of the two.

        Returns:
            What was known of it before; None where there is no such code, or it is no longer good.
        """
        now = int(self._now())
        with self._database.begin() as connection:
            if (chat_id := id_in(who)) is not None:
                row = _row(connection, chat_id)
            else:
                good = (ACCESS.c.code == _plain(who)) & (ACCESS.c.code_until > now)
                row = connection.execute(ACCESS.select().where(good)).one_or_none()
                if row is None:
                    return None
                chat_id = row.chat_id
            before = Entry(chat_id, "asked", "", "en", None) if row is None else self._read(row)
            # Who asked is told what became of it; who was let in hears of the end when asking for the first time.
            told = now if before.standing == "asked" and before.code else None
            values = {"standing": standing, "code": None, "code_until": None, "changed_at": now}
            _write(connection, chat_id, row, values | {"told_at": told, "message_id": None})
        return before

    def move(self, old: int, new: int) -> None:
        """Give a chat's standing to the id that it has now, unless that was decided on."""
        with self._database.begin() as connection:
            before, after = _row(connection, old), _row(connection, new)
            if before is None or old == new:
                return
            if after is not None and after.standing != "asked":
                connection.execute(ACCESS.delete().where(ACCESS.c.chat_id == old))
                return
            connection.execute(ACCESS.delete().where(ACCESS.c.chat_id == new))
            connection.execute(ACCESS.update().where(ACCESS.c.chat_id == old).values(chat_id=new))

    def follow(self, chat_id: int) -> None:
        """Let in a group that was let in by the settings under the id before, unless it was decided on."""
        with self._database.begin() as connection:
            row = _row(connection, chat_id)
            if row is None or row.standing == "asked":
                _write(connection, chat_id, row, {"standing": "allowed", "changed_at": int(self._now())})

    def forget_old(self) -> None:
        """Forget those who asked long ago and were not decided on."""
        old = ACCESS.c.changed_at < int(self._now() - KEPT_FOR.total_seconds())
        with self._database.begin() as connection:
            connection.execute(ACCESS.delete().where((ACCESS.c.standing == "asked") & old))

    def _word(self, connection: _Connection, row: _Row, now: int, *, wants_code: bool, again: timedelta) -> Word | None:
        full = False
        undecided = row is None or row.standing == "asked"
        if row is None and _count(connection, ACCESS.c.standing == "asked") >= MOST_STRANGERS:
            return None
        if wants_code and undecided and (row is None or not row.code or row.code_until <= now):
            full = _count(connection, ACCESS.c.code_until > now) >= MOST_CODES
            if not full:
                return Word(_new_code())
        if row is not None and row.told_at is not None and now - row.told_at < again.total_seconds():
            return None
        return Word(full=full)

    def _read(self, row: _Row) -> Entry:
        code = row.code if row.code and row.code_until > self._now() else None
        language: Language = row.language if row.language in LANGUAGES else "en"
        return Entry(row.chat_id, row.standing, row.name, language, code)


def id_in(who: str) -> int | None:
    """The id of a person or a chat that was written, if one was."""
    sign, digits = who.strip()[:1] == "-", who.strip().removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 18):
        return None
    return -int(digits) if sign else int(digits)


def shown_code(code: str) -> str:
    """A code as it is read aloud: in two halves."""
    return f"{code[: _CODE_LENGTH // 2]}-{code[_CODE_LENGTH // 2 :]}"


def _plain(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter in _LETTERS)


def _new_code() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LENGTH))


def _row(connection: _Connection, chat_id: int) -> _Row:
    return connection.execute(ACCESS.select().where(ACCESS.c.chat_id == chat_id)).one_or_none()


def _count(connection: _Connection, condition: _Row) -> int:
    chosen = ACCESS.select().with_only_columns(ACCESS.c.chat_id).where(condition)
    return len(connection.scalars(chosen).all())


def _write(connection: _Connection, chat_id: int, row: _Row, values: Mapping[str, object]) -> None:
    if row is None:
        connection.execute(ACCESS.insert().values({"chat_id": chat_id, "name": "", "language": "en", **values}))
    else:
        connection.execute(ACCESS.update().where(ACCESS.c.chat_id == chat_id).values(values))
