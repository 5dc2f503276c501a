"""Which shelves of the library a chat sees: everybody's, and its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.state.database import SHELVES
from index.types import COMMON

if TYPE_CHECKING:
    from bot.state.database import Database


def own_shelf(chat_id: int) -> str:
    """The shelf that a chat puts its documents on; that of a private chat is its user's."""
    return f"chat:{chat_id}"


class ChatShelves:
    """The shelves of chats. A chat has the one of its id, and those that it had under the ids before.

    Args:
        database: Where it is kept who moved.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, chat_id: int) -> frozenset[str]:
        """The shelves that are a chat's own."""
        with self._database.begin() as connection:
            earlier = SHELVES.select().with_only_columns(SHELVES.c.shelf).where(SHELVES.c.chat_id == chat_id)
            return frozenset({own_shelf(chat_id), *connection.scalars(earlier)})

    def seen_by(self, chat_id: int) -> frozenset[str]:
        """The shelves that a chat sees, and no others."""
        return self.of(chat_id) | {COMMON}

    def move(self, old: int, new: int) -> None:
        """Give a chat's shelves to the id that it has now."""
        if old == new:
            return
        with self._database.begin() as connection:
            connection.execute(SHELVES.update().where(SHELVES.c.chat_id == old).values(chat_id=new))
            connection.execute(SHELVES.delete().where(SHELVES.c.shelf == own_shelf(old)))
            connection.execute(SHELVES.insert().values(shelf=own_shelf(old), chat_id=new))
