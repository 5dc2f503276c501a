"""/forget, end to end: what was asked is gone from the database, by the hand of whom it belongs to alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.state.database import ANSWERS, FILE_NAME, INBOX, Database
from tests.bot_api.types import User
from tests.telegram.answers import LiteralAnswerer
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bot_api.server import BotApiServer

SALMA, KARIM, HUDA = User(1001, "Salma", "en"), User(2002, "Karim", "en"), User(3003, "Huda", "ar")
QUESTION = "When was the last call?"


@pytest.fixture
def running(server: BotApiServer, tmp_path: Path) -> Iterator[RunningBot]:
    with RunningBot(server, tmp_path, LiteralAnswerer()) as bot:
        yield bot


def asked(home: Path) -> list[tuple[int, int | None]]:
    """The chat of each question that is kept, and who asked it."""
    database = Database(home / FILE_NAME)
    with database.begin() as connection:
        found = connection.execute(ANSWERS.select().order_by(ANSWERS.c.id)).all()
    database.close()
    return [(row.chat_id, row.user_id) for row in found]


def test_in_private_what_somebody_asked_is_forgotten_everywhere(
    server: BotApiServer, running: RunningBot, tmp_path: Path
) -> None:
    salma, group = server.private_chat(SALMA.id, "Salma", "en"), server.group()
    salma.say(QUESTION)
    group.say(f"/ask {QUESTION}", user=SALMA)
    group.say(f"/ask {QUESTION}", user=KARIM)
    answer = salma.wait_for_messages(1)[0]
    group.wait_for_messages(2)
    salma.say("/forget")
    offer = salma.wait_for_messages(2)[1]
    assert "Shall I forget all of yours now, from here and from groups?" in offer.text
    assert [one["text"] for one in offer.versions[-1].buttons()] == ["Forget my questions"]
    salma.press(offer, "Forget my questions")
    assert salma.wait_for_edits(offer)[-1].text == "I have forgotten 2 questions and their answers."
    running.settle(10)
    assert asked(tmp_path) == [(group.id, KARIM.id)]
    database = Database(tmp_path / FILE_NAME)
    with database.begin() as connection:
        known = set(connection.scalars(INBOX.select().with_only_columns(INBOX.c.user_id)))
    database.close()
    # Only the press itself came after it.
    assert known == {None, KARIM.id, SALMA.id}
    salma.press(answer, "العربية")
    server.wait_for_call("answerCallbackQuery", 2)
    assert [call.parameters.get("text") for call in server.wait_for_call("answerCallbackQuery", 2)][-1] == (
        "This answer is too old for its buttons. Ask again."
    )


def test_in_a_group_everybody_forgets_their_own_and_an_administrator_all(
    server: BotApiServer, running: RunningBot, tmp_path: Path
) -> None:
    group, salma = server.group(), server.private_chat(SALMA.id, "Salma", "en")
    group.administrators = {HUDA.id}
    salma.say(QUESTION)
    salma.wait_for_messages(1)
    for user in (SALMA, KARIM, HUDA):
        group.say(f"/ask {QUESTION}", user=user)
    group.wait_for_messages(3)
    group.say("/forget", user=HUDA)
    offer = group.wait_for_messages(4)[3]
    assert [one["text"] for one in offer.versions[-1].buttons()] == ["انسَ أسئلتي", "انسَ أسئلة المجموعة كلها"]
    group.press(offer, "انسَ أسئلتي", user=SALMA)
    group.press(offer, "انسَ أسئلة المجموعة كلها", user=KARIM)
    said = [call.parameters.get("text") for call in server.wait_for_call("answerCallbackQuery", 2)]
    assert sorted(str(one) for one in said) == ["نسيتُ ما سألتَه هنا.", "هذا لمشرفي المجموعة وحدهم."]
    running.settle(10)
    assert asked(tmp_path) == [(SALMA.id, SALMA.id), (group.id, KARIM.id), (group.id, HUDA.id)]
    group.press(offer, "انسَ أسئلة المجموعة كلها", user=HUDA)
    assert group.wait_for_edits(offer)[-1].text == "نسيتُ سؤالين وجوابيهما."
    running.settle(10)
    assert asked(tmp_path) == [(SALMA.id, SALMA.id)]
