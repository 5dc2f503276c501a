"""Order inside a chat, chats side by side, nothing left behind."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from telegram import Update

from bot.telegram.order import ChatOrder

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


def update(number: int, chat_id: int | None, kind: str = "message") -> Update:
    message = {"message_id": number, "date": 1, "chat": {"id": chat_id, "type": "private"}}
    person = {"id": 5, "is_bot": False, "first_name": "Nour"}
    bodies: dict[str, dict[str, Any]] = {
        "message": message,
        "callback_query": {"id": "1", "from": person, "chat_instance": "1", "message": message, "data": "x"},
        "inline_query": {"id": "1", "from": person, "query": "", "offset": ""},
    }
    parsed = Update.de_json({"update_id": number, kind: bodies[kind]})
    assert isinstance(parsed, Update)
    return parsed


def run(work: Callable[[ChatOrder], Awaitable[None]], order: ChatOrder | None = None) -> None:
    async def main() -> None:
        chosen = order or ChatOrder()
        await work(chosen)
        assert chosen.chats == 0

    asyncio.run(main())


def test_a_chat_keeps_its_order_and_waits_for_no_other() -> None:
    async def work(order: ChatOrder) -> None:
        done: list[tuple[int, int]] = []
        free = asyncio.Event()

        async def handle(chat_id: int, number: int) -> None:
            if (chat_id, number) == (1, 0):
                await free.wait()
            # Later ones would overtake earlier ones if they could.
            for _ in range(10 - number):
                await asyncio.sleep(0)
            done.append((chat_id, number))
            if len(done) == 5:
                free.set()

        async with asyncio.TaskGroup() as tasks:
            for number in range(5):
                for chat_id in (1, 2):
                    tasks.create_task(order.process_update(update(number, chat_id), handle(chat_id, number)))

        assert done == [(2, number) for number in range(5)] + [(1, number) for number in range(5)]

    run(work)


def test_many_that_wait_in_one_chat_take_no_place_from_others() -> None:
    async def work(order: ChatOrder) -> None:
        free, served = asyncio.Event(), asyncio.Event()

        async def wait() -> None:
            await free.wait()

        async def serve() -> None:
            served.set()

        async with asyncio.TaskGroup() as tasks:
            for number in range(50):
                tasks.create_task(order.process_update(update(number, 1), wait()))
            tasks.create_task(order.process_update(update(99, 2), serve()))
            await asyncio.wait_for(served.wait(), 10)
            free.set()

    run(work, ChatOrder(at_once=2))


def test_no_more_are_served_at_once_than_there_are_places() -> None:
    async def work(order: ChatOrder) -> None:
        at_once: list[int] = []
        now = 0

        async def handle() -> None:
            nonlocal now
            now += 1
            at_once.append(now)
            await asyncio.sleep(0)
            now -= 1

        async with asyncio.TaskGroup() as tasks:
            for number in range(20):
                tasks.create_task(order.process_update(update(number, number + 1), handle()))
        assert max(at_once) == 3

    run(work, ChatOrder(at_once=3))


@pytest.mark.parametrize("kind", ["callback_query", "inline_query"])
def test_presses_and_inline_queries_do_not_wait(kind: str) -> None:
    async def work(order: ChatOrder) -> None:
        served = asyncio.Event()

        async def serve() -> None:
            served.set()

        async with order.turn(1):
            await asyncio.wait_for(order.process_update(update(1, 1, kind), serve()), 10)
        assert served.is_set()

    run(work)


def test_a_failure_and_a_cancellation_leave_nothing_behind() -> None:
    async def work(order: ChatOrder) -> None:
        async def fail() -> None:
            raise ValueError("broken")

        async def never() -> None:
            await asyncio.Event().wait()

        with pytest.raises(ValueError, match="broken"):
            await order.process_update(update(1, 1), fail())
        first = asyncio.create_task(order.process_update(update(2, 1), never()))
        second = asyncio.create_task(order.process_update(update(3, 1), never()))
        await asyncio.sleep(0)
        assert order.chats == 1
        second.cancel()
        first.cancel()
        assert [type(result) for result in await asyncio.gather(first, second, return_exceptions=True)] == [
            asyncio.CancelledError
        ] * 2

    run(work)
