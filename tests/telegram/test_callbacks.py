"""Pressed buttons, end to end over HTTP."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.bot_api.faults import Fault
from tests.bot_api.types import User
from tests.telegram.answers import ARABIC, LAST_CALL, TOPICS, answer_of, cite

if TYPE_CHECKING:
    from tests.bot_api.chats import Chat
    from tests.bot_api.server import BotApiServer
    from tests.bot_api.types import Json, SentMessage
    from tests.telegram.answers import LiteralAnswerer
    from tests.telegram.running import RunningBot

pytestmark = pytest.mark.usefixtures("bot")

QUESTION = "When was the last call?"


def answered(chat: Chat, question: str = QUESTION) -> SentMessage:
    before = len(chat.sent)
    chat.say(f"/ask {question}")
    return chat.wait_for_messages(before + 1)[before]


def notices(server: BotApiServer, n: int) -> list[str | None]:
    """What the acknowledgements of the first n presses said, in the order of the presses; each must have been taken."""
    calls = server.wait_for_call("answerCallbackQuery", n)
    assert [call.status for call in calls] == [200] * n
    in_order = sorted(calls, key=lambda call: int(call.parameters["callback_query_id"]))
    return [call.parameters.get("text") for call in in_order]


@pytest.fixture(params=["private", "group"])
def chat(request: pytest.FixtureRequest, server: BotApiServer) -> Chat:
    if request.param == "private":
        return server.private_chat(language_code="en")
    group = server.group()
    group.user = User(2002, "Karim", "en")
    return group


def test_the_other_language_replaces_the_answer_and_back(server: BotApiServer, chat: Chat) -> None:
    answer = answered(chat)
    chat.press(answer, "العربية")
    [arabic] = chat.wait_for_edits(answer)
    chat.press(answer, "English")
    [_, english] = chat.wait_for_edits(answer, 2)

    assert arabic.text.startswith("بحسب الكرملين: 11 سبتمبر 2022.\n\n")
    assert LAST_CALL in arabic.text
    assert [button["text"] for button in arabic.buttons()] == ["سياق أوسع", "English"]
    assert english == answer.versions[0]
    assert notices(server, 2) == [None, None]
    assert len(chat.sent) == 1


def test_more_context_comes_as_a_reply_to_the_answer(chat: Chat) -> None:
    answer = answered(chat)
    chat.press(answer, "More context")

    context = chat.wait_for_messages(2)[1]

    assert context.reply_to == answer.message_id
    assert context.text == (
        f"\u200e[1] \u2068{ARABIC.title}\u2069 · 1 July 2025\n" + "\n".join(ARABIC.text.split("\n")[1:])
    )
    assert [entity["type"] for entity in context.entities] == ["bold", "blockquote"]


def test_context_is_shown_once_however_often_it_is_pressed(server: BotApiServer, chat: Chat) -> None:
    answer = answered(chat)
    for user in (chat.user, chat.user, User(77)):
        chat.press(answer, "More context", user=user)
    said = notices(server, 3)
    answered(chat)

    assert said == [None, "It is already shown below the answer.", "It is already shown below the answer."]
    assert sorted(TOPICS in message.text for message in chat.wait_for_messages(3)) == [False, False, True]


def test_every_cited_passage_has_its_own_context(answerer: LiteralAnswerer, chat: Chat) -> None:
    answerer.outcomes["several"] = lambda text, language: answer_of(
        text,
        [cite(ARABIC, TOPICS), cite(ARABIC, "قال بوتين"), cite(ARABIC, LAST_CALL)],
        status="related",
        language=language,
    )
    answer = answered(chat, "several?")
    rows = answer.content.reply_markup
    assert rows is not None
    assert [[button["text"] for button in row] for row in rows["inline_keyboard"]] == [
        ["More context", "العربية"],
        ["Context [2]", "Context [3]"],
    ]
    assert max(len(button["callback_data"].encode()) for button in answer.content.buttons()) <= 64

    chat.press(answer, "Context [2]")

    assert chat.wait_for_messages(2)[1].text.startswith("\u200e[2] ")


def test_a_reply_to_the_context_goes_on_from_the_question(
    server: BotApiServer, answerer: LiteralAnswerer, chat: Chat
) -> None:
    answer = answered(chat)
    chat.press(answer, "More context")
    context = chat.wait_for_messages(2)[1]
    server.wait_until_idle()
    chat.say("and what were its topics?", reply_to=context.message_id)
    chat.wait_for_messages(3)

    assert answerer.asked[-1] == ("and what were its topics?", None, QUESTION)


def test_two_presses_of_one_language_are_no_error(
    server: BotApiServer, chat: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    answer = answered(chat)
    chat.press(answer, "العربية")
    chat.press(answer, "العربية", version=0)
    calls = server.wait_for_call("editMessageText", 2)

    assert [call.status for call in calls] == [200, 400]
    assert notices(server, 2) == [None, None]
    answered(chat)
    assert len(chat.sent) == 2
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_a_press_is_acknowledged_before_slow_work(server: BotApiServer, answerer: LiteralAnswerer, chat: Chat) -> None:
    answer = answered(chat)
    answerer.held["slow"] = threading.Event()
    chat.say("/ask a slow question?")
    assert answerer.started.wait(10)
    chat.press(answer, "العربية")

    assert notices(server, 1) == [None]
    assert answer.edits == []
    answerer.held["slow"].set()
    chat.wait_for_edits(answer)


def test_the_buttons_of_a_forgotten_answer_say_so(server: BotApiServer, chat: Chat) -> None:
    answer = answered(chat)
    forged(server, chat, answer, "answer:999:ar")
    forged(server, chat, answer, "context:999:1")
    forged(server, chat, answer, "context:1:9")
    forged(server, chat, answer, "nonsense")
    forged(server, chat, answer, None)

    gone = "This answer is too old for its buttons. Ask again."
    said = notices(server, 5)
    answered(chat)
    assert said == [gone, gone, None, gone, gone]
    assert len(chat.sent) == 2


def test_the_buttons_of_another_chat_do_nothing(server: BotApiServer) -> None:
    chat, other = server.private_chat(1, language_code="en"), server.private_chat(2, language_code="en")
    answered(chat)
    theirs = answered(other)
    forged(server, other, theirs, "context:1:1")

    assert notices(server, 1) == ["This answer is too old for its buttons. Ask again."]
    answered(other)
    assert len(other.sent) == 2


def test_the_context_of_a_removed_document_is_told(answerer: LiteralAnswerer, chat: Chat) -> None:
    answer = answered(chat)
    answerer.removed = True
    chat.press(answer, "More context")

    told = chat.wait_for_messages(2)[1]

    assert told.text == "This passage is no longer in the library. Ask again."
    assert told.reply_to == answer.message_id


def test_a_press_that_came_too_late_still_does_its_work(server: BotApiServer, chat: Chat) -> None:
    answer = answered(chat)
    hold = threading.Event()
    with server.state.changed:
        server.faults.append(Fault("answerCallbackQuery", hold=hold))
    query = chat.press(answer, "العربية")
    server.expire(query)
    hold.set()

    chat.wait_for_edits(answer)
    assert [call.status for call in server.wait_for_call("answerCallbackQuery")] == [400]


def test_a_context_that_could_not_be_sent_can_be_asked_for_again(server: BotApiServer, chat: Chat) -> None:
    answer = answered(chat)
    server.fail("sendMessage", 403)
    chat.press(answer, "More context")
    server.wait_for_call("sendMessage", 2)
    server.wait_until_idle()
    # In its turn, so that the failure is behind it.
    answered(chat)
    chat.press(answer, "More context")

    assert TOPICS in chat.wait_for_messages(3)[2].text


def test_buttons_work_after_a_restart_and_on_a_message_that_is_too_old_to_be_seen(
    server: BotApiServer, bot: RunningBot, chat: Chat
) -> None:
    answer = answered(chat)
    server.wait_until_idle()
    bot.restart()
    old: Json = {"chat": chat.json, "message_id": answer.message_id, "date": 0}
    data = answer.content.buttons()[0]["callback_data"]
    server.state.open_query("callback_query", chat.user, {"message": old, "chat_instance": "1", "data": data})

    assert TOPICS in chat.wait_for_messages(2)[1].text


def test_the_button_of_an_answer_whose_arrival_was_unknown_works(server: BotApiServer, chat: Chat) -> None:
    with server.state.changed:
        server.faults.append(Fault("sendMessage", after=True, drop=True))
    answer = answered(chat)
    chat.press(answer, "العربية")

    assert chat.wait_for_edits(answer)[0].text.startswith("بحسب الكرملين")


def test_a_press_without_a_message_is_acknowledged(server: BotApiServer) -> None:
    inline = {"inline_message_id": "abc", "chat_instance": "1", "data": "answer:1:ar"}
    server.state.open_query("callback_query", User(5, language_code="ar"), inline)

    assert notices(server, 1) == ["هذا الجواب أقدم من أن تعمل أزراره. اسأل مرة أخرى."]


def forged(server: BotApiServer, chat: Chat, message: SentMessage, data: str | None) -> None:
    """A press with data that no button of the message has."""
    query: Json = {"message": chat.messages[message.message_id], "chat_instance": "1"}
    server.state.open_query("callback_query", chat.user, query | ({"data": data} if data else {"game_short_name": "x"}))
