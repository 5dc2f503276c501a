"""/brief and /briefings, and the buttons under the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Message

from bot.answer.briefing.profile import Profile
from bot.state.subscriptions import Subscription
from bot.telegram.briefer import Briefer
from bot.telegram.briefing_settings import VERBS, SettingError, changed, pressed, render_settings
from bot.telegram.delivery import acknowledge, topic, under
from bot.telegram.links import is_private
from bot.telegram.words import foreign, label, say

if TYPE_CHECKING:
    from telegram import Bot, Chat, Update, User
    from telegram.ext import ContextTypes

    from bot.telegram.addressing import Command
    from bot.telegram.desk import Desk
    from index.types import Language

COMMANDS = ("brief", "briefings")


class Briefings:
    """Serves what is asked of briefings, and what a chat sets of them.

    Args:
        desk: What it works with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._briefer = Briefer(desk)

    async def serve(self, bot: Bot, message: Message, command: Command) -> None:
        """Do what one of ``COMMANDS`` says."""
        desk, chat_id = self._desk, message.chat.id
        if command.name == "brief":
            await self._briefer.asked(bot, message, command.rest)
            return
        language = await desk.language(chat_id, message.from_user)
        may = await self._may(bot, chat_id, message.from_user, message.sender_chat)
        one = await self._of(chat_id, language)
        if command.rest and not may:
            await desk.delivery.send(bot, under(message), say(language, "schedule.admins_only"))
            return
        if command.rest:
            try:
                one = changed(one, command.rest)
            except SettingError as error:
                html = say(language, "schedule.unknown", given=foreign(str(error), language))
                await desk.delivery.send(bot, under(message), f"{html}\n\n{say(language, 'schedule.usage')}")
                return
            await desk.remember(desk.subscriptions.save, one)
        page = render_settings(one, language, desk.now(), may_change=may)
        await desk.delivery.send(bot, under(message), page.html, page.buttons)

    async def press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Change what a button says, for those who may."""
        query, bot, desk = update.callback_query, context.bot, self._desk
        if query is None:
            return
        if not isinstance(query.message, Message):
            await acknowledge(query, label(await desk.language(None, query.from_user), "pressed_gone"))
            return
        message, chat_id = query.message, query.message.chat.id
        verb = (query.data or "").partition(":")[2]
        language = await desk.language(chat_id, query.from_user)
        if verb not in VERBS or not await self._may(bot, chat_id, query.from_user, None):
            await acknowledge(query, label(language, "schedule.admins_only"))
            return
        await acknowledge(query)
        async with desk.order.turn(chat_id):
            if verb == "preview":
                await self._briefer.preview(bot, chat_id, topic(message), f"preview:{query.id}")
                return
            one = pressed(await self._of(chat_id, language), verb, topic(message))
            await desk.remember(desk.subscriptions.save, one)
            page = render_settings(one, language, desk.now(), may_change=True)
            await desk.delivery.edit(bot, chat_id, message.message_id, page.html, page.buttons)

    async def _of(self, chat_id: int, language: Language) -> Subscription:
        one = await self._desk.remember(self._desk.subscriptions.get, chat_id)
        return one or Subscription(chat_id, profile=Profile((language,)))

    async def _may(self, bot: Bot, chat_id: int, user: User | None, sender: Chat | None) -> bool:
        """Whether somebody may set a chat's briefings: a group's administrators, and anybody in a chat with the bot alone."""
        if is_private(chat_id):
            return True
        return (await self._desk.permissions.rights(bot, chat_id, user, sender)).own
