"""One process at a time in a folder; the lock ends with the process, however that ends."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bot.errors import StateError

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "bot.lock"


class Lock:
    """Holds a file locked until it is released, or the process has ended.

    Args:
        path: The file; it stays there, and only the lock on it counts.
        shared: Whether other processes may hold it with this one, if they all want to share it.

    Raises:
        StateError: Another process holds it, or it cannot be written.
    """

    def __init__(self, path: Path, *, shared: bool = False) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StateError(f"{path} cannot be written: {error.strerror}; set READOUT_HOME elsewhere") from error
        if not _locked(self._file, shared=shared):
            other = os.read(self._file, 20).decode("ascii", "replace").strip()
            self.release()
            raise StateError(
                f"another bot{f' (process {other})' if other else ''} runs in {path.parent}: "
                "stop it, or set READOUT_HOME elsewhere"
            )
        os.ftruncate(self._file, 0)
        os.write(self._file, f"{os.getpid()}\n".encode())

    def release(self) -> None:
        """Let another process have it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _locked(file: int, *, shared: bool) -> bool:
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        return True
    try:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
