"""What a message wants of the bot, if anything: pure functions of the message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.constants import ChatType, MessageEntityType

if TYPE_CHECKING:
    from telegram import Message, User

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+(.*))?", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question.

    Attributes:
        text: As it came, without the bot's name.
        outright: Whether it is surely meant for the bot as a question, so that even an unusable one deserves a word.
    """

    text: str
    outright: bool = True


@dataclass(frozen=True, slots=True)
class Command:
    """A command to this bot.

    Attributes:
        name: In lower case, without the slash.
        rest: What follows it.
        outright: Whether it names this bot, or can be meant for no other.
    """

    name: str
    rest: str
    outright: bool


@dataclass(frozen=True, slots=True)
class NotText:
    """Something without words, in a private chat."""


def addressed(message: Message, me: User) -> Asked | Command | NotText | None:
    """What a message wants of the bot; None where it wants nothing.

    In a private chat every text is a question. Elsewhere the bot must be called: by a command, by a reply to one of its
    messages, or by its name.
    """
    private = message.chat.type == ChatType.PRIVATE
    if is_bots(message, me):
        return None
    text = words_of(message)
    if not text:
        # Of an album only one picture carries the words, and a service message is nobody's question.
        wordless = private and message.effective_attachment is not None and message.media_group_id is None
        return NotText() if wordless else None
    command = _COMMAND.fullmatch(text)
    if command:
        return _command(command, me, private=private)
    question, named = _without_mention(text, message, me)
    if named and not question:
        return Command("ask", "", outright=True)
    if private or named:
        return Asked(question)
    return Asked(question, outright=False) if replies_to(message, me) else None


def clean(text: str) -> str:
    """What was written, without outer white space; halves of surrogate pairs, which nothing can store, as "?"."""
    return _SURROGATE.sub("?", text).strip()


def words_of(message: Message) -> str:
    """The text or caption of a message."""
    return clean(message.text or message.caption or "")


def replied_words(message: Message) -> str:
    """The words that a message replies to: the part that was marked in replying, else the whole message."""
    if message.reply_to_message is None:
        return ""
    if message.quote is not None:
        return clean(message.quote.text)
    return words_of(message.reply_to_message)


def replies_to(message: Message, me: User) -> bool:
    """Whether a message replies to one of the bot's."""
    earlier = message.reply_to_message
    # In a topic a message that replies to none names the one that opened the topic.
    return bool(earlier and earlier.from_user and earlier.from_user.id == me.id and not earlier.forum_topic_created)


def is_bots(message: Message, me: User) -> bool:
    """Whether it is nobody's own word: an answer posted through inline mode, another bot's, or what Telegram copies itself.

    What a channel posts stands once more in the group for its discussion; it is answered where it was posted. Bots could go on
    for ever.
    """
    if message.is_automatic_forward:
        return True
    if message.via_bot and message.via_bot.id == me.id:
        return True
    # Anonymous administrators and channels write through a bot of Telegram's own, with the chat as their sender.
    return bool(message.from_user and message.from_user.is_bot and not message.sender_chat)


def _command(command: re.Match[str], me: User, *, private: bool) -> Command | None:
    name, bot, rest = command[1].lower(), command[2], (command[3] or "").strip()
    ours = bot is not None and me.username is not None and bot.lower() == me.username.lower()
    if bot is not None and not ours and not private:
        return None
    return Command(name, rest, outright=private or ours)


def _without_mention(text: str, message: Message, me: User) -> tuple[str, bool]:
    """The text without the bot's name, and whether it was there."""
    names = [f"@{me.username}"] if me.username else []
    kinds: list[str | None] = [MessageEntityType.TEXT_MENTION]
    entities = message.parse_entities(kinds) if message.text else message.parse_caption_entities(kinds)
    names += [words for entity, words in entities.items() if entity.user and entity.user.id == me.id]
    found = False
    for name in names:
        text, times = re.subn(rf"(?<![\w@/]){re.escape(name)}(?!\w)[,:،]?", " ", text, flags=re.IGNORECASE)
        found = found or times > 0
    return (" ".join(text.split()) if found else text), found
