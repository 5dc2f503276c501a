"""Updates that Telegram brings: taken from nobody else, committed to the inbox, and only then acknowledged."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import ssl
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.errors import SettingsError, StateError
from bot.state.inbox import id_of
from bot.telegram.operating.server import Page, Reply
from bot.telegram.outcome import pause_of
from bot.telegram.polling.backoff import Backoff
from bot.telegram.polling.poller import ALLOWED_UPDATES, REJECTIONS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from telegram import Bot

    from bot.settings import Settings
    from bot.telegram.operating.heart import Heart

logger = logging.getLogger(__name__)

MOST_BYTES = 2**20
"""No update is longer: a message has 4,096 characters, and another may stand inside it."""
CHECK_SECONDS = 30.0
"""How often Telegram is asked whether the webhook still stands."""
_CONNECTIONS = 40
_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(frozen=True, slots=True)
class WebhookPlace:
    """Where updates are brought.

    Attributes:
        url: The public address.
        listen: Where the bot listens, as ``HOST:PORT``.
        secret: What Telegram shows.
        certificate: What Telegram is given to trust the address by, if anything.
        key: With what the bot ends TLS itself, if it does.
    """

    url: str
    listen: str
    secret: str
    certificate: Path | None = None
    key: Path | None = None

    @property
    def path(self) -> str:
        """The path of the public address."""
        return urlsplit(self.url).path or "/"

    def tls(self) -> ssl.SSLContext | None:
        """With what connections are secured, if the bot does it itself.

        Raises:
            SettingsError: The certificate or its key cannot be used.
        """
        if self.key is None or self.certificate is None:
            return None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        try:
            context.load_cert_chain(self.certificate, self.key)
        except (OSError, ssl.SSLError) as error:
            raise SettingsError(
                f"READOUT_WEBHOOK_CERTIFICATE and READOUT_WEBHOOK_KEY cannot be used: {error.strerror or error}"
            ) from error
        return context


def place_of(settings: Settings) -> WebhookPlace:
    """Where updates are brought by these settings.

    Raises:
        SettingsError: The certificate or its key cannot be read, or there is a key without a certificate.
    """
    place = WebhookPlace(
        settings.webhook_url,
        settings.webhook_listen,
        settings.shown_secret,
        settings.webhook_certificate,
        settings.webhook_key,
    )
    if place.key is not None and place.certificate is None:
        raise SettingsError(
            "READOUT_WEBHOOK_KEY is of no use without READOUT_WEBHOOK_CERTIFICATE: set both, or neither"
        )
    if place.certificate is not None and not place.certificate.is_file():
        raise SettingsError(f"READOUT_WEBHOOK_CERTIFICATE={place.certificate} is no file")
    return place


class Webhook:
    """Takes updates for as long as it is run.

    Args:
        bot: Whose updates.
        place: Where they are brought.
        keep: Commits updates; only when it has returned are they acknowledged.
        heart: Is told that Telegram was heard, and counts what is refused.
    """

    def __init__(
        self, bot: Bot, place: WebhookPlace, keep: Callable[[list[Any]], Awaitable[object]], heart: Heart
    ) -> None:
        self._bot = bot
        self._place = place
        self._keep = keep
        self._heart = heart
        self._is_set = False

    def page(self) -> Page:
        """What is served at the path of the public address."""
        return Page("POST", self._take, self._allow, MOST_BYTES, partial(self._heart.metrics.refused, "size"))

    async def run(self) -> None:
        """Tell Telegram where to bring updates, and see every half minute that this stands, until cancelled.

        Raises:
            InvalidToken: The token is refused again and again, so that it must be revoked.
        """
        backoff, rejections = Backoff(), 0
        while True:
            try:
                await self._see_to_it()
            except InvalidToken:
                rejections += 1
                if rejections >= REJECTIONS:
                    raise
                logger.warning("the token was refused %d times in a row; trying again", rejections)
                wait = backoff.next()
            except TelegramError as error:
                rejections = 0
                logger.warning("the webhook could not be seen to: %s", error)
                wait = max(backoff.next(), pause_of(error) if isinstance(error, RetryAfter) else 0.0)
            else:
                rejections = 0
                backoff.reset()
                self._heart.heard()
                wait = CHECK_SECONDS
            await asyncio.sleep(wait)

    async def _see_to_it(self) -> None:
        info = await self._bot.get_webhook_info()
        # The secret cannot be asked for: it is told again when this process begins.
        if self._is_set and info.url == self._place.url:
            if info.last_error_message:
                logger.warning("Telegram could not bring updates lately: %s", info.last_error_message)
            return
        await self._bot.set_webhook(
            self._place.url,
            certificate=self._place.certificate.read_bytes() if self._place.certificate else None,
            max_connections=_CONNECTIONS,
            allowed_updates=ALLOWED_UPDATES,
            secret_token=self._place.secret,
        )
        self._is_set = True
        logger.info("updates are brought to %s", self._place.url)

    def _allow(self, headers: Mapping[str, str]) -> Reply | None:
        given = headers.get(_HEADER, "").encode("utf-8", "replace")
        if hmac.compare_digest(given, self._place.secret.encode()):
            return None
        self._heart.metrics.refused("secret")
        return Reply(401)

    async def _take(self, body: bytes) -> Reply:
        try:
            update = json.loads(body.decode())
        except (ValueError, RecursionError):
            update = None
        if id_of(update) is None:
            logger.warning("a request to the webhook held no update")
            self._heart.metrics.refused("malformed")
            return Reply(400)
        try:
            await self._keep([update])
        except StateError as error:
            # Telegram brings it again.
            logger.error("an update waits at Telegram, because it cannot be kept: %s", error)  # noqa: TRY400
            self._heart.metrics.refused("state")
            return Reply(503)
        self._heart.heard()
        return Reply(200)
