"""Whatever comes, nothing fails and nothing is held up: random and broken updates through polling, inbox and handlers."""

from __future__ import annotations

import logging
import random
import time
from typing import TYPE_CHECKING

import pytest
from telegram import Update

from bot.answer.answerer import Answerer
from bot.telegram.limiter import Limits, Rate
from index.library import Library
from index.reading.address import Network
from tests.bot_api.chats import Chat
from tests.bot_api.server import BotApiServer
from tests.bot_api.types import User
from tests.telegram.conftest import TOKEN
from tests.telegram.generated import KINDS, Generated, objects
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.encoder import LoadedEncoder
    from index.reading.network import Address
    from index.types import Document
    from tests.bot_api.state import State
    from tests.bot_api.types import Json

# The library warns of its own future wherever it reads some of its objects.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

SEED = 20250701
BATCH = 250
_ANY = Rate(10**9, 0.001)
# As in life but for speed: who sends too much is told so, and is not served.
LIMITS = Limits(_ANY, _ANY, _ANY, Rate(10**9, 1.0), Rate(10**9, 1.0), Rate(3, 600.0))


class AnyChat(dict[int, Chat]):
    """Chats that are there whatever their id: what an update tells of exists at Telegram."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state

    def get(self, chat_id: object, default: object = None) -> Chat | None:  # type: ignore[override]  # noqa: ARG002
        """The chat of an id."""
        if not isinstance(chat_id, int):
            return None
        if chat_id not in self:
            kind = "private" if chat_id > 0 else "supergroup"
            self[chat_id] = Chat(self._state, {"id": chat_id, "type": kind, "title": "Some"}, User(1))
        return self[chat_id]


class OpenQuery(dict[str, bool]):
    """Queries that wait for an answer whatever their id."""

    def get(self, query_id: object, default: object = None) -> bool:  # noqa: ARG002
        """Always."""
        return bool(query_id)


class Errors(logging.Handler):
    """What is logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.records.append(record)


@pytest.fixture
def errors() -> Iterator[Errors]:
    handler = Errors()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)


def told(errors: Errors) -> list[str]:
    """What went wrong, but that an update was kept apart."""
    formatter = logging.Formatter()
    return [formatter.format(one) for one in errors.records if "kept apart" not in one.getMessage()]


async def nowhere(host: str, port: int) -> list[Address]:  # noqa: ARG001
    raise OSError(f"{host} is nowhere")


def feed(server: BotApiServer, updates: list[Json]) -> None:
    """Hand updates over as they are, also of kinds that were not asked for."""
    with server.state.changed:
        allowed, server.state.allowed = server.state.allowed, [*KINDS]
        for update in updates:
            server.push(update)
        server.state.allowed = allowed


@pytest.fixture
def bot(tmp_path: Path, encoder: LoadedEncoder, seed: Document) -> Iterator[tuple[BotApiServer, RunningBot]]:
    def opened() -> Library:
        return Library(tmp_path / "library", lambda: encoder, lambda: [seed])

    answering = opened()
    with BotApiServer(TOKEN) as server:
        server.state.chats = AnyChat(server.state)
        server.state.queries = OpenQuery()
        with RunningBot(
            server, tmp_path, Answerer(answering), library=opened, network=Network(resolve=nowhere), admins="900", limits=LIMITS
        ) as running:  # fmt: skip
            yield server, running
    answering.close()


def test_the_schema_is_that_of_the_library() -> None:
    assert {"message", "inline_query", "callback_query", "business_message", "poll_answer", "chat_boost"} <= set(KINDS)
    assert len(KINDS) >= 25
    assert len(objects()) >= 150


def test_what_is_generated_can_be_read() -> None:
    made = Generated(random.Random(SEED))
    for number, kind in enumerate(KINDS * 20):
        update = Update.de_json({"update_id": number} | made.update(kind), None)
        assert getattr(update, kind) is not None, kind


@pytest.mark.parametrize(
    ("updates", "share"),
    [(300, 0.0), (300, 1.0), pytest.param(20_000, 0.5, marks=pytest.mark.long)],
)
def test_nothing_that_comes_fails_or_holds_up_what_comes_after(
    bot: tuple[BotApiServer, RunningBot], errors: Errors, updates: int, share: float
) -> None:
    server, running = bot
    dice = random.Random(SEED + round(10 * share))
    made = Generated(dice)
    began = time.monotonic()
    for first in range(0, updates, BATCH):
        feed(
            server,
            [made.mutated() if dice.random() < share else made.update() for _ in range(min(BATCH, updates - first))],
        )
        # A chat that nothing was generated for.
        plain = server.private_chat(70_000 + first, language_code="en")
        plain.say("when was the last call?")
        [answer] = plain.wait_for_messages(1, timeout=60)
        assert "11 September 2022" in answer.text
        assert told(errors) == []
    running.settle(60)

    assert told(errors) == []
    # The handlers were reached, not only what stands before them.
    done = {call.method for call in server.calls if call.status == 200}
    wanted = {"sendMessage", "answerCallbackQuery", "answerInlineQuery"}
    assert (wanted | {"editMessageText", "getChatAdministrators"} if updates > 1000 else wanted) <= done
    # How many are served depends on the clock: who asks too much in a minute is told so once.
    assert sum(len(chat.sent) for chat in server.state.chats.values()) > updates / (30 if share else 10)
    assert share or errors.records == []
    print(f"{updates} updates, {len(errors.records)} kept apart, {time.monotonic() - began:.0f} s")
