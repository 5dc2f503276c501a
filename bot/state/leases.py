"""Who handles which chat, where several processes serve from one database: each chat is one replica's at a time.

A line is a chat, or an update that belongs to none. A replica takes a line with the first update of it that waits, keeps it
while it works on it and for a minute after, and loses it when it is dead. So no two answer one update, the order in each
chat is one replica's, and what that replica counts of a chat's limits is all that was sent there.
"""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.state.database import INBOX, LEASES, REPLICAS
from bot.state.inbox import Received
from bot.state.replicas import DEAD_AFTER

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from bot.state.database import Database

IDLE_AFTER = timedelta(seconds=60)
"""So long a line stays with its replica when there is nothing to do: as long as Telegram counts messages in a group."""
BRIEFINGS = "briefings"
"""The line of whoever sends what is due."""

_LOOKED_AT = 2000


class Leases:
    """The lines of one replica.

    Args:
        database: Where they are kept.
        replica: The name of the replica, which must tell that it lives.
        now: The clock, in seconds since the epoch.
    """

    def __init__(self, database: Database, replica: str, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._replica = replica
        self._now = now

    def claim(self, held: Collection[int], limit: int) -> list[Received]:
        """The oldest updates that wait and that no other replica handles; their lines are this one's from now on.

        Args:
            held: The numbers of those that this replica has already.
            limit: How many at most.
        """
        mine = frozenset(held)
        # Most often there is nothing, and to see that nobody need wait for anybody.
        with self._database.begin() as connection:
            if not self._waiting(connection, mine):
                return []
        now = int(self._now())
        with self._database.begin() as connection:
            # A write first: from here to the end no other replica can look or take.
            connection.execute(REPLICAS.update().where(REPLICAS.c.name == self._replica).values(seen_at=now))
            others = self._of_others(connection, now)
            chosen: dict[int, str] = {}
            for number, line in self._waiting(connection, mine):
                if line not in others:
                    chosen[number] = line
                if len(chosen) == limit:
                    break
            self._take(connection, set(chosen.values()), now)
            rows = connection.execute(INBOX.select().where(INBOX.c.number.in_(list(chosen))).order_by(INBOX.c.number))
            return [Received(row.number, row.update_id, row.chat_id, row.raw, row.received_at) for row in rows]

    def hold(self, line: str) -> bool:
        """Have a line, or take it where it is free.

        Returns:
            Whether it is this replica's; False while another has it.
        """
        now = int(self._now())
        own = (LEASES.c.line == line) & (LEASES.c.replica == self._replica)
        with self._database.begin() as connection:
            if connection.execute(LEASES.update().where(own).values(used_at=now)).rowcount:
                return True
            if line in self._of_others(connection, now, [line]):
                return False
            self._take(connection, {line}, now)
            return True

    def renew(self, held: Collection[int]) -> list[int]:
        """Keep the lines of the updates that are under way, however long they take.

        Returns:
            The numbers of those whose lines another replica has taken: this one was taken for dead.
        """
        with self._database.begin() as connection:
            chosen = INBOX.select().where(INBOX.c.number.in_(list(held)))
            lines = {row.number: _line(row.chat_id, row.update_id) for row in connection.execute(chosen)}
            those = LEASES.c.line.in_(list(set(lines.values())))
            own = LEASES.c.replica == self._replica
            connection.execute(LEASES.update().where(those & own).values(used_at=int(self._now())))
            lost = set(connection.scalars(LEASES.select().with_only_columns(LEASES.c.line).where(those & ~own)))
        return [number for number, line in lines.items() if line in lost]

    def forget_old(self) -> None:
        """Forget the lines that nobody has used for long."""
        with self._database.begin() as connection:
            connection.execute(LEASES.delete().where(LEASES.c.used_at < int(self._now()) - 3600))

    def _waiting(self, connection: Any, held: frozenset[int]) -> list[tuple[int, str]]:  # noqa: ANN401 - SQLAlchemy's
        columns = (INBOX.c.number, INBOX.c.chat_id, INBOX.c.update_id)
        query = INBOX.select().with_only_columns(*columns).where(INBOX.c.state == "waiting").order_by(INBOX.c.number)
        rows = connection.execute(query.limit(_LOOKED_AT + len(held))).all()
        return [(number, _line(chat_id, update_id)) for number, chat_id, update_id in rows if number not in held]

    def _of_others(self, connection: Any, now: int, lines: Iterable[str] = ()) -> set[str]:  # noqa: ANN401
        """Which lines, of some or of all, other replicas have that live and used them lately."""
        seen = REPLICAS.select().with_only_columns(REPLICAS.c.name).where(REPLICAS.c.name != self._replica)
        alive = connection.scalars(seen.where(REPLICAS.c.seen_at >= now - DEAD_AFTER.total_seconds())).all()
        used = LEASES.c.replica.in_(list(alive)) & (LEASES.c.used_at >= now - IDLE_AFTER.total_seconds())
        query = LEASES.select().with_only_columns(LEASES.c.line).where(used)
        return set(connection.scalars(query.where(LEASES.c.line.in_(list(lines))) if lines else query))

    def _take(self, connection: Any, lines: set[str], now: int) -> None:  # noqa: ANN401
        if lines:
            connection.execute(LEASES.delete().where(LEASES.c.line.in_(list(lines))))
            rows = [{"line": line, "replica": self._replica, "used_at": now} for line in lines]
            connection.execute(LEASES.insert(), rows)


def line_of(chat_id: int) -> str:
    """The line of a chat."""
    return f"chat:{chat_id}"


def _line(chat_id: int | None, update_id: int) -> str:
    return f"update:{update_id}" if chat_id is None else line_of(chat_id)
