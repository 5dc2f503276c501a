"""All that the server knows, behind one lock; every waiting is a wait on its condition, never a sleep."""

from __future__ import annotations

import itertools
import threading
import time
from typing import TYPE_CHECKING

from tests.bot_api.types import Call, Json, User, bad_request

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bot_api.chats import Chat

_NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}


class State:
    """What the server knows.

    Attributes:
        changed: The lock, told whenever anything changes.
        pending: Updates not yet confirmed by an offset, oldest first.
        allowed: The kinds of update that the bot last asked for; none: the default ones.
        webhook: What ``setWebhook`` was given last; empty where there is none.
        ignored: Updates that the bot had not asked for, so that they were never queued.
        poll: The number of the newest ``getUpdates``, which ends an older one that still waits.
        queries: Whether a callback or inline query may still be answered, by its id.
        commands: By scope and language; ``descriptions`` by kind and language.
        files: Name and content by file id.
    """

    def __init__(self, token: str, username: str) -> None:
        self.changed = threading.Condition()
        self.stopping = False
        self.token = token
        self.bot: Json = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": "Readout"}
        self.bot["username"] = username
        self.chats: dict[int, Chat] = {}
        self.calls: list[Call] = []
        self.pending: list[Json] = []
        self.ignored: list[Json] = []
        self.allowed: list[str] = []
        self.webhook: Json = {}
        self.poll = 0
        self.queries: dict[str, bool] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.descriptions: dict[tuple[str, str], str] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        self._update_ids = itertools.count(7_000_001)
        self._query_ids = itertools.count(40_000_001)

    def push(self, update: Json) -> int:
        """Queue an update, if the bot wants its kind.

        Returns:
            Its id; one that the update brings along is kept.
        """
        with self.changed:
            update = {"update_id": next(self._update_ids)} | update
            kinds = update.keys() - {"update_id"}
            wanted = kinds & set(self.allowed) if self.allowed else not kinds & _NOT_BY_DEFAULT
            (self.pending if wanted or not kinds else self.ignored).append(update)
            self.changed.notify_all()
            return int(update["update_id"])

    def open_query(self, kind: str, user: User, query: Json) -> str:
        """Queue a callback or inline query and keep its id open for one answer."""
        with self.changed:
            number = str(next(self._query_ids))
            self.queries[number] = True
            self.push({kind: {"id": number, "from": user.json()} | query})
            return number

    def close_query(self, number: object) -> None:
        """Take the one answer that a query has.

        Raises:
            ApiError: 400: unknown, expired, or answered before.
        """
        if not self.queries.get(str(number)):
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        self.queries[str(number)] = False

    def file(self, name: str, content: bytes) -> str:
        """Keep a file; its id is for ``getFile``."""
        number = f"file-{len(self.files)}"
        self.files[number] = (name, content)
        return number

    def wait_until(self, ready: Callable[[], bool], timeout: float, what: str) -> None:
        """Wait until something is true.

        Raises:
            TimeoutError: It did not become true in time; tells the calls that came instead.
        """
        with self.changed:
            if self.changed.wait_for(lambda: self.stopping or ready(), timeout) and not self.stopping:
                return
            waited = "the server stopped" if self.stopping else f"{timeout:g} s passed"
            calls = "\n".join(f"  {call.at - self.calls[0].at:7.3f} {call}" for call in self.calls[-40:])
            told = f"{waited} without {what}; {len(self.pending)} updates unconfirmed, {len(self.ignored)} unwanted."
            raise TimeoutError(f"{told} The calls:\n{calls or '  none'}")

    def record(self, method: str, parameters: Json) -> Call:
        """Write down a call on its arrival."""
        with self.changed:
            self.calls.append(Call(method, parameters, time.monotonic()))
            return self.calls[-1]

    def finish(self, call: Call, status: int) -> None:
        """Write down how a call ended."""
        with self.changed:
            call.status = status
            self.changed.notify_all()
