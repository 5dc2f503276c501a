"""What is read of the inbox next: all of it once, in order in each chat, and no chat takes the others' room."""

from __future__ import annotations

import asyncio
import random
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.state.database import Database
from bot.state.inbox import Inbox
from bot.telegram.limiter import Rate
from bot.telegram.polling.backlog import Backlog
from bot.telegram.polling.dispatcher import IN_MEMORY
from bot.telegram.worker import Worker
from tests.bot_api.faults import Fault
from tests.telegram.answers import LiteralAnswerer
from tests.telegram.running import AT_ONCE, RunningBot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.state.inbox import Received
    from tests.bot_api.server import BotApiServer


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Inbox]:
    database = Database(tmp_path / "bot.sqlite")
    yield Inbox(database)
    database.close()


def message(number: int, chat: int | None) -> dict[str, object]:
    return {"update_id": number, "message": {} if chat is None else {"chat": {"id": chat}}}


def test_a_chat_that_floods_leaves_room_for_the_others(inbox: Inbox) -> None:
    inbox.take([message(number, 7) for number in range(1, 501)])
    inbox.take([message(501, 8), message(502, None), message(503, 7)])
    memory = Worker("memory")

    async def read() -> list[Received]:
        backlog, rows = Backlog(inbox, memory), []
        while more := await backlog.read(1000):
            rows += more
        assert not backlog.ended(rows[0])
        return rows

    rows = asyncio.run(read())
    memory.close()
    assert [row.update_id for row in rows] == [*range(1, 11), 501, 502]


@pytest.mark.parametrize("seed", range(3))
def test_everything_is_read_once_and_in_order_however_it_comes_and_ends(inbox: Inbox, seed: int) -> None:
    dice, memory = random.Random(seed), Worker("memory")
    taken: list[Received] = []

    async def live() -> None:
        backlog, held, came = Backlog(inbox, memory, of_a_chat=3), [], 0
        while len(taken) < 150:
            if came < 150 and dice.random() < 0.3:
                many = min(150 - came, dice.randrange(1, 30))
                inbox.take([message(came + one, dice.choice([1, 1, 1, 2, 3, None])) for one in range(many)])
                came += many
            for row in await backlog.read(dice.choice([1, 4, 20])):
                taken.append(row)
                held.append(row)
            most = max((sum(row.chat_id == chat for row in held) for chat in (1, 2, 3)), default=0)
            assert most <= 3
            for row in dice.sample(held, dice.randrange(len(held) + 1)):
                held.remove(row)
                inbox.done([row.number])
                backlog.ended(row)

    asyncio.run(asyncio.wait_for(live(), 60))
    memory.close()
    assert sorted(row.update_id for row in taken) == list(range(150))
    for chat in (1, 2, 3):
        numbers = [row.number for row in taken if row.chat_id == chat]
        assert numbers == sorted(numbers)


def test_others_are_answered_while_one_chat_with_more_than_fits_in_memory_waits(
    server: BotApiServer, tmp_path: Path
) -> None:
    flooding, other = server.private_chat(1001, language_code="en"), server.private_chat(1002, language_code="en")
    held = threading.Event()
    server.faults.append(Fault("sendMessage", hold=held, when=lambda call: call.parameters["chat_id"] == 1001))
    with RunningBot(server, tmp_path, LiteralAnswerer(), limits=replace(AT_ONCE, person=Rate(20, 60.0))):
        first = flooding.say("When was the last call?")
        for _ in range(IN_MEMORY + 100):
            flooding.say("When was the last call?")
        asked = other.say("When was the last call?")
        [answer] = other.wait_for_messages(1)
        assert (answer.reply_to, flooding.sent) == (asked, [])
        held.set()
        # All that one person may ask in a minute, then the word that says so.
        replies = [one.reply_to for one in flooding.wait_for_messages(21)]
        assert replies == list(range(first, first + 21))
