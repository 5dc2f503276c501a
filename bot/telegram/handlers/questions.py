"""A question in a message is answered; an edited one has its answer edited."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from telegram.constants import ChatType

from bot.answer.exchange import Exchange
from bot.answer.followup import outright_follow_up
from bot.answer.question import explain
from bot.errors import QuestionError
from bot.telegram.addressing import replies_to
from bot.telegram.buttons import answer_buttons
from bot.telegram.delivery import under
from bot.telegram.desk import client_language, exchange
from bot.telegram.links import is_private, linker
from bot.telegram.render import render_answer
from bot.telegram.words import lines, say
from index.errors import DocumentError
from index.language import detect_language
from prompts import load

if TYPE_CHECKING:
    from telegram import Bot, Message

    from bot.answer.types import Answer
    from bot.state.answers import GivenAnswer
    from bot.telegram.addressing import Asked
    from bot.telegram.desk import Desk

FOLLOWED_WITHIN = timedelta(minutes=5)
"""In a private chat a message goes on from an answer for so long without replying to it."""


class Questions:
    """Answers questions.

    Args:
        desk: What it works with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def answer(self, bot: Bot, message: Message, asked: Asked) -> None:
        """Answer a question under the message that asks it."""
        desk, own = self._desk, is_private(message.chat.id)
        # Asked once and handled again after a crash: it must not go on from the answer that it got then. In a group
        # nothing goes on by itself, and the numbers of messages begin anew when it becomes a supergroup.
        given = await desk.remember(desk.answers.to_question, message.chat.id, message.message_id) if own else None
        answer = await self._answer(bot, message, asked, given)
        if isinstance(answer, str):
            if answer:
                await desk.delivery.send(bot, under(message), answer)
            return
        html = render_answer(answer, link=linker(bot.username, own=own))
        if given is None:
            # Who writes in a chat's name is nobody.
            user = None if message.sender_chat else message.from_user
            answer_id = await desk.remember(
                desk.answers.add, message.chat.id, message.message_id, exchange(answer), user.id if user else None
            )
        else:
            answer_id = given.id
            await desk.remember(desk.answers.change, answer_id, exchange(answer))
        await self._send(bot, message, answer_id, answer, html)

    async def answer_again(self, bot: Bot, message: Message, asked: Asked) -> None:
        """Edit the answer to a question that was edited; one that was never answered is not answered now."""
        desk = self._desk
        given = await desk.remember(desk.answers.to_question, message.chat.id, message.message_id)
        if given is None or given.exchange.question == asked.text:
            return
        answer = await self._answer(bot, message, asked, given)
        if isinstance(answer, str):
            nothing = Exchange(asked.text, given.exchange.language, None, ())
            await desk.remember(desk.answers.change, given.id, nothing)
            if given.message_id is not None and answer:
                await desk.delivery.edit(bot, message.chat.id, given.message_id, answer)
            return
        html = render_answer(answer, link=linker(bot.username, own=is_private(message.chat.id)))
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

    async def _answer(self, bot: Bot, message: Message, asked: Asked, given: GivenAnswer | None = None) -> Answer | str:
        """The answer to a message; where there can be none, what to say instead, as HTML, or nothing.

        Args:
            bot: The bot.
            message: The message.
            asked: What it asks.
            given: The answer that it had before it was edited, or before a crash.
        """
        desk = self._desk
        pinned = await desk.remember(desk.chats.language, message.chat.id)
        language = pinned or detect_language(asked.text, client_language(message.from_user))
        before = await self._before(bot, message, given)
        try:
            if before is not None:
                replied = message.reply_to_message is not None
                return await desk.follow(message.chat.id, asked.text, before.exchange, pinned, replied=replied)
            if outright_follow_up(asked.text) is not None:
                return lines(load(language).say("followup.nothing_before"), language)
            return await desk.answer(message.chat.id, asked.text, pinned)
        except QuestionError as error:
            # In place of an answer that was given there must stand a word.
            return lines(explain(error, language), language) if asked.outright or given else ""
        except DocumentError:
            return say(language, "document_gone")

    async def _before(self, bot: Bot, message: Message, given: GivenAnswer | None) -> GivenAnswer | None:
        """The answer that a message goes on from: the one that it replies to, or in a private chat the one just given."""
        if message.reply_to_message is not None or message.external_reply is not None:
            return await self.asked_before(bot, message)
        if message.chat.type != ChatType.PRIVATE:
            return None
        desk = self._desk
        return await desk.remember(desk.answers.latest, message.chat.id, FOLLOWED_WITHIN, given)
