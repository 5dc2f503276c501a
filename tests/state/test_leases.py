"""Each chat is one replica's at a time, and a dead one's chats are taken over with all that waits in them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from bot.state.database import FILE_NAME, Database
from bot.state.inbox import Inbox
from bot.state.leases import BRIEFINGS, Leases, line_of
from bot.state.replicas import Replicas

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


class Process:
    """One of several: with a connection of its own."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.database = Database(folder / FILE_NAME)
        self.inbox = Inbox(self.database, clock)
        self.replicas = Replicas(self.database, clock)
        self.leases = Leases(self.database, self.replicas.name, clock)
        self.held: list[int] = []
        self.beat()

    def beat(self) -> int:
        return self.replicas.beat("webhook", None)

    def claim(self, limit: int = 100) -> list[int]:
        """The ids of the updates that it begins to handle."""
        rows = self.leases.claim(self.held, limit)
        self.held += [row.number for row in rows]
        return [row.update_id for row in rows]

    def done(self) -> None:
        self.inbox.done(self.held)
        self.held.clear()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def two(tmp_path: Path, clock: Clock) -> Iterator[tuple[Process, Process]]:
    one, other = Process(tmp_path, clock), Process(tmp_path, clock)
    yield one, other
    one.database.close()
    other.database.close()


def said(number: int, chat: int | None) -> dict[str, object]:
    return {"update_id": number, "message": {} if chat is None else {"chat": {"id": chat}}}


def test_a_chat_stays_with_the_replica_that_began_it(two: tuple[Process, Process]) -> None:
    one, other = two
    one.inbox.take([said(1, 7), said(2, 8), said(3, None)])

    assert one.claim(limit=1) == [1]
    other.inbox.take([said(4, 7), said(5, 9)])
    # Not 4, which waits for 1, wherever it came in.
    assert other.claim() == [2, 3, 5]
    assert one.claim() == [4]
    assert (one.claim(), other.claim()) == ([], [])
    one.done()
    one.inbox.take([said(6, 7), said(7, 9)])
    assert (other.claim(), one.claim()) == ([7], [6])


def test_what_a_dead_one_left_is_taken_over_in_order(two: tuple[Process, Process], clock: Clock) -> None:
    one, other = two
    one.inbox.take([said(1, 7), said(2, 7)])
    assert one.claim(limit=1) == [1]
    clock.now += 9
    other.beat()
    one.inbox.take([said(3, 7)])
    assert other.claim() == []

    clock.now += 2

    assert [living.name for living in other.replicas.living()] == [other.replicas.name]
    assert other.claim() == [1, 2, 3]
    # Were it not dead but only slow, it may no longer write there.
    one.beat()
    assert (one.leases.hold(line_of(7)), other.leases.hold(line_of(7))) == (False, True)
    assert one.claim() == []
    assert (one.leases.renew(one.held), other.leases.renew(other.held)) == (one.held, [])


def test_an_idle_chat_goes_to_whoever_comes_first_and_one_that_is_worked_on_does_not(
    two: tuple[Process, Process], clock: Clock
) -> None:
    one, other = two
    one.inbox.take([said(1, 7), said(2, 8)])
    one.claim()
    one.inbox.done(one.held[1:])
    for _ in range(9):
        clock.now += 7
        assert (one.beat(), other.beat()) == (2, 2)
        assert one.leases.renew(one.held[:1]) == []
    one.inbox.take([said(3, 7), said(4, 8)])

    assert other.claim() == [4]
    assert one.claim() == [3]


def test_who_leaves_gives_all_back_at_once(two: tuple[Process, Process]) -> None:
    one, other = two
    one.inbox.take([said(1, 7)])
    assert one.claim() == [1]
    assert (one.leases.hold(BRIEFINGS), other.leases.hold(BRIEFINGS)) == (True, False)

    one.replicas.leave()

    assert other.claim() == [1]
    assert other.leases.hold(BRIEFINGS)
    assert other.beat() == 1


def test_of_many_that_claim_at_once_each_update_goes_to_one(tmp_path: Path, clock: Clock) -> None:
    processes = [Process(tmp_path, clock) for _ in range(4)]
    processes[0].inbox.take([said(number, number % 50) for number in range(400)])
    begin = threading.Barrier(4)
    got: list[list[int]] = [[], [], [], []]

    def work(index: int) -> None:
        begin.wait()
        while claimed := processes[index].claim(limit=7):
            got[index] += claimed
            processes[index].done()

    threads = [threading.Thread(target=work, args=(index,)) for index in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for process in processes:
        process.database.close()

    assert sorted(number for each in got for number in each) == list(range(400))
    chats = [{number % 50 for number in each} for each in got]
    assert sum(map(len, chats)) == 50
    assert all(each == sorted(each) for each in got)
