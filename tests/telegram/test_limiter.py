"""How fast messages leave, on a clock that the test turns."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from typing import TYPE_CHECKING

import pytest

from bot.telegram.limiter import BRIEFING, Limiter, Limits, Rate

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


class Bell:
    """One thing that is to be called."""

    def __init__(self, callback: Callable[[], object]) -> None:
        self.callback: Callable[[], object] | None = callback

    def cancel(self) -> None:
        self.callback = None


class TurnedClock:
    """A clock that moves when everybody waits."""

    def __init__(self) -> None:
        self.now = 0.0
        self._bells: list[tuple[float, int, Bell]] = []
        self._numbers = itertools.count()

    def time(self) -> float:
        return self.now

    def call_at(self, when: float, callback: Callable[[], object], /) -> Bell:
        bell = Bell(callback)
        heapq.heappush(self._bells, (when, next(self._numbers), bell))
        return bell

    async def run(self, work: Awaitable[object]) -> None:
        """Turn the clock until some work is done."""
        task = asyncio.ensure_future(work)
        while not task.done():
            for _ in range(20):
                await asyncio.sleep(0)
            if not task.done():
                self.now, _, bell = heapq.heappop(self._bells)
                if bell.callback:
                    bell.callback()
        await task


def left(
    sends: list[tuple[int, int]], limits: Limits | None = None, pauses: dict[int, float] | None = None
) -> list[tuple[float, int, int]]:
    """Send all at once, in this order: when each left, its chat and its rank."""
    gone: list[tuple[float, int, int]] = []

    async def main() -> None:
        clock = TurnedClock()
        limiter = Limiter(limits, clock)
        for chat_id, seconds in (pauses or {}).items():
            limiter.pause(chat_id, seconds)

        async def send(chat_id: int, rank: int) -> None:
            async with limiter.slot(chat_id, rank):
                gone.append((clock.now, chat_id, rank))

        await clock.run(asyncio.gather(*(send(*one) for one in sends)))

    asyncio.run(main())
    return gone


def most_within(times: list[float], seconds: float) -> int:
    """The most that left within any stretch of time, its end left out."""
    return max(sum(start <= one < start + seconds - 1e-6 for one in times) for start in times)


def test_a_private_chat_gets_one_a_second() -> None:
    assert [at for at, _, _ in left([(5, 0)] * 4)] == pytest.approx([0, 1, 2, 3])


def test_a_group_gets_twenty_in_any_minute() -> None:
    times = [at for at, _, _ in left([(-5, 0)] * 65)]

    assert most_within(times, 60) == 20
    assert times[19] < 1 < times[20]
    assert times[-1] == pytest.approx(180, abs=1)


def test_all_chats_together_get_thirty_in_any_second_and_no_fewer() -> None:
    times = [at for at, _, _ in left([(chat, 0) for chat in range(1, 301)])]

    assert most_within(times, 1) == 30
    assert times[-1] == pytest.approx(299 // 5 / 6)


def test_that_the_server_takes_its_time_costs_little_and_few_are_under_way() -> None:
    begun: list[float] = []
    under_way = [0]

    async def main() -> None:
        clock = TurnedClock()
        limiter = Limiter(None, clock)

        async def send(chat_id: int) -> None:
            async with limiter.slot(chat_id):
                begun.append(clock.now)
                under_way.append(under_way[-1] + 1)
                answered: asyncio.Future[None] = asyncio.get_running_loop().create_future()
                clock.call_at(clock.now + 0.1, lambda: answered.set_result(None))
                await answered
                under_way.append(under_way[-1] - 1)

        await clock.run(asyncio.gather(*(send(chat_id) for chat_id in range(1, 301))))

    asyncio.run(main())
    assert max(under_way) == 5
    assert most_within(begun, 1) == 30
    # Thirty in each 1.1 s; before, five in each 0.27 s: 16 s in all.
    assert begun[-1] == pytest.approx(9 * 1.1 + 5 / 6, abs=0.2)


def test_a_pause_stops_its_own_chat_alone() -> None:
    gone = left([(-1, 0), (2, 0), (-3, 0)], pauses={-1: 40.0})

    assert gone == [(0.0, 2, 0), (0.0, -3, 0), (40.0, -1, 0)]


def test_a_question_goes_before_a_thousand_briefings() -> None:
    gone = left([(-chat, BRIEFING) for chat in range(1, 1001)] + [(chat, 0) for chat in range(1, 8)])
    answers = [at for at, _, rank in gone if rank == 0]

    # The first five briefings left before anybody asked.
    assert answers == pytest.approx([1 / 6] * 5 + [2 / 6] * 2)
    assert len(gone) == 1007
    assert gone[-1][0] == pytest.approx((1007 - 1) // 5 / 6)


def test_the_order_in_a_chat_is_kept() -> None:
    order: list[int] = []

    async def main() -> None:
        clock = TurnedClock()
        limiter = Limiter(Limits(), clock)

        async def send(number: int) -> None:
            async with limiter.slot(7):
                order.append(number)

        await clock.run(asyncio.gather(*map(send, range(30))))

    asyncio.run(main())
    assert order == list(range(30))


def test_one_that_gives_up_leaves_its_place_to_the_next() -> None:
    gone: list[str] = []

    async def main() -> None:
        clock = TurnedClock()
        limiter = Limiter(Limits(private=Rate(1, 1.0)), clock)

        async def send(name: str) -> None:
            async with limiter.slot(7):
                gone.append(f"{name} at {clock.now:g}")

        tasks = [asyncio.create_task(send(name)) for name in "abc"]
        for _ in range(5):
            await asyncio.sleep(0)
        tasks[1].cancel()
        await clock.run(asyncio.gather(*tasks, return_exceptions=True))

    asyncio.run(main())
    assert gone == ["a at 0", "c at 1"]


def test_what_is_still_leaving_counts() -> None:
    async def main() -> list[float]:
        clock = TurnedClock()
        limiter = Limiter(Limits(), clock)
        times: list[float] = []
        arrived = asyncio.Event()
        clock.call_at(9.5, arrived.set)

        async def slow() -> None:
            async with limiter.slot(7):
                await arrived.wait()

        async def fast() -> None:
            async with limiter.slot(7):
                times.append(clock.now)

        await clock.run(asyncio.gather(slow(), fast()))
        return times

    assert asyncio.run(main()) == [10.5]


def test_a_group_that_got_another_id_keeps_its_window() -> None:
    async def main() -> float:
        clock = TurnedClock()
        limiter = Limiter(Limits(group=Rate(1, 60.0)), clock)

        async def send(chat_id: int) -> float:
            async with limiter.slot(chat_id):
                return clock.now

        await clock.run(send(-1))
        # Both groups tell of it, and either may come again.
        for _ in range(50):
            limiter.move(-1, -100)
            limiter.move(-100, -100)
        limiter.move(-100, -1)
        limiter.move(-1, -100)
        assert list(limiter._chats[-100].ended) == [0.0]
        task = asyncio.create_task(send(-100))
        await clock.run(task)
        return task.result()

    assert asyncio.run(main()) == 60.0
