"""The life of the running bot: connect, poll, stop."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.errors import SettingsError, TokenRejectedError
from bot.telegram.localisation import publish

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from telegram.ext import Application

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

BOOTSTRAP_RETRIES = 20
_FIRST_WAIT = 1.0
_LONGEST_WAIT = 30.0


async def serve(application: Application[Any, Any, Any, Any, Any, Any], stopped: asyncio.Event, api_url: str) -> None:
    """Run until stopped. The application is shut down on return, however it ends.

    Args:
        application: As built, not yet initialised.
        stopped: Ends it, even while it is still connecting.
        api_url: The Bot API server's address, as it may be shown where it is not reached.

    Raises:
        TokenRejectedError: The server does not take the token.
        SettingsError: The server was not reached, after many tries.
    """
    rejected = False
    try:
        if await _until(stopped, _connect(application, api_url)):
            await _poll(application, stopped)
    except InvalidToken:
        rejected = True
    finally:
        if application.updater is not None and application.updater.running:
            await application.updater.stop()
        if application.running:
            await application.stop()
        await application.shutdown()
        # Not done by the application where it could not be initialised.
        await application.bot.shutdown()
        if application.post_shutdown is not None:
            await application.post_shutdown(application)
    if rejected:
        # Raised out here because the library's error holds the token, and must not even be this one's cause.
        raise TokenRejectedError(
            f"the Bot API at {api_url} does not take the token: copy it again from @BotFather into TELEGRAM_BOT_TOKEN, "
            "or mend TELEGRAM_API_URL"
        )


async def _connect(application: Application[Any, Any, Any, Any, Any, Any], api_url: str) -> None:
    """Learn who the bot is, waiting longer after each try that did not reach the server."""
    wait = _FIRST_WAIT
    for left in range(BOOTSTRAP_RETRIES, -1, -1):
        try:
            await application.initialize()
        except InvalidToken:
            raise
        except TelegramError as error:
            logger.warning("the Bot API at %s was not reached: %s; %d more tries", api_url, error, left)
        else:
            return
        if left:
            await asyncio.sleep(wait)
            wait = min(_LONGEST_WAIT, 1.5 * wait)
    raise SettingsError(f"the Bot API at {api_url} was not reached: see to the network, or mend TELEGRAM_API_URL")


async def _poll(application: Application[Any, Any, Any, Any, Any, Any], stopped: asyncio.Event) -> None:
    bot = application.bot
    logger.info("running as @%s", bot.username)
    if not bot.bot.can_read_all_group_messages:
        logger.info("privacy mode is on: in groups /ask and replies reach the bot, but a mere mention may not")
    await application.start()
    # Beside the polling, so that nobody waits for an answer until Telegram has taken every description.
    publishing = asyncio.create_task(publish(bot))
    try:
        if application.updater is not None:
            polling = application.updater.start_polling(
                bootstrap_retries=BOOTSTRAP_RETRIES, allowed_updates=ALLOWED_UPDATES, error_callback=_Trouble().tell
            )
            await _until(stopped, polling)
        await stopped.wait()
    finally:
        publishing.cancel()
        await asyncio.gather(publishing, return_exceptions=True)


async def _until(stopped: asyncio.Event, work: Coroutine[Any, Any, object]) -> bool:
    """Do some work, but no longer than until stopped.

    Returns:
        Whether it was done.
    """
    task, stop = asyncio.ensure_future(work), asyncio.ensure_future(stopped.wait())
    try:
        await asyncio.wait({task, stop}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            await task
        return task.done()
    finally:
        for one in (task, stop):
            one.cancel()
        await asyncio.gather(task, stop, return_exceptions=True)


class _Trouble:
    """Logs what goes wrong while polling, in one line each; a second bot with the same token only once."""

    def __init__(self) -> None:
        self._conflict = False

    def tell(self, error: TelegramError) -> None:
        if not isinstance(error, Conflict):
            logger.warning("polling failed and goes on: %s", error)
        elif not self._conflict:
            self._conflict = True
            logger.error("another process polls with the same token: stop one of the two")
