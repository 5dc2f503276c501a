"""Hands the updates of the inbox to their handlers: in order in each chat, the chats side by side, bounded in memory."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from bot.errors import StateError
from bot.telegram.polling.handling import Handling, handled
from bot.telegram.polling.reading import UnsoundError, read_update

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot, Update

    from bot.state.inbox import Inbox, Received
    from bot.telegram.order import ChatOrder
    from bot.telegram.worker import Worker

logger = logging.getLogger(__name__)

IN_MEMORY = 1000
"""So many updates are read from the inbox at most before they are done; the others wait in the database."""

_AT_ONCE = 100


class Dispatcher:
    """Handles what waits in the inbox.

    Args:
        inbox: Where updates wait.
        memory: The thread that the inbox is called on.
        order: Keeps the order in each chat.
        bot: What the updates are bound to.
        look: Called with each update at once, before it waits for its turn.
        handle: Handles one update; what it raises is logged, and the update counts as done.
        in_memory: How many updates are in memory at most.
    """

    def __init__(
        self,
        inbox: Inbox,
        memory: Worker,
        order: ChatOrder,
        bot: Bot,
        *,
        look: Callable[[Update], None],
        handle: Callable[[Update], Awaitable[None]],
        in_memory: int = IN_MEMORY,
    ) -> None:
        self._inbox = inbox
        self._memory = memory
        self._order = order
        self._bot = bot
        self._look = look
        self._handle = handle
        self._in_memory = in_memory
        self._after = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()
        self._woken.set()

    async def keep(self, updates: list[Any]) -> None:
        """Commit updates to the inbox, and have them handled.

        Raises:
            StateError: They could not be kept.
        """
        if await self._memory.run(self._inbox.take, updates):
            self._woken.set()

    async def run(self) -> None:
        """Handle what waits, and what comes, until cancelled; those under way go on after that."""
        while True:
            await self._woken.wait()
            self._woken.clear()
            try:
                await self._read()
            except StateError as error:
                logger.error("the inbox cannot be read: %s", error)  # noqa: TRY400
                await asyncio.sleep(1)
                self._woken.set()

    async def stop(self, deadline: float) -> int:
        """Let those under way end; what has not ended by then is left in the inbox for the next start.

        Args:
            deadline: How long, in seconds.

        Returns:
            How many were left.
        """
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=deadline)
        left = list(self._tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        return len(left)

    async def _read(self) -> None:
        while (room := self._in_memory - len(self._tasks)) > 0:
            rows = await self._memory.run(self._inbox.waiting, self._after, min(room, _AT_ONCE))
            for row in rows:
                await self._begin(row)
                self._after = row.number
            if len(rows) < min(room, _AT_ONCE):
                return

    async def _begin(self, row: Received) -> None:
        try:
            update = read_update(row.raw, self._bot)
        except Exception as error:  # noqa: BLE001 - whatever it is, the next update must be reached
            # Nothing of a library's error but its name: its text may hold what was written.
            why = str(error) if isinstance(error, UnsoundError) else type(error).__name__
            logger.error("update %d cannot be read and is kept apart: %s", row.update_id, why)  # noqa: TRY400
            await self._memory.run(self._inbox.quarantine, row.number, why)
            return
        if update is None:
            # Telegram goes on for a while with the kinds that another bot with this token asked for.
            await self._memory.run(self._inbox.done, [row.number])
            return
        self._look(update)
        task = asyncio.create_task(self._serve(row, update))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def _serve(self, row: Received, update: Update) -> None:
        handling = Handling(row.update_id)
        handled.set(handling)
        try:
            await self._order.process_update(update, self._handle(update))
            # What takes long, and holds up nothing of what the chat asks meanwhile.
            for work in handling.beside:
                await work()
        except Exception:
            logger.exception("update %d could not be handled", row.update_id)
        try:
            await self._memory.run(self._inbox.done, [row.number])
        except StateError as error:
            # It is handled again after a restart, and what it sent is known by then.
            logger.error("update %d could not be marked as done: %s", row.update_id, error)  # noqa: TRY400

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("an update could not be handled", exc_info=error)
        if len(self._tasks) <= self._in_memory // 2:
            self._woken.set()
