"""Documents taken in from Telegram, end to end over HTTP, into a real library that then answers from them."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from bot.answer.answerer import Answerer
from bot.state.drafts import KEPT_FOR
from index.library import Library
from index.types import COMMON, Document
from tests.bot_api.faults import Fault
from tests.bot_api.types import User
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.encoder import LoadedEncoder
    from tests.bot_api.chats import Chat
    from tests.bot_api.server import BotApiServer
    from tests.bot_api.types import Json, SentMessage

ADMIN = User(900, "Nadia", "en")
CALL = (
    "Call of the President of Velmar with the King of Qarnaya\n\n5 May 2025\n\n"
    "The President of Velmar spoke by telephone with the King of Qarnaya on 4 May 2025.\n\n"
    "The two leaders discussed the export of saffron through the port of Orlen. "
    "They agreed to meet in the city of Tamira in the autumn of this year. "
    "The King thanked the President for the hospital that was opened in Zehra.\n"
)
ARABIC = (
    "اتصال هاتفي بين رئيس فلمار وملك قرنايا\n\n5 مايو 2025\n\n"
    "بحث الرئيس والملك في الاتصال تصدير الزعفران عبر ميناء أورلين، واتفقا على اللقاء في الخريف.\n"
)
SIGNED = (
    "Joint Statement of Velmar and Qarnaya\n\nBoth sides agreed on a ferry across the strait.\n\n"
    "Done at Orlen on 7 May 2025.\n"
)
CHANNEL: Json = {
    "type": "channel",
    "date": 1746450000,
    "chat": {"id": -100777, "type": "channel", "title": "Velmar Wire", "username": "velmarwire"},
    "message_id": 42,
}


class Clock:
    def __init__(self) -> None:
        self.later = 0.0

    def __call__(self) -> float:
        return time.time() + self.later


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(tmp_path: Path, encoder: LoadedEncoder) -> Iterator[Library]:
    """What the test looks into; the bot has two of its own over the same folder."""
    library = Library(tmp_path / "library", lambda: encoder)
    yield library
    library.close()


@pytest.fixture
def bot(
    server: BotApiServer, library: Library, tmp_path: Path, encoder: LoadedEncoder, clock: Clock
) -> Iterator[RunningBot]:
    def opened() -> Library:
        return Library(tmp_path / "library", lambda: encoder)

    answering = opened()
    with RunningBot(server, tmp_path, Answerer(answering), clock, library=opened, admins=f"1, {ADMIN.id}") as running:
        assert library.documents() == []
        yield running
    answering.close()


@pytest.fixture
def chat(server: BotApiServer, bot: RunningBot) -> Chat:
    assert bot is not None
    return server.private_chat(language_code="en")


def shown(chat: Chat, n: int = 1) -> SentMessage:
    return chat.wait_for_messages(n)[n - 1]


def labels(message: SentMessage) -> list[str]:
    return [button["text"] for button in message.content.buttons()]


def test_a_file_is_read_shown_added_and_answered_from(chat: Chat, library: Library) -> None:
    sent = chat.send_file("call.txt", CALL.encode())
    draft = shown(chat)

    assert draft.reply_to == sent
    assert draft.text.startswith(
        "This is what I found in it. Shall I add it?\n\n"
        "Title: Call of the President of Velmar with the King of Qarnaya\n"
    )
    assert "\nDay of the event: 4 May 2025\nDate" not in draft.text
    assert "Published on: 5 May 2025\nLanguage: English\nAddress: unknown" in draft.text
    assert labels(draft)[0] == "Add"
    assert library.documents() == []
    chat.press(draft, "Add")
    [saved] = chat.wait_for_edits(draft)
    chat.say("What did the leaders discuss about saffron?")
    answer = chat.wait_for_messages(2)[1]
    chat.press(draft, "Open the document")
    chat.wait_for_edits(draft, 2)

    [document] = library.documents()
    assert (document.text, document.shelf) == (CALL, f"chat:{chat.id}")
    assert saved.text == "Added for this chat: Call of the President of Velmar with the King of Qarnaya"
    assert "export of saffron through the port of Orlen" in answer.text
    assert "The King thanked the President" in draft.text


def test_in_arabic(chat: Chat, library: Library) -> None:
    chat.send_file("بيان.txt", ARABIC.encode(), user=User(chat.id, language_code="ar"))
    draft = shown(chat)
    chat.press(draft, "إضافة")
    [saved] = chat.wait_for_edits(draft)

    assert draft.versions[0].text.startswith("هذا ما وجدته في الوثيقة. هل أضيفها؟\n\nالعنوان: اتصال هاتفي")
    assert "\nاللغة: العربية\nالرابط: غير معروف\n" in draft.versions[0].text
    assert saved.text == "أُضيفت لهذه المحادثة: اتصال هاتفي بين رئيس فلمار وملك قرنايا"
    assert library.documents()[0].language == "ar"


def test_a_channel_post_has_its_channel_as_issuer_and_its_own_address_and_date(chat: Chat, library: Library) -> None:
    chat.forward("The leaders of Velmar and Qarnaya agreed on a ferry.", CHANNEL)
    draft = shown(chat)
    chat.press(draft, "Add")
    chat.wait_for_edits(draft)

    [document] = library.documents()
    assert (document.issuer, document.address) == ("Velmar Wire", "https://t.me/velmarwire/42")
    assert document.published is not None
    assert f"{document.published:%Y-%m-%d %H:%M}" == "2025-05-05 13:00"
    assert "Address: https://t.me/velmarwire/42" in draft.versions[0].text


def test_a_short_forwarded_question_is_still_a_question(chat: Chat) -> None:
    chat.forward("When was the last call?", {"type": "hidden_user", "date": 1, "sender_user_name": "Somebody"})

    assert shown(chat).text == "The library is empty."


def test_what_is_wrong_is_corrected_by_replies(chat: Chat, library: Library) -> None:
    chat.send_file("call.txt", CALL.encode())
    draft = shown(chat)
    replies = (
        ("Title", "  A  better\ttitle "), ("Published by", "The Palace"), ("Side", "Velmar"), ("Parties", "Anna Alder، Bassam"),
        ("Day of the event", "٢٠٢٥-٠٥-٠٣"), ("Date of publication", "5 May 2025 10:30"), ("Address", "https://palace.example/5"),
    )  # fmt: skip
    for number, (button, value) in enumerate(replies, start=1):
        chat.press(draft, button)
        prompt = shown(chat, 2 * number)
        assert prompt.reply_markup == {"force_reply": True}
        assert prompt.reply_to == draft.message_id
        chat.say(value, reply_to=prompt.message_id)
        assert shown(chat, 2 * number + 1).text == "Corrected. Add it above when all is right."
    chat.press(draft, "Language")
    chat.wait_for_edits(draft, 8)
    chat.press(draft, "Language")
    chat.wait_for_edits(draft, 9)
    chat.press(draft, "Add")
    chat.wait_for_edits(draft, 10)

    assert "Between: Anna Alder and Bassam\nDay of the event: 3 May 2025\nPublished on: 5 May 2025 10:30" in (
        draft.versions[8].text
    )
    [document] = library.documents()
    assert (document.title, document.issuer, document.side) == ("A better title", "The Palace", "Velmar")
    assert document.parties == ("Anna Alder", "Bassam")
    assert (str(document.event), str(document.published)) == ("2025-05-03", "2025-05-05 10:30:00")
    assert (document.address, document.language) == ("https://palace.example/5", "en")
    assert document.text == CALL


def test_what_only_follows_from_the_text_is_told_as_likely_until_it_is_corrected(chat: Chat) -> None:
    note = "What is “likely” follows from the text, which does not say it outright: look at it before you add it."
    chat.send_file("statement.txt", SIGNED.encode())
    chat.send_file("call.txt", CALL.encode())
    drafts = sorted(
        chat.wait_for_messages(2)[:2], key=lambda one: "Done at" not in one.text and "likely" not in one.text
    )
    signed, sure = drafts
    assert "\nPublished on: 7 May 2025 (likely)\n" in signed.text
    assert note in signed.text
    assert "likely" not in sure.text
    chat.press(signed, "Date of publication")
    chat.say("8 May 2025", reply_to=shown(chat, 3).message_id)
    [corrected] = chat.wait_for_edits(signed)

    assert "\nPublished on: 8 May 2025\n" in corrected.text
    assert note not in corrected.text


def test_a_press_that_waits_for_a_reply_keeps_what_that_corrects(server: BotApiServer, chat: Chat) -> None:
    chat.send_file("call.txt", CALL.encode())
    draft = shown(chat)
    chat.press(draft, "Title")
    prompt = shown(chat, 2)
    hold = threading.Event()
    with server.state.changed:
        server.faults.append(Fault("sendMessage", hold=hold))
    chat.say("/lang en")
    chat.say("A better title", reply_to=prompt.message_id)
    chat.press(draft, "Language")
    server.wait_for_call("answerCallbackQuery", 2)
    server.wait_until_idle()
    hold.set()
    _, both = chat.wait_for_edits(draft, 2)

    assert "Title: A better title\n" in both.text
    assert "\nLanguage: Arabic\n" in both.text


@pytest.mark.parametrize(
    ("button", "value", "told"),
    [
        ("Title", "-", "Write at most 300 characters"),
        ("Published by", "x" * 301, "Write at most 300 characters"),
        ("Day of the event", "yesterday perhaps", "I do not understand this date."),
        ("Address", "javascript:alert(1)", "This is no web address"),
    ],
)
def test_what_cannot_be_is_told_and_asked_for_again(chat: Chat, button: str, value: str, told: str) -> None:
    chat.send_file("call.txt", CALL.encode())
    draft = shown(chat)
    chat.press(draft, button)
    prompt = shown(chat, 2)
    chat.say(value, reply_to=prompt.message_id)

    assert shown(chat, 3).text.startswith(told)
    assert len(draft.versions) == 1


def test_a_press_that_comes_twice_adds_once(server: BotApiServer, chat: Chat, library: Library) -> None:
    chat.send_file("call.txt", CALL.encode())
    draft = shown(chat)
    for _ in range(3):
        chat.press(draft, "Add", version=0)
    chat.wait_for_edits(draft)
    chat.press(draft, "Cancel", version=0)
    server.wait_for_call("answerCallbackQuery", 4)
    chat.send_file("again.txt", CALL.encode())

    assert shown(chat, 2).text == (
        "This text is in the library already: Call of the President of Velmar with the King of Qarnaya"
    )
    assert len(library.documents()) == 1
    assert draft.text.startswith("Added for this chat: ")


def test_a_draft_survives_a_restart(chat: Chat, bot: RunningBot, server: BotApiServer, library: Library) -> None:
    chat.send_file("call.txt", CALL.encode())
    draft = shown(chat)
    chat.press(draft, "Published by")
    prompt = shown(chat, 2)
    server.wait_until_idle()
    bot.restart()
    chat.say("The Palace", reply_to=prompt.message_id)
    shown(chat, 3)
    bot.restart()
    chat.press(draft, "Add")
    chat.wait_for_edits(draft, 2)

    assert library.documents()[0].issuer == "The Palace"


@pytest.mark.parametrize("button", ["Add", "Correct the one that is here"])
def test_what_was_done_before_the_bot_was_killed_is_not_done_twice(chat: Chat, library: Library, button: str) -> None:
    """What a kill leaves between the library's commit and the note of it: the one is done, the draft still open."""
    own = f"chat:{chat.id}"
    before = library.add(Document("before", CALL.replace("Tamira", "Belora"), "Before", "en", shelf=own))
    assert before is not None
    chat.send_file("call.txt", CALL.encode())
    draft = shown(chat)
    if button == "Add":
        done = library.add(Document("call", CALL, "Call", "en", shelf=own))
    else:
        done = library.correct(before.id, Document("call", CALL, "Call", "en"))
    chat.press(draft, button)
    chat.wait_for_edits(draft)

    assert done is not None
    assert [one.id for one in library.documents() if one.text == CALL] == [done.id]
    assert draft.text.endswith(": Call")


def test_what_is_cancelled_or_too_old_is_not_added(
    server: BotApiServer, chat: Chat, clock: Clock, library: Library
) -> None:
    chat.send_file("call.txt", CALL.encode())
    cancelled = shown(chat)
    chat.press(cancelled, "Cancel")
    chat.wait_for_edits(cancelled)
    chat.press(cancelled, "Add", version=0)
    chat.send_file("call.txt", CALL.encode())
    old = shown(chat, 2)
    clock.later = KEPT_FOR.total_seconds() + 5
    chat.press(old, "Add")
    calls = server.wait_for_call("answerCallbackQuery", 3)

    assert cancelled.text == "Not added: Call of the President of Velmar with the King of Qarnaya"
    assert calls[-1].parameters["text"] == "This was too long ago. Send it again."
    assert library.documents() == []


def test_a_near_duplicate_is_told_and_can_be_a_correction(chat: Chat, library: Library) -> None:
    chat.send_file("call.txt", CALL.encode())
    first = shown(chat)
    chat.press(first, "Add")
    chat.wait_for_edits(first)
    chat.send_file("call2.txt", CALL.replace("Tamira", "Belora").encode())
    draft = shown(chat, 2)
    assert "It is nearly the same as a document that is here: Call of the President" in draft.text
    chat.press(draft, "Correct the one that is here")
    [told] = chat.wait_for_edits(draft)
    chat.say("Where did they agree to meet?")
    answer = shown(chat, 3)

    [document] = library.documents()
    assert "Belora" in document.text
    assert document.corrects is not None
    assert [one.text for one in library.versions(document.id)] == [CALL, document.text]
    assert told.text.startswith("Corrected; the version before is kept for what was quoted of it: ")
    assert "Belora" in answer.text
    assert "Tamira" not in answer.text


NEAR = CALL.replace("Tamira", "Belora")
NEARER = NEAR.replace("hospital", "clinic")


def near_draft(chat: Chat, library: Library, shelf: str) -> tuple[Document, SentMessage]:
    """A document that is there, and a draft that was shown beside it."""
    there = library.add(Document("there", CALL, "What was shown", "en", shelf=shelf))
    chat.send_file("near.txt", NEAR.encode())
    draft = shown(chat)
    assert there is not None
    assert "nearly the same as a document that is here: What was shown" in draft.text
    return there, draft


def test_what_was_shown_is_corrected_though_another_is_nearer_by_then(chat: Chat, library: Library) -> None:
    own = f"chat:{chat.id}"
    there, draft = near_draft(chat, library, own)
    nearer = library.add(Document("nearer", NEARER, "Nearer", "en", shelf=own))
    chat.press(draft, "Correct the one that is here")
    [told] = chat.wait_for_edits(draft)

    assert told.text.startswith("Corrected; ")
    assert nearer is not None
    assert library.document(nearer.id).text == NEARER
    [new] = [one for one in library.documents() if one.id != nearer.id]
    assert (new.text, new.corrects) == (NEAR, there.id)


@pytest.mark.parametrize("meanwhile", ["corrected", "removed", "added"])
def test_what_is_not_as_it_was_shown_is_not_corrected(chat: Chat, library: Library, meanwhile: str) -> None:
    own = f"chat:{chat.id}"
    there, draft = near_draft(chat, library, own)
    if meanwhile == "corrected":
        library.correct(there.id, Document("there", NEARER, "Corrected meanwhile", "en"))
    elif meanwhile == "removed":
        library.remove(there.id)
    else:
        library.add(Document("same", NEAR, "Added meanwhile", "en", shelf=own))
    before = library.documents()
    chat.press(draft, "Correct the one that is here")
    refused = shown(chat, 2)
    [again] = chat.wait_for_edits(draft)

    assert refused.text == (
        "The document that this was to correct is no longer as it was shown, so nothing was corrected. Look above again."
    )
    assert refused.reply_to == draft.message_id
    assert library.documents() == before
    titles = {"corrected": "Corrected meanwhile", "added": "Added meanwhile"}
    assert ("nearly the same" in again.text) == (meanwhile in titles)
    assert titles.get(meanwhile, "") in again.text


def test_a_groups_administrator_does_not_correct_what_everybody_sees(
    server: BotApiServer, chat: Chat, library: Library
) -> None:
    group, boss = server.group(), User(3003, "Huda", "en")
    group.administrators = {boss.id}
    assert chat.sent == []
    there = library.add(Document("there", CALL, "For everybody", "en"))
    posted = group.send_file("near.txt", NEAR.encode(), user=ADMIN)
    group.say("/add", reply_to=posted, user=ADMIN)
    draft = shown(group)
    group.press(draft, "Correct the one that is here", user=boss)
    refused = shown(group, 2)

    assert refused.text == "Here only the administrators of the group add and remove documents."
    assert library.documents() == [there]


def test_who_may_add_for_everybody(server: BotApiServer, chat: Chat, library: Library) -> None:
    desk = server.private_chat(ADMIN.id, "Nadia", "en")
    desk.send_file("call.txt", CALL.encode())
    draft = shown(desk)
    assert labels(draft)[:2] == ["Add for everybody", "Add for this chat only"]
    desk.press(draft, "Add for everybody")
    desk.wait_for_edits(draft)
    chat.send_file("own.txt", CALL.replace("saffron", "amber").encode())
    near = shown(chat)

    assert draft.text.startswith("Added for everybody: ")
    assert library.documents()[0].shelf == COMMON
    assert "It is nearly the same" in near.text
    assert "Correct the one that is here" not in labels(near)
    forged(server, chat, near, near.content.buttons()[0]["callback_data"].replace("own", "common"))
    forged(server, chat, near, near.content.buttons()[0]["callback_data"].replace("own", "fix"))
    server.wait_for_call("answerCallbackQuery", 3)
    chat.wait_for_edits(near, 0)
    assert [one.text for one in library.documents()] == [CALL]


def test_a_groups_administrators_add_for_their_group_and_others_do_not(
    server: BotApiServer, chat: Chat, library: Library
) -> None:
    group, boss = server.group(), User(3003, "Huda", "en")
    group.administrators = {boss.id}
    assert chat.sent == []
    posted = group.send_file("call.txt", CALL.encode(), user=User(4004, "Sami", "en"))
    group.say("/add", reply_to=posted, user=User(4004, "Sami", "en"))
    refused = shown(group)
    group.say("/add", reply_to=posted, user=boss)
    draft = shown(group, 2)
    group.press(draft, "Add", user=User(4004, "Sami", "en"))
    [notice] = server.wait_for_call("answerCallbackQuery", 1)
    group.press(draft, "Add", user=boss)
    group.wait_for_edits(draft)

    assert (
        refused.text
        == notice.parameters["text"]
        == ("Here only the administrators of the group add and remove documents.")
    )
    assert library.documents()[0].shelf == f"chat:{group.id}"
    asked = server.wait_for_call("getChatAdministrators")
    assert len(asked) == 1


def test_a_channel_adds_in_its_own_name(server: BotApiServer, chat: Chat, library: Library) -> None:
    channel = server.channel()
    assert chat.sent == []
    first = channel.post({"text": "The leaders of Velmar and Qarnaya agreed on a ferry across the strait."})
    channel.post({"text": "/add", "reply_to_message": channel.messages[first]})
    draft = shown(channel)
    channel.administrators = {5}
    channel.press(draft, "Add", user=User(5))
    channel.wait_for_edits(draft)

    assert library.documents()[0].shelf == f"chat:{channel.id}"


def test_in_a_channel_a_reply_corrects_though_no_post_names_its_writer(
    server: BotApiServer, chat: Chat, library: Library
) -> None:
    channel = server.channel()
    assert chat.sent == []
    first = channel.post({"text": "The leaders of Velmar and Qarnaya agreed on a ferry across the strait."})
    channel.post({"text": "/add", "reply_to_message": channel.messages[first]})
    draft = shown(channel)
    channel.administrators = {5}
    channel.press(draft, "Title" if "Title" in labels(draft) else "العنوان", user=User(5))
    prompt = shown(channel, 2)
    assert "from" not in channel.messages[prompt.message_id]
    channel.post({"text": "A ferry", "reply_to_message": channel.messages[prompt.message_id]})
    shown(channel, 3)
    channel.press(draft, labels(draft)[0], user=User(5))
    channel.wait_for_edits(draft, 2)

    assert [one.title for one in library.documents()] == ["A ferry"]


@pytest.mark.parametrize(
    ("name", "content", "size", "told"),
    [
        ("photo.exe", b"MZ", None, "I do not read this format."),
        ("huge.pdf", b"%PDF", 21_000_001, "Telegram hands over files of 20 MB at most"),
        ("empty.txt", b"", None, "There is no text in it."),
        ("latin.txt", b"caf\xe9 and more words", None, "It is not written in UTF-8."),
        ("broken.pdf", b"%PDF-1.7 nothing", None, "It is damaged"),
        ("page.pdf", b"just text", None, "It is not what its name says."),
        ("../../etc/<b>\u202epasswd.txt", b"\n\n", None, "There is no text in it."),
    ],
)
def test_what_cannot_be_read_is_refused_with_why(
    chat: Chat, name: str, content: bytes, size: int | None, told: str
) -> None:
    chat.send_file(name, content, size=size)

    first, second = shown(chat).text.split("\n")
    assert first.startswith("Not added: ")
    assert second.startswith(told)
    assert {one["type"] for one in shown(chat).entities} <= {"url"}


def test_an_address_of_a_private_network_is_refused(chat: Chat) -> None:
    chat.say("/add http://127.0.0.1:8080/readout")
    chat.say("/add")

    texts = {message.text for message in chat.wait_for_messages(2)}
    assert texts == {
        "Not added: http://127.0.0.1:8080/readout\nThis address is not of the public internet.",
        (
            "Send /add and a web address, or /add as a reply to the message or the file that is to be added."
            " In a private chat send the file alone."
        ),
    }


def test_hostile_particulars_are_only_text(chat: Chat, library: Library) -> None:
    title = '<b>x</b>\u202e<a href="tg://user?id=1">&amp; /remove'
    chat.send_file("<i>.txt", f"{title}\n\n{CALL}".encode())
    draft = shown(chat)
    chat.press(draft, "Published by")
    chat.say("</b> {value} %s \u2067 <script>", reply_to=shown(chat, 2).message_id)
    shown(chat, 3)
    chat.press(draft, "Add")
    chat.wait_for_edits(draft)

    assert {entity["type"] for entity in draft.versions[0].entities} <= {"bot_command"}
    assert len(library.documents()) == 1


def test_nobody_adds_in_private_where_that_is_switched_off(
    server: BotApiServer, tmp_path: Path, library: Library
) -> None:
    off = RunningBot(server, tmp_path, Answerer(library), admins=str(ADMIN.id), private_shelves=False)
    with off:
        chat = server.private_chat(language_code="ar")
        chat.send_file("call.txt", CALL.encode())
        chat.say("/remove")

        for message in chat.wait_for_messages(2):
            assert message.text == "لا يضيف الوثائق في المحادثات الخاصة ولا يزيلها إلا مشرفو البوت."


def test_a_question_is_answered_while_something_is_taken_in(
    server: BotApiServer, tmp_path: Path, encoder: LoadedEncoder, seed_library: Library
) -> None:
    held = threading.Event()

    def opened() -> Library:
        assert held.wait(20)
        return Library(tmp_path / "library", lambda: encoder)

    with RunningBot(server, tmp_path, Answerer(seed_library), library=opened):
        chat = server.private_chat(language_code="en")
        chat.send_file("call.txt", CALL.encode())
        chat.say("When was the last call?")
        answer = shown(chat)
        held.set()
        draft = shown(chat, 2)

    assert "11 September 2022" in answer.text
    assert draft.text.startswith("This is what I found in it.")


def test_a_document_is_removed_once_it_is_sure(server: BotApiServer, chat: Chat, library: Library) -> None:
    library.add(Document("common", "A readout of a call for everybody.", "For everybody", "en"))
    library.add(Document("own", "A readout of a call that is our own.", "Our own", "en", shelf=f"chat:{chat.id}"))
    chat.say("/remove")
    listed = shown(chat)
    assert listed.text == "Which document shall I remove?\n\n1. Our own · this chat's own"
    chat.press(listed, "1")
    [sure] = chat.wait_for_edits(listed)
    chat.press(listed, "Keep")
    chat.wait_for_edits(listed, 2)
    chat.press(listed, "1")
    chat.wait_for_edits(listed, 3)
    chat.press(listed, "Remove")
    chat.wait_for_edits(listed, 4)
    chat.press(listed, "Remove", version=3)
    chat.wait_for_edits(listed, 5)
    chat.say("/remove")

    assert sure.text.startswith("Remove this document, with all of its versions?")
    assert listed.versions[4].text == "Removed: Our own"
    assert listed.versions[5].text == "This document is not among those that this chat sees."
    assert shown(chat, 2).text == "There is no document here that you may remove."
    assert [one.title for one in library.documents()] == ["For everybody"]
    assert server.wait_for_call("answerCallbackQuery", 5)


def forged(server: BotApiServer, chat: Chat, message: SentMessage, data: str) -> None:
    """A press with data that no button of the message has."""
    query: Json = {"message": chat.messages[message.message_id], "chat_instance": "1", "data": data}
    server.state.open_query("callback_query", chat.user, query)
