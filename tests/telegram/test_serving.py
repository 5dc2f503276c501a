"""The life of the running bot: connecting, polling, stopping, and what it says when it cannot."""

from __future__ import annotations

import asyncio
import logging
import signal
import subprocess
import sys
import threading
import traceback
from typing import TYPE_CHECKING

import pytest

from bot.errors import SettingsError, StateError, TokenRejectedError
from bot.state.database import FILE_NAME
from bot.telegram import serving
from bot.telegram.app import build_application, run
from bot.telegram.polling.backoff import Backoff
from bot.telegram.polling.poller import ALLOWED_UPDATES
from bot.telegram.serving import serve
from tests.bot_api.faults import Fault
from tests.telegram.answers import LAST_CALL, LiteralAnswerer
from tests.telegram.running import RunningBot, no_library, settings_for

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot_api.server import BotApiServer

QUESTION = "When was the last call?"


@pytest.mark.parametrize("token", [None, "", "  "])
def test_no_token_says_what_to_do(tmp_path: Path, token: str | None) -> None:
    with pytest.raises(SettingsError, match=r"no bot token: get one from @BotFather .* TELEGRAM_BOT_TOKEN"):
        run(settings_for("http://127.0.0.1:9", token, tmp_path), LiteralAnswerer(), no_library)


@pytest.mark.parametrize("token", ["123:a b", "123:a/../b", "١٢٣:abc", "123:abc\n456"])
def test_what_cannot_be_a_token_is_refused_without_being_shown(tmp_path: Path, token: str) -> None:
    with pytest.raises(SettingsError) as caught:
        run(settings_for("http://127.0.0.1:9", token, tmp_path), LiteralAnswerer(), no_library)

    assert token not in str(caught.value)
    assert not (tmp_path / FILE_NAME).exists()


def test_a_rejected_token_is_one_line_without_it(
    server: BotApiServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    wrong = "111111111:" + "w" * 35
    with pytest.raises(TokenRejectedError) as caught:
        run(settings_for(server.url + "/", wrong, tmp_path), LiteralAnswerer(), no_library)

    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(f"the Bot API at {server.url}/ does not take the token: copy it again")
    assert wrong not in "".join(traceback.format_exception(caught.value))
    assert wrong not in caplog.text


def test_a_token_in_the_address_of_the_server_is_not_told(server: BotApiServer, tmp_path: Path) -> None:
    wrong = "111111111:" + "w" * 35
    with pytest.raises(TokenRejectedError) as caught:
        run(settings_for(f"{server.url}/bot{wrong}", wrong, tmp_path), LiteralAnswerer(), no_library)

    assert str(caught.value).startswith(f"the Bot API at {server.url}/bot… does not take the token: copy it again")
    assert [call.method for call in server.calls] == ["getMe"]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("", "it begins with https:// or http://"),
        ("api.telegram.org", "it begins with https:// or http://"),
        ("ftp://api.telegram.org", "it begins with https:// or http://"),
        ("http://", "its host or its port cannot be one"),
        ("https:///bot", "its host or its port cannot be one"),
        ("https://api..org", "its host or its port cannot be one"),
        ("https://-api.org", "its host or its port cannot be one"),
        ("https://999.1.1.1", "its host or its port cannot be one"),
        ("http://10.0.0.1.", "its host or its port cannot be one"),
        ("https://" + "a" * 64 + ".org", "its host or its port cannot be one"),
        ("http://[::1", "its host or its port cannot be one"),
        ("https://here:70000", "its host or its port cannot be one"),
        ("https://here:port", "its host or its port cannot be one"),
        ("https://here:0", "its host or its port cannot be one"),
        ("https://my server", "it holds a space or an invisible character"),
        ("https://here\u202e", "it holds a space or an invisible character"),
        ("https://here?a=b", "it ends before ? and #"),
    ],
)
def test_an_address_that_can_never_work_is_refused_at_once(tmp_path: Path, address: str, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        run(settings_for(address, "1:a", tmp_path), LiteralAnswerer(), no_library)

    shown = address.replace("\u202e", "\ufffd")
    assert str(caught.value) == f"TELEGRAM_API_URL={shown} is no address: {told}"
    assert not (tmp_path / FILE_NAME).exists()


@pytest.mark.parametrize(
    "address", ["http://[::1]:8081/", "https://bot_api:8081", "HTTPS://خادم.org", "http://10.0.0.1"]
)
def test_an_address_that_may_work_is_taken_without_its_last_slash(tmp_path: Path, address: str) -> None:
    assert settings_for(address, "1:a", tmp_path).require_server() == address.rstrip("/")


def test_a_password_in_the_address_is_nowhere_told(
    server: BotApiServer, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(serving, "_FIRST_WAIT", 0.001)
    monkeypatch.setattr(serving, "BOOTSTRAP_RETRIES", 1)
    server.fail("getMe", 502, b"<html>Bad Gateway</html>", times=2)
    address = server.url.replace("http://", "http://me:S3CRET@")
    with pytest.raises(SettingsError) as caught:
        run(settings_for(address, server.token, tmp_path), LiteralAnswerer(), no_library)

    assert str(caught.value).startswith(f"the Bot API at {server.url.replace('http://', 'http://…@')} was not reached")
    assert len(server.calls) == 2
    assert "S3CRET" not in "".join(traceback.format_exception(caught.value))
    assert "S3CRET" not in caplog.text


def test_a_server_that_is_down_at_first_is_waited_for(
    server: BotApiServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(serving, "_FIRST_WAIT", 0.001)
    server.fail("getMe", 502, b"<html>Bad Gateway</html>", times=2)
    with RunningBot(server, tmp_path, LiteralAnswerer()):
        chat = server.private_chat()
        chat.say(QUESTION)
        assert LAST_CALL in chat.wait_for_messages(1)[0].text

    told = [record.getMessage() for record in caplog.records if record.name == "bot.telegram.serving"]
    waits = [line.rpartition("the next try is in ")[2].split(" s.")[0] for line in told if "was not reached" in line]
    assert waits == ["0.001", "0.0015"]


def test_a_server_that_stays_down_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_FIRST_WAIT", 0.001)
    monkeypatch.setattr(serving, "BOOTSTRAP_RETRIES", 2)
    with pytest.raises(SettingsError, match=r"http://127\.0\.0\.1:9 was not reached: .* TELEGRAM_API_URL"):
        run(settings_for("http://127.0.0.1:9", "1:a", tmp_path), LiteralAnswerer(), no_library)


def test_a_stop_while_connecting_is_obeyed(server: BotApiServer, tmp_path: Path) -> None:
    called, hold = threading.Event(), threading.Event()

    def note(_call: object) -> bool:
        called.set()
        return True

    server.faults.append(Fault("getMe", hold=hold, when=note))

    async def main() -> None:
        stopped = asyncio.Event()
        application = build_application(settings_for(server.url, server.token, tmp_path), LiteralAnswerer(), no_library)
        running = asyncio.create_task(serve(application, stopped, server.url))
        assert await asyncio.to_thread(called.wait, 10)
        stopped.set()
        await asyncio.wait_for(running, 10)

    asyncio.run(main())
    hold.set()
    assert [call.method for call in server.calls] == ["getMe"]


def test_polling_goes_on_after_failures_and_tells_of_a_second_poller_once(
    server: BotApiServer, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Backoff, "next", lambda _: 0.0)
    with RunningBot(server, tmp_path, LiteralAnswerer()):
        conflict = "Conflict: terminated by other getUpdates request"
        with server.state.changed:
            server.faults.append(Fault("getUpdates", times=3, status=409, description=conflict))
            server.faults.append(Fault("getUpdates", times=1, status=502, body=b"<html>"))
        chat = server.private_chat()
        chat.say(QUESTION)
        chat.say(QUESTION)
        chat.wait_for_messages(2)
        server.wait_until_idle()

    told = [record.getMessage() for record in caplog.records if record.name == "bot.telegram.polling.poller"]
    assert told.count("another process polls with the same token: stop one of the two") == 1
    assert sum(line.startswith("polling failed and goes on") for line in told) == 1


def test_pending_updates_are_answered_and_the_kinds_are_stated(server: BotApiServer, tmp_path: Path) -> None:
    chat = server.private_chat()
    chat.say(QUESTION)
    with RunningBot(server, tmp_path, LiteralAnswerer()):
        assert LAST_CALL in chat.wait_for_messages(1)[0].text

    polls = [call.parameters for call in server.calls if call.method == "getUpdates"]
    assert all(set(poll["allowed_updates"]) == set(ALLOWED_UPDATES) for poll in polls)
    assert all("drop_pending_updates" not in call.parameters for call in server.calls if call.method == "deleteWebhook")


def test_a_home_that_cannot_be_written_is_told(server: BotApiServer, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StateError, match="READOUT_HOME"):
        run(settings_for(server.url, server.token, tmp_path / "file"), LiteralAnswerer(), no_library)


_RUN = """
import logging
import sys
from pathlib import Path
from bot.telegram.app import run
from tests.telegram.answers import LiteralAnswerer
from tests.telegram.running import no_library, settings_for

logging.basicConfig(level="DEBUG", format="%(asctime)s %(levelname)s %(name)s: %(message)s")
run(settings_for(sys.argv[1], sys.stdin.readline(), Path(sys.argv[2])), LiteralAnswerer(), no_library)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_process_cleanly_and_no_log_holds_the_token(
    server: BotApiServer, tmp_path: Path, number: signal.Signals
) -> None:
    command = [sys.executable, "-W", "error", "-c", _RUN, server.url, str(tmp_path)]
    with subprocess.Popen(  # noqa: S603 - ours
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            assert process.stdin is not None
            process.stdin.write(f"{server.token}\n")
            process.stdin.flush()
            chat = server.private_chat()
            chat.say(QUESTION)
            chat.wait_for_messages(1, timeout=20)
            server.fail("getUpdates", 502)
            chat.say(QUESTION)
            chat.wait_for_messages(2, timeout=20)
            process.send_signal(number)
            written, _ = process.communicate(timeout=20)
        finally:
            process.kill()

    assert process.returncode == 0
    assert "running as @readout_bot" in written
    assert "question language=en status=answered" in written
    assert "HTTP Request" not in written
    assert "Traceback" not in written
    assert server.token not in written
