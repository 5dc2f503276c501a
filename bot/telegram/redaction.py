"""Keeps the bot's token out of every log record: messages, arguments and tracebacks."""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.telegram.delivery import unreached

if TYPE_CHECKING:
    from collections.abc import Iterator

REDACTED = "[token]"
_TOKEN_SHAPE = re.compile(r"(?<!\d)\d+(?::|%3A)[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])", re.IGNORECASE)
# The first two write the address of every request, which holds the token; the last what a server answered, whatever it is.
_LOUD = {"httpx": logging.WARNING, "httpcore": logging.WARNING, "telegram.request.BaseRequest": logging.CRITICAL}


class Redaction(logging.Filter):
    """A filter that lets every record through without the token, or anything that has a token's shape.

    Args:
        token: The token to keep out, whatever its shape.
        others: What else is to be kept out, as ``user:password@`` of the server's address, or the webhook's secret.
    """

    def __init__(self, token: str, *others: str) -> None:
        super().__init__()
        self._secrets = sorted({token, quote(token, safe=""), *others} - {""}, key=len, reverse=True)

    def redact(self, text: str) -> str:
        """The text with every token in it replaced."""
        for secret in self._secrets:
            text = text.replace(secret, REDACTED)
        return _TOKEN_SHAPE.sub(REDACTED, text)

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact a record in place; it always passes."""
        try:
            message = record.getMessage()
        except (TypeError, ValueError, KeyError):
            # The call does not fit its own format; logging would print its arguments as they are.
            message = f"{record.msg} {record.args!r}"
        # Without arguments nothing is formatted again, so that a "%" in it is only a "%".
        record.msg, record.args = self.redact(message), None
        fields = getattr(record, "fields", None)
        if isinstance(fields, dict):
            record.fields = {name: self._redacted(value) for name, value in fields.items()}
        if record.exc_info and unreached(record.exc_info[1]):
            # That the network fails is no defect: one line tells it.
            record.msg = f"{record.msg} ({self.redact(str(record.exc_info[1]))})"
            record.exc_info = record.exc_text = None
        if record.exc_info:
            # A handler that lays tracebacks out itself would go back to the exception; this one is told the text alone.
            record.exc_text = self.redact(logging.Formatter().formatException(record.exc_info))
            record.exc_info = None
        if record.exc_text:
            record.exc_text = self.redact(record.exc_text)
        if record.stack_info:
            record.stack_info = self.redact(record.stack_info)
        return True

    def _redacted(self, value: object) -> object:
        return value if value is None or isinstance(value, bool | int | float) else self.redact(str(value))


@contextmanager
def redacted(token: str, *others: str) -> Iterator[Redaction]:
    """Redact what the root logger's handlers write, and silence the HTTP client's lines, until left."""
    redaction = Redaction(token, *others)
    handlers = [*logging.getLogger().handlers, *([logging.lastResort] if logging.lastResort else [])]
    levels = {name: logging.getLogger(name).level for name in _LOUD}
    for handler in handlers:
        handler.addFilter(redaction)
    for name, level in _LOUD.items():
        logging.getLogger(name).setLevel(level)
    try:
        yield redaction
    finally:
        for handler in handlers:
            handler.removeFilter(redaction)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
