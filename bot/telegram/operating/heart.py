"""The heart of a replica: it tells every few seconds that the process lives, and how the bot is when asked."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.errors import StateError
from bot.state.health import Health, read_health
from bot.state.replicas import BEAT, Replicas

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.state.database import Database
    from bot.state.replicas import Mode
    from bot.telegram.operating.metrics import Metrics
    from bot.telegram.worker import Worker

logger = logging.getLogger(__name__)


class Heart:
    """Tells that this process lives.

    Args:
        database: Where it is told.
        memory: The thread that the database is called on.
        metrics: What is counted.
        mode: How updates come.
        now: The clock, in seconds since the epoch.

    Attributes:
        replicas: This process among the others.
        metrics: As given.
        mode: As given.
        begun: Set once it was tried to tell for the first time.
    """

    def __init__(
        self, database: Database, memory: Worker, metrics: Metrics, mode: Mode, now: Callable[[], float] = time.time
    ) -> None:
        self._database = database
        self._memory = memory
        self._now = now
        self._heard_at: float | None = None
        self.metrics = metrics
        self.mode: Mode = mode
        self.replicas = Replicas(database, now)
        self.begun = asyncio.Event()

    def heard(self) -> None:
        """Telegram was heard just now."""
        self._heard_at = self._now()

    async def beat(self) -> int | None:
        """Tell once that this process lives.

        Returns:
            How many do; None where it could not be told.
        """
        try:
            return await self._memory.run_soon(self.replicas.beat, self.mode, self._heard_at)
        except StateError as error:
            logger.error("that this process lives could not be noted: %s", error)  # noqa: TRY400
            return None

    async def run(self, beaten: Callable[[int], Awaitable[None]]) -> None:
        """Tell it every few seconds, until cancelled; then that it ends.

        Args:
            beaten: Called each time with how many processes live.
        """
        try:
            while True:
                living = await self.beat()
                self.begun.set()
                if living is not None:
                    await self._after(living, beaten)
                await asyncio.sleep(BEAT.total_seconds())
        finally:
            self.begun.set()
            try:
                await self._memory.run(self.replicas.leave)
            except StateError as error:
                logger.warning("that this process ends could not be noted: %s", error)

    async def _after(self, living: int, beaten: Callable[[int], Awaitable[None]]) -> None:
        try:
            await beaten(living)
        except StateError as error:
            logger.error("what is under way could not be kept: %s", error)  # noqa: TRY400

    async def health(self) -> Health:
        """How the bot is, and when this process, whatever others did, last heard Telegram.

        Raises:
            StateError: The database cannot be read.
        """
        await self.beat()
        told = await self._memory.run(read_health, self._database, self._now)
        heard = None if self._heard_at is None else max(0.0, self._now() - self._heard_at)
        return replace(told, heard_seconds=heard, mode=self.mode)
