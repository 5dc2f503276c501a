"""Polls for updates, keeps them, and only then acknowledges them; whatever passes is survived."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.errors import StateError
from bot.state.inbox import id_of
from bot.telegram.outcome import pause_of
from bot.telegram.polling.backoff import Backoff

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot

    from bot.telegram.polling.request import RawUpdates

logger = logging.getLogger(__name__)

ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CHANNEL_POST,
    Update.EDITED_CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
)
"""Stated on every poll, because Telegram remembers the last list that it was given."""

POLL_SECONDS = 10
"""How long Telegram holds a poll open when there is nothing to tell."""

REJECTIONS = 8
"""So many refusals of the token in a row, over some 18 s, are no passing trouble if it is refused elsewhere, too."""


class Poller:
    """Fetches updates for as long as it is run.

    Args:
        bot: Whose updates; its request for updates is ``updates``.
        updates: Where what was fetched is taken.
        keep: Commits updates; only when it has returned are they acknowledged.
        patience: A poll that has neither come back nor failed after so many seconds is given up, and begun anew.
        heard: Called when a poll has come back.

    Attributes:
        completed_at: When the last poll came back, on the monotonic clock; None before the first.
    """

    def __init__(
        self,
        bot: Bot,
        updates: RawUpdates,
        keep: Callable[[list[Any]], Awaitable[object]],
        patience: float = 4.0 * POLL_SECONDS,
        *,
        heard: Callable[[], None] = lambda: None,
    ) -> None:
        self._heard = heard
        self._bot = bot
        self._updates = updates
        self._keep = keep
        self._patience = patience
        self._offset = 0
        self._webhook_removed = False
        self._backoff = Backoff()
        self._rejections = 0
        self._conflict = False
        self.completed_at: float | None = None

    async def run(self) -> None:
        """Poll until cancelled.

        Raises:
            InvalidToken: The token is refused again and again, so that it must be revoked.
        """
        while True:
            try:
                async with asyncio.timeout(self._patience):
                    await self._poll()
            except TimeoutError:
                # Not an answer, not an error: a connection that is dead without anybody having said so.
                logger.warning("a poll did not come back within %g s and is begun anew", self._patience)
            except TelegramError as error:
                await self._survive(error)
            except StateError as error:
                logger.error("updates wait at Telegram, because they cannot be kept: %s", error)  # noqa: TRY400
                await asyncio.sleep(self._backoff.next())
            except Exception:
                logger.exception("polling failed and goes on")
                await asyncio.sleep(self._backoff.next())
            else:
                self._recovered()

    async def _poll(self) -> None:
        if not self._webhook_removed:
            await self._bot.delete_webhook()
            self._webhook_removed = True
        await self._bot.get_updates(offset=self._offset, timeout=POLL_SECONDS, allowed_updates=ALLOWED_UPDATES)
        came = self._updates.take()
        if not came:
            return
        await self._keep(came)
        ids = [number for one in came if (number := id_of(one)) is not None]
        if len(ids) < len(came):
            logger.error("%d updates came without an id and could not be kept", len(came) - len(ids))
        if not ids:
            # They cannot be stepped past either; asking at once would go on for ever.
            await asyncio.sleep(self._backoff.longest)
            return
        self._offset = max(ids) + 1

    def _recovered(self) -> None:
        if self._backoff.tries:
            logger.info("polling works again")
        self._backoff.reset()
        self._rejections = 0
        self._conflict = False
        self.completed_at = time.monotonic()
        self._heard()

    async def _survive(self, error: TelegramError) -> None:
        """Wait before the next poll, and tell what was wrong.

        Raises:
            InvalidToken: It was refused too often.
        """
        if isinstance(error, InvalidToken):
            self._rejections += 1
            if self._rejections >= REJECTIONS:
                # Refused here as well, it is no matter of one method's bad day.
                await self._bot.get_me()
                self._rejections = 0
            logger.warning("the token was refused %d times in a row; trying again", self._rejections)
        else:
            self._rejections = 0
        wait = self._backoff.next()
        if isinstance(error, RetryAfter):
            wait = max(wait, pause_of(error))
        if isinstance(error, Conflict):
            if not self._conflict:
                logger.error("another process polls with the same token: stop one of the two")
            self._conflict = True
            # A webhook that somebody set is another reason for the same error.
            self._webhook_removed = False
        elif not isinstance(error, InvalidToken):
            logger.warning("polling failed and goes on: %s", error)
        await asyncio.sleep(wait)
