"""The real bot, running in a thread against the tests' own Bot API server."""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, Self

from pydantic import SecretStr

from bot.settings import Settings
from bot.telegram.app import build_application
from bot.telegram.limiter import Limits, Rate
from bot.telegram.serving import serve

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from bot.answer.answerer import Answerer
    from index.library import Library
    from index.reading.address import Network
    from tests.bot_api.server import BotApiServer

AT_ONCE = replace(Limits(*[Rate(1000, 0.001)] * 5), portion=Rate(1000, 0.001))
"""Messages leave as fast as they are made; what limits them has tests of its own."""


def settings_for(url: str, token: str | None, home: Path) -> Settings:
    """The settings of a bot for a server, from nowhere else."""
    secret = None if token is None else SecretStr(token)
    return Settings.model_construct(token=secret, telegram_api_url=url, home=home, cache=home, log_level="DEBUG")


def no_library() -> Library:
    """Of a bot that takes nothing in."""
    raise AssertionError("nothing is to be taken in or out here")


class RunningBot:
    """Runs the bot while entered; what ended it otherwise is raised on leaving.

    Args:
        server: Its Bot API server.
        home: Where it remembers.
        answerer: What answers.
        now: Its clock, in seconds since the epoch.
        library: Opens what documents are taken into.
        network: How it fetches web addresses.
        admins: Who may add for everybody.
        private_shelves: Whether anybody may add for themselves.
        access: Who may ask.
        allowed: Who may ask by the settings.
        limits: How fast its messages leave.
        settings: What else is set, by the names in ``Settings``.
    """

    def __init__(
        self,
        server: BotApiServer,
        home: Path,
        answerer: Answerer,
        now: Callable[[], float] = time.time,
        *,
        library: Callable[[], Library] = no_library,
        network: Network | None = None,
        admins: str = "",
        private_shelves: bool = True,
        access: Literal["open", "allowlist", "pairing"] = "open",
        allowed: str = "",
        limits: Limits = AT_ONCE,
        settings: Mapping[str, object] | None = None,
    ) -> None:
        self._library = library
        self._network = network
        self._set: dict[str, object] = {
            "admins": admins, "private_shelves": private_shelves, "access": access, "allowed": allowed, **(settings or {}),
        }  # fmt: skip
        self._now = now
        self._limits = limits
        self._server = server
        self._home = home
        self._answerer = answerer

    def __enter__(self) -> Self:
        """Start it; all that it says of itself at the start has been said when this returns."""
        said = sum(call.method == "setMyShortDescription" for call in self._server.calls)
        settings = settings_for(self._server.url, self._server.token, self._home).model_copy(update=self._set)
        self._application = build_application(
            settings, self._answerer, self._library, now=self._now, network=self._network, limits=self._limits
        )
        self._tell_of_endings()
        self._thread = threading.Thread(target=self._run, name="bot")
        self._started = threading.Event()
        self._error: BaseException | None = None
        self._thread.start()
        assert self._started.wait(10)
        try:
            self._server.wait_for_call("setMyShortDescription", said + 2)
        except TimeoutError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it as SIGTERM does."""
        self._loop.call_soon_threadsafe(self._stopped.set)
        self._thread.join(20)
        assert not self._thread.is_alive()
        if self._error is not None:
            raise self._error

    def settle(self, timeout: float = 20) -> None:
        """Wait until all that was sent to the bot so far is done with."""
        self._server.wait_until_idle(timeout)
        inbox = self._application.transport.inbox
        self._server.state.wait_until(lambda: inbox.depth()[0] == 0, timeout, "an empty inbox")

    def _tell_of_endings(self) -> None:
        """Let the server's condition know when an update is done with, so that a test can wait for it."""
        inbox, changed = self._application.transport.inbox, self._server.state.changed

        def telling(function: Callable[..., None]) -> Callable[..., None]:
            def told(*given: object) -> None:
                function(*given)
                with changed:
                    changed.notify_all()

            return told

        inbox.done = telling(inbox.done)  # type: ignore[method-assign]
        inbox.quarantine = telling(inbox.quarantine)  # type: ignore[method-assign]

    def restart(self) -> None:
        """Stop it, and start another in its place that remembers what it did."""
        self.__exit__()
        self.__enter__()

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:  # noqa: BLE001 - handed to the test
            self._error = error
            self._started.set()

    async def _serve(self) -> None:
        self._loop, self._stopped = asyncio.get_running_loop(), asyncio.Event()
        self._started.set()
        await serve(self._application, self._stopped, self._server.url)
