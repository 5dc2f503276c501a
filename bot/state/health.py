"""How the bot is, as its folder tells: who serves, what waits, and whether anything can be written."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import StateError
from bot.state.database import FILE_NAME, Database
from bot.state.inbox import Inbox
from bot.state.outbox import Outbox
from bot.state.replicas import Replicas

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UNHEARD_SECONDS = 90
"""Telegram was heard longer ago than this: two polls have failed by then, or one check of the webhook."""
WAITING_SECONDS = 300
"""A question waits longer than this."""
LEAST_FREE = 64 * 1024 * 1024
"""Less room than this is left on the disk, in bytes."""


@dataclass(frozen=True, slots=True)
class Health:
    """How the bot is. Times are seconds; None where there is nothing to tell.

    Attributes:
        mode: How updates come: ``polling`` or ``webhook``; None where no process serves.
        replicas: How many processes serve.
        heard_seconds: How long ago Telegram was heard: the last completed poll, or the last sign that the webhook works.
        waiting: How many updates wait.
        oldest_seconds: How long the oldest of them has waited.
        unsent: How many messages are begun and have not arrived for all that is known.
        quarantined: How many updates are kept apart because they cannot be read.
        is_writable: Whether the database takes a write.
        free_bytes: How much room is left on its disk.
    """

    mode: str | None
    replicas: int
    heard_seconds: float | None
    waiting: int
    oldest_seconds: float | None
    unsent: int
    quarantined: int
    is_writable: bool
    free_bytes: int

    @property
    def problems(self) -> tuple[str, ...]:
        """What is not as it should be, each in a few words; none where the bot is ready."""
        checks = (
            (not self.replicas, "no process serves: start it with `readout run`"),
            (bool(self.replicas) and self.heard_seconds is None, "Telegram was not heard yet"),
            (
                (self.heard_seconds or 0) > UNHEARD_SECONDS,
                f"Telegram was not heard for {self.heard_seconds or 0:.0f} s",
            ),
            ((self.oldest_seconds or 0) > WAITING_SECONDS, f"a question waits for {self.oldest_seconds or 0:.0f} s"),
            (not self.is_writable, "the database cannot be written"),
            (self.free_bytes < LEAST_FREE, f"{self.free_bytes // 2**20} MB are left on the disk"),
        )
        return tuple(told for is_so, told in checks if is_so)


def read_health(database: Database, now: Callable[[], float] = time.time) -> Health:
    """How the bot is that serves from a database.

    Args:
        database: The database; something is written and taken back.
        now: The clock, in seconds since the epoch.

    Raises:
        StateError: The database cannot be read.
    """
    replicas = Replicas(database, now)
    living = replicas.living()
    inbox, outbox = Inbox(database, now), Outbox(database, now)
    waiting, oldest = inbox.depth()
    heard = [one.heard_at for one in living if one.heard_at is not None]
    try:
        replicas.write()
    except StateError:
        is_writable = False
    else:
        is_writable = True
    return Health(
        mode=living[0].mode if living else None,
        replicas=len(living),
        heard_seconds=max(0.0, now() - max(heard)) if heard else None,
        waiting=waiting,
        oldest_seconds=None if oldest is None else max(0.0, now() - oldest),
        unsent=outbox.unsent(),
        quarantined=inbox.quarantined(),
        is_writable=is_writable,
        free_bytes=shutil.disk_usage(database.path.parent).free,
    )


def look_into(home: Path, now: Callable[[], float] = time.time) -> Health:
    """How the bot is that serves from a folder; one that never did has nothing in it.

    Raises:
        StateError: There is a database that cannot be read.
    """
    if not (home / FILE_NAME).exists():
        there = next((one for one in (home, *home.absolute().parents) if one.is_dir()), home.absolute())
        return Health(None, 0, None, 0, None, 0, 0, is_writable=True, free_bytes=shutil.disk_usage(there).free)
    database = Database(home / FILE_NAME)
    try:
        return read_health(database, now)
    finally:
        database.close()
