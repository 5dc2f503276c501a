"""Where messages leave: what a message is, where it goes, and what becomes of it there."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from telegram import LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, NetworkError, TelegramError

from bot.state.outbox import Draft
from bot.telegram.limiter import ANSWER
from bot.telegram.polling.handling import handled
from bot.telegram.words import count, line_above
from index.language import detect_language

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import timedelta

    from telegram import Bot, CallbackQuery, ForceReply, InlineKeyboardMarkup, Update

    from bot.telegram.outgoing import Outgoing

logger = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
TOO_LATE = ("query is too old", "query id is invalid", "query_id_invalid")
"""How Telegram refuses the answer to a query that nobody waits for any more."""
TOPIC_GONE = ("message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")
"""How Telegram refuses a topic that is no more, or that nobody may write to: the chat itself gets the message."""


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
    """Sends and edits messages in HTML, without link previews: within Telegram's limits, and again where that is safe.

    Args:
        outgoing: The way out.
        moved: Called with the old and the new id when a group turns out to have got a new one.
    """

    def __init__(self, outgoing: Outgoing, moved: Callable[[int, int], Awaitable[None]]) -> None:
        self._outgoing = outgoing
        self._moved = moved

    async def send(
        self,
        bot: Bot,
        place: Place,
        html: str,
        buttons: InlineKeyboardMarkup | ForceReply | None = None,
        *,
        rank: int = ANSWER,
        key: str | None = None,
    ) -> int:
        """Send a message.

        Args:
            bot: The bot.
            place: Where to.
            html: What it says.
            buttons: Its keyboard.
            rank: ``ANSWER`` for what a person waits for, else ``BRIEFING``.
            key: Its own; the same key is never sent twice. By default that of the update which is being handled.

        Returns:
            Its id.

        Raises:
            TelegramError: It was refused, or it is not known whether it arrived.
            StateError: It could not be noted down, and was not sent.
        """
        handling = handled.get()
        if handling is not None and handling.late is not None and not handling.sent:
            html, handling.late = _late(html, handling.late), None
        draft = Draft(
            key=key or _key(),
            chat_id=place.chat_id,
            thread_id=place.thread_id,
            reply_to=place.reply_to,
            html=html,
            buttons=buttons.to_json() if buttons else None,
            rank=rank,
        )
        while True:
            try:
                return await self._outgoing.send(draft, partial(self._send, bot, buttons=buttons))
            except ChatMigrated as error:
                await self._moved(draft.chat_id, error.new_chat_id)
                # The message replied to has another id over there.
                draft = replace(draft, chat_id=error.new_chat_id, reply_to=None)
            except BadRequest as error:
                if draft.thread_id is None or not refused(error, *TOPIC_GONE):
                    raise
                draft = replace(draft, thread_id=None)

    async def tell(self, bot: Bot, place: Place, html: str) -> None:
        """Send a message once without noting it: what is said where nothing can be noted.

        Raises:
            TelegramError: It was refused, or it is not known whether it arrived.
        """
        draft = Draft(_key(), place.chat_id, place.thread_id, place.reply_to, html, None, ANSWER)
        await self._outgoing.once(place.chat_id, partial(self._send, bot, draft, buttons=None))

    def saw(self, update: Update) -> None:
        """Learn from an update which of the bot's own messages have arrived."""
        query, message = update.callback_query, update.effective_message
        own = query.message if query else message.reply_to_message if message else None
        if isinstance(own, Message):
            self._outgoing.saw(own)

    async def edit(
        self, bot: Bot, chat_id: int, message_id: int, html: str, buttons: InlineKeyboardMarkup | None = None
    ) -> bool:
        """Edit a message; that it says this already is as good.

        Returns:
            Whether it says this now; False where it is gone or can no longer be edited.

        Raises:
            TelegramError: It was refused for another reason, or the server was not reached after many tries.
        """
        edit = partial(
            bot.edit_message_text,
            html,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=buttons,
        )
        try:
            await self._outgoing.repeat(chat_id, edit)
        except BadRequest as error:
            if refused(error, "message is not modified"):
                return True
            if refused(error, "message to edit not found", "message can't be edited", "message_id_invalid"):
                logger.debug("message %s can no longer be edited", message_id)
                return False
            raise
        return True

    async def _send(self, bot: Bot, draft: Draft, *, buttons: InlineKeyboardMarkup | ForceReply | None) -> int:
        reply = ReplyParameters(draft.reply_to, allow_sending_without_reply=True) if draft.reply_to else None
        message = await bot.send_message(
            draft.chat_id,
            draft.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_parameters=reply,
            message_thread_id=draft.thread_id,
            reply_markup=buttons,
        )
        return message.message_id


def _key() -> str:
    handling = handled.get()
    return handling.next_key() if handling else f"alone:{uuid4().hex}"


def _late(html: str, late: timedelta) -> str:
    """A message with a line above that says how long ago it was asked for, where there is room."""
    hours = int(late.total_seconds()) // 3600
    named = (("late_days", hours // 24), ("late_hours", hours), ("late_minutes", int(late.total_seconds()) // 60))
    name, number = next((one for one in named if one[1]), named[-1])
    return line_above(html, count(detect_language(html), name, number))


async def acknowledge(query: CallbackQuery, text: str | None = None) -> None:
    """End the waiting sign on a button; that it came too late for that, or did not get through, is no error.

    Raises:
        BadRequest: It was refused for another reason.
    """
    try:
        await query.answer(text)
    except TelegramError as error:
        if isinstance(error, BadRequest) and not refused(error, *TOO_LATE):
            raise
        logger.info("a press was not acknowledged: %s", error)


def refused(error: BaseException, *reasons: str) -> bool:
    """Whether Telegram refused for one of these reasons; the library changes the case of its texts."""
    text = str(error).lower()
    return any(reason in text for reason in reasons)


def unreached(error: BaseException | None) -> bool:
    """Whether nothing answered; the library makes a refused request one of the network's failures, too."""
    return isinstance(error, NetworkError) and not isinstance(error, BadRequest)
