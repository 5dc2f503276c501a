"""Fetches updates as they came, without the library reading them."""

from __future__ import annotations

import json
from typing import Any

from telegram.request import HTTPXRequest

_NOTHING = b'{"ok": true, "result": []}'


class RawUpdates(HTTPXRequest):
    """The request for ``getUpdates`` alone: what it brought is taken here, and the library sees an empty list.

    The library reads all updates of a poll at once, and one that it cannot read makes the others unreachable.
    """

    _taken: list[Any]

    def take(self) -> list[Any]:
        """What the last poll brought, once."""
        taken, self._taken = getattr(self, "_taken", []), []
        return taken

    async def do_request(self, *given: Any, **options: Any) -> tuple[int, bytes]:  # noqa: ANN401 - as in the base class
        """See the base class; a list of updates is put aside."""
        self._taken = []
        status, payload = await super().do_request(*given, **options)
        updates = _updates(payload) if status == 200 else None
        if updates is None:
            return status, payload
        self._taken = updates
        return status, _NOTHING


def _updates(payload: bytes) -> list[Any] | None:
    """The updates in an answer; None where it is none, which the library then refuses in its own words."""
    try:
        answer = json.loads(payload.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    result = answer.get("result") if isinstance(answer, dict) and answer.get("ok") is True else None
    return result if isinstance(result, list) else None
