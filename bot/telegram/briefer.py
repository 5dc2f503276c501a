"""Briefings are made here, kept with what they tell, and sent: those that are asked for and those that are due."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from telegram.error import Forbidden, TelegramError

from bot.answer.briefing.asked import brief_asked, read_asked
from bot.answer.briefing.profile import Profile
from bot.state.subscriptions import Prepared, places_of
from bot.telegram.delivery import Place, topic
from bot.telegram.desk import client_language
from bot.telegram.limiter import ANSWER, BRIEFING
from bot.telegram.links import is_private, linker
from bot.telegram.render_briefing import render_briefing
from index.language import detect_language

if TYPE_CHECKING:
    from telegram import Bot, Message, User

    from bot.answer.briefing.types import Briefing
    from bot.telegram.desk import Desk
    from index.types import Language

logger = logging.getLogger(__name__)


class Briefer:
    """Makes and sends briefings.

    Args:
        desk: What it works with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def asked(self, bot: Bot, message: Message, text: str) -> None:
        """Brief a chat now, of what is asked for or of what is new.

        Raises:
            NotVerbatimError: A quote would not arrive as it stands in its document.
            TelegramError: It was not sent.
        """
        desk, chat_id = self._desk, message.chat.id
        slot = f"asked:{message.message_id}"
        prepared = await desk.remember(desk.subscriptions.made, chat_id, slot)
        if prepared is None:
            prepared = await self._prepared(bot, Place(chat_id, topic(message)), slot, text, message.from_user)
            if not await desk.remember(desk.subscriptions.claim, prepared):
                return
        await self.send(bot, prepared, ANSWER, message.message_id)

    async def preview(self, bot: Bot, chat_id: int, thread_id: int | None, slot: str) -> None:
        """Show what a chat would be told now. It counts as not told."""
        prepared = await self._prepared(bot, Place(chat_id, thread_id), slot, "", None)
        shown = Prepared(chat_id, slot, thread_id, prepared.parts)
        if await self._desk.remember(self._desk.subscriptions.claim, shown):
            await self.send(bot, shown, ANSWER)

    async def deliver(self, bot: Bot, prepared: Prepared) -> None:
        """Send what nobody waits for; what is not sent now is sent at the next start, but to a chat that is shut out, never."""
        try:
            if not await self._desk.admitted([self._desk.current(prepared.chat_id)]):
                await self._desk.remember(self._desk.subscriptions.done, prepared.chat_id, prepared.slot)
                return
            await self.send(bot, prepared, BRIEFING)
        except TelegramError as error:
            logger.warning("a briefing was not sent: %s", error)
        except Exception:
            logger.exception("a briefing was not sent")

    async def send(self, bot: Bot, prepared: Prepared, rank: int, reply_to: int | None = None) -> None:
        """Send a briefing that is kept. A chat that shut the bot out is not briefed any more, and keeps its settings.

        Raises:
            TelegramError: It was refused otherwise, or it is not known whether it arrived.
        """
        desk, subscriptions = self._desk, self._desk.subscriptions
        for number, html in enumerate(prepared.parts):
            chat_id = desk.current(prepared.chat_id)
            place = Place(chat_id, prepared.thread_id, reply_to if chat_id == prepared.chat_id and not number else None)
            key = f"brief:{prepared.chat_id}:{prepared.slot}:{number}"
            try:
                await desk.delivery.send(bot, place, html, rank=rank, key=key)
            except Forbidden:
                logger.info("a chat cannot be briefed any more")
                await desk.remember(subscriptions.end, desk.current(prepared.chat_id))
                return
        await desk.remember(subscriptions.done, desk.current(prepared.chat_id), prepared.slot)

    async def _prepared(self, bot: Bot, place: Place, slot: str, text: str, user: User | None) -> Prepared:
        chat_id = place.chat_id
        desk, subscriptions = self._desk, self._desk.subscriptions
        subscription = await desk.remember(subscriptions.get, chat_id)
        pinned = await desk.remember(desk.chats.language, chat_id)
        language: Language = pinned or detect_language(text, client_language(user))
        profile = subscription.profile if subscription else Profile((language,))
        known = await desk.remember(subscriptions.briefed, chat_id)
        told = await desk.remember(subscriptions.told, chat_id)
        zone = ZoneInfo(subscription.schedule.zone) if subscription else UTC
        asked = read_asked(text, datetime.fromtimestamp(desk.now(), zone).date())
        library = await desk.library(chat_id)
        briefing, ids = await desk.ask(brief_asked, library, asked, profile, known, told)
        parts = render_briefing(briefing, linker(bot.username, own=is_private(chat_id)))
        return prepared_of(briefing, place, slot, parts, ids)


def prepared_of(
    briefing: Briefing, place: Place, slot: str, parts: tuple[str, ...], documents: tuple[str, ...]
) -> Prepared:
    """A briefing as it is kept, with all that it tells.

    Args:
        briefing: What is told.
        place: Where.
        slot: Its key.
        parts: Its messages, as HTML.
        documents: The ids of the documents that the chat is briefed of with it.
    """
    told = places_of(cited.citation for line in briefing.lines for cited in line.cited)
    return Prepared(place.chat_id, slot, place.thread_id, parts, told, documents)
