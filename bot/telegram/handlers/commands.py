"""The commands, but for /ask with a question, which is a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.constants import ChatType

from bot.telegram.browsing import Page
from bot.telegram.buttons import language_buttons
from bot.telegram.delivery import under
from bot.telegram.desk import client_language
from bot.telegram.handlers.across import COMMANDS, Across
from bot.telegram.handlers.changed import Changed
from bot.telegram.handlers.forgetting import offer_forgetting
from bot.telegram.handlers.quotations import check_quote
from bot.telegram.handlers.removals import removable, removal_list
from bot.telegram.handlers.sources import linked_page, sources_page
from bot.telegram.links import is_citation_link
from bot.telegram.rights import not_allowed
from bot.telegram.words import say
from prompts import load

if TYPE_CHECKING:
    from telegram import Bot, InlineKeyboardMarkup, Message, User

    from bot.telegram.addressing import Command
    from bot.telegram.desk import Desk
    from bot.telegram.rights import Rights
    from index.types import Language

_CHOICES: dict[str, Language | None] = {"ar": "ar", "en": "en", "auto": None, "تلقائي": None}
_CHOICES |= {"arabic": "ar", "عربي": "ar", "العربية": "ar", "english": "en", "إنجليزي": "en", "الإنجليزية": "en"}


class Commands:
    """Serves commands.

    Args:
        desk: What it works with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._across = {**dict.fromkeys(COMMANDS, Across(desk).serve), "changed": Changed(desk).serve}

    async def serve(self, bot: Bot, message: Message, command: Command) -> None:
        """Do what a command says; an unknown one gets a short pointer where it was surely meant for this bot."""
        desk = self._desk
        language = await desk.language(message.chat.id, message.from_user)
        buttons: InlineKeyboardMarkup | None = None
        private = message.chat.type == ChatType.PRIVATE
        page = await self._page(bot, message, command, language)
        if page is not None:
            html, buttons = page.html, page.buttons
        elif command.name == "start" and private:
            html = say(language, "start")
        elif command.name in {"start", "help"}:
            html = await self._help(bot, message, language)
        elif command.name == "lang" and command.rest.lower() in _CHOICES:
            html = await pin(desk, message.chat.id, message.from_user, _CHOICES[command.rest.lower()])
        elif command.name == "lang":
            html = say(language, "lang_unknown" if command.rest else "lang_choose")
            buttons = language_buttons(language)
        elif command.name == "quote":
            html = await check_quote(desk, bot, message, command)
        elif command.name in self._across:
            html, buttons = await self._across[command.name](message, command)
        elif command.name == "ask":
            html = say(language, "ask_usage")
        elif command.outright:
            html = say(language, "unknown_command")
        else:
            return
        await desk.delivery.send(bot, under(message), html, buttons)

    async def _help(self, bot: Bot, message: Message, language: Language) -> str:
        if message.chat.type != ChatType.PRIVATE:
            return help_text(bot, language, None)
        permissions, user = self._desk.permissions, message.from_user
        text = help_text(bot, language, await permissions.rights(bot, message.chat.id, user))
        return f"{text}\n\n{say(language, 'access.help')}" if permissions.administers(user) else text

    async def _page(self, bot: Bot, message: Message, command: Command, language: Language) -> Page | None:
        """The page of the library that a command opens, if it opens one."""
        desk, chat_id = self._desk, message.chat.id
        if command.name == "start" and is_citation_link(command.rest):
            return await linked_page(desk, chat_id, command.rest, language)
        if command.name == "forget":
            return offer_forgetting(chat_id, language)
        if command.name == "sources":
            return await sources_page(desk, chat_id, language)
        if command.name == "remove":
            shelves = await removable(desk, bot, chat_id, message.from_user, message.sender_chat)
            if not shelves:
                return Page(say(language, not_allowed(chat_id)))
            return await removal_list(desk, shelves, language)
        return None


async def pin(desk: Desk, chat_id: int, user: User | None, language: Language | None) -> str:
    """Pin a chat's language, or with None let each question decide.

    Returns:
        The words that say so.
    """
    await desk.remember(desk.chats.pin, chat_id, language)
    return say(language, "lang_pinned") if language else say(client_language(user), "lang_unpinned")


def help_text(bot: Bot, language: Language, rights: Rights | None) -> str:
    """How to ask, in a private chat or in a group.

    Args:
        bot: Whose name is told.
        language: The language to tell it in.
        rights: What whoever asks may add and remove from a private chat; None in a group.
    """
    if rights is not None:
        phrases, adding, commands = load(language), "", ""
        if rights.are_any:
            # With what parts them from the lines that follow, so that nothing gapes where they are left out.
            adding = f"{phrases.say('telegram.help_adding' if rights.own else 'telegram.help_adding_common')}\n\n"
            commands = f"{phrases.say('telegram.help_adding_commands')}\n"
        return say(language, "help_private", name=bot.username, adding=adding, adding_commands=commands)
    text = say(language, "help_group")
    if bot.bot.can_read_all_group_messages:
        return text
    return f"{text}\n\n{say(language, 'help_mentions', name=bot.username)}"
