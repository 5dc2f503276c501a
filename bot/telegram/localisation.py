"""What Telegram's own apps show of the bot: commands and descriptions, in each language."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from telegram import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from bot.telegram.words import label
from index.types import LANGUAGES

if TYPE_CHECKING:
    from telegram import Bot

    from index.types import Language

logger = logging.getLogger(__name__)

PRIVATE_COMMANDS = (
    "brief",
    "briefings",
    "timeline",
    "compare",
    "changed",
    "quote",
    "sources",
    "add",
    "remove",
    "lang",
    "forget",
    "help",
)
GROUP_COMMANDS = ("ask", *PRIVATE_COMMANDS)


def commands(language: Language, names: tuple[str, ...]) -> list[BotCommand]:
    """Commands with their descriptions in a language."""
    return [BotCommand(name, label(language, f"command_{name}")) for name in names]


async def publish(bot: Bot) -> None:
    """Tell Telegram the commands and descriptions. That it does not take one is logged and nothing worse."""
    for language in LANGUAGES:
        # English is what those see whose language has none of its own.
        code = "" if language == "en" else language
        calls = (
            partial(bot.set_my_commands, commands(language, PRIVATE_COMMANDS), BotCommandScopeAllPrivateChats(), code),
            partial(bot.set_my_commands, commands(language, GROUP_COMMANDS), BotCommandScopeAllGroupChats(), code),
            partial(bot.set_my_description, label(language, "description"), code),
            partial(bot.set_my_short_description, label(language, "short_description"), code),
        )
        for call in calls:
            try:
                await call()
            except Exception as error:  # noqa: BLE001 - whatever it is, no question may suffer from it
                logger.warning("Telegram did not take the commands or descriptions in %r: %s", language, error)
