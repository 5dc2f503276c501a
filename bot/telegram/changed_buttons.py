"""The buttons under what changed in a readout, and what a press of one says. Nothing is stored for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answer.values import show_date
from bot.telegram.across_buttons import key, page_buttons
from bot.telegram.words import label, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.answer.event import EventDay
    from index.types import Document, Language

PRESSED = "^changed:"
"""What the data of these buttons begin with."""

ChangedPart = Literal["new", "dropped", "reworded"]
CHANGED_PARTS: tuple[ChangedPart, ...] = ("new", "dropped", "reworded")

_DATA = re.compile(rf"changed:([0-9a-f]{{12}}):({'|'.join(CHANGED_PARTS)}):([0-9]{{1,4}})")
_PARTS: dict[str, ChangedPart] = {part: part for part in CHANGED_PARTS}
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class ShowChanged:
    """Show a page, from 0, of a part of what changed in a document, which is named by its key."""

    document: str
    part: ChangedPart
    page: int


def pressed_changed(data: str | None) -> ShowChanged | None:
    """What a press says; None for data that no button of these has."""
    match = _DATA.fullmatch(data or "")
    return match and ShowChanged(match[1], _PARTS[match[2]], int(match[3]))


def changed_buttons(
    document: str, shown: tuple[ChangedPart, int], pages: int, found: Mapping[ChangedPart, int], language: Language
) -> InlineKeyboardMarkup:
    """The pages beside the one that is shown, of a part, and the other parts, each with how much is in it."""
    here, page = shown
    turns = page_buttons(page, pages, language, lambda at: _data(document, here, at))
    parts = [
        [
            InlineKeyboardButton(
                label(language, f"changes.part_{part}", n=found[part]), callback_data=_data(document, part)
            )
        ]
        for part in CHANGED_PARTS
        if part != here and found[part]
    ]
    return InlineKeyboardMarkup([row for row in (turns, *parts) if row])


def followed_buttons(followed: Iterable[tuple[Document, EventDay]], language: Language) -> InlineKeyboardMarkup:
    """The readouts that have an earlier one, one a row."""
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(
                    one_line(f"{show_date(day.day, language)} · {document.title}", _LONGEST_LABEL),
                    callback_data=_data(document.id, "new"),
                )
            ]
            for document, day in followed
        ]
    )


def _data(document: str, part: ChangedPart, page: int = 0) -> str:
    return f"changed:{key(document)}:{part}:{page}"
