"""The bot as a process of its own, as `readout run` starts it, and what it takes of the machine. On Linux alone."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from bot.state.database import FILE_NAME

if TYPE_CHECKING:
    from tests.bot_api.server import BotApiServer

ROOT = Path(__file__).parents[1]
DEPLOYED = {"OPENBLAS_NUM_THREADS": "1", "MALLOC_MMAP_THRESHOLD_": "131072", "MALLOC_TRIM_THRESHOLD_": "131072"}
"""What the unit and the container set of other programs' variables."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What the process takes at one moment.

    Attributes:
        at: ``time.monotonic()``.
        memory: Its resident memory in MB.
        own: The part of that which is no file's, in MB; the others are pages of the encoder's table and of libraries, which are
            read as they are needed and given back when memory is short.
        files: How many files, sockets and pipes it has open.
        threads: How many threads it has.
        waiting: How many updates its inbox holds that are not done.
    """

    at: float
    memory: float
    own: float
    files: int
    threads: int
    waiting: int


class BotProcess:
    """Runs the bot while entered, with the limits that it has by default.

    Args:
        server: Its Bot API server.
        home: Where it remembers; the seeds are its library.
        settings: More of its settings, by the names of their variables.
    """

    def __init__(self, server: BotApiServer, home: Path, **settings: str) -> None:
        self._server = server
        self._home = home
        own = {"TELEGRAM_BOT_TOKEN": server.token, "TELEGRAM_API_URL": server.url, "READOUT_HOME": str(home)}
        quiet = {"READOUT_LOG_LEVEL": "WARNING", "PYTHONPATH": str(ROOT)}
        self._environment = {**os.environ, **DEPLOYED, **quiet, **settings, **own}

    def __enter__(self) -> Self:
        """Start it; it polls when this returns."""
        polls = sum(call.method == "getUpdates" for call in self._server.calls)
        # In a folder without a .env of its own.
        self._process = subprocess.Popen([sys.executable, "-m", "bot", "run"], cwd=self._home, env=self._environment)
        try:
            self._server.state.wait_until(
                lambda: sum(call.method == "getUpdates" for call in self._server.state.calls) > polls, 120, "a poll"
            )
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it as a supervisor does."""
        self._process.terminate()
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def sample(self) -> Sample:
        """What it takes now.

        Raises:
            RuntimeError: It has ended.
        """
        if self._process.poll() is not None:
            raise RuntimeError(f"the bot ended with status {self._process.returncode}")
        folder = Path("/proc") / str(self._process.pid)
        told = dict(line.split(":", 1) for line in (folder / "status").read_text(encoding="ascii").splitlines())
        files = len(list((folder / "fd").iterdir()))
        memory, own = (round(int(told[name].split()[0]) / 1024, 1) for name in ("VmRSS", "RssAnon"))
        return Sample(time.monotonic(), memory, own, files, int(told["Threads"]), self.waiting())

    def waiting(self) -> int:
        """How many updates its inbox holds that are not done."""
        address = f"file:{self._home / FILE_NAME}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=10)) as database:
            (waiting,) = database.execute("SELECT count(*) FROM inbox WHERE state = 'waiting'").fetchone()
        return int(waiting)
