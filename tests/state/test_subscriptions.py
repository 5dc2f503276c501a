"""Who is briefed and what they were told: kept, once, over restarts and downtimes."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.answer.briefing.profile import Profile
from bot.answer.briefing.schedule import Schedule, Slot, slots
from bot.answer.exchange import CitedPlace
from bot.state.database import Database
from bot.state.subscriptions import Prepared, Subscription, Subscriptions
from tests.answer.briefing.test_schedule import ZONES

if TYPE_CHECKING:
    from pathlib import Path

FULL = Subscription(
    -7,
    Schedule((time(8, 30), time(19)), frozenset({6, 0}), "Africa/Cairo"),
    Profile(("ar", "en"), 3000, ("إيران",), ("Putin",)),
    thread_id=5,
    state="on",
    at_once=True,
    says_empty=True,
)
PLACE = CitedPlace("one", 3, 9)


class Turned:
    """A clock that the test turns."""

    def __init__(self, at: str) -> None:
        self.at = datetime.fromisoformat(at).replace(tzinfo=UTC)

    def __call__(self) -> float:
        return self.at.timestamp()


def opened(folder: Path, clock: Turned) -> Subscriptions:
    return Subscriptions(Database(folder / "bot.sqlite"), clock)


def test_everything_that_is_set_is_kept(tmp_path: Path) -> None:
    clock = Turned("2025-06-01 00:00")
    opened(tmp_path, clock).save(FULL)
    assert opened(tmp_path, clock).get(-7) == FULL
    assert opened(tmp_path, clock).get(-8) is None


def test_a_slot_is_claimed_once_by_whatever_process(tmp_path: Path) -> None:
    one, other = opened(tmp_path, Turned("2025-06-01 09:00")), opened(tmp_path, Turned("2025-06-01 09:00"))
    prepared = Prepared(-7, "2025-06-01T08:30", None, ("<b>a</b>",), (PLACE,), ("one", "two"))
    assert one.claim(prepared)
    assert not other.claim(replace(prepared, parts=("b",), told=(CitedPlace("x", 0, 1),)))
    assert other.told(-7) == (PLACE,)
    assert other.briefed(-7) == frozenset({"one", "two"})
    assert [found.parts for found in other.pending()] == [("<b>a</b>",)]
    other.done(-7, prepared.slot)
    assert one.pending() == []
    assert not one.claim(prepared)


def test_slots_of_long_ago_are_forgotten_but_not_what_is_unsent(tmp_path: Path) -> None:
    clock = Turned("2025-06-01 09:00")
    there = opened(tmp_path, clock)
    there.claim(Prepared(-7, "sent", None, ("a",), (PLACE,)))
    there.claim(Prepared(-7, "unsent", None, ("b",)))
    there.done(-7, "sent")
    clock.at += timedelta(days=29)
    there.forget_old()
    assert there.has(-7, "sent")
    clock.at += timedelta(days=2)
    there.forget_old()
    assert not there.has(-7, "sent")
    assert there.has(-7, "unsent")
    assert there.told(-7) == (PLACE,)


def test_another_length_leaves_what_is_due_and_another_hour_does_not(tmp_path: Path) -> None:
    clock = Turned("2025-06-01 00:00")
    there = opened(tmp_path, clock)
    there.save(Subscription(-7, state="on"))
    clock.at = datetime(2025, 6, 1, 9, tzinfo=UTC)
    there.save(Subscription(-7, state="on", says_empty=True))
    assert [[slot.key for slot in due] for _, due in there.due()] == [["2025-06-01T08:00"]]
    there.save(Subscription(-7, Schedule((time(8, 30),)), state="on"))
    assert there.due() == []


def test_a_chat_that_shut_the_bot_out_keeps_its_settings(tmp_path: Path) -> None:
    there = opened(tmp_path, Turned("2025-06-01 00:00"))
    there.save(FULL)
    there.claim(Prepared(-7, "s", None, ("a",)))
    there.end(-7)
    assert there.get(-7) == replace(FULL, state="ended")
    assert there.pending() == []


def test_a_group_that_got_another_id_keeps_everything(tmp_path: Path) -> None:
    there = opened(tmp_path, Turned("2025-06-01 00:00"))
    there.save(FULL)
    there.claim(Prepared(-7, "s", 5, ("a",), (PLACE,), ("one",)))
    there.note_corrected(-7, 4)
    there.move(-7, -1007)
    assert there.get(-1007) == replace(FULL, chat_id=-1007)
    assert (there.told(-1007), there.briefed(-1007), there.corrected(-1007)) == ((PLACE,), frozenset({"one"}), 4)
    assert [one.chat_id for one in there.pending()] == [-1007]
    assert (there.get(-7), there.told(-7), there.briefed(-7)) == (None, (), None)


@pytest.mark.parametrize("seed", range(3))
def test_a_year_over_twelve_zones_with_downtimes(tmp_path: Path, seed: int) -> None:
    dice, clock = random.Random(seed), Turned("2025-01-01 00:00")
    there = opened(tmp_path, clock)
    schedules = {}
    for number, zone in enumerate(ZONES):
        hour = time(dice.choice([0, 1, 2, 2, 3, 8]), dice.choice([0, 10, 30]))
        schedules[-number - 1] = Schedule((hour,), frozenset(range(7)), zone)
        there.save(Subscription(-number - 1, schedules[-number - 1], state="on"))
    begun, told = clock.at, Counter[tuple[int, Slot]]()
    while clock.at < begun + timedelta(days=365):
        away = dice.random() < 0.02
        # Now and then longer than slots are remembered for.
        longest = dice.choice([6, 40, 24 * 40]) * 60
        step = timedelta(minutes=dice.randint(1, longest) if away else dice.randint(60, 240))
        clock.at += step
        if away:
            # A restart finds what was there.
            there = opened(tmp_path, clock)
        for one, due in there.due():
            if due:
                instead_of = tuple(slot.key for slot in due[:-1])
                assert there.claim(Prepared(one.chat_id, due[-1].key, None, (), instead_of=instead_of))
                told.update((one.chat_id, slot) for slot in due)
                # A briefing stands for others only where nobody looked since.
                assert len(due) == 1 or away
                assert all(there.has(one.chat_id, slot.key) for slot in due)
            if dice.random() < 0.1:
                # Killed before it could be noted that all is made.
                there = opened(tmp_path, clock)
                assert not [late for other, late in there.due() if other.chat_id == one.chat_id and late]
            there.advance(one.chat_id)
    assert set(told.values()) == {1}
    for chat_id, schedule in schedules.items():
        assert sorted(slot for chat, slot in told if chat == chat_id) == slots(schedule, begun, clock.at)
