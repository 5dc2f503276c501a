"""Runs the command line as a process of its own without importing it each time: in a copy of one that has imported it.

    python -m tests.cli.copies REQUESTS ANSWERS

REQUESTS and ANSWERS are file descriptors. A request is a line of JSON; the answers to it are a line once its streams are open,
and one with the exit code. The copy has its own arguments, environment, folder and standard streams, and runs ``bot`` as
``python -m bot`` does.
"""

from __future__ import annotations

import gc
import io
import json
import os
import runpy
import signal
import subprocess
import sys
import tempfile
import traceback
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Any, NoReturn

import bot
import index
import prompts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[2]
_SECONDS = 120
# What only few commands import, what not everybody has installed, and what only Alembic can run.
_LEFT = frozenset(
    {
        "bot.__main__",
        "bot.cli.plot",
        "bot.state.migrations.env",
        "index.sentence_transformer",
        "index.cross_encoder",
        "index.reading.worker",
    }
)


@dataclass(frozen=True)
class Copies:
    """The process that is copied.

    Attributes:
        process: It.
        requests: What is written to it.
        answers: What it answers.
    """

    process: subprocess.Popen[bytes]
    requests: Any
    answers: Any

    def run(
        self, arguments: Sequence[str | bytes | Path], given: bytes, folder: Path, environment: Mapping[str, str]
    ) -> tuple[int, bytes, bytes]:
        """Run a command: its exit code, and what it wrote to standard output and to standard error."""
        with tempfile.TemporaryDirectory() as folder_of_streams:
            streams = [Path(folder_of_streams) / name for name in ("in", "out", "err")]
            streams[0].write_bytes(given)
            self.ask(arguments, [str(one) for one in streams], folder, environment)
            self.begun()
            return self.code(), streams[1].read_bytes(), streams[2].read_bytes()

    def ask(
        self,
        arguments: Sequence[str | bytes | Path],
        streams: Sequence[str],
        folder: Path,
        environment: Mapping[str, str],
    ) -> None:
        """Begin to run a command whose standard input, output and error are these files or terminals."""
        asked = {
            "arguments": [os.fsdecode(one) for one in arguments], "folder": str(folder), "streams": list(streams),
            "environment": dict(environment),
        }  # fmt: skip
        self.requests.write(json.dumps(asked).encode() + b"\n")
        self.requests.flush()

    def begun(self) -> None:
        """Wait until the command has its streams."""
        assert self.answers.readline() == b"begun\n"

    def code(self) -> int:
        """The exit code of the command, once it has ended."""
        return int(self.answers.readline())


@cache
def copies(path: str) -> Copies:
    """The process to copy, started when it is first wanted; it ends when nobody can ask it any more."""
    reads, requests = os.pipe()
    answers, writes = os.pipe()
    process = subprocess.Popen(  # noqa: S603 - this project's own code
        [sys.executable, "-m", "tests.cli.copies", str(reads), str(writes)], pass_fds=(reads, writes), cwd=ROOT,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        env={"PATH": path, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error::ResourceWarning", "OPENBLAS_NUM_THREADS": "1"},
    )  # fmt: skip
    os.close(reads)
    os.close(writes)
    return Copies(process, os.fdopen(requests, "wb"), os.fdopen(answers, "rb"))


def serve(requests: int, answers: int) -> None:
    """Answer requests until there are no more. A copy returns when its command has ended."""
    for top in (bot, index, prompts):
        for one in walk_packages(top.__path__, f"{top.__name__}."):
            if one.name not in _LEFT:
                import_module(one.name)
    # What is there now is nothing that a copy has to look through for garbage.
    gc.collect()
    gc.freeze()
    with os.fdopen(requests, "rb") as asked, os.fdopen(answers, "wb") as answered:
        for request in asked:
            copy = os.fork()
            if not copy:
                _be_given(json.loads(request))
                answered.write(b"begun\n")
                answered.flush()
                _end(_run())
            _, status = os.waitpid(copy, 0)
            answered.write(b"%d\n" % os.waitstatus_to_exitcode(status))
            answered.flush()


def _be_given(request: dict[str, Any]) -> None:
    """Be the process that is to run a command."""
    signal.alarm(_SECONDS)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    given, out, err = request["streams"]
    for number, (name, flags) in enumerate(
        ((given, os.O_RDONLY), (out, os.O_WRONLY | os.O_CREAT), (err, os.O_WRONLY | os.O_CREAT))
    ):
        opened = os.open(name, flags | os.O_NOCTTY, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    # Anew, as Python makes them when it starts: a terminal is written line by line, and cannot be sought in.
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        was = getattr(sys, name)
        binary = os.fdopen(number, "wb" if number else "rb", closefd=False)
        is_by_line = number == 2 or os.isatty(number)
        stream = io.TextIOWrapper(binary, encoding=was.encoding, errors=was.errors, line_buffering=is_by_line)
        setattr(sys, name, stream)
    sys.path[0] = request["folder"]
    sys.argv = ["", *request["arguments"]]


def _run() -> int:
    """Run the command; the code that it is to end with."""
    try:
        runpy.run_module("bot", run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001 - as Python itself ends
        traceback.print_exc()
        return 1
    return 0


def _end(code: int) -> NoReturn:
    """End at once: to take down all that was imported takes longer than most commands."""
    # What was left open is told now, as it would be then.
    gc.collect()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]))
