"""What stands before the handlers: who has asked too much gets a word, and what was asked long ago is told as late."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from math import inf
from typing import TYPE_CHECKING, Literal

from bot.telegram.addressing import Command, addressed, words_of
from bot.telegram.admission import Admission
from bot.telegram.delivery import under
from bot.telegram.desk import client_language
from bot.telegram.given import offered
from bot.telegram.polling.handling import handled
from bot.telegram.quotas import Quotas
from bot.telegram.words import count, say
from index.language import detect_language

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot, Message, Update, User

    from bot.telegram.desk import Desk
    from bot.telegram.limiter import Limits

_SAID_AGAIN_AFTER = timedelta(minutes=10).total_seconds()
_MANY = 10_000
# Telegram forgets an update after a day; a date much further back is no date.
_BELIEVED = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Lateness:
    """What is done with what was asked long ago.

    Attributes:
        after: From when on it is late.
        then: It is answered, and said to be late; or dropped, which is said once in a chat.
    """

    after: timedelta = timedelta(hours=1)
    then: Literal["answer", "drop"] = "answer"


class Gate:
    """Lets updates through to the handlers.

    Args:
        desk: What it works with.
        bot: The bot.
        serve: Serves an update.
        limits: How much may be asked.
        lateness: What is late, and what is done with it.
        now: The clock, in seconds since the epoch.
    """

    def __init__(
        self,
        desk: Desk,
        bot: Bot,
        serve: Callable[[Update], Awaitable[None]],
        *,
        limits: Limits,
        lateness: Lateness,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._desk = desk
        self._bot = bot
        self._serve = serve
        self._admission = Admission(desk, now)
        self._questions = "too_many", limits.person.most, Quotas(limits.person, limits.asked_in_group)
        self._files = "too_many_files", limits.files.most, Quotas(limits.files, limits.files)
        self._lateness = lateness
        self._now = now
        self._told_late: dict[int, float] = {}

    async def handle(self, update: Update) -> None:
        """Serve an update, or say why not. Only what is new and asks something is counted or late.

        Who may not ask is turned away before anything else, so that it costs a look into the database alone.
        """
        if not await self._admission.admits(self._bot, update):
            return
        message = update.message or update.channel_post
        is_file = message is not None and gives(message, self._bot.bot)
        if message is None or not (is_file or addressed(message, self._bot.bot)):
            await self._serve(update)
            return
        user = message.from_user
        name, most, quotas = self._files if is_file else self._questions
        verdict = quotas.admit(message.chat.id, user.id if user else None, message.date.timestamp())
        if verdict == "tell":
            await self._say(message, count(await self._language(message), name, most))
        if verdict != "serve":
            return
        late = timedelta(seconds=self._now() - message.date.timestamp())
        if self._lateness.after <= late < _BELIEVED:
            if self._lateness.then == "drop":
                await self._drop(message)
                return
            handling = handled.get()
            if handling is not None:
                handling.late = late
        await self._serve(update)

    async def _drop(self, message: Message) -> None:
        now = self._now()
        if self._told_late.get(message.chat.id, -inf) > now - _SAID_AGAIN_AFTER:
            return
        if len(self._told_late) > _MANY:
            self._told_late.clear()
        self._told_late[message.chat.id] = now
        await self._say(message, say(await self._language(message), "too_late"))

    async def _say(self, message: Message, html: str) -> None:
        await self._desk.delivery.send(self._bot, under(message), html)

    async def _language(self, message: Message) -> Literal["ar", "en"]:
        pinned = await self._desk.remember(self._desk.chats.language, message.chat.id)
        return pinned or detect_language(words_of(message), client_language(message.from_user))


def gives(message: Message, me: User) -> bool:
    """Whether a message gives a document to be read, which costs more than a question."""
    wanted = addressed(message, me)
    if isinstance(wanted, Command):
        return wanted.name == "add"
    return offered(message, me) is not None
