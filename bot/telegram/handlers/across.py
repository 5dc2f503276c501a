"""What is asked of the whole library: /timeline and /compare, and the buttons under what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup, Message

from bot.answer.comparison import compare
from bot.answer.event import event_day
from bot.answer.sides import pairs_of_same_call
from bot.answer.timeline import find_timeline
from bot.telegram.across_buttons import (
    ShowPart,
    TurnTimeline,
    comparison_buttons,
    key,
    pair_buttons,
    pressed_across,
    timeline_buttons,
)
from bot.telegram.delivery import acknowledge
from bot.telegram.desk import client_language
from bot.telegram.render_across import comparison_pages, render_comparison, render_timeline, timeline_pages
from bot.telegram.words import foreign, label, lines, say
from index.language import detect_language
from prompts import load

if TYPE_CHECKING:
    from datetime import date

    from telegram import Update, User
    from telegram.ext import ContextTypes

    from bot.answer.comparison.words import Part
    from bot.telegram.addressing import Command
    from bot.telegram.desk import Desk
    from index.library import Library
    from index.types import Document, Language

COMMANDS = ("timeline", "compare")

Shown = tuple[str, InlineKeyboardMarkup | None]

_LONGEST_SUBJECT = 200


class Across:
    """Serves what is asked of the whole library, as far as a chat sees it.

    Args:
        desk: What it works with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def serve(self, message: Message, command: Command) -> Shown:
        """What to say to one of ``COMMANDS``, as HTML, and the buttons under it.

        Raises:
            NotVerbatimError: A quote would not arrive as it stands in its document.
        """
        language = await self._desk.language(message.chat.id, message.from_user)
        if command.name == "timeline":
            if not command.rest:
                return lines(load(language).say("timeline.usage"), language), None
            return await self._timeline(
                message.chat.id, message.from_user, command.rest, TurnTimeline(0, newest_first=True)
            )
        named = command.rest.split()
        if not named:
            return await self._offer(message.chat.id, language)
        if len(named) != 2:
            return lines(load(language).say("comparison.usage"), language), None
        library = await self._desk.library(message.chat.id)
        return await self._desk.ask(_compared, library, (named[0], named[1]), language)

    async def press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Turn a page, or show another part; one of a message that replies to nothing any more gets a word.

        It is acknowledged first, since the work may take longer than Telegram waits for that.
        """
        query = update.callback_query
        if query is None:
            return
        desk, message, press = self._desk, query.message, pressed_across(query.data)
        subject = _subject(message) if isinstance(message, Message) else ""
        language = await desk.language(message.chat.id if message else None, query.from_user)
        if message is None or press is None or (isinstance(press, TurnTimeline) and not subject):
            await acknowledge(query, label(language, "pressed_gone"))
            return
        await acknowledge(query)
        async with desk.order.turn(message.chat.id):
            if isinstance(press, TurnTimeline):
                shown = await self._timeline(message.chat.id, query.from_user, subject, press)
            else:
                shown = await desk.ask(_part, await self._desk.library(message.chat.id), press, language)
            await desk.delivery.edit(context.bot, message.chat.id, message.message_id, *shown)

    async def _timeline(self, chat_id: int, user: User | None, subject: str, turn: TurnTimeline) -> Shown:
        desk = self._desk
        subject = subject[:_LONGEST_SUBJECT]
        pinned = await desk.remember(desk.chats.language, chat_id)
        language = pinned or detect_language(subject, client_language(user))
        found = await desk.ask(
            find_timeline,
            await self._desk.library(chat_id),
            subject,
            language,
            newest_first=turn.newest_first,
        )
        pages = timeline_pages(found)
        page = min(turn.page, pages - 1)
        buttons = timeline_buttons(page, pages, language, newest_first=turn.newest_first)
        return render_timeline(found, page), buttons if len(found.lines) > 1 else None

    async def _offer(self, chat_id: int, language: Language) -> Shown:
        pairs, days = await self._desk.ask(_pairs, await self._desk.library(chat_id))
        if not pairs:
            return lines(load(language).say("comparison.offer_none"), language), None
        return lines(load(language).say("comparison.offer"), language), pair_buttons(pairs, days, language)


def _pairs(library: Library) -> tuple[list[tuple[Document, Document]], list[date | None]]:
    pairs = pairs_of_same_call(library, library.documents())
    days = [event_day(one, library.passages(one)) for one, _ in pairs]
    return pairs, [day.day if day else None for day in days]


def _part(library: Library, press: ShowPart, language: Language) -> Shown:
    by_key = {key(document.id): document for document in library.documents()}
    one, other = by_key.get(press.one), by_key.get(press.other)
    if one is None or other is None:
        return say(language, "library.no_document"), None
    return _show(library, (one, other), press.part, press.page, language)


def _compared(library: Library, named: tuple[str, str], language: Language) -> Shown:
    phrases = load(language)
    by_id = {document.id: document for document in library.documents()}
    for name in named:
        if name not in by_id:
            return lines(phrases.say("comparison.unknown", id=foreign(name, language)), language), None
    if named[0] == named[1]:
        return lines(phrases.say("comparison.same"), language), None
    return _show(library, (by_id[named[0]], by_id[named[1]]), "contradictions", 0, language)


def _show(library: Library, two: tuple[Document, Document], part: Part, page: int, language: Language) -> Shown:
    comparison = compare(library, *two, language)
    pages = comparison_pages(comparison, part)
    page = min(page, pages - 1)
    buttons = comparison_buttons((two[0].id, two[1].id), part, page, pages, language)
    return render_comparison(comparison, part, page), buttons


def _subject(message: Message) -> str:
    """What was asked for in the /timeline that a message replies to; empty where that is gone."""
    asked = message.reply_to_message
    command, *subject = ((asked.text if asked else None) or "").split(maxsplit=1) or [""]
    return "".join(subject).strip() if command.startswith("/timeline") else ""
