"""The life of the running bot: connect, poll, stop."""

from __future__ import annotations

import asyncio
import logging
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any

from telegram.error import InvalidToken, TelegramError

from bot.errors import SettingsError, StateError, TokenRejectedError
from bot.telegram.localisation import publish
from bot.telegram.polling.dispatcher import Dispatcher
from bot.telegram.polling.poller import Poller

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from telegram import Bot

    from bot.telegram.application import BotApplication, Transport

logger = logging.getLogger(__name__)

BOOTSTRAP_RETRIES: int | None = None
"""How many more tries there are to reach the server at the start; None for as many as it takes."""
_FIRST_WAIT = 1.0
# Short enough that the bot is back soon after the network is.
_LONGEST_WAIT = 8.0


async def serve(application: BotApplication, stopped: asyncio.Event, api_url: str) -> None:
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
            await _work(application, stopped)
    except InvalidToken:
        rejected = True
    finally:
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


async def _connect(application: BotApplication, api_url: str) -> None:
    """Learn who the bot is, waiting longer after each try that did not reach the server."""
    wait = _FIRST_WAIT
    tries = 0
    while True:
        try:
            await application.initialize()
        except InvalidToken:
            raise
        except TelegramError as error:
            logger.warning(
                "the Bot API at %s was not reached: %s; the next try is in %g s. Should it stay so, see to the network, "
                "or mend TELEGRAM_API_URL",
                api_url,
                error,
                wait,
            )
        else:
            return
        if tries == BOOTSTRAP_RETRIES:
            raise SettingsError(
                f"the Bot API at {api_url} was not reached: see to the network, or mend TELEGRAM_API_URL"
            )
        tries += 1
        await asyncio.sleep(wait)
        wait = min(_LONGEST_WAIT, 1.5 * wait)


async def _work(application: BotApplication, stopped: asyncio.Event) -> None:
    """Handle updates until stopped.

    Raises:
        InvalidToken: The token is no longer taken.
        SettingsError: Nothing can listen where it is set.
    """
    bot, transport = application.bot, application.transport
    logger.info("running as @%s", bot.username)
    if not bot.bot.can_read_all_group_messages:
        logger.info("privacy mode is on: in groups /ask and replies reach the bot, but a mere mention may not")
    await application.start()
    dispatcher = Dispatcher(
        transport.inbox,
        transport.memory,
        transport.order,
        bot,
        look=transport.delivery.saw,
        handle=transport.gate(bot, application.process_update).handle,
        metrics=transport.heart.metrics,
        share=transport.share,
    )
    # Before anything is taken: only who is known to live has a share.
    heart = asyncio.create_task(transport.heart.run(partial(_beaten, transport, dispatcher)))
    await transport.heart.begun.wait()
    # Beside the polling, so that nobody waits for an answer until Telegram has taken every description.
    beside = [asyncio.create_task(publish(bot)), asyncio.create_task(dispatcher.run())]
    beside += [asyncio.create_task(_forget_old(transport)), asyncio.create_task(transport.schedule(bot))]
    try:
        with ExitStack() as served:
            await _until(stopped, _receive(bot, transport, dispatcher, served))
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        left = await dispatcher.stop(transport.stop_seconds)
        # Last of all: until then what is under way is this process's.
        heart.cancel()
        await asyncio.gather(heart, return_exceptions=True)
        if left:
            logger.warning("%d updates were not done in time and are handled at the next start", left)


async def _beaten(transport: Transport, dispatcher: Dispatcher, living: int) -> None:
    transport.shared_among(living)
    await dispatcher.renew()


async def _receive(bot: Bot, transport: Transport, dispatcher: Dispatcher, served: ExitStack) -> None:
    """Fetch updates, or have them brought, and tell how the bot is where that is wanted; until cancelled.

    Raises:
        InvalidToken: The token is no longer taken.
        SettingsError: Nothing can listen where it is set.
    """
    heart, place = transport.heart, transport.webhook
    keep = transport.outage(bot, dispatcher.keep).keep
    if not transport.health_listen and place is None:
        await Poller(bot, transport.updates, keep, heard=heart.heard).run()
        return
    # Imported here, since most bots need no server.
    from bot.telegram.operating.pages import pages_of  # noqa: PLC0415
    from bot.telegram.operating.server import serving  # noqa: PLC0415

    pages = pages_of(heart)
    if place is None:
        served.enter_context(serving(transport.health_listen, pages))
        await Poller(bot, transport.updates, keep, heard=heart.heard).run()
        return
    from bot.telegram.operating.webhook import Webhook  # noqa: PLC0415

    webhook = Webhook(bot, place, keep, heart)
    if transport.health_listen:
        served.enter_context(serving(transport.health_listen, pages))
    served.enter_context(serving(place.listen, {place.path: webhook.page()}, place.tls()))
    await webhook.run()


async def _forget_old(transport: Transport) -> None:
    """Once an hour, forget what was done with long ago."""
    while True:
        try:
            await transport.memory.run(transport.forget_old)
        except StateError as error:
            logger.error("what is old could not be forgotten: %s", error)  # noqa: TRY400
        await asyncio.sleep(3600)


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
