"""What goes wrong on demand.

``server.faults`` holds rules, asked in order for each call; the first that answers with a Fault decides. A Fault is a
rule itself; anything else with ``meets`` (a rate limit, a storm with a seed) can stand beside it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from tests.bot_api.types import Call, Json


class Rule(Protocol):
    """Decides for each call whether something goes wrong with it; asked under the server's lock, so it may count."""

    def meets(self, call: Call) -> Fault | None:
        """The fault for this call, or None."""


@dataclass
class Fault:
    """What goes wrong with the next calls of a method.

    Attributes:
        method: The method, or ``*`` for every one.
        times: How many calls it still meets.
        after: Whether the call is carried out before it goes wrong: delivered, and the bot does not know.
        drop: The connection is closed without an answer, unless there is a status.
        status: The HTTP status that is answered instead; with neither this nor ``drop`` the answer is the true one.
        description: Telegram's error text; by default the status's own phrase.
        parameters: ``retry_after`` or ``migrate_to_chat_id``.
        body: The answer's raw bytes, where they are not to be Telegram's JSON.
        hold: The call waits until this is set: before it is carried out, or with ``after`` before it is answered.
        when: Which calls it meets, among those of the method.
    """

    method: str
    times: int = 1
    after: bool = False
    drop: bool = False
    status: int | None = None
    description: str | None = None
    parameters: Json | None = None
    body: bytes | None = None
    hold: threading.Event | None = None
    when: Callable[[Call], bool] = lambda _: True

    def meets(self, call: Call) -> Fault | None:
        """This fault, once less, if the call is one of its own."""
        if self.times <= 0 or self.method.lower() not in {"*", call.method.lower()} or not self.when(call):
            return None
        self.times -= 1
        return self

    @property
    def harmless(self) -> bool:
        """Whether the bot gets the true answer, if late."""
        return not self.drop and self.status is None

    def wrong_body(self) -> bytes:
        """The answer that stands in for the true one."""
        if self.body is not None or self.status is None:
            return self.body or b""
        description = self.description or HTTPStatus(self.status).phrase
        answer: Json = {"ok": False, "error_code": self.status, "description": description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return json.dumps(answer).encode()
