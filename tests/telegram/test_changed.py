"""/changed, end to end over HTTP: a real library of the gold readouts behind the real Telegram side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.answer.answerer import Answerer
from bot.answer.changes import find_followed
from bot.telegram.across_buttons import key
from bot.telegram.changed_buttons import ShowChanged, changed_buttons, pressed_changed
from index.library import Library
from index.manifest import read_manifest
from tests.telegram.running import RunningBot
from tests.telegram.test_across import labels, quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.telegram.changed_buttons import ChangedPart
    from index.encoder import LoadedEncoder
    from tests.bot_api.server import BotApiServer
    from tests.bot_api.types import Json

GOLD = Path(__file__).parents[1] / "gold" / "readouts"
NOW = "velmar-2024-09-21.en"
TITLE = "Statement on the President's call with King Durgham bin Asim"
BEFORE = "Dravik presses Marwan's king to free tanker crew"
SECRET = "SECRET-GLASS: a museum of old glass opens in spring."
OFFERED = "21 September 2024 · Statement on the President's call with…"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, encoder: LoadedEncoder) -> Iterator[Library]:
    documents = [one for one in read_manifest(GOLD) if "2024" in one.id]
    now = next(one for one in documents if one.id == NOW)
    # A later one between the same parties, that only one group sees.
    later = replace(
        now, id="later", text=f"{now.text}\n{SECRET}\n", title="Later", shelf="chat:-77", event=None,
        published=now.published and now.published.replace(year=2025),
    )  # fmt: skip
    library = Library(tmp_path_factory.mktemp("changed"), lambda: encoder, lambda: [*documents, later])
    yield library
    library.close()


@pytest.fixture(autouse=True)
def _bot(server: BotApiServer, library: Library, tmp_path: Path) -> Iterator[None]:
    with RunningBot(server, tmp_path, Answerer(library)):
        yield


def test_a_readout_is_chosen_and_its_parts_are_turned(server: BotApiServer, library: Library) -> None:
    chat = server.private_chat(language_code="en")
    chat.say("/changed")
    (sent,) = chat.wait_for_messages(1)
    assert sent.text == "Which readout do you want to see beside the previous one between the same parties?"
    assert labels(sent.content)[1] == OFFERED
    assert len(labels(sent.content)) == 3
    chat.press(sent, OFFERED)
    (new,) = chat.wait_for_edits(sent)
    first, second, third = new.text.split("\n")[:3]
    assert first == f"{TITLE}, 21 September 2024, since {BEFORE}, 9 January 2024"
    assert second == "9 statements are new; the previous readout does not mention them:"
    assert third == "1 of 3"
    assert labels(new) == ["Next ›", "Dropped: 10", "Reworded: 1"]
    text = library.document(NOW).text
    assert len(quotes(new)) == 4
    assert all(quote in text for quote in quotes(new))

    chat.press(sent, "Next ›")
    assert len(quotes(chat.wait_for_edits(sent, 2)[1])) == 4
    chat.press(sent, "Dropped: 10")
    dropped = chat.wait_for_edits(sent, 3)[2]
    assert "10 statements of the previous readout are not repeated" in dropped.text
    earlier = library.document("velmar-2024-01-09.en").text
    assert all(quote in earlier for quote in quotes(dropped))
    chat.press(sent, "Reworded: 1")
    reworded = chat.wait_for_edits(sent, 4)[3]
    assert "\n[1] before, [2] now\n" in reworded.text
    was, now = quotes(reworded)
    assert was == "The king placed the call, the presidential office said."
    assert now == "The King undertook to look into the matter himself."


def test_in_arabic_and_by_its_id(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="ar")
    chat.say(f"/changed {NOW}")
    chat.say("/changed nowhere")
    chat.say("/changed ostria-2024-05-02.en")
    changed, unknown, first = chat.wait_for_messages(3)
    assert "\u200f9 عبارات جديدة، لا ذكر لها في البيان السابق:" in changed.text
    assert labels(changed.content) == ["التالي ›", "ما سقط: 10", "ما تغيّرت صياغته: 1"]
    assert "لا وثيقة في المكتبة بالمعرّف" in unknown.text
    assert first.text.strip("\u200f") == "لا بيان سابق في المكتبة عن حدث بين الطرفين نفسيهما."


def test_a_chat_sees_nothing_of_another_ones_shelf(server: BotApiServer) -> None:
    chat, group = server.private_chat(language_code="en"), server.group(-77)
    chat.say("/changed later")
    chat.say("/changed")
    unknown, offered = chat.wait_for_messages(2)
    assert unknown.text == "There is no document later in the library."
    assert len(labels(offered.content)) == 3
    query: Json = {
        "message": chat.messages[offered.message_id], "chat_instance": "1", "data": f"changed:{key('later')}:new:0",
    }  # fmt: skip
    server.state.open_query("callback_query", chat.user, query)
    [nothing] = chat.wait_for_edits(offered)
    [call] = server.wait_for_call("answerCallbackQuery", 1)
    assert nothing.text == "This document is not among those that this chat sees."
    assert "text" not in call.parameters
    group.say("/changed later")
    (own,) = group.wait_for_messages(1)
    assert SECRET in quotes(own.content)


def test_the_readouts_with_an_earlier_one_are_found_newest_first(library: Library) -> None:
    found = [(document.id, str(day.day)) for document, day in find_followed(library, 9)]
    assert found == sorted(found, key=lambda one: one[1], reverse=True)
    assert found[0][0] == "later"
    assert (NOW, "2024-09-21") in found
    assert "velmar-2024-01-09.en" not in {identifier for identifier, _ in found}
    assert [document.id for document, _ in find_followed(library, 1)] == ["later"]


def test_what_a_press_says() -> None:
    assert pressed_changed(f"changed:{key('a')}:dropped:12") == ShowChanged(key("a"), "dropped", 12)
    assert pressed_changed("changed:x:dropped:1") is None
    assert pressed_changed(None) is None
    found: dict[ChangedPart, int] = {"new": 2, "dropped": 0, "reworded": 3}
    rows = changed_buttons("a" * 500, ("new", 0), 9999, found, "en").inline_keyboard
    assert [button.text for row in rows for button in row] == ["Next ›", "Reworded: 3"]
    assert all(len(str(button.callback_data).encode()) <= 64 for row in rows for button in row)
