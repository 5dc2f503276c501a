"""Pressed buttons: more context, the other language, the chat's language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from telegram import Message

from bot.errors import NotVerbatimError, QuestionError
from bot.telegram.buttons import (
    DraftPress,
    Forget,
    Pin,
    RemovePress,
    ShowContext,
    ShowDocument,
    ShowSources,
    Translate,
    answer_buttons,
    pressed,
)
from bot.telegram.delivery import Place, acknowledge, topic
from bot.telegram.desk import exchange
from bot.telegram.handlers.commands import pin
from bot.telegram.handlers.forgetting import forget
from bot.telegram.handlers.removals import removable, removal_page
from bot.telegram.handlers.sources import turned_page
from bot.telegram.links import is_private, linker
from bot.telegram.render import render_answer, render_context
from bot.telegram.rights import not_allowed
from bot.telegram.words import label, say
from index.errors import DocumentError

if TYPE_CHECKING:
    from telegram import Bot, CallbackQuery, MaybeInaccessibleMessage, Update
    from telegram.ext import ContextTypes

    from bot.state.answers import GivenAnswer
    from bot.telegram.buttons import Press
    from bot.telegram.desk import Desk
    from bot.telegram.handlers.additions import Additions


class Callbacks:
    """Serves pressed buttons. Each press is acknowledged before anything slow is done.

    Args:
        desk: What it works with.
        additions: What is done with a document that waits to be added.
    """

    def __init__(self, desk: Desk, additions: Additions) -> None:
        self._desk = desk
        self._additions = additions

    async def serve(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Do what a press says; one of a button whose answer is forgotten gets a word."""
        query = update.callback_query
        if query is None:
            return
        desk, bot = self._desk, context.bot
        press = pressed(query.data)
        if isinstance(press, Pin) and isinstance(query.message, Message):
            await acknowledge(query)
            await self._pin(bot, query, query.message, press)
            return
        if isinstance(press, ShowSources | ShowDocument) and query.message is not None:
            await self._turn(bot, query, query.message, press)
            return
        if isinstance(press, DraftPress):
            await self._draft(bot, query, press)
            return
        if isinstance(press, RemovePress) and query.message is not None:
            await self._remove(bot, query, query.message, press)
            return
        if isinstance(press, Forget):
            await forget(desk, bot, query, press)
            return
        given = await self._given(query, press)
        if given is None:
            chat_id = query.message.chat.id if query.message else None
            await acknowledge(query, label(await desk.language(chat_id, query.from_user), "pressed_gone"))
        elif isinstance(press, Translate):
            await acknowledge(query)
            async with desk.order.turn(given.chat_id):
                await self._translate(bot, press)
        elif isinstance(press, ShowContext) and press.number <= len(given.exchange.citations):
            await self._context(bot, query, given, press.number)
        else:
            await acknowledge(query)

    async def _given(self, query: CallbackQuery, press: Press | None) -> GivenAnswer | None:
        """The answer that a button belongs to, if it belongs to the chat that it was pressed in."""
        if query.message is None or not isinstance(press, ShowContext | Translate):
            return None
        desk = self._desk
        given = await desk.remember(desk.answers.get, press.answer_id)
        if given is None or given.chat_id != query.message.chat.id:
            return None
        if given.message_id is None:
            # Whether it arrived was unknown until now.
            await desk.remember(desk.answers.sent, given.id, query.message.message_id)
            return replace(given, message_id=query.message.message_id)
        return given

    async def _pin(self, bot: Bot, query: CallbackQuery, message: Message, press: Pin) -> None:
        desk = self._desk
        async with desk.order.turn(message.chat.id):
            html = await pin(desk, message.chat.id, query.from_user, press.language)
            await desk.delivery.edit(bot, message.chat.id, message.message_id, html)

    async def _turn(
        self, bot: Bot, query: CallbackQuery, message: MaybeInaccessibleMessage, press: ShowSources | ShowDocument
    ) -> None:
        """Turn to a page of the library, as far as the chat sees it."""
        desk, chat_id = self._desk, message.chat.id
        await acknowledge(query)
        async with desk.order.turn(chat_id):
            page = await turned_page(desk, chat_id, press)
            await desk.delivery.edit(bot, chat_id, message.message_id, page.html, page.buttons)

    async def _draft(self, bot: Bot, query: CallbackQuery, press: DraftPress) -> None:
        refusal = await self._additions.refusal(bot, query, press)
        chat_id = query.message.chat.id if query.message else None
        language = await self._desk.language(chat_id, query.from_user)
        await acknowledge(query, label(language, refusal) if refusal else None)
        if refusal is None:
            await self._additions.pressed(bot, query, press)

    async def _remove(
        self, bot: Bot, query: CallbackQuery, message: MaybeInaccessibleMessage, press: RemovePress
    ) -> None:
        """Go on with a removal, as far as who presses may remove."""
        desk, chat_id = self._desk, message.chat.id
        shelves = await removable(desk, bot, chat_id, query.from_user)
        if not shelves:
            await acknowledge(query, label(press.language, not_allowed(chat_id)))
            return
        await acknowledge(query)
        page = await removal_page(desk, shelves, press)
        await desk.delivery.edit(bot, chat_id, message.message_id, page.html, page.buttons)

    async def _translate(self, bot: Bot, press: Translate) -> None:
        desk = self._desk
        # An edited question may have changed the answer since the press.
        given = await desk.remember(desk.answers.get, press.answer_id)
        if given is None or given.message_id is None:
            return
        try:
            answer = await desk.retell(given.chat_id, given.exchange, press.language)
        except QuestionError:
            # It was edited into no question while the button was pressed; the answer says so by now.
            return
        except DocumentError:
            await desk.delivery.edit(bot, given.chat_id, given.message_id, say(press.language, "document_gone"))
            return
        html = render_answer(answer, link=linker(bot.username, own=is_private(given.chat_id)))
        await desk.remember(desk.answers.change, given.id, exchange(answer))
        await desk.delivery.edit(bot, given.chat_id, given.message_id, html, answer_buttons(given.id, answer))

    async def _context(self, bot: Bot, query: CallbackQuery, given: GivenAnswer, number: int) -> None:
        desk = self._desk
        if not await desk.remember(desk.answers.claim_context, given.id, number):
            await acknowledge(query, label(given.exchange.language, "pressed_shown"))
            return
        await acknowledge(query)
        try:
            async with desk.order.turn(given.chat_id):
                sent = await self._send_context(bot, query, given, number)
            await desk.remember(desk.answers.context_sent, given.id, number, sent)
        except Exception:
            await desk.remember(desk.answers.release_context, given.id, number)
            raise

    async def _send_context(self, bot: Bot, query: CallbackQuery, given: GivenAnswer, number: int) -> int:
        desk = self._desk
        place = given.exchange.citations[number - 1]
        message = query.message
        thread_id = topic(message) if isinstance(message, Message) else None
        try:
            language = given.exchange.language
            answerer = await desk.seen_by(given.chat_id)
            wider = await desk.ask(answerer.around, place.document, place.start, place.end, language)
            html = render_context(wider, number, language)
        except (DocumentError, NotVerbatimError):
            html = say(given.exchange.language, "document_gone")
        return await desk.delivery.send(bot, Place(given.chat_id, thread_id, given.message_id), html)
