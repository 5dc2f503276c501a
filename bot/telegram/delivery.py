"""Where messages leave: the one place that a limiter and an outbox will stand in."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from telegram import LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, NetworkError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot, ForceReply, InlineKeyboardMarkup, Message

logger = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
TOO_LATE = ("query is too old", "query id is invalid", "query_id_invalid")
"""How Telegram refuses the answer to a query that nobody waits for any more."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message goes.

    Attributes:
        chat_id: The chat.
        thread_id: The topic in it, if it has topics.
        reply_to: The message replied to; sent without, if that is gone.
    """

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None


def under(message: Message) -> Place:
    """The place of a reply to a message, in its topic."""
    return Place(message.chat.id, topic(message), message.message_id)


def topic(message: Message) -> int | None:
    """The topic that a message stands in, if it stands in one."""
    # Outside of topics a thread id only tells which message a thread of replies began with, and cannot be sent to.
    return message.message_thread_id if message.is_topic_message else None


class Delivery:
    """Sends and edits messages in HTML, without link previews.

    Args:
        moved: Called with the old and the new id when a group turns out to have got a new one.
    """

    def __init__(self, moved: Callable[[int, int], Awaitable[None]]) -> None:
        self._moved = moved

    async def send(
        self, bot: Bot, place: Place, html: str, buttons: InlineKeyboardMarkup | ForceReply | None = None
    ) -> int:
        """Send a message.

        Returns:
            Its id.

        Raises:
            TelegramError: It was refused, or it is not known whether it arrived.
        """
        try:
            return await self._send(bot, place, html, buttons)
        except ChatMigrated as error:
            await self._moved(place.chat_id, error.new_chat_id)
            # The message replied to has another id over there.
            return await self._send(bot, replace(place, chat_id=error.new_chat_id, reply_to=None), html, buttons)

    async def edit(
        self, bot: Bot, chat_id: int, message_id: int, html: str, buttons: InlineKeyboardMarkup | None = None
    ) -> bool:
        """Edit a message; that it says this already is as good.

        Returns:
            Whether it says this now; False where it is gone or can no longer be edited.

        Raises:
            TelegramError: It was refused for another reason.
        """
        try:
            await bot.edit_message_text(
                html,
                chat_id=chat_id,
                message_id=message_id,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=buttons,
            )
        except BadRequest as error:
            if refused(error, "message is not modified"):
                return True
            if refused(error, "message to edit not found", "message can't be edited", "message_id_invalid"):
                logger.debug("message %s can no longer be edited", message_id)
                return False
            raise
        return True

    async def _send(self, bot: Bot, place: Place, html: str, buttons: InlineKeyboardMarkup | ForceReply | None) -> int:
        reply = ReplyParameters(place.reply_to, allow_sending_without_reply=True) if place.reply_to else None
        message = await bot.send_message(
            place.chat_id,
            html,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_parameters=reply,
            message_thread_id=place.thread_id,
            reply_markup=buttons,
        )
        return message.message_id


def refused(error: BaseException, *reasons: str) -> bool:
    """Whether Telegram refused for one of these reasons; the library changes the case of its texts."""
    text = str(error).lower()
    return any(reason in text for reason in reasons)


def unreached(error: BaseException | None) -> bool:
    """Whether nothing answered; the library makes a refused request one of the network's failures, too."""
    return isinstance(error, NetworkError) and not isinstance(error, BadRequest)
