"""The token stays out of the log."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

import pytest
from telegram.error import BadRequest, NetworkError

from bot.telegram.redaction import Redaction, redacted

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "7263548190:AAF-zT3qLw9vXoR2mKc8YbN5dGhJ1sPeUiQ"
OTHER = "123456:abcdefghijklmnopqrstuvwxyzABCDEF-_1"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)


def fail(text: str) -> None:
    raise ValueError(text)


@pytest.mark.parametrize("token", [TOKEN, "123:short"])
def test_messages_arguments_and_tracebacks_are_redacted(log: io.StringIO, token: str) -> None:
    logger = logging.getLogger("some.library")
    logger.setLevel(logging.DEBUG)
    with redacted(token):
        logger.warning("https://api.telegram.org/bot%s/getMe took %d%%", token, 5)
        logger.warning(f"plain {token} 100%")  # noqa: G004 - as libraries do
        logger.warning("a mapping %(token)s", {"token": token})
        logger.warning("does not fit %d", token)
        logger.warning("%s of another", OTHER)
        try:
            fail(f"The token `{token}` was rejected")
        except ValueError:
            logger.exception("failed", stack_info=True)

    written = log.getvalue()
    assert token not in written
    assert OTHER not in written
    assert written.splitlines()[:5] == [
        "WARNING https://api.telegram.org/bot[token]/getMe took 5%",
        "WARNING plain [token] 100%",
        "WARNING a mapping [token]",
        "WARNING does not fit %d ('[token]',)",
        "WARNING [token] of another",
    ]
    assert "ValueError: The token `[token]` was rejected" in written
    assert "Stack (most recent call last)" in written


def test_an_encoded_token_is_redacted_and_times_are_not() -> None:
    redaction = Redaction("12:ab/c")

    assert redaction.redact("x 12:ab/c y 12%3Aab%2Fc") == "x [token] y [token]"
    assert redaction.redact(f"bot{OTHER.replace(':', '%3A')}/x") == "bot[token]/x"
    assert redaction.redact("at 22:10 from 127.0.0.1:8081/path") == "at 22:10 from 127.0.0.1:8081/path"


def test_a_handler_that_formats_exceptions_itself_is_given_none() -> None:
    try:
        fail(TOKEN)
    except ValueError as error:
        record = logging.LogRecord("x", logging.ERROR, "", 1, "m", None, (ValueError, error, error.__traceback__))
    Redaction(TOKEN).filter(record)

    assert record.exc_info is None
    assert record.exc_text is not None
    assert record.exc_text.endswith("ValueError: [token]")


def test_the_http_clients_lines_are_silent_and_all_is_as_before_afterwards(log: io.StringIO) -> None:
    before = logging.getLogger("httpx").level
    with redacted(TOKEN):
        logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot%s/getMe", TOKEN)
    logging.getLogger("x").warning("after %s", TOKEN)

    assert log.getvalue() == f"WARNING after {TOKEN}\n"
    assert logging.getLogger("httpx").level == before


def test_a_network_failure_is_one_line_and_a_refused_request_keeps_its_traceback(log: io.StringIO) -> None:
    logger = logging.getLogger("telegram.ext.Updater")
    with redacted(TOKEN):
        for error in (NetworkError(f"no route to bot{TOKEN}"), BadRequest("chat not found")):
            try:
                raise error
            except NetworkError:
                logger.exception("failed")

    first, second, *rest = log.getvalue().splitlines()
    assert first == "ERROR failed (no route to bot[token])"
    assert second == "ERROR failed"
    assert rest[-1] == "telegram.error.BadRequest: chat not found"
