"""The memory of given answers."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.answer.exchange import CitedPlace, Exchange, Followed
from bot.state.answers import KEPT_FOR, GivenAnswer, GivenAnswers
from bot.state.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GROUP = -1_001_234_567_890
EXCHANGE = Exchange("متى كانت آخر مكالمة؟", "ar", None, (CitedPlace("مكالمة.ar", 3, 9), CitedPlace("b", 0, 1)))

FOLLOWED = Followed("before", "متى؟", "من اتصل؟", (CitedPlace("مكالمة.ar", 3, 9),), date(2022, 9, 11))
FOLLOW_UP = Exchange("وقبل ذلك؟", "ar", None, (CitedPlace("b", 0, 1),), FOLLOWED)
FIVE = timedelta(minutes=5)


class Clock:
    def __init__(self) -> None:
        self.now = 1_750_000_000.5

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "bot.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def answers(database: Database, clock: Clock) -> GivenAnswers:
    return GivenAnswers(database, clock)


def test_an_answer_is_found_by_its_id_its_question_and_its_message(answers: GivenAnswers) -> None:
    answer_id = answers.add(GROUP, 10, EXCHANGE)
    assert answers.get(answer_id) == GivenAnswer(answer_id, GROUP, None, 10, EXCHANGE)

    answers.sent(answer_id, 11)

    given = GivenAnswer(answer_id, GROUP, 11, 10, EXCHANGE)
    assert answers.get(answer_id) == given
    assert answers.to_question(GROUP, 10) == given
    assert answers.in_message(GROUP, 11) == given
    assert answers.to_question(GROUP, 11) is None
    assert answers.in_message(GROUP, 10) is None
    assert answers.in_message(GROUP + 1, 11) is None
    assert answers.get(answer_id + 1) is None


def test_of_several_the_newest_is_found(answers: GivenAnswers) -> None:
    for exchange in (EXCHANGE, replace(EXCHANGE, question="again")):
        answers.sent(answers.add(GROUP, 10, exchange), 11)

    found = answers.to_question(GROUP, 10)
    assert found is not None
    assert found.exchange.question == "again"
    assert answers.in_message(GROUP, 11) == found


def test_an_answer_changes_in_place(answers: GivenAnswers) -> None:
    answer_id = answers.add(GROUP, 10, EXCHANGE)
    answers.sent(answer_id, 11)
    changed = Exchange("When?", "en", "the question before", ())
    answers.change(answer_id, changed)

    assert answers.get(answer_id) == GivenAnswer(answer_id, GROUP, 11, 10, changed)


def test_a_context_is_claimed_once_until_it_is_released(answers: GivenAnswers) -> None:
    answer_id = answers.add(GROUP, 10, EXCHANGE)

    assert answers.claim_context(answer_id, 1)
    assert not answers.claim_context(answer_id, 1)
    assert answers.claim_context(answer_id, 2)
    answers.release_context(answer_id, 1)
    assert answers.claim_context(answer_id, 1)
    assert not answers.claim_context(answer_id, 2)
    assert not answers.claim_context(answer_id + 1, 1)


def test_the_message_that_shows_a_context_leads_to_the_answer(answers: GivenAnswers) -> None:
    answer_id = answers.add(GROUP, 10, EXCHANGE)
    answers.sent(answer_id, 11)
    answers.claim_context(answer_id, 1)
    answers.context_sent(answer_id, 1, 12)

    assert answers.in_message(GROUP, 12) == answers.get(answer_id)
    assert answers.in_message(7, 12) is None


def test_contexts_are_forgotten_when_an_answer_cites_other_places_and_kept_when_not(answers: GivenAnswers) -> None:
    answer_id = answers.add(GROUP, 10, EXCHANGE)
    answers.claim_context(answer_id, 1)

    answers.change(answer_id, replace(EXCHANGE, language="en"))
    assert not answers.claim_context(answer_id, 1)
    answers.change(answer_id, replace(EXCHANGE, citations=EXCHANGE.citations[:1]))
    assert answers.claim_context(answer_id, 1)


def test_what_is_older_than_thirty_days_is_forgotten(answers: GivenAnswers, clock: Clock) -> None:
    old = answers.add(GROUP, 10, EXCHANGE)
    answers.claim_context(old, 1)
    clock.now += KEPT_FOR.total_seconds()
    young = answers.add(GROUP, 12, EXCHANGE)
    assert answers.get(old) is not None
    clock.now += 1
    newest = answers.add(GROUP, 14, EXCHANGE)

    assert KEPT_FOR.days == 30
    assert answers.get(old) is None
    assert answers.get(young) is not None
    assert newest > young > old


def test_an_id_is_never_given_twice(answers: GivenAnswers, clock: Clock) -> None:
    first = answers.add(GROUP, 10, EXCHANGE)
    clock.now += 2 * KEPT_FOR.total_seconds()

    assert answers.add(GROUP, 10, EXCHANGE) == first + 1


def test_a_groups_answers_move_with_it(answers: GivenAnswers) -> None:
    answer_id = answers.add(-55, 10, EXCHANGE)
    other = answers.add(-56, 10, EXCHANGE)
    answers.move(-55, GROUP)

    assert answers.to_question(-55, 10) is None
    assert answers.to_question(GROUP, 10) == GivenAnswer(answer_id, GROUP, None, 10, EXCHANGE)
    assert answers.to_question(-56, 10) == GivenAnswer(other, -56, None, 10, EXCHANGE)


def test_all_of_it_survives(tmp_path: Path, answers: GivenAnswers, database: Database) -> None:
    answer_id = answers.add(GROUP, 10, EXCHANGE)
    answers.claim_context(answer_id, 1)
    database.close()

    reopened = Database(tmp_path / "bot.sqlite")
    again = GivenAnswers(reopened)
    assert again.get(answer_id) == GivenAnswer(answer_id, GROUP, None, 10, EXCHANGE)
    assert not again.claim_context(answer_id, 1)
    reopened.close()


def test_how_an_answer_goes_on_from_another_is_kept_changed_and_forgotten(
    answers: GivenAnswers, database: Database, clock: Clock
) -> None:
    answer_id = answers.add(GROUP, 10, FOLLOW_UP)
    assert answers.get(answer_id) == GivenAnswer(answer_id, GROUP, None, 10, FOLLOW_UP)

    other = replace(FOLLOW_UP, followed=Followed("more", "متى؟", None, ()))
    answers.change(answer_id, other)
    assert answers.get(answer_id) == GivenAnswer(answer_id, GROUP, None, 10, other)
    answers.change(answer_id, EXCHANGE)
    assert answers.get(answer_id) == GivenAnswer(answer_id, GROUP, None, 10, EXCHANGE)

    answers.change(answer_id, FOLLOW_UP)
    clock.now += KEPT_FOR.total_seconds() + 1
    answers.add(GROUP, 12, EXCHANGE)
    with database.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM followups").scalar_one() == 0


def test_the_newest_answer_of_a_chat_is_known_for_a_time(answers: GivenAnswers, clock: Clock) -> None:
    assert answers.latest(5, FIVE) is None
    first = answers.get(answers.add(5, 10, EXCHANGE))
    clock.now += 200
    second = answers.get(answers.add(5, 12, FOLLOW_UP))
    answers.add(6, 12, EXCHANGE)

    assert answers.latest(5, FIVE) == second
    assert answers.latest(7, FIVE) is None
    clock.now += 300
    assert answers.latest(5, FIVE) == second
    clock.now += 1
    assert answers.latest(5, FIVE) is None
    assert answers.latest(5, FIVE, second) == first
    assert answers.latest(5, timedelta(seconds=199), second) is None
    assert answers.latest(5, FIVE, first) is None


def test_a_database_of_the_time_before_follow_ups_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    old = Database(path)
    answer_id = GivenAnswers(old).add(5, 10, EXCHANGE)
    old.close()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE followups")
        connection.execute("DROP TABLE alembic_version")
        connection.execute("DROP INDEX ix_answers_user_id")
        connection.execute("ALTER TABLE answers DROP COLUMN user_id")
    connection.close()

    database = Database(path)
    answers = GivenAnswers(database)
    assert answers.get(answer_id) == GivenAnswer(answer_id, 5, None, 10, EXCHANGE)
    answers.change(answer_id, FOLLOW_UP)
    assert answers.get(answer_id) == GivenAnswer(answer_id, 5, None, 10, FOLLOW_UP)
    database.close()


def test_follow_ups_survive(tmp_path: Path, answers: GivenAnswers, database: Database) -> None:
    answer_id = answers.add(GROUP, 10, FOLLOW_UP)
    database.close()

    reopened = Database(tmp_path / "bot.sqlite")
    assert GivenAnswers(reopened).get(answer_id) == GivenAnswer(answer_id, GROUP, None, 10, FOLLOW_UP)
    reopened.close()
