"""The buttons under a timeline and under a comparison, and what a press of one says.

Nothing is stored for them. A timeline's subject is that of the message that it replies to; the documents of a comparison are
named by the beginnings of hashes of their ids, since callback data holds at most 64 bytes and an id may be longer.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answer.comparison.words import PARTS, pair_title
from bot.telegram.words import one_line
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from bot.answer.comparison.words import Part
    from index.types import Document, Language

PRESSED = r"^(?:timeline|compare):"
"""What the data of these buttons begin with."""

_DATA = re.compile(
    r"timeline:(?P<page>[0-9]{1,4}):(?P<order>new|old)|"
    rf"compare:(?P<one>[0-9a-f]{{12}}):(?P<other>[0-9a-f]{{12}}):(?P<part>{'|'.join(PARTS)}):(?P<at>[0-9]{{1,4}})"
)
_PARTS: dict[str, Part] = {part: part for part in PARTS}
_MOST_PAIRS = 10
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class TurnTimeline:
    """Show a page of a timeline, from 0."""

    page: int
    newest_first: bool


@dataclass(frozen=True, slots=True)
class ShowPart:
    """Show a page of a part of a comparison of two documents, which are named by their keys."""

    one: str
    other: str
    part: Part
    page: int


def pressed_across(data: str | None) -> TurnTimeline | ShowPart | None:
    """What a press says; None for data that no button of these has."""
    match = _DATA.fullmatch(data or "")
    if match is None:
        return None
    if match["order"]:
        return TurnTimeline(int(match["page"]), match["order"] == "new")
    return ShowPart(match["one"], match["other"], _PARTS[match["part"]], int(match["at"]))


def key(document: str) -> str:
    """By what a button names a document."""
    return hashlib.sha256(document.encode()).hexdigest()[:12]


def timeline_buttons(page: int, pages: int, language: Language, *, newest_first: bool) -> InlineKeyboardMarkup:
    """The pages beside this one, and the other order."""
    phrases, order = load(language), "new" if newest_first else "old"
    turns = page_buttons(page, pages, language, lambda at: f"timeline:{at}:{order}")
    other = phrases.say("timeline.oldest_first" if newest_first else "timeline.newest_first")
    turned = InlineKeyboardButton(other, callback_data=f"timeline:0:{'old' if newest_first else 'new'}")
    return InlineKeyboardMarkup([row for row in (turns, [turned]) if row])


def comparison_buttons(
    documents: tuple[str, str], shown: Part, page: int, pages: int, language: Language
) -> InlineKeyboardMarkup:
    """The other parts of a comparison, and the pages beside this one."""
    keys = ":".join(map(key, documents))
    parts = [
        InlineKeyboardButton(load(language).say(f"comparison.part_{part}"), callback_data=f"compare:{keys}:{part}:0")
        for part in PARTS
        if part != shown
    ]
    turns = page_buttons(page, pages, language, lambda at: f"compare:{keys}:{shown}:{at}")
    return InlineKeyboardMarkup([row for row in (turns, parts) if row])


def pair_buttons(
    pairs: Sequence[tuple[Document, Document]], days: Iterable[date | None], language: Language
) -> InlineKeyboardMarkup:
    """The readouts that can be compared, one pair a row, the first ten."""
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(
                    one_line(pair_title(one, other, day, language), _LONGEST_LABEL),
                    callback_data=f"compare:{key(one.id)}:{key(other.id)}:contradictions:0",
                )
            ]
            for (one, other), day in list(zip(pairs, days, strict=True))[:_MOST_PAIRS]
        ]
    )


def page_buttons(page: int, pages: int, language: Language, data: Callable[[int], str]) -> list[InlineKeyboardButton]:
    """The buttons to the page before and the one after; ``data`` gives what one to a page says."""
    phrases = load(language)
    found = [("timeline.previous", page - 1)] if page > 0 else []
    found += [("timeline.next", page + 1)] if page + 1 < pages else []
    return [InlineKeyboardButton(phrases.say(name), callback_data=data(at)) for name, at in found]
