"""How fast messages may leave: in each chat, and over all chats; what a person waits for goes first."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections import deque
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

ANSWER = 0
"""The rank of what a person waits for."""
BRIEFING = 1
"""The rank of what nobody waits for."""

# A timer may ring this much early; seconds.
_EARLY = 1e-6
_MANY_IDLE = 5000


@dataclass(frozen=True, slots=True)
class Rate:
    """At most so many within any stretch of so many seconds."""

    most: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Limits:
    """How fast messages leave, and how much may be asked.

    The first three are Telegram's, https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this.

    Attributes:
        private: Messages to a private chat.
        group: Messages to a group.
        everywhere: Messages to all chats.
        person: Questions of one person.
        asked_in_group: Questions in one group: as many as there may be answers.
        files: Documents that one person sends to be read, or all in one group.
        portion: Messages to all chats that are begun within a moment, and that are under way at any.
    """

    private: Rate = Rate(1, 1.0)
    group: Rate = Rate(20, 60.0)
    everywhere: Rate = Rate(30, 1.0)
    person: Rate = Rate(20, 60.0)
    asked_in_group: Rate = Rate(20, 60.0)
    files: Rate = Rate(30, 600.0)
    # So few are under way at any moment that a crash leaves few in doubt, and what is urgent never waits long.
    portion: Rate = Rate(5, 1 / 6)


class Timer(Protocol):
    """What was set to ring."""

    def cancel(self) -> None:
        """Not to ring."""


class Clock(Protocol):
    """A clock that rings; an event loop is one."""

    def time(self) -> float:
        """Seconds since some moment."""

    def call_at(self, when: float, callback: Callable[[], object], /) -> Timer:
        """Have something called at a time."""


@dataclass(slots=True)
class _Window:
    """What left within the last seconds, and what is leaving.

    Counted from the moment that the server had answered, since nobody knows when a request arrived there before that.
    """

    rate: Rate
    at_once: float = inf
    ended: deque[float] = field(default_factory=deque)
    leaving: int = 0
    paused_until: float = -inf
    waiting: list[tuple[int, int, asyncio.Future[None]]] = field(default_factory=list)

    def opens_at(self, now: float) -> float:
        """When the next may leave, if nothing else happens; never where one that is leaving must end first."""
        while self.ended and self.ended[0] <= now - self.rate.seconds + _EARLY:
            self.ended.popleft()
        if self.leaving >= self.at_once:
            return inf
        over = len(self.ended) + self.leaving - self.rate.most
        if over < 0:
            return self.paused_until
        if over >= len(self.ended):
            return inf
        return max(self.paused_until, self.ended[over] + self.rate.seconds)

    def head(self) -> tuple[int, int] | None:
        """Rank and number of the first that waits."""
        while self.waiting and self.waiting[0][2].done():
            heapq.heappop(self.waiting)
        return self.waiting[0][:2] if self.waiting else None


class Limiter:
    """Lets messages, edits and chat actions leave no faster than Telegram takes them.

    Args:
        limits: How fast.
        clock: By default the event loop that it is used in.
    """

    def __init__(self, limits: Limits | None = None, clock: Clock | None = None) -> None:
        self._limits = limits or Limits()
        self._given_clock = clock
        self._everywhere = _Window(self._limits.everywhere, self._limits.portion.most)
        # Counted from where they begin: slow answers must not slow down the others.
        self._begun = _Window(self._limits.portion)
        self._chats: dict[int, _Window] = {}
        # Those whose chat lets them go: rank, number, chat. And when to look at a chat again.
        self._ready: list[tuple[int, int, int]] = []
        self._later: list[tuple[float, int]] = []
        self._numbers = itertools.count()
        self._timer: Timer | None = None

    @asynccontextmanager
    async def slot(self, chat_id: int, rank: int = ANSWER) -> AsyncIterator[None]:
        """Wait until something may be sent to a chat; it counts as being sent until this is left.

        Args:
            chat_id: The chat; a group's id is below zero.
            rank: The lower goes first.
        """
        window = self._window(chat_id)
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(window.waiting, (rank, next(self._numbers), turn))
        self._look(chat_id, self._clock.time())
        self._let_go()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.cancelled():
                self._look(chat_id, self._clock.time())
                self._let_go()
            else:
                self._end(chat_id)
            raise
        try:
            yield
        finally:
            self._end(chat_id)

    def pause(self, chat_id: int, seconds: float) -> None:
        """Send nothing to a chat for so many seconds; the others do not notice."""
        window = self._window(chat_id)
        window.paused_until = max(window.paused_until, self._clock.time() + seconds)

    def share(self, among: int) -> None:
        """Let so many processes, with this one, have the rate over all chats together."""
        everywhere = self._limits.everywhere
        self._everywhere.rate = Rate(everywhere.most, everywhere.seconds * among)

    def move(self, old: int, new: int) -> None:
        """A chat has another id now: what was sent to it counts there, once, however often that is told."""
        window = self._chats.get(old)
        if window is not None and old != new:
            now = self._window(new)
            now.ended = deque(sorted([*now.ended, *window.ended]))
            window.ended.clear()
            now.paused_until = max(now.paused_until, window.paused_until)

    @property
    def _clock(self) -> Clock:
        return self._given_clock or asyncio.get_running_loop()

    def _window(self, chat_id: int) -> _Window:
        if chat_id not in self._chats:
            if len(self._chats) >= _MANY_IDLE:
                self._forget_idle()
            self._chats[chat_id] = _Window(self._limits.group if chat_id < 0 else self._limits.private)
        return self._chats[chat_id]

    def _forget_idle(self) -> None:
        now = self._clock.time()
        for chat_id, window in list(self._chats.items()):
            if window.head() is None and window.opens_at(now) <= now and not window.ended and not window.leaving:
                del self._chats[chat_id]

    def _end(self, chat_id: int) -> None:
        now = self._clock.time()
        for window in (self._window(chat_id), self._everywhere):
            window.leaving -= 1
            window.ended.append(now)
        self._look(chat_id, now)
        self._let_go()

    def _look(self, chat_id: int, now: float) -> None:
        """Put the first that waits in a chat where it belongs."""
        window = self._window(chat_id)
        head = window.head()
        if head is None:
            return
        opens_at = window.opens_at(now)
        if opens_at <= now + _EARLY:
            heapq.heappush(self._ready, (*head, chat_id))
        elif opens_at < inf:
            heapq.heappush(self._later, (opens_at, chat_id))

    def _let_go(self) -> None:
        """Let go all who may, and ring when the next may."""
        now = self._clock.time()
        while self._later and self._later[0][0] <= now + _EARLY:
            self._look(heapq.heappop(self._later)[1], now)
        opens_at = max(self._everywhere.opens_at(now), self._begun.opens_at(now))
        while self._ready and opens_at <= now + _EARLY:
            rank, number, chat_id = heapq.heappop(self._ready)
            window = self._window(chat_id)
            if window.head() != (rank, number):
                continue
            if window.opens_at(now) > now + _EARLY:
                self._look(chat_id, now)
                continue
            turn = heapq.heappop(window.waiting)[2]
            window.leaving += 1
            self._everywhere.leaving += 1
            self._begun.ended.append(now)
            turn.set_result(None)
            self._look(chat_id, now)
            opens_at = max(self._everywhere.opens_at(now), self._begun.opens_at(now))
        self._ring(min(self._later[0][0] if self._later else inf, opens_at if self._ready else inf))

    def _ring(self, when: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if when < inf:
            self._timer = self._clock.call_at(when, self._let_go)
