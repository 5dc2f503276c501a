"""What goes on from an answer, end to end over HTTP: in a reply, soon after in a private chat, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.telegram.handlers.questions import FOLLOWED_WITHIN
from index.library import Library
from index.types import Document
from tests.answer.talks import CALL_2021, CALL_2023, CALL_2024, PRISONERS, TALKS, WHEAT, Weighed
from tests.telegram.answers import TOPICS, LiteralAnswerer
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.answer.answerer import Answerer
    from index.encoder import LoadedEncoder
    from tests.bot_api.chats import Chat
    from tests.bot_api.server import BotApiServer
    from tests.bot_api.types import SentMessage

ASKED = "When did President Alder call King Bassam in 2024?"
NO_SOURCE = "The passage names no source for this: it is the article itself that says so."
NO_SOURCE_ARABIC = "لا يذكر المقتطف مصدرًا لهذا، فالمقال نفسه هو الذي يقوله."
EARLIER = "Before that: 9 January 2023, according to the article."
EARLIER_ARABIC = "قبل ذلك: 9 يناير 2023، بحسب المقال."
MORE = "More passages that are only related to the question:"
MORE_ARABIC = "مقتطفات أخرى ذات صلة بالسؤال فحسب:"
NOTHING = "There is no answer here that this could go on from. Reply to one of my answers with it, or ask a question."
NOTHING_ARABIC = "لا جواب هنا تبني عليه هذه الرسالة. أرسلها ردًّا على أحد أجوبتي، أو اطرح سؤالًا."
# What is said, how the answer to it begins, and what that quotes.
FOLLOW_UPS = [
    ("who said that?", NO_SOURCE, [CALL_2024]),
    ("مين قال كده؟", NO_SOURCE_ARABIC, [CALL_2024]),
    ("and before that?", EARLIER, [CALL_2023]),
    ("وقبل ذلك؟", EARLIER_ARABIC, [CALL_2023]),
    ("in Arabic?", "بحسب المقال: 5 يونيو 2024.", [CALL_2024]),
    ("بالعربي؟", "بحسب المقال: 5 يونيو 2024.", [CALL_2024]),
    ("more", MORE, None),
    ("المزيد", MORE_ARABIC, None),
]


class Clock:
    """A clock that a test sets.

    Attributes:
        now: In seconds since the epoch.
    """

    def __init__(self) -> None:
        self.now = 1_750_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory, encoder: LoadedEncoder) -> Iterator[Answerer]:
    library = Library(tmp_path_factory.mktemp("talks"), lambda: encoder, lambda: list(TALKS))
    yield Weighed(library)
    library.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def real(server: BotApiServer, talks: Answerer, clock: Clock, tmp_path: Path) -> Iterator[RunningBot]:
    with RunningBot(server, tmp_path, talks, clock) as running:
        yield running


@pytest.fixture
def _literal(server: BotApiServer, answerer: LiteralAnswerer, clock: Clock, tmp_path: Path) -> Iterator[None]:
    with RunningBot(server, tmp_path, answerer, clock):
        yield


def heading(message: SentMessage) -> str:
    """The first line of a message, without marks of direction."""
    return message.text.split("\n")[0].strip("\u200e\u200f\u2066\u2067\u2068\u2069")


def quotes(message: SentMessage) -> list[str]:
    """What stands in the blockquotes of a message, without the mark of direction that may stand before."""
    raw = message.text.encode("utf-16-le")
    spans = [(one["offset"], one["length"]) for one in message.entities if "blockquote" in one["type"]]
    return [raw[2 * at : 2 * (at + size)].decode("utf-16-le").lstrip("\u200e\u200f") for at, size in spans]


def check(message: SentMessage, begins: str, quoted: list[str] | None) -> None:
    """A follow-up's answer: its words, and its quotes, each verbatim in a document and, where None, none shown before."""
    assert heading(message) == begins
    if quoted is not None:
        assert quotes(message) == quoted
        return
    assert quotes(message)
    assert CALL_2024 not in quotes(message)
    for quote in quotes(message):
        assert any(quote in document.text for document in TALKS)


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(("text", "begins", "quoted"), FOLLOW_UPS)
def test_soon_after_an_answer_in_a_private_chat(
    server: BotApiServer, clock: Clock, text: str, begins: str, quoted: list[str] | None
) -> None:
    chat = server.private_chat(language_code="en")
    chat.say(ASKED)
    chat.wait_for_messages(1)
    clock.now += FOLLOWED_WITHIN.total_seconds()
    said = chat.say(text)

    _, answer = chat.wait_for_messages(2)

    assert answer.reply_to == said
    check(answer, begins, quoted)


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(("text", "begins", "quoted"), FOLLOW_UPS)
def test_in_a_reply_in_a_group_however_late(
    server: BotApiServer, clock: Clock, text: str, begins: str, quoted: list[str] | None
) -> None:
    group = server.group()
    group.say(f"/ask {ASKED}")
    [first] = group.wait_for_messages(1)
    clock.now += 86_400
    group.say(text, reply_to=first.message_id)

    check(group.wait_for_messages(2)[1], begins, quoted)


@pytest.mark.parametrize(("text", "begins", "quoted"), FOLLOW_UPS)
def test_after_a_restart(
    server: BotApiServer, real: RunningBot, text: str, begins: str, quoted: list[str] | None
) -> None:
    chat, group = server.private_chat(language_code="en"), server.group()
    chat.say(ASKED)
    group.say(f"/ask {ASKED}")
    chat.wait_for_messages(1)
    [first] = group.wait_for_messages(1)
    server.wait_until_idle()
    real.restart()
    chat.say(text)
    group.say(text, reply_to=first.message_id)

    check(chat.wait_for_messages(2)[1], begins, quoted)
    check(group.wait_for_messages(2)[1], begins, quoted)


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("text", [text for text, *_ in FOLLOW_UPS])
def test_after_the_time_has_passed_nothing_is_gone_on_from_without_a_reply(
    server: BotApiServer, clock: Clock, text: str
) -> None:
    chat = server.private_chat(language_code="en")
    chat.say(ASKED)
    [first] = chat.wait_for_messages(1)
    clock.now += FOLLOWED_WITHIN.total_seconds() + 1
    chat.say(text)
    late = chat.wait_for_messages(2)[1]
    chat.say(text, reply_to=first.message_id)
    replied = chat.wait_for_messages(3)[2]

    assert heading(late) in {NOTHING, NOTHING_ARABIC}
    assert quotes(replied)


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("text", [text for text, *_ in FOLLOW_UPS])
def test_an_answer_in_one_chat_is_never_gone_on_from_in_another(server: BotApiServer, text: str) -> None:
    chats: list[Chat] = [server.private_chat(1), server.private_chat(2), server.group(), server.group(-55)]
    mine, theirs, group, other_group = chats
    mine.say(ASKED)
    group.say(f"/ask {ASKED}")
    mine.wait_for_messages(1)
    [first] = group.wait_for_messages(1)
    theirs.say(text)
    other_group.say("/help")
    [helped] = other_group.wait_for_messages(1)
    assert helped.message_id == first.message_id
    other_group.say(text, reply_to=helped.message_id)
    other_group.say(f"/ask {text}")

    assert heading(theirs.wait_for_messages(1)[0]) in {NOTHING, NOTHING_ARABIC}
    assert all(heading(one) in {NOTHING, NOTHING_ARABIC} for one in other_group.wait_for_messages(3)[1:])


@pytest.mark.usefixtures("real")
def test_in_a_group_nothing_is_gone_on_from_without_a_reply(server: BotApiServer) -> None:
    group = server.group()
    group.say(f"/ask {ASKED}")
    group.wait_for_messages(1)
    group.say("/ask and before that?")

    assert heading(group.wait_for_messages(2)[1]) == NOTHING


@pytest.mark.usefixtures("real")
def test_a_reply_to_a_message_of_another_chat_goes_on_from_nothing(server: BotApiServer) -> None:
    chat = server.private_chat(7)
    chat.say(ASKED)
    chat.wait_for_messages(1)
    elsewhere = {"origin": {"type": "hidden_user", "sender_user_name": "Nour", "date": 1}}
    message = {"message_id": 900, "date": 1, "chat": chat.json, "from": chat.user.json(), "text": "more"}
    server.push({"message": {**message, "external_reply": elsewhere}})

    assert heading(chat.wait_for_messages(2)[1]) == NOTHING


@pytest.mark.usefixtures("real")
def test_a_conversation_goes_on_from_step_to_step(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    chat.say("What did the two leaders discuss on 5 June 2024?")
    for number, text in enumerate(("who said it?", "and before that?", "بالعربية؟", "ومن قال ذلك؟", "When?"), start=2):
        chat.wait_for_messages(number - 1)
        chat.say(text)
    wheat, source, before, arabic, arabic_source, when = chat.wait_for_messages(6)

    assert quotes(wheat) == quotes(source) == [WHEAT]
    assert heading(source) == "This is attributed to the palace."
    assert heading(before).startswith("Before that: the account of 9 January 2023, according to the palace")
    assert quotes(before) == quotes(arabic) == quotes(arabic_source) == [PRISONERS]
    assert heading(arabic).startswith("قبل ذلك: ما نُشر في 9 يناير 2023، بحسب")
    assert heading(arabic_source).startswith("هذا منسوب إلى")
    assert heading(when) != NOTHING


@pytest.mark.usefixtures("real")
def test_the_events_before_one_after_the_other(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    chat.say(ASKED)
    for number, text in enumerate(("وقبل ذلك؟", "وقبل كده؟", "and before that?"), start=2):
        chat.wait_for_messages(number - 1)
        chat.say(text)
    first, second, third, none = chat.wait_for_messages(4)

    assert [quotes(one) for one in (first, second, third, none)] == [[CALL_2024], [CALL_2023], [CALL_2021], []]
    assert heading(third) == "قبل ذلك: 3 مارس 2021، بحسب القصر الملكي."
    assert none.text == "I found nothing about this before 3 March 2021 in the library."


@pytest.mark.usefixtures("real")
def test_the_button_of_a_follow_up_tells_it_in_the_other_language(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    chat.say(ASKED)
    chat.wait_for_messages(1)
    chat.say("and before that?")
    [_, before] = chat.wait_for_messages(2)
    chat.press(before, "العربية")
    chat.wait_for_edits(before)
    chat.press(before, "English")
    arabic, english = chat.wait_for_edits(before, 2)

    assert arabic.text.split("\n")[0].strip("\u200f") == EARLIER_ARABIC
    assert english.text == before.versions[0].text


@pytest.mark.usefixtures("real")
def test_an_edited_follow_up_goes_on_from_the_answer_before_it_however_late(server: BotApiServer, clock: Clock) -> None:
    chat = server.private_chat(language_code="en")
    chat.say(ASKED)
    chat.wait_for_messages(1)
    said = chat.say("who said that?")
    [_, source] = chat.wait_for_messages(2)
    clock.now += 3600
    chat.say("What did the two leaders discuss on 9 January 2023?")
    chat.wait_for_messages(3)
    chat.edit(said, "and before that?")
    [edit] = chat.wait_for_edits(source)

    assert edit.text.startswith(EARLIER)
    assert CALL_2023 in edit.text


@pytest.mark.usefixtures("real")
def test_a_pinned_language_is_that_of_a_follow_up_unless_it_asks_for_another(server: BotApiServer) -> None:
    chat = server.private_chat(language_code="en")
    chat.say("/lang ar")
    chat.say(ASKED)
    chat.wait_for_messages(2)
    chat.say("who said that?")
    chat.wait_for_messages(3)
    chat.say("in English?")
    source, english = chat.wait_for_messages(4)[2:]

    assert heading(source) == NO_SOURCE_ARABIC
    assert heading(english) == NO_SOURCE


@pytest.mark.usefixtures("real")
def test_what_was_cited_and_is_gone_is_said_to_be(server: BotApiServer, talks: Answerer) -> None:
    chat = server.private_chat(language_code="en")
    added = talks.library.add(Document("extra", "The zeppelin landed on 2 May 1999.", "Zeppelin", "en"))
    assert added is not None
    chat.say("When did the zeppelin land?")
    [first] = chat.wait_for_messages(1)
    server.wait_until_idle()
    talks.library.remove("extra")
    chat.say("who said it?")
    gone = chat.wait_for_messages(2)[1]

    assert quotes(first)[0] == "The zeppelin landed on 2 May 1999."
    assert gone.text == "This passage is no longer in the library. Ask again."


@pytest.mark.usefixtures("_literal")
def test_what_leans_is_asked_with_the_question_before_and_what_stands_alone_without(
    server: BotApiServer, answerer: LiteralAnswerer, clock: Clock
) -> None:
    chat, group = server.private_chat(), server.group()
    chat.say("When was the last call?")
    chat.wait_for_messages(1)
    for number, text in enumerate(("and what were its topics?", "why?", "Who won the match?", "and Iran?"), start=2):
        chat.say(text)
        chat.wait_for_messages(number)
    clock.now += FOLLOWED_WITHIN.total_seconds() + 1
    chat.say("why?")
    chat.wait_for_messages(6)
    group.say("/ask When was the last call?")
    group.say("/ask why?")
    group.wait_for_messages(2)

    first = "When was the last call?"
    assert TOPICS in chat.sent[1].text
    assert [(text, context) for text, _, context in answerer.asked] == [
        (first, None),
        ("and what were its topics?", first),
        ("why?", f"{first}\nand what were its topics?"),
        ("Who won the match?", None),
        ("and Iran?", "Who won the match?"),
        ("why?", None),
        (first, None),
        ("why?", None),
    ]
