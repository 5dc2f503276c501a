"""Trying the bot by hand: each line of standard input is a message to it, and what it sends is printed.

A line ``!text`` presses the button with that text or data on the bot's newest message.
"""

from __future__ import annotations

import argparse
import sys
import threading
from typing import TYPE_CHECKING

from tests.bot_api.server import BotApiServer

if TYPE_CHECKING:
    from tests.bot_api.chats import Chat
    from tests.bot_api.types import Content


def main() -> None:
    """Serve until standard input ends."""
    parser = argparse.ArgumentParser(description="A Bot API server with one private chat.")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default="123:abc")
    options = parser.parse_args()
    with BotApiServer(options.token, port=options.port) as server:
        chat = server.private_chat()
        print(f"{server.url} token {options.token}", flush=True)
        threading.Thread(target=_print_all, args=(server, chat), daemon=True).start()
        for line in sys.stdin:
            _act(chat, line.rstrip("\n"))


def _act(chat: Chat, line: str) -> None:
    try:
        if line.startswith("!"):
            chat.press(chat.sent[-1], line[1:])
        elif line:
            chat.say(line)
    except (LookupError, ValueError) as error:
        print(f"-- {error}", flush=True)


def _print_all(server: BotApiServer, chat: Chat) -> None:
    printed: set[tuple[int, int]] = set()

    def fresh() -> list[tuple[int, int, Content]]:
        every = [(sent.message_id, number, said) for sent in chat.sent for number, said in enumerate(sent.versions)]
        return [(message, number, said) for message, number, said in every if (message, number) not in printed]

    while not server.state.stopping:
        with server.state.changed:
            server.state.changed.wait_for(lambda: bool(fresh()) or server.state.stopping)
            news = fresh()
        for message, number, said in news:
            printed.add((message, number))
            buttons = " ".join(f"[{button['text']}]" for button in said.buttons())
            print(f"-- {message}{f' edit {number}' if number else ''}\n{said.text}\n{buttons}".rstrip(), flush=True)
