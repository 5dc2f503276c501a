"""Text as Telegram counts and cleans it; every offset is in UTF-16 units."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bot_api.types import Json

# What Telegram does to every text (its open client library, td/telegram/misc.cpp): control characters become spaces,
# line separators, bidi embeddings and overrides and three combining lines vanish, and of a run of left-to-right or
# right-to-left marks all but the last become zero-width non-joiners. Isolates (U+2066 to U+2069) stay.
_SPACED = {code: " " for code in range(32) if code not in (10, 13)}
_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_MARKS = re.compile("[\u200e\u200f]+(?=[\u200e\u200f])")
_COMMAND = re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])")
_MENTION = re.compile(r"(?<![\w@/])@[A-Za-z0-9_]{3,32}(?![\w@])")

_ALONE = {"bot_command", "code", "custom_emoji", "date_time", "mention", "pre", "text_link", "text_mention"}


def units(text: str) -> int:
    """The length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """A stretch named in UTF-16 units."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "surrogatepass")


def is_unicode(value: object) -> bool:
    """Whether all strings in a decoded value can be written as UTF-8: none has half of a surrogate pair."""
    if isinstance(value, str):
        return not any("\ud800" <= char <= "\udfff" for char in value)
    if isinstance(value, dict):
        return all(is_unicode(key) and is_unicode(item) for key, item in value.items())
    return not isinstance(value, list) or all(map(is_unicode, value))


def detected(text: str) -> list[Json]:
    """The commands and mentions that Telegram finds by itself."""
    found = [("bot_command", match) for match in _COMMAND.finditer(text)]
    found += [("mention", match) for match in _MENTION.finditer(text)]
    return [
        {"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])}
        for kind, match in sorted(found, key=lambda pair: pair[1].start())
    ]


def clean(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Clean and trim a text and move its entities with it; one that covers nothing but white space vanishes."""
    text = _MARKS.sub(lambda match: "\u200c" * len(match[0]), text.translate(_SPACED))
    removed = [units(text[: match.start()]) for match in _REMOVED.finditer(text)]
    text = _REMOVED.sub("", text).rstrip(" \n")
    kept = []
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        start, end = start - bisect_left(removed, start), end - bisect_left(removed, end)
        end = min(end, units(text))
        if start < end and cut(text, start, end - start).strip():
            kept.append(entity | {"offset": start, "length": end - start})
    margin = min([len(text) - len(text.lstrip(" \n")), *(entity["offset"] for entity in kept)])
    return text[margin:], [entity | {"offset": entity["offset"] - margin} for entity in kept]


def with_detected(text: str, entities: list[Json]) -> list[Json]:
    """The given entities and, where they leave room, the detected ones; in order, outer before inner."""

    def room(start: int, end: int) -> bool:
        taken = [entity for entity in entities if entity["type"] in _ALONE]
        return all(end <= own["offset"] or own["offset"] + own["length"] <= start for own in taken)

    found = [own for own in detected(text) if room(own["offset"], own["offset"] + own["length"])]
    return sorted(entities + found, key=lambda entity: (entity["offset"], -entity["length"]))
