"""What a chat has set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.state.chats import Chats
from bot.state.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def chats(tmp_path: Path) -> Iterator[Chats]:
    database = Database(tmp_path / "bot.sqlite")
    yield Chats(database)
    database.close()


def test_a_language_is_pinned_replaced_and_unpinned(chats: Chats) -> None:
    seen = [chats.language(5)]
    chats.pin(5, "ar")
    seen.append(chats.language(5))
    chats.pin(5, "en")
    seen.append(chats.language(5))
    chats.pin(5, None)
    seen.append(chats.language(5))
    chats.pin(5, None)

    assert seen == [None, "ar", "en", None]


def test_chats_are_apart_whatever_their_ids(chats: Chats) -> None:
    chats.pin(-1_009_999_999_999, "ar")
    chats.pin(2**52 - 1, "en")

    assert [chats.language(chat) for chat in (-1_009_999_999_999, 2**52 - 1, 0)] == ["ar", "en", None]


def test_a_pin_moves_with_its_group_and_gives_way_to_a_newer_one(chats: Chats) -> None:
    chats.pin(-5, "ar")
    chats.move(-5, -1005)
    chats.move(-5, -1005)
    assert [chats.language(-5), chats.language(-1005)] == [None, "ar"]

    chats.pin(-6, "ar")
    chats.pin(-1006, "en")
    chats.move(-6, -1006)
    assert [chats.language(-6), chats.language(-1006)] == [None, "en"]
