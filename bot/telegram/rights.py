"""Who may ask, and who may add and remove: the bot's administrators for everybody, a group's for it, anybody for themselves."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from telegram.error import BadRequest, Forbidden

from bot.telegram.links import is_private

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from telegram import Bot, Chat, User

    from bot.state.access import Standing

ASKED_AGAIN_AFTER = 60.0
"""Seconds for which Telegram's word on who a group's administrators are is believed."""
_MOST_GROUPS = 1000


@dataclass(frozen=True, slots=True)
class Rights:
    """What somebody may change from a chat.

    Attributes:
        common: The shelf that everybody sees.
        own: The chat's own.
    """

    common: bool = False
    own: bool = False

    @property
    def are_any(self) -> bool:
        """Whether there is anything that may be changed."""
        return self.common or self.own


def not_allowed(chat_id: int) -> str:
    """The name of the phrase that tells who may add and remove in a chat."""
    return "library.not_allowed_private" if is_private(chat_id) else "library.not_allowed"


class Permissions:
    """Tells who may ask, and what somebody may change.

    Args:
        administrators: Ids of those who may change what everybody sees, and say who may ask.
        private_shelves: Whether anybody may keep documents of their own in a private chat.
        access: Who may ask: everybody, those who are let in, or those who are and others on approval.
        listed: Ids of the users and chats that are let in by the settings.
        clock: Seconds that only go on.
    """

    def __init__(
        self,
        administrators: frozenset[int],
        *,
        private_shelves: bool,
        access: Literal["open", "allowlist", "pairing"] = "open",
        listed: frozenset[int] = frozenset(),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.administrators = administrators
        self.access = access
        self.listed = listed
        self._private_shelves = private_shelves
        self._clock = clock
        self._groups: dict[int, tuple[float, frozenset[int]]] = {}

    def administers(self, user: User | None) -> bool:
        """Whether somebody may say who may ask."""
        return user is not None and user.id in self.administrators

    def admits(self, chat_id: int, speakers: frozenset[int], standing: Mapping[int, Standing]) -> bool:
        """Whether what is asked in a chat is answered there.

        A group is let in as a whole: who is let in alone is answered in private and in inline mode, since in a group all
        would read it. Who is shut out is answered nowhere.

        Args:
            chat_id: The chat.
            speakers: Who asks.
            standing: What was decided on them by command.
        """
        if any(standing.get(one) == "denied" for one in (speakers | {chat_id}) - self.administrators):
            return False
        let_in = self.access == "open" or chat_id in self.administrators or chat_id in self.listed
        return let_in or standing.get(chat_id) == "allowed"

    async def rights(self, bot: Bot, chat_id: int, user: User | None, sender: Chat | None = None) -> Rights:
        """What may be changed from a chat.

        Args:
            bot: Asks Telegram who a group's administrators are.
            chat_id: The chat.
            user: Who writes or presses.
            sender: The chat in whose name it is written, if in that of one.
        """
        if sender is not None:
            # An anonymous administrator and a channel write in the chat's own name. Others that a person may lend say nothing.
            return Rights(own=sender.id == chat_id)
        if user is None:
            return Rights()
        common = user.id in self.administrators
        if is_private(chat_id):
            return Rights(common, own=self._private_shelves and user.id == chat_id)
        return Rights(common, own=user.id in await self._administrators_of(bot, chat_id))

    async def _administrators_of(self, bot: Bot, chat_id: int) -> frozenset[int]:
        asked_at, known = self._groups.get(chat_id, (0.0, frozenset[int]()))
        if chat_id in self._groups and self._clock() - asked_at < ASKED_AGAIN_AFTER:
            return known
        try:
            members = await bot.get_chat_administrators(chat_id)
        except (BadRequest, Forbidden):
            # Of a chat that the bot is shut out of nobody is known.
            return frozenset()
        if len(self._groups) >= _MOST_GROUPS:
            self._groups.clear()
        known = frozenset(member.user.id for member in members if not member.user.is_bot)
        self._groups[chat_id] = self._clock(), known
        return known
