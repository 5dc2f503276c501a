"""What came is kept once, in the order of arrival, until it is done."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from bot.errors import StateError
from bot.state.database import Database
from bot.state.inbox import Inbox
from bot.state.lock import Lock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "bot.sqlite")
    yield database
    database.close()


def update(number: int, text: str = "?") -> dict[str, Any]:
    return {"update_id": number, "message": {"message_id": 1, "chat": {"id": 7}, "from": {"id": 8}, "text": text}}


def test_what_came_waits_in_the_order_of_arrival_whatever_its_ids(database: Database) -> None:
    inbox = Inbox(database, lambda: 100.9)
    taken = [inbox.take([update(900), update(901)]), inbox.take([update(5, "\ud800 ؟")])]
    waiting = inbox.waiting(0, 10)

    assert taken == [[900, 901], [5]]
    assert [(one.number, one.update_id, one.received_at) for one in waiting] == [
        (1, 900, 100),
        (2, 901, 100),
        (3, 5, 100),
    ]
    assert json.loads(waiting[2].raw) == update(5, "\ud800 ؟")
    assert [one.update_id for one in inbox.waiting(1, 1)] == [901]
    assert inbox.depth() == (3, 100)


def test_what_comes_again_is_not_kept_again_even_when_it_is_done(database: Database) -> None:
    inbox = Inbox(database)
    inbox.take([update(1), update(2)])
    inbox.done([1])

    assert inbox.take([update(1), update(2), update(3), update(3)]) == [3]
    assert [one.update_id for one in inbox.waiting(0, 10)] == [2, 3]


def test_the_words_of_what_is_done_are_forgotten_and_its_id_after_two_days(tmp_path: Path) -> None:
    database = Database(tmp_path / "bot.sqlite")
    now = [1000.0]
    inbox = Inbox(database, lambda: now[0])
    inbox.take([update(1, "a secret question")])
    inbox.done([1])
    inbox.forget_old()
    known = inbox.take([update(1)])
    now[0] += 2 * 86400 + 1
    inbox.forget_old()
    forgotten = inbox.take([update(1)])
    database.close()

    assert (known, forgotten) == ([], [1])
    assert b"a secret question" not in (tmp_path / "bot.sqlite").read_bytes()


def test_what_is_quarantined_no_longer_waits_and_is_kept(database: Database) -> None:
    inbox = Inbox(database)
    inbox.take([update(1), update(2)])
    inbox.quarantine(1, "KeyError")
    inbox.forget_old()

    assert [one.update_id for one in inbox.waiting(0, 10)] == [2]
    assert inbox.take([update(1)]) == []


@pytest.mark.parametrize("broken", [None, 7, [], {}, {"update_id": "1"}, {"update_id": -1}, {"update_id": 2**63}])
def test_what_has_no_id_is_left_out_and_takes_nothing_with_it(database: Database, broken: object) -> None:
    assert Inbox(database).take([broken, update(4)]) == [4]


@pytest.mark.parametrize("body", [None, 3, [], {}, {"chat": 3}, {"chat": {"id": "x"}}, {"message": []}])
def test_a_body_of_any_shape_is_kept(database: Database, body: object) -> None:
    inbox = Inbox(database)

    assert inbox.take([{"update_id": 1, "message": body}]) == [1]
    assert json.loads(inbox.waiting(0, 1)[0].raw) == {"update_id": 1, "message": body}


def test_one_process_at_a_time(tmp_path: Path) -> None:
    first = Lock(tmp_path / "here" / "bot.lock")
    with pytest.raises(StateError, match=r"another bot \(process \d+\) runs in .*here: stop it, or set READOUT_HOME"):
        Lock(tmp_path / "here" / "bot.lock")
    first.release()
    Lock(tmp_path / "here" / "bot.lock").release()


def test_those_who_share_a_folder_keep_out_only_who_wants_it_alone(tmp_path: Path) -> None:
    shared = [Lock(tmp_path / "bot.lock", shared=True) for _ in range(2)]
    with pytest.raises(StateError, match=f"another bot .process {os.getpid()}. runs in"):
        Lock(tmp_path / "bot.lock")
    shared[0].release()
    with pytest.raises(StateError):
        Lock(tmp_path / "bot.lock")
    shared[1].release()
    alone = Lock(tmp_path / "bot.lock")
    with pytest.raises(StateError):
        Lock(tmp_path / "bot.lock", shared=True)
    alone.release()
