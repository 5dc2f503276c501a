"""/quote, end to end over HTTP: the real library behind the real Telegram side."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from bot.answer.answerer import Answerer
from tests.bot_api.types import User
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.library import Library
    from tests.bot_api.server import BotApiServer
    from tests.bot_api.types import SentMessage

ENGLISH_CLIENT = User(5, language_code="en-GB")
ARABIC_CLIENT = User(6, language_code="ar-LB")
LAST_CALL = "كانت آخر مكالمة بين بوتين وماكرون قد جرت في 11 سبتمبر 2022."
SENTENCE = f"وفقًا للمعلومات الواردة من الكرملين، {LAST_CALL}"
ALTERED = LAST_CALL.replace("11", "12")
EXACT_AR, EXACT_EN = "يرد هذا النص في المكتبة حرفيًا:", "This stands in the library word for word:"
USAGE_EN = "Write the quote after /quote, or send /quote as a reply to the message that holds it."


@pytest.fixture(autouse=True)
def _bot(server: BotApiServer, seed_library: Library, tmp_path: Path) -> Iterator[None]:
    with RunningBot(server, tmp_path, Answerer(seed_library)):
        yield


def styled(message: SentMessage, kind: str) -> list[str]:
    raw = message.text.encode("utf-16-le")
    spans = [(one["offset"], one["length"]) for one in message.entities if one["type"] == kind]
    return [raw[2 * at : 2 * (at + size)].decode("utf-16-le") for at, size in spans]


def test_a_quote_in_a_private_chat(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    asked = chat.say(f"/quote «{LAST_CALL}»")
    chat.say(f"/quote {ALTERED}")
    chat.say("/quote The last call between Putin and Macron took place on 11 September 2022")
    exact, altered, translated = chat.wait_for_messages(3)

    assert exact.text.split("\n")[0] == EXACT_AR
    assert styled(exact, "expandable_blockquote") == [LAST_CALL]
    assert "بحسب الكرملين" in exact.text
    assert exact.reply_to == asked
    assert styled(altered, "strikethrough") == ["12", "في الاقتباس فقط"]
    assert styled(altered, "underline") == ["11", "في المصدر فقط"]
    assert styled(altered, "expandable_blockquote") == [SENTENCE]
    assert translated.text.startswith(
        "These are the words of a translation by the Readout project, not of the document"
    )
    assert styled(translated, "expandable_blockquote") == [SENTENCE]


def test_a_quote_over_several_lines(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    chat.say(f"/quote كانت آخر مكالمة في 11 سبتمبر 2022\n{SENTENCE}")
    [message] = chat.wait_for_messages(1)

    assert message.text.split("\n")[0] == EXACT_AR
    assert styled(message, "expandable_blockquote") == [f"كانت آخر مكالمة في 11 سبتمبر 2022\n{SENTENCE}"]


def test_in_a_group_the_message_replied_to_is_checked(server: BotApiServer) -> None:
    group = server.group()
    said = group.say(ALTERED, user=ENGLISH_CLIENT)
    group.say("/quote@readout_bot", user=ENGLISH_CLIENT, reply_to=said)
    group.say(f"/quote {LAST_CALL}", user=ENGLISH_CLIENT, reply_to=said)
    replied, given = group.wait_for_messages(2)

    assert styled(replied, "strikethrough")[0] == "12"
    # What is written after the command goes before what it replies to.
    assert given.text.split("\n")[0] == EXACT_AR


def test_the_chats_own_language_goes_before_that_of_the_quote(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="ar")
    chat.say("/lang en")
    chat.say(f"/quote {LAST_CALL}")

    assert chat.wait_for_messages(2)[1].text.split("\n")[0] == EXACT_EN


def test_without_a_quote_it_tells_how(server: BotApiServer) -> None:
    chat = server.private_chat()
    chat.say("/quote", user=ENGLISH_CLIENT)
    chat.say("/quote   \n ", user=ARABIC_CLIENT)
    chat.say("/quote \u200f«…»", user=ENGLISH_CLIENT)
    english, arabic, nothing = chat.wait_for_messages(3)

    assert english.text == USAGE_EN
    assert arabic.text.startswith("اكتب الاقتباس بعد ")
    assert nothing.text == "This is too short to check. A quote has at least 3 words and 12 letters."


def test_hostile_quotes_are_answered(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    for text in ("<b>not & \u202eever</b> &lt; said " * 20, "x" * 4000, "😀 " * 900, f"<i>{LAST_CALL}</i>"):
        chat.say(f"/quote {text}")
    absent, long, short, tagged = chat.wait_for_messages(4)

    assert absent.text == (
        "This quote is not in the library, nor is anything near to it. I searched one document, up to 1 July 2025."
    )
    assert long.text == "This is too long to check. A quote has at most 2000 characters."
    assert short.text == "This is too short to check. A quote has at least 3 words and 12 letters."
    assert styled(tagged, "expandable_blockquote") == [SENTENCE]


def test_the_log_tells_the_verdict_and_never_the_quote(server: BotApiServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    chat = server.private_chat(language_code="en")
    chat.say(f"/quote {LAST_CALL}")
    chat.wait_for_messages(1)

    told = [record.getMessage() for record in caplog.records if record.name == "bot.telegram.handlers.quotations"]
    assert len(told) == 1
    assert told[0].startswith("quote language=ar verdict=exact places=1 ms=")
    assert not any("آخر مكالمة" in record.getMessage() for record in caplog.records if record.levelno > logging.DEBUG)
