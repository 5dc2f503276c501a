"""A storm of faults over the bot while it is asked, and what became of every question.

``python -m tests.reliability.storm --seconds 600`` prints one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bot_api.faults import Fault
from tests.bot_api.server import BotApiServer
from tests.reliability.killing import TOKEN, Tally, ask, count, start

if TYPE_CHECKING:
    from tests.bot_api.types import Call

_SHARE = 0.15
_METHODS = {"getUpdates", "sendMessage"}


@dataclass
class Weather:
    """What the storm did.

    Attributes:
        faults: How many calls it met.
        ignored_429: How many calls came to a chat before it could be written to again.
        recovered_seconds: How long after the last fault the first message arrived.
    """

    faults: int = 0
    ignored_429: int = 0
    recovered_seconds: float = 0.0


class Storm:
    """Lets calls go wrong in every way.

    Args:
        dice: Decides how.
        until: When it is over, on the monotonic clock.
    """

    def __init__(self, dice: random.Random, until: float) -> None:
        self._dice = dice
        self._until = until
        self._paused: dict[str, float] = {}
        self.weather = Weather()
        self.last = 0.0

    def meets(self, call: Call) -> Fault | None:
        """The fault for a call, or none."""
        if call.method not in _METHODS:
            return None
        chat = str(call.parameters.get("chat_id", ""))
        now = time.monotonic()
        self.weather.ignored_429 += now < self._paused.get(chat, 0.0)
        if now > self._until or self._dice.random() >= _SHARE:
            return None
        self.weather.faults += 1
        self.last = now
        kind = self._dice.choice(["500", "html", "before", "after", "slow", "401", "409", "429"])
        if kind == "slow":
            held = threading.Event()
            threading.Timer(self._dice.uniform(0.5, 3), held.set).start()
            return Fault(call.method, hold=held)
        if kind == "429" and chat:
            self._paused[chat] = now + 2
            return Fault(call.method, status=429, parameters={"retry_after": 2}, description="Too Many Requests")
        return {
            "html": Fault(call.method, status=502, body=b"<html>Bad Gateway</html>"),
            "before": Fault(call.method, drop=True),
            "after": Fault(call.method, after=True, drop=True),
            "401": Fault(call.method, status=401),
            "409": Fault(call.method, status=409),
        }.get(kind, Fault(call.method, status=500))


def weather_a_storm(seconds: float, seed: int) -> tuple[Weather, Tally]:
    """Ask all the time while everything goes wrong, then wait for every answer."""
    stop, tally = threading.Event(), Tally()
    with tempfile.TemporaryDirectory() as folder, BotApiServer(TOKEN) as server:
        chats = [server.private_chat(1001 + number, language_code="en") for number in range(40)]
        asked: dict[int, list[int]] = {chat.id: [] for chat in chats}
        storm = Storm(random.Random(seed), time.monotonic() + seconds)
        server.faults.append(storm)
        process = start(server, Path(folder))
        asking = threading.Thread(target=ask, args=(chats, random.Random(seed + 1), stop, asked))
        asking.start()
        try:
            stop.wait(seconds)
            sent = sum(len(chat.sent) for chat in chats)
            server.state.wait_until(lambda: sum(len(chat.sent) for chat in chats) > sent, 60, "an answer again")
            storm.weather.recovered_seconds = round(max(0.0, time.monotonic() - storm.last), 2)
            stop.set()
            asking.join()
            wanted = sum(map(len, asked.values()))
            server.state.wait_until(
                lambda: sum(len({one.reply_to for one in chat.sent}) for chat in chats) >= wanted, 120, "every answer"
            )
        finally:
            stop.set()
            process.terminate()
            process.wait()
        count(chats, asked, tally)
    return storm.weather, tally


def main() -> None:
    """Count, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    weather, tally = weather_a_storm(options.seconds, options.seed)
    print(json.dumps({**asdict(weather), **asdict(tally)}))


if __name__ == "__main__":
    main()
