"""Two processes on one database, both brought updates; one is killed again and again, and begun anew each time.

``python -m tests.reliability.replicas --runs 20`` prints one line of JSON.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import socket
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.state.database import FILE_NAME, LEASES, Database
from bot.state.replicas import Replicas
from tests.bot_api.server import BotApiServer
from tests.reliability.bot import WEBHOOK_SECRET
from tests.reliability.killing import TOKEN, Slow, Tally, _answered, ask, count, start

if TYPE_CHECKING:
    import subprocess


@dataclass
class Shares(Tally):
    """What became of the questions, and of the chats.

    Attributes:
        most_replicas: How many of the two had chats at the same time, at most.
    """

    most_replicas: int = 0


def free_place() -> str:
    """Where nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{one.getsockname()[1]}"


def bring(server: BotApiServer, places: list[str], dice: random.Random, until: threading.Event) -> None:
    """Bring updates as Telegram does behind a balancer: to any that takes them, until one acknowledges."""
    while not (until.is_set() and not server.state.pending):
        with server.state.changed:
            if not server.state.changed.wait_for(lambda: server.state.pending, 0.1):
                continue
            update = server.state.pending[0]
        if _brought(dice.choice(places), update):
            with server.state.changed:
                server.state.pending.pop(0)


def _brought(place: str, update: object) -> bool:
    connection = http.client.HTTPConnection(place, timeout=5)
    try:
        connection.request("POST", "/in", json.dumps(update), {"X-Telegram-Bot-Api-Secret-Token": WEBHOOK_SECRET})
        return connection.getresponse().status == 200
    except OSError:
        return False
    except http.client.HTTPException:
        return False
    finally:
        connection.close()


def listening(place: str, seconds: float = 60) -> None:
    """Wait until somebody listens."""
    ends = time.monotonic() + seconds
    host, _, port = place.partition(":")
    while time.monotonic() < ends:
        try:
            socket.create_connection((host, int(port)), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"nothing listens at {place}")


def _having(database: Database, processes: list[subprocess.Popen[str]]) -> int:
    """How many of these processes have chats."""
    numbers = {process.pid for process in processes}
    names = {one.name for one in Replicas(database).living() if one.process in numbers}
    with database.begin() as connection:
        return len(names & set(connection.scalars(LEASES.select().with_only_columns(LEASES.c.replica))))


def kill_one_of_two(runs: int, seed: int) -> Shares:
    """Ask all the time, kill one of two processes at random moments, and let the last two end their work."""
    dice = random.Random(seed)
    shares, until, brought = Shares(), threading.Event(), threading.Event()
    processes: list[subprocess.Popen[str]] = []
    with tempfile.TemporaryDirectory() as folder, BotApiServer(TOKEN) as server:
        places = [free_place(), free_place()]
        chats = [server.private_chat(1001 + number, language_code="en") for number in range(40)]
        server.faults.append(Slow(random.Random(seed + 1), 0.02))
        asked: dict[int, list[int]] = {chat.id: [] for chat in chats}
        asking = threading.Thread(target=ask, args=(chats, random.Random(seed + 2), until, asked))
        bringing = threading.Thread(target=bring, args=(server, places, random.Random(seed + 3), brought))
        try:
            processes += [start(server, Path(folder), place) for place in places]
            for place in places:
                listening(place)
            database = Database(Path(folder) / FILE_NAME)
            asking.start()
            bringing.start()
            for _ in range(runs):
                time.sleep(dice.uniform(1, 4))
                shares.most_replicas = max(shares.most_replicas, _having(database, processes))
                killed = dice.randrange(2)
                processes[killed].kill()
                processes[killed].wait()
                shares.kills += 1
                processes[killed] = start(server, Path(folder), places[killed])
                listening(places[killed])
            until.set()
            asking.join()
            brought.set()
            bringing.join()
            replies = sum(map(len, asked.values()))
            left = (replies - sum(map(len, _answered(chats)))) / 5 + 60
            server.state.wait_until(lambda: sum(map(len, _answered(chats))) >= replies, left, "every answer")
        except TimeoutError as error:
            print(error)
        finally:
            until.set()
            brought.set()
            for process in processes:
                process.kill()
                process.wait()
            database.close()
        count(chats, asked, shares)
    return shares


def main() -> None:
    """Count, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    started = time.monotonic()
    shares = kill_one_of_two(options.runs, options.seed)
    print(json.dumps({**asdict(shares), "seconds": round(time.monotonic() - started)}))


if __name__ == "__main__":
    main()
