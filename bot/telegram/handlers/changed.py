"""/changed: what is new, dropped or worded otherwise in a readout since the previous one between the same parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup

from bot.answer.changes import find_changes, find_followed
from bot.telegram.across_buttons import key
from bot.telegram.changed_buttons import changed_buttons, followed_buttons, pressed_changed
from bot.telegram.delivery import acknowledge
from bot.telegram.render_changes import changes_pages, count_changes, render_changes
from bot.telegram.words import foreign, label, say

if TYPE_CHECKING:
    from telegram import InlineKeyboardMarkup, Message, Update
    from telegram.ext import ContextTypes

    from bot.telegram.addressing import Command
    from bot.telegram.changed_buttons import ChangedPart
    from bot.telegram.desk import Desk
    from index.library import Library
    from index.types import Document, Language

Shown = tuple[str, "InlineKeyboardMarkup | None"]

_MOST_OFFERED = 10


class Changed:
    """Serves what changed between two readouts, as far as a chat sees them.

    Args:
        desk: What it works with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def serve(self, message: Message, command: Command) -> Shown:
        """What to say to /changed, as HTML, and the buttons under it.

        Raises:
            NotVerbatimError: A quote would not arrive as it stands in its document.
        """
        desk = self._desk
        language = await desk.language(message.chat.id, message.from_user)
        library = await desk.library(message.chat.id)
        if command.rest:
            return await desk.ask(_named, library, command.rest, language)
        return await desk.ask(_offer, library, language)

    async def press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Show another part or page; one of a document that the chat does not see any more gets a word."""
        query = update.callback_query
        if query is None:
            return
        desk, message, press = self._desk, query.message, pressed_changed(query.data)
        language = await desk.language(message.chat.id if message else None, query.from_user)
        if message is None or press is None:
            await acknowledge(query, label(language, "pressed_gone"))
            return
        # At once, since the work may take longer than Telegram waits for that.
        await acknowledge(query)
        async with desk.order.turn(message.chat.id):
            library = await desk.library(message.chat.id)
            shown = await desk.ask(_pressed, library, press.document, press.part, press.page, language)
            await desk.delivery.edit(context.bot, message.chat.id, message.message_id, *shown)


def _offer(library: Library, language: Language) -> Shown:
    followed = find_followed(library, _MOST_OFFERED)
    if not followed:
        return say(language, "changes.offer_none"), None
    return say(language, "changes.offer"), followed_buttons(followed, language)


def _named(library: Library, identifier: str, language: Language) -> Shown:
    if identifier not in library.ids():
        return say(language, "comparison.unknown", id=foreign(identifier, language)), None
    return _show(library, library.document(identifier), "new", 0, language)


def _pressed(library: Library, pressed: str, part: ChangedPart, page: int, language: Language) -> Shown:
    identifier = next((one for one in library.ids() if key(one) == pressed), None)
    if identifier is None:
        return say(language, "library.no_document"), None
    return _show(library, library.document(identifier), part, page, language)


def _show(library: Library, document: Document, part: ChangedPart, page: int, language: Language) -> Shown:
    changes = find_changes(library, document, language)
    if changes.previous is None:
        return say(language, "changes.none"), None
    pages = changes_pages(changes, part)
    page = min(page, pages - 1)
    buttons = changed_buttons(document.id, (part, page), pages, count_changes(changes), language)
    return render_changes(changes, changes.previous, part, page), buttons
