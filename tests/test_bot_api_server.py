"""The tests' own Bot API server is as strict as Telegram's: proved through python-telegram-bot and over bare HTTP."""

from __future__ import annotations

import asyncio
import http.client
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
    MessageEntity,
    ReplyParameters,
    Update,
)
from telegram.error import Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from tests.bot_api.faults import Fault
from tests.bot_api.server import BotApiServer
from tests.bot_api.types import Call, User

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence

T = TypeVar("T")
TOKEN = "123:abc"
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
COMMANDED = [("bot_command", 0, 16), ("code", 17, 3), ("mention", 21, 7)]
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
def server() -> Iterator[BotApiServer]:
    """A server that ends with the test."""
    with BotApiServer(TOKEN) as server:
        yield server


def bot_of(server: BotApiServer, token: str = TOKEN) -> Bot:
    """A bot that talks to the server."""
    calls, polls = (
        HTTPXRequest(httpx_kwargs={"verify": False}) for _ in range(2)
    )  # plain HTTP: no certificates to load
    base, files = f"{server.url}/bot", f"{server.url}/file/bot"
    return Bot(token, base_url=base, base_file_url=files, request=calls, get_updates_request=polls)


def run(server: BotApiServer, action: Callable[[Bot], Awaitable[T]], token: str = TOKEN) -> T:
    """Do one thing with a bot."""

    async def act() -> T:
        async with bot_of(server, token) as bot:
            return await action(bot)

    return asyncio.run(act())


def refused(server: BotApiServer, action: Callable[[Bot], Awaitable[object]]) -> str:
    """What the server says to a call that it must refuse, before the library rewrites it."""
    with pytest.raises(TelegramError):
        run(server, action)
    return server.calls[-1].description


def raw(server: BotApiServer, path: str, body: bytes, kind: str) -> tuple[int, dict[str, Any]]:
    """A request without the library."""
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=10)
    connection.request("POST", path, body, {"Content-Type": kind})
    answer = connection.getresponse()
    result = answer.status, json.loads(answer.read())
    connection.close()
    return result


def entities(message: Message) -> list[tuple[str, int, int]]:
    """Type, offset and length of each entity."""
    return [(entity.type, entity.offset, entity.length) for entity in message.entities]


def said(updates: Sequence[Update]) -> list[str | None]:
    """The text of each update."""
    return [update.effective_message.text if update.effective_message else None for update in updates]


def keyboard(*buttons: InlineKeyboardButton) -> InlineKeyboardMarkup:
    """A keyboard of one row."""
    return InlineKeyboardMarkup([buttons])


def article(number: str = "1", text: str = "نص", mode: str | None = None) -> InlineQueryResultArticle:
    """An inline result."""
    return InlineQueryResultArticle(number, "عنوان", InputTextMessageContent(text, parse_mode=mode))


def test_who_the_bot_is(server: BotApiServer) -> None:
    """The bot is the token's, in privacy mode."""
    me = run(server, lambda bot: bot.get_me())
    assert (me.id, me.username, me.can_read_all_group_messages) == (123, "readout_bot", False)


@pytest.mark.parametrize(
    ("html", "text", "expected"),
    [
        ("😀 <b>بوتين</b>", "😀 بوتين", [("bold", 3, 5)]),
        ("<b>a<i>😀</i></b>c", "a😀c", [("bold", 0, 3), ("italic", 1, 2)]),
        ("<blockquote expandable>قال 🕊</blockquote>", "قال 🕊", [("expandable_blockquote", 0, 6)]),
        ("<tg-spoiler>x</tg-spoiler><span class='tg-spoiler'>y</span>", "xy", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
        ("<ins>a</ins><del>b</del><em>c</em>", "abc", [("underline", 0, 1), ("strikethrough", 1, 1), ("italic", 2, 1)]),
        ("&lt;&amp;&gt;&quot; &#1571;&#x1F600; &nbsp; &", '<&>" أ😀 &nbsp; &', []),
        ("<b><code>x</code></b>", "x", [("code", 0, 1)]),
        ("<B>x</B>", "x", [("bold", 0, 1)]),
        ("\u202bنعم\u202c <b>لا</b>\t\r\n ", "نعم لا", [("bold", 4, 2)]),
        ("<b> </b>x<i></i>", "x", []),
        ("/ask@readout_bot <code>/no</code> @salma1", "/ask@readout_bot /no @salma1", COMMANDED),
    ],
)
def test_html_becomes_entities(
    server: BotApiServer, html: str, text: str, expected: list[tuple[str, int, int]]
) -> None:
    """Offsets count UTF-16 units in the text that is left after parsing and cleaning."""
    chat = server.private_chat(7)
    message = run(server, lambda bot: bot.send_message(7, html, parse_mode="HTML"))
    assert (message.text, entities(message)) == (text, expected)
    assert (chat.sent[0].text, chat.sent[0].html, chat.sent[0].parse_mode) == (text, html, "HTML")


def test_html_entities_carry_what_only_they_have(server: BotApiServer) -> None:
    """Links, dates, custom emoji and the language of code."""
    server.private_chat(7)
    html = (
        '<a href="https://e.org/?a=1&amp;b">l</a><a href="tg://user?id=5">m</a><tg-emoji emoji-id="9">👍</tg-emoji>'
        '<tg-time unix="1751396400" format="wDT">d</tg-time><pre><code class="language-py">p</code></pre>'
    )
    link, mention, emoji, time, pre = run(server, lambda bot: bot.send_message(7, html, parse_mode="HTML")).entities
    assert (link.type, link.url) == ("text_link", "https://e.org/?a=1&b")
    assert mention.user is not None
    assert (mention.type, mention.user.id) == ("text_mention", 5)
    assert (emoji.type, emoji.custom_emoji_id, emoji.offset, emoji.length) == ("custom_emoji", "9", 2, 2)
    assert time.unix_time is not None
    assert (time.type, time.unix_time.timestamp(), time.date_time_format) == ("date_time", 1751396400, "wDT")
    assert (pre.type, pre.language, pre.offset) == ("pre", "py", 5)


@pytest.mark.parametrize(
    ("html", "error"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("م<b>x</i>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("نعم <k@e.org>", 'Unsupported start tag "k@e.org" at byte offset 7'),
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ("a<br/>", 'Unsupported start tag "br/" at byte offset 1'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", 'Tag "blockquote" can\'t be nested at byte offset 13'),
        ('<tg-time unix="now">x</tg-time>', "Invalid date-time specified at byte offset 0"),
        ("&#xD83D;", "Text contains invalid Unicode characters after decoding HTML entities"),
    ],
)
def test_html_that_does_not_parse(server: BotApiServer, html: str, error: str) -> None:
    """Each with Telegram's text and the byte offset."""
    server.private_chat(7)
    told = refused(server, lambda bot: bot.send_message(7, html, parse_mode="HTML"))
    assert told == f"Bad Request: can't parse entities: {error}"


def test_the_longest_message(server: BotApiServer) -> None:
    """4096 units after parsing pass, 4097 do not, and an emoji is two."""
    chat = server.private_chat(7)
    longest = "😀" * 2048
    assert run(server, lambda bot: bot.send_message(7, f"<b>{longest}</b>", parse_mode="HTML")).text == longest
    assert refused(server, lambda bot: bot.send_message(7, longest + "!")) == "Bad Request: message is too long"
    assert [sent.text for sent in chat.sent] == [longest]


CALLS: list[tuple[Callable[[Bot], Awaitable[object]], str]] = [
    (lambda bot: bot.send_message(7, ""), "message text is empty"),
    (lambda bot: bot.send_message(7, " \n\t"), "message text is empty"),
    (lambda bot: bot.send_message(7, "<b></b>", parse_mode="HTML"), "message text is empty"),
    (lambda bot: bot.send_message(7, "*x*", parse_mode="MarkdownV2"), "unsupported parse_mode"),
    (lambda bot: bot.send_message(8, "x"), "chat not found"),
    (lambda bot: bot.send_message("@nobody", "x"), "chat not found"),
    (lambda bot: bot.send_message(7, "x", message_thread_id=4), "message thread not found"),
    (lambda bot: bot.send_message(7, "x", reply_parameters=ReplyParameters(99)), "message to be replied not found"),
    (
        lambda bot: bot.send_message(7, "x", entities=[MessageEntity("bold", 0, 2)]),
        "entity ends after the end of the text at UTF-16 offset 1",
    ),
    (
        lambda bot: bot.send_message(
            7, "x", reply_markup=keyboard(InlineKeyboardButton("b", callback_data="ي" * 32 + "x"))
        ),
        "BUTTON_DATA_INVALID",
    ),
    (
        lambda bot: bot.send_message(
            7, "x", reply_markup=keyboard(InlineKeyboardButton("b", copy_text=CopyTextButton("x" * 257)))
        ),
        "BUTTON_COPY_TEXT_INVALID",
    ),
    (
        lambda bot: bot.send_message(7, "x", reply_markup=keyboard(InlineKeyboardButton("b"))),
        "text buttons are unallowed in the inline keyboard",
    ),
    (lambda bot: bot.edit_message_text("x", 7, 99), "message to edit not found"),
    (lambda bot: bot.delete_message(7, 99), "message to delete not found"),
    (lambda bot: bot.send_chat_action(7, "thinking"), "wrong parameter action in request"),
    (lambda bot: bot.send_document(7, b"", filename="a.txt"), "file must be non-empty"),
    (lambda bot: bot.send_document(7, b"x", caption="x" * 1025), "message caption is too long"),
    (lambda bot: bot.get_file("none"), "invalid file_id"),
    (lambda bot: bot.set_my_description("x" * 513), "DESCRIPTION_TOO_LONG"),
    (lambda bot: bot.set_my_short_description("x" * 121), "ABOUT_TOO_LONG"),
    (lambda bot: bot.set_my_commands([("Ask", "x")]), "BOT_COMMAND_INVALID"),
    (lambda bot: bot.set_my_commands([("سؤال", "x")]), "BOT_COMMAND_INVALID"),
    (lambda bot: bot.set_my_commands([("a" * 33, "x")]), "command length must not exceed 32"),
    (lambda bot: bot.set_my_commands([("ask", "")]), "command description must be non-empty"),
    (lambda bot: bot.set_my_commands([("ask", "x" * 257)]), "command description length must not exceed 256"),
    (lambda bot: bot.set_my_commands([("ask", "x")], language_code="ara"), "invalid language code specified"),
]


@pytest.mark.parametrize(("action", "error"), CALLS)
def test_what_is_refused(server: BotApiServer, action: Callable[[Bot], Awaitable[object]], error: str) -> None:
    """A 400 with Telegram's text, and nothing reaches the chat."""
    chat = server.private_chat(7)
    assert refused(server, action) == f"Bad Request: {error}"
    assert server.calls[-1].status == 400
    assert chat.sent == []


def test_the_largest_that_passes(server: BotApiServer) -> None:
    """The limits themselves are allowed."""
    server.private_chat(7)
    data = InlineKeyboardButton("b", callback_data="ي" * 32)
    copy = InlineKeyboardButton("c", copy_text=CopyTextButton("x" * 256))

    async def act(bot: Bot) -> tuple[object, ...]:
        message = await bot.send_message(7, "x", reply_markup=keyboard(data, copy))
        await bot.set_my_description("و" * 512, language_code="ar")
        await bot.set_my_short_description("و" * 120)
        await bot.set_my_commands([BotCommand("a" * 32, "و" * 256)], BotCommandScopeAllGroupChats(), "ar")
        groups = await bot.get_my_commands(BotCommandScopeAllGroupChats(), "ar")
        shown = message.reply_markup.inline_keyboard[0][0].callback_data if message.reply_markup else None
        about = (
            (await bot.get_my_description("ar")).description,
            (await bot.get_my_short_description()).short_description,
        )
        return shown, *about, groups[0].description, await bot.get_my_commands(language_code="ar")

    assert run(server, act) == ("ي" * 32, "و" * 512, "و" * 120, "و" * 256, ())


def test_replies_and_quotes(server: BotApiServer) -> None:
    """A quote is an exact stretch of the message, its styles included, of at most 1024 units."""
    chat = server.private_chat(7)
    asked = chat.say("متى كانت آخر مكالمة؟ " + "x" * 2000)

    async def send(bot: Bot, quote: str, **more: Any) -> Message:  # noqa: ANN401  passed on
        return await bot.send_message(7, "x", reply_parameters=ReplyParameters(asked, quote=quote, **more))

    message = run(server, lambda bot: send(bot, "آخر مكالمة"))
    assert message.reply_to_message is not None
    assert message.quote is not None
    assert (message.reply_to_message.message_id, message.quote.text, message.quote.position) == (asked, "آخر مكالمة", 9)
    assert (chat.sent[0].reply_to, chat.sent[0].quote) == (asked, "آخر مكالمة")
    for quote, more in [
        ("اخر مكالمة", {}),
        ("x" * 1025, {}),
        ("<b>آخر</b>", {"quote_parse_mode": "HTML"}),
    ]:
        assert refused(server, lambda bot: send(bot, quote, **more)) == "Bad Request: QUOTE_TEXT_INVALID"  # noqa: B023
    gone = ReplyParameters(99, allow_sending_without_reply=True)
    assert run(server, lambda bot: bot.send_message(7, "x", reply_parameters=gone)).reply_to_message is None


def test_edits(server: BotApiServer) -> None:
    """An edit that changes nothing is refused; the keyboard goes with an edit that names none."""
    chat = server.private_chat(7)
    asked = chat.say("سؤال")
    buttons = keyboard(InlineKeyboardButton("المزيد", callback_data="more"))
    run(server, lambda bot: bot.send_message(7, "<b>جواب</b>", parse_mode="HTML", reply_markup=buttons))
    (sent,) = chat.wait_for_messages(1)

    def again(html: str, markup: InlineKeyboardMarkup | None) -> Callable[[Bot], Awaitable[object]]:
        return lambda bot: bot.edit_message_text(html, 7, sent.message_id, parse_mode="HTML", reply_markup=markup)

    assert refused(server, again("<strong>جواب</strong> ", buttons)) == NOT_MODIFIED
    run(server, again("<b>جواب</b>", None))
    assert refused(server, again("<b>جواب</b>", None)) == NOT_MODIFIED
    run(server, again("جواب", None))
    assert [(edit.html, edit.reply_markup) for edit in chat.wait_for_edits(sent, 2)] == [
        ("<b>جواب</b>", None),
        ("جواب", None),
    ]
    assert (sent.text, sent.entities) == ("جواب", [])
    unchanged = refused(server, lambda bot: bot.edit_message_reply_markup(7, sent.message_id))
    mine = refused(server, lambda bot: bot.edit_message_text("x", 7, asked))
    assert (unchanged, mine) == (NOT_MODIFIED, "Bad Request: message can't be edited")
    assert run(server, lambda bot: bot.delete_message(7, sent.message_id))
    assert run(server, lambda bot: bot.delete_message(7, asked))
    assert chat.messages == {}
    assert sent.deleted


def test_buttons_are_answered_once(server: BotApiServer) -> None:
    """A press needs a button that is there; its query takes one answer, and none when it is too old."""
    chat = server.private_chat(7)
    run(
        server,
        lambda bot: bot.send_message(
            7, "x", reply_markup=keyboard(InlineKeyboardButton("المزيد", callback_data="more"))
        ),
    )
    first, late = chat.press(chat.sent[0], "المزيد"), chat.press(chat.sent[0], "more")
    server.expire(late)
    with pytest.raises(LookupError, match="no button 'less' among"):
        chat.press(chat.sent[0], "less")
    updates = run(server, lambda bot: bot.get_updates())
    assert [update.callback_query and update.callback_query.data for update in updates] == ["more", "more"]
    assert run(server, lambda bot: bot.answer_callback_query(first))
    for number in (first, late, "77"):
        assert refused(server, lambda bot: bot.answer_callback_query(number)) == TOO_OLD  # noqa: B023
    calls = server.wait_for_call("answerCallbackQuery", 4)
    assert [(call.parameters["callback_query_id"], call.status) for call in calls] == [
        (first, 200),
        (first, 400),
        (late, 400),
        ("77", 400),
    ]


def test_inline_results_are_checked_as_messages(server: BotApiServer) -> None:
    """At most 50, with short and unique ids, each of which could be sent; one answer a query."""
    query = server.inline_query(User(7), "آخر مكالمة")
    (update,) = run(server, lambda bot: bot.get_updates())
    assert update.inline_query is not None
    assert (update.inline_query.query, update.inline_query.id) == ("آخر مكالمة", query)

    def answer(*results: InlineQueryResultArticle) -> str:
        body = {"inline_query_id": query, "results": [one.to_dict() for one in results]}
        status, told = raw(server, f"/bot{TOKEN}/answerInlineQuery", json.dumps(body).encode(), "application/json")
        assert status == 400
        return str(told["description"])

    for results, error in [
        ([article(str(number)) for number in range(51)], "RESULTS_TOO_MUCH"),
        ([article("ي" * 32 + "x")], "RESULT_ID_INVALID"),
        ([article(), article()], "RESULT_ID_DUPLICATE"),
        ([article(text="")], "message text is empty"),
        ([article(text="x" * 4097)], "message is too long"),
        (
            [article(text="<u>", mode="HTML")],
            "can't parse entities: Can't find end tag corresponding to start tag \"u\"",
        ),
    ]:
        assert answer(*results) == f"Bad Request: {error}"
    run(server, lambda bot: bot.answer_inline_query(query, [article("ي" * 32)], is_personal=True, cache_time=0))
    taken = server.wait_for_call("answerInlineQuery", 7)[-1].parameters
    assert (taken["results"][0]["id"], taken["is_personal"], taken["cache_time"]) == ("ي" * 32, True, 0)
    assert answer(article()) == TOO_OLD


def test_groups_and_topics(server: BotApiServer) -> None:
    """A topic must be one of the forum's; a reply in a topic stays there; ids count from 1 in every chat."""
    forum, plain = server.group(-1001, "مكتب", forum=True), server.group(-1002)
    topic = forum.open_topic("أخبار")
    asked = forum.say("/ask@readout_bot متى؟", thread_id=topic, user=User(5, "Omar", "en"))
    message = run(server, lambda bot: bot.send_message(-1001, "x", reply_parameters=ReplyParameters(asked)))
    assert (message.message_thread_id, message.is_topic_message, message.message_id) == (topic, True, 3)
    for chat, thread in ((-1001, 1 + topic), (-1002, topic)):
        told = refused(server, lambda bot: bot.send_message(chat, "x", message_thread_id=thread))  # noqa: B023
        assert told == "Bad Request: message thread not found"
    assert plain.say("سلام") == 1
    assert refused(server, lambda bot: bot.delete_message(-1002, 1)) == "Bad Request: message can't be deleted"
    (first, _) = run(server, lambda bot: bot.get_updates())
    assert first.message is not None
    assert first.message.from_user is not None
    assert (entities(first.message), first.message.from_user.language_code) == ([("bot_command", 0, 16)], "en")
    assert first.message.chat.is_forum
    assert run(server, lambda bot: bot.get_chat(-1001)).title == "مكتب"


def test_a_chat_that_shut_the_bot_out(server: BotApiServer) -> None:
    """A 403 until it lets the bot in again."""
    chat, group = server.private_chat(7), server.group(-1_001_000_000_005)
    chat.block()
    group.block()
    with pytest.raises(Forbidden):
        run(server, lambda bot: bot.send_message(7, "x"))
    assert server.calls[-1].description == "Forbidden: bot was blocked by the user"
    told = refused(server, lambda bot: bot.send_chat_action(group.id, "typing"))
    assert told == "Forbidden: bot was kicked from the supergroup chat"
    chat.unblock()
    assert run(server, lambda bot: bot.send_message(7, "x")).text == "x"


def test_documents(server: BotApiServer) -> None:
    """A file goes up byte for byte, with its name, and comes back down."""
    chat = server.private_chat(7)
    content = bytes(range(256)) * 20 + b"\r\n--x\r\n"

    async def act(bot: Bot) -> bytes:
        message = await bot.send_document(7, content, filename="بيان.txt", caption="<i>نص</i>", parse_mode="HTML")
        assert message.document is not None
        file = await bot.get_file(message.document.file_id)
        return bytes(await file.download_as_bytearray())

    assert run(server, act) == content
    assert (chat.sent[0].document, chat.sent[0].text) == (("بيان.txt", content), "نص")
    assert chat.sent[0].entities == [{"type": "italic", "offset": 0, "length": 2}]


def test_updates_are_kept_until_confirmed(server: BotApiServer) -> None:
    """An offset confirms what is below it, a negative one all but the last; a limit limits."""
    chat = server.private_chat(7)
    numbers = [chat.say(text) for text in ("واحد", "اثنان", "ثلاثة")]
    assert numbers == [1, 2, 3]

    async def act(bot: Bot) -> list[list[str | None]]:
        one = await bot.get_updates(limit=1)
        both = await bot.get_updates(limit=2)
        rest = await bot.get_updates(offset=both[0].update_id + 1)
        last = await bot.get_updates(offset=-1)
        again = await bot.get_updates()
        after = await bot.get_updates(offset=again[0].update_id + 1)
        return [said(batch) for batch in (one, both, rest, last, again, after)]

    three = ["ثلاثة"]
    assert run(server, act) == [["واحد"], ["واحد", "اثنان"], ["اثنان", *three], three, three, []]
    server.wait_until_idle(timeout=0)
    chat.say("x")
    assert run(server, lambda bot: bot.get_webhook_info()).pending_update_count == 1
    with pytest.raises(TimeoutError, match="0 s passed without all updates being confirmed; 1 updates unconfirmed"):
        server.wait_until_idle(timeout=0)
    assert run(server, lambda bot: bot.delete_webhook(drop_pending_updates=True))
    server.wait_until_idle(timeout=0)


def test_only_wanted_updates_are_queued(server: BotApiServer) -> None:
    """The kinds last asked for hold for what comes after; by default a few kinds are left out."""
    chat = server.private_chat(7)
    number = chat.say("سؤال")
    server.push({"chat_member": {}})
    run(server, lambda bot: bot.get_updates(offset=-1, allowed_updates=["edited_message"]))
    chat.say("لا يصل")
    chat.edit(number, "سؤال آخر")
    post = {"message_id": 9, "date": 1, "chat": {"id": -1009, "type": "channel", "title": "t"}, "text": "خبر"}
    server.push({"channel_post": post})
    updates = run(server, lambda bot: bot.get_updates())
    assert said(updates) == ["سؤال", "سؤال آخر"]
    run(server, lambda bot: bot.get_updates(offset=-1, allowed_updates=[]))
    server.push({"update_id": 8_000_000, "channel_post": post})
    (_, update) = run(server, lambda bot: bot.get_updates())
    assert (update.update_id, update.channel_post and update.channel_post.text) == (8_000_000, "خبر")
    assert [next(iter(update.keys() - {"update_id"})) for update in server.state.ignored] == [
        "chat_member",
        "message",
        "channel_post",
    ]


def test_long_polling_waits_and_wakes(server: BotApiServer) -> None:
    """A poll that finds nothing is held until an update comes; a second poller ends it with a 409."""
    chat = server.private_chat(7)

    async def act() -> tuple[list[str | None], object]:
        async with bot_of(server) as bot, bot_of(server) as other:
            held = asyncio.create_task(bot.get_updates(timeout=30))
            await asyncio.to_thread(server.state.wait_until, lambda: server.state.poll == 1, 10, "a poll")
            assert not held.done()
            chat.say("وصل")
            woken = said(await held)
            await bot.get_updates(offset=-1)
            ended = asyncio.create_task(bot.get_updates(offset=9_000_000, timeout=30))
            await asyncio.to_thread(server.state.wait_until, lambda: server.state.poll == 3, 10, "a poll")
            await other.get_updates()
            return woken, (await asyncio.wait_for(asyncio.gather(ended, return_exceptions=True), 10))[0]

    woken, ended = asyncio.run(act())
    assert woken == ["وصل"]
    assert isinstance(ended, Conflict)
    polls = server.wait_for_call("getUpdates", 4)
    assert [call.status for call in polls] == [200, 200, 409, 200]
    assert polls[0].at < polls[1].at < polls[2].at < polls[3].at


def test_a_real_application_is_driven(server: BotApiServer) -> None:
    """Polling, a handler, an answer, a confirmed update and a clean stop."""
    chat = server.private_chat(7)

    async def answer(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_html(f"<b>{update.message.text}</b>", do_quote=True)

    async def act() -> None:
        application = Application.builder().bot(bot_of(server)).build()
        application.add_handler(MessageHandler(filters.TEXT, answer))
        async with application:
            await application.start()
            assert application.updater is not None
            await application.updater.start_polling(timeout=30)
            number = chat.say("سلام")
            (sent,) = await asyncio.to_thread(chat.wait_for_messages, 1)
            assert (sent.text, sent.reply_to) == ("سلام", number)
            await asyncio.to_thread(server.wait_until_idle)
            await application.updater.stop()
            await application.stop()

    asyncio.run(act())
    assert [call.status for call in server.wait_for_call("sendMessage")] == [200]


def test_strings_must_be_unicode(server: BotApiServer) -> None:
    """Half a surrogate pair and broken UTF-8 are refused in a form and in JSON; JSON bodies are understood."""
    chat = server.private_chat(7)
    told = {"ok": False, "error_code": 400, "description": "Bad Request: strings must be encoded in UTF-8"}
    path, form = f"/bot{TOKEN}/sendMessage", "application/x-www-form-urlencoded"
    assert raw(server, path, b'{"chat_id": 7, "text": "\\ud83d"}', "application/json") == (400, told)
    assert raw(server, path, b"chat_id=7&text=%D9", form) == (400, told)
    assert raw(server, path, b"chat_id=7&text=\xd9", form) == (400, told)
    half = "\ud83d"
    markup = keyboard(InlineKeyboardButton(half, callback_data="x"))
    assert refused(server, lambda bot: bot.send_message(7, "x", reply_markup=markup)) == told["description"]
    status, answer = raw(server, path, '{"chat_id": 7, "text": "نعم 😀"}'.encode(), "application/json; charset=utf-8")
    assert (status, answer["result"]["text"], chat.sent[0].text) == (200, "نعم 😀", "نعم 😀")
    broken = raw(server, path, b"chat_id=7&text=x&reply_markup={", form)
    assert broken[1]["description"] == "Bad Request: can't parse reply markup JSON object"


def test_the_wrong_token_and_the_unknown_method(server: BotApiServer) -> None:
    """401 and 404, as bodies and as the library's errors."""
    unknown = {"ok": False, "error_code": 404, "description": "Not Found"}
    wrong = {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert raw(server, f"/bot{TOKEN}/sendTelepathy", b"", "") == (404, unknown)
    assert raw(server, f"/file/bot{TOKEN}/documents/none", b"", "") == (404, unknown)
    assert raw(server, "/bot123:other/getMe", b"", "") == (401, wrong)
    with pytest.raises(InvalidToken):
        run(server, lambda bot: bot.get_me(), "123:other")
    assert [(call.method, call.status) for call in server.calls] == [
        ("sendTelepathy", 404),
        ("none", 404),
        ("getMe", 401),
        ("getMe", 401),
    ]


def test_faults(server: BotApiServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Errors, floods, dropped connections before and after the work, and calls that are held."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it, the library warns at every RetryAfter
    chat = server.private_chat(7)

    def send(text: str) -> Callable[[Bot], Awaitable[Message]]:
        return lambda bot: bot.send_message(7, text)

    server.fail("sendMessage", status=502, body=b"<html>", times=2)
    for _ in range(2):
        with pytest.raises(NetworkError, match="Bad Gateway"):
            run(server, send("a"))
    server.fail("sendMessage", retry_after=3)
    with pytest.raises(RetryAfter, match="Retry in 0:00:03"):
        run(server, send("b"))
    server.faults.append(Fault("sendMessage", drop=True))
    with pytest.raises(NetworkError, match="RemoteProtocolError"):
        run(server, send("c"))
    assert chat.sent == []
    server.faults.append(Fault("*", drop=True, after=True, when=lambda call: call.parameters.get("text") == "d"))
    with pytest.raises(NetworkError, match="RemoteProtocolError"):
        run(server, send("d"))
    assert [sent.text for sent in chat.sent] == ["d"]
    hold = threading.Event()
    server.faults.append(Fault("sendMessage", hold=hold, after=True))

    async def act() -> tuple[list[Call], str | None]:
        async with bot_of(server) as bot:
            held = asyncio.create_task(bot.send_message(7, "e"))
            await asyncio.to_thread(chat.wait_for_messages, 2)
            await bot.get_me()
            early = server.wait_for_call("sendMessage", 5)[5:]
            hold.set()
            return early, (await held).text

    assert asyncio.run(act()) == ([], "e")
    statuses = [call.status for call in server.wait_for_call("sendMessage", 6)]
    assert statuses == [502, 502, 429, 0, 0, 200]


def test_a_rule_of_its_own(server: BotApiServer) -> None:
    """Anything that judges calls can stand among the faults, such as a limit for each chat."""
    first, second = server.private_chat(7), server.private_chat(8)

    class OneToEach:
        """Refuses the second message to a chat."""

        def meets(self, call: Call) -> Fault | None:
            """A flood error for a chat that was written to."""
            written = [c for c in server.calls if c.status == 200 and c.method == call.method == "sendMessage"]
            again = call.parameters.get("chat_id") in [c.parameters["chat_id"] for c in written]
            return Fault("*", status=429, parameters={"retry_after": 1}) if again else None

    server.faults.append(OneToEach())
    path, kind = f"/bot{TOKEN}/sendMessage", "application/json"
    statuses = [raw(server, path, b'{"chat_id": %d, "text": "x"}' % chat, kind)[0] for chat in (7, 7, 8, 7)]
    assert statuses == [200, 429, 200, 429]
    assert (len(first.sent), len(second.sent)) == (1, 1)


def test_a_wait_that_fails_tells_the_calls(server: BotApiServer) -> None:
    """The text lists what came instead, with its outcome."""
    chat = server.private_chat(7)
    refused(server, lambda bot: bot.send_message(8, "نعم"))
    with pytest.raises(TimeoutError) as told:
        chat.wait_for_messages(1, timeout=0)
    assert "0 s passed without 1 messages in chat 7; 0 updates unconfirmed, 0 unwanted." in str(told.value)
    assert "sendMessage(chat_id='8', text='نعم') -> 400 Bad Request: chat not found" in str(told.value)


def test_leaving_lets_everything_go() -> None:
    """A held call, a long poll and an idle connection do not keep the server; no thread is left."""
    before = threading.active_count()
    with BotApiServer(TOKEN) as server:
        server.faults.append(Fault("getMe", hold=threading.Event()))
        address = server.url.removeprefix("http://")
        held, polling, idle = (http.client.HTTPConnection(address, timeout=10) for _ in range(3))
        held.request("GET", f"/bot{TOKEN}/getMe")
        polling.request("GET", f"/bot{TOKEN}/getUpdates?timeout=50")
        idle.request("GET", f"/bot{TOKEN}/getWebhookInfo")
        assert json.loads(idle.getresponse().read())["result"]["url"] == ""
        server.state.wait_until(lambda: len(server.state.calls) == 3, 10, "three calls")
    for connection in (held, polling, idle):
        connection.close()
    assert threading.active_count() == before


def test_by_hand() -> None:
    """As a process: a line in is a message to the bot, and what the bot sends is printed."""
    command = [sys.executable, "-X", "utf8", "-m", "tests.bot_api.server", "--port", "0", "--token", TOKEN]
    with subprocess.Popen(  # noqa: S603  its own module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[1],
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        address = process.stdout.readline().split()[0].removeprefix("http://")
        process.stdin.write("سلام\n")
        process.stdin.flush()

        def call(path: str) -> Any:  # noqa: ANN401  JSON
            connection = http.client.HTTPConnection(address, timeout=10)
            connection.request("GET", f"/bot{TOKEN}/{path}")
            result = json.loads(connection.getresponse().read())["result"]
            connection.close()
            return result

        (update,) = call("getUpdates?timeout=30")
        assert update["message"]["text"] == "سلام"
        call("sendMessage?chat_id=1001&text=hello")
        assert [process.stdout.readline() for _ in range(2)] == ["-- 2\n", "hello\n"]
        process.stdin.close()
        assert process.wait(timeout=10) == 0
