"""A server, an answerer and a running bot for every test that asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot_api.server import BotApiServer
from tests.telegram.answers import LiteralAnswerer
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = "7263548190:AAF-zT3qLw9vXoR2mKc8YbN5dGhJ1sPeUiQ"


@pytest.fixture
def server() -> Iterator[BotApiServer]:
    with BotApiServer(TOKEN) as server:
        yield server


@pytest.fixture
def answerer() -> LiteralAnswerer:
    return LiteralAnswerer()


@pytest.fixture
def bot(server: BotApiServer, answerer: LiteralAnswerer, tmp_path: Path) -> Iterator[RunningBot]:
    with RunningBot(server, tmp_path, answerer) as running:
        yield running
