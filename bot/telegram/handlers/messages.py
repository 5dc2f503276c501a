"""Every message comes in here and goes to the handler that it wants, or to none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from bot.telegram.addressing import Asked, Command, NotText, addressed, is_bots, replied_words, replies_to
from bot.telegram.admission import is_administration
from bot.telegram.delivery import under
from bot.telegram.given import offered
from bot.telegram.handlers.access import AccessCommands
from bot.telegram.handlers.briefings import COMMANDS as BRIEFINGS
from bot.telegram.handlers.briefings import Briefings
from bot.telegram.handlers.commands import Commands
from bot.telegram.handlers.questions import Questions
from bot.telegram.polling.handling import handled
from bot.telegram.words import say

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot, Message, Update
    from telegram.ext import ContextTypes

    from bot.telegram.desk import Desk
    from bot.telegram.handlers.additions import Additions


class Messages:
    """Serves messages: new and edited, in chats, groups and channels.

    Args:
        desk: What it works with.
        additions: What is done with documents that are sent.
    """

    def __init__(self, desk: Desk, additions: Additions) -> None:
        self._desk = desk
        self._additions = additions
        self._questions = Questions(desk)
        self._commands = Commands(desk)
        self._briefings = Briefings(desk)
        self._access = AccessCommands(desk)

    async def serve(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Serve one message."""
        message, bot = update.effective_message, context.bot
        if message is None:
            return
        if message.migrate_to_chat_id or message.migrate_from_chat_id:
            await self._move(message)
            return
        wanted = addressed(message, bot.bot)
        is_edited = bool(update.edited_message or update.edited_channel_post)
        if not is_edited and await self._taken_in(update, context, message, wanted):
            return
        if isinstance(wanted, Command) and wanted.name == "ask":
            wanted = await self._asked(bot, message, wanted)
        if is_edited:
            if isinstance(wanted, Asked):
                await self._questions.answer_again(bot, message, wanted)
        elif isinstance(wanted, Asked):
            await self._questions.answer(bot, message, wanted)
        elif isinstance(wanted, Command):
            await self._command(bot, message, wanted)
        elif isinstance(wanted, NotText):
            language = await self._desk.language(message.chat.id, message.from_user)
            await self._desk.delivery.send(bot, under(message), say(language, "only_text"))

    async def _command(self, bot: Bot, message: Message, command: Command) -> None:
        if is_administration(message, command, self._desk.permissions):
            await self._access.serve(bot, message, command)
        elif command.name in BRIEFINGS:
            await self._briefings.serve(bot, message, command)
        else:
            await self._commands.serve(bot, message, command)

    async def _taken_in(
        self,
        update: Update,
        context: ContextTypes.DEFAULT_TYPE,
        message: Message,
        wanted: Asked | Command | NotText | None,
    ) -> bool:
        """Whether a message is about what is to be added; that is read beside what else is asked in the chat."""
        additions, bot = self._additions, context.bot
        if isinstance(wanted, Command):
            if wanted.name != "add":
                return False
            await _beside(update, context, partial(additions.asked, bot, message, wanted))
            return True
        # In a channel no message names its writer, so that none is seen to reply to the bot.
        if not is_bots(message, bot.bot) and await additions.replied(bot, message):
            return True
        given = offered(message, bot.bot)
        if given is None:
            return False
        await _beside(update, context, partial(additions.offer, bot, message, given))
        return True

    async def _asked(self, bot: Bot, message: Message, command: Command) -> Asked | Command:
        """The question of /ask: what follows it, else what it replies to; of an answer, the question again."""
        if command.rest:
            return Asked(command.rest)
        if replies_to(message, bot.bot):
            before = await self._questions.asked_before(bot, message)
            return Asked(before.exchange.asked[0]) if before else command
        words = replied_words(message)
        return Asked(words) if words else command

    async def _move(self, message: Message) -> None:
        """A group became a supergroup; both chats tell of it."""
        if message.migrate_to_chat_id:
            await self._desk.move(message.chat.id, message.migrate_to_chat_id)
        elif message.migrate_from_chat_id:
            await self._desk.move(message.migrate_from_chat_id, message.chat.id)


async def _beside(update: Update, context: ContextTypes.DEFAULT_TYPE, work: Callable[[], Awaitable[None]]) -> None:
    """Have something done beside what else is asked in the chat; until it is done the update waits in the inbox."""
    application: Any = context.application

    async def done() -> None:
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - as the application does with what a handler raises
            await application.process_error(update, error)

    handling = handled.get()
    if handling is None:
        await done()
    else:
        handling.beside.append(done)
