"""Ways in which a document reaches the bot that depend on others: an address of the web, an album, a server that fails."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import IPv4Address
from typing import TYPE_CHECKING

import pytest

from bot.answer.answerer import Answerer
from index.library import Library
from index.reading.address import Network
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from index.encoder import LoadedEncoder
    from index.reading.network import Address
    from tests.bot_api.chats import Chat
    from tests.bot_api.server import BotApiServer

TEXT = "Call of the two presidents\n\n5 May 2025\n\nThe two presidents discussed the export of saffron by telephone.\n"


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = TEXT.encode()
        self.send_response(302 if self.path == "/old" else 200)
        self.send_header("Location", "/readout/5")
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Write nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Page)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://office.example:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


async def resolve(_host: str, _port: int) -> Sequence[Address]:
    return [IPv4Address("127.0.0.1")]


@pytest.fixture
def library(tmp_path: Path, encoder: LoadedEncoder) -> Iterator[Library]:
    library = Library(tmp_path / "library", lambda: encoder)
    yield library
    library.close()


@pytest.fixture
def chat(server: BotApiServer, library: Library, tmp_path: Path, encoder: LoadedEncoder) -> Iterator[Chat]:
    def opened() -> Library:
        return Library(tmp_path / "library", lambda: encoder)

    network = Network(resolve=resolve, may_ask=lambda _: True)
    with RunningBot(server, tmp_path, Answerer(library), library=opened, network=network):
        yield server.private_chat(language_code="en")


def test_a_web_address_is_fetched_and_keeps_where_it_was_found_at_last(chat: Chat, site: str) -> None:
    chat.say(f"/add {site}/old")
    [draft] = chat.wait_for_messages(1)
    chat.press(draft, "Add")
    chat.wait_for_edits(draft)
    chat.say("What did the presidents discuss?")
    answer = chat.wait_for_messages(2)[1]

    assert "Title: Call of the two presidents\n" in draft.versions[0].text
    assert f"\nAddress: {site}/readout/5\n" in draft.versions[0].text
    assert "export of saffron" in answer.text


def test_each_file_of_an_album_is_read(chat: Chat) -> None:
    for number in range(3):
        chat.send_file(f"{number}.txt", TEXT.replace("two", str(number)).encode(), media_group_id="7")

    titles = {message.text.split("\n")[2] for message in chat.wait_for_messages(3)}
    assert titles == {f"Title: Call of the {number} presidents" for number in range(3)}


def test_a_file_with_words_is_a_file_and_a_picture_is_not(chat: Chat) -> None:
    chat.send_file("call.txt", TEXT.encode(), caption="When was the last call?")
    [draft] = chat.wait_for_messages(1)
    chat.send_file(
        "moving.gif.mp4",
        b"\0",
        animation={"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1, "duration": 1},
    )
    picture = chat.wait_for_messages(2)[1]

    assert draft.text.startswith("This is what I found in it.")
    assert picture.text == "I read only text. Send the question as a message."


def test_a_file_that_telegram_does_not_hand_over_is_told(
    server: BotApiServer, chat: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail("getFile", 400, b'{"ok": false, "error_code": 400, "description": "Bad Request: wrong file_id"}')
    chat.send_file("call.txt", TEXT.encode())
    [failed] = chat.wait_for_messages(1)
    server.fail("getFile", 400, b'{"ok": false, "error_code": 400, "description": "Bad Request: file is too big"}')
    chat.send_file("call.txt", TEXT.encode())
    too_big = chat.wait_for_messages(2)[1]

    assert failed.text == "Something failed on my side, and this was not answered. Please try again later."
    assert too_big.text.startswith("Not added: call.txt\nTelegram hands over files of 20 MB at most")
    assert server.token not in caplog.text
