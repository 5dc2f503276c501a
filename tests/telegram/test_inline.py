"""Inline mode, end to end over HTTP."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.bot_api.faults import Fault
from tests.bot_api.html import parse_html
from tests.bot_api.types import User
from tests.telegram.answers import LAST_CALL

if TYPE_CHECKING:
    from tests.bot_api.server import BotApiServer
    from tests.telegram.answers import LiteralAnswerer

pytestmark = pytest.mark.usefixtures("bot")

SALMA = User(1001, language_code="ar")


def test_the_answer_is_one_result_to_post(server: BotApiServer) -> None:
    server.inline_query(SALMA, "When was the last call?")

    [call] = server.wait_for_call("answerInlineQuery")

    assert call.status == 200
    assert call.parameters["is_personal"] is True
    assert call.parameters["cache_time"] <= 10
    [result] = call.parameters["results"]
    assert (result["type"], result["title"]) == ("article", "According to the Kremlin: 11 September 2022.")
    assert result["description"] == LAST_CALL
    assert "reply_markup" not in result
    content = result["input_message_content"]
    assert content["parse_mode"] == "HTML"
    assert content["link_preview_options"] == {"is_disabled": True}
    text, entities = parse_html(content["message_text"])
    assert LAST_CALL in text
    assert [entity["type"] for entity in entities] == ["text_link", "bold", "expandable_blockquote"]


def test_nothing_to_ask_gives_no_result(server: BotApiServer) -> None:
    for text in ("", "   ", "👍", "why " * 300):
        server.inline_query(User(len(text) + 1), text)

    calls = server.wait_for_call("answerInlineQuery", 4)
    assert [(call.status, call.parameters["results"]) for call in calls] == [(200, [])] * 4


def test_what_is_not_in_the_library_is_a_result_that_says_so(server: BotApiServer) -> None:
    server.inline_query(SALMA, "من فاز بالمباراة؟")

    [result] = server.wait_for_call("answerInlineQuery")[0].parameters["results"]

    assert result["title"].startswith("هذا غير موجود في المكتبة.")
    assert "description" not in result


def test_the_language_that_a_person_pinned_in_private_is_kept(server: BotApiServer) -> None:
    chat = server.private_chat(SALMA.id)
    chat.say("/lang ar")
    chat.wait_for_messages(1)
    server.inline_query(SALMA, "When was the last call?")

    [result] = server.wait_for_call("answerInlineQuery")[0].parameters["results"]
    assert result["title"] == "بحسب الكرملين: 11 سبتمبر 2022."


def test_only_the_newest_of_what_a_person_types_is_looked_for(server: BotApiServer, answerer: LiteralAnswerer) -> None:
    chat = server.private_chat(5)
    answerer.held["slow"] = threading.Event()
    chat.say("a slow question?")
    assert answerer.started.wait(10)
    for text in ("When", "When was", "When was the last call?"):
        server.inline_query(SALMA, text)
        server.wait_until_idle()
    server.inline_query(User(6), "When was the last call?")
    server.wait_until_idle()
    answerer.held["slow"].set()
    calls = server.wait_for_call("answerInlineQuery", 2)

    assert [len(call.parameters["results"]) for call in calls] == [1, 1]
    chat.wait_for_messages(1)
    assert [text for text, _, _ in answerer.asked] == ["a slow question?", *["When was the last call?"] * 2]


def test_one_that_came_too_late_and_one_that_fails_do_no_harm(
    server: BotApiServer, answerer: LiteralAnswerer, caplog: pytest.LogCaptureFixture
) -> None:
    hold = threading.Event()
    with server.state.changed:
        server.faults.append(Fault("answerInlineQuery", hold=hold))
    server.expire(server.inline_query(SALMA, "When was the last call?"))
    hold.set()
    server.wait_for_call("answerInlineQuery", 1)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
    answerer.outcomes["topics"] = RuntimeError("broken")
    server.inline_query(SALMA, "What were its topics?")

    late, failed = server.wait_for_call("answerInlineQuery", 2)

    assert late.status == 400
    assert (failed.status, failed.parameters["results"]) == (200, [])
