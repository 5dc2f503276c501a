"""Questions and their answers, end to end over HTTP."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

import pytest

from tests.bot_api.faults import Fault
from tests.telegram.answers import ARABIC, LAST_CALL, TOPICS, TRANSLATED, answer_of, cite

if TYPE_CHECKING:
    from tests.bot_api.server import BotApiServer
    from tests.telegram.answers import LiteralAnswerer
    from tests.telegram.running import RunningBot

pytestmark = pytest.mark.usefixtures("bot")


def test_a_text_is_answered_under_it(server: BotApiServer) -> None:
    chat = server.private_chat()
    asked = chat.say("When was the last call?")

    [answer] = chat.wait_for_messages(1)

    assert answer.reply_to == asked
    assert answer.text.startswith("According to the Kremlin: 11 September 2022.\n\n")
    assert answer.text.endswith(f"\n{LAST_CALL}\nTranslation by the Readout project: {TRANSLATED}")
    quotes = [entity for entity in answer.entities if entity["type"] == "expandable_blockquote"]
    assert [answer.text[one["offset"] : one["offset"] + one["length"]] for one in quotes] == [LAST_CALL]
    [sent] = [call.parameters for call in server.calls if call.method == "sendMessage"]
    assert sent["link_preview_options"] == {"is_disabled": True}
    assert sent["reply_parameters"]["allow_sending_without_reply"] is True


def test_the_language_is_that_of_the_question_and_not_of_the_client(server: BotApiServer) -> None:
    english = server.private_chat(1, language_code="ar")
    arabic = server.private_chat(2, language_code="en")
    english.say("When was the last call?")
    arabic.say("متى كانت آخر مكالمة؟")

    assert english.wait_for_messages(1)[0].text.startswith("According to the Kremlin")
    assert arabic.wait_for_messages(1)[0].text.startswith("بحسب الكرملين: 11 سبتمبر 2022.")
    assert TRANSLATED not in arabic.wait_for_messages(1)[0].text


def test_a_pinned_language_is_that_of_every_answer(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    chat.say("/lang ar")
    chat.say("When was the last call?")

    pinned, answer = chat.wait_for_messages(2)

    assert pinned.text == "سأجيب هنا بالعربية من الآن فصاعدًا."
    assert answer.text.startswith("بحسب الكرملين")


def test_a_caption_and_a_forwarded_message_are_questions(server: BotApiServer) -> None:
    chat = server.private_chat(7)
    base = {"date": 1, "chat": chat.json, "from": chat.user.json()}
    photo = [{"file_id": "p", "file_unique_id": "q", "width": 1, "height": 1}]
    server.push({"message": {**base, "message_id": 500, "photo": photo, "caption": "When was the last call?"}})
    origin = {"type": "hidden_user", "sender_user_name": "Nour", "date": 1}
    server.push({"message": {**base, "message_id": 501, "forward_origin": origin, "text": "متى كانت آخر مكالمة؟"}})

    first, second = chat.wait_for_messages(2)

    assert first.text.startswith("According to the Kremlin")
    assert second.text.startswith("بحسب الكرملين")


def test_what_is_not_in_the_library_is_said_with_what_was_searched(server: BotApiServer) -> None:
    chat = server.private_chat()
    chat.say("Who won the match?")
    chat.say("من فاز بالمباراة؟")

    english, arabic = chat.wait_for_messages(2)

    assert english.text == "This is not in the library. I searched 2 documents, up to 1 July 2025."
    assert arabic.text == "هذا غير موجود في المكتبة. بحثتُ في وثيقتين، حتى 1 يوليو 2025."


def test_a_message_without_a_word_and_one_that_is_too_long_are_told_so(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="ar")
    chat.say("👍👍")
    chat.say("why " * 300)

    nothing, long = chat.wait_for_messages(2)

    assert nothing.text.startswith("لا سؤال في هذه الرسالة.")
    assert long.text == "This question is too long. Ask it in at most 1000 characters."


def test_a_pleasantry_gets_the_short_pointer_in_private_and_silence_in_a_group(
    server: BotApiServer, answerer: LiteralAnswerer
) -> None:
    chat, group = server.private_chat(language_code="en"), server.group()
    chat.say("thanks!")
    chat.say("شُكرًا")
    group.say("/ask When was the last call?")
    [answer] = group.wait_for_messages(1)
    group.say("thanks!", reply_to=answer.message_id)
    group.say("تمام شكرا", reply_to=answer.message_id)
    group.say("/ask What were its topics?")

    english, arabic = chat.wait_for_messages(2)
    assert english.text.startswith("There is no question in this message.")
    assert arabic.text.startswith("لا سؤال في هذه الرسالة.")
    assert TOPICS in group.wait_for_messages(2)[1].text
    assert len(group.sent) == 2
    assert len(answerer.asked) == 6


def test_a_reply_to_an_answer_passes_the_earlier_question_on(server: BotApiServer, answerer: LiteralAnswerer) -> None:
    chat = server.private_chat()
    chat.say("When was the last call?")
    [answer] = chat.wait_for_messages(1)
    chat.say("and what were its topics?", reply_to=answer.message_id)
    [_, topics] = chat.wait_for_messages(2)
    chat.say("and where was it?", reply_to=topics.message_id)
    chat.wait_for_messages(3)

    assert TOPICS in topics.text
    assert [context for _, _, context in answerer.asked] == [
        None,
        "When was the last call?",
        "When was the last call?\nand what were its topics?",
    ]


def test_a_reply_to_the_persons_own_message_passes_nothing_on(server: BotApiServer, answerer: LiteralAnswerer) -> None:
    chat = server.private_chat()
    asked = chat.say("When was the last call?")
    chat.wait_for_messages(1)
    chat.say("and what were its topics?", reply_to=asked)
    chat.wait_for_messages(2)

    assert answerer.asked[1] == ("and what were its topics?", None, None)


def test_an_edited_question_has_its_answer_edited_in_place(server: BotApiServer) -> None:
    chat = server.private_chat()
    asked = chat.say("Who won the match?")
    [answer] = chat.wait_for_messages(1)

    chat.edit(asked, "When was the last call?")
    [edit] = chat.wait_for_edits(answer)

    assert edit.text.startswith("According to the Kremlin")
    assert [button["text"] for button in edit.buttons()] == ["More context", "العربية"]
    assert len(chat.sent) == 1


def test_an_edit_that_changes_no_words_changes_nothing(server: BotApiServer, answerer: LiteralAnswerer) -> None:
    chat = server.private_chat()
    asked = chat.say("When was the last call?")
    [answer] = chat.wait_for_messages(1)
    chat.edit(asked, "When was the last call?")
    chat.say("What were its topics?")
    chat.wait_for_messages(2)

    assert answer.edits == []
    assert len(answerer.asked) == 2


def test_an_edited_message_that_was_never_answered_is_not_answered_now(server: BotApiServer) -> None:
    chat = server.private_chat()
    asked = chat.say("/help")
    chat.wait_for_messages(1)
    chat.edit(asked, "When was the last call?")
    chat.say("What were its topics?")

    assert TOPICS in chat.wait_for_messages(2)[1].text


def test_an_edit_that_leaves_no_question_says_so_in_the_answer(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    asked = chat.say("When was the last call?")
    [answer] = chat.wait_for_messages(1)
    chat.edit(asked, "...")

    [edit] = chat.wait_for_edits(answer)

    assert edit.text.startswith("There is no question in this message.")
    assert edit.buttons() == []
    chat.press(answer, "العربية", version=0)
    chat.edit(asked, "When was the last call?")
    assert chat.wait_for_edits(answer, 2)[1] == answer.versions[0]
    assert len(chat.sent) == 1


def test_the_answer_to_an_edited_question_is_sent_anew_where_the_old_one_was_deleted(server: BotApiServer) -> None:
    chat = server.private_chat()
    asked = chat.say("Who won the match?")
    [answer] = chat.wait_for_messages(1)
    with server.state.changed:
        del chat.messages[answer.message_id]
    chat.edit(asked, "When was the last call?")
    [_, again] = chat.wait_for_messages(2)
    chat.edit(asked, "What were its topics?")

    assert TOPICS in chat.wait_for_edits(again)[0].text


def test_answers_come_in_the_order_of_the_questions(server: BotApiServer, answerer: LiteralAnswerer) -> None:
    chat = server.private_chat()
    answerer.held["last call"] = threading.Event()
    asked = [chat.say("When was the last call?"), *(chat.say(f"Question {number}?") for number in range(20))]
    assert answerer.started.wait(10)
    answerer.held["last call"].set()

    assert [answer.reply_to for answer in chat.wait_for_messages(21)] == asked
    assert answerer.threads == {"answers_0"}


def test_a_chat_that_telegram_is_slow_with_holds_up_no_other(server: BotApiServer) -> None:
    slow, quick = server.private_chat(1), server.private_chat(2)
    hold = threading.Event()
    with server.state.changed:
        server.faults.append(
            Fault("sendMessage", times=1, hold=hold, when=lambda call: call.parameters["chat_id"] == slow.id)
        )
    first, second = slow.say("When was the last call?"), slow.say("What were its topics?")
    for number in range(100):
        quick.say(f"Question {number}?")

    quick.wait_for_messages(100)
    assert slow.sent == []
    hold.set()
    assert [answer.reply_to for answer in slow.wait_for_messages(2)] == [first, second]


def test_a_command_is_served_while_an_answer_is_being_found(server: BotApiServer, answerer: LiteralAnswerer) -> None:
    slow, quick = server.private_chat(1), server.private_chat(2, language_code="en")
    answerer.held["last call"] = threading.Event()
    slow.say("When was the last call?")
    assert answerer.started.wait(10)
    quick.say("/lang en")

    assert quick.wait_for_messages(1)[0].text == "From now on I answer here in English."
    answerer.held["last call"].set()
    slow.wait_for_messages(1)


def test_a_question_with_half_a_surrogate_pair_and_control_characters_is_answered(server: BotApiServer) -> None:
    chat = server.private_chat(9)
    base = {"message_id": 900, "date": 1, "chat": chat.json, "from": chat.user.json()}
    server.push({"message": {**base, "text": "When was\ud83d the last call\u202e\x07?"}})

    assert LAST_CALL in chat.wait_for_messages(1)[0].text


def test_hostile_titles_and_quotes_are_only_text(server: BotApiServer, answerer: LiteralAnswerer) -> None:
    quote = "قال بوتين إن الصراع <نتيجة> مباشرة & طويلة."
    answerer.outcomes["hostile"] = lambda text, _: answer_of(
        text, [cite(ARABIC, quote, attribution='</b><a href="http://x.y">&amp;')], lead="<b>&lt;"
    )
    chat = server.private_chat()
    chat.say("hostile?")

    [answer] = chat.wait_for_messages(1)

    assert answer.text.startswith("<b>&lt;\n\n")
    assert '</b><a href="http://x.y">&amp;' in answer.text
    assert f"\n{quote}" in answer.text
    assert {entity["type"] for entity in answer.entities} == {"bold", "expandable_blockquote", "text_link"}
    [address] = [entity["url"] for entity in answer.entities if entity["type"] == "text_link"]
    assert address.startswith("https://t.me/readout_bot?start=p")


def test_a_group_message_that_says_nothing_to_a_reply_gets_no_word(server: BotApiServer) -> None:
    group = server.group()
    group.say("/ask When was the last call?")
    [answer] = group.wait_for_messages(1)
    group.say("👍", reply_to=answer.message_id)
    group.say("/ask What were its topics?")

    assert TOPICS in group.wait_for_messages(2)[1].text


def test_one_event_a_question_without_its_text_or_who_asked(
    server: BotApiServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    chat = server.private_chat(987_654_321)
    chat.say("When was the last call?")
    chat.wait_for_messages(1)

    events = [record for record in caplog.records if record.getMessage().startswith("question ")]
    assert len(events) == 1
    assert events[0].levelno == logging.INFO
    said = events[0].getMessage()
    assert said.startswith("question language=en status=answered hits=1 top_score=0.875 ms=")
    assert "last call" not in caplog.text
    assert "987654321" not in caplog.text


def test_answers_survive_a_restart(server: BotApiServer, bot: RunningBot) -> None:
    chat = server.private_chat()
    asked = chat.say("Who won the match?")
    [answer] = chat.wait_for_messages(1)
    server.wait_until_idle()
    bot.restart()
    chat.edit(asked, "When was the last call?")

    assert LAST_CALL in chat.wait_for_edits(answer)[0].text
