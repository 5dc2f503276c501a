"""Kills the bot again and again while it is asked, and counts what became of every question.

``python -m tests.reliability.killing --runs 200`` prints one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bot_api.faults import Fault
from tests.bot_api.server import BotApiServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bot_api.chats import Chat
    from tests.bot_api.faults import Rule
    from tests.bot_api.types import Call

TOKEN = "7263548190:AAF-zT3qLw9vXoR2mKc8YbN5dGhJ1sPeUiQ"
RATE = 8.0
"""Questions a second, on average."""
_MARK = "second time"


@dataclass
class Tally:
    """What became of the questions.

    Attributes:
        kills: How often the bot was killed.
        questions: How many were asked.
        lost: How many have no answer.
        doubled: How many have more than one.
        doubled_unmarked: How many copies do not say that they may be copies.
        out_of_order: How many answers stand before one to an earlier question of their chat, marked copies aside.
        marked: How many answers say that they may be copies.
    """

    kills: int = 0
    questions: int = 0
    lost: int = 0
    doubled: int = 0
    doubled_unmarked: int = 0
    out_of_order: int = 0
    marked: int = 0


class Slow:
    """Lets some messages arrive without an answer for a while, so that a kill meets requests under way.

    Args:
        random: The dice.
        share: Of all messages.
    """

    def __init__(self, dice: random.Random, share: float) -> None:
        self._dice = dice
        self._share = share

    def meets(self, call: Call) -> Fault | None:
        """A fault that holds the answer back for a moment."""
        if call.method != "sendMessage" or self._dice.random() >= self._share:
            return None
        held = threading.Event()
        threading.Timer(self._dice.uniform(0.01, 0.1), held.set).start()
        return Fault("sendMessage", after=self._dice.random() < 0.5, hold=held)


def start(server: BotApiServer, home: Path, *rates: str) -> subprocess.Popen[str]:
    """Start the bot."""
    command = [sys.executable, "-m", "tests.reliability.bot", server.url, str(home), *rates]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, text=True)  # noqa: S603 - ours
    assert process.stdin is not None
    process.stdin.write(f"{TOKEN}\n")
    process.stdin.close()
    return process


def ask(chats: list[Chat], dice: random.Random, until: threading.Event, asked: dict[int, list[int]]) -> None:
    """Ask until told to stop, at random moments in random chats."""
    while not until.wait(dice.expovariate(RATE)):
        chat = dice.choice(chats)
        asked[chat.id].append(chat.say(f"When was the last call, number {len(asked[chat.id])}?"))


def kill_again_and_again(runs: int, seed: int, rules: tuple[Rule, ...] = ()) -> Tally:
    """Ask all the time, kill the bot at random moments, and let the last one end its work."""
    dice = random.Random(seed)
    tally, until = Tally(), threading.Event()
    with tempfile.TemporaryDirectory() as folder, BotApiServer(TOKEN) as server:
        chats = [server.private_chat(1001 + number, language_code="en") for number in range(40)]
        server.faults += [Slow(random.Random(seed + 1), 0.02), *rules]
        asked: dict[int, list[int]] = {chat.id: [] for chat in chats}
        asking = threading.Thread(target=ask, args=(chats, random.Random(seed + 2), until, asked))
        asking.start()
        try:
            for _ in range(runs):
                process = start(server, Path(folder))
                polls = sum(call.method == "getUpdates" for call in server.calls)
                server.wait_for_call("getUpdates", polls + 1, timeout=60)
                time.sleep(dice.uniform(0, 1.5))
                process.kill()
                process.wait()
                tally.kills += 1
            until.set()
            asking.join()
            process = start(server, Path(folder))
            server.wait_until_idle(60)
            replies = sum(map(len, asked.values()))
            # What waits leaves at thirty a second.
            left = (replies - sum(map(len, _answered(chats)))) / 10 + 60
            try:
                server.state.wait_until(lambda: sum(map(len, _answered(chats))) >= replies, left, "every answer")
            except TimeoutError:
                print("not every question was answered", file=sys.stderr)
            process.terminate()
            process.wait()
        finally:
            until.set()
            process.kill()
            process.wait()
        count(chats, asked, tally)
    return tally


def _answered(chats: list[Chat]) -> Iterator[set[int | None]]:
    for chat in chats:
        yield {sent.reply_to for sent in chat.sent}


def count(chats: list[Chat], asked: dict[int, list[int]], tally: Tally) -> None:
    for chat in chats:
        first: list[int] = []
        for sent in chat.sent:
            assert sent.reply_to is not None
            marked = _MARK in sent.text
            tally.marked += marked
            if sent.reply_to in first:
                tally.doubled += 1
                tally.doubled_unmarked += not marked
            else:
                first.append(sent.reply_to)
        tally.questions += len(asked[chat.id])
        tally.lost += len(set(asked[chat.id]) - set(first))
        tally.out_of_order += sum(later < earlier for earlier, later in pairwise(first))


def main() -> None:
    """Count, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    started = time.monotonic()
    tally = kill_again_and_again(options.runs, options.seed)
    print(json.dumps({**asdict(tally), "seconds": round(time.monotonic() - started)}))


if __name__ == "__main__":
    main()
