"""What is forgotten on somebody's word: questions, what answered them, and who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.state.database import ANSWERS, DRAFTS, INBOX

if TYPE_CHECKING:
    from bot.state.database import Database


class Forgetting:
    """Forgets what was asked. Settings, documents and what briefings have told stay.

    Args:
        database: Where all is kept.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_user(self, user_id: int, chat_id: int | None = None) -> int:
        """Forget what somebody asked, in one chat or in all.

        Args:
            user_id: Who asked. A private chat has the id of its user, so that all of that is theirs.
            chat_id: Where; everywhere, if not given.

        Returns:
            How many questions are forgotten.
        """
        asked, came = (
            (columns.user_id == user_id) & (columns.chat_id == chat_id)
            if chat_id is not None
            else (columns.user_id == user_id) | (columns.chat_id == user_id)
            for columns in (ANSWERS.c, INBOX.c)
        )
        return self._forget(asked, came, drafts_of=user_id if chat_id is None else None)

    def of_chat(self, chat_id: int) -> int:
        """Forget all that was asked in a chat.

        Returns:
            How many questions are forgotten.
        """
        return self._forget(ANSWERS.c.chat_id == chat_id, INBOX.c.chat_id == chat_id, drafts_of=chat_id)

    def _forget(self, asked: Any, came: Any, drafts_of: int | None) -> int:  # noqa: ANN401 - SQLAlchemy's conditions
        with self._database.begin() as connection:
            forgotten = int(connection.execute(ANSWERS.delete().where(asked)).rowcount)
            # What still waits is handled first; of the rest the number stays, so that it is known when it comes again.
            ended = INBOX.update().where(came & (INBOX.c.state != "waiting"))
            connection.execute(ended.values(raw=None, chat_id=None, user_id=None))
            connection.execute(DRAFTS.delete().where(DRAFTS.c.chat_id == drafts_of))
        return forgotten
