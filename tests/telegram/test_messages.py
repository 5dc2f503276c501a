"""Groups, topics, channels and all that is not a question, end to end over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.bot_api.faults import Fault
from tests.bot_api.types import User
from tests.telegram.answers import LAST_CALL, TOPICS

if TYPE_CHECKING:
    from tests.bot_api.chats import Chat
    from tests.bot_api.server import BotApiServer
    from tests.telegram.answers import LiteralAnswerer
    from tests.telegram.running import RunningBot

pytestmark = pytest.mark.usefixtures("bot")

QUESTION = "When was the last call?"


def test_a_group_is_answered_only_when_it_calls_the_bot(server: BotApiServer, answerer: LiteralAnswerer) -> None:
    group = server.group()
    theirs = group.say(QUESTION)
    group.say("/ask@another_bot When was the last call?")
    group.say("/start@another_bot")
    group.say("/unknown")
    asked = [
        group.say("/ask When was the last call?"),
        group.say("/ask@readout_bot متى كانت آخر مكالمة؟"),
        group.say("/ask", reply_to=theirs),
        group.say("@readout_bot when was the last call?"),
        group.say("@Readout_Bot", reply_to=theirs),
    ]
    answers = group.wait_for_messages(5)
    asked.append(group.say("and its topics?", reply_to=answers[0].message_id))
    group.say("and its topics?", reply_to=theirs)
    asked.append(group.say("/ask What were its topics?"))

    assert [answer.reply_to for answer in group.wait_for_messages(7)] == asked
    assert [text for text, _, _ in answerer.asked] == [
        QUESTION,
        "متى كانت آخر مكالمة؟",
        QUESTION,
        "when was the last call?",
        QUESTION,
        "and its topics?",
        "What were its topics?",
    ]
    assert answerer.asked[5][2] == QUESTION


def test_ask_as_a_reply_to_an_answer_asks_that_question_again(server: BotApiServer, answerer: LiteralAnswerer) -> None:
    group = server.group()
    group.say("/ask When was the last call?")
    [answer] = group.wait_for_messages(1)
    group.say("/ask", reply_to=answer.message_id)
    [_, again] = group.wait_for_messages(2)
    group.say("/ask in its own words?", reply_to=again.message_id)
    group.wait_for_messages(3)

    assert LAST_CALL in again.text
    assert answerer.asked[2] == ("in its own words?", None, QUESTION)


def test_ask_alone_tells_how(server: BotApiServer) -> None:
    group = server.group()
    group.say("/ask", user=User(5, language_code="en"))
    group.say("@readout_bot", user=User(5, language_code="ar-EG"))

    english, arabic = group.wait_for_messages(2)

    assert english.text == "Write the question after /ask, or send /ask as a reply to the message that asks it."
    assert arabic.text.startswith("اكتب السؤال بعد \u2068/ask\u2069")


def test_an_answer_stays_in_its_topic(server: BotApiServer) -> None:
    forum = server.group(forum=True)
    topic = forum.open_topic("Calls")
    forum.say("/ask When was the last call?", thread_id=topic)
    forum.say("/ask When was the last call?")

    there, general = forum.wait_for_messages(2)
    forum.press(there, "More context")

    assert (there.thread_id, general.thread_id) == (topic, None)
    assert forum.wait_for_messages(3)[2].thread_id == topic


def test_the_thread_of_replies_in_a_group_without_topics_is_not_sent_to(server: BotApiServer) -> None:
    group = server.group()
    said = {"message_id": 600, "date": 1, "chat": group.json, "from": group.user.json(), "message_thread_id": 598}
    server.push({"message": {**said, "text": "/ask When was the last call?"}})

    assert LAST_CALL in group.wait_for_messages(1)[0].text


def test_channel_posts_and_anonymous_administrators_are_answered(server: BotApiServer) -> None:
    channel = server.group(-1_001_000_000_777)
    posted = {"message_id": 1, "date": 1, "chat": {"id": channel.id, "type": "channel", "title": "Readouts"}}
    server.push({"channel_post": {**posted, "text": QUESTION}})
    server.push({"channel_post": {**posted, "message_id": 2, "text": "/ask When was the last call?"}})
    group = server.group()
    bot = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    said = {"message_id": 1, "date": 1, "chat": group.json, "from": bot, "sender_chat": group.json}
    server.push({"message": {**said, "text": "/ask When was the last call?"}})

    assert LAST_CALL in channel.wait_for_messages(1)[0].text
    assert LAST_CALL in group.wait_for_messages(1)[0].text
    channel_answer = channel.sent[0]
    server.push({"edited_channel_post": {**posted, "message_id": 2, "text": "/ask What were its topics?"}})
    assert TOPICS in channel.wait_for_edits(channel_answer)[0].text


STICKER = {"file_id": "s", "file_unique_id": "s", "width": 1, "height": 1, "is_animated": False, "is_video": False}


def test_a_sticker_gets_a_short_word_in_private_and_none_in_a_group(server: BotApiServer) -> None:
    chats = [server.private_chat(1, language_code="en"), server.private_chat(2, language_code="ar"), server.group()]
    for chat in chats:
        said = {"message_id": 800, "date": 1, "chat": chat.json, "from": chat.user.json()}
        server.push({"message": {**said, "sticker": {**STICKER, "type": "regular"}}})
    chats[2].say("/ask When was the last call?")

    assert chats[0].wait_for_messages(1)[0].text == "I read only text. Send the question as a message."
    assert chats[1].wait_for_messages(1)[0].text == "لا أقرأ إلا النصوص. أرسل السؤال في رسالة نصية."
    assert LAST_CALL in chats[2].wait_for_messages(1)[0].text


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@pytest.mark.parametrize(
    "fields",
    [
        {"new_chat_members": [{"id": 42, "is_bot": True, "first_name": "Readout"}]},
        {"left_chat_member": {"id": 5, "is_bot": False, "first_name": "Nour"}},
        {"new_chat_title": "Desk"},
        {"delete_chat_photo": True},
        {"group_chat_created": True},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 60}},
        {"video_chat_started": {}},
        {"forum_topic_created": {"name": "Calls", "icon_color": 1}},
        {"write_access_allowed": {}},
        {"text": ""},
        {},
    ],
)
def test_service_messages_are_passed_over(server: BotApiServer, fields: dict[str, Any]) -> None:
    for chat in (server.private_chat(), server.group()):
        said = {"message_id": 900, "date": 1, "chat": chat.json, "from": chat.user.json()}
        server.push({"message": {**said, **fields}})
        chat.say("/ask When was the last call?")

        assert [LAST_CALL in message.text for message in chat.wait_for_messages(1)] == [True]


def _asked_in_group(server: BotApiServer) -> tuple[Chat, int]:
    group = server.group(-555)
    asked = group.say("/ask Who won the match?")
    group.wait_for_messages(1)
    group.say("/lang ar")
    group.wait_for_messages(2)
    return group, asked


def test_a_group_that_gets_another_id_keeps_what_was_remembered(
    server: BotApiServer, answerer: LiteralAnswerer
) -> None:
    group, _ = _asked_in_group(server)
    moved = server.group(-1_001_000_000_556)
    told = {"message_id": 950, "date": 1, "from": group.user.json()}
    server.push({"message": {**told, "chat": group.json, "migrate_to_chat_id": moved.id}})
    server.push({"message": {**told, "chat": moved.json, "migrate_from_chat_id": group.id}})
    server.wait_until_idle()
    moved.say("/ask When was the last call?")

    assert moved.wait_for_messages(1)[0].text.startswith("بحسب الكرملين")
    assert answerer.asked[-1] == (QUESTION, "ar", None)


def test_an_answer_follows_a_group_that_moved_while_it_was_found(server: BotApiServer) -> None:
    group, _ = _asked_in_group(server)
    moved = server.group(-1_001_000_000_557)
    with server.state.changed:
        server.faults.append(
            Fault(
                "sendMessage",
                status=400,
                description="Bad Request: group chat was upgraded to a supergroup chat",
                parameters={"migrate_to_chat_id": moved.id},
            )
        )
    group.say("/ask When was the last call?")
    [answer] = moved.wait_for_messages(1)
    moved.press(answer, "English")

    assert answer.versions[0].text.startswith("بحسب الكرملين")
    assert moved.wait_for_edits(answer)[0].text.startswith("According to the Kremlin")


def test_a_blocked_bot_goes_on(server: BotApiServer, caplog: pytest.LogCaptureFixture, bot: RunningBot) -> None:
    blocked, other = server.private_chat(1), server.private_chat(2)
    blocked.block()
    blocked.say(QUESTION)
    server.wait_for_call("sendMessage", 1)
    other.say(QUESTION)

    assert LAST_CALL in other.wait_for_messages(1)[0].text
    bot.restart()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
