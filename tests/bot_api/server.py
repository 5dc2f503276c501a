"""The server: a real HTTP server on the loopback, and the test's handle on it.

    with BotApiServer(token="123:abc") as server:
        chat = server.private_chat(user_id=7)
        bot = telegram.Bot("123:abc", base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot")

By hand: ``python -m tests.bot_api.server --port 8081 --token 123:abc``, see ``console``.
"""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Self

from tests.bot_api.chats import Chat
from tests.bot_api.faults import Fault, Rule
from tests.bot_api.http import Http
from tests.bot_api.methods import METHODS
from tests.bot_api.request import parse_parameters
from tests.bot_api.state import State
from tests.bot_api.types import DROPPED, ApiError, Call, Json, User

if TYPE_CHECKING:
    from tests.bot_api.http import Answer


class BotApiServer:
    """A Bot API server for one bot; entering it starts it, leaving it ends every connection and thread.

    Attributes:
        url: ``http://127.0.0.1:PORT``.
        token: The only token that it knows.
        faults: What goes wrong; see ``faults``.
    """

    def __init__(
        self,
        token: str = "123:abc",  # noqa: S107  no secret: a token of the tests
        *,
        username: str = "readout_bot",
        port: int = 0,
    ) -> None:
        self.token = token
        self.state = State(token, username)
        self.faults: list[Rule] = []
        self._http = Http(port, self.route)
        self._held: list[threading.Event] = []
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), name="bot-api-server")

    def __enter__(self) -> Self:
        """Start to serve."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop: whatever waits is let go, and every thread has ended on return."""
        with self.state.changed:
            self.state.stopping = True
            self.state.changed.notify_all()
        for held in self._held:
            held.set()
        self._http.shutdown()
        self._thread.join()
        self._http.hang_up()
        self._http.server_close()

    @property
    def calls(self) -> list[Call]:
        """Every call so far, in the order of arrival."""
        with self.state.changed:
            return list(self.state.calls)

    def private_chat(self, user_id: int = 1001, first_name: str = "Salma", language_code: str | None = "ar") -> Chat:
        """A chat of one user with the bot."""
        user = User(user_id, first_name, language_code)
        return self._chat({"id": user_id, "type": "private", "first_name": first_name}, user)

    def group(self, chat_id: int = -1_001_000_000_001, title: str = "Desk", *, forum: bool = False) -> Chat:
        """A group with the bot in it: a supergroup from -100… on."""
        chat: Json = {"id": chat_id, "type": "supergroup" if chat_id < -(10**12) else "group", "title": title}
        return self._chat(chat | ({"is_forum": True} if forum else {}), User(2002, "Karim"))

    def channel(self, chat_id: int = -1_001_000_000_900, title: str = "Wire", username: str | None = None) -> Chat:
        """A channel with the bot in it."""
        chat: Json = {"id": chat_id, "type": "channel", "title": title}
        return self._chat(chat | ({"username": username} if username else {}), User(2002, "Karim"))

    def _chat(self, chat: Json, user: User) -> Chat:
        with self.state.changed:
            self.state.chats[chat["id"]] = Chat(self.state, chat, user)
            return self.state.chats[chat["id"]]

    def push(self, update: Json) -> int:
        """Queue any raw update; returns its id."""
        return self.state.push(update)

    def inline_query(self, user: User, text: str, offset: str = "") -> str:
        """Type an inline query; returns its id."""
        return self.state.open_query("inline_query", user, {"query": text, "offset": offset, "chat_type": "private"})

    def expire(self, query_id: str) -> None:
        """Make a callback or inline query too old to be answered."""
        with self.state.changed:
            self.state.queries[query_id] = False

    def fail(
        self, method: str, status: int = 502, body: bytes | None = None, times: int = 1, retry_after: int | None = None
    ) -> Fault:
        """Answer the next calls of a method with an error, not carrying them out; ``retry_after`` makes it a 429."""
        fault = Fault(method, times=times, status=status, body=body)
        if retry_after is not None:
            fault.status, fault.parameters = 429, {"retry_after": retry_after}
            fault.description = f"Too Many Requests: retry after {retry_after}"
        with self.state.changed:
            self.faults.append(fault)
        return fault

    def wait_for_call(self, method: str, n: int = 1, timeout: float = 10) -> list[Call]:
        """All answered calls of a method, refused ones too, once they are n or more."""

        def answered() -> list[Call]:
            return [call for call in self.state.calls if call.method == method and call.status is not None]

        self.state.wait_until(lambda: len(answered()) >= n, timeout, f"{n} answered calls of {method}")
        return answered()

    def wait_until_idle(self, timeout: float = 10) -> None:
        """Wait until every update was fetched and then confirmed by a later ``getUpdates``."""
        self.state.wait_until(lambda: not self.state.pending, timeout, "all updates being confirmed")

    def route(self, path: str, query: str, content_type: str, body: bytes) -> Answer | None:
        """Answer a request; None where the connection is to be closed instead."""
        file = path.removeprefix(f"/file/bot{self.token}/documents/")
        if file in self.state.files:
            return 200, self.state.files[file][1]
        method = path.rpartition("/")[2]
        known = path.startswith((f"/bot{self.token}/", f"/file/bot{self.token}/"))
        refusal = None if known else ApiError(401, "Unauthorized")
        parameters: Json = {}
        try:
            parameters = parse_parameters(method, query, content_type, body)
        except ApiError as error:
            refusal = refusal or error
        if refusal is None and (path != f"/bot{self.token}/{method}" or method.lower() not in METHODS):
            refusal = ApiError(404, "Not Found")
        call = self.state.record(method, parameters)
        answer = self._answer(call, refusal)
        self.state.finish(call, answer[0] if answer else DROPPED)
        return answer

    def _answer(self, call: Call, refusal: ApiError | None) -> Answer | None:
        with self.state.changed:
            fault = next((fault for rule in list(self.faults) if (fault := rule.meets(call))), None)
            if fault and fault.hold:
                self._held.append(fault.hold)
                if self.state.stopping:
                    fault.hold.set()
        if fault is None:
            return self._carried_out(call, refusal)
        if fault.hold and not fault.after:
            fault.hold.wait()
        answer = self._carried_out(call, refusal) if fault.after or fault.harmless else None
        if fault.hold and fault.after:
            fault.hold.wait()
        if fault.harmless:
            return answer
        call.description = "by a fault, after it was carried out" if fault.after else "by a fault"
        return None if fault.status is None else (fault.status, fault.wrong_body())

    def _carried_out(self, call: Call, refusal: ApiError | None) -> Answer:
        with self.state.changed:
            if refusal is None:
                try:
                    result = METHODS[call.method.lower()](self.state, call.parameters)
                except ApiError as error:
                    refusal = error
                except Exception as error:  # noqa: BLE001  what a method did not expect must show in the calls
                    refusal = ApiError(500, f"the server failed: {error!r}")
                else:
                    self.state.changed.notify_all()
                    return 200, json.dumps({"ok": True, "result": result}).encode()
            call.description = str(refusal)
            return refusal.code, json.dumps(refusal.body).encode()


if __name__ == "__main__":
    from tests.bot_api.console import main

    main()
