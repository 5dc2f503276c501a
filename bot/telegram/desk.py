"""What the handlers work with: an answerer for each chat on its thread, the memory on another, and the way out."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from bot.answer.exchange import CitedPlace, Exchange
from bot.logs import tell
from bot.state.access import Access
from bot.state.answers import GivenAnswers
from bot.state.chats import Chats
from bot.state.drafts import Drafts
from bot.state.forgetting import Forgetting
from bot.state.inbox import Inbox
from bot.state.leases import Leases
from bot.state.outbox import Outbox
from bot.state.shelves import ChatShelves
from bot.state.subscriptions import Subscriptions
from bot.telegram.delivery import Delivery
from bot.telegram.limiter import Limiter, Limits
from bot.telegram.operating.heart import Heart
from bot.telegram.operating.metrics import Metrics
from bot.telegram.operating.share import Share
from bot.telegram.order import ChatOrder
from bot.telegram.outgoing import Outgoing
from bot.telegram.polling.handling import whence
from bot.telegram.render import MOST_CITATIONS
from bot.telegram.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from telegram import User

    from bot.answer.answerer import Answerer
    from bot.answer.types import Answer
    from bot.state.database import Database
    from bot.state.replicas import Mode
    from bot.telegram.rights import Permissions
    from bot.telegram.taking import Taking
    from index.library import Library
    from index.types import Language

P = ParamSpec("P")
R = TypeVar("R")

logger = logging.getLogger(__name__)


class Desk:
    """What all handlers share. Nothing in it belongs to one chat.

    Args:
        answerer: Answers questions; only ever called on one thread.
        database: What must survive; called on another, so that a slow answer does not hold up a command.
        permissions: Tells who may change what.
        taking: Takes documents in and out.
        now: The clock, in seconds since the epoch.
        limits: How fast messages leave; by default as fast as Telegram takes them.
        mode: How updates come; those that Telegram brings may be shared with other processes.

    Attributes:
        access: Who was let in or shut out by command; call it through ``remember``.
        chats: What each chat has set; call it through ``remember``.
        answers: What was answered; call it through ``remember``.
        shelves: Which shelves are a chat's; call it through ``remember``.
        forgetting: Forgets what was asked; call it through ``remember``.
        drafts: Which documents wait to be added; call it through ``remember``.
        subscriptions: Who is briefed, and what they were told; call it through ``remember``.
        now: The clock, in seconds since the epoch.
        inbox: What came and is not done; call it through ``remember``.
        outbox: What is sent and what became of it; call it through ``remember``.
        memory: The thread that all these are called on.
        permissions: Tells who may change what.
        taking: Takes documents in and out.
        order: Whose turn it is in a chat.
        delivery: Sends and edits.
        metrics: What is counted.
        heart: Tells that this process lives.
        share: What is this process's of the work; None where it is alone.
    """

    def __init__(
        self,
        answerer: Answerer,
        database: Database,
        permissions: Permissions,
        taking: Taking,
        *,
        now: Callable[[], float] = time.time,
        limits: Limits | None = None,
        mode: Mode = "polling",
    ) -> None:
        self._answerer = answerer
        self.access = Access(database, now)
        self.chats = Chats(database)
        self.answers = GivenAnswers(database, now)
        self.shelves = ChatShelves(database)
        self.drafts = Drafts(database, now)
        self.forgetting = Forgetting(database)
        self.subscriptions = Subscriptions(database, now)
        self.now = now
        self._moved: dict[int, int] = {}
        self.permissions = permissions
        self.taking = taking
        self.inbox = Inbox(database, now)
        self.order = ChatOrder()
        self._database = database
        self._answering = Worker("answers")
        self.memory = Worker("memory")
        self.outbox = Outbox(database, now)
        self._limiter = Limiter(limits)
        self.metrics = Metrics()
        self.heart = Heart(database, self.memory, self.metrics, mode, now)
        if mode == "polling" or not self.heart.replicas.living():
            self.answers.release_claims()
        is_shared = mode == "webhook"
        self.share = Share(Leases(database, self.heart.replicas.name, now), self.memory) if is_shared else None
        outgoing = Outgoing(self.outbox, self.memory, self._limiter, self.metrics, self.share)
        self.delivery = Delivery(outgoing, self.move)

    async def seen_by(self, chat_id: int) -> Answerer:
        """An answerer for a chat: from the common shelf and the chat's own. Handlers have no other.

        In inline mode it is that of the private chat with whoever asks.
        """
        return self._answerer.within(await self.remember(self.shelves.seen_by, chat_id))

    async def library(self, chat_id: int) -> Library:
        """What a chat sees of the library; only to be asked through ``ask``."""
        return (await self.seen_by(chat_id)).library

    async def ask(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call something of the answerer or its library."""
        return await self._answering.run(function, *args, **kwargs)

    async def up_to_date(self) -> None:
        """Wait until the answerer has done all that it was asked so far."""
        await self._answering.run(lambda: None)

    async def remember(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call something of ``chats`` or ``answers``."""
        return await self.memory.run(function, *args, **kwargs)

    async def answer(self, chat_id: int, question: str, language: Language | None) -> Answer:
        """The answer to a question of a chat, told to the log without its text.

        Raises:
            QuestionError: It cannot be a question.
        """
        return await self._told((await self.seen_by(chat_id)).answer, question, language)

    async def follow(
        self, chat_id: int, text: str, before: Exchange, language: Language | None, *, replied: bool
    ) -> Answer:
        """The answer to what comes after an answer in a chat; see ``Answerer.follow``.

        Raises:
            QuestionError: It cannot be a question.
            DocumentError: What was cited before is gone.
            NotVerbatimError: What was cited before has changed.
        """
        return await self._told((await self.seen_by(chat_id)).follow, text, before, language, replied=replied)

    async def retell(self, chat_id: int, before: Exchange, language: Language) -> Answer:
        """An answer that was given in a chat, in a language; see ``Answerer.retell``.

        Raises:
            QuestionError: What was asked is no question.
            DocumentError: What was cited before is gone.
            NotVerbatimError: What was cited before has changed.
        """
        return await self._told((await self.seen_by(chat_id)).retell, before, language)

    async def language(self, chat_id: int | None, user: User | None) -> Language:
        """The language for words that answer no question: the chat's own if it is pinned, else the client's."""
        pinned = None if chat_id is None else await self.remember(self.chats.language, chat_id)
        return pinned or client_language(user)

    async def _told(self, function: Callable[P, Answer], *args: P.args, **kwargs: P.kwargs) -> Answer:
        """An answer, told to the log without what was asked."""
        started = time.perf_counter()
        answer = await self.ask(function, *args, **kwargs)
        seconds = time.perf_counter() - started
        self.metrics.question(answer.status, answer.question.language, seconds)
        tell(
            logger,
            logging.INFO,
            "question",
            language=answer.question.language,
            status=answer.status,
            hits=len(answer.citations),
            top_score=round(max((citation.score for citation in answer.citations), default=0.0), 3),
            ms=round(1000 * seconds, 1),
            **whence(),
        )
        return answer

    async def move(self, old: int, new: int) -> None:
        """Give what is remembered of a group to the id that it has now."""
        self._limiter.move(old, new)
        await self.remember(self.access.move, old, new)
        if old in self.permissions.listed:
            # The settings go on naming the id that it had.
            await self.remember(self.access.follow, new)
        await self.remember(self.chats.move, old, new)
        await self.remember(self.answers.move, old, new)
        await self.remember(self.shelves.move, old, new)
        await self.remember(self.drafts.move, old, new)
        await self.remember(self.subscriptions.move, old, new)
        self._moved[old] = new

    async def admitted(self, chats: Collection[int]) -> frozenset[int]:
        """Those of some chats that may be told anything of the library."""
        known = await self.remember(self.access.standing, chats)
        return frozenset(one for one in chats if self.permissions.admits(one, frozenset(), known))

    def current(self, chat_id: int) -> int:
        """The id that a chat has now, as far as a group was seen to get another one."""
        return self._moved.get(chat_id, chat_id)

    def shared_among(self, replicas: int) -> None:
        """So many processes, with this one, send messages."""
        if self.share is not None:
            self._limiter.share(replicas)

    def forget_old(self) -> None:
        """Forget which updates and messages were done with long ago; call it through ``remember``."""
        self.inbox.forget_old()
        self.outbox.forget_old()
        if self.share is not None:
            self.share.forget_old()
        self.subscriptions.forget_old()
        self.access.forget_old()

    def close(self) -> None:
        """End the threads and close the database."""
        self.taking.close()
        self._answering.close()
        self.memory.close()
        self._database.close()


def client_language(user: User | None) -> Language:
    """The bot's language that comes nearest to that of a user's app."""
    return "ar" if user and (user.language_code or "").lower().startswith("ar") else "en"


def exchange(answer: Answer) -> Exchange:
    """What is remembered of an answer: the question as it was asked, and the places that its message cites."""
    question = answer.question
    cited = (CitedPlace(one.document.id, one.start, one.end) for one in answer.citations[:MOST_CITATIONS])
    return Exchange(question.text, question.language, question.context, tuple(cited), answer.followed)
