"""What a message gives to be taken in: a file, a web address, or its words. Pure functions of the message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import MessageOriginChannel, MessageOriginChat, MessageOriginHiddenUser, MessageOriginUser
from telegram.constants import ChatType

from bot.telegram.addressing import is_bots, words_of

if TYPE_CHECKING:
    from datetime import datetime

    from telegram import Chat, Message, User

# A forwarded message of a person that is longer is no question.
_LONGEST_QUESTION = 300
_EXTENSIONS = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a forwarded message was written.

    Attributes:
        issuer: The channel, group or person, as it is called.
        address: Its address, if it has one that anybody can open.
        published: When it was written, in UTC, as a message shows it: without a time zone.
        is_chat: Whether it was written in the name of a channel or a group.
    """

    issuer: str
    address: str | None
    published: datetime
    is_chat: bool


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file, by Telegram's id for it, with the name and the size in bytes that Telegram tells."""

    file_id: str
    name: str
    size: int
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class GivenAddress:
    """A web address."""

    address: str


@dataclass(frozen=True, slots=True)
class GivenWords:
    """The words of a message, with a name for them."""

    text: str
    name: str
    origin: Origin | None


Given = GivenFile | GivenAddress | GivenWords


def given_in(message: Message) -> GivenFile | GivenWords | None:
    """The file in a message, else its words."""
    origin = _origin(message)
    # What moves is sent as a file too.
    if message.document is not None and message.animation is None:
        document = message.document
        named = document.file_name or f"file-{message.message_id}{_EXTENSIONS.get(document.mime_type or '', '')}"
        return GivenFile(document.file_id, named, document.file_size or 0, origin)
    text = words_of(message)
    return GivenWords(text, f"message-{message.message_id}", origin) if text else None


def offered(message: Message, me: User) -> GivenFile | GivenWords | None:
    """What a private chat gives without being asked: a file, what a channel or a group wrote, or a long forwarded text."""
    if message.chat.type != ChatType.PRIVATE or is_bots(message, me):
        return None
    given = given_in(message)
    if isinstance(given, GivenWords):
        by_chat = isinstance(message.forward_origin, MessageOriginChannel | MessageOriginChat)
        is_long = message.forward_origin is not None and len(given.text) > _LONGEST_QUESTION
        return given if by_chat or is_long else None
    return given


def _origin(message: Message) -> Origin | None:
    origin = message.forward_origin
    if origin is None:
        return None
    issuer, address = "", None
    if isinstance(origin, MessageOriginChannel):
        issuer, address = _called(origin.chat), _address(origin.chat, origin.message_id)
    elif isinstance(origin, MessageOriginChat):
        issuer = _called(origin.sender_chat)
    elif isinstance(origin, MessageOriginUser):
        issuer = origin.sender_user.full_name
    elif isinstance(origin, MessageOriginHiddenUser):
        issuer = origin.sender_user_name
    is_chat = isinstance(origin, MessageOriginChannel | MessageOriginChat)
    return Origin(issuer, address, origin.date.replace(tzinfo=None), is_chat)


def _called(chat: Chat) -> str:
    return chat.title or chat.effective_name or ""


def _address(chat: Chat, message_id: int) -> str | None:
    return f"https://t.me/{chat.username}/{message_id}" if chat.username else None
