"""The outbox: every message is a row here before it is sent, and its row tells what became of it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from bot.state.database import OUTBOX

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.state.database import Database

# As long as an update can come again, and with it the question whether it was answered.
KNOWN_FOR = timedelta(days=2)

Ending = Literal["waiting", "unknown", "refused"]
"""How an attempt ended that did not succeed: it may be made again, nobody knows, or it was refused for good."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to be sent.

    Attributes:
        key: Its own, and the same when the same message is made again after a crash.
        chat_id: The chat.
        thread_id: The topic, if any.
        reply_to: The message replied to, if any.
        html: What it says.
        buttons: Its keyboard as JSON, if any.
        rank: How urgent it is; see the limiter.
    """

    key: str
    chat_id: int
    thread_id: int | None
    reply_to: int | None
    html: str
    buttons: str | None
    rank: int


@dataclass(frozen=True, slots=True)
class Begun:
    """An attempt that may begin.

    Attributes:
        message_id: The message, where it was sent before; then there is nothing to do.
        doubtful: Whether an earlier attempt may have arrived.
        attempts: How many there were, with this one.
    """

    message_id: int | None
    doubtful: bool
    attempts: int


class Outbox:
    """The messages that are to be sent, and those that were lately.

    Args:
        database: Where they are kept.
        now: The clock, in seconds since the epoch.
    """

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    def begin(self, draft: Draft) -> Begun:
        """Note that a message is being sent; should the process end now, its arrival is unknown.

        Raises:
            StateError: It could not be noted, and must not be sent.
        """
        mine = OUTBOX.c.key == draft.key
        with self._database.begin() as connection:
            row = connection.execute(OUTBOX.select().where(mine)).one_or_none()
            if row is not None and row.state == "sent":
                return Begun(row.message_id, row.doubtful, row.attempts)
            columns = {
                "chat_id": draft.chat_id,
                "thread_id": draft.thread_id,
                "reply_to": draft.reply_to,
                "html": draft.html,
                "buttons": draft.buttons,
                "rank": draft.rank,
                "state": "sending",
            }
            if row is None:
                new = OUTBOX.insert().values(**columns, key=draft.key, doubtful=False, attempts=1)
                connection.execute(new.values(made_at=int(self._now())))
                return Begun(None, doubtful=False, attempts=1)
            # Still "sending" after a crash: nobody has learnt what became of it.
            doubtful = row.doubtful or row.state in {"sending", "unknown"}
            changed = OUTBOX.update().where(mine)
            connection.execute(changed.values(**columns, doubtful=doubtful, attempts=row.attempts + 1))
            return Begun(None, doubtful, row.attempts + 1)

    def sent(self, key: str, message_id: int) -> None:
        """Note that a message has arrived; its words are forgotten."""
        self._end(key, state="sent", message_id=message_id, html=None, buttons=None)

    def failed(self, key: str, ending: Ending) -> None:
        """Note how an attempt ended."""
        if ending == "unknown":
            self._end(key, state=ending, doubtful=True)
        elif ending == "refused":
            self._end(key, state=ending, html=None, buttons=None)
        else:
            self._end(key, state=ending)

    def has(self, chat_id: int, message_id: int) -> bool:
        """Whether a message of a chat is known to be one that was sent."""
        mine = (OUTBOX.c.chat_id == chat_id) & (OUTBOX.c.message_id == message_id)
        with self._database.begin() as connection:
            return connection.execute(OUTBOX.select().where(mine).limit(1)).first() is not None

    def forget_old(self) -> None:
        """Forget what was done with long ago."""
        with self._database.begin() as connection:
            old = OUTBOX.c.ended_at < int(self._now() - KNOWN_FOR.total_seconds())
            connection.execute(OUTBOX.delete().where(old))

    def unsent(self) -> int:
        """How many messages are begun and have not arrived for all that is known."""
        chosen = OUTBOX.select().where(OUTBOX.c.state.in_(["waiting", "sending", "unknown"]))
        with self._database.begin() as connection:
            return len(connection.scalars(chosen.with_only_columns(OUTBOX.c.number)).all())

    def states(self) -> dict[str, int]:
        """How many messages there are in each state."""
        counted: dict[str, int] = {}
        with self._database.begin() as connection:
            for state in connection.scalars(OUTBOX.select().with_only_columns(OUTBOX.c.state)):
                counted[state] = counted.get(state, 0) + 1
        return counted

    def _end(self, key: str, **columns: object) -> None:
        with self._database.begin() as connection:
            ended = OUTBOX.update().where(OUTBOX.c.key == key)
            connection.execute(ended.values(**columns, ended_at=int(self._now())))
