"""An update out of what came: only of a kind that was asked for, and only where all that the bot reads is what it must be.

The library checks no types, so that a number may come out where a text should, far from here; and it refuses a whole
update for one field that the bot never reads, as a newer Bot API may bring. So what the bot reads is checked here, and read
alone where the library refuses the rest.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from telegram import Update

from bot.telegram.polling.poller import ALLOWED_UPDATES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from telegram import Bot

    _Kind = Callable[[object, str], object]

# "At most 52 significant bits", as the Bot API says of ids.
_LARGEST_ID = 2**52
# The year 3000: no clock that a time is compared with may overflow.
_LAST_SECOND = 32_503_680_000
_LONGEST_TEXT = 20_000
_MOST_ENTITIES = 2_000


class UnsoundError(ValueError):
    """Something in an update is not what it must be; the text names the field, never what it holds."""


def read_update(raw: str, bot: Bot | None) -> Update | None:
    """The update in some JSON; None where it is of a kind that was not asked for.

    Args:
        raw: The update as it came.
        bot: What it is bound to.

    Raises:
        UnsoundError: It cannot be what Telegram sends.
        Exception: The library cannot read it; whatever it raises.
    """
    came: dict[str, Any] = json.loads(raw)
    kinds = [kind for kind in ALLOWED_UPDATES if kind in came]
    if not kinds:
        return None
    sound = {"update_id": came["update_id"]} | {kind: _KINDS[kind](came[kind], kind) for kind in kinds}
    try:
        return Update.de_json(came, bot)
    except Exception:  # noqa: BLE001 - whatever it was, what is read of it is sound
        return Update.de_json(sound, bot)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What an object must hold, and what else of it is read; anything else is left out."""

    needs: Mapping[str, _Kind]
    has: dict[str, _Kind] = field(default_factory=dict)

    def __call__(self, value: object, name: str) -> object:
        if not isinstance(value, dict):
            raise UnsoundError(f"{name} is no object")
        if missing := self.needs.keys() - value.keys():
            raise UnsoundError(f"{name} has no {min(missing)}")
        kinds = {**self.needs, **self.has}
        # What is null is not there, for the library too.
        read = {key: one for key, one in value.items() if key in self.needs or (key in self.has and one is not None)}
        return {key: kinds[key](one, f"{name}.{key}") for key, one in read.items()}


def _integer(least: int, most: int) -> _Kind:
    def check(value: object, name: str) -> object:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise UnsoundError(f"{name} is no number that it can be")
        return value

    return check


def _text(value: object, name: str) -> object:
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
        raise UnsoundError(f"{name} is no text that it can be")
    return value


def _key(value: object, name: str) -> object:
    # What is sent back as it came.
    if not isinstance(value, str) or not value or not value.isascii() or not value.isprintable():
        raise UnsoundError(f"{name} is no name that it can be")
    return value


def _flag(value: object, name: str) -> object:
    if not isinstance(value, bool):
        raise UnsoundError(f"{name} is neither true nor false")
    return value


def _list_of(kind: _Kind) -> _Kind:
    def check(value: object, name: str) -> object:
        if not isinstance(value, list) or len(value) > _MOST_ENTITIES:
            raise UnsoundError(f"{name} is no list that it can be")
        return [kind(one, name) for one in value]

    return check


_id = _integer(-_LARGEST_ID, _LARGEST_ID)
_number = _integer(0, _LARGEST_ID)
_time = _integer(0, _LAST_SECOND)

_USER = _Shape(
    {"id": _number, "is_bot": _flag, "first_name": _text},
    {"last_name": _text, "username": _text, "language_code": _text},
)
_CHAT = _Shape(
    {"id": _id, "type": _text},
    {"title": _text, "username": _text, "first_name": _text, "last_name": _text, "is_forum": _flag},
)
_ENTITY = _Shape({"type": _text, "offset": _number, "length": _number}, {"user": _USER})
_ORIGIN = _Shape(
    {"type": _text, "date": _time},
    {
        "sender_user": _USER, "sender_user_name": _text, "sender_chat": _CHAT, "chat": _CHAT, "message_id": _number,
        "author_signature": _text,
    },
)  # fmt: skip
_DOCUMENT = _Shape(
    {"file_id": _key, "file_unique_id": _text}, {"file_name": _text, "mime_type": _text, "file_size": _number}
)
_MESSAGE = _Shape(
    {"message_id": _number, "date": _time, "chat": _CHAT},
    {
        "from": _USER, "sender_chat": _CHAT, "via_bot": _USER, "forward_origin": _ORIGIN, "is_automatic_forward": _flag,
        "text": _text, "caption": _text, "entities": _list_of(_ENTITY), "caption_entities": _list_of(_ENTITY),
        "quote": _Shape({"text": _text, "position": _number}), "document": _DOCUMENT, "media_group_id": _text,
        "message_thread_id": _number, "is_topic_message": _flag, "edit_date": _time, "migrate_to_chat_id": _id,
        "migrate_from_chat_id": _id, "forum_topic_created": _Shape({"name": _text, "icon_color": _number}),
    },
)  # fmt: skip
_MESSAGE.has["reply_to_message"] = _MESSAGE
_PRESS = _Shape(
    {"id": _key, "from": _USER, "chat_instance": _text},
    {"message": _MESSAGE, "inline_message_id": _text, "data": _text},
)
_INLINE = _Shape({"id": _key, "from": _USER, "query": _text, "offset": _text})
_KINDS: dict[str, _Kind] = {
    Update.MESSAGE: _MESSAGE,
    Update.EDITED_MESSAGE: _MESSAGE,
    Update.CHANNEL_POST: _MESSAGE,
    Update.EDITED_CHANNEL_POST: _MESSAGE,
    Update.CALLBACK_QUERY: _PRESS,
    Update.INLINE_QUERY: _INLINE,
}
