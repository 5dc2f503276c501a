"""One message on its way: noted, let go at its time, tried again where that is safe, marked where it may double."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from telegram.error import ChatMigrated, RetryAfter, TelegramError

from bot.errors import StateError
from bot.telegram.limiter import ANSWER
from bot.telegram.operating.metrics import Metrics
from bot.telegram.outcome import outcome, pause_of
from bot.telegram.polling.backoff import Backoff
from bot.telegram.verbatim import read_back
from bot.telegram.words import line_above, say
from index.language import detect_language

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Message

    from bot.state.outbox import Draft, Ending, Outbox
    from bot.telegram.limiter import Limiter
    from bot.telegram.operating.share import Share
    from bot.telegram.worker import Worker

logger = logging.getLogger(__name__)

MOST_REFUSALS = 100
"""So often, over some eight minutes, a server may say that it cannot take a message now."""

MOST_DOUBTS = 6
"""So often a message is sent whose earlier attempts may all have arrived; each but the first says so."""

_HELD_SECONDS = 2.0


class Outgoing:
    """Sends messages, one attempt after another.

    Args:
        outbox: Where each is noted before it is sent.
        memory: The thread that the outbox is called on.
        limiter: Lets them leave.
        metrics: Counts what goes wrong.
        share: Where other processes write to the same chats: whose turn it is.
    """

    def __init__(
        self,
        outbox: Outbox,
        memory: Worker,
        limiter: Limiter,
        metrics: Metrics | None = None,
        share: Share | None = None,
    ) -> None:
        self._share = share
        self._metrics = metrics or Metrics()
        self._outbox = outbox
        self._memory = memory
        self._limiter = limiter
        self._held: list[_Held] = []
        self._unnoted: dict[str, int] = {}

    async def send(self, draft: Draft, send: Callable[[Draft], Awaitable[int]]) -> int:
        """Send a message, however long it takes to reach the server.

        Args:
            draft: The message; one whose key was sent before is not sent again.
            send: Sends it once.

        Returns:
            Its id.

        Raises:
            TelegramError: It was refused, or it is unknown, after several tries, whether it arrived.
            StateError: It could not be noted, and was not sent.
        """
        waits = _Waits()
        while True:
            # Before the slot: others must not wait for it meanwhile.
            await self._may_write(draft.chat_id)
            async with self._limiter.slot(draft.chat_id, draft.rank):
                begun = await self._memory.run(self._outbox.begin, draft)
                await self._note_arrivals()
                if begun.message_id is not None:
                    return begun.message_id
                try:
                    message_id = await send(_marked(draft) if begun.doubtful else draft)
                except TelegramError as error:
                    failure = error
                else:
                    # At once: were the process to end before it, the arrival would be unknown.
                    await self._arrived(draft.key, message_id)
                    return message_id
            wait = await self._failed(draft, failure, waits)
            if wait is None:
                raise failure
            if outcome(failure) != "unknown":
                await asyncio.sleep(wait)
            elif (seen := await self._hold(draft, wait)) is not None:
                await self._arrived(draft.key, seen)
                return seen

    async def _arrived(self, key: str, message_id: int) -> None:
        self._unnoted[key] = message_id
        await self._note_arrivals()

    async def _note_arrivals(self) -> None:
        """Note what has arrived; where the disk is full the message is there all the same, and it is noted later."""
        for key, message_id in list(self._unnoted.items()):
            try:
                await self._memory.run_soon(self._outbox.sent, key, message_id)
            except StateError as error:
                logger.error("that a message has arrived could not be noted yet: %s", error)  # noqa: TRY400
                return
            self._unnoted.pop(key, None)

    def saw(self, message: Message) -> None:
        """Learn from an update that one of the bot's own messages is there: it may be one whose arrival is unknown."""
        for held in self._held:
            if not held.seen.done() and _is(message, held.draft):
                held.seen.set_result(message.message_id)
                return

    async def _hold(self, draft: Draft, seconds: float) -> int | None:
        """Wait for a sign that a message has arrived: one of its buttons is pressed, or it is replied to.

        Returns:
            Its id, or None where there was no sign.
        """
        held = _Held(draft)
        self._held.append(held)
        try:
            seen = await asyncio.wait_for(held.seen, seconds)
        except TimeoutError:
            return None
        finally:
            self._held.remove(held)
        # Another message may say the same with the same buttons; one more is better than one too few.
        return None if await self._memory.run(self._outbox.has, draft.chat_id, seen) else seen

    async def repeat(self, chat_id: int, call: Callable[[], Awaitable[object]]) -> None:
        """Do what changes nothing when it is done twice, until it is done.

        Args:
            chat_id: The chat that it counts in.
            call: Does it once.

        Raises:
            TelegramError: It was refused.
        """
        waits = _Waits()
        while True:
            await self._may_write(chat_id)
            async with self._limiter.slot(chat_id, ANSWER):
                try:
                    await call()
                except TelegramError as error:
                    failure = error
                else:
                    return
            wait = self._wait(chat_id, failure, waits)
            if wait is None:
                raise failure
            await asyncio.sleep(wait)

    async def once(self, chat_id: int, call: Callable[[], Awaitable[object]]) -> None:
        """Do something at its time, once, whether or not the database can be used.

        Raises:
            TelegramError: It was refused, or it is not known whether it was done.
        """
        async with self._limiter.slot(chat_id, ANSWER):
            await call()

    async def _may_write(self, chat_id: int) -> None:
        if self._share is not None:
            await self._share.may_write(chat_id)

    async def _failed(self, draft: Draft, error: TelegramError, waits: _Waits) -> float | None:
        """Note a failure, and say how long to wait before the next try; None where there is to be none."""
        if isinstance(error, ChatMigrated):
            await self._memory.run(self._outbox.failed, draft.key, "waiting")
            return None
        known = outcome(error)
        endings: dict[str, Ending] = {"refused": "refused", "unknown": "unknown"}
        await self._memory.run(self._outbox.failed, draft.key, endings.get(known, "waiting"))
        wait = self._wait(draft.chat_id, error, waits)
        if wait is None and known == "unknown":
            logger.error("whether a message arrived stays unknown after %d tries: %s", waits.doubts, error)
        elif wait is not None:
            logger.info("a message is sent again in %.1f s: %s", wait, error)
        return wait

    def _wait(self, chat_id: int, error: TelegramError, waits: _Waits) -> float | None:
        if isinstance(error, RetryAfter):
            self._limiter.pause(chat_id, pause_of(error))
            self._metrics.too_many()
            self._metrics.retried()
            logger.warning("too many messages in one chat, which pauses: %s", error)
            return 0.0
        if outcome(error) == "unknown":
            self._metrics.unknown()
        wait = waits.next(error)
        if wait is not None:
            self._metrics.retried()
        return wait


@dataclass(eq=False, slots=True)
class _Held:
    """A message whose arrival is unknown, and its id once it was seen."""

    draft: Draft
    seen: asyncio.Future[int] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class _Waits:
    """How long to wait after each failure of one message."""

    def __init__(self) -> None:
        self._backoff = Backoff()
        self._refusals = 0
        self.doubts = 0

    def next(self, error: TelegramError) -> float | None:
        known = outcome(error)
        if known == "refused" or isinstance(error, ChatMigrated):
            return None
        if known == "unknown":
            self.doubts += 1
            # Held back: what is still on its way may yet arrive, or bring its answer to nobody.
            return None if self.doubts >= MOST_DOUBTS else _HELD_SECONDS * self.doubts
        if known == "not_taken":
            self._refusals += 1
        return None if self._refusals >= MOST_REFUSALS else self._backoff.next()


def _is(message: Message, draft: Draft) -> bool:
    """Whether a message can be this one: in its place, later than what it replies to, with its words and its buttons."""
    if message.chat.id != draft.chat_id or message.message_id <= (draft.reply_to or 0):
        return False
    # A message that stands inside another does not tell what it replies to itself.
    under = message.reply_to_message
    if under is not None and draft.reply_to is not None and under.message_id != draft.reply_to:
        return False
    if message.reply_markup is not None and message.reply_markup.to_json() != draft.buttons:
        return False
    # The line that says that it may be there already stands above; white space and marks may have been changed on the way.
    return _letters(message.text or "").endswith(_letters(read_back(draft.html).text))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _marked(draft: Draft) -> Draft:
    """The message with a line above that says that it may be there already."""
    return replace(draft, html=line_above(draft.html, say(detect_language(draft.html), "perhaps_again")))
