"""Lines of the log: plain, or each as JSON. What they tell of a question is its status, never its words."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

PLAIN = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def tell(logger: logging.Logger, level: int, event: str, **fields: object) -> None:
    """Log an event: as ``event name=value ...`` in a plain line, with a member for each field in JSON.

    Args:
        logger: Whose.
        level: As of ``logging``.
        event: Its name.
        fields: What is told of it; never what somebody wrote.
    """
    if logger.isEnabledFor(level):
        told = " ".join([event, *(f"{name}={value}" for name, value in fields.items())])
        # Not as a format: nothing in it is to be filled in.
        logger.log(level, "%s", told, extra={"event": event, "fields": fields}, stacklevel=2)


def formatter(kind: str) -> logging.Formatter:
    """How lines are laid out: ``plain`` or ``json``."""
    return JsonLines() if kind == "json" else logging.Formatter(PLAIN)


class JsonLines(logging.Formatter):
    """One JSON object a line: ``time`` (UTC, ISO 8601), ``level``, ``logger``, ``event``, and then what is told of it.

    What is no event of its own has the event ``log`` and its text under ``message``; an exception stands under ``error``.
    """

    def format(self, record: logging.LogRecord) -> str:
        """See the base class."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {"time": at.replace("+00:00", "Z"), "level": record.levelname, "logger": record.name}
        fields = getattr(record, "fields", None)
        if isinstance(fields, dict):
            line |= {"event": getattr(record, "event", "log"), **fields}
        else:
            line |= {"event": "log", "message": record.getMessage()}
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            line["error"] = record.exc_text
        if record.stack_info:
            line["stack"] = record.stack_info
        return json.dumps(line, ensure_ascii=False, default=str)
