"""Telegram's HTML parse mode: its tags and no others, its entities, its errors with byte offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from tests.bot_api.text import is_unicode, units
from tests.bot_api.types import bad_request

if TYPE_CHECKING:
    from tests.bot_api.types import Json

_PLAIN = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "span": "spoiler", "tg-spoiler": "spoiler", "code": "code",
}  # fmt: skip
_TAGS = {*_PLAIN, "a", "pre", "blockquote", "tg-emoji", "tg-time"}
_CODE = {"code", "pre"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]{1,6})|#(?P<decimal>[0-9]{1,7})|(?P<name>[a-zA-Z]+));?")
_NAME = re.compile(r"</?([^\s>]*)")
_REST = re.compile(r"((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s=>]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[\w.-]+)))?\s*"
)
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")


@dataclass(frozen=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    order: int
    offset: int
    piece: int


def _resolve(match: re.Match[str]) -> str:
    """The character that a reference names; one that names none stands for itself, as it does at Telegram."""
    if match["name"]:
        return _NAMED.get(match["name"], match[0])
    code = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
    return chr(code) if 0 < code < 0x10FFFF else match[0]


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.opened = 0
        self.closed: list[tuple[int, Json]] = []

    def refuse(self, what: str, at: int | None = None, more: str = "") -> NoReturn:
        place = "" if at is None else f" at byte offset {len(self.source[:at].encode())}"
        raise bad_request(f"can't parse entities: {what}{place}{more}")

    def parse(self) -> tuple[str, list[Json]]:
        at = 0
        while (tag_at := self.source.find("<", at)) >= 0:
            self.add(self.source[at:tag_at])
            at = self.end(tag_at) if self.source.startswith("</", tag_at) else self.start(tag_at)
        self.add(self.source[at:])
        if self.open:
            self.refuse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        text = "".join(self.pieces)
        if not is_unicode(text):
            self.refuse("Text contains invalid Unicode characters after decoding HTML entities")
        outer_first = sorted(self.closed, key=lambda pair: (pair[1]["offset"], -pair[1]["length"], pair[0]))
        return text, [entity for order, entity in outer_first if not self.in_code(order, entity)]

    def in_code(self, order: int, entity: Json) -> bool:
        """Whether an entity lies in a stretch of code, where Telegram keeps no other."""
        end = entity["offset"] + entity["length"]
        return any(
            code["offset"] <= entity["offset"] and end <= code["offset"] + code["length"]
            for outer, code in self.closed
            if code["type"] in _CODE and (entity["type"] not in _CODE or outer < order)
        )

    def add(self, raw: str) -> None:
        text = _REFERENCE.sub(_resolve, raw)
        self.pieces.append(text)
        self.length += units(text)

    def tag(self, at: int, what: str) -> tuple[str, str, int]:
        """The name of the tag at a place, the rest of it, and where it ends; an unknown name is told first."""
        name = _NAME.match(self.source, at)
        if name is None or name.end() == len(self.source):
            self.refuse(f"Unclosed {what} tag", at)
        tag = name[1].lower()
        if what == "start" and tag not in _TAGS:
            self.refuse(f'Unsupported start tag "{tag}"', at)
        rest = _REST.match(self.source, name.end())
        if rest is None:
            self.refuse(f"Unclosed {what} tag", at)
        return tag, rest[1].strip(), rest.end()

    def start(self, at: int) -> int:
        tag, rest, end = self.tag(at, "start")
        attributes: dict[str, str] = {}
        while rest:
            attribute = _ATTRIBUTE.match(rest)
            if attribute is None:
                self.refuse(f'Empty attribute name in the tag "{tag}"', at)
            value = attribute["double"] or attribute["single"] or (attribute["bare"] or "").lower()
            attributes[attribute["name"].lower()] = _REFERENCE.sub(_resolve, value)
            rest = rest[attribute.end() :]
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            self.refuse('Tag "span" must have class "tg-spoiler"', at)
        if tag == "blockquote" and any(outer.tag == "blockquote" for outer in self.open):
            self.refuse('Tag "blockquote" can\'t be nested', at)
        if tag == "tg-emoji" and not attributes.get("emoji-id", "").isdecimal():
            self.refuse("Invalid custom emoji identifier specified", at)
        timed = attributes.get("unix", "").isdecimal() and _TIME_FORMAT.fullmatch(attributes.get("format", ""))
        if tag == "tg-time" and not timed:
            self.refuse("Invalid date-time specified", at)
        self.open.append(_Open(tag, attributes, self.opened, self.length, len(self.pieces)))
        self.opened += 1
        return end

    def end(self, at: int) -> int:
        if not self.open:
            self.refuse("Unexpected end tag", at)
        tag, rest, end = self.tag(at, "end")
        if rest:
            self.refuse("Unclosed end tag", at)
        opened = self.open.pop()
        if tag not in {"", opened.tag}:
            self.refuse("Unmatched end tag", at, f', expected "</{opened.tag}>", found "</{tag}>"')
        entity = {"type": _PLAIN.get(opened.tag, opened.tag), "offset": opened.offset}
        entity["length"] = self.length - opened.offset
        if entity["length"] and self.complete(entity, opened):
            self.closed.append((opened.order, entity))
        return end

    def complete(self, entity: Json, opened: _Open) -> bool:
        """Add what only this type has; whether the entity stays."""
        attributes = opened.attributes
        if opened.tag == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "tg-emoji":
            entity |= {"type": "custom_emoji", "custom_emoji_id": attributes["emoji-id"]}
        elif opened.tag == "tg-time":
            entity |= {"type": "date_time", "unix_time": int(attributes["unix"])}
            entity |= {"date_time_format": attributes["format"]} if attributes.get("format") else {}
        elif opened.tag == "a":
            url = attributes.get("href") or "".join(self.pieces[opened.piece :])
            user = re.fullmatch(r"tg://user\?id=(\d+)", url)
            if user:
                entity |= {"type": "text_mention", "user": {"id": int(user[1]), "is_bot": False, "first_name": "User"}}
            else:
                entity |= {"type": "text_link", "url": url}
            return bool(re.fullmatch(r"(?:(?:https?|tg|mailto|tel):\S+|[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?)", url))
        elif opened.tag == "code" and attributes.get("class", "").startswith("language-"):
            around = self.open[-1] if self.open else None
            if around and around.tag == "pre":
                around.attributes["language"] = attributes["class"].removeprefix("language-")
        elif opened.tag == "pre":
            entity |= {"language": attributes["language"]} if "language" in attributes else {}
        return True


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Parse a text in HTML parse mode.

    Returns:
        The text, and its entities with offsets in UTF-16 units, outer before inner.

    Raises:
        ApiError: 400, "Bad Request: can't parse entities: …", as Telegram words it.
    """
    return _Parser(source).parse()
