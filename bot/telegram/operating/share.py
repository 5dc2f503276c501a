"""What replicas share: each chat is handled, and written to, by one of them at a time."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.state.leases import BRIEFINGS, Leases, line_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.state.inbox import Received
    from bot.telegram.worker import Worker

logger = logging.getLogger(__name__)

LOOK_SECONDS = 0.2
"""How often a replica looks for updates that another one took in, or that a dead one left."""
_ASK_SECONDS = 1.0


class Share:
    """The share that one replica has of the work.

    Args:
        leases: Its lines.
        memory: The thread that they are called on.
    """

    def __init__(self, leases: Leases, memory: Worker) -> None:
        self._leases = leases
        self._memory = memory

    def claim(self, held: Collection[int], limit: int) -> list[Received]:
        """The updates to handle next; call it on ``memory``. See ``Leases.claim``."""
        return self._leases.claim(held, limit)

    def renew(self, held: Collection[int]) -> list[int]:
        """Keep what is under way, and tell what was lost; call it on ``memory``. See ``Leases.renew``."""
        return self._leases.renew(held)

    def forget_old(self) -> None:
        """Forget what nobody uses; call it on ``memory``."""
        self._leases.forget_old()

    async def may_write(self, chat_id: int) -> None:
        """Wait until a chat is this replica's to write to.

        Raises:
            StateError: The database refused.
        """
        line, told = line_of(chat_id), False
        while not await self._memory.run(self._leases.hold, line):
            if not told:
                logger.info("a message waits, since another process writes to its chat")
                told = True
            await asyncio.sleep(_ASK_SECONDS)

    async def sends_briefings(self) -> bool:
        """Whether this replica is the one that sends what is due.

        Raises:
            StateError: The database refused.
        """
        return await self._memory.run(self._leases.hold, BRIEFINGS)
