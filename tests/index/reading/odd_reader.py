"""A reader that does what a hostile file might make one do: its data says which."""

from __future__ import annotations

import os
import time
from pathlib import Path

from index.reading.extract import Extract, Progress, UnreadableError


def read(data: bytes, progress: Progress) -> Extract:  # noqa: C901 - one line each
    """Do what ``data`` says."""
    what = data.decode()
    if what == "hang":
        time.sleep(60)
    if what == "hang after a step":
        progress(1, 2)
        time.sleep(60)
    if what == "crash":
        os.kill(os.getpid(), 11)
    if what == "leave":
        os._exit(0)
    if what == "fill the memory":
        return Extract("a" * 10**10)
    if what == "recurse":
        return read(data, progress)
    if what == "fail":
        raise KeyError(what)
    if what == "refuse":
        raise UnreadableError("is refused")
    if what == "talk":
        os.write(1, b"not json\n[]\n7\n")
    if what.startswith("write "):
        Path(what.removeprefix("write ")).write_text("written", encoding="utf-8")
    if what == "environment":
        return Extract(" ".join(sorted(os.environ)))
    if what == "odd letters":
        return Extract("a\0b\x1b[31m\ud83d\ude00 \ud800c\td\r\ne", title="\udfff")
    return Extract(f"read: {what}")
