"""The whole bot: the real library and answerer behind the real Telegram side, over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answer.answerer import Answerer
from tests.bot_api.types import User
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.library import Library
    from index.types import Document
    from tests.bot_api.server import BotApiServer
    from tests.bot_api.types import SentMessage

LAST_CALL = "وفقًا للمعلومات الواردة من الكرملين، كانت آخر مكالمة بين بوتين وماكرون قد جرت في 11 سبتمبر 2022."


@pytest.fixture
def _bot(server: BotApiServer, seed_library: Library, tmp_path: Path) -> Iterator[None]:
    with RunningBot(server, tmp_path, Answerer(seed_library)):
        yield


def quotes(message: SentMessage) -> list[str]:
    """What stands in the blockquotes of a message, without the directional mark that may stand before."""
    raw = message.text.encode("utf-16-le")
    spans = [(one["offset"], one["length"]) for one in message.entities if "blockquote" in one["type"]]
    return [raw[2 * at : 2 * (at + size)].decode("utf-16-le").lstrip("\u200e\u200f") for at, size in spans]


@pytest.mark.usefixtures("_bot")
def test_a_conversation(server: BotApiServer, seed: Document) -> None:
    chat = server.private_chat(language_code="en")
    asked = chat.say("when was the last call?")
    [english] = chat.wait_for_messages(1)
    chat.say("متى كانت آخر مكالمة؟")
    [_, arabic] = chat.wait_for_messages(2)
    chat.say("and what were its topics?", reply_to=english.message_id)
    topics = chat.wait_for_messages(3)[2]
    chat.press(english, "العربية")
    chat.wait_for_edits(english)
    chat.press(english, "سياق أوسع")
    context = chat.wait_for_messages(4)[3]
    chat.say("Who won the football world cup in 1998?")
    unknown = chat.wait_for_messages(5)[4]
    chat.say("/sources")
    sources = chat.wait_for_messages(6)[5]
    chat.edit(asked, "and when exactly was the last call?")
    chat.wait_for_edits(english, 2)

    headline = english.versions[0].text.split("\n")[0]
    assert "Kremlin" in headline
    assert "11 September 2022" in headline
    assert "2 years, 9 months and 20 days before this one" in headline
    assert "11 سبتمبر 2022" in arabic.text.split("\n")[0]
    assert quotes(english)[0] == quotes(arabic)[0] == LAST_CALL
    assert any("زابوريجيا" in quote for quote in quotes(topics))
    assert english.versions[1].text.split("\n")[0] == arabic.text.split("\n")[0]
    assert len(quotes(context)[0]) > len(quotes(arabic)[0])
    assert "أول مكالمة هاتفية بين بوتين وماكرون" in sources.text
    assert unknown.text == "This is not in the library. I searched one document, up to 1 July 2025."
    for message in chat.sent:
        for quote in quotes(message):
            assert quote in seed.text


@pytest.mark.usefixtures("_bot")
def test_inline_and_a_group(server: BotApiServer) -> None:
    server.inline_query(User(9, language_code="ar"), "متى كانت آخر مكالمة؟")
    [result] = server.wait_for_call("answerInlineQuery")[0].parameters["results"]
    group = server.group()
    group.say("/ask@readout_bot بعد كم سنة أجريا أول مكالمة هاتفية؟")
    [answer] = group.wait_for_messages(1)

    assert "11 سبتمبر 2022" in result["title"]
    assert "3 سنوات" in answer.text.split("\n")[0]
