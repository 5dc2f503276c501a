"""The buttons under the bot's messages, and what a press of one says.

Callback data holds at most 64 bytes; it names the stored answer by its id, never a document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.links import KEY
from bot.telegram.render import MOST_CITATIONS
from bot.telegram.words import label
from index.types import LANGUAGES

if TYPE_CHECKING:
    from bot.answer.types import Answer
    from index.types import Language

_DATA = re.compile(
    r"context:(?P<of>[0-9]{1,18}):(?P<number>[1-9])|answer:(?P<row>[0-9]{1,18}):(?P<to>ar|en)|pin:(?P<pin>ar|en|auto)"
    rf"|sources:(?P<listed>ar|en):(?P<list>[0-9]{{1,6}})|document:(?P<told>ar|en):(?P<key>{KEY}):(?P<page>[0-9]{{1,6}})"
)
_LANGUAGES: dict[str, Language] = {language: language for language in LANGUAGES}


@dataclass(frozen=True, slots=True)
class ShowContext:
    """Show the passages around one that an answer cites, by its number from 1."""

    answer_id: int
    number: int


@dataclass(frozen=True, slots=True)
class Translate:
    """Give an answer in the other language."""

    answer_id: int
    language: Language


@dataclass(frozen=True, slots=True)
class Pin:
    """Pin the chat's language, or with None let each question decide."""

    language: Language | None


@dataclass(frozen=True, slots=True)
class ShowSources:
    """Turn to a page of the list of documents, in a language."""

    language: Language
    page: int


@dataclass(frozen=True, slots=True)
class ShowDocument:
    """Turn to a page of a document, which is named by its key, in a language."""

    language: Language
    key: str
    page: int


Press = ShowContext | Translate | Pin | ShowSources | ShowDocument


def pressed(data: str | None) -> Press | None:
    """What a press of a button says; None for data that no button of ours has."""
    match = _DATA.fullmatch(data or "")
    if match is None:
        return None
    if match["number"]:
        return ShowContext(int(match["of"]), int(match["number"]))
    if match["row"]:
        return Translate(int(match["row"]), _LANGUAGES[match["to"]])
    if match["list"]:
        return ShowSources(_LANGUAGES[match["listed"]], int(match["list"]))
    if match["key"]:
        return ShowDocument(_LANGUAGES[match["told"]], match["key"], int(match["page"]))
    return Pin(_LANGUAGES.get(match["pin"]))


def answer_buttons(answer_id: int, answer: Answer) -> InlineKeyboardMarkup:
    """More context for each cited passage, and the answer in the other language."""
    language = answer.question.language
    cited = min(len(answer.citations), MOST_CITATIONS)
    labels = [label(language, "button_context")]
    labels += [label(language, "button_context_number", number=number) for number in range(2, cited + 1)]
    contexts = [
        InlineKeyboardButton(text, callback_data=f"context:{answer_id}:{number}")
        for number, text in enumerate(labels[:cited], start=1)
    ]
    languages = [
        InlineKeyboardButton(label(other, "language_name"), callback_data=f"answer:{answer_id}:{other}")
        for other in LANGUAGES
        if other != language
    ]
    rows = [contexts[:1] + languages, contexts[1:]]
    return InlineKeyboardMarkup([row for row in rows if row])


def language_buttons(language: Language) -> InlineKeyboardMarkup:
    """A choice of the chat's language, labelled in the language of the message."""
    named = [InlineKeyboardButton(label(one, "language_name"), callback_data=f"pin:{one}") for one in LANGUAGES]
    return InlineKeyboardMarkup([named, [InlineKeyboardButton(label(language, "lang_auto"), callback_data="pin:auto")]])
