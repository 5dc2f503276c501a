"""Lines of the log, whole and exact: plain and as JSON, and without the token."""

from __future__ import annotations

import io
import json
import logging
from typing import TYPE_CHECKING

import pytest

from bot.logs import formatter, tell
from bot.telegram.redaction import redacted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOKEN = "7263548190:AAF-zT3qLw9vXoR2mKc8YbN5dGhJ1sPeUiQ"


@pytest.fixture
def lines() -> Iterator[Callable[[str], io.StringIO]]:
    root = logging.getLogger()
    added: list[logging.Handler] = []

    def write(kind: str) -> io.StringIO:
        stream = io.StringIO()
        handler = logging.StreamHandler(stream)
        handler.setFormatter(formatter(kind))
        root.addHandler(handler)
        added.append(handler)
        return stream

    yield write
    for handler in added:
        root.removeHandler(handler)


def test_an_event_is_one_line_of_json_or_a_plain_one(lines: Callable[[str], io.StringIO]) -> None:
    plain, as_json = lines("plain"), lines("json")
    logger = logging.getLogger("bot.some")
    logger.setLevel(logging.INFO)
    with redacted(TOKEN):
        tell(logger, logging.INFO, "question", language="ar", status="answered", ms=12.5, update=7, chat="private")
        tell(logger, logging.INFO, "odd", told=f"100% {TOKEN}", nothing=None, both="a\nb")
        tell(logger, logging.DEBUG, "unheard")
        logger.warning("a %s of https://api.telegram.org/bot%s", "سطر", TOKEN)

    records = [json.loads(line) for line in as_json.getvalue().splitlines()]
    times = [record.pop("time") for record in records]
    common = {"logger": "bot.some"}
    assert records == [
        {"level": "INFO", "event": "question", "language": "ar", "status": "answered", "ms": 12.5, "update": 7}
        | {"chat": "private"}
        | common,
        {"level": "INFO", "event": "odd", "told": "100% [token]", "nothing": None, "both": "a\nb"} | common,
        {"level": "WARNING", "event": "log", "message": "a سطر of https://api.telegram.org/bot[token]"} | common,
    ]
    assert all(len(time) == len("2026-01-02T03:04:05.678Z") and time.endswith("Z") for time in times)
    assert [line.split(" ", 2)[2] for line in plain.getvalue().splitlines() if line[:2] == "20"] == [
        "INFO bot.some: question language=ar status=answered ms=12.5 update=7 chat=private",
        "INFO bot.some: odd told=100% [token] nothing=None both=a",
        "WARNING bot.some: a سطر of https://api.telegram.org/bot[token]",
    ]


def test_an_exception_stands_in_its_line_without_the_token(lines: Callable[[str], io.StringIO]) -> None:
    as_json = lines("json")
    with redacted(TOKEN):
        try:
            raise ValueError(f"of {TOKEN}")  # noqa: TRY301 - as a library does
        except ValueError:
            logging.getLogger("bot.some").exception("failed")

    (line,) = as_json.getvalue().splitlines()
    record = json.loads(line)
    assert (record["level"], record["event"], record["message"]) == ("ERROR", "log", "failed")
    assert record["error"].startswith("Traceback (most recent call last):")
    assert record["error"].endswith("ValueError: of [token]")
    assert TOKEN not in line
