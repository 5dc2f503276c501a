"""A document that waits to be added: how it is shown, and how what a person replies corrects it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, get_args

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.browsing import Page
from bot.telegram.links import document_key
from bot.telegram.particulars import PARTICULARS, Particular, describe
from bot.telegram.words import foreign, label, say
from index.dates import read_byline
from index.types import COMMON, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.state.drafts import Draft
    from bot.telegram.rights import Rights
    from bot.telegram.taking import Like
    from index.types import Document, Language

LONGEST = 300
_LONGEST_ADDRESS = 2000
_MOST_PARTIES = 20
_UNKNOWN = {"-", "–", "—", "ـ"}
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_OTHER: dict[Language, Language] = {"ar": "en", "en": "ar"}


class CorrectionError(Exception):
    """What a person replied cannot be the particular; its text names the phrase of ``prompts`` that says so."""


def render_draft(draft: Draft, rights: Rights, like: Like | None) -> Page:
    """The message that shows a draft.

    Args:
        draft: What was found.
        rights: What the one who sent it may change.
        like: The document that is nearly the same, if one is.
    """
    language = draft.language
    parts = [say(language, "library.found"), describe(draft.document, language, unknown=True, likely=draft.likely)]
    if draft.likely:
        parts.append(say(language, "library.likely_note"))
    if draft.is_partial:
        parts.append(say(language, "library.partial"))
    rows = [_saving(draft, rights)]
    if like is not None:
        title = foreign(like.document.title, language, LONGEST // 2)
        parts.append(say(language, "library.near", title=title, share=f"{like.share:.0%}"))
        if rights.common if like.document.shelf == COMMON else rights.own:
            # The document itself is named: what is there may be another when the button is pressed.
            rows.append([_button(draft, "button_correct", f"fix:{document_key(like.document.id)}")])
    parts.append(say(language, "library.correct_it"))
    # The language that it will be, and not only the other one: a press that comes twice does the same.
    verbs: dict[str, str] = {"language": _OTHER[draft.document.language]}
    corrections = [_button(draft, f"button_{name}", verbs.get(name, name)) for name in PARTICULARS]
    rows += [corrections[at : at + 2] for at in range(0, len(corrections), 2)]
    rows.append([_button(draft, "button_cancel", "cancel")])
    return Page("\n\n".join(parts), InlineKeyboardMarkup(rows))


def ask_for(wanted: Particular, language: Language) -> str:
    """The message that asks for a particular, as HTML."""
    if wanted == "parties":
        return say(language, "library.ask_parties")
    return say(language, "library.ask", field=label(language, f"library.button_{wanted}"))


def is_particular(name: str) -> bool:
    """Whether this names a particular."""
    return name in get_args(Particular)


def in_language(document: Document, verb: str) -> Document | None:
    """The document, said to be in the language that a button names; None where it names none."""
    return next((replace(document, language=language) for language in LANGUAGES if language == verb), None)


def corrected(document: Document, wanted: str, text: str) -> Document:
    """A document with a particular as a person gave it.

    Raises:
        CorrectionError: It cannot be one.
    """
    bare = " ".join(text.split())
    if bare in _UNKNOWN and wanted != "title":
        nothing: dict[str, Any] = {wanted: () if wanted == "parties" else None}
        return replace(document, **nothing)
    read: dict[str, Callable[[str], object]] = {
        "title": _title,
        "issuer": _line,
        "side": _line,
        "parties": lambda _: _parties(text),
        "event": lambda given: _moment(given).date(),
        "published": _moment,
        "address": _address,
    }
    given: dict[str, Any] = {wanted: read[wanted](bare)}
    return replace(document, **given)


def _title(bare: str) -> str:
    return _line("" if bare in _UNKNOWN else bare)


def _parties(text: str) -> tuple[str, ...]:
    names = [" ".join(name.split()) for name in re.split(r"[,،;؛\n]", text)]
    return tuple(_line(name) for name in names if name)[:_MOST_PARTIES]


def _address(bare: str) -> str:
    if not re.match("https?://", bare, re.IGNORECASE) or " " in bare or len(bare) > _LONGEST_ADDRESS:
        raise CorrectionError("library.bad_address")
    return bare


def _line(bare: str) -> str:
    if not bare or len(bare) > LONGEST or not bare.isprintable():
        raise CorrectionError("library.bad_words")
    return bare


def _moment(bare: str) -> datetime:
    try:
        found: datetime | None = datetime.fromisoformat(bare.translate(_DIGITS)).replace(tzinfo=None)
    except ValueError:
        found = read_byline(bare)
    if found is None:
        raise CorrectionError("library.bad_date")
    return found


def _saving(draft: Draft, rights: Rights) -> list[InlineKeyboardButton]:
    """One button where there is one shelf to put it on, else one for each."""
    if rights.common and rights.own:
        return [_button(draft, "button_save_all", "common"), _button(draft, "button_save_own", "own")]
    if rights.common:
        return [_button(draft, "button_save_all", "common")]
    return [_button(draft, "button_save", "own")]


def _button(draft: Draft, name: str, verb: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(label(draft.language, f"library.{name}"), callback_data=f"draft:{draft.id}:{verb}")
