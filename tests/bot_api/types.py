"""The values that the server keeps and shows to a test."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
DROPPED = 0


class ApiError(Exception):
    """A refusal in Telegram's own words."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.body: Json = {"ok": False, "error_code": code, "description": description}
        if parameters:
            self.body["parameters"] = parameters


def bad_request(what: str) -> ApiError:
    """A 400 with Telegram's prefix."""
    return ApiError(400, f"Bad Request: {what}")


@dataclass
class Call:
    """One request of the bot.

    Attributes:
        method: As the bot wrote it.
        parameters: Decoded: structures, whole numbers and booleans are Python's own; uploads are bytes.
        at: ``time.monotonic()`` on arrival.
        status: The HTTP status that was answered; ``DROPPED`` without an answer; None while it is being handled.
        description: Why it was refused, if it was.
    """

    method: str
    parameters: Json
    at: float
    status: int | None = None
    description: str = ""

    def __str__(self) -> str:
        """One line for a failed test to show."""
        shown = ", ".join(f"{name}={str(value)[:60]!r}" for name, value in self.parameters.items())
        return f"{self.method}({shown}) -> {self.status} {self.description}".rstrip()


@dataclass(frozen=True)
class User:
    """A person who writes to the bot."""

    id: int
    first_name: str = "Salma"
    language_code: str | None = "ar"
    username: str | None = None

    def json(self) -> Json:
        """Telegram's User object."""
        shown = {"language_code": self.language_code, "username": self.username}
        base: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return base | {name: value for name, value in shown.items() if value is not None}


@dataclass(frozen=True)
class Content:
    """What a message says.

    Attributes:
        text: After parsing; of a document, its caption.
        html: As the bot sent it, whatever the parse mode.
        entities: Offsets and lengths in UTF-16 units.
        parse_mode: As sent, or None.
        reply_markup: As sent, or None.
    """

    text: str
    html: str
    entities: list[Json]
    parse_mode: str | None = None
    reply_markup: Json | None = None

    def buttons(self) -> list[Json]:
        """The inline buttons, row by row."""
        return [button for row in (self.reply_markup or {}).get("inline_keyboard", []) for button in row]


@dataclass
class SentMessage:
    """A message of the bot, live: an edit adds a version, and the attributes show the newest.

    Attributes:
        message_id: Unique in its chat alone, as in a supergroup.
        versions: What was sent, then every edit.
        reply_to: The id of the message replied to, or None.
        quote: What was quoted from it, or None.
        thread_id: The topic, or None.
        document: File name and content, of a document.
        deleted: Whether the bot deleted it.
    """

    message_id: int
    versions: list[Content]
    reply_to: int | None = None
    quote: str | None = None
    thread_id: int | None = None
    document: tuple[str, bytes] | None = None
    deleted: bool = field(default=False)

    @property
    def content(self) -> Content:
        """What it says now."""
        return self.versions[-1]

    @property
    def edits(self) -> list[Content]:
        """The edits, oldest first."""
        return self.versions[1:]

    @property
    def text(self) -> str:
        """The text now, after parsing."""
        return self.content.text

    @property
    def html(self) -> str:
        """The text now, as the bot sent it."""
        return self.content.html

    @property
    def entities(self) -> list[Json]:
        """The entities now."""
        return self.content.entities

    @property
    def parse_mode(self) -> str | None:
        """The parse mode now."""
        return self.content.parse_mode

    @property
    def reply_markup(self) -> Json | None:
        """The keyboard now."""
        return self.content.reply_markup
