"""A quote in a message is checked: /quote with a text, or as a reply to the message that holds one."""

from __future__ import annotations

import logging
from time import perf_counter
from typing import TYPE_CHECKING

from bot.answer.quotation import check_quotation
from bot.telegram.addressing import replied_words
from bot.telegram.desk import client_language
from bot.telegram.links import is_private, linker
from bot.telegram.render_quotation import render_quotation
from bot.telegram.words import say
from index.language import detect_language

if TYPE_CHECKING:
    from telegram import Bot, Message

    from bot.telegram.addressing import Command
    from bot.telegram.desk import Desk

logger = logging.getLogger(__name__)


async def check_quote(desk: Desk, bot: Bot, message: Message, command: Command) -> str:
    """What to say of the quote that follows /quote, or of the one in the message that it replies to, as HTML.

    It is told in the chat's language if that is pinned, else in that of the quote.

    Raises:
        NotVerbatimError: The original would not arrive as it stands in its document.
    """
    text = command.rest or replied_words(message)
    if not text:
        return say(await desk.language(message.chat.id, message.from_user), "quote_usage")
    started = perf_counter()
    pinned = await desk.remember(desk.chats.language, message.chat.id)
    language = pinned or detect_language(text, client_language(message.from_user))
    check = await desk.ask(check_quotation, await desk.library(message.chat.id), text, language)
    logger.info(
        "quote language=%s verdict=%s places=%d ms=%.1f",
        language,
        check.verdict,
        len(check.matches),
        1000 * (perf_counter() - started),
    )
    return render_quotation(check, linker(bot.username, own=is_private(message.chat.id)))
