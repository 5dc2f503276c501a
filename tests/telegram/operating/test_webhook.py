"""Updates that Telegram brings: kept before they are acknowledged, and taken from nobody else."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from http.client import HTTPConnection, HTTPSConnection
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from bot.errors import StateError
from bot.state.database import FILE_NAME, Database
from bot.state.inbox import Inbox
from bot.telegram.operating.webhook import MOST_BYTES
from bot.telegram.polling.poller import ALLOWED_UPDATES
from tests.bot_api.faults import Fault
from tests.telegram.answers import LAST_CALL, LiteralAnswerer
from tests.telegram.operating.asking import HEADER, QUESTION, SECRET, ask, free_place, metrics, raw
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot_api.server import BotApiServer


@pytest.fixture
def webhook() -> dict[str, object]:
    return {
        "webhook_url": "https://bot.example.org/in.here",
        "webhook_listen": free_place(),
        "webhook_secret": SecretStr(SECRET),
        "health_listen": free_place(),
    }


def test_an_update_that_telegram_brings_is_kept_before_it_is_acknowledged_and_answered_once(
    server: BotApiServer, tmp_path: Path, webhook: dict[str, object]
) -> None:
    place = str(webhook["webhook_listen"])
    with RunningBot(server, tmp_path, LiteralAnswerer(), settings=webhook):
        (call,) = server.wait_for_call("setWebhook")
        server.wait_for_call("getWebhookInfo")
        chat = server.private_chat()
        chat.say(QUESTION)
        (update,) = server.state.pending
        body = json.dumps(update).encode()
        # Nothing is handled while this is held; what is acknowledged by then is in the database.
        for _ in range(2):
            connection = HTTPConnection(place, timeout=10)
            connection.request("POST", "/in.here", body, {HEADER: SECRET})
            assert connection.getresponse().status == 200
            connection.close()
        database = Database(tmp_path / FILE_NAME)
        assert Inbox(database).take([update]) == []
        database.close()
        assert LAST_CALL in chat.wait_for_messages(1)[0].text
        chat.say(QUESTION)
        assert ask(place, "POST", "/in.here", json.dumps(server.state.pending[1]).encode(), {HEADER: SECRET})[0] == 200
        assert len(chat.wait_for_messages(2)) == 2
        status, told = ask(str(webhook["health_listen"]), "GET", "/ready")
        assert (status, json.loads(told)["mode"]) == (200, "webhook")

    assert call.parameters["url"] == "https://bot.example.org/in.here"
    assert call.parameters["secret_token"] == SECRET
    assert call.parameters["allowed_updates"] == list(ALLOWED_UPDATES)
    assert not [one for one in server.calls if one.method in {"getUpdates", "deleteWebhook"}]


def test_nobody_else_is_let_in(server: BotApiServer, tmp_path: Path, webhook: dict[str, object]) -> None:
    place = str(webhook["webhook_listen"])
    update = json.dumps({"update_id": 5, "message": {"chat": {"id": 5}}}).encode()
    right = {HEADER: SECRET}
    with RunningBot(server, tmp_path, LiteralAnswerer(), settings=webhook):
        refused = [
            ask(place, "POST", "/in.here", update)[0],
            ask(place, "POST", "/in.here", update, {HEADER: SECRET + "x"})[0],
            ask(place, "POST", "/in.here", update, {HEADER: "é"})[0],
            ask(place, "GET", "/in.here", headers=right)[0],
            ask(place, "POST", "/", update, right)[0],
            ask(place, "POST", "/in/here", update, right)[0],
            ask(place, "GET", "/metrics")[0],
            *(ask(place, "POST", "/in.here", body, right)[0] for body in (b"", b"{", b"[]", b"\xff", b'{"a":1}')),
            ask(place, "POST", "/in.here", b"[" * 200_000, right)[0],
            ask(place, "POST", "/in.here", b" " * (MOST_BYTES + 1), right)[0],
        ]
        counted = metrics(str(webhook["health_listen"]))

    assert refused == [401, 401, 401, 405, 404, 404, 404, 400, 400, 400, 400, 400, 400, 413]
    assert counted["readout_webhook_refused_total secret"] == 3
    assert counted["readout_webhook_refused_total malformed"] == 6
    assert counted["readout_webhook_refused_total size"] == 1
    database = Database(tmp_path / FILE_NAME)
    assert Inbox(database).depth() == (0, None)
    database.close()


def test_what_is_no_request_ends_with_its_connection(
    server: BotApiServer, tmp_path: Path, webhook: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    place = str(webhook["webhook_listen"])
    head = b"POST /in.here HTTP/1.1\r\nHost: a\r\n" + f"{HEADER}: {SECRET}\r\n".encode()
    long = b"%x\r\n" % (MOST_BYTES + 1) + b" " * (MOST_BYTES + 1) + b"\r\n0\r\n\r\n"
    with RunningBot(server, tmp_path, LiteralAnswerer(), settings=webhook):
        answers = [
            raw(place, b"\x16\x03\x01nothing\r\n\r\n"),
            raw(place, head + b"Content-Length: many\r\n\r\n"),
            raw(place, head + b"Content-Length: -1\r\n\r\n"),
            raw(place, head + b"Content-Length: 100\r\n\r\n{"),
            raw(place, head + b"X-Long: " + b"x" * 2**15 + b"\r\n\r\n"),
            raw(place, head + b"Transfer-Encoding: chunked\r\n\r\n" + long),
        ]
        chat = server.private_chat()
        chat.say(QUESTION)
        assert ask(place, "POST", "/in.here", json.dumps(server.state.pending[0]).encode(), {HEADER: SECRET})[0] == 200
        assert LAST_CALL in chat.wait_for_messages(1)[0].text

    assert [answer.split(b"\r\n")[0].split(b" ")[1:2] for answer in answers] == [
        [b"400"], [b"400"], [b"400"], [], [], [b"413"],
    ]  # fmt: skip
    assert not any(b"Server:" in answer or b"tornado" in answer.lower() for answer in answers)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_an_update_that_cannot_be_kept_is_left_to_telegram(
    server: BotApiServer, tmp_path: Path, webhook: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> list[int]:
        raise StateError("the disk is full")

    place = str(webhook["webhook_listen"])
    with RunningBot(server, tmp_path, LiteralAnswerer(), settings=webhook):
        chat = server.private_chat()
        chat.say(QUESTION)
        body = json.dumps(server.state.pending[0]).encode()
        with monkeypatch.context() as patched:
            patched.setattr(Inbox, "take", full)
            assert ask(place, "POST", "/in.here", body, {HEADER: SECRET})[0] == 503
        assert ask(place, "POST", "/in.here", body, {HEADER: SECRET})[0] == 200
        told, answer = chat.wait_for_messages(2)
        assert told.text.startswith("I cannot take this in right now")
        assert LAST_CALL in answer.text
        assert metrics(str(webhook["health_listen"]))["readout_webhook_refused_total state"] == 1


_RUN = """
import json, logging, sys
from pathlib import Path
from pydantic import SecretStr
from bot.logs import formatter
from bot.telegram.app import run
from tests.telegram.answers import LiteralAnswerer
from tests.telegram.running import no_library, settings_for

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(formatter("json"))
logging.basicConfig(level="DEBUG", handlers=[handler])
url, home, listen = sys.argv[1:]
webhook = {"webhook_url": "https://bot.example.org/in", "webhook_listen": listen}
run(settings_for(url, sys.stdin.readline(), Path(home)).model_copy(update=webhook), LiteralAnswerer(), no_library)
"""


def test_at_no_level_a_line_holds_the_token_or_the_secret_that_is_made_from_it(
    server: BotApiServer, tmp_path: Path
) -> None:
    place = free_place()
    command = [sys.executable, "-W", "error", "-c", _RUN, server.url, str(tmp_path), place]
    with subprocess.Popen(  # noqa: S603 - ours
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            assert process.stdin is not None
            process.stdin.write(f"{server.token}\n")
            process.stdin.flush()
            secret = server.wait_for_call("setWebhook", timeout=20)[0].parameters["secret_token"]
            chat = server.private_chat()
            chat.say(QUESTION)
            body = json.dumps(server.state.pending[0]).encode()
            assert ask(place, "POST", "/in", body, {HEADER: "wrong"})[0] == 401
            assert ask(place, "POST", "/in", body, {HEADER: secret})[0] == 200
            chat.wait_for_messages(1, timeout=20)
            process.send_signal(signal.SIGTERM)
            written, _ = process.communicate(timeout=20)
        finally:
            process.kill()

    assert process.returncode == 0
    assert len(secret) == 64
    lines = [json.loads(line) for line in written.splitlines()]
    asked = next(line for line in lines if line["event"] == "question")
    expected = {"level": "INFO", "language": "en", "status": "answered", "hits": 1, "chat": "private"}
    assert asked.items() >= expected.items()
    done = next(line for line in lines if line["event"] == "update")
    assert (done["update"], done["status"], done["chat"]) == (asked["update"], "done", "private")
    for hidden in (server.token, server.token.partition(":")[2], secret):
        assert hidden not in written


def test_polling_takes_the_webhook_away(server: BotApiServer, tmp_path: Path) -> None:
    server.state.webhook["url"] = "https://old.example.org/"
    with RunningBot(server, tmp_path, LiteralAnswerer()):
        chat = server.private_chat()
        chat.say(QUESTION)
        assert LAST_CALL in chat.wait_for_messages(1)[0].text

    assert server.state.webhook == {}


def test_a_webhook_that_cannot_be_set_at_first_is_tried_again(
    server: BotApiServer, tmp_path: Path, webhook: dict[str, object]
) -> None:
    with server.state.changed:
        server.faults += [Fault("setWebhook", status=502, body=b"<html>"), Fault("getWebhookInfo", status=401)]
    with RunningBot(server, tmp_path, LiteralAnswerer(), settings=webhook):
        server.wait_for_call("setWebhook", 2)

    assert server.state.webhook["url"] == "https://bot.example.org/in.here"


def test_a_certificate_is_given_to_telegram_and_tls_is_ended_with_its_key(
    server: BotApiServer, tmp_path: Path, webhook: dict[str, object]
) -> None:
    import ssl  # noqa: PLC0415

    import trustme  # noqa: PLC0415

    authority = trustme.CA()
    own = authority.issue_cert("localhost")
    own.private_key_pem.write_to_path(tmp_path / "key.pem")
    own.cert_chain_pems[0].write_to_path(tmp_path / "cert.pem")
    files = {"webhook_certificate": tmp_path / "cert.pem", "webhook_key": tmp_path / "key.pem"}
    context = ssl.create_default_context()
    authority.configure_trust(context)
    with RunningBot(server, tmp_path / "home", LiteralAnswerer(), settings=webhook | files):
        (call,) = server.wait_for_call("setWebhook")
        port = str(webhook["webhook_listen"]).rpartition(":")[2]
        connection = HTTPSConnection("localhost", int(port), context=context, timeout=10)
        connection.request("POST", "/in.here", b"{}", {HEADER: SECRET})
        assert connection.getresponse().status == 400
        connection.close()

    assert call.parameters["certificate"][1] == (tmp_path / "cert.pem").read_bytes()
