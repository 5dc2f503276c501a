"""The process that files of risky formats are read in: `python -c "from index.reading.worker import serve; serve()"`.

It knows no settings and no secrets, may not write files, and reads each file in a copy of itself with bounded memory, so
that what a file does to it ends with that file. A request is a line of JSON and the bytes that it counts; the answer is
lines of JSON, of which the last holds ``extract``, ``unreadable`` or ``failed``.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING

from index.reading.extract import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from index.reading.extract import Extract, Progress

MEMORY = 1_000_000_000
SECONDS = 300
_FILES = 64


def serve() -> None:
    """Answer requests until there are none."""
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    while line := source.readline():
        request = json.loads(line)
        data = source.read(request["size"])
        # Here and not in the copy, so that it is imported once.
        read = importlib.import_module(request["reader"]).read
        _tell(answers, {"ready": True})
        child = os.fork()
        if child == 0:
            _confine()
            _answer(answers, read, data)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            # What it was writing when it ended is no whole line.
            answers.write(b"\n")
            _tell(answers, {"failed": "it ended early"})


def _confine() -> None:
    """Take away from this process what reading needs not."""
    for of, limit in (
        (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0), (resource.RLIMIT_NOFILE, _FILES),
    ):  # fmt: skip
        # Not every system keeps every limit.
        with suppress(ValueError, OSError):
            resource.setrlimit(of, (limit, limit))


def _answer(answers: BinaryIO, read: Callable[[bytes, Progress], Extract], data: bytes) -> None:
    def progress(done: int, of: int) -> None:
        _tell(answers, {"done": done, "of": of})

    try:
        extract = read(data, progress)
        published = extract.published.isoformat() if extract.published else None
        _tell(answers, {"extract": {**asdict(extract), "published": published}})
    except UnreadableError as error:
        _tell(answers, {"unreadable": str(error), "why": error.why})
    except MemoryError:
        _tell(answers, {"failed": "it takes too much memory"})
    except RecursionError:
        _tell(answers, {"failed": "it is nested too deep"})
    except Exception as error:  # noqa: BLE001 - whatever a broken file does to a reader, it is a broken file
        _tell(answers, {"failed": None, "error": type(error).__name__})


def _tell(answers: BinaryIO, message: dict[str, object]) -> None:
    answers.write(json.dumps(message).encode() + b"\n")
    answers.flush()
