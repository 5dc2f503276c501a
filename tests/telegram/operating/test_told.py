"""The running bot from outside: its health over HTTP and what it counts, over real connections."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.errors import SettingsError
from bot.state.database import FILE_NAME, Database
from bot.state.health import look_into
from bot.state.inbox import Inbox
from bot.telegram.app import run
from tests.telegram.answers import LiteralAnswerer
from tests.telegram.operating.asking import QUESTION, ask, free_place, metrics
from tests.telegram.running import RunningBot, no_library, settings_for

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot_api.server import BotApiServer


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
def test_health_and_metrics_tell_of_what_happened(server: BotApiServer, tmp_path: Path) -> None:
    place = free_place()
    with RunningBot(server, tmp_path, LiteralAnswerer(), settings={"health_listen": place}):
        chat = server.private_chat(user_id=918273645)
        server.fail("sendMessage", retry_after=1)
        with server.state.changed:
            server.push({"message": {"text": "zanzibar"}})
            chat.say(QUESTION)
        chat.wait_for_messages(1)
        server.wait_until_idle()

        assert ask(place, "GET", "/live") == (200, b"live\n")
        status, body = ask(place, "GET", "/ready")
        told = json.loads(body)
        assert (status, told["ready"], told["problems"]) == (200, True, [])
        assert (told["mode"], told["replicas"], told["quarantined"], told["is_writable"]) == ("polling", 1, 1, True)
        assert 0 <= told["heard_seconds"] < 15

        counted = metrics(place)
        text = ask(place, "GET", "/metrics")[1].decode()
        other = [ask(place, "GET", "/nothing"), ask(place, "POST", "/live", b"x"), ask(place, "GET", "/metrics/..")]

    assert counted["readout_questions_total en answered"] == 1
    assert counted["readout_answer_seconds_count"] == 1
    assert counted["readout_too_many_requests_total"] == 1
    assert counted["readout_retries_total"] == 1
    assert counted["readout_quarantined_updates_total"] == counted["readout_inbox_quarantined"] == 1
    assert (counted["readout_unknown_outcomes_total"], counted["readout_outbox_unsent"]) == (0, 0)
    assert (counted["readout_ready"], counted["readout_replicas"]) == (1, 1)
    for hidden in ("918273645", "zanzibar", "last call", server.token, server.token.partition(":")[2]):
        assert hidden not in text
    assert other == [(404, b""), (405, b""), (404, b"")]


def test_what_waits_too_long_is_not_ready_and_what_does_not_serve_neither(tmp_path: Path) -> None:
    assert look_into(tmp_path / "none").problems == ("no process serves: start it with `readout run`",)
    assert not (tmp_path / "none").exists()
    database = Database(tmp_path / FILE_NAME)
    Inbox(database, lambda: 1000.0).take([{"update_id": 1, "message": {"chat": {"id": 5}}}])
    database.close()

    told = look_into(tmp_path, lambda: 1301.0)

    assert (told.waiting, told.oldest_seconds) == (1, 301)
    assert told.problems == ("no process serves: start it with `readout run`", "a question waits for 301 s")


def test_where_somebody_else_listens_is_told(server: BotApiServer, tmp_path: Path) -> None:
    taken = server.url.removeprefix("http://")
    settings = settings_for(server.url, server.token, tmp_path).model_copy(update={"health_listen": taken})
    with pytest.raises(SettingsError, match=f"nothing can listen at {taken}: .* choose another port or host"):
        run(settings, LiteralAnswerer(), no_library)
