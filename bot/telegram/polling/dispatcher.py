"""Hands the updates of the inbox to their handlers: in order in each chat, the chats side by side, bounded in memory."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec

from bot.errors import StateError
from bot.logs import tell
from bot.telegram.operating.share import LOOK_SECONDS
from bot.telegram.polling.backlog import Backlog
from bot.telegram.polling.handling import Handling, handled, whence
from bot.telegram.polling.reading import UnsoundError, read_update

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot, Update

    from bot.state.inbox import Inbox, Received
    from bot.telegram.operating.metrics import Metrics
    from bot.telegram.operating.share import Share
    from bot.telegram.order import ChatOrder
    from bot.telegram.worker import Worker

logger = logging.getLogger(__name__)
P = ParamSpec("P")

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
        metrics: Counts what is handled.
        in_memory: How many updates are in memory at most.
        share: Where other processes handle updates of the same inbox: what is this one's.
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
        metrics: Metrics,
        in_memory: int = IN_MEMORY,
        share: Share | None = None,
    ) -> None:
        self._inbox = inbox
        self._memory = memory
        self._order = order
        self._bot = bot
        self._look = look
        self._handle = handle
        self._metrics = metrics
        self._in_memory = in_memory
        self._share = share
        self._backlog = Backlog(inbox, memory) if share is None else None
        self._tasks: dict[asyncio.Task[None], int] = {}
        # Handled, but not marked as done, as on a full disk: tried again when the inbox is read next, or at the next start.
        self._undone: set[int] = set()
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
            with contextlib.suppress(TimeoutError):
                # Others take updates in as well, and may leave some behind.
                await asyncio.wait_for(self._woken.wait(), LOOK_SECONDS if self._share else None)
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
        await self._mark_undone()
        while (room := self._in_memory - len(self._tasks)) > 0:
            rows = await self._next(room)
            for row in rows:
                await self._begin(row)
            if not rows:
                return

    async def _mark_undone(self) -> None:
        undone = sorted(self._undone)
        # That it failed was told; reading goes on, since what is there can be handled all the same.
        with contextlib.suppress(StateError):
            if undone:
                await self._memory.run(self._inbox.done, undone)
                self._undone.difference_update(undone)

    async def _next(self, room: int) -> list[Received]:
        if self._backlog is not None:
            return await self._backlog.read(room)
        if self._share is None:
            return []
        under_way = [*self._tasks.values(), *self._undone]
        return await self._memory.run(self._share.claim, under_way, min(room, _AT_ONCE))

    async def renew(self) -> None:
        """Keep what is under way from other processes, and leave what they have taken to them.

        Raises:
            StateError: The database refused.
        """
        if self._share is not None and self._tasks:
            lost = set(await self._memory.run(self._share.renew, list(self._tasks.values())))
            for task, number in list(self._tasks.items()):
                if number in lost:
                    task.cancel()
            if lost:
                logger.warning("%d updates are left to another process, which took this one for dead", len(lost))

    async def _begin(self, row: Received) -> None:
        try:
            update = read_update(row.raw, self._bot)
        except Exception as error:  # noqa: BLE001 - whatever it is, the next update must be reached
            # Nothing of a library's error but its name: its text may hold what was written.
            why = str(error) if isinstance(error, UnsoundError) else type(error).__name__
            logger.error("update %d cannot be read and is kept apart: %s", row.update_id, why)  # noqa: TRY400
            self._leave(row)
            self._metrics.quarantined()
            await self._note(row, self._inbox.quarantine, row.number, why)
            return
        if update is None:
            # Telegram goes on for a while with the kinds that another bot with this token asked for.
            self._leave(row)
            await self._note(row, self._inbox.done, [row.number])
            return
        self._look(update)
        task = asyncio.create_task(self._serve(row, update))
        self._tasks[task] = row.number
        task.add_done_callback(partial(self._ended, row))

    def _leave(self, row: Received) -> bool:
        """Have room for another update of its chat; whether there is more of that to be read now."""
        return self._backlog is not None and self._backlog.ended(row)

    async def _note(self, row: Received, note: Callable[P, None], *what: P.args, **more: P.kwargs) -> None:
        """Note in the inbox what becomes of an update that nobody handles."""
        try:
            await self._memory.run(note, *what, **more)
        except StateError as error:
            # It is met again after a restart.
            logger.error("what becomes of update %d could not be noted: %s", row.update_id, error)  # noqa: TRY400

    async def _serve(self, row: Received, update: Update) -> None:
        handling = Handling(row.update_id, _kind(update))
        handled.set(handling)
        status, started = "done", time.monotonic()
        try:
            await self._order.process_update(update, self._handle(update))
            # What takes long, and holds up nothing of what the chat asks meanwhile.
            for work in handling.beside:
                await work()
        except Exception:
            logger.exception("update %d could not be handled", row.update_id)
            status = "failed"
        try:
            await self._memory.run(self._inbox.done, [row.number])
        except StateError as error:
            # It is handled again after a restart, and what it sent is known by then.
            logger.error("update %d could not be marked as done: %s", row.update_id, error)  # noqa: TRY400
            self._undone.add(row.number)

        seconds = time.monotonic() - started
        self._metrics.update(seconds)
        tell(logger, logging.DEBUG, "update", **whence(), status=status, ms=round(1000 * seconds, 1))

    def _ended(self, row: Received, task: asyncio.Task[None]) -> None:
        self._tasks.pop(task, None)
        has_more = self._leave(row)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("an update could not be handled", exc_info=error)
        if has_more or len(self._tasks) <= self._in_memory // 2:
            self._woken.set()


def _kind(update: Update) -> str:
    """The kind of an update's chat, or of what has none."""
    if update.effective_chat is not None:
        return str(update.effective_chat.type)
    return "inline" if update.inline_query is not None else "none"
