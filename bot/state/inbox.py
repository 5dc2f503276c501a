"""The inbox: every update is kept here before Telegram may forget it, until its handling has ended."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.state.database import INBOX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.state.database import Database

# Telegram hands an update over for a day at most; after that the same id cannot come again.
KNOWN_FOR = timedelta(days=2)
QUARANTINED_FOR = timedelta(days=30)
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Received:
    """An update that waits to be handled.

    Attributes:
        number: Its place in the order of arrival.
        update_id: Telegram's number for it.
        chat_id: Its chat, if it has one.
        raw: The update as it came, as JSON.
        received_at: When it came, in seconds since the epoch.
    """

    number: int
    update_id: int
    chat_id: int | None
    raw: str
    received_at: int


class Inbox:
    """The updates that have come: each once, in the order of arrival.

    Args:
        database: Where they are kept.
        now: The clock, in seconds since the epoch.
    """

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    def take(self, updates: Iterable[object]) -> list[int]:
        """Keep updates in one transaction; one that is known already is not kept twice.

        Args:
            updates: As they came; what has no id cannot be kept and is left out.

        Returns:
            The ids of those that were new.

        Raises:
            StateError: Nothing was kept: the database refused.
        """
        came = {number: update for update in updates if (number := id_of(update)) is not None}
        if not came:
            return []
        now = int(self._now())
        with self._database.begin() as connection:
            column = INBOX.c.update_id
            known = set(connection.scalars(INBOX.select().with_only_columns(column).where(column.in_(list(came)))))
            rows = [_row(number, update, now) for number, update in came.items() if number not in known]
            if rows:
                connection.execute(INBOX.insert(), rows)
        return [row["update_id"] for row in rows]

    def waiting(self, after: int, limit: int, chat_id: int | None = None) -> list[Received]:
        """The oldest updates that wait, of those that came after a number; of one chat, or of all."""
        chosen = (INBOX.c.state == "waiting") & (INBOX.c.number > after)
        if chat_id is not None:
            chosen &= INBOX.c.chat_id == chat_id
        query = INBOX.select().where(chosen).order_by(INBOX.c.number).limit(limit)
        with self._database.begin() as connection:
            rows = connection.execute(query).all()
        return [Received(row.number, row.update_id, row.chat_id, row.raw, row.received_at) for row in rows]

    def done(self, numbers: Sequence[int]) -> None:
        """Note that the handling of updates has ended; their words are forgotten."""
        with self._database.begin() as connection:
            ended = INBOX.update().where(INBOX.c.number.in_(list(numbers)))
            connection.execute(ended.values(state="done", raw=None, ended_at=int(self._now())))

    def quarantine(self, number: int, why: str) -> None:
        """Keep an update apart that cannot be handled.

        Args:
            number: Its number.
            why: The kind of failure, without anything of its content.
        """
        with self._database.begin() as connection:
            apart = INBOX.update().where(INBOX.c.number == number)
            connection.execute(apart.values(state="quarantined", why=why, ended_at=int(self._now())))

    def depth(self) -> tuple[int, int | None]:
        """How many updates wait, and when the oldest of them came, in seconds since the epoch."""
        chosen = INBOX.select().where(INBOX.c.state == "waiting")
        with self._database.begin() as connection:
            numbers = connection.scalars(chosen.with_only_columns(INBOX.c.number)).all()
            oldest = connection.scalar(chosen.with_only_columns(INBOX.c.received_at).order_by(INBOX.c.number).limit(1))
        return len(numbers), oldest

    def quarantined(self) -> int:
        """How many updates are kept apart."""
        chosen = INBOX.select().with_only_columns(INBOX.c.number).where(INBOX.c.state == "quarantined")
        with self._database.begin() as connection:
            return len(connection.scalars(chosen).all())

    def forget_old(self) -> None:
        """Forget what can no longer come again, and what was quarantined long ago."""
        now = self._now()
        with self._database.begin() as connection:
            for state, kept in (("done", KNOWN_FOR), ("quarantined", QUARANTINED_FOR)):
                old = INBOX.c.ended_at < int(now - kept.total_seconds())
                connection.execute(INBOX.delete().where((INBOX.c.state == state) & old))


def id_of(update: object) -> int | None:
    """An update's id, if it has one that can be."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= _LARGEST else None


def _row(number: int, update: Any, now: int) -> dict[str, Any]:  # noqa: ANN401 - whatever JSON came
    bodies = [body for body in update.values() if isinstance(body, dict)]
    body: Mapping[str, Any] = bodies[0] if bodies else {}
    held = body.get("message") if isinstance(body.get("message"), dict) else body
    return {
        "update_id": number,
        "chat_id": _id(held.get("chat") if held else None),
        "user_id": _id(body.get("from")),
        "state": "waiting",
        "raw": json.dumps(update),
        "received_at": now,
    }


def _id(one: object) -> int | None:
    number = one.get("id") if isinstance(one, dict) else None
    return number if isinstance(number, int) and abs(number) <= _LARGEST else None
