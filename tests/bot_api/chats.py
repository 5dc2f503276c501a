"""The users' side: what people do in a chat, and what they see of the bot there.

Every method may be called from any thread. The waits block: inside a coroutine, put them in ``asyncio.to_thread``.
"""

from __future__ import annotations

import itertools
import time
from typing import TYPE_CHECKING

from tests.bot_api.text import detected, units

if TYPE_CHECKING:
    from tests.bot_api.state import State
    from tests.bot_api.types import Content, Json, SentMessage, User


class Chat:
    """A chat with the bot in it.

    Attributes:
        messages: Telegram's Message objects by id, as they are now, from both sides.
        sent: What the bot sent, oldest first.
        refusal: Where set, every call for this chat is a 403 with this text.
        topics: The topics of a forum, by thread id; the General one has none, as at Telegram.
        user: Who writes where a call names nobody.
        administrators: The ids of those who are the group's administrators.
    """

    def __init__(self, state: State, chat: Json, user: User) -> None:
        self.id = int(chat["id"])
        self.json = chat
        self.user = user
        self.messages: dict[int, Json] = {}
        self.sent: list[SentMessage] = []
        self.refusal: str | None = None
        self.topics: dict[int, str] = {}
        self.administrators: set[int] = set()
        self._state = state
        self._ids = itertools.count(1)

    def add(self, sender: Json, fields: Json) -> Json:
        """Put a message into the chat under the next id."""
        number = next(self._ids)
        # A post in a channel is the channel's, whoever writes it.
        writer = {"sender_chat": self.json} if self.json["type"] == "channel" else {"from": sender}
        base = {"message_id": number, "chat": self.json, "date": int(time.time())} | writer
        self.messages[number] = base | fields
        return self.messages[number]

    def say(
        self, text: str, *, reply_to: int | None = None, user: User | None = None, thread_id: int | None = None
    ) -> int:
        """Write to the chat; commands and mentions become entities.

        Returns:
            The message's id.

        Raises:
            ValueError: A client would not send it: nothing, or more than 4096 units, which it splits.
        """
        if not text.strip() or units(text) > 4096:
            raise ValueError(f"no client sends {units(text)} units as one message")
        with self._state.changed:
            fields: Json = {"text": text}
            if entities := detected(text):
                fields["entities"] = entities
            if reply_to is not None:
                fields["reply_to_message"] = without_reply(self.messages[reply_to])
            if thread_id is not None:
                fields |= {"message_thread_id": thread_id, "is_topic_message": True}
            message = self.add((user or self.user).json(), fields)
            self._state.push({"message": message})
            return int(message["message_id"])

    def send_file(
        self, name: str | None, content: bytes, *, user: User | None = None, size: int | None = None, **fields: object
    ) -> int:
        """Send a file; Telegram tells of it, and hands it over where it has at most 20 MB.

        Args:
            name: Its name, if it has one.
            content: What is in it.
            user: Who sends it.
            size: How large Telegram says that it is, where that is not the truth.
            fields: More of the message: a caption, where it was forwarded from.

        Returns:
            The message's id.
        """
        with self._state.changed:
            number = self._state.file(name or "file", content)
            document: Json = {"file_id": number, "file_unique_id": number, "file_size": size or len(content)}
            document |= {"file_name": name} if name is not None else {}
            return self._say({"document": document, **fields}, user)

    def forward(self, text: str, origin: Json, *, user: User | None = None) -> int:
        """Forward a text from somewhere; the origin is Telegram's MessageOrigin.

        Returns:
            The message's id.
        """
        with self._state.changed:
            return self._say({"text": text, "forward_origin": origin}, user)

    def post(self, fields: Json) -> int:
        """Write in a channel, in the channel's own name.

        Returns:
            The message's id.
        """
        with self._state.changed:
            number = next(self._ids)
            base = {"message_id": number, "sender_chat": self.json, "chat": self.json, "date": int(time.time())}
            self.messages[number] = base | fields
            self._state.push({"channel_post": self.messages[number]})
            return number

    def _say(self, fields: Json, user: User | None) -> int:
        message = self.add((user or self.user).json(), fields)
        self._state.push({"message": message})
        return int(message["message_id"])

    def edit(self, message_id: int, text: str) -> None:
        """Change a message of one's own."""
        with self._state.changed:
            kept = {name: value for name, value in self.messages[message_id].items() if name != "entities"}
            changed = kept | {"text": text, "edit_date": int(time.time())}
            if entities := detected(text):
                changed["entities"] = entities
            self.messages[message_id] = changed
            self._state.push({"edited_message": changed})

    def press(self, message: SentMessage, button: str, *, user: User | None = None, version: int = -1) -> str:
        """Press a button by its text or its data; an older version is a press that crossed an edit.

        Returns:
            The callback query's id.

        Raises:
            LookupError: The message has no such button.
        """
        with self._state.changed:
            offered = message.versions[version].buttons()
            found = [one for one in offered if "callback_data" in one and button in {one["text"], one["callback_data"]}]
            if not found:
                raise LookupError(f"no button {button!r} among {offered}")
            shown = self.messages.get(message.message_id)
            gone = {"chat": self.json, "message_id": message.message_id, "date": 0}
            query = {"message": shown or gone, "chat_instance": str(self.id), "data": found[0]["callback_data"]}
            return self._state.open_query("callback_query", user or self.user, query)

    def block(self) -> None:
        """Shut the bot out: a user blocks it, a group removes it."""
        with self._state.changed:
            kicked = f"bot was kicked from the {self.json['type']} chat"
            self.refusal = f"Forbidden: {'bot was blocked by the user' if self.json['type'] == 'private' else kicked}"

    def unblock(self) -> None:
        """Let the bot in again."""
        with self._state.changed:
            self.refusal = None

    def open_topic(self, name: str) -> int:
        """Open a topic in a forum; its thread id is that of the message which opened it."""
        with self._state.changed:
            created = {"forum_topic_created": {"name": name, "icon_color": 0x6FB9F0}}
            thread = int(self.add(self.user.json(), created)["message_id"])
            self.topics[thread] = name
            return thread

    def wait_for_messages(self, n: int, timeout: float = 10) -> list[SentMessage]:
        """All that the bot has sent to this chat, once it is n messages or more."""
        self._state.wait_until(lambda: len(self.sent) >= n, timeout, f"{n} messages in chat {self.id}")
        return list(self.sent)

    def wait_for_edits(self, message: SentMessage, n: int = 1, timeout: float = 10) -> list[Content]:
        """All the edits of a message, once there are n or more."""
        self._state.wait_until(lambda: len(message.edits) >= n, timeout, f"{n} edits of message {message.message_id}")
        return list(message.edits)


def without_reply(message: Json) -> Json:
    """A message as it stands inside another: Telegram never nests them deeper."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}
