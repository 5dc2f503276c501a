"""/forget: what was asked is forgotten, once a button says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.browsing import Page
from bot.telegram.delivery import acknowledge
from bot.telegram.links import is_private
from bot.telegram.words import count, label, say

if TYPE_CHECKING:
    from telegram import Bot, CallbackQuery

    from bot.telegram.buttons import Forget
    from bot.telegram.desk import Desk
    from index.types import Language


def offer_forgetting(chat_id: int, language: Language) -> Page:
    """What is kept and can be forgotten, with the buttons that do it."""
    whose = ("mine",) if is_private(chat_id) else ("mine", "all")
    buttons = [
        [InlineKeyboardButton(label(language, f"privacy.button_{one}"), callback_data=f"forget:{language}:{one}")]
        for one in whose
    ]
    name = "privacy.offer_private" if is_private(chat_id) else "privacy.offer_group"
    return Page(say(language, name), InlineKeyboardMarkup(buttons))


async def forget(desk: Desk, bot: Bot, query: CallbackQuery, press: Forget) -> None:
    """Forget what whoever presses asked, everywhere or in a group; or, for an administrator of that, all that was asked there."""
    language, message = press.language, query.message
    if message is None:
        await acknowledge(query)
        return
    chat_id = message.chat.id
    if is_private(chat_id):
        await acknowledge(query)
        forgotten = await desk.remember(desk.forgetting.of_user, query.from_user.id)
    elif not press.all_of_chat:
        await desk.remember(desk.forgetting.of_user, query.from_user.id, chat_id)
        # In a group the buttons stay for the others.
        await acknowledge(query, label(language, "privacy.forgotten_yours"))
        return
    elif not (await desk.permissions.rights(bot, chat_id, query.from_user)).own:
        await acknowledge(query, label(language, "privacy.not_allowed"))
        return
    else:
        await acknowledge(query)
        forgotten = await desk.remember(desk.forgetting.of_chat, chat_id)
    await desk.delivery.edit(bot, chat_id, message.message_id, count(language, "privacy.forgotten", forgotten))
