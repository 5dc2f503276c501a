"""What was not done with when the bot ended is handled again, and does no more than it would have done once."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from bot.answer.answerer import Answerer
from bot.errors import StateError
from bot.state.answers import GivenAnswers
from bot.state.database import FILE_NAME, Database
from bot.state.inbox import Inbox
from index.library import Library
from tests.bot_api.faults import Fault
from tests.telegram.answers import LAST_CALL, TOPICS, LiteralAnswerer
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.encoder import LoadedEncoder
    from tests.bot_api.chats import Chat
    from tests.bot_api.server import BotApiServer
    from tests.bot_api.types import SentMessage

CALL = (
    "Call of the President of Velmar with the King of Qarnaya\n\n5 May 2025\n\n"
    "The two leaders discussed the export of saffron through the port of Orlen.\n"
)
QUESTION = "When was the last call?"


@pytest.fixture
def library(tmp_path: Path, encoder: LoadedEncoder) -> Iterator[Library]:
    library = Library(tmp_path / "library", lambda: encoder)
    yield library
    library.close()


@pytest.fixture
def start(server: BotApiServer, library: Library, tmp_path: Path, encoder: LoadedEncoder) -> Callable[[], RunningBot]:
    """Starts a bot that takes documents in."""
    return lambda: RunningBot(
        server, tmp_path, Answerer(library), library=lambda: Library(tmp_path / "library", lambda: encoder)
    )


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Nothing is marked as done, as where the process is killed just before; ``undo`` ends it."""

    def killed(_inbox: Inbox, _numbers: object) -> None:
        raise StateError("killed")

    monkeypatch.setattr(Inbox, "done", killed)
    return monkeypatch


def waiting(tmp_path: Path) -> int:
    """How many updates a start would find."""
    database = Database(tmp_path / FILE_NAME)
    try:
        return Inbox(database).depth()[0]
    finally:
        database.close()


@pytest.mark.parametrize("how", ["file", "command"])
def test_a_file_stays_in_the_inbox_until_it_is_shown(
    server: BotApiServer,
    tmp_path: Path,
    start: Callable[[], RunningBot],
    monkeypatch: pytest.MonkeyPatch,
    how: str,
) -> None:
    monkeypatch.setattr("bot.telegram.app._STOP_SECONDS", 0.1)
    chat = server.private_chat(language_code="en")
    with server.state.changed:
        server.faults.append(Fault("getFile", hold=threading.Event()))
    with start():
        sent = chat.send_file("call.txt", CALL.encode(), caption="/add" if how == "command" else None)
        server.wait_until_idle()
        server.state.wait_until(lambda: any(call.method == "getFile" for call in server.state.calls), 10, "getFile")
        # A kill at this moment would find it there.
        assert waiting(tmp_path) == 1
        # And what else is asked is not held up.
        chat.say("/lang en")
        chat.wait_for_messages(1)
    with start():
        _, draft = chat.wait_for_messages(2)

    assert draft.text.startswith("This is what I found in it. Shall I add it?")
    assert draft.reply_to == sent
    assert waiting(tmp_path) == 0


def test_what_fails_beside_the_chat_is_told_and_done_with(
    server: BotApiServer, tmp_path: Path, start: Callable[[], RunningBot]
) -> None:
    chat = server.private_chat(language_code="en")
    server.fail("getFile", 400, b'{"ok": false, "error_code": 400, "description": "Bad Request: wrong file_id"}')
    with start():
        chat.send_file("call.txt", CALL.encode())
        [failed] = chat.wait_for_messages(1)

    assert failed.text.startswith("Something failed on my side")
    assert waiting(tmp_path) == 0


def corrected(chat: Chat) -> tuple[SentMessage, SentMessage]:
    """Send a file, correct its title and its language; the draft, and the message that asked for the title."""
    chat.send_file("call.txt", CALL.encode())
    [draft] = chat.wait_for_messages(1)
    chat.press(draft, "Title")
    prompt = chat.wait_for_messages(2)[1]
    chat.say("A better title", reply_to=prompt.message_id)
    chat.wait_for_messages(3)
    chat.press(draft, "Language")
    chat.wait_for_edits(draft, 2)
    return draft, prompt


def test_what_was_added_and_corrected_is_not_done_again(
    server: BotApiServer, library: Library, start: Callable[[], RunningBot], forgetful: pytest.MonkeyPatch
) -> None:
    chat = server.private_chat(language_code="en")
    with start():
        draft, prompt = corrected(chat)
        chat.press(draft, "Add")
        chat.wait_for_edits(draft, 3)
        server.wait_until_idle()
    forgetful.undo()
    with start():
        asked = chat.say("/lang en")
        last = chat.wait_for_messages(4)[3]

    assert last.reply_to == asked
    assert [one.text[:12] for one in chat.sent[:3]] == [draft.text[:12], prompt.text[:12], "Corrected. A"]
    [document] = library.documents()
    assert (document.title, document.language, document.text) == ("A better title", "ar", CALL)
    assert len(library.versions(document.id)) == 1
    assert draft.text.endswith(": A better title")


def test_a_correction_that_is_handled_again_is_the_same_correction(
    server: BotApiServer, library: Library, start: Callable[[], RunningBot], forgetful: pytest.MonkeyPatch
) -> None:
    chat = server.private_chat(language_code="en")
    with start():
        draft, _ = corrected(chat)
        server.wait_until_idle()
    forgetful.undo()
    with start():
        server.wait_for_call("editMessageText", 4)
        chat.press(draft, "Add")
        server.state.wait_until(lambda: "A better title" in draft.text and "Added" in draft.text, 10, "the addition")

    [document] = library.documents()
    assert (document.title, document.language) == ("A better title", "ar")
    assert len(chat.sent) == 3


def test_a_question_that_is_handled_again_goes_on_from_no_answer_of_its_own(
    server: BotApiServer, tmp_path: Path, forgetful: pytest.MonkeyPatch
) -> None:
    chat, answerer = server.private_chat(language_code="en"), LiteralAnswerer()
    with RunningBot(server, tmp_path, answerer):
        chat.say(QUESTION)
        [answer] = chat.wait_for_messages(1)
        chat.say("and what were its topics?")
        chat.wait_for_messages(2)
        server.wait_until_idle()
    before = list(answerer.asked)
    forgetful.undo()
    with RunningBot(server, tmp_path, answerer):
        chat.say(f"{QUESTION} again")
        chat.wait_for_messages(3)
        chat.press(answer, "More context")
        context = chat.wait_for_messages(4)[3]

    assert len(before) == 2
    assert answerer.asked[2:4] == before
    assert TOPICS in context.text
    assert [one.reply_to for one in chat.sent[:2]] == [1, 3]


def test_a_context_whose_showing_was_cut_short_can_be_asked_for(server: BotApiServer, tmp_path: Path) -> None:
    chat, answerer = server.private_chat(language_code="en"), LiteralAnswerer()
    with RunningBot(server, tmp_path, answerer):
        chat.say(QUESTION)
        [answer] = chat.wait_for_messages(1)
        server.wait_until_idle()
    database = Database(tmp_path / FILE_NAME)
    assert GivenAnswers(database).claim_context(1, 1)
    database.close()
    with RunningBot(server, tmp_path, answerer):
        chat.press(answer, "More context")
        assert TOPICS in chat.wait_for_messages(2)[1].text
        chat.press(answer, "More context")
        notices = server.wait_for_call("answerCallbackQuery", 2)

    assert notices[1].parameters["text"] == "It is already shown below the answer."
    assert LAST_CALL in answer.text
