"""Who may add and remove."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest
from telegram import Chat, User
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.telegram.rights import ASKED_AGAIN_AFTER, Permissions, Rights

SALMA, KARIM, ADMIN = (User(number, "Somebody", is_bot=False) for number in (1, 2, 9))
GROUP = -100


class Groups:
    """Telegram, as far as it tells who a group's administrators are."""

    def __init__(self, *administrators: User) -> None:
        self.administrators = administrators
        self.asked = 0
        self.error: TelegramError | None = None

    async def get_chat_administrators(self, _chat_id: int) -> list[Any]:
        self.asked += 1
        if self.error:
            raise self.error
        return [SimpleNamespace(user=user) for user in self.administrators]


def rights(
    permissions: Permissions, groups: Groups, chat_id: int, user: User | None, sender: Chat | None = None
) -> Rights:
    return asyncio.run(permissions.rights(cast("Any", groups), chat_id, user, sender))


def test_everybody_has_a_shelf_in_private_and_only_administrators_everybodys() -> None:
    permissions, groups = Permissions(frozenset({ADMIN.id}), private_shelves=True), Groups()

    assert rights(permissions, groups, SALMA.id, SALMA) == Rights(common=False, own=True)
    assert rights(permissions, groups, ADMIN.id, ADMIN) == Rights(common=True, own=True)
    assert rights(permissions, groups, SALMA.id, KARIM) == Rights()
    assert not rights(permissions, groups, SALMA.id, None).are_any
    closed = Permissions(frozenset({ADMIN.id}), private_shelves=False)
    assert rights(closed, groups, SALMA.id, SALMA) == Rights()
    assert rights(closed, groups, ADMIN.id, ADMIN) == Rights(common=True)
    assert groups.asked == 0


def test_a_groups_administrators_have_its_shelf_and_are_asked_for_once_a_minute() -> None:
    now = [0.0]
    permissions, groups = Permissions(frozenset({ADMIN.id}), private_shelves=True, clock=lambda: now[0]), Groups(SALMA)

    assert rights(permissions, groups, GROUP, SALMA) == Rights(own=True)
    assert rights(permissions, groups, GROUP, KARIM) == Rights()
    assert rights(permissions, groups, GROUP, ADMIN) == Rights(common=True)
    groups.administrators = (KARIM,)
    now[0] = ASKED_AGAIN_AFTER - 1
    assert rights(permissions, groups, GROUP, SALMA) == Rights(own=True)
    assert groups.asked == 1
    now[0] = ASKED_AGAIN_AFTER
    assert rights(permissions, groups, GROUP, SALMA) == Rights()
    assert rights(permissions, groups, GROUP, KARIM) == Rights(own=True)
    assert groups.asked == 2


def test_who_writes_in_the_name_of_a_chat_has_the_shelf_of_that_chat_alone() -> None:
    permissions, groups = Permissions(frozenset({ADMIN.id}), private_shelves=True), Groups()

    assert rights(permissions, groups, GROUP, SALMA, Chat(GROUP, "supergroup")) == Rights(own=True)
    # Anybody may write in the name of a channel of their own.
    assert rights(permissions, groups, GROUP, ADMIN, Chat(-200, "channel")) == Rights()


@pytest.mark.parametrize("error", [BadRequest("member list is inaccessible"), Forbidden("bot was kicked")])
def test_in_a_group_that_tells_nothing_nobody_may(error: TelegramError) -> None:
    permissions, groups = Permissions(frozenset(), private_shelves=True), Groups(SALMA)
    groups.error = error

    assert rights(permissions, groups, GROUP, SALMA) == Rights()
    groups.error = None
    assert rights(permissions, groups, GROUP, SALMA) == Rights(own=True)
