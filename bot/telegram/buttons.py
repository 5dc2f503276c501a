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
    from collections.abc import Callable

    from bot.answer.types import Answer
    from index.types import Language

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


@dataclass(frozen=True, slots=True)
class RemovePress:
    """Turn to a page of what may be taken out; or take the document of a key out, once it is sure."""

    language: Language
    page: int = 0
    key: str | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class DraftPress:
    """Do something with a document that waits to be added; ``key`` names the one that it was shown beside, if it corrects one."""

    draft_id: int
    verb: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Forget:
    """Forget what whoever presses asked, or all that was asked in the chat."""

    language: Language
    all_of_chat: bool


Press = ShowContext | Translate | Pin | ShowSources | ShowDocument | RemovePress | DraftPress | Forget


_LANGUAGE = "(ar|en)"
_NUMBER = "([0-9]{1,18})"
# What the data of each kind of button says, by what it looks like.
_KINDS: tuple[tuple[str, Callable[..., Press]], ...] = (
    (f"context:{_NUMBER}:([1-9])", lambda answer, number: ShowContext(int(answer), int(number))),
    (f"answer:{_NUMBER}:{_LANGUAGE}", lambda answer, to: Translate(int(answer), _LANGUAGES[to])),
    ("pin:(ar|en|auto)", lambda to: Pin(_LANGUAGES.get(to))),
    (f"sources:{_LANGUAGE}:{_NUMBER}", lambda told, page: ShowSources(_LANGUAGES[told], int(page))),
    (
        f"document:{_LANGUAGE}:({KEY}):{_NUMBER}",
        lambda told, key, page: ShowDocument(_LANGUAGES[told], key, int(page)),
    ),
    (f"removals:{_LANGUAGE}:{_NUMBER}", lambda told, page: RemovePress(_LANGUAGES[told], int(page))),
    (
        f"remove:{_LANGUAGE}:({KEY}):(0|sure)",
        lambda told, key, sure: RemovePress(_LANGUAGES[told], 0, key, sure=sure == "sure"),
    ),
    (f"draft:{_NUMBER}:([a-z]{{1,12}})", lambda draft, verb: DraftPress(int(draft), verb)),
    (
        f"forget:{_LANGUAGE}:(mine|all)",
        lambda told, whose: Forget(_LANGUAGES[told], all_of_chat=whose == "all"),
    ),
    (f"draft:{_NUMBER}:fix:({KEY})", lambda draft, key: DraftPress(int(draft), "fix", key)),
)


def pressed(data: str | None) -> Press | None:
    """What a press of a button says; None for data that no button of ours has."""
    for shape, say in _KINDS:
        if found := re.fullmatch(shape, data or ""):
            return say(*found.groups())
    return None


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
