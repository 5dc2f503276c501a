"""The answers that were given: what a reply leans on, what an edited question changes, what a button refers to."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.answer.exchange import CitedPlace, Exchange, Followed
from bot.state.database import ANSWERS, CONTEXTS, FOLLOWUPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.state.database import Database

KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer that was given in a chat.

    Attributes:
        id: Given once and never again, by which buttons refer to it.
        chat_id: The chat.
        message_id: The message that holds it; None while it is being sent.
        question_message_id: The message that asked.
        exchange: What was asked and answered.
    """

    id: int
    chat_id: int
    message_id: int | None
    question_message_id: int
    exchange: Exchange


class GivenAnswers:
    """The answers given in the last 30 days; older ones are forgotten as new ones come.

    Args:
        database: Where they are kept.
        now: The clock, in seconds since the epoch.
    """

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    def add(self, chat_id: int, question_message_id: int, exchange: Exchange, user_id: int | None = None) -> int:
        """Note an answer that is about to be sent.

        Args:
            chat_id: The chat.
            question_message_id: The message that asks.
            exchange: What is asked and answered.
            user_id: Who asks, where that is a person.

        Returns:
            Its id.
        """
        now = int(self._now())
        with self._database.begin() as connection:
            connection.execute(ANSWERS.delete().where(ANSWERS.c.asked_at < now - int(KEPT_FOR.total_seconds())))
            added = connection.execute(
                ANSWERS.insert()
                .values(_columns(exchange))
                .values(chat_id=chat_id, question_message_id=question_message_id, asked_at=now, user_id=user_id)
                .returning(ANSWERS.c.id)
            )
            answer_id = int(added.scalar_one())
            _note_followed(connection, answer_id, exchange.followed)
            return answer_id

    def sent(self, answer_id: int, message_id: int) -> None:
        """Note which message holds an answer."""
        with self._database.begin() as connection:
            connection.execute(ANSWERS.update().where(ANSWERS.c.id == answer_id).values(message_id=message_id))

    def change(self, answer_id: int, exchange: Exchange) -> None:
        """Note that an answer was changed in place; where it cites other places now, no context of them was shown."""
        with self._database.begin() as connection:
            row = connection.execute(ANSWERS.select().where(ANSWERS.c.id == answer_id)).one_or_none()
            if row is not None and _places(row.citations) != exchange.citations:
                connection.execute(CONTEXTS.delete().where(CONTEXTS.c.answer_id == answer_id))
            connection.execute(ANSWERS.update().where(ANSWERS.c.id == answer_id).values(_columns(exchange)))
            if row is not None:
                connection.execute(FOLLOWUPS.delete().where(FOLLOWUPS.c.answer_id == answer_id))
                _note_followed(connection, answer_id, exchange.followed)

    def get(self, answer_id: int) -> GivenAnswer | None:
        """The answer with this id, if it is still known."""
        return self._newest(ANSWERS.c.id == answer_id)

    def to_question(self, chat_id: int, question_message_id: int) -> GivenAnswer | None:
        """The answer to the question in this message, if it was answered."""
        return self._newest((ANSWERS.c.chat_id == chat_id) & (ANSWERS.c.question_message_id == question_message_id))

    def in_message(self, chat_id: int, message_id: int) -> GivenAnswer | None:
        """The answer that this message of the bot gives, or shows more context of."""
        shown = CONTEXTS.select().with_only_columns(CONTEXTS.c.answer_id).where(CONTEXTS.c.message_id == message_id)
        here = (ANSWERS.c.message_id == message_id) | ANSWERS.c.id.in_(shown)
        return self._newest((ANSWERS.c.chat_id == chat_id) & here)

    def latest(self, chat_id: int, within: timedelta, until: GivenAnswer | None = None) -> GivenAnswer | None:
        """The newest answer given in a chat.

        Args:
            chat_id: The chat.
            within: Given so long ago at most.
            until: Where given, the newest before this one, so long before it at most.
        """
        with self._database.begin() as connection:
            at = None
            if until is not None:
                given_at = ANSWERS.select().with_only_columns(ANSWERS.c.asked_at).where(ANSWERS.c.id == until.id)
                at = connection.scalar(given_at)
        since = int((self._now() if at is None else at) - within.total_seconds())
        condition = (ANSWERS.c.chat_id == chat_id) & (ANSWERS.c.asked_at >= since)
        return self._newest(condition if until is None else condition & (ANSWERS.c.id < until.id))

    def claim_context(self, answer_id: int, number: int) -> bool:
        """Claim the showing of one citation's context.

        Args:
            answer_id: Whose citation.
            number: The citation's number in the message, from 1.

        Returns:
            Whether it is the caller's to show; False where it was shown before, or is being shown.
        """
        return self._database.claim(CONTEXTS.insert().values(answer_id=answer_id, number=number))

    def context_sent(self, answer_id: int, number: int, message_id: int) -> None:
        """Note which message shows the context of a citation."""
        with self._database.begin() as connection:
            chosen = (CONTEXTS.c.answer_id == answer_id) & (CONTEXTS.c.number == number)
            connection.execute(CONTEXTS.update().where(chosen).values(message_id=message_id))

    def release_context(self, answer_id: int, number: int) -> None:
        """Give a claim back: the context was not shown."""
        with self._database.begin() as connection:
            chosen = (CONTEXTS.c.answer_id == answer_id) & (CONTEXTS.c.number == number)
            connection.execute(CONTEXTS.delete().where(chosen))

    def release_claims(self) -> None:
        """Give back every claim of which nothing was shown: the process that made it has ended."""
        with self._database.begin() as connection:
            connection.execute(CONTEXTS.delete().where(CONTEXTS.c.message_id.is_(None)))

    def move(self, old: int, new: int) -> None:
        """Give a chat's answers to the id that it has now."""
        with self._database.begin() as connection:
            connection.execute(ANSWERS.update().where(ANSWERS.c.chat_id == old).values(chat_id=new))

    def _newest(self, condition: Any) -> GivenAnswer | None:  # noqa: ANN401 - SQLAlchemy's, imported in one module alone
        with self._database.begin() as connection:
            newest = ANSWERS.select().where(condition).order_by(ANSWERS.c.id.desc()).limit(1)
            row = connection.execute(newest).one_or_none()
            if row is None:
                return None
            followed = connection.execute(FOLLOWUPS.select().where(FOLLOWUPS.c.answer_id == row.id)).one_or_none()
        return GivenAnswer(
            id=row.id,
            chat_id=row.chat_id,
            message_id=row.message_id,
            question_message_id=row.question_message_id,
            exchange=Exchange(row.question, row.language, row.context, _places(row.citations), _followed(followed)),
        )


def _columns(exchange: Exchange) -> dict[str, object]:
    columns = {"question": exchange.question, "language": exchange.language, "context": exchange.context}
    return {**columns, "citations": _listed(exchange.citations)}


def _note_followed(connection: Any, answer_id: int, followed: Followed | None) -> None:  # noqa: ANN401 - as above
    if followed is not None:
        columns = {
            "kind": followed.kind,
            "question": followed.question,
            "context": followed.context,
            "day": followed.day,
        }
        connection.execute(FOLLOWUPS.insert().values(**columns, answer_id=answer_id, shown=_listed(followed.shown)))


def _followed(row: Any) -> Followed | None:  # noqa: ANN401 - as above
    return None if row is None else Followed(row.kind, row.question, row.context, _places(row.shown), row.day)


def _listed(places: Iterable[CitedPlace]) -> list[list[object]]:
    return [[place.document, place.start, place.end] for place in places]


def _places(listed: Iterable[tuple[str, int, int]]) -> tuple[CitedPlace, ...]:
    return tuple(CitedPlace(*place) for place in listed)
