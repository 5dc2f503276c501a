"""The commands, but for /ask with a question, which is a question."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from telegram.constants import ChatType

from bot.answer.value import show_date
from bot.telegram.buttons import language_buttons
from bot.telegram.delivery import under
from bot.telegram.desk import client_language
from bot.telegram.handlers.across import COMMANDS, Across
from bot.telegram.handlers.quotations import check_quote
from bot.telegram.verbatim import MESSAGE_LIMIT, length
from bot.telegram.words import count, foreign, lines, say
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Bot, InlineKeyboardMarkup, Message, User

    from bot.telegram.addressing import Command
    from bot.telegram.desk import Desk
    from index.types import Document, Language

_RESERVE = 100
_CHOICES: dict[str, Language | None] = {"ar": "ar", "en": "en", "auto": None, "تلقائي": None}
_CHOICES |= {"arabic": "ar", "عربي": "ar", "العربية": "ar", "english": "en", "إنجليزي": "en", "الإنجليزية": "en"}


class Commands:
    """Serves commands.

    Args:
        desk: What it works with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._across = Across(desk)

    async def serve(self, bot: Bot, message: Message, command: Command) -> None:
        """Do what a command says; an unknown one gets a short pointer where it was surely meant for this bot."""
        desk = self._desk
        language = await desk.language(message.chat.id, message.from_user)
        buttons: InlineKeyboardMarkup | None = None
        private = message.chat.type == ChatType.PRIVATE
        if command.name == "start" and private:
            html = say(language, "start")
        elif command.name in {"start", "help"}:
            html = help_text(bot, language, private=private)
        elif command.name == "lang" and command.rest.lower() in _CHOICES:
            html = await pin(desk, message.chat.id, message.from_user, _CHOICES[command.rest.lower()])
        elif command.name == "lang":
            html = say(language, "lang_unknown" if command.rest else "lang_choose")
            buttons = language_buttons(language)
        elif command.name == "sources":
            html = render_sources(await desk.ask(desk.answerer.library.documents), language)
        elif command.name == "quote":
            html = await check_quote(desk, message, command)
        elif command.name in COMMANDS:
            html, buttons = await self._across.serve(message, command)
        elif command.name == "ask":
            html = say(language, "ask_usage")
        elif command.outright:
            html = say(language, "unknown_command")
        else:
            return
        await desk.delivery.send(bot, under(message), html, buttons)


async def pin(desk: Desk, chat_id: int, user: User | None, language: Language | None) -> str:
    """Pin a chat's language, or with None let each question decide.

    Returns:
        The words that say so.
    """
    await desk.remember(desk.chats.pin, chat_id, language)
    return say(language, "lang_pinned") if language else say(client_language(user), "lang_unpinned")


def help_text(bot: Bot, language: Language, *, private: bool) -> str:
    """How to ask, in a private chat or in a group."""
    if private:
        return say(language, "help_private", name=bot.username)
    text = say(language, "help_group")
    if bot.bot.can_read_all_group_messages:
        return text
    return f"{text}\n\n{say(language, 'help_mentions', name=bot.username)}"


def render_sources(documents: Sequence[Document], language: Language) -> str:
    """The documents of the library, the newest first: title, issuer, date. What does not fit is counted."""
    if not documents:
        return lines(load(language).say("answer.empty_library"), language)
    newest = sorted(documents, key=lambda document: document.published or datetime.min, reverse=True)  # noqa: DTZ901
    html = count(language, "sources", len(newest)) + "\n"
    for number, document in enumerate(newest):
        parts = [foreign(document.title, language)]
        parts += [foreign(document.issuer, language)] if document.issuer else []
        parts += [show_date(document.published.date(), language)] if document.published else []
        extended = f"{html}\n{lines('• ' + ' · '.join(parts), language)}"
        if length(extended) > MESSAGE_LIMIT - _RESERVE:
            return f"{html}\n{count(language, 'sources_more', len(newest) - number)}"
        html = extended
    return html
