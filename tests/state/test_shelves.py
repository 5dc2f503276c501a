"""Which shelves a chat sees, also after its group got another id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.state.database import Database
from bot.state.shelves import ChatShelves, own_shelf
from index.types import COMMON

if TYPE_CHECKING:
    from pathlib import Path


def test_a_chat_sees_the_common_shelf_and_its_own(tmp_path: Path) -> None:
    database = Database(tmp_path / "bot.sqlite")
    shelves = ChatShelves(database)

    assert shelves.of(7) == {"chat:7"}
    assert shelves.seen_by(7) == {COMMON, "chat:7"}
    assert shelves.seen_by(-5) == {COMMON, "chat:-5"}
    database.close()


def test_a_group_that_got_another_id_keeps_its_shelf_and_gives_it_to_no_other(tmp_path: Path) -> None:
    database = Database(tmp_path / "bot.sqlite")
    shelves = ChatShelves(database)
    # Both chats tell of it, so that it is heard twice.
    for _ in range(2):
        shelves.move(-5, -100)
    shelves.move(-100, -200)

    assert shelves.of(-200) == {own_shelf(-200), own_shelf(-100), own_shelf(-5)}
    assert shelves.seen_by(-300) == {COMMON, own_shelf(-300)}
    assert shelves.of(-100) == {own_shelf(-100)}
    database.close()
