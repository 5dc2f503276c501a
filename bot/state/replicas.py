"""The processes that serve from one database: each tells every few seconds that it lives."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal
from uuid import uuid4

from bot.state.database import LEASES, REPLICAS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.state.database import Database

BEAT = timedelta(seconds=3)
"""How often a replica tells that it lives."""
DEAD_AFTER = timedelta(seconds=10)
"""A replica that has not told so for so long is taken for dead, and others do its work."""

Mode = Literal["polling", "webhook"]


@dataclass(frozen=True, slots=True)
class Replica:
    """A process that serves.

    Attributes:
        name: Its own; no other process ever has it.
        process: Its number on its machine.
        mode: How updates reach it.
        started_at: When it began, in seconds since the epoch.
        seen_at: When it last told that it lives.
        heard_at: When Telegram was last heard: the last completed poll, or the last sign that the webhook works.
    """

    name: str
    process: int
    mode: str
    started_at: int
    seen_at: int
    heard_at: int | None


class Replicas:
    """This process among those that serve from the database.

    Args:
        database: Where they meet.
        now: The clock, in seconds since the epoch.

    Attributes:
        name: This process's name.
    """

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now
        self._started_at = int(now())
        self.name = uuid4().hex

    def beat(self, mode: Mode, heard_at: float | None) -> int:
        """Tell that this process lives; those that died long ago are forgotten.

        Returns:
            How many live, with this one.

        Raises:
            StateError: The database cannot be written.
        """
        now = self._now()
        row = {
            "process": os.getpid(),
            "mode": mode,
            "started_at": self._started_at,
            "seen_at": int(now),
            "heard_at": None if heard_at is None else int(heard_at),
        }
        with self._database.begin() as connection:
            mine = REPLICAS.c.name == self.name
            if not connection.execute(REPLICAS.update().where(mine).values(**row)).rowcount:
                connection.execute(REPLICAS.insert().values(name=self.name, **row))
            # Their leases outlast them until then, so that none of their chats is forgotten while it waits.
            connection.execute(REPLICAS.delete().where(REPLICAS.c.seen_at < int(now) - 3600))
            alive = REPLICAS.c.seen_at >= int(now - DEAD_AFTER.total_seconds())
            return len(connection.execute(REPLICAS.select().where(alive)).all())

    def leave(self) -> None:
        """Tell that this process ends: others may do its work at once."""
        with self._database.begin() as connection:
            connection.execute(LEASES.delete().where(LEASES.c.replica == self.name))
            connection.execute(REPLICAS.delete().where(REPLICAS.c.name == self.name))

    def living(self) -> list[Replica]:
        """Those that live, the oldest first."""
        with self._database.begin() as connection:
            alive = REPLICAS.c.seen_at >= int(self._now() - DEAD_AFTER.total_seconds())
            rows = connection.execute(REPLICAS.select().where(alive).order_by(REPLICAS.c.started_at)).all()
        return [Replica(*row) for row in rows]

    def write(self) -> None:
        """Write something and take it back, to see that it can be.

        Raises:
            StateError: It cannot.
        """
        name = f"probe{uuid4().hex[:26]}"
        with self._database.begin() as connection:
            connection.execute(REPLICAS.insert().values(name=name, process=0, mode="probe", started_at=0, seen_at=0))
        with self._database.begin() as connection:
            connection.execute(REPLICAS.delete().where(REPLICAS.c.name == name))
