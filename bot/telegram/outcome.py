"""What is known of a request that failed: the one place that looks at why."""

from __future__ import annotations

import warnings
from datetime import timedelta
from typing import Literal

import httpx
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

Outcome = Literal["not_reached", "not_taken", "refused", "unknown"]
"""``not_reached``: nothing was sent. ``not_taken``: the server said that it did nothing, and may do it another time.
``refused``: it never will. ``unknown``: it may have been done."""

# Before any of these a whole request has left.
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)


def outcome(error: TelegramError) -> Outcome:
    """What became of the request that failed with this error."""
    if isinstance(error, BadRequest | Forbidden):
        return "refused"
    if isinstance(error, RetryAfter | Conflict | InvalidToken):
        return "not_taken"
    cause = error.__cause__
    if isinstance(cause, _NOT_SENT):
        return "not_reached"
    if isinstance(error, NetworkError) and not isinstance(cause, httpx.HTTPError):
        # An HTTP status: Telegram's own 5xx, or the page of a proxy before it.
        return "not_taken"
    return "unknown"


def pause_of(error: RetryAfter) -> float:
    """How long Telegram wants to be left alone, in seconds."""
    with warnings.catch_warnings():
        # The library warns whoever asks that the answer will be of another type one day; either is understood here.
        warnings.simplefilter("ignore")
        after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
