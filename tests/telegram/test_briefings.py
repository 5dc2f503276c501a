"""/brief, end to end over HTTP: a real library of the gold readouts behind the real Telegram side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.briefing import GOLD
from bot.answer.answerer import Answerer
from index.library import Library
from index.manifest import read_manifest
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
