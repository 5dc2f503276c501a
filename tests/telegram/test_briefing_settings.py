"""What a chat sets of its briefings, in words of either language."""

from __future__ import annotations

from datetime import time

import pytest

from bot.answer.briefing.profile import Profile
from bot.answer.briefing.schedule import EVERY_DAY, Schedule
from bot.state.subscriptions import Subscription
from bot.telegram.briefing_settings import SettingError, changed, pressed

ONE = Subscription(-7)


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        ("08:30", Schedule((time(8, 30),))),
        ("19:00 7:05", Schedule((time(7, 5), time(19)))),
        ("٠٨:٣٠ القاهرة", Schedule((time(8, 30),), EVERY_DAY, "Africa/Cairo")),
        ("sun-thu", Schedule(days=frozenset({6, 0, 1, 2, 3}))),
        ("Monday, Fri", Schedule(days=frozenset({0, 4}))),
        ("الأحد الإثنين", Schedule(days=frozenset({6, 0}))),
        ("الأحد-الخميس", Schedule(days=frozenset({6, 0, 1, 2, 3}))),
        ("07:00 daily in New York", Schedule((time(7),), EVERY_DAY, "America/New_York")),
        ("يوميًا في الساعة 07:00", Schedule((time(7),))),
    ],
)
def test_when(text: str, schedule: Schedule) -> None:
    assert changed(ONE, text).schedule == schedule


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("ar 3000", Profile(("ar",), 3000)),
        ("both", Profile(("en", "ar"))),
        ("subjects Iran,  the grain ", Profile(subjects=("Iran", "the grain"))),
        ("مواضيع إيران، القمح", Profile(subjects=("إيران", "القمح"))),
        ("قادة بوتين؛ ماكرون", Profile(leaders=("بوتين", "ماكرون"))),
    ],
)
def test_of_what(text: str, profile: Profile) -> None:
    assert changed(ONE, text).profile == profile


def test_subjects_are_taken_back() -> None:
    assert changed(changed(ONE, "subjects Iran"), "subjects -") == ONE


@pytest.mark.parametrize("text", ["25:00", "08:60", "Atlantis", "subjects", "leaders " + "x" * 81, "100", "sun-noon"])
def test_what_is_not_understood_sets_nothing(text: str) -> None:
    with pytest.raises(SettingError):
        changed(ONE, text)


def test_what_buttons_set() -> None:
    assert pressed(ONE, "earlier", None).schedule.hours == (time(7),)
    assert pressed(Subscription(-7, Schedule((time(23, 30),))), "later", None).schedule.hours == (time(0, 30),)
    one = ONE
    seen = []
    for _ in range(3):
        one = pressed(one, "language", None)
        seen.append(one.profile.languages)
    assert seen == [("ar",), ("en", "ar"), ("en",)]
    assert pressed(ONE, "here", 5).thread_id == 5
    assert [pressed(ONE, verb, None).state for verb in ("on", "pause", "off")] == ["on", "paused", "off"]
