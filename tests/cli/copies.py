"""Runs the command line as a process of its own without importing it each time: in a copy of one that has imported it.

    python -m tests.cli.copies REQUESTS ANSWERS

REQUESTS and ANSWERS are file descriptors. A request is a line of JSON; the answer to it is a line with the exit code. The copy
has its own arguments, environment, folder and standard streams, and runs ``bot`` as ``python -m bot`` does.
"""

from __future__ import annotations

import gc
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
# What only few commands import, and what not everybody has installed.
_LEFT = frozenset(
    {"bot.__main__", "bot.cli.plot", "index.sentence_transformer", "index.cross_encoder", "index.reading.worker"}
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
        with tempfile.TemporaryDirectory() as streams:
            names = [str(Path(streams) / name) for name in ("in", "out", "err")]
            Path(names[0]).write_bytes(given)
            asked = {
                "arguments": [os.fsdecode(one) for one in arguments], "folder": str(folder), "streams": names,
                "environment": dict(environment),
            }  # fmt: skip
            self.requests.write(json.dumps(asked).encode() + b"\n")
            self.requests.flush()
            code = int(self.answers.readline())
            return code, Path(names[1]).read_bytes(), Path(names[2]).read_bytes()


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
                _end(_run(json.loads(request)))
            _, status = os.waitpid(copy, 0)
            answered.write(b"%d\n" % os.waitstatus_to_exitcode(status))
            answered.flush()


def _run(request: dict[str, Any]) -> int:
    """Be the process that runs a command; the code that it is to end with."""
    signal.alarm(_SECONDS)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    given, out, err = request["streams"]
    for number, (name, flags) in enumerate(
        ((given, os.O_RDONLY), (out, os.O_WRONLY | os.O_CREAT), (err, os.O_WRONLY | os.O_CREAT))
    ):
        opened = os.open(name, flags, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.path[0] = request["folder"]
    sys.argv = ["", *request["arguments"]]
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
