"""A question in a message is answered; an edited one has its answer edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answer.question import explain
from bot.errors import QuestionError
from bot.state.answers import Exchange
from bot.telegram.addressing import replies_to
from bot.telegram.buttons import answer_buttons
from bot.telegram.delivery import under
from bot.telegram.desk import client_language, exchange
from bot.telegram.render import render_answer
from bot.telegram.words import lines
from index.language import detect_language

if TYPE_CHECKING:
    from telegram import Bot, Message

    from bot.answer.types import Answer
    from bot.state.answers import GivenAnswer
    from bot.telegram.addressing import Asked
    from bot.telegram.desk import Desk
    from index.types import Language

# What a chain of follow-ups carries along.
_LONGEST_CONTEXT = 500


class Questions:
    """Answers questions.

    Args:
        desk: What it works with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def answer(self, bot: Bot, message: Message, asked: Asked) -> None:
        """Answer a question under the message that asks it."""
        desk = self._desk
        pinned = await desk.remember(desk.chats.language, message.chat.id)
        try:
            answer = await desk.answer(asked.text, pinned, await self._context(bot, message, asked))
        except QuestionError as error:
            if asked.outright:
                await desk.delivery.send(bot, under(message), self._explain(error, message, asked, pinned))
            return
        html = render_answer(answer)
        answer_id = await desk.remember(desk.answers.add, message.chat.id, message.message_id, exchange(answer))
        await self._send(bot, message, answer_id, answer, html)

    async def answer_again(self, bot: Bot, message: Message, asked: Asked) -> None:
        """Edit the answer to a question that was edited; one that was never answered is not answered now."""
        desk = self._desk
        given = await desk.remember(desk.answers.to_question, message.chat.id, message.message_id)
        if given is None or given.exchange.question == asked.text:
            return
        pinned = await desk.remember(desk.chats.language, message.chat.id)
        try:
            answer = await desk.answer(asked.text, pinned, await self._context(bot, message, asked))
        except QuestionError as error:
            nothing = Exchange(asked.text, given.exchange.language, None, ())
            await desk.remember(desk.answers.change, given.id, nothing)
            if given.message_id is not None:
                html = self._explain(error, message, asked, pinned)
                await desk.delivery.edit(bot, message.chat.id, given.message_id, html)
            return
        html = render_answer(answer)
        await desk.remember(desk.answers.change, given.id, exchange(answer))
        buttons = answer_buttons(given.id, answer)
        if given.message_id is None or not await desk.delivery.edit(
            bot, message.chat.id, given.message_id, html, buttons
        ):
            await self._send(bot, message, given.id, answer, html)

    async def asked_before(self, bot: Bot, message: Message) -> GivenAnswer | None:
        """The answer that a message replies to, if it replies to one."""
        if message.reply_to_message is None or not replies_to(message, bot.bot):
            return None
        desk = self._desk
        return await desk.remember(desk.answers.in_message, message.chat.id, message.reply_to_message.message_id)

    async def _send(self, bot: Bot, message: Message, answer_id: int, answer: Answer, html: str) -> None:
        # Noted before it is sent: should its arrival stay unknown, its buttons still know whose they are.
        sent = await self._desk.delivery.send(bot, under(message), html, answer_buttons(answer_id, answer))
        await self._desk.remember(self._desk.answers.sent, answer_id, sent)

    async def _context(self, bot: Bot, message: Message, asked: Asked) -> str | None:
        """The question that a message goes on from, together with the one that this leant on in its turn."""
        before = await self.asked_before(bot, message)
        if before is None:
            return None
        question, leant_on = before.exchange.question, before.exchange.context
        if question == asked.text:
            return leant_on
        chain = question if leant_on is None else f"{leant_on}\n{question}"
        return chain if len(chain) <= _LONGEST_CONTEXT else question

    @staticmethod
    def _explain(error: QuestionError, message: Message, asked: Asked, pinned: Language | None) -> str:
        language = pinned or detect_language(asked.text, client_language(message.from_user))
        return lines(explain(error, language), language)
