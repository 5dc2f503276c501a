"""Nothing is lost when the bot is killed, or when everything around it goes wrong: a few runs here, the many by command."""

from __future__ import annotations

import random
import signal
import threading
import time
from typing import TYPE_CHECKING

import pytest

from bot.state.database import FILE_NAME, LEASES, Database
from bot.state.outbox import Outbox
from tests.bot_api.server import BotApiServer
from tests.reliability.killing import TOKEN, kill_again_and_again, start
from tests.reliability.replicas import bring, free_place, kill_one_of_two, listening
from tests.reliability.storm import weather_a_storm

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path


@pytest.mark.parametrize("runs", [3, pytest.param(200, marks=pytest.mark.long)])
def test_no_question_is_lost_when_the_bot_is_killed(runs: int) -> None:
    tally = kill_again_and_again(runs, seed=20250701)

    assert tally.kills == runs
    assert tally.questions > 5 * runs
    assert (tally.lost, tally.doubled_unmarked, tally.out_of_order) == (0, 0, 0)
    # Each kill may leave a few in doubt; how few shows over many.
    assert runs < 200 or tally.doubled < tally.questions / 100


@pytest.mark.parametrize("runs", [2, pytest.param(30, marks=pytest.mark.long)])
def test_no_question_is_lost_when_one_of_two_processes_is_killed(runs: int) -> None:
    shares = kill_one_of_two(runs, seed=20250701)

    assert shares.kills == runs
    assert shares.questions > 5 * runs
    assert shares.most_replicas == 2
    assert (shares.lost, shares.doubled_unmarked, shares.out_of_order) == (0, 0, 0)


@pytest.mark.parametrize("seconds", [5, pytest.param(60, marks=pytest.mark.long)])
def test_no_question_is_lost_in_a_storm(seconds: float) -> None:
    weather, tally = weather_a_storm(seconds, seed=20250701)

    # Fewer on a busy machine, where the bot is half of a short storm in starting.
    assert weather.faults > seconds / 2
    assert (tally.lost, tally.doubled_unmarked, weather.ignored_429) == (0, 0, 0)
    assert weather.recovered_seconds < 10


def put_to_sleep(process: subprocess.Popen[str], home: Path) -> None:
    """Stop a process once its outbox knows that a message has arrived, and at no moment at which it writes.

    Before that the message would be in doubt, and in between the database would be locked until it wakes.
    """
    database, ends = Database(home / FILE_NAME), time.monotonic() + 10
    while Outbox(database).states().get("sent") != 1:
        assert time.monotonic() < ends
        time.sleep(0.005)
    with database.begin() as connection:
        connection.execute(LEASES.delete().where(LEASES.c.line == "none"))
        process.send_signal(signal.SIGSTOP)
    database.close()


@pytest.mark.slow
def test_a_process_that_slept_while_another_took_over_says_nothing_twice(tmp_path: Path) -> None:
    until = threading.Event()
    with BotApiServer(TOKEN) as server:
        chat = server.private_chat(language_code="en")
        places = [free_place(), free_place()]
        sleeper = start(server, tmp_path, places[0])
        listening(places[0])
        asked = [chat.say(f"When was the last call, number {number}?") for number in range(3)]
        bringing = threading.Thread(target=bring, args=(server, places[:1], random.Random(1), until))
        bringing.start()
        until.set()
        bringing.join()
        # One a second leaves: the other two wait in the process.
        chat.wait_for_messages(1, timeout=20)
        put_to_sleep(sleeper, tmp_path)
        other = start(server, tmp_path, places[1])
        try:
            listening(places[1])
            chat.wait_for_messages(3, timeout=40)
            sleeper.send_signal(signal.SIGCONT)
            asked.append(chat.say("When was the last call, number 3?"))
            bring(server, places[:1], random.Random(1), until)
            sent = chat.wait_for_messages(4, timeout=20)
            # By its own end it has done all that it ever would; what it lost does not hold that up.
            sleeper.terminate()
            assert sleeper.wait(5) == 0
        finally:
            for process in (sleeper, other):
                process.kill()
                process.wait()

        assert [one.reply_to for one in sent] == asked
        assert len(chat.sent) == 4
        assert not any("second time" in one.text for one in chat.sent)
