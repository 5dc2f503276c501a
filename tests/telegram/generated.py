"""Random updates of every kind that the Bot API has, by its schema: the library's classes tell their fields and types.

What decides what the bot does (texts, buttons, ids, kinds of chats) is drawn from what it knows, so that its handlers are
reached; everything else is anything of its type. ``Generated.mutated`` breaks the schema.
"""

from __future__ import annotations

import datetime as dt
import importlib
import inspect
import re
import time
import types
import typing
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import telegram
from telegram import Chat, InaccessibleMessage, Message, TelegramObject, Update, User

if TYPE_CHECKING:
    import random

    from tests.bot_api.types import Json

KINDS = tuple(
    name for name in inspect.signature(Update.__init__).parameters if name not in {"self", "update_id", "api_kwargs"}
)
"""Every kind of update."""
_ASKED_FOR = (
    "message",
    "message",
    "message",
    "callback_query",
    "inline_query",
    "channel_post",
    "edited_message",
    "edited_channel_post",
)

_ME: Json = {"id": 7263548190, "is_bot": True, "first_name": "Readout", "username": "readout_bot"}
_LIBRARY: dict[str, Any] = {
    **vars(typing),
    **vars(telegram),
    "dtm": dt,
    "datetime": dt.datetime,
    "Sequence": Sequence,
}
_JSON_NAMES = {"from_user": "from"}
_DISCRIMINATORS = {"ChatMember": "status", "ChatBoostSource": "source"}
# The library leaves them out of what it demands, for the sake of older programs, and then refuses an object without them.
_NEEDED_ALL_THE_SAME = {
    ("PollOption", "persistent_id"), ("PollAnswer", "option_persistent_ids"), ("Poll", "allows_revoting"),
    ("Poll", "members_only"), ("ChatMemberRestricted", "can_react_to_messages"),
}  # fmt: skip
_DEEPEST = 4
# By name, since the library's classes are no keys.
_KNOWN: dict[str, dict[str, tuple[Any, bool]]] = {}

PEOPLE = (1001, 1002, 2002, 900)
CHATS: tuple[Json, ...] = (
    {"id": 1001, "type": "private", "first_name": "Salma"},
    {"id": 1002, "type": "private", "first_name": "Rami", "username": "rami"},
    {"id": 900, "type": "private", "first_name": "Nadia"},
    {"id": -77, "type": "group", "title": "Old desk"},
    {"id": -1_001_000_000_001, "type": "supergroup", "title": "Desk"},
    {"id": -1_001_000_000_002, "type": "supergroup", "title": "Forum", "is_forum": True},
    {"id": -1_001_000_000_900, "type": "channel", "title": "Wire", "username": "wire"},
)
_WORDS = (
    "when was the last call?", "متى كانت آخر مكالمة؟", "and what were its topics?", "who said it?", "وقبل ذلك؟",
    "more", "in Arabic?", "/start", "/help", "/help@readout_bot", "/ask when was the last call?", "/ask",
    "/ask@readout_bot متى", "/sources", "/lang", "/lang ar", "/lang xx", "/quote كانت آخر مكالمة بين بوتين وماكرون",
    "/quote", "/timeline Iran", "/timeline", "/compare", "/compare a b", "/changed", "/changed readout-2025-07-01.ar",
    "/brief", "/brief Iran", "/briefings", "/briefings 08:30 mon", "/briefings xx", "/add", "/remove", "/add http://",
    "/add https://example.invalid/call", "/allow", "/allow BCDF-GHJK", "/deny 7", "/access", "/unknown",
    "/start access", "/start pAAAAAAAAAAAAAAAA-0-9", "/other@another_bot", "@readout_bot when?", "@readout_bot", "?",
    "", " ", "\u200f", "\u202e\u2066x", "🕊️", "\x00\x01", "٣" * 40, "كلمة " * 900, "word " * 900, "<b>&amp;</i>",
    "%s {0} {name}", "a\nb\r\nc", "2025-07-01", "https://example.invalid/x",
)  # fmt: skip
_SHORT = tuple(one for one in _WORDS if len(one) < 100)
_NAMES = ("name", "call.pdf", "call.txt", "call.exe", "text/plain", "application/pdf", "ar")
_TYPES = ("mention", "bot_command", "text_mention", "url", "bold", "private", "supergroup", "sender", "quiz", "frame")
_PRESSES = (
    "context:1:1", "context:1:9", "context:999999999999999999:1", "answer:1:ar", "answer:2:en", "pin:ar", "pin:auto",
    "sources:ar:0", "sources:en:999999999999999999", "document:en:AAAAAAAAAAAAAAAA:0", "removals:ar:0",
    "remove:ar:AAAAAAAAAAAAAAAA:sure", "draft:1:own", "draft:1:title", "draft:1:fix:AAAAAAAAAAAAAAAA",
    "timeline:0:new", "timeline:9999:old", "compare:000000000000:000000000000:contradictions:0",
    "changed:000000000000:new:0", "briefings:on", "briefings:preview", "briefings:hours", "briefings:",
    "access:allow:BCDFGHJK", "access:deny:x", "", "x", ":", "context:", "🕊️", "\u202e", "context:1:1\n",
)  # fmt: skip
_STRANGE: tuple[object, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**53, 2**63, -(2**63) - 1, 10**30, 1.5, 1e300, "", "x", "7", "-100",
    "\ud800", "\x00", "a" * 20_000, "أ" * 5000, [], [None], [[]], [{}], {}, {"id": 1}, {"id": "1"},
    {"id": None, "type": None}, ["x"] * 300,
)  # fmt: skip


class Generated:
    """Makes updates out of dice.

    Args:
        dice: The dice: the same seed, the same updates.
        now: When they were written, in seconds since the epoch.
    """

    def __init__(self, dice: random.Random, now: float | None = None) -> None:
        self._dice = dice
        self._now = int(time.time() if now is None else now)

    def update(self, kind: str | None = None) -> Json:
        """An update as the schema has it, without its id."""
        kind = kind or self._dice.choice(KINDS if self._dice.random() < 0.3 else _ASKED_FOR)
        return {kind: self._of(_fields(Update)[kind][0], kind, 0)}

    def mutated(self) -> Json:
        """An update that breaks the schema in one to four places."""
        update = self.update()
        for _ in range(self._dice.randint(1, 4)):
            self._mutate(update)
        return update

    def _object(self, cls: type[TelegramObject], depth: int) -> Json:
        made: Json = {}
        if (
            below := [one for one in cls.__subclasses__() if one.__module__.startswith("telegram.")]
        ) and cls is not Message:
            one = self._dice.choice(below)
            named = re.sub(r"(?<!^)(?=[A-Z])", "_", one.__name__.removeprefix(cls.__name__)).upper()
            if hasattr(cls, named):
                made[_DISCRIMINATORS.get(cls.__name__, "type")] = getattr(cls, named).value
            cls = one
        fields = _fields(cls)
        optional = [name for name, (_, required) in fields.items() if not required]
        share = self._dice.choice((0.02, 0.1, 0.4)) if depth < _DEEPEST else 0.0
        chosen = {name for name in optional if self._dice.random() < share}
        chosen |= {name for name, (_, required) in fields.items() if required}
        if cls is Message and depth < _DEEPEST:
            chosen |= {self._dice.choice(("text", "text", "text", "caption", "document", "sticker"))}
            chosen |= {"from_user"} if self._dice.random() < 0.9 else set()
            chosen |= {"reply_to_message"} if self._dice.random() < 0.2 else set()
        for name in fields:
            if name in chosen:
                made[_JSON_NAMES.get(name, name)] = self._of(fields[name][0], name, depth + 1)
        if cls is InaccessibleMessage:
            made["date"] = 0
        if cls is Chat and self._dice.random() < 0.95:
            made |= self._dice.choice(CHATS)
        if cls is User and self._dice.random() < 0.95:
            made |= self._dice.choice(({"id": self._dice.choice(PEOPLE), "is_bot": False},) * 12 + (_ME,))
            made["language_code"] = self._dice.choice(("en", "ar", "ar-LB", "fr", "", "x-y-z"))
        return made

    def _of(self, hint: Any, name: str, depth: int) -> Any:  # noqa: ANN401 - whatever JSON holds
        dice, origin = self._dice, typing.get_origin(hint)
        if origin in {typing.Union, types.UnionType}:
            chosen = [one for one in typing.get_args(hint) if one is not type(None)]
            return self._of(dt.timedelta if dt.timedelta in chosen else dice.choice(chosen), name, depth)
        if origin is typing.Literal:
            return dice.choice(typing.get_args(hint))
        if origin is not None:
            inner = (typing.get_args(hint) or (str,))[0]
            return [self._of(inner, name, depth + 1) for _ in range(dice.choice((0, 1, 1, 2, 3)))]
        if not inspect.isclass(hint):
            return dice.choice(_WORDS)
        if issubclass(hint, TelegramObject):
            return self._object(hint, depth)
        return self._plain(hint, name)

    def _plain(self, hint: type, name: str) -> object:
        dice = self._dice
        if hint is bool:
            return dice.random() < 0.5
        if hint is dt.datetime:
            return self._now - dice.choice((0, 0, 0, 0, 10, 3600, 86_400 * 400, -3600, self._now))
        if hint is dt.timedelta:
            return dice.choice((0, 1, 60, 86_400))
        if hint is float:
            return dice.uniform(-180, 180)
        return self._number(name) if hint is int else self._text(name)

    def _number(self, name: str) -> int:
        if name.endswith("message_id"):
            return self._dice.randint(1, 400)
        if name in {"migrate_to_chat_id", "migrate_from_chat_id"}:
            return int(self._dice.choice(CHATS[3:])["id"])
        return self._dice.choice((0, 1, 2, 5, 17, 100, 4096, 2**31, 2**52))

    def _text(self, name: str) -> str:
        if name in {"text", "caption", "query"}:
            return self._words()
        of_name = {"data": _PRESSES, "type": _TYPES}.get(name, (*_SHORT, *_NAMES))
        if name.endswith("_id") or name == "id":
            of_name = ("1", "40000001", "file-0", "AgACAgQ", str(self._dice.randint(1, 10**12)))
        return self._dice.choice(of_name)

    def _words(self) -> str:
        dice = self._dice
        if dice.random() < 0.8:
            return dice.choice(_WORDS)[:4096]
        return "".join(
            chr(dice.choice((*range(32, 127), *range(0x620, 0x64B), 0x200F, 0x202E, 0x1F54A)))
            for _ in range(dice.randint(1, 60))
        )

    def _mutate(self, update: Json) -> None:
        """Change one thing somewhere in it."""
        dice = self._dice
        places = [place for place in _places(update) if place[0] is not update]
        if not places:
            update[next(iter(update))] = _copied(dice.choice(_STRANGE))
            return
        holder, key = dice.choice(places)
        what = dice.randint(0, 5)
        if what == 0:
            del holder[key]
        elif what == 1:
            other, at = dice.choice(places)
            # A tree that came to stand inside itself could not be written.
            holder[key] = _copied(other[at]) if key in holder or isinstance(holder, list) else None
        elif what == 2 and isinstance(holder[key], list):
            holder[key] = _copied(holder[key]) * 40
        elif what == 3 and isinstance(holder[key], str):
            holder[key] += dice.choice(("\ud83d", "\u0000", "\u202e", "ـ", "\u2066", "x" * 9000))
        else:
            holder[key] = _copied(dice.choice(_STRANGE))


def _copied(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, dict):
        return {name: _copied(one) for name, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list) else value


def _places(value: object) -> list[tuple[Any, Any]]:
    """Every place in some JSON, as what holds it and its key there."""
    found: list[tuple[Any, Any]] = []
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        found.append((value, key))
        found += _places(value[key])  # type: ignore[index]
    return found


def _fields(cls: type[TelegramObject]) -> dict[str, tuple[Any, bool]]:
    """The fields of an object: their types, and whether they must be there."""
    if (fields := _KNOWN.get(cls.__name__)) is not None:
        return fields
    known = {**_LIBRARY, **vars(importlib.import_module("telegram._utils.types"))}
    hints = typing.get_type_hints(cls.__init__, {**known, **vars(importlib.import_module(cls.__module__))})
    _KNOWN[cls.__name__] = {
        name: (hints[name], one.default is inspect.Parameter.empty or (cls.__name__, name) in _NEEDED_ALL_THE_SAME)
        for name, one in inspect.signature(cls.__init__).parameters.items()
        if name not in {"self", "api_kwargs"} and name in hints
    }
    return _KNOWN[cls.__name__]


def objects() -> set[type[TelegramObject]]:
    """Every kind of object that can stand in an update."""
    found: set[type[TelegramObject]] = set()

    def look(hint: Any) -> None:  # noqa: ANN401 - a type
        if inspect.isclass(hint) and issubclass(hint, TelegramObject) and hint not in found:
            found.add(hint)
            for one in (*hint.__subclasses__(), *(kind for kind, _ in _fields(hint).values())):
                look(one)
        for inner in typing.get_args(hint):
            look(inner)

    look(Update)
    return {one for one in found if one.__module__.startswith("telegram.")}
