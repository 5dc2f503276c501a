"""The commands, end to end over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot_api.types import User
from tests.telegram.running import RunningBot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot_api.server import BotApiServer
    from tests.telegram.answers import LiteralAnswerer

ENGLISH_CLIENT = User(5, language_code="en-GB")
ARABIC_CLIENT = User(6, language_code="ar-LB")


@pytest.mark.usefixtures("bot")
class TestInAChat:
    def test_start_and_help_speak_the_clients_language(self, server: BotApiServer) -> None:
        chat = server.private_chat()
        for user in (ENGLISH_CLIENT, ARABIC_CLIENT, User(7, language_code=None)):
            chat.say("/start", user=user)
            chat.say("/start payload", user=user)
            chat.say("/help", user=user)

        texts = [message.text for message in chat.wait_for_messages(9)]

        assert texts[0] == texts[1] == texts[6]
        assert texts[0].startswith("I answer questions about readouts")
        assert texts[2] == texts[8]
        assert "write @readout_bot and a question" in texts[2]
        assert texts[3].startswith("أجيب عن أسئلة")
        assert "اكتب \u2068@readout_bot\u2069 ثم سؤالًا" in texts[5]

    def test_the_help_of_a_group_tells_that_mentions_may_not_arrive(self, server: BotApiServer) -> None:
        group = server.group()
        group.say("/help", user=ENGLISH_CLIENT)
        group.say("/start@readout_bot", user=ARABIC_CLIENT)

        english, arabic = group.wait_for_messages(2)

        assert english.text.startswith("In a group I answer:\n/ask and a question\n")
        assert english.text.endswith(
            "A message that only mentions @readout_bot may not reach me here; /ask always does."
        )
        assert arabic.text.startswith("في المجموعات أجيب عن:\n")

    @pytest.mark.parametrize("private_shelves", [True, False])
    def test_the_help_offers_adding_to_those_who_may_add(
        self, server: BotApiServer, bot: RunningBot, answerer: LiteralAnswerer, tmp_path: Path, *, private_shelves: bool
    ) -> None:
        bot.__exit__()
        admin, anybody = server.private_chat(900, "Nadia", "en"), server.private_chat(5, language_code="en")
        arabic = server.private_chat(6, language_code="ar")
        with RunningBot(server, tmp_path, answerer, admins="900", private_shelves=private_shelves):
            for chat in (admin, anybody, arabic):
                chat.say("/help")
            told, plain, in_arabic = (chat.wait_for_messages(1)[0].text for chat in (admin, anybody, arabic))
        bot.__enter__()

        for text, may in ((told, True), (plain, private_shelves), (in_arabic, private_shelves)):
            assert ("/add" in text) == ("/remove" in text) == ("DOCX" in text.upper()) == may
            assert "\n\n\n" not in text
            assert "\n/lang: " in text.replace("\u2066", "").replace("\u2068", "").replace("\u200f", "").replace(
                "\u2069", ""
            )
        assert ("nobody else sees it.\n\n/brief:" in told) == private_shelves
        assert ("to what I search for everybody.\n\n/brief:" in told) == (not private_shelves)

    def test_an_unknown_command_gets_a_pointer_where_it_was_meant_for_the_bot(self, server: BotApiServer) -> None:
        chat, group = server.private_chat(), server.group()
        chat.say("/nonsense", user=ENGLISH_CLIENT)
        group.say("/nonsense")
        group.say("/nonsense@readout_bot", user=ENGLISH_CLIENT)

        pointer = "I do not know this command. Send a question, or see /help."
        assert [message.text for message in chat.wait_for_messages(1)] == [pointer]
        assert [message.text for message in group.wait_for_messages(1)] == [pointer]

    def test_lang_pins_by_word_and_unpins(self, server: BotApiServer) -> None:
        chat = server.private_chat()
        for command in ("/lang en", "/lang عربي", "/lang AUTO", "/lang English"):
            chat.say(command, user=ARABIC_CLIENT)
        chat.say("متى بدأت المباراة؟")

        assert [message.text for message in chat.wait_for_messages(5)] == [
            "From now on I answer here in English.",
            "سأجيب هنا بالعربية من الآن فصاعدًا.",
            "سأجيب هنا بلغة السؤال من الآن فصاعدًا.",
            "From now on I answer here in English.",
            "This is not in the library. I searched 2 documents, up to 1 July 2025.",
        ]

    def test_lang_alone_offers_buttons_and_a_press_pins(self, server: BotApiServer) -> None:
        chat = server.private_chat(language_code="en")
        chat.say("/lang")
        chat.say("/lang klingon")
        [choice, another] = chat.wait_for_messages(2)
        assert choice.text == "In which language shall I answer here?"
        assert another.text == "I answer in Arabic and in English only. Which of the two shall it be here?"
        for message in (choice, another):
            labels = [button["text"] for button in message.content.buttons()]
            assert labels == ["العربية", "English", "Same as the question"]

        chat.press(choice, "العربية")
        [edit] = chat.wait_for_edits(choice)
        chat.press(another, "Same as the question")
        [unpinned] = chat.wait_for_edits(another)

        assert edit.text == "سأجيب هنا بالعربية من الآن فصاعدًا."
        assert edit.buttons() == []
        assert unpinned.text == "From now on I answer here in the language of the question."
        assert [call.status for call in server.wait_for_call("answerCallbackQuery", 2)] == [200, 200]
