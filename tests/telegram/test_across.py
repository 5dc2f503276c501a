"""/timeline and /compare, end to end over HTTP: a real library of the gold readouts behind the real Telegram side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.answer.answerer import Answerer
from bot.telegram.across_buttons import ShowPart, TurnTimeline, key, pressed_across
from index.library import Library
from index.manifest import read_manifest
from tests.bot_api.faults import Fault
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.encoder import LoadedEncoder
    from tests.bot_api.server import BotApiServer
    from tests.bot_api.types import Content

GOLD = Path(__file__).parents[1] / "gold" / "readouts"
PRICE_AR = "• لم يُبحث سعر الغاز في هذا الاتصال، وأُحيل إلى لجنة فنية تجتمع في دار السلوى."
PRICE_EN = "The\nPresident stressed that the price of the gas, which the two leaders\ndiscussed at length, must follow"
PAIR = "21 September 2024 · مروان / Velmar"
SECRET = "SECRET-WHEAT: the desk heard that the wheat will not come."


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, encoder: LoadedEncoder) -> Iterator[Library]:
    documents = [one for one in read_manifest(GOLD) if "2024" in one.id]
    elsewhere = replace(
        documents[0], id="elsewhere", text=f"{SECRET}\n", title="Elsewhere", shelf="chat:-77", language="en"
    )
    library = Library(tmp_path_factory.mktemp("across"), lambda: encoder, lambda: [*documents, elsewhere])
    yield library
    library.close()


@pytest.fixture(autouse=True)
def _bot(server: BotApiServer, library: Library, tmp_path: Path) -> Iterator[None]:
    with RunningBot(server, tmp_path, Answerer(library)):
        yield


def quotes(content: Content) -> list[str]:
    raw = content.text.encode("utf-16-le")
    spans = [(one["offset"], one["length"]) for one in content.entities if one["type"].endswith("blockquote")]
    return [raw[2 * at : 2 * (at + size)].decode("utf-16-le").strip("\u200e\u200f") for at, size in spans]


def labels(content: Content) -> list[str]:
    rows = (content.reply_markup or {"inline_keyboard": []})["inline_keyboard"]
    return [button["text"] for row in rows for button in row]


def test_a_timeline_is_paged_and_turned(server: BotApiServer, library: Library) -> None:
    chat = server.private_chat(language_code="en")
    # As Telegram has it, a command ends at any white space.
    chat.say("/timeline\nwheat")
    (sent,) = chat.wait_for_messages(1)
    first = sent.content
    assert first.text.split("\n")[0].startswith("“wheat”: 5 passages, by the day of the event.")
    assert "1 of 2" in first.text
    assert labels(first) == ["Next ›", "Oldest first"]
    texts = {document.id: document.text for document in library.documents()}
    assert len(quotes(first)) == 3
    assert all(any(quote in text for text in texts.values()) for quote in quotes(first))

    chat.press(sent, "Next ›")
    (second,) = chat.wait_for_edits(sent)
    assert "2 of 2" in second.text
    assert labels(second) == ["‹ Before", "Oldest first"]
    chat.press(sent, "Oldest first")
    _, oldest = chat.wait_for_edits(sent, 2)
    assert labels(oldest) == ["Next ›", "Newest first"]
    assert "9 January 2024" in oldest.text
    assert "21 September 2024" not in oldest.text


def test_a_comparison_is_offered_and_shows_both_sides(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    chat.say("/compare")
    (sent,) = chat.wait_for_messages(1)
    assert labels(sent.content)[1:] == [PAIR, "9 January 2024 · مروان / Velmar"]
    chat.press(sent, PAIR)
    (shown,) = chat.wait_for_edits(sent)
    assert "They contradict each other in one place:" in shown.text
    assert "[1] [2] Whether it was discussed" in shown.text
    assert quotes(shown)[0] == PRICE_AR
    assert quotes(shown)[1].startswith(PRICE_EN)
    chat.press(sent, "Only in 1")
    _, only = chat.wait_for_edits(sent, 2)
    assert "does not mention" in only.text
    assert "did not discuss" not in only.text


def test_two_documents_named_by_their_ids(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="ar")
    chat.say("/compare marwan-2024-01-09.ar velmar-2024-01-09.en")
    chat.say("/compare marwan-2024-01-09.ar nowhere")
    chat.say("/compare marwan-2024-01-09.ar marwan-2024-01-09.ar")
    compared, unknown, same = chat.wait_for_messages(3)
    assert "تتناقضان في 3 مواضع:" in compared.text
    assert "لا وثيقة في المكتبة بالمعرّف" in unknown.text
    assert "هذه وثيقة واحدة، فسمِّ وثيقتين." in same.text


def test_a_chat_sees_nothing_of_another_ones_shelf(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    chat.say("/timeline SECRET-WHEAT")
    chat.say("/compare elsewhere velmar-2024-01-09.en")
    timeline, compared = chat.wait_for_messages(2)
    assert "the desk heard" not in timeline.text
    assert "There is no document" in compared.text
    group = server.group(-77)
    group.say("/timeline wheat that will not come")
    (own,) = group.wait_for_messages(1)
    assert SECRET in own.text


def test_every_press_is_acknowledged_and_served_though_that_does_not_get_through(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    chat.say("/timeline wheat")
    (sent,) = chat.wait_for_messages(1)
    for fault in ({"drop": True}, {"status": 401}, {"status": 502}):
        with server.state.changed:
            server.faults.append(Fault("answerCallbackQuery", **fault))
    for number, button in enumerate(("Next ›", "‹ Before", "Next ›", "‹ Before"), start=1):
        chat.press(sent, button)
        chat.wait_for_edits(sent, number)
    forged = {"timeline:1:new": "timeline", f"compare:{key('x')}:{key('y')}:both:0": "compare", "compare:x": "wrong"}
    for data in forged:
        gone = {"chat": chat.json, "message_id": sent.message_id, "date": 0}
        server.state.open_query("callback_query", chat.user, {"message": gone, "chat_instance": "1", "data": data})
    chat.wait_for_edits(sent, 5)
    calls = server.wait_for_call("answerCallbackQuery", 7)[4:]

    gone_text = "This answer is too old for its buttons. Ask again."
    assert sorted(str(call.parameters.get("text")) for call in calls) == ["None", gone_text, gone_text]
    assert sent.text == "This document is not among those that this chat sees."
    assert len(chat.sent) == 1


def test_usage(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    chat.say("/timeline")
    chat.say("/compare one")
    timeline, compare = chat.wait_for_messages(2)
    assert timeline.text.startswith("Write the subject after /timeline")
    assert compare.text.startswith("Write two documents after /compare")


def test_what_a_press_says() -> None:
    assert pressed_across("timeline:12:old") == TurnTimeline(12, newest_first=False)
    assert pressed_across(f"compare:{key('a')}:{key('b')}:both:2") == ShowPart(key("a"), key("b"), "both", 2)
    assert pressed_across("compare:x:y:both:2") is None
    assert pressed_across(None) is None
    assert len(f"compare:{key('a' * 500)}:{key('b')}:contradictions:9999".encode()) <= 64
