"""Who may ask, end to end over HTTP; what may not is never put to the answerer, nor fetched, nor read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest

from bot.state.access import Access
from bot.state.database import FILE_NAME, Database
from bot.state.subscriptions import Prepared, Subscriptions
from tests.bot_api.types import User
from tests.telegram.answers import LAST_CALL
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bot_api.server import BotApiServer
    from tests.bot_api.types import Json
    from tests.telegram.answers import LiteralAnswerer

NADIA = User(900, "Nadia", "en")
SALMA = User(1001, "Salma", "en")
KARIM = User(2002, "Karim", "en")
GROUP = -1_001_000_000_001
QUESTION = "When was the last call?"
ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
CODE = re.compile(r"[BCDFGHJKMNPQRSTVWXZ]{4}-[BCDFGHJKMNPQRSTVWXZ]{4}")


class Clock:
    """A clock that the test turns."""

    def __init__(self) -> None:
        self.now = 1_760_000_000.0

    def __call__(self) -> float:
        return self.now


class Scene:
    """A bot that somebody administers, somebody who wants to ask, and a group.

    Attributes:
        server: The bot's server.
        answerer: What answers.
        clock: The bot's clock.
        admin: The private chat of the bot's administrator.
        salma: That of somebody else.
        group: A group.
    """

    def __init__(self, server: BotApiServer, answerer: LiteralAnswerer, home: Path) -> None:
        self.server, self.answerer, self.home, self.clock = server, answerer, home, Clock()
        self.admin = server.private_chat(NADIA.id, "Nadia", "en")
        self.salma = server.private_chat(SALMA.id, "Salma", "en")
        self.group = server.group(GROUP)
        self._bot: RunningBot | None = None

    def start(
        self, access: Literal["open", "allowlist", "pairing"], allowed: str = "", admins: str = str(NADIA.id)
    ) -> None:
        """Run the bot, in the place of one that ran before."""
        self.stop()
        bot = RunningBot(
            self.server, self.home, self.answerer, self.clock, access=access, allowed=allowed, admins=admins
        )
        self._bot = bot.__enter__()

    def stop(self) -> None:
        """End the bot."""
        if self._bot is not None:
            self._bot.__exit__()
            self._bot = None

    def settle(self) -> None:
        """Wait until all that came so far was handled."""
        assert self._bot is not None
        self._bot.settle()


@pytest.fixture
def scene(server: BotApiServer, answerer: LiteralAnswerer, tmp_path: Path) -> Iterator[Scene]:
    one = Scene(server, answerer, tmp_path)
    yield one
    one.stop()


def code_in(text: str) -> str:
    (code,) = CODE.findall(text)
    return str(code)


def test_by_default_everybody_may_ask(scene: Scene) -> None:
    scene.start("open", admins="")
    scene.salma.say(QUESTION)

    assert LAST_CALL in scene.salma.wait_for_messages(1)[0].text


def test_a_stranger_costs_no_answer_and_hears_it_once(scene: Scene) -> None:
    scene.start("allowlist")
    scene.salma.say(QUESTION)
    [told] = scene.salma.wait_for_messages(1)
    scene.clock.now += 7200
    for text in (QUESTION, "/sources", "/start", "/brief", "/start pAAAAAAAAAAAAAAAA-0-9", "/quote " + LAST_CALL):
        scene.salma.say(text)
    scene.salma.send_file("call.txt", b"A call.")
    scene.salma.edit(1, QUESTION + " Please.")
    scene.server.inline_query(SALMA, QUESTION)
    scene.settle()

    assert told.text == (
        "I answer only those whom an administrator of this bot has let in. Your id, should you ask for that: 1001"
    )
    assert len(scene.salma.sent) == 1
    assert scene.answerer.asked == []
    assert [call for call in scene.server.calls if call.method == "getFile"] == []
    [inline] = scene.server.wait_for_call("answerInlineQuery")
    assert inline.parameters["results"] == []


def test_whom_the_settings_name_may_ask_in_private_and_inline_and_a_group_as_a_whole(scene: Scene) -> None:
    scene.start("allowlist", allowed=f"{SALMA.id}")
    scene.salma.say(QUESTION)
    scene.salma.wait_for_messages(1)
    scene.server.inline_query(SALMA, QUESTION)
    assert len(scene.server.wait_for_call("answerInlineQuery")[0].parameters["results"]) == 1
    asked = len(scene.answerer.asked)
    # In a group all would read the answer.
    scene.group.say(f"/ask {QUESTION}", user=SALMA)
    scene.group.say(f"/ask {QUESTION}", user=NADIA)
    [told] = scene.group.wait_for_messages(1)
    scene.admin.say(f"/allow {GROUP}")
    scene.admin.wait_for_messages(1)
    scene.group.say(f"/ask {QUESTION}", user=KARIM)

    assert LAST_CALL in scene.group.wait_for_messages(2)[1].text
    assert told.text.endswith(f"Its id, should you ask for that: {GROUP}")
    assert len(scene.answerer.asked) == asked + 1


def test_a_code_is_told_once_an_hour_and_approved_by_a_button(scene: Scene) -> None:
    scene.start("pairing")
    scene.salma.say(QUESTION)
    [first] = scene.salma.wait_for_messages(1)
    [request] = scene.admin.wait_for_messages(1)
    scene.salma.say(QUESTION)
    scene.settle()
    silent = len(scene.salma.sent) == 1
    scene.clock.now += 3601
    scene.salma.say(QUESTION)
    second = scene.salma.wait_for_messages(2)[1]
    again = scene.admin.wait_for_messages(2)[1]
    scene.admin.press(request, "Let in")
    gone = scene.admin.wait_for_edits(request)[0]
    refused = scene.answerer.asked == []
    scene.admin.press(again, "Let in")
    [decided] = scene.admin.wait_for_edits(again)
    let_in = scene.salma.wait_for_messages(3)[2]
    scene.salma.say(QUESTION)

    assert LAST_CALL in scene.salma.wait_for_messages(4)[3].text
    assert first.text == (
        "I answer only those whom an administrator of this bot has let in. "
        f"Your code is {code_in(first.text)}: give it to one of them within an hour."
    )
    assert request.versions[0].text == f"Salma (1001) asks to be let in. Code: {code_in(first.text)}"
    assert silent
    assert code_in(second.text) != code_in(first.text)
    assert gone.text.startswith("This code is unknown or no longer good.")
    assert refused
    assert decided.text == f"Let in: Salma (1001) {code_in(second.text)}"
    assert decided.buttons() == []
    assert let_in.text == "You have been let in. Send a question."


def test_a_code_approved_by_command_and_withdrawn_counts_at_once(scene: Scene) -> None:
    scene.start("pairing")
    scene.salma.say(QUESTION)
    code = code_in(scene.salma.wait_for_messages(1)[0].text)
    scene.admin.wait_for_messages(1)
    # Not by who asks, not in the name of an administrator who only passes it on, not by what another bot wrote.
    scene.salma.say(f"/allow {code}")
    origin: Json = {"type": "user", "date": 1_750_000_000, "sender_user": NADIA.json()}
    scene.salma.forward(f"/allow {code}", origin)
    scene.admin.forward(f"/allow {code}", {"type": "user", "date": 1_750_000_000, "sender_user": SALMA.json()})
    via = {"id": 77, "is_bot": True, "first_name": "Other", "username": "other_bot"}
    scene.server.push({"message": scene.admin.add(NADIA.json(), {"text": f"/allow {code}", "via_bot": via})})
    unknown = [message.text for message in scene.admin.wait_for_messages(3)[1:]]
    scene.salma.say(QUESTION)
    scene.settle()
    assert (len(scene.salma.sent), scene.answerer.asked) == (1, [])

    scene.admin.say(f"/allow {code.lower().replace('-', ' ')}")
    scene.admin.wait_for_messages(4)
    scene.salma.wait_for_messages(2)
    scene.salma.say(QUESTION)
    answer = scene.salma.wait_for_messages(3)[2]
    scene.admin.say(f"/deny {SALMA.id}")
    withdrawn = scene.admin.wait_for_messages(5)[4]
    asked = len(scene.answerer.asked)
    press = scene.salma.press(answer, "العربية")
    scene.salma.say(QUESTION)
    ended = scene.salma.wait_for_messages(4)[3]
    scene.salma.say(QUESTION)
    scene.server.inline_query(SALMA, QUESTION)
    scene.settle()

    assert unknown == ["I do not know this command. Send a question, or see /help."] * 2
    assert withdrawn.text == "Shut out: Salma (1001)"
    assert ended.text == "I do not answer here: an administrator of this bot has decided so."
    assert len(scene.salma.sent) == 4
    assert len(scene.answerer.asked) == asked
    [acknowledged] = scene.server.wait_for_call("answerCallbackQuery")
    assert (acknowledged.parameters["callback_query_id"], acknowledged.parameters["text"]) in {
        (press, "I do not answer you here."),
        (int(press), "I do not answer you here."),
    }
    assert answer.edits == []
    assert scene.server.wait_for_call("answerInlineQuery")[0].parameters["results"] == []


def test_a_code_that_is_turned_down_is_told_so_and_then_nothing(scene: Scene) -> None:
    scene.start("pairing")
    scene.salma.say("متى كانت آخر مكالمة؟")
    scene.salma.wait_for_messages(1)
    [request] = scene.admin.wait_for_messages(1)
    scene.admin.press(request, "Shut out")
    down = scene.salma.wait_for_messages(2)[1]
    scene.clock.now += 7200
    scene.salma.say(QUESTION)
    scene.settle()

    assert down.text == "قرر أحد المشرفين على هذا البوت رفض طلبك."
    assert len(scene.salma.sent) == 2


def test_a_group_gets_a_code_by_its_own_administrators_alone(scene: Scene) -> None:
    scene.start("pairing")
    scene.group.administrators = {KARIM.id}
    scene.group.say("What a day.", user=SALMA)
    scene.group.say(f"/ask {QUESTION}", user=SALMA)
    [told] = scene.group.wait_for_messages(1)
    scene.group.say(f"/ask {QUESTION}", user=SALMA)
    # In the name of a channel of one's own nobody is an administrator.
    lent: Json = {"id": -1_001_000_000_777, "type": "channel", "title": "Lent"}
    scene.server.push({"message": scene.group.add(ANONYMOUS, {"text": f"/ask {QUESTION}", "sender_chat": lent})})
    scene.group.say("/start", user=KARIM)
    coded = scene.group.wait_for_messages(2)[1]
    [request] = scene.admin.wait_for_messages(1)
    scene.group.say("/start", user=KARIM)
    scene.settle()
    assert len(scene.group.sent) == 2
    scene.admin.press(request, "Let in")
    scene.group.wait_for_messages(3)
    # Whoever writes in a group that is let in: a member, an anonymous administrator, a channel.
    for sender in (None, scene.group.json, lent):
        fields: Json = {"text": f"/ask {QUESTION}"} | ({"sender_chat": sender} if sender else {})
        scene.server.push({"message": scene.group.add(ANONYMOUS if sender else SALMA.json(), fields)})
    answers = scene.group.wait_for_messages(6)[3:]

    assert told.text == (
        "I do not answer in this group yet. An administrator of the group can ask for that by sending /start here."
    )
    assert coded.text.startswith("I answer in this group once an administrator of this bot has let it in. Its code is ")
    assert request.versions[0].text == f"The group Desk ({GROUP}) asks to be let in. Code: {code_in(coded.text)}"
    assert all(LAST_CALL in answer.text for answer in answers)


def test_an_anonymous_administrator_asks_for_the_group_but_decides_nothing(scene: Scene) -> None:
    scene.start("pairing")
    for text in (f"/allow {GROUP}", "/allow"):
        scene.server.push({"message": scene.group.add(ANONYMOUS, {"text": text, "sender_chat": scene.group.json})})
    [coded] = scene.group.wait_for_messages(1)
    scene.settle()

    assert CODE.search(coded.text)
    assert len(scene.group.sent) == 1
    # The bot's own administrator says so in the group itself.
    scene.group.say("/allow", user=NADIA)
    assert scene.group.wait_for_messages(2)[1].text.startswith("Let in: Desk")
    scene.group.say("/deny", user=NADIA)
    scene.group.wait_for_messages(3)
    scene.group.say(f"/ask {QUESTION}", user=KARIM)
    denied = scene.group.wait_for_messages(4)[3]
    scene.group.say(f"/ask {QUESTION}", user=KARIM)
    scene.settle()
    assert denied.text == "I do not answer here: an administrator of this bot has decided so."
    assert len(scene.group.sent) == 4


def test_who_is_shut_out_is_answered_nowhere_and_the_others_are(scene: Scene) -> None:
    scene.start("open")
    scene.admin.say(f"/deny {SALMA.id}")
    scene.admin.say(f"/deny {NADIA.id}")
    told = [message.text for message in scene.admin.wait_for_messages(2)]
    scene.group.say(f"/ask {QUESTION}", user=SALMA)
    scene.salma.forward(QUESTION, {"type": "user", "date": 1_750_000_000, "sender_user": KARIM.json()})
    scene.salma.wait_for_messages(1)
    scene.settle()
    assert (scene.answerer.asked, len(scene.group.sent), len(scene.salma.sent)) == ([], 0, 1)
    scene.group.say(f"/ask {QUESTION}", user=KARIM)
    # What was written first by somebody who is shut out is the question of whoever passes it on.
    scene.admin.forward(QUESTION, {"type": "user", "date": 1_750_000_000, "sender_user": SALMA.json()})
    assert LAST_CALL in scene.admin.wait_for_messages(3)[2].text
    assert LAST_CALL in scene.group.wait_for_messages(1)[0].text
    assert told == [
        "Shut out: 1001",
        "An administrator of this bot cannot be shut out; READOUT_ADMINS says who is one.",
    ]


def test_a_channel_is_let_in_as_one_and_its_copy_in_a_group_is_nobodys_question(scene: Scene) -> None:
    scene.start("pairing", allowed=str(GROUP))
    channel = scene.server.channel()
    channel.post({"text": f"/ask {QUESTION}"})
    [coded] = channel.wait_for_messages(1)
    scene.admin.say(f"/allow {code_in(coded.text)}")
    channel.wait_for_messages(2)
    number = channel.post({"text": f"/ask@readout_bot {QUESTION}"})
    answer = channel.wait_for_messages(3)[2]
    origin: Json = {"type": "channel", "date": 1_750_000_000, "chat": channel.json, "message_id": number}
    telegram: Json = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    copied: Json = {"text": f"/ask@readout_bot {QUESTION}", "sender_chat": channel.json, "forward_origin": origin}
    scene.server.push({"message": scene.group.add(telegram, copied | {"is_automatic_forward": True})})
    scene.settle()

    assert LAST_CALL in answer.text
    assert scene.group.sent == []
    assert len(scene.answerer.asked) == 1


def test_an_old_button_and_a_button_that_was_forged_give_nothing(scene: Scene) -> None:
    scene.start("open")
    scene.salma.say(QUESTION)
    [answer] = scene.salma.wait_for_messages(1)
    # Restricted since: the message with its buttons is still there.
    scene.start("pairing")
    for button in ("العربية", "More context"):
        scene.salma.press(answer, button)
    scene.server.wait_for_call("answerCallbackQuery", 2)
    scene.salma.say("/start")
    code = code_in(scene.salma.wait_for_messages(2)[1].text).replace("-", "")
    query: Json = {
        "message": scene.salma.messages[answer.message_id],
        "chat_instance": "1",
        "data": f"access:allow:{code}",
    }
    scene.server.state.open_query("callback_query", SALMA, query)
    # A message that is too old to be told, and one that was posted through inline mode.
    scene.server.state.open_query(
        "callback_query", SALMA, {"chat_instance": "1", "data": "context:1:1", "inline_message_id": "x"}
    )
    scene.server.wait_for_call("answerCallbackQuery", 4)
    scene.salma.say(QUESTION)
    scene.admin.wait_for_messages(1)
    scene.settle()
    texts = {call.parameters.get("text") for call in scene.server.calls if call.method == "answerCallbackQuery"}

    assert texts == {"I do not answer you here."}
    assert (answer.edits, len(scene.salma.sent), len(scene.answerer.asked)) == ([], 2, 1)


def test_a_group_that_gets_another_id_stays_let_in_or_shut_out(scene: Scene) -> None:
    scene.start("allowlist", allowed="-5")
    scene.server.group(-5, "Small")
    scene.server.push({"message": scene.server.state.chats[-5].add(KARIM.json(), {"migrate_to_chat_id": GROUP})})
    scene.server.wait_until_idle()
    scene.group.say(f"/ask {QUESTION}", user=KARIM)

    assert LAST_CALL in scene.group.wait_for_messages(1)[0].text


def test_the_list_tells_who_is_who_in_private_alone(scene: Scene) -> None:
    scene.start("pairing")
    scene.salma.say(QUESTION)
    code = code_in(scene.salma.wait_for_messages(1)[0].text)
    scene.admin.wait_for_messages(1)
    scene.admin.say("/allow 7")
    scene.admin.say("/deny -8")
    scene.admin.say("/access")
    told = scene.admin.wait_for_messages(4)[3]
    scene.group.say("/access", user=NADIA)

    assert told.text == (
        "Those may ask who are let in; others get a code to ask for that.\n\n"
        f"Let in:\n- 7\n\nShut out:\n- -8\n\nAsking to be let in:\n- Salma (1001) {code}"
    )
    assert scene.group.wait_for_messages(1)[0].text == "I tell who may ask in our private chat only."


def test_what_the_command_line_decides_counts_at_once(scene: Scene) -> None:
    scene.start("allowlist")
    scene.salma.say(QUESTION)
    scene.salma.wait_for_messages(1)
    database = Database(scene.home / FILE_NAME)
    Access(database).decide(str(SALMA.id), "allowed")
    scene.salma.say(QUESTION)
    answer = scene.salma.wait_for_messages(2)[1]
    Access(database).decide(str(SALMA.id), "denied")
    scene.salma.say(QUESTION)
    scene.salma.wait_for_messages(3)
    database.close()

    assert LAST_CALL in answer.text
    assert len(scene.answerer.asked) == 1


def test_strangers_together_are_told_little(scene: Scene) -> None:
    scene.start("allowlist")
    chats = [scene.server.private_chat(5000 + number, language_code="en") for number in range(90)]
    for chat in chats:
        chat.say(QUESTION)
    scene.settle()

    assert sum(len(chat.sent) for chat in chats) == 60


def test_a_chat_that_is_shut_out_is_not_briefed_any_more(scene: Scene) -> None:
    database = Database(scene.home / FILE_NAME)
    subscriptions, access = Subscriptions(database, scene.clock), Access(database, scene.clock)
    for chat in (scene.salma, scene.group):
        subscriptions.claim(Prepared(chat.id, "slot", None, (f"Briefing of {chat.id}",)))
    access.decide(str(GROUP), "allowed")
    scene.start("allowlist")
    [told] = scene.group.wait_for_messages(1)
    scene.start("allowlist", allowed=str(SALMA.id))
    scene.salma.say(QUESTION)
    [answer] = scene.salma.wait_for_messages(1)
    scene.stop()
    database.close()

    assert len(scene.salma.sent) == 1
    assert told.text == f"Briefing of {GROUP}"
    assert LAST_CALL in answer.text
