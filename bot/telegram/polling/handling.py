"""Which update is being handled: known to what is sent for it, without every handler passing it on."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import timedelta


@dataclass(slots=True)
class Handling:
    """The handling of one update.

    Attributes:
        update_id: Telegram's number for it.
        chat: The kind of its chat, as ``private``; ``none`` where it has none.
        sent: How many messages it has begun to send.
        late: How long ago it was asked, where that must be said.
        beside: What is still to be done for it when the chat's turn is over; before that it is not done with.
    """

    update_id: int
    chat: str = "none"
    sent: int = 0
    late: timedelta | None = None
    beside: list[Callable[[], Awaitable[None]]] = field(default_factory=list)

    def next_key(self) -> str:
        """The key of the next message: the same when the update is handled again after a crash."""
        self.sent += 1
        return f"update:{self.update_id}:{self.sent}"


handled: ContextVar[Handling | None] = ContextVar("handled", default=None)
"""The update that this task handles, if it handles one."""


def whence() -> dict[str, object]:
    """What the log may tell of the update that is being handled: its id, and the kind of its chat."""
    handling = handled.get()
    return {} if handling is None else {"update": handling.update_id, "chat": handling.chat}
