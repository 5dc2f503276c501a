"""What is read of the inbox next: in the order of arrival, but of one chat only a little at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.state.inbox import Inbox, Received
    from bot.telegram.worker import Worker

OF_A_CHAT = 10
"""So many updates of one chat are in memory at most, so that a chat that must wait leaves room for the others."""

_PAGE = 100


class Backlog:
    """Reads what waits in the inbox, each update once.

    A chat of which more waits than may be in memory falls behind: what else comes of it is passed over, and read from where
    it was left as soon as there is room.

    Args:
        inbox: Where updates wait.
        memory: The thread that the inbox is called on.
        of_a_chat: How many updates of one chat are in memory at most.
    """

    def __init__(self, inbox: Inbox, memory: Worker, of_a_chat: int = OF_A_CHAT) -> None:
        self._inbox = inbox
        self._memory = memory
        self._of_a_chat = of_a_chat
        self._after = 0
        self._held: dict[int, int] = {}
        # Up to which number a chat was read: of those behind, and of those read further than the others.
        self._behind: dict[int, int] = {}
        self._ahead: dict[int, int] = {}

    async def read(self, room: int) -> list[Received]:
        """The next updates, in order in each chat; none where nothing waits for which there is room.

        Args:
            room: How many there may be.

        Raises:
            StateError: The inbox cannot be read; what was not returned is read the next time.
        """
        for chat_id in [one for one in self._behind if self._has_room(one)]:
            if rows := await self._of(chat_id, room):
                return rows
        while came := await self._memory.run(self._inbox.waiting, self._after, min(room, _PAGE)):
            rows = [row for row in came if self._takes(row)]
            self._after = came[-1].number
            self._ahead = {chat_id: upto for chat_id, upto in self._ahead.items() if upto > self._after}
            if rows:
                return rows
        return []

    def ended(self, row: Received) -> bool:
        """An update is no longer in memory.

        Returns:
            Whether there is more of its chat to be read now.
        """
        if row.chat_id is None:
            return False
        left = self._held[row.chat_id] - 1
        if left:
            self._held[row.chat_id] = left
        else:
            del self._held[row.chat_id]
        return row.chat_id in self._behind and self._has_room(row.chat_id)

    def _has_room(self, chat_id: int) -> bool:
        return self._held.get(chat_id, 0) <= self._of_a_chat // 2

    def _takes(self, row: Received) -> bool:
        chat_id = row.chat_id
        if chat_id is None:
            return True
        if chat_id in self._behind or row.number <= self._ahead.get(chat_id, 0):
            return False
        if self._held.get(chat_id, 0) >= self._of_a_chat:
            self._behind[chat_id] = row.number - 1
            return False
        self._held[chat_id] = self._held.get(chat_id, 0) + 1
        return True

    async def _of(self, chat_id: int, room: int) -> list[Received]:
        """The next updates of a chat that is behind."""
        room = min(room, self._of_a_chat - self._held.get(chat_id, 0))
        rows = await self._memory.run(self._inbox.waiting, self._behind[chat_id], room, chat_id)
        if rows:
            self._behind[chat_id] = rows[-1].number
            self._held[chat_id] = self._held.get(chat_id, 0) + len(rows)
        if len(rows) < room:
            upto = self._behind.pop(chat_id)
            if upto > self._after:
                self._ahead[chat_id] = upto
        return rows
