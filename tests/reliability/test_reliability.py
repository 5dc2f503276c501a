"""Nothing is lost when the bot is killed, or when everything around it goes wrong: a few runs here, the many by command."""

from __future__ import annotations

import pytest

from tests.reliability.killing import kill_again_and_again
from tests.reliability.storm import weather_a_storm


@pytest.mark.parametrize("runs", [3, pytest.param(200, marks=pytest.mark.long)])
def test_no_question_is_lost_when_the_bot_is_killed(runs: int) -> None:
    tally = kill_again_and_again(runs, seed=20250701)

    assert tally.kills == runs
    assert tally.questions > 5 * runs
    assert (tally.lost, tally.doubled_unmarked, tally.out_of_order) == (0, 0, 0)
    # Each kill may leave a few in doubt; how few shows over many.
    assert runs < 200 or tally.doubled < tally.questions / 100


@pytest.mark.parametrize("seconds", [5, pytest.param(60, marks=pytest.mark.long)])
def test_no_question_is_lost_in_a_storm(seconds: float) -> None:
    weather, tally = weather_a_storm(seconds, seed=20250701)

    # Fewer on a busy machine, where the bot is half of a short storm in starting.
    assert weather.faults > seconds / 2
    assert (tally.lost, tally.doubled_unmarked, weather.ignored_429) == (0, 0, 0)
    assert weather.recovered_seconds < 10
