"""What a chat has set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.state.database import CHATS
from index.types import LANGUAGES

if TYPE_CHECKING:
    from bot.state.database import Database
    from index.types import Language


class Chats:
    """The settings of every chat that has set any.

    Args:
        database: Where they are kept.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def language(self, chat_id: int) -> Language | None:
        """The language that a chat has pinned, if it has."""
        with self._database.begin() as connection:
            pinned = CHATS.select().with_only_columns(CHATS.c.language).where(CHATS.c.chat_id == chat_id)
            language = connection.scalar(pinned)
        return language if language in LANGUAGES else None

    def pin(self, chat_id: int, language: Language | None) -> None:
        """Pin a chat's language, or with None let each question decide again."""
        with self._database.begin() as connection:
            connection.execute(CHATS.delete().where(CHATS.c.chat_id == chat_id))
            if language is not None:
                connection.execute(CHATS.insert().values(chat_id=chat_id, language=language))

    def move(self, old: int, new: int) -> None:
        """Give a chat's settings to the id that it has now, unless that has set its own."""
        with self._database.begin() as connection:
            taken = connection.scalar(CHATS.select().where(CHATS.c.chat_id == new)) is not None
            if taken:
                connection.execute(CHATS.delete().where(CHATS.c.chat_id == old))
            else:
                connection.execute(CHATS.update().where(CHATS.c.chat_id == old).values(chat_id=new))
