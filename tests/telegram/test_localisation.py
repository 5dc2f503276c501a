"""What Telegram's apps show of the bot, over HTTP."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.telegram.answers import LAST_CALL
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot_api.server import BotApiServer
    from tests.telegram.answers import LiteralAnswerer


@pytest.mark.usefixtures("bot")
def test_commands_and_descriptions_in_both_languages(server: BotApiServer) -> None:
    told = {
        (json.loads(scope)["type"], language): {one["command"]: one["description"] for one in commands}
        for (scope, language), commands in server.state.commands.items()
    }

    assert told.keys() == {
        (scope, language) for scope in ("all_private_chats", "all_group_chats") for language in ("", "ar")
    }
    private = [
        "brief",
        "briefings",
        "timeline",
        "compare",
        "changed",
        "quote",
        "sources",
        "add",
        "remove",
        "lang",
        "forget",
        "help",
    ]
    assert list(told["all_private_chats", ""]) == private
    assert list(told["all_group_chats", "ar"]) == ["ask", *private]
    assert told["all_group_chats", ""]["ask"] == "Ask a question"
    assert told["all_group_chats", "ar"]["ask"] == "اطرح سؤالًا"
    assert told["all_private_chats", ""]["quote"] == "Check a quote"
    assert told["all_private_chats", "ar"]["quote"] == "تحقّق من اقتباس"
    descriptions = server.state.descriptions
    assert descriptions["description", ""].startswith("I answer questions about readouts")
    assert descriptions["description", "ar"].startswith("أجيب عن أسئلة")
    assert descriptions["short_description", ""].startswith("Answers from readouts")
    assert descriptions["short_description", "ar"].startswith("أجوبة من البيانات")


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
def test_that_telegram_does_not_take_them_is_logged_and_nothing_worse(
    server: BotApiServer, answerer: LiteralAnswerer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail("setMyCommands", 400, times=4)
    server.fail("setMyDescription", retry_after=900, times=2)
    with RunningBot(server, tmp_path, answerer):
        chat = server.private_chat()
        chat.say("When was the last call?")
        assert LAST_CALL in chat.wait_for_messages(1)[0].text

    warned = [record for record in caplog.records if record.name == "bot.telegram.localisation"]
    assert [record.levelname for record in warned] == ["WARNING"] * 6
    assert ("description", "") not in server.state.descriptions
    assert ("short_description", "ar") in server.state.descriptions
