"""When something fails: the log is told what, the person that it failed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import Message, Update
from telegram.error import Forbidden, RetryAfter, TelegramError

from bot.errors import NotVerbatimError, StateError
from bot.telegram.addressing import words_of
from bot.telegram.delivery import under, unreached
from bot.telegram.desk import client_language
from bot.telegram.words import say
from index.language import detect_language

if TYPE_CHECKING:
    from telegram.ext import ContextTypes

    from bot.telegram.desk import Desk
    from index.types import Language

logger = logging.getLogger(__name__)


class Failures:
    """Serves what handlers raise.

    Args:
        desk: What it works with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def serve(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Log a failure, without what was asked, and say so where that can help."""
        error = context.error
        if isinstance(error, Forbidden):
            logger.info("a chat cannot be written to: %s", error)
            return
        if isinstance(error, RetryAfter) or unreached(error):
            # It may have arrived after all, and another message would fare no better.
            logger.warning("the Bot API was not reached: %s", error)
            return
        logger.error("an update could not be served", exc_info=error)
        if not isinstance(update, Update):
            return
        if update.inline_query is not None:
            await self._nothing_to_post(update)
        elif isinstance(update.effective_message, Message):
            await self._say_so(update, update.effective_message, error, context)

    async def _say_so(
        self, update: Update, message: Message, error: Exception | None, context: ContextTypes.DEFAULT_TYPE
    ) -> None:
        name = "not_verbatim" if isinstance(error, NotVerbatimError) else "failed"
        html = say(await self._language(update, message), name)
        try:
            await self._desk.delivery.send(context.bot, under(message), html)
        except (TelegramError, StateError) as again:
            logger.warning("nor could that be told: %s", again)

    async def _language(self, update: Update, message: Message) -> Language:
        """The chat's language if it is pinned, else that of what was asked, else the client's."""
        client = client_language(update.effective_user)
        asked = client if update.callback_query else detect_language(words_of(message), client)
        try:
            return await self._desk.remember(self._desk.chats.language, message.chat.id) or asked
        except Exception:  # noqa: BLE001 - what failed may be the memory itself
            return asked

    async def _nothing_to_post(self, update: Update) -> None:
        try:
            await update.inline_query.answer([], cache_time=0, is_personal=True)  # type: ignore[union-attr]
        except TelegramError as again:
            logger.debug("nor could that be told: %s", again)
