"""Under more questions than Telegram takes answers nothing is lost and nothing grows; long and full runs are by command."""

from __future__ import annotations

import sys

import pytest

from benchmarks.load import Plan, load, max_within
from benchmarks.soak import soak

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def test_the_most_within_a_second_is_counted_with_one_end_of_it() -> None:
    assert max_within([0.0, 0.5, 0.999, 1.0, 1.4, 3.0], 1.0) == 4
    assert max_within([], 1.0) == 0


@pytest.mark.slow
def test_what_is_asked_faster_than_answers_may_leave_is_answered_in_order() -> None:
    outcome = load(Plan(rate=60, seconds=3, chats=120))

    assert outcome.questions > 150
    assert outcome.waiting_most > 50
    assert (outcome.lost, outcome.doubled, outcome.out_of_order) == (0, 0, 0)
    assert (outcome.too_fast, outcome.refused) == (0, 0)
    assert outcome.answered + outcome.told + outcome.after_the_word == outcome.questions
    assert outcome.most_in_a_second <= 30
    assert outcome.memory_most < outcome.memory_before + 60


@pytest.mark.slow
def test_documents_come_and_go_and_briefings_are_told_beside_the_questions() -> None:
    outcome = soak(10, every=1)

    assert outcome.questions > 10
    assert outcome.answered == outcome.questions
    assert min(outcome.added, outcome.removed, outcome.briefings) > 0
    assert (outcome.waiting, outcome.threads[1] - outcome.threads[0]) == (0, 0)
