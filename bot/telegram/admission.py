"""Who may ask: looked at before anything else is done for an update, and told once to those who may not."""

from __future__ import annotations

import contextlib
import logging
from collections import deque
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InlineQueryResultsButton
from telegram.error import TelegramError

from bot.state.access import KEPT_FOR, shown_code
from bot.telegram.addressing import Command, addressed, clean, words_of
from bot.telegram.delivery import Place, acknowledge, under
from bot.telegram.desk import client_language
from bot.telegram.given import offered
from bot.telegram.limiter import BRIEFING, Rate
from bot.telegram.links import is_private
from bot.telegram.polling.handling import handled
from bot.telegram.words import foreign, label, say
from index.language import detect_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Bot, InlineQuery, Message, Update

    from bot.state.access import Standing
    from bot.telegram.desk import Desk
    from bot.telegram.rights import Permissions
    from index.types import Language

logger = logging.getLogger(__name__)

COMMANDS = ("allow", "deny", "access")
"""What the bot's administrators say who may ask with."""

START_PARAMETER = "access"
"""What the private chat is opened with by those who want to be let in."""

SAID_AGAIN_AFTER = timedelta(hours=1)
"""A chat that may be let in is told so at most this often; any other once in ``bot.state.access.KEPT_FOR``."""

# To all strangers together: more is left without a word, so that they take nothing from those who may ask.
_WORDS = Rate(60, 60.0)
_CACHED_SECONDS = 300
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Asker:
    """Who wants something, and where it would be answered.

    Attributes:
        chat_id: The chat; for an inline query the private one with whoever types it.
        speakers: The person, or the channel or group in whose name it is written. Never who wrote first what is forwarded.
    """

    chat_id: int
    speakers: frozenset[int]

    @property
    def ids(self) -> frozenset[int]:
        """All of them."""
        return self.speakers | {self.chat_id}


def asker_of(update: Update) -> Asker | None:
    """Who wants something with an update; None for what is no message, no press and no inline query."""
    if (query := update.inline_query or update.callback_query) is not None:
        person = query.from_user.id
        message = None if update.callback_query is None else update.callback_query.message
        # Under a message that was posted through inline mode it is not told where that stands.
        return Asker(message.chat.id if message else person, frozenset({person}))
    message = update.effective_message
    if message is None:
        return None
    if message.sender_chat is not None:
        # Whoever stands as its writer then is a bot of Telegram's own, the same for all.
        return Asker(message.chat.id, frozenset({message.sender_chat.id}))
    return Asker(message.chat.id, frozenset({message.from_user.id}) if message.from_user else frozenset())


def is_administration(message: Message, wanted: object, permissions: Permissions) -> bool:
    """Whether a message that wants something is an administrator's own command that says who may ask."""
    if not isinstance(wanted, Command) or wanted.name not in COMMANDS:
        return False
    # What others wrote, or chose for them to post, is not their own word.
    own = message.sender_chat is None and message.forward_origin is None and message.via_bot is None
    return own and message.edit_date is None and permissions.administers(message.from_user)


class Admission:
    """Lets updates of those through who may ask, and turns others away.

    Args:
        desk: What it works with.
        now: The clock, in seconds since the epoch.
    """

    def __init__(self, desk: Desk, now: Callable[[], float]) -> None:
        self._desk = desk
        self._now = now
        self._said_at: deque[float] = deque()

    async def admits(self, bot: Bot, update: Update) -> bool:
        """Whether an update is to be served; who may not ask is told so here, now and then.

        Raises:
            StateError: It cannot be looked up; then nobody is served.
        """
        asker, message = asker_of(update), update.effective_message
        if asker is None or _moves(update):
            return True
        permissions = self._desk.permissions
        standing = await self._desk.remember(self._desk.access.standing, asker.ids)
        if permissions.admits(asker.chat_id, asker.speakers, standing):
            return True
        new = update.message or update.channel_post
        if new is not None and is_administration(new, addressed(new, bot.bot), permissions):
            return True
        if update.inline_query is not None:
            await self._offer_nothing(update.inline_query)
        elif update.callback_query is not None:
            if self._take_room() is not None:
                language = client_language(update.callback_query.from_user)
                await acknowledge(update.callback_query, label(language, "access.pressed"))
        elif new is not None and message is new and _wants(new, bot):
            await self._turn_away(bot, new, standing.get(asker.chat_id), denied="denied" in standing.values())
        return False

    async def _turn_away(self, bot: Bot, message: Message, standing: Standing | None, *, denied: bool) -> None:
        """Tell a chat that it may not ask, and how it may; most of the time, nothing."""
        desk, chat_id = self._desk, message.chat.id
        if denied and standing != "denied":
            # A person who is shut out is not spoken of in a group that is let in.
            return
        language = detect_language(words_of(message), client_language(message.from_user))
        pairs = desk.permissions.access == "pairing" and not denied
        wants_code = pairs and await self._may_have_code(bot, message)
        if (room := self._take_room()) is None:
            return
        word = await desk.remember(
            desk.access.tell, chat_id, _name(message), language, message.message_id,
            wants_code=wants_code, again=SAID_AGAIN_AFTER if pairs else KEPT_FOR,
        )  # fmt: skip
        if word is None:
            with contextlib.suppress(ValueError):
                self._said_at.remove(room)
            return
        name = "denied" if denied else _phrase(chat_id, pairs=pairs, code=word.code, full=word.full)
        code = foreign(shown_code(word.code), language) if word.code else ""
        html = say(language, f"access.{name}", code=code, id=number(chat_id, language))
        await desk.delivery.send(bot, under(message), html)
        if (good := word.code) is not None:
            handling = handled.get()
            if handling is None:
                await self._tell_administrators(bot, message, good)
            else:
                # Beside what else is asked: whether an administrator can be reached is nothing to wait for.
                handling.beside.append(lambda: self._tell_administrators(bot, message, good))

    async def _may_have_code(self, bot: Bot, message: Message) -> bool:
        """Whether a chat gets a code: anybody for themselves, and a group's administrators or a channel for all of it."""
        chat_id = message.chat.id
        if is_private(chat_id):
            return True
        known = await self._desk.remember(self._desk.access.entry, chat_id)
        if known is not None and known.code is not None:
            return False
        try:
            return (await self._desk.permissions.rights(bot, chat_id, message.from_user, message.sender_chat)).own
        except TelegramError:
            return False

    async def _tell_administrators(self, bot: Bot, message: Message, code: str) -> None:
        desk, chat_id = self._desk, message.chat.id
        for administrator in sorted(desk.permissions.administrators):
            language = await desk.language(administrator, None)
            told = say(
                language, "access.request" if is_private(chat_id) else "access.request_group",
                name=foreign(_name(message), language), id=number(chat_id, language),
                code=foreign(shown_code(code), language),
            )  # fmt: skip
            try:
                await desk.delivery.send(
                    bot, Place(administrator), told, decision_buttons(code, language), rank=BRIEFING
                )
            except TelegramError as error:
                # Who has never opened a chat with the bot cannot be written to.
                logger.warning("an administrator could not be told who asks to be let in: %s", error)

    async def _offer_nothing(self, query: InlineQuery) -> None:
        if self._take_room() is None:
            return
        language = client_language(query.from_user)
        button = None
        if self._desk.permissions.access == "pairing":
            button = InlineQueryResultsButton(label(language, "access.button_ask"), start_parameter=START_PARAMETER)
        try:
            await query.answer([], cache_time=_CACHED_SECONDS, is_personal=True, button=button)
        except TelegramError as error:
            logger.info("an inline query of a stranger was not answered: %s", error)

    def _take_room(self) -> float | None:
        """Count one more word to a stranger, and when; None where there were too many of late."""
        now = self._now()
        while self._said_at and self._said_at[0] <= now - _WORDS.seconds:
            self._said_at.popleft()
        if len(self._said_at) >= _WORDS.most:
            return None
        self._said_at.append(now)
        return now


def decision_buttons(code: str, language: Language) -> InlineKeyboardMarkup:
    """The buttons that let in whoever has a code, or shut them out."""
    verbs: tuple[Literal["allow", "deny"], ...] = ("allow", "deny")
    row = [
        InlineKeyboardButton(label(language, f"access.button_{verb}"), callback_data=f"access:{verb}:{code}")
        for verb in verbs
    ]
    return InlineKeyboardMarkup([row])


def number(chat_id: int, language: Language) -> str:
    """An id for a line in a language; in an Arabic one its sign stays where it belongs."""
    return f"\u2068{chat_id}\u2069" if language == "ar" else str(chat_id)


def _moves(update: Update) -> bool:
    """Whether an update says that a group has another id now, which must be known whoever may ask."""
    message = update.message
    return message is not None and bool(message.migrate_to_chat_id or message.migrate_from_chat_id)


def _wants(message: Message, bot: Bot) -> bool:
    return addressed(message, bot.bot) is not None or offered(message, bot.bot) is not None


def _name(message: Message) -> str:
    """What a chat calls itself, with the user name if it has one."""
    chat = message.chat
    name = clean(chat.title or chat.full_name or "") or str(chat.id)
    return f"{name[:_LONGEST_NAME]} @{clean(chat.username)}" if chat.username else name[:_LONGEST_NAME]


def _phrase(chat_id: int, *, pairs: bool, code: str | None, full: bool) -> str:
    kind = "private" if is_private(chat_id) else "group"
    if code is not None:
        return f"code_{kind}"
    if full:
        return "full"
    # Without a code where there might be one, it is not an administrator who asks.
    return "ask_administrator" if pairs and kind == "group" else f"stranger_{kind}"
