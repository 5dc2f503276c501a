"""/brief, end to end over HTTP: a real library of the gold readouts behind the real Telegram side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.briefing import GOLD
from bot.answer.answerer import Answerer
from index.library import Library
from index.manifest import read_manifest
from tests.bot_api.types import User
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.encoder import LoadedEncoder
    from tests.bot_api.server import BotApiServer
    from tests.bot_api.types import SentMessage


@pytest.fixture
def library(tmp_path: Path, encoder: LoadedEncoder) -> Iterator[Library]:
    library = Library(tmp_path / "library", lambda: encoder, lambda: read_manifest(GOLD / "b"))
    yield library
    library.close()


@pytest.fixture
def bot(server: BotApiServer, library: Library, tmp_path: Path, encoder: LoadedEncoder) -> Iterator[RunningBot]:
    with RunningBot(
        server, tmp_path, Answerer(library), library=lambda: Library(tmp_path / "library", lambda: encoder)
    ) as running:
        yield running


def quotes(message: SentMessage) -> list[str]:
    raw = message.text.encode("utf-16-le")
    spans = [(one["offset"], one["length"]) for one in message.entities if one["type"].endswith("blockquote")]
    return [raw[2 * at : 2 * (at + size)].decode("utf-16-le").strip("\u200e\u200f") for at, size in spans]


@pytest.mark.usefixtures("bot")
def test_the_newest_event_then_the_rest_and_no_line_twice(server: BotApiServer, library: Library) -> None:
    chat = server.private_chat(language_code="en")
    chat.say("/brief")
    [first] = chat.wait_for_messages(1)
    assert first.text.startswith("Briefing\n1 readout, ")
    assert "according to" in first.text.lower()
    texts = [one.text.replace("\r\n", "\n") for one in library.documents()]
    assert quotes(first)
    for quote in quotes(first):
        assert any(quote in text for text in texts)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("asked", "told"),
    [("March 2025", "Briefing\n2 readouts"), ("في مارس 2025", "إحاطة\n"), ("prisoners", "Briefing: prisoners\n")],
)
def test_a_subject_or_a_period(server: BotApiServer, asked: str, told: str) -> None:
    chat = server.private_chat(language_code="en")
    chat.say(f"/brief {asked}")
    [first] = chat.wait_for_messages(1)
    assert told in first.text.replace("\u200f", "")
    assert quotes(first)


@pytest.mark.usefixtures("bot")
def test_a_groups_administrators_set_its_briefings_and_nobody_else(server: BotApiServer) -> None:
    group = server.group()
    group.user = User(2002, "Karim", "en")
    group.say("/briefings 08:30 القاهرة")
    [refused] = group.wait_for_messages(1)
    assert refused.text == "Only administrators of this group set its briefings."
    group.say("/briefings")
    shown = group.wait_for_messages(2)[1]
    assert "They are off." in shown.text
    assert shown.content.buttons() == []


@pytest.mark.usefixtures("bot")
def test_settings_are_set_by_words_and_buttons_and_shown_in_full(server: BotApiServer) -> None:
    group = server.group()
    group.user = User(2002, "Karim", "en")
    group.administrators.add(2002)
    group.say("/briefings 08:30 19:00 sun mon القاهرة both 3000")
    [shown] = group.wait_for_messages(1)
    for line in (
        "They are off.", "Hours: 08:30 and 19:00", "Days: Sunday and Monday", "Time zone: Africa/Cairo",
        "Language: English and Arabic", "Length: at most 3000 characters of quotes", "Subjects: all", "Leaders: all",
        "Topic: none, in the chat itself", "A new readout: told in the next briefing", "Nothing new: nothing is sent",
    ):  # fmt: skip
        assert line in shown.text.split("\n")
    group.press(shown, "Switch on")
    [on] = group.wait_for_edits(shown)
    assert "They are sent.\nThe next one: " in on.text
    group.press(shown, "New readouts", user=User(77, "Nobody", "en"))
    calls = server.wait_for_call("answerCallbackQuery", 2)
    assert calls[1].parameters["text"] == "Only administrators of this group set its briefings."
    group.say("/briefings subjects prisoners, القمح")
    assert "Subjects: prisoners and \u2068القمح\u2069" in group.wait_for_messages(2)[1].text
    group.say("/briefings nonsense")
    assert group.wait_for_messages(3)[2].text.startswith("I do not understand this: nonsense\n\nTo set them")
    group.press(shown, "Preview", version=0)
    assert group.wait_for_messages(4)[3].text.startswith("Briefing\n")
