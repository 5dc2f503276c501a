"""The library's pages in a chat, end to end over HTTP, with the real answerer over the seeds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.answer.answerer import Answerer
from bot.telegram.links import document_key, is_citation_link
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.library import Library
    from index.types import Document
    from tests.bot_api.server import BotApiServer
    from tests.bot_api.types import SentMessage


@pytest.fixture(autouse=True)
def _bot(server: BotApiServer, seed_library: Library, tmp_path: Path) -> Iterator[None]:
    with RunningBot(server, tmp_path, Answerer(seed_library)):
        yield


def payload(message: SentMessage) -> str:
    """The start parameter of the first link of a message."""
    address = next(one["url"] for one in message.entities if one["type"] == "text_link")
    found = re.fullmatch(r"https://t\.me/readout_bot\?start=([A-Za-z0-9_-]{1,64})", address)
    assert found
    return found[1]


def test_a_document_is_opened_and_turned_and_left_in_place(server: BotApiServer, seed: Document) -> None:
    chat = server.private_chat(language_code="ar")
    chat.say("/sources")
    [sources] = chat.wait_for_messages(1)
    chat.press(sources, "1")
    [first] = chat.wait_for_edits(sources)
    chat.press(sources, "التالي")
    [_, second] = chat.wait_for_edits(sources, 2)
    chat.press(sources, "السابق")
    chat.wait_for_edits(sources, 3)
    chat.press(sources, "كل الوثائق")
    edits = chat.wait_for_edits(sources, 4)

    assert first.text.startswith(f"العنوان: {seed.title}\n")
    for page in (first, second):
        raw = page.text.encode("utf-16-le")
        for entity in page.entities:
            if entity["type"] == "blockquote":
                at, size = entity["offset"], entity["length"]
                assert raw[2 * at : 2 * (at + size)].decode("utf-16-le").strip("\u200e\u200f") in seed.text
    assert edits[2] == first
    assert edits[3] == sources.versions[0]
    assert len(chat.sent) == 1


def test_the_link_of_a_citation_opens_it_in_its_context(server: BotApiServer, seed: Document) -> None:
    group, chat = server.group(), server.private_chat(language_code="en")
    group.say("/ask when was the last call?")
    [answer] = group.wait_for_messages(1)
    chat.say(f"/start {payload(answer)}")
    [context] = chat.wait_for_messages(1)
    chat.press(context, "Open the document")
    [page] = chat.wait_for_edits(context)

    assert is_citation_link(payload(answer))
    assert "11 سبتمبر 2022" in context.versions[0].text
    assert [entity["type"] for entity in context.versions[0].entities] == ["bold", "blockquote"]
    assert "11 سبتمبر 2022" in page.text
    assert page.buttons()[-1]["callback_data"] == "sources:en:0"
    assert document_key(seed.id) in page.buttons()[0]["callback_data"]


@pytest.mark.parametrize(
    "start",
    [
        f"p{'A' * 16}-0-10",
        f"p{document_key('readout-2025-07-01.ar')}-0-999999999",
        f"p{document_key('readout-2025-07-01.ar')}-10-10",
    ],
)
def test_a_link_to_what_is_not_there_says_so(server: BotApiServer, start: str) -> None:
    chat = server.private_chat(language_code="en")
    chat.say(f"/start {start}")

    [told] = chat.wait_for_messages(1)

    assert told.text == "I know of no such citation here: its document was removed, or is not for this chat."


def test_a_button_of_a_document_that_is_not_seen_says_so(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    chat.say("/sources")
    [sources] = chat.wait_for_messages(1)
    query = {"message": chat.messages[sources.message_id], "chat_instance": "1", "data": f"document:ar:{'x' * 16}:3"}
    server.state.open_query("callback_query", chat.user, query)

    [told] = chat.wait_for_edits(sources)

    assert told.text == "ليست هذه الوثيقة من الوثائق المتاحة لهذه المحادثة."
    assert [button["text"] for button in told.buttons()] == ["كل الوثائق"]
