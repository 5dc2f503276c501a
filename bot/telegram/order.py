"""Order inside a chat, and chats side by side."""

from __future__ import annotations

import asyncio
import inspect
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable


class _Line:
    """Those who wait for their turn in one chat, and the one whose turn it is."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.length = 0


class ChatOrder(BaseUpdateProcessor):
    """Handles the messages of each chat one after another as they came, those of different chats at the same time.

    An update that waits for its chat takes no place from other chats. Inline queries have no chat, and a pressed button
    must be acknowledged before anything else; neither waits here. A button's handler takes its ``turn`` for the rest.

    Args:
        at_once: How many messages are handled at the same time.
        waiting: How many updates may be under way or wait for their turn; more are left in the queue.
    """

    __slots__ = ("_lines", "_places")

    def __init__(self, at_once: int = 64, waiting: int = 10_000) -> None:
        super().__init__(waiting)
        self._places = asyncio.Semaphore(at_once)
        self._lines: dict[int, _Line] = {}

    @property
    def chats(self) -> int:
        """How many chats have an update under way or waiting."""
        return len(self._lines)

    @asynccontextmanager
    async def turn(self, chat_id: int) -> AsyncIterator[None]:
        """Wait until all that came before in a chat is done; what comes later waits until this is left."""
        line = self._lines.setdefault(chat_id, _Line())
        line.length += 1
        try:
            async with line.lock:
                yield
        finally:
            line.length -= 1
            if not line.length:
                del self._lines[chat_id]

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle an update in its turn."""
        try:
            if isinstance(update, Update) and update.effective_chat and not update.callback_query:
                async with self.turn(update.effective_chat.id), self._places:
                    await coroutine
            else:
                await coroutine
        finally:
            # Cancelled while it waited, it was never begun, and Python would warn of that.
            if inspect.iscoroutine(coroutine):
                coroutine.close()

    async def initialize(self) -> None:
        """Nothing is needed before the first update."""

    async def shutdown(self) -> None:
        """Nothing is left after the last one."""
