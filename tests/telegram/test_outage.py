"""While the disk takes nothing the bot lives, says so where it can, and answers afterwards; who waits is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool

from bot.state.database import FILE_NAME, Database
from bot.state.inbox import Inbox
from bot.state.outbox import Outbox
from tests.telegram.answers import LAST_CALL, LiteralAnswerer
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bot_api.server import BotApiServer


class Disk:
    """What every connection is told before it is used."""

    pragma = ""

    def tell(self, connection: object, *_: object) -> None:
        if self.pragma:
            connection.execute(f"PRAGMA {self.pragma}")  # type: ignore[attr-defined]


@pytest.fixture
def disk() -> Iterator[Disk]:
    disk = Disk()
    event.listen(Pool, "checkout", disk.tell)
    yield disk
    event.remove(Pool, "checkout", disk.tell)


@pytest.mark.parametrize(
    ("refusing", "taking"),
    [("max_page_count = 1", "max_page_count = 1000000"), ("query_only = ON", "query_only = OFF")],
)
def test_who_asks_is_told_once_and_answered_afterwards(
    server: BotApiServer, tmp_path: Path, disk: Disk, refusing: str, taking: str
) -> None:
    # An update must not fit into the room that there is in the file already.
    english, arabic, administrator = (server.private_chat(number, "S" * 3000) for number in (1001, 1002, 1003))
    with RunningBot(server, tmp_path, LiteralAnswerer(), admins=str(administrator.id)):
        disk.pragma = refusing
        english.say("When was the last call?")
        arabic.say("متى كانت آخر مكالمة؟")
        assert english.wait_for_messages(1)[0].text.endswith("and I will answer it as soon as the fault is gone.")
        assert arabic.wait_for_messages(1)[0].text.endswith("وسأجيب عنها حالما يزول الخلل.")
        assert "the disk is full or read-only" in administrator.wait_for_messages(1)[0].text
        # They are fetched again and again, but nobody is told again.
        polls = sum(call.method == "getUpdates" for call in server.calls)
        server.wait_for_call("getUpdates", polls + 2)
        disk.pragma = taking
        told = [chat.wait_for_messages(2) for chat in (english, arabic)]
        server.wait_until_idle()

    assert [len(chat.sent) for chat in (english, arabic, administrator)] == [2, 2, 1]
    assert all(LAST_CALL in messages[1].text for messages in told)
    database = Database(tmp_path / FILE_NAME)
    assert Inbox(database).depth() == (0, None)
    assert Outbox(database).states() == {"sent": 2}
    database.close()


def test_who_may_not_ask_is_told_nothing(server: BotApiServer, tmp_path: Path, disk: Disk) -> None:
    stranger, guest = server.private_chat(1001), server.private_chat(1002)
    with RunningBot(server, tmp_path, LiteralAnswerer(), access="allowlist", allowed=str(guest.id)):
        disk.pragma = "query_only = ON"
        stranger.say("When was the last call?")
        guest.say("When was the last call?")
        guest.wait_for_messages(1)

    assert stranger.sent == []
