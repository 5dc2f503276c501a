"""What a person and the log are told when something fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import NotVerbatimError
from tests.telegram.answers import LAST_CALL

if TYPE_CHECKING:
    from tests.bot_api.server import BotApiServer
    from tests.telegram.answers import LiteralAnswerer

pytestmark = pytest.mark.usefixtures("bot")


def test_a_failure_is_told_in_one_line_in_the_language_of_the_question(
    server: BotApiServer, answerer: LiteralAnswerer, caplog: pytest.LogCaptureFixture
) -> None:
    answerer.outcomes |= {"secret": ValueError("broken"), "سر": ValueError("broken")}
    chat = server.private_chat(language_code="ar")
    asked = chat.say("What is the secret plan?")
    chat.say("ما هو سر الخطة؟")
    chat.say("When was the last call?")

    english, arabic, answer = chat.wait_for_messages(3)

    assert english.text == "Something failed on my side, and this was not answered. Please try again later."
    assert english.reply_to == asked
    assert arabic.text == "حدث خلل لديّ ولم أتمكن من الإجابة. حاول مرة أخرى لاحقًا."
    assert LAST_CALL in answer.text
    errors = [record for record in caplog.records if record.levelname == "ERROR"]
    assert [record.getMessage() for record in errors] == ["an update could not be served"] * 2
    assert "ValueError: broken" in caplog.text
    assert "secret plan" not in caplog.text
    assert "الخطة" not in caplog.text


def test_a_quote_that_is_not_exact_is_not_sent(server: BotApiServer, answerer: LiteralAnswerer) -> None:
    answerer.outcomes["wrong"] = NotVerbatimError("call.ar", 1, 2)
    chat = server.private_chat()
    chat.say("wrong?")
    chat.say("/lang ar")
    chat.say("wrong?")

    english, _, arabic = chat.wait_for_messages(3)

    assert english.text == "I found a passage but could not quote it word for word, so I quote nothing."
    assert arabic.text.startswith("وجدت مقتطفًا")


def test_a_failure_after_a_press_is_told(server: BotApiServer, answerer: LiteralAnswerer) -> None:
    chat = server.private_chat(language_code="en")
    chat.say("When was the last call?")
    [answer] = chat.wait_for_messages(1)
    answerer.outcomes["last call"] = RuntimeError("broken")
    chat.press(answer, "العربية")

    assert chat.wait_for_messages(2)[1].text.startswith("Something failed on my side")
    assert answer.edits == []


def test_what_the_bot_api_refuses_is_told_and_what_it_could_not_take_is_sent_again(
    server: BotApiServer, caplog: pytest.LogCaptureFixture
) -> None:
    chat = server.private_chat()
    server.fail("sendMessage", 502, b"<html>Bad Gateway</html>")
    chat.say("When was the last call?")
    [answer] = chat.wait_for_messages(1)
    server.fail("sendMessage", 400)
    chat.say("When was the last call?")

    assert LAST_CALL in answer.text
    assert "second time" not in answer.text
    assert chat.wait_for_messages(2)[1].text.startswith("Something failed on my side")
    assert [record.levelname for record in caplog.records if record.name.endswith("failures")] == ["ERROR"]


# The library warns of its own future wherever it makes this error.
@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
def test_too_many_messages_are_waited_for_in_their_own_chat_alone(server: BotApiServer) -> None:
    chat, other = server.private_chat(), server.private_chat(1002)
    server.fail("sendMessage", retry_after=1)
    chat.say("When was the last call?")
    server.wait_for_call("sendMessage", 1)
    other.say("When was the last call?")
    other.wait_for_messages(1)
    [answer] = chat.wait_for_messages(1)

    assert LAST_CALL in answer.text
    sends = [call for call in server.calls if call.method == "sendMessage"]
    assert [str(call.parameters["chat_id"]) for call in sends] == [str(chat.id), str(other.id), str(chat.id)]
    assert sends[2].at - sends[0].at >= 1


def test_a_failure_that_cannot_be_told_is_logged(server: BotApiServer, caplog: pytest.LogCaptureFixture) -> None:
    chat = server.private_chat()
    server.fail("sendMessage", 400, times=2)
    chat.say("When was the last call?")
    server.wait_for_call("sendMessage", 2)
    chat.say("When was the last call?")

    assert LAST_CALL in chat.wait_for_messages(1)[0].text
    assert "nor could that be told" in caplog.text
