"""The bot as a whole: built from its settings, and run."""

from __future__ import annotations

import asyncio
import contextlib
import re
import signal
import time
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from telegram.ext import Application, CallbackQueryHandler, InlineQueryHandler, MessageHandler, filters

from bot.errors import SettingsError
from bot.state.database import FILE_NAME, Database
from bot.state.lock import FILE_NAME as LOCK_NAME
from bot.state.lock import Lock
from bot.state.mending import check_after_crash
from bot.telegram.across_buttons import PRESSED
from bot.telegram.application import BotApplication, Transport
from bot.telegram.briefing_settings import PRESSED as BRIEFINGS_PRESSED
from bot.telegram.changed_buttons import PRESSED as CHANGED_PRESSED
from bot.telegram.desk import Desk
from bot.telegram.gate import Gate, Lateness
from bot.telegram.handlers.access import PRESSED as ACCESS_PRESSED
from bot.telegram.handlers.access import AccessCommands
from bot.telegram.handlers.across import Across
from bot.telegram.handlers.additions import Additions
from bot.telegram.handlers.briefings import Briefings
from bot.telegram.handlers.callbacks import Callbacks
from bot.telegram.handlers.changed import Changed
from bot.telegram.handlers.failures import Failures
from bot.telegram.handlers.inline import Inline
from bot.telegram.handlers.messages import Messages
from bot.telegram.limiter import Limits
from bot.telegram.outage import Outage
from bot.telegram.polling.request import RawUpdates
from bot.telegram.redaction import redacted
from bot.telegram.rights import Permissions
from bot.telegram.scheduler import Scheduler
from bot.telegram.serving import serve
from bot.telegram.taking import Taking

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answer.answerer import Answerer
    from bot.settings import Settings
    from bot.state.replicas import Mode
    from bot.telegram.operating.webhook import WebhookPlace
    from index.library import Library
    from index.reading.address import Network

_CONNECT_SECONDS = 10.0
# Long, because what was sent is unknown when nothing answers in time.
_READ_SECONDS = 20.0
_CONNECTIONS = 64
# Shorter than the 10 s after which supervisors kill at the earliest.
_STOP_SECONDS = 7.0


def run(settings: Settings, answerer: Answerer, library: Callable[[], Library], limits: Limits | None = None) -> None:
    """Run the bot until SIGINT or SIGTERM.

    Args:
        settings: The token, the Bot API's address and the folder of what must survive.
        answerer: Answers the questions; only called on one thread.
        library: Opens the same library once more, for what is taken in and out on another thread.
        limits: How fast messages leave; by default as fast as Telegram takes them.

    Raises:
        SettingsError: The token is missing or not taken, or the Bot API's address cannot be one, or is not reached.
        StateError: What must survive cannot be kept.
    """
    token = require_token(settings)
    with redacted(token, settings.server_password, settings.shown_secret):
        asyncio.run(_run(settings, answerer, library, limits))


async def _run(settings: Settings, answerer: Answerer, library: Callable[[], Library], limits: Limits | None) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Neither Windows nor a thread other than the main one has them; there the caller must end it.
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stopped.set)
    settings.require_server()
    # A database of an earlier version is upgraded before all else, for which the lock must be free.
    check_after_crash(settings.home / FILE_NAME)
    Database(settings.home / FILE_NAME).close()
    # Who polls is alone; those whom Telegram brings updates may be several.
    lock = Lock(settings.home / LOCK_NAME, shared=bool(settings.webhook_url))
    try:
        await serve(build_application(settings, answerer, library, limits=limits), stopped, settings.shown_server)
    finally:
        lock.release()


def build_application(
    settings: Settings,
    answerer: Answerer,
    library: Callable[[], Library],
    *,
    now: Callable[[], float] = time.time,
    network: Network | None = None,
    limits: Limits | None = None,
) -> BotApplication:
    """The bot with its handlers, ready for ``serving.serve``; its database is open.

    Args:
        settings: As for ``run``.
        answerer: As for ``run``.
        library: As for ``run``.
        now: The clock, in seconds since the epoch.
        network: How web addresses are fetched; None for the safe way, which is the only one but in tests.
        limits: How fast messages leave; by default as fast as Telegram takes them.

    Raises:
        SettingsError: The token is missing, or has characters that no token has; or the Bot API's address cannot be one.
        StateError: The database cannot be opened.
    """
    api = settings.require_server()
    token = require_token(settings)
    permissions = Permissions(
        settings.administrators,
        private_shelves=settings.private_shelves,
        access=settings.access,
        listed=settings.let_in,
    )
    taking = Taking(library, network)
    webhook = _webhook(settings)
    database = Database(settings.home / FILE_NAME)
    mode: Mode = "polling" if webhook is None else "webhook"
    desk = Desk(answerer, database, permissions, taking, now=now, limits=limits, mode=mode)
    additions = Additions(desk)

    async def close(_application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        desk.close()

    updates = RawUpdates(connect_timeout=_CONNECT_SECONDS, read_timeout=_CONNECT_SECONDS)
    lateness = Lateness(timedelta(minutes=settings.late_minutes), settings.late)
    gate = partial(Gate, desk, limits=limits or Limits(), lateness=lateness, now=now)
    transport = Transport(
        desk.inbox,
        desk.memory,
        desk.order,
        updates,
        desk.delivery,
        gate,
        partial(Outage, desk),
        Scheduler(desk).run,
        desk.forget_old,
        desk.heart,
        desk.share,
        desk.shared_among,
        settings.health_listen,
        webhook,
        _STOP_SECONDS,
    )
    application = (
        Application.builder()
        .application_class(BotApplication, {"transport": transport})
        .token(token)
        .base_url(f"{api}/bot")
        .base_file_url(f"{api}/file/bot")
        .connection_pool_size(_CONNECTIONS)
        .job_queue(None)
        .connect_timeout(_CONNECT_SECONDS)
        .read_timeout(_READ_SECONDS)
        .write_timeout(_READ_SECONDS)
        .pool_timeout(_READ_SECONDS)
        .get_updates_request(updates)
        .updater(None)
        .post_shutdown(close)
        .build()
    )
    application.add_handler(
        MessageHandler(filters.UpdateType.MESSAGES | filters.UpdateType.CHANNEL_POSTS, Messages(desk, additions).serve)
    )
    application.add_handler(CallbackQueryHandler(Across(desk).press, pattern=PRESSED))
    application.add_handler(CallbackQueryHandler(Briefings(desk).press, pattern=BRIEFINGS_PRESSED))
    application.add_handler(CallbackQueryHandler(Changed(desk).press, pattern=CHANGED_PRESSED))
    application.add_handler(CallbackQueryHandler(AccessCommands(desk).press, pattern=ACCESS_PRESSED))
    application.add_handler(CallbackQueryHandler(Callbacks(desk, additions).serve))
    application.add_handler(InlineQueryHandler(Inline(desk).serve))
    application.add_error_handler(Failures(desk).serve)
    return cast("BotApplication", application)


def _webhook(settings: Settings) -> WebhookPlace | None:
    if not settings.webhook_url:
        return None
    # Imported here, since who polls needs no server.
    from bot.telegram.operating.webhook import place_of  # noqa: PLC0415

    return place_of(settings)


def require_token(settings: Settings) -> str:
    """The bot's token.

    Raises:
        SettingsError: It is missing, or holds what no token holds.
    """
    token = settings.token.get_secret_value().strip() if settings.token else ""
    if not token:
        raise SettingsError("there is no bot token: get one from @BotFather and put it into .env as TELEGRAM_BOT_TOKEN")
    if not re.fullmatch(r"[A-Za-z0-9:_-]+", token):
        raise SettingsError("TELEGRAM_BOT_TOKEN has characters that no token has: copy it again from @BotFather")
    return token
