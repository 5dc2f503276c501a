"""What is known of a message, whenever the process ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.state.database import Database
from bot.state.outbox import Begun, Draft, Outbox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DRAFT = Draft("update:1:1", 7, None, 3, "<b>text</b>", None, 0)


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    database = Database(tmp_path / "bot.sqlite")
    yield Outbox(database)
    database.close()


def test_what_was_sent_is_not_sent_again(outbox: Outbox) -> None:
    first = outbox.begin(DRAFT)
    outbox.sent(DRAFT.key, 55)

    assert first == Begun(None, doubtful=False, attempts=1)
    assert outbox.begin(DRAFT) == Begun(55, doubtful=False, attempts=1)
    assert outbox.states() == {"sent": 1}


def test_what_was_not_taken_is_sent_again_without_doubt(outbox: Outbox) -> None:
    outbox.begin(DRAFT)
    outbox.failed(DRAFT.key, "waiting")

    assert outbox.begin(DRAFT) == Begun(None, doubtful=False, attempts=2)


def test_what_was_being_sent_when_the_process_ended_is_in_doubt(outbox: Outbox) -> None:
    outbox.begin(DRAFT)

    assert outbox.begin(DRAFT) == Begun(None, doubtful=True, attempts=2)


def test_doubt_stays(outbox: Outbox) -> None:
    outbox.begin(DRAFT)
    outbox.failed(DRAFT.key, "unknown")
    outbox.begin(DRAFT)
    outbox.failed(DRAFT.key, "waiting")

    assert outbox.begin(DRAFT) == Begun(None, doubtful=True, attempts=3)


@pytest.mark.parametrize("arrived", [True, False])
def test_the_words_of_what_was_sent_or_refused_are_forgotten(tmp_path: Path, *, arrived: bool) -> None:
    database = Database(tmp_path / "bot.sqlite")
    outbox = Outbox(database)
    outbox.begin(DRAFT)
    if arrived:
        outbox.sent(DRAFT.key, 55)
    else:
        outbox.failed(DRAFT.key, "refused")
    database.close()

    assert b"<b>text</b>" not in (tmp_path / "bot.sqlite").read_bytes()
