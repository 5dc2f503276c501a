"""What a message wants, as a table over Telegram's own JSON."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Message, User

from bot.telegram.addressing import Asked, Command, NotText, addressed, replied_words, replies_to

ME = User(42, "Readout", is_bot=True, username="Readout_Bot")
KARIM = {"id": 7, "is_bot": False, "first_name": "Karim"}
OURS = {
    "message_id": 3,
    "date": 1,
    "chat": {"id": -100, "type": "supergroup", "title": "Desk"},
    "from": {"id": 42, "is_bot": True, "first_name": "Readout"},
    "text": "According to the Kremlin",
}
THEIRS = {**OURS, "from": KARIM, "text": "When was the last call?"}


def message(chat_type: str = "private", **fields: Any) -> Message:  # noqa: ANN401 - Telegram's JSON
    chat = {"id": 7, "type": "private"} if chat_type == "private" else {"id": -100, "type": chat_type, "title": "Desk"}
    base: dict[str, Any] = {"message_id": 5, "date": 1, "chat": chat, "from": KARIM}
    parsed = Message.de_json({**base, **fields})
    assert isinstance(parsed, Message)
    return parsed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("When?", Asked("When?")),
        ("  متى؟\n", Asked("متى؟")),
        ("@readout_bot, when?", Asked("when?")),
        ("/help", Command("help", "", outright=True)),
        ("/HELP@readout_bot", Command("help", "", outright=True)),
        ("/lang  ar ", Command("lang", "ar", outright=True)),
        ("/ask When was\nthe call?", Command("ask", "When was\nthe call?", outright=True)),
        ("/help@another_bot", Command("help", "", outright=True)),
        ("/ when?", Asked("/ when?")),
        ("/متى", Asked("/متى")),
        ("//help", Asked("//help")),
    ],
)
def test_private_chats(text: str, wanted: Asked | Command) -> None:
    assert addressed(message(text=text), ME) == wanted
    assert addressed(message(caption=text, photo=[]), ME) == wanted


@pytest.mark.parametrize("chat_type", ["group", "supergroup", "channel"])
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("When?", None),
        ("/ask When?", Command("ask", "When?", outright=False)),
        ("/ask@readout_bot When?", Command("ask", "When?", outright=True)),
        ("/ask@another_bot When?", None),
        ("/help@another_bot", None),
        ("/unknown", Command("unknown", "", outright=False)),
        ("/unknown@Readout_bot", Command("unknown", "", outright=True)),
        ("@readout_bot when was the last call?", Asked("when was the last call?")),
        ("Karim, ask @READOUT_BOT: when?", Asked("Karim, ask when?")),
        ("متى كانت آخر مكالمة @readout_bot؟", Asked("متى كانت آخر مكالمة ؟")),
        ("@readout_bot", Command("ask", "", outright=True)),
        ("@readout_bots when?", None),
        ("mail@readout_bot.org when?", None),
    ],
)
def test_groups_and_channels(chat_type: str, text: str, wanted: Asked | Command | None) -> None:
    assert addressed(message(chat_type, text=text), ME) == wanted


def test_a_mention_by_name_of_a_bot_is_one_too() -> None:
    entity = {"type": "text_mention", "offset": 3, "length": 7, "user": {"id": 42, "is_bot": True, "first_name": "R"}}
    named = message("group", text="😀 Readout when?", entities=[entity])

    assert addressed(named, ME) == Asked("😀 when?")


def test_a_reply_to_the_bot_is_a_question_and_one_to_a_person_is_not() -> None:
    assert addressed(message("supergroup", text="why?", reply_to_message=OURS), ME) == Asked("why?", outright=False)
    assert addressed(message("supergroup", text="why?", reply_to_message=THEIRS), ME) is None
    assert addressed(message("supergroup", text="/why@other_bot", reply_to_message=OURS), ME) is None


def test_the_message_that_opened_a_topic_is_not_replied_to() -> None:
    opened = {**OURS, "forum_topic_created": {"name": "Calls", "icon_color": 1}}

    assert not replies_to(message("supergroup", text="why?", reply_to_message=opened), ME)


def test_what_is_replied_to_is_the_marked_part_else_all() -> None:
    whole = message("supergroup", text="/ask", reply_to_message=THEIRS)
    part = message("supergroup", text="/ask", reply_to_message=THEIRS, quote={"text": "the last call", "position": 9})

    assert replied_words(whole) == "When was the last call?"
    assert replied_words(part) == "the last call"
    assert replied_words(message("supergroup", text="/ask")) == ""


STICKER = {"file_id": "s", "file_unique_id": "s", "width": 1, "height": 1, "is_animated": False, "is_video": False}


@pytest.mark.parametrize(
    ("chat_type", "fields", "wanted"),
    [
        ("private", {"sticker": {**STICKER, "type": "regular"}}, NotText()),
        ("private", {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}}, NotText()),
        ("private", {"location": {"longitude": 1.0, "latitude": 1.0}}, NotText()),
        ("private", {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]}, NotText()),
        ("group", {"sticker": {**STICKER, "type": "regular"}}, None),
        ("group", {"sticker": {**STICKER, "type": "regular"}, "reply_to_message": OURS}, None),
        ("private", {"pinned_message": THEIRS}, None),
        ("group", {"new_chat_members": [KARIM]}, None),
        ("group", {"group_chat_created": True}, None),
        ("private", {}, None),
    ],
)
def test_messages_without_words(chat_type: str, fields: dict[str, Any], wanted: NotText | None) -> None:
    assert addressed(message(chat_type, **fields), ME) == wanted


def test_of_an_album_only_the_picture_with_the_words_is_a_question() -> None:
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]

    assert addressed(message(photo=photo, media_group_id="1", caption="When?"), ME) == Asked("When?")
    assert addressed(message(photo=photo, media_group_id="1"), ME) is None


def test_what_was_posted_through_inline_mode_is_not_answered_again() -> None:
    bot = {"id": 42, "is_bot": True, "first_name": "Readout"}

    assert addressed(message(text="According to …", via_bot=bot), ME) is None
    assert addressed(message(text="When?", via_bot={**bot, "id": 43}), ME) == Asked("When?")


def test_other_bots_are_not_answered_but_anonymous_administrators_and_channels_are() -> None:
    another = {"id": 9, "is_bot": True, "first_name": "Another"}
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    desk = {"id": -100, "type": "supergroup", "title": "Desk"}
    post = message("channel", text="/ask When?", **{"from": None})

    assert addressed(message("group", text="/ask When?", **{"from": another}), ME) is None
    asked = addressed(message("supergroup", text="/ask When?", sender_chat=desk, **{"from": anonymous}), ME)
    assert asked == Command("ask", "When?", outright=False)
    assert post.from_user is None
    assert addressed(post, ME) == Command("ask", "When?", outright=False)


def test_halves_of_surrogate_pairs_become_question_marks() -> None:
    assert addressed(message(text="When\ud83d?"), ME) == Asked("When??")
