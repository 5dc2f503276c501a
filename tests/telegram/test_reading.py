"""An update out of what came: what the bot reads of it is what it must be, and nothing else of it matters."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from bot.telegram.polling.reading import UnsoundError, read_update

if TYPE_CHECKING:
    from tests.bot_api.types import Json

SALMA: Json = {"id": 1001, "is_bot": False, "first_name": "Salma"}
CHAT: Json = {"id": 1001, "type": "private", "first_name": "Salma"}


def message(**fields: object) -> Json:
    return {"message_id": 5, "date": 1_750_000_000, "chat": CHAT, "from": SALMA, "text": "When?"} | fields


def read(kind: str, body: object) -> Any:  # noqa: ANN401 - an update or None
    return read_update(json.dumps({"update_id": 7, kind: body}), None)


def test_what_the_library_refuses_and_the_bot_does_not_read_is_left_out() -> None:
    # As a newer Bot API may send it.
    update = read("message", message(poll={"id": "1"}, gift=[], reply_to_message=message(text="Before", venue=7)))

    assert update.message.text == "When?"
    assert update.message.poll is None
    assert update.message.reply_to_message.text == "Before"


def test_what_the_library_reads_stays_as_it_is() -> None:
    update = read("message", message(location={"longitude": 1.5, "latitude": 2.5}))

    assert update.message.location.longitude == 1.5


def test_a_kind_that_was_not_asked_for_is_none() -> None:
    assert read("my_chat_member", {"whatever": 1}) is None
    assert read_update('{"update_id": 7}', None) is None


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ({"text": 7}, "message.text is no text that it can be"),
        ({"chat": {"id": "1001", "type": "private"}}, "message.chat.id is no number that it can be"),
        ({"chat": {"id": True, "type": "private"}}, "message.chat.id is no number that it can be"),
        ({"chat": {"id": 2**63, "type": "private"}}, "message.chat.id is no number that it can be"),
        ({"chat": {"type": "private"}}, "message.chat has no id"),
        ({"date": 10**12}, "message.date is no number that it can be"),
        # Left out, they would give the rights of another: so nothing is read.
        ({"forward_origin": "secret"}, "message.forward_origin is no object"),
        ({"sender_chat": []}, "message.sender_chat is no object"),
        ({"via_bot": {"id": 1}}, "message.via_bot has no first_name"),
        ({"is_automatic_forward": "yes"}, "message.is_automatic_forward is neither true nor false"),
        ({"entities": {"type": "bold"}}, "message.entities is no list that it can be"),
        ({"reply_to_message": {"reply_to_message": {}}}, "message.reply_to_message has no chat"),
    ],
)
def test_what_cannot_be_is_refused_by_the_name_of_its_field(broken: Json, why: str) -> None:
    with pytest.raises(UnsoundError) as raised:
        read("message", message(**broken))
    assert str(raised.value) == why


@pytest.mark.parametrize("number", ["", "\ud800", "1\n", 7, None])
def test_what_is_sent_back_as_it_came_must_be_a_name(number: object) -> None:
    press = {"id": number, "from": SALMA, "chat_instance": "1", "data": "pin:ar"}
    with pytest.raises(UnsoundError, match=r"callback_query\.id is no name that it can be"):
        read("callback_query", press)
