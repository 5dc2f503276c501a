"""Inline mode: the answer to what is being typed in any chat, as one result to post there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from telegram import InlineQueryResultArticle, InputTextMessageContent
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.errors import QuestionError
from bot.telegram.addressing import clean
from bot.telegram.delivery import NO_PREVIEW, TOO_LATE, refused
from bot.telegram.links import linker
from bot.telegram.render import preview, render_answer

if TYPE_CHECKING:
    from telegram import InlineQuery, Update
    from telegram.ext import ContextTypes

    from bot.telegram.desk import Desk
    from index.types import Language

_CACHED_SECONDS = 10


class Inline:
    """Serves inline queries; of those that a person types one after another only the newest is answered.

    Args:
        desk: What it works with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._newest: dict[int, str] = {}

    async def serve(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Serve one inline query."""
        query = update.inline_query
        if query is None:
            return
        person = query.from_user.id
        self._newest[person] = query.id
        try:
            pinned = await self._desk.remember(self._desk.chats.language, person)
            await self._desk.up_to_date()
            if self._newest.get(person) == query.id:
                await _reply(query, await self._results(query, pinned, context.bot.username))
        finally:
            if self._newest.get(person) == query.id:
                del self._newest[person]

    async def _results(self, query: InlineQuery, pinned: Language | None, name: str) -> list[InlineQueryResultArticle]:
        if not query.query.strip():
            return []
        try:
            # What a person keeps in the private chat is theirs to post; what a group keeps is not.
            answer = await self._desk.answer(query.from_user.id, clean(query.query), pinned)
        except QuestionError:
            return []
        title, under = preview(answer)
        content = InputTextMessageContent(
            render_answer(answer, with_buttons=False, link=linker(name, own=False)),
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
        )
        return [InlineQueryResultArticle(uuid4().hex, title, content, description=under or None)]


async def _reply(query: InlineQuery, results: list[InlineQueryResultArticle]) -> None:
    """Answer; that it came too late is no error, since a person who types on has long asked another."""
    try:
        # What a person has pinned changes the answer, so that nobody else may be served it from Telegram's cache.
        await query.answer(results, cache_time=_CACHED_SECONDS, is_personal=True)
    except BadRequest as error:
        if not refused(error, *TOO_LATE):
            raise
