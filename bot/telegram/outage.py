"""When nothing can be kept, as on a full disk: updates wait at Telegram, and those who wait are told, without its being noted."""

from __future__ import annotations

import logging
from datetime import timedelta
from math import inf
from typing import TYPE_CHECKING, Any

from telegram import Message, Update
from telegram.error import TelegramError

from bot.errors import StateError
from bot.telegram.addressing import words_of
from bot.telegram.delivery import Place, under
from bot.telegram.desk import client_language
from bot.telegram.words import say
from index.language import detect_language

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot

    from bot.telegram.desk import Desk
    from index.types import Language

logger = logging.getLogger(__name__)

SAID_AGAIN_AFTER = timedelta(hours=1)
"""A chat is told at most this often."""
MOST_AT_ONCE = 30
"""So many are told while the same updates are tried, so that the next try is not far."""

_MANY = 10_000


class Outage:
    """Keeps updates, and where that fails, tells the private chats that they came from, and the administrators.

    Groups are told nothing: there most of what comes is not for the bot.

    Args:
        desk: What it works with.
        bot: The bot.
        keep: Commits updates.
    """

    def __init__(self, desk: Desk, bot: Bot, keep: Callable[[list[Any]], Awaitable[object]]) -> None:
        self._desk = desk
        self._bot = bot
        self._keep = keep
        self._told: dict[int, float] = {}

    async def keep(self, updates: list[Any]) -> None:
        """Commit updates.

        Raises:
            StateError: They could not be kept.
        """
        try:
            await self._keep(updates)
        except StateError:
            await self._tell(updates)
            raise

    async def _tell(self, updates: list[Any]) -> None:
        for chat_id in self._desk.permissions.administrators:
            await self._say(Place(chat_id), "cannot_keep_administrators", await self._pinned(chat_id) or "en")
        messages = [one for one in map(self._message, updates) if one is not None]
        try:
            admitted = await self._desk.admitted({one.chat.id for one in messages})
        except StateError:
            # Who may ask is not known, and who may not is told nothing.
            return
        for message in [one for one in messages if one.chat.id in admitted][:MOST_AT_ONCE]:
            asked = detect_language(words_of(message), client_language(message.from_user))
            await self._say(under(message), "cannot_keep", await self._pinned(message.chat.id) or asked)

    async def _say(self, place: Place, name: str, language: Language) -> None:
        now = self._desk.now()
        if self._told.get(place.chat_id, -inf) > now - SAID_AGAIN_AFTER.total_seconds():
            return
        if len(self._told) >= _MANY:
            self._told.clear()
        self._told[place.chat_id] = now
        try:
            await self._desk.delivery.tell(self._bot, place, say(language, name))
        except TelegramError as error:
            logger.info("that nothing can be kept could not be told: %s", error)

    async def _pinned(self, chat_id: int) -> Language | None:
        try:
            return await self._desk.remember(self._desk.chats.language, chat_id)
        except StateError:
            return None

    def _message(self, raw: object) -> Message | None:
        try:
            update = Update.de_json(raw, self._bot) if isinstance(raw, dict) else None
        except Exception:  # noqa: BLE001 - what cannot be read is kept apart later
            return None
        message = None if update is None else update.message
        return message if message is not None and message.chat.type == "private" else None
