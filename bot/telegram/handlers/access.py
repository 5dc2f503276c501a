"""Who may ask, as the bot's administrators say: /allow, /deny and /access, and the buttons under a request."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING, Literal

from telegram.error import TelegramError

from bot.state.access import id_in, shown_code
from bot.telegram.admission import number
from bot.telegram.delivery import Place, acknowledge, under
from bot.telegram.desk import client_language
from bot.telegram.links import is_private
from bot.telegram.words import foreign, label, say

if TYPE_CHECKING:
    from telegram import Bot, Message, Update
    from telegram.ext import ContextTypes

    from bot.state.access import Entry
    from bot.telegram.addressing import Command
    from bot.telegram.desk import Desk
    from index.types import Language

PRESSED = "^access:"
"""What the data of these buttons begin with."""

_DATA = re.compile("access:(allow|deny):([A-Z]{8})")
_SHOWN = 40


class AccessCommands:
    """Serves what the bot's administrators say of who may ask.

    Args:
        desk: What it works with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def serve(self, bot: Bot, message: Message, command: Command) -> None:
        """Do what an administrator's command says; in a group a command alone means the group."""
        language = await self._desk.language(message.chat.id, message.from_user)
        if command.name == "access":
            # Who asks is nobody's matter but the administrators'.
            private = is_private(message.chat.id)
            html = await self._list(language) if private else say(language, "access.in_private")
            await self._desk.delivery.send(bot, under(message), html)
            return
        who = command.rest
        if not who and not is_private(message.chat.id) and message.reply_to_message is None:
            who = str(message.chat.id)
        verb: Literal["allow", "deny"] = "allow" if command.name == "allow" else "deny"
        html = await self._decide(bot, who, verb, language, message.chat.id) if who else say(language, "access.usage")
        await self._desk.delivery.send(bot, under(message), html)

    async def press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Let in or shut out whom a button names by its code; one whose code is no longer good only says so."""
        query, desk = update.callback_query, self._desk
        found = _DATA.fullmatch(query.data or "") if query else None
        if query is None:
            return
        language = client_language(query.from_user)
        if found is None or query.message is None or not desk.permissions.administers(query.from_user):
            await acknowledge(query, label(language, "access.pressed"))
            return
        await acknowledge(query)
        async with desk.order.turn(query.message.chat.id):
            verb: Literal["allow", "deny"] = "allow" if found[1] == "allow" else "deny"
            html = await self._decide(context.bot, found[2], verb, language, query.message.chat.id)
            await desk.delivery.edit(context.bot, query.message.chat.id, query.message.message_id, html)

    async def _decide(self, bot: Bot, who: str, verb: Literal["allow", "deny"], language: Language, here: int) -> str:
        """Let in or shut out, and tell who waited for that elsewhere; what to say of it here, as HTML."""
        desk = self._desk
        if verb == "deny" and id_in(who) in desk.permissions.administrators:
            return say(language, "access.administrator")
        before = await desk.remember(desk.access.decide, who, "allowed" if verb == "allow" else "denied")
        if before is None:
            return say(language, "access.unknown_code")
        if before.code is not None and before.chat_id != here:
            told = "let_in" if verb == "allow" else "turned_down"
            told = f"{told}_group" if verb == "allow" and not is_private(before.chat_id) else told
            # Who has gone away meanwhile misses nothing: the next message is served, or not.
            with contextlib.suppress(TelegramError):
                await desk.delivery.send(bot, Place(before.chat_id), say(before.language, f"access.{told}"))
        return say(language, f"access.{verb}", who=_shown(before, language))

    async def _list(self, language: Language) -> str:
        desk = self._desk
        entries = await desk.remember(desk.access.entries)
        parts = [say(language, f"access.mode_{desk.permissions.access}")]
        for standing in ("allowed", "denied", "asked"):
            rows = [one for one in entries if one.standing == standing and (standing != "asked" or one.code)]
            if rows:
                shown = [say(language, "access.entry", who=_shown(one, language)) for one in rows[:_SHOWN]]
                shown += ["…"] if len(rows) > _SHOWN else []
                parts.append("\n".join([say(language, f"access.list_{standing}"), *shown]))
        return "\n\n".join(parts)


def _shown(entry: Entry, language: Language) -> str:
    """Who it is, in one line."""
    shown = number(entry.chat_id, language)
    if entry.name:
        shown = f"{foreign(entry.name, language, _SHOWN)} ({shown})"
    return f"{shown} {foreign(shown_code(entry.code), language)}" if entry.code else shown
