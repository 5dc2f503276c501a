"""Updates in and messages out, when things go wrong: nothing is lost, nothing blocks, and what may double says so."""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from operator import methodcaller
from typing import TYPE_CHECKING, Any

import pytest
import telegram
from telegram.constants import UpdateType

from bot.cli import TOKEN_REJECTED
from bot.errors import TokenRejectedError
from bot.telegram.app import build_application
from bot.telegram.gate import Lateness
from bot.telegram.limiter import Limits, Rate
from bot.telegram.polling.backoff import Backoff
from bot.telegram.polling.poller import ALLOWED_UPDATES
from tests.bot_api.faults import Fault
from tests.bot_api.types import User
from tests.telegram.answers import LAST_CALL, LiteralAnswerer
from tests.telegram.running import AT_ONCE, RunningBot, no_library, settings_for

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot_api.server import BotApiServer

QUESTION = "When was the last call?"
AGAIN = "This may be here a second time: I could not learn whether it had arrived."


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "broken",
    [
        {"message": {"text": "a secret"}},
        {"message": "a secret"},
        {"message": {"message_id": 1, "date": "a secret", "chat": {"id": 1, "type": "private"}}},
        {"callback_query": {"id": 1}},
    ],
)
def test_an_update_that_cannot_be_read_blocks_nothing_and_is_told_without_its_words(
    server: BotApiServer, caplog: pytest.LogCaptureFixture, broken: dict[str, object]
) -> None:
    chat = server.private_chat()
    with server.state.changed:
        number = server.push(broken)
        chat.say(QUESTION)

    assert LAST_CALL in chat.wait_for_messages(1)[0].text
    server.wait_until_idle()
    assert sum(call.method == "getUpdates" for call in server.calls) < 6
    assert f"update {number} cannot be read and is kept apart" in caplog.text
    assert "a secret" not in caplog.text


@pytest.mark.usefixtures("bot")
def test_an_update_without_an_id_is_stepped_past_with_the_next(server: BotApiServer) -> None:
    chat = server.private_chat()
    with server.state.changed:
        chat.say(QUESTION)
        server.state.pending.append({"update_id": 0, "message": None})

    assert LAST_CALL in chat.wait_for_messages(1)[0].text
    server.wait_until_idle()


def test_what_was_not_done_when_the_bot_stopped_is_done_when_it_is_there_again(
    server: BotApiServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.app._STOP_SECONDS", 0.1)
    answerer = LiteralAnswerer()
    chats = [server.private_chat(number) for number in (1, 2)]
    with RunningBot(server, tmp_path, answerer):
        hold = threading.Event()
        with server.state.changed:
            server.faults.append(Fault("sendMessage", times=100, status=502))
        asked = [[chat.say(f"{QUESTION} {number}") for number in range(3)] for chat in chats]
        server.wait_until_idle()
        server.wait_for_call("sendMessage", 2)
    hold.set()
    server.faults.clear()
    with RunningBot(server, tmp_path, answerer):
        sent = [chat.wait_for_messages(3) for chat in chats]

    assert [[one.reply_to for one in chat] for chat in sent] == asked
    assert not any(AGAIN in one.text for chat in sent for one in chat)


@pytest.mark.usefixtures("bot")
def test_what_may_have_arrived_is_sent_again_with_a_word(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    with server.state.changed:
        server.faults.append(Fault("sendMessage", after=True, drop=True))
    chat.say(QUESTION)
    first, second = chat.wait_for_messages(2)

    assert AGAIN not in first.text
    assert second.text == f"{AGAIN}\n\n{first.text}"
    assert first.reply_to == second.reply_to


@pytest.mark.usefixtures("bot")
def test_a_reply_shows_that_a_message_without_buttons_has_arrived(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    with server.state.changed:
        server.faults.append(Fault("sendMessage", after=True, drop=True))
    chat.say("/start")
    [start] = chat.wait_for_messages(1)
    chat.say(QUESTION, reply_to=start.message_id)
    sent = chat.wait_for_messages(2)

    assert [LAST_CALL in one.text for one in sent] == [False, True]


@pytest.mark.usefixtures("bot")
def test_a_press_on_an_earlier_message_with_the_same_buttons_shows_nothing(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    chat.say("/lang")
    [first] = chat.wait_for_messages(1)
    with server.state.changed:
        server.faults.append(Fault("sendMessage", after=False, drop=True))
    chat.say("/lang")
    server.wait_for_call("sendMessage", 2)
    chat.press(first, "English")
    chat.wait_for_edits(first)
    second = chat.wait_for_messages(2)[1]

    assert second.text == f"{AGAIN}\n\n{first.versions[0].text}"
    assert second.content.buttons() == first.versions[0].buttons()


@pytest.mark.usefixtures("bot")
def test_a_topic_that_is_no_more_gives_way_to_its_group(server: BotApiServer) -> None:
    group = server.group(forum=True)
    topic = group.open_topic("Calls")
    server.state.chats[group.id].topics.clear()
    group.say(f"/ask@readout_bot {QUESTION}", thread_id=topic)

    assert LAST_CALL in group.wait_for_messages(1)[0].text


def test_a_passing_refusal_of_the_token_is_survived_and_a_lasting_one_ends_it(
    server: BotApiServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Backoff, "next", lambda _: 0.0)
    chat = server.private_chat()
    running = RunningBot(server, tmp_path, LiteralAnswerer())
    running.__enter__()
    with server.state.changed:
        server.faults += [Fault("getUpdates", times=3, status=status) for status in (401, 404)]
    chat.say(QUESTION)
    chat.say(QUESTION)
    chat.wait_for_messages(2)
    server.wait_until_idle()
    with server.state.changed:
        server.faults += [Fault(method, times=1000, status=401) for method in ("getUpdates", "getMe")]
    chat.say(QUESTION)
    running._thread.join(20)

    assert isinstance(running._error, TokenRejectedError)
    assert "copy it again from @BotFather" in str(running._error)
    assert server.token not in f"{running._error!r}{caplog.text}"
    assert TOKEN_REJECTED == 77


def test_a_poll_that_never_comes_back_is_given_up(
    server: BotApiServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.polling.poller.Poller.__init__.__defaults__", (0.5,))
    chat = server.private_chat()
    with server.state.changed:
        server.faults.append(Fault("getUpdates", hold=threading.Event()))
    with RunningBot(server, tmp_path, LiteralAnswerer()):
        chat.say(QUESTION)

        assert LAST_CALL in chat.wait_for_messages(1)[0].text


def test_who_asks_too_much_gets_one_word_and_the_others_their_answers(server: BotApiServer, tmp_path: Path) -> None:
    limits = Limits(AT_ONCE.private, AT_ONCE.group, AT_ONCE.everywhere, Rate(3, 3600), Rate(1000, 1))
    with RunningBot(server, tmp_path, LiteralAnswerer(), limits=limits):
        flood, other = server.private_chat(1, language_code="en"), server.private_chat(2)
        with server.state.changed:
            asked = [flood.say(f"{QUESTION} {number}") for number in range(50)]
            other.say(QUESTION)
        other.wait_for_messages(1)
        server.wait_until_idle()
        flood.wait_for_messages(4)

    assert [one.reply_to for one in flood.sent] == asked[:4]
    assert flood.sent[3].text.startswith("I answer 3 questions a minute of each person or group")


def test_who_sends_too_many_files_gets_one_word_and_may_still_ask(server: BotApiServer, tmp_path: Path) -> None:
    limits = replace(AT_ONCE, files=Rate(2, 3600))
    with RunningBot(server, tmp_path, LiteralAnswerer(), limits=limits):
        flood, other = server.private_chat(1, language_code="ar"), server.private_chat(2, language_code="en")
        files = [flood.send_file(f"{number}.exe", b"MZ", media_group_id="7") for number in range(10)]
        flood.say("/add https://readout.example/")
        flood.say(QUESTION)
        allowed = other.send_file("other.exe", b"MZ")
        server.wait_until_idle()
        sent = flood.wait_for_messages(4)
        [read] = other.wait_for_messages(1)

    told = "أقرأ كل عشر دقائق وثيقتين لكل شخص أو مجموعة، ليحظى الجميع بدورهم. أرسل ما بقي لاحقًا."
    assert {one.reply_to: told in one.text for one in sent[:-1]} == dict(zip(files, (False, False, True), strict=False))
    assert LAST_CALL in sent[3].text
    assert len(flood.sent) == 4
    assert read.reply_to == allowed


def test_all_in_a_group_share_what_is_too_many(server: BotApiServer, tmp_path: Path) -> None:
    with RunningBot(server, tmp_path, LiteralAnswerer(), limits=replace(AT_ONCE, files=Rate(2, 3600))):
        group = server.group()
        asked = [group.say("/add@readout_bot", user=User(number, language_code="en")) for number in range(10, 14)]
        sent = group.wait_for_messages(3)
        server.wait_until_idle()

    assert {one.reply_to: "I read 2 documents in ten minutes" in one.text for one in sent} == dict(
        zip(asked, (False, False, True), strict=False)
    )


def test_every_kind_of_update_that_is_served_is_asked_for(tmp_path: Path) -> None:
    settings = settings_for("http://127.0.0.1:1", "1:a", tmp_path)
    application = build_application(settings, LiteralAnswerer(), no_library)
    person, chat = telegram.User(5, "Nour", is_bot=False), telegram.Chat(1, "private")
    message = telegram.Message(1, datetime.now(UTC), chat, from_user=person, text="?")
    given: dict[str, Any] = {kind: message for kind in UpdateType if kind.endswith(("message", "channel_post"))}
    given["callback_query"] = telegram.CallbackQuery("1", person, "1", message=message, data="x")
    given["inline_query"] = telegram.InlineQuery("1", person, "", "")
    updates = {kind.value: telegram.Update(1, **{kind.value: given.get(kind, object())}) for kind in UpdateType}
    served = {
        kind for kind, one in updates.items() if any(map(methodcaller("check_update", one), application.handlers[0]))
    }
    asyncio.run(application.post_shutdown(application))  # type: ignore[misc]

    assert served == set(ALLOWED_UPDATES)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0.9, ""),
        (1, "You asked this an hour ago; I could not answer earlier.\n\n"),
        (5.5, "You asked this 5 hours ago; I could not answer earlier.\n\n"),
        (49, "You asked this 2 days ago; I could not answer earlier.\n\n"),
    ],
)
def test_what_is_answered_late_says_so(server: BotApiServer, tmp_path: Path, hours: float, said: str) -> None:
    chat = server.private_chat(language_code="en")
    with RunningBot(server, tmp_path, LiteralAnswerer(), now=lambda: time.time() + 1 + 3600 * hours):
        chat.say(QUESTION)
        [answer] = chat.wait_for_messages(1)

    assert answer.text.startswith(f"{said}According to the Kremlin")


def test_what_is_late_is_dropped_with_one_word_where_that_is_set(
    server: BotApiServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.app.Lateness", lambda *_: Lateness(timedelta(hours=1), "drop"))
    chat = server.private_chat(language_code="ar")
    asked = [chat.say("متى كانت آخر مكالمة؟") for _ in range(3)]
    with RunningBot(server, tmp_path, LiteralAnswerer(), now=lambda: time.time() + 4000):
        server.wait_until_idle()
        [word] = chat.wait_for_messages(1)

    assert len(chat.sent) == 1
    assert word.reply_to == asked[0]
    assert word.text == (
        "لم أكن أعمل حين سألت عن هذا، وقد مضى عليه وقت أطول من أن أجيب عنه الآن. "
        "إن كنت لا تزال تريد الجواب فاسأل مرة أخرى."
    )


@pytest.mark.usefixtures("bot")
def test_a_press_is_served_where_its_acknowledgement_does_not_get_through(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    chat.say(QUESTION)
    [answer] = chat.wait_for_messages(1)
    with server.state.changed:
        server.faults.append(Fault("answerCallbackQuery", drop=True))
    chat.press(answer, "العربية")

    assert chat.wait_for_edits(answer)[0].text.startswith("بحسب الكرملين")
