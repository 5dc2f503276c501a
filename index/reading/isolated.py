"""Reading a file in a process apart, which is ended when it takes too long."""

from __future__ import annotations

import json
import logging
import os
import re
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from index.errors import Why
from index.reading.extract import Extract, UnreadableError, quietly

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from index.reading.extract import Progress

# Seconds: for the reader to be imported, for one step (a page of a PDF, the whole of other files) and more for each
# megabyte of the file, and for all.
_START, _STEP, _MORE, _WHOLE = 30.0, 3.5, 2.0, 240.0
_PIECE = 1 << 16
_LONGEST_ANSWER = 40_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_log = logging.getLogger(__name__)
# What comes from the process is not to be believed.
_REASONS: dict[object, Why] = {why: why for why in get_args(Why)}
_DAMAGED = "is damaged or not what its name says: it cannot be read"
_CODE = "import sys; sys.path[:] = sys.argv[1:]; from index.reading.worker import serve; serve()"


class Reader:
    """Reads files in a process apart, one after the other; the process is started when it is needed.

    Args:
        step: How many seconds one step may take; large files get more.
    """

    def __init__(self, step: float = _STEP) -> None:
        self._step = step
        self._process: subprocess.Popen[bytes] | None = None
        self._rest = b""

    def __enter__(self) -> Self:
        """Begin to read files."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Read no more."""
        self.close()

    def close(self) -> None:
        """End the process, and whatever it started."""
        process, self._process, self._rest = self._process, None, b""
        if process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        process.wait()

    def read(self, reader: str, data: bytes, progress: Progress = quietly) -> Extract:
        """What a reader makes of a file.

        Args:
            reader: Its module.
            data: What the file holds.
            progress: Told of each step.

        Raises:
            UnreadableError: The file cannot be read, or not within the limits.
        """
        try:
            answer = self._answer(reader, data, progress)
        except BaseException:
            # Whatever went wrong, the next file gets a process that knows nothing of it.
            self.close()
            raise
        if "unreadable" in answer:
            raise UnreadableError(str(answer["unreadable"]), _REASONS.get(answer.get("why"), "damaged"))
        if "failed" in answer:
            _log.debug("%s failed with %s", reader, answer.get("error"))
            raise UnreadableError(f"{_DAMAGED} ({answer['failed']})" if answer["failed"] else _DAMAGED)
        return _extract(answer["extract"])

    def _answer(self, reader: str, data: bytes, progress: Progress) -> dict[str, Any]:
        """The last message of the answer."""
        process = self._process = self._process or _started()
        stream = process.stdin
        assert stream is not None  # noqa: S101 - it was asked for
        try:
            stream.write(json.dumps({"reader": reader, "size": len(data)}).encode() + b"\n" + data)
            stream.flush()
        except BrokenPipeError:
            raise UnreadableError(
                "could not be read: the process that reads files has ended, try again", "failed"
            ) from None
        end = time.monotonic() + _WHOLE
        wait = _START
        while True:
            message = self._message(min(time.monotonic() + wait, end))
            if message.keys() & {"extract", "unreadable", "failed"}:
                return message
            if "done" in message:
                progress(int(message["done"]), int(message["of"]))
            wait = self._step + _MORE * len(data) / 1_000_000

    def _message(self, deadline: float) -> dict[str, Any]:
        """The next line of the answer."""
        assert self._process is not None  # noqa: S101 - it was started
        assert self._process.stdout is not None  # noqa: S101 - it was asked for
        source = self._process.stdout.fileno()
        while b"\n" not in self._rest:
            readable, _, _ = select.select([source], [], [], max(0.0, deadline - time.monotonic()))
            if not readable:
                raise UnreadableError("takes too long to read: split it, or save its text as .txt and add that", "slow")
            piece = os.read(source, _PIECE)
            if not piece or len(self._rest) > _LONGEST_ANSWER:
                raise UnreadableError(_DAMAGED)
            self._rest += piece
        line, _, self._rest = self._rest.partition(b"\n")
        try:
            message = json.loads(line)
        except ValueError:
            message = None
        return message if isinstance(message, dict) else {}


def _started() -> subprocess.Popen[bytes]:
    """A process that knows where this one's modules are, and nothing else of it: no settings, no secrets."""
    return subprocess.Popen(  # noqa: S603 - this project's own code
        [sys.executable, "-I", "-c", _CODE, *(path or str(Path.cwd()) for path in sys.path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, start_new_session=True,
    )  # fmt: skip


def _extract(told: dict[str, Any]) -> Extract:
    published = told["published"]
    return Extract(
        _cleaned(told["text"]),
        None if told["title"] is None else _cleaned(told["title"]),
        None if published is None else datetime.fromisoformat(published),
        None if told["issuer"] is None else _cleaned(told["issuer"]),
        tuple(str(note) for note in told["notes"]),
    )


def _cleaned(text: str) -> str:
    """A text without what is no character: halves of pairs, and controls other than tabs and line ends."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _CONTROL.sub("", whole)
