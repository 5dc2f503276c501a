"""The bot at work for a long time: whether what it takes of the machine grows.

``python -m benchmarks.soak --minutes 30`` asks a few questions a second over 200 chats, and all the while has documents added
and removed, and briefings told; it prints one line of JSON, and ends with status 1 where memory, files or threads grew.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path
from statistics import linear_regression, mean
from typing import TYPE_CHECKING

from benchmarks.load import QUESTIONS, people
from benchmarks.process import BotProcess, Sample
from tests.bot_api.server import BotApiServer
from tests.reliability.killing import TOKEN

if TYPE_CHECKING:
    from tests.bot_api.chats import Chat
    from tests.bot_api.types import SentMessage

_RATE = 4.0
_WARM = 0.25
"""The share of the time in which caches may fill."""
_MOST_GROWTH = 12.0
"""MB an hour: less than the noise of one sample in half an hour."""
_WAIT = 120.0


@dataclass
class Outcome:
    """What was done, and what it took.

    Attributes:
        minutes: How long.
        questions: How many were asked.
        answered: How many have an answer.
        added: Documents that were added.
        removed: Documents that were removed.
        briefings: Briefings that were told.
        memory_most: Resident, in MB, the most.
        own_first: Of that what is no file's, in MB, on average over a tenth of the time after the warm-up.
        own_last: The same, over the last tenth.
        growth: Of that, MB an hour after the warm-up, by least squares.
        files: The fewest and the most open files and sockets after the warm-up.
        files_growth: Of them, an hour, by least squares.
        threads: The fewest and the most threads after the warm-up.
        waiting: Updates that were not done at the end.
    """

    minutes: float = 0.0
    questions: int = 0
    answered: int = 0
    added: int = 0
    removed: int = 0
    briefings: int = 0
    memory_most: float = 0.0
    own_first: float = 0.0
    own_last: float = 0.0
    growth: float = 0.0
    files: tuple[int, int] = (0, 0)
    files_growth: float = 0.0
    threads: tuple[int, int] = (0, 0)
    waiting: int = 0

    @property
    def is_flat(self) -> bool:
        """Whether neither memory nor files nor threads grew."""
        return self.growth < _MOST_GROWTH and self.files_growth < 60 and self.threads[0] == self.threads[1]


@dataclass
class _Work:
    """What is done beside the questions, until told to stop; each in a thread and in a chat of its own."""

    stop: threading.Event
    outcome: Outcome
    failed: list[BaseException] = field(default_factory=list)

    def add_and_remove(self, chat: Chat) -> None:
        """Send a document, add it, ask about it, take it out again, over and over; 30 in ten minutes are allowed."""
        for number in count(1):
            text = f"Call of the president and the {number}th envoy\n\n5 May 2025\n\n"
            draft = _reply(chat, chat.send_file(f"call-{number}.txt", (text + _sentences(number)).encode()))
            chat.press(draft, "Add")
            chat.wait_for_edits(draft, timeout=_WAIT)
            self.outcome.added += 1
            _reply(chat, chat.say(f"What did the envoys discuss in harbour {number}?"))
            listed = _reply(chat, chat.say("/remove"))
            for _ in range(2):
                seen = len(listed.versions)
                data = [str(one["callback_data"]) for one in listed.content.buttons() if "callback_data" in one]
                chat.press(listed, data[0])
                chat.wait_for_edits(listed, seen, timeout=_WAIT)
            self.outcome.removed += 1
            if self.stop.wait(21):
                return

    def brief(self, chat: Chat) -> None:
        """Have briefings told, over and over, within what one person may ask."""
        subjects = ["/brief", "/brief Iran", "/brief July 2025", "/brief إيران"]
        while True:
            for subject in subjects:
                _reply(chat, chat.say(subject))
                self.outcome.briefings += 1
            if self.stop.wait(20):
                return

    def started(self, what: str, chat: Chat) -> threading.Thread:
        """A thread that does one of these."""

        def do() -> None:
            try:
                getattr(self, what)(chat)
            except BaseException as error:  # noqa: BLE001 - told at the end
                self.failed.append(error)

        thread = threading.Thread(target=do, name=what)
        thread.start()
        return thread


def soak(seconds: float, every: float = 5.0, seed: int = 7) -> Outcome:
    """Keep the bot at work, and look at it every so many seconds."""
    dice, outcome = random.Random(seed), Outcome(minutes=round(seconds / 60, 2))
    work = _Work(threading.Event(), outcome)
    with tempfile.TemporaryDirectory() as folder, BotApiServer(TOKEN) as server:
        chats = people(server, 200)
        adding, briefed = (server.private_chat(9000 + one, language_code="en") for one in range(2))
        asked: dict[int, set[int]] = {chat.id: set() for chat in chats}
        samples: list[Sample] = []
        with BotProcess(server, Path(folder)) as bot:
            threads = [work.started("add_and_remove", adding), work.started("brief", briefed)]
            started = time.monotonic()
            try:
                while (now := time.monotonic()) < started + seconds and not work.failed:
                    if not samples or now > samples[-1].at + every:
                        samples.append(bot.sample())
                        print(json.dumps(asdict(samples[-1])), file=sys.stderr)
                    chat = dice.choice(chats)
                    question = dice.choice(QUESTIONS)
                    asked[chat.id].add(chat.say(f"/ask {question}" if chat.id < 0 else question))
                    time.sleep(dice.expovariate(_RATE))
            finally:
                work.stop.set()
                for thread in threads:
                    thread.join()
            until = time.monotonic() + _WAIT
            while server.state.pending or (bot.waiting() and time.monotonic() < until):
                time.sleep(0.5)
            outcome.waiting = bot.waiting()
        if work.failed:
            raise work.failed[0]
        outcome.questions = sum(map(len, asked.values()))
        outcome.answered = sum(len({one.reply_to for one in chat.sent} & asked[chat.id]) for chat in chats)
    _taken(samples, outcome)
    return outcome


def _reply(chat: Chat, asked: int) -> SentMessage:
    """The first message that replies to one."""
    deadline = time.monotonic() + _WAIT
    while time.monotonic() < deadline:
        for one in chat.sent:
            if one.reply_to == asked:
                return one
        time.sleep(0.05)
    raise TimeoutError(f"no reply to message {asked} of chat {chat.id} within {_WAIT:g} s")


def _sentences(number: int) -> str:
    return "".join(f"The envoys discussed harbour {number + one} and the price of copper in it.\n" for one in range(20))


def _taken(samples: list[Sample], outcome: Outcome) -> None:
    warm = samples[int(_WARM * len(samples)) :]
    hours = [one.at / 3600 for one in warm]
    tenth = max(1, len(samples) // 10)
    outcome.own_first = round(mean(one.own for one in warm[:tenth]), 1)
    outcome.own_last = round(mean(one.own for one in warm[-tenth:]), 1)
    outcome.memory_most = max(one.memory for one in samples)
    outcome.growth = round(linear_regression(hours, [one.own for one in warm]).slope, 2)
    outcome.files_growth = round(linear_regression(hours, [one.files for one in warm]).slope, 2)
    outcome.files = min(one.files for one in warm), max(one.files for one in warm)
    outcome.threads = min(one.threads for one in warm), max(one.threads for one in warm)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    outcome = soak(60 * options.minutes, seed=options.seed)
    print(json.dumps({**asdict(outcome), "is_flat": outcome.is_flat}))
    sys.exit(not outcome.is_flat)


if __name__ == "__main__":
    main()
