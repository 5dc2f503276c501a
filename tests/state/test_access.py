"""Who was let in and who asked: codes, how often something is said, and what is forgotten."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.state import access as module
from bot.state.access import CODE_LASTS, KEPT_FOR, Access, Word, id_in, shown_code
from bot.state.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOUR = timedelta(hours=1)


class Clock:
    now = 1_760_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def access(tmp_path: Path, clock: Clock) -> Iterator[Access]:
    database = Database(tmp_path / "bot.sqlite")
    yield Access(database, clock)
    database.close()


def ask(access: Access, chat_id: int, message_id: int = 1, *, wants_code: bool = True) -> Word | None:
    return access.tell(chat_id, "Salma", "ar", message_id, wants_code=wants_code, again=HOUR)


def code_of(word: Word | None) -> str:
    assert word is not None
    assert word.code is not None
    return word.code


def test_a_code_is_random_good_for_an_hour_and_told_once(access: Access, clock: Clock) -> None:
    code = code_of(ask(access, 5))
    assert re.fullmatch("[BCDFGHJKMNPQRSTVWXZ]{8}", code)
    assert code_of(ask(access, 6)) != code
    assert ask(access, 5, 2) is None
    # The same message once more, after a crash: the same words.
    assert ask(access, 5, 1) == Word(code)

    clock.now += CODE_LASTS.total_seconds()
    assert access.decide(code, "allowed") is None
    assert access.standing([5, 6, 7]) == {5: "asked", 6: "asked"}
    assert code_of(ask(access, 5, 3)) != code


def test_a_code_is_read_however_it_is_written_and_used_once(access: Access) -> None:
    code = code_of(ask(access, 5))
    before = access.decide(f" {shown_code(code).lower()} ", "allowed")

    assert before is not None
    assert (before.chat_id, before.name, before.language, before.code) == (5, "Salma", "ar", code)
    assert access.standing([5]) == {5: "allowed"}
    assert access.decide(code, "denied") is None
    assert access.standing([5]) == {5: "allowed"}


def test_only_so_many_codes_are_good_and_a_decision_makes_room(access: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_CODES", 2)
    first = code_of(ask(access, 1))
    ask(access, 2)

    assert ask(access, 3) == Word(full=True)
    assert ask(access, 3, 2) is None
    access.decide(first, "denied")
    assert code_of(ask(access, 3, 3))


def test_strangers_are_not_remembered_without_end(
    access: Access, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_STRANGERS", 2)
    assert ask(access, 1, wants_code=False) == Word()
    assert ask(access, 2, wants_code=False) == Word()
    assert ask(access, 3, wants_code=False) is None
    access.decide("2", "denied")
    access.decide("1", "allowed")
    clock.now += KEPT_FOR.total_seconds() + 1
    ask(access, 4, wants_code=False)
    access.forget_old()
    assert access.standing([1, 2, 3, 4]) == {1: "allowed", 2: "denied", 4: "asked"}
    clock.now += KEPT_FOR.total_seconds() + 1
    access.forget_old()
    assert access.standing([1, 2, 3, 4]) == {1: "allowed", 2: "denied"}


def test_who_is_let_in_or_shut_out_stays_so_under_another_id(access: Access) -> None:
    access.decide("-1", "denied")
    ask(access, -1001)
    access.move(-1, -1001)
    assert access.standing([-1, -1001]) == {-1001: "denied"}

    access.decide("-2", "allowed")
    access.decide("-1002", "denied")
    access.move(-2, -1002)
    assert access.standing([-2, -1002]) == {-1002: "denied"}
    access.follow(-1002)
    access.follow(-1003)
    assert access.standing([-1002, -1003]) == {-1002: "denied", -1003: "allowed"}


@pytest.mark.parametrize(
    ("written", "read"),
    [("12", 12), (" -100123 ", -100123), ("", None), ("-", None), ("1-2", None), ("١٢", None), ("9" * 19, None)],
)
def test_an_id_is_figures_alone(written: str, read: int | None) -> None:
    assert id_in(written) == read
