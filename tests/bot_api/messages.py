"""What a message must be: its text, its keyboard, its place, and what it replies to."""

from __future__ import annotations

import dataclasses
import mimetypes
import re
import time
from typing import TYPE_CHECKING

from tests.bot_api.chats import without_reply
from tests.bot_api.html import parse_html
from tests.bot_api.text import clean, units, with_detected
from tests.bot_api.types import ApiError, Content, Json, SentMessage, bad_request

if TYPE_CHECKING:
    from tests.bot_api.chats import Chat
    from tests.bot_api.state import State

_ACTIONS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
}  # fmt: skip
_QUOTED = {"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji"}
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


def chat_of(state: State, parameters: Json, thread: int | None = None) -> Chat:
    """The chat that a call names, if the bot may write there.

    Raises:
        ApiError: 400: not found, or without that topic; 403: the bot is shut out.
    """
    if parameters.get("chat_id") in {None, ""}:
        raise bad_request("chat_id is empty")
    chat = state.chats.get(parameters["chat_id"])
    if chat is None:
        raise bad_request("chat not found")
    if chat.refusal:
        raise ApiError(403, chat.refusal)
    if thread is not None and thread not in chat.topics:
        raise bad_request("message thread not found")
    return chat


def checked_content(parameters: Json, *, caption: bool = False) -> Content:
    """Parse and clean what is to be said.

    Raises:
        ApiError: 400: empty, too long, entities that do not parse, or a button that cannot be.
    """
    raw = str(parameters.get("caption" if caption else "text") or "")
    given = parameters.get("caption_entities" if caption else "entities") or []
    mode = parameters.get("parse_mode") or None
    text, entities = _parsed(raw, mode, given)
    if not text and not caption:
        raise bad_request("message text is empty")
    if units(text) > (1024 if caption else 4096):
        raise bad_request("message caption is too long" if caption else "message is too long")
    markup = parameters.get("reply_markup") or None
    content = Content(text, raw, with_detected(text, entities), mode, markup)
    if len(content.buttons()) > 100:
        raise bad_request("reply markup is too long")
    for button in content.buttons():
        _check_button(button)
    return content


def _parsed(raw: str, mode: str | None, given: list[Json]) -> tuple[str, list[Json]]:
    if mode is None:
        for entity in given:
            if entity["offset"] < 0 or entity["length"] < 0 or entity["offset"] + entity["length"] > units(raw):
                raise bad_request(f"entity ends after the end of the text at UTF-16 offset {units(raw)}")
        return clean(raw, given)
    if mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    return clean(*parse_html(raw))


def _check_button(button: Json) -> None:
    if not button.get("text"):
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    if len(_ACTIONS & button.keys()) != 1:
        raise bad_request("text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 1 <= units(button["copy_text"]["text"]) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if "url" in button and not button["url"].startswith(("https://", "http://", "tg://")):
        raise bad_request("BUTTON_URL_INVALID")


def compose(state: State, parameters: Json, content: Content, document: tuple[str, bytes] | None = None) -> Json:
    """Put a message of the bot into its chat."""
    chat = chat_of(state, parameters, parameters.get("message_thread_id"))
    replied, quote = _replied(state, chat, parameters.get("reply_parameters") or {})
    thread = parameters.get("message_thread_id")
    fields: Json = {}
    if replied:
        thread = thread or (replied.get("message_thread_id") if replied["chat"]["id"] == chat.id else None)
        fields["reply_to_message"] = without_reply(replied)
    if quote:
        fields["quote"] = quote
    if thread:
        fields |= {"message_thread_id": thread, "is_topic_message": True}
    if document:
        number = state.file(*document)
        kind = mimetypes.guess_type(document[0])[0] or "application/octet-stream"
        fields["document"] = {"file_id": number, "file_unique_id": number, "file_name": document[0]}
        fields["document"] |= {"mime_type": kind, "file_size": len(document[1])}
    message = chat.add(state.bot, fields | _shown(content, caption=document is not None))
    sent = SentMessage(message["message_id"], [content], thread_id=thread, document=document)
    sent.reply_to = replied["message_id"] if replied else None
    sent.quote = quote["text"] if quote else None
    chat.sent.append(sent)
    return message


def change(state: State, parameters: Json, content: Content | None) -> Json:
    """Edit a message of the bot: its text and keyboard, or with no content its keyboard alone."""
    chat = chat_of(state, parameters)
    number = parameters.get("message_id")
    if not number:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(number)
    if message is None:
        raise bad_request("message to edit not found")
    sent = next((one for one in chat.sent if one.message_id == number), None)
    if sent is None:
        raise bad_request("message can't be edited")
    if content is None:
        markup = parameters.get("reply_markup") or None
        content = dataclasses.replace(sent.content, reply_markup=markup)
        for button in content.buttons():
            _check_button(button)
    elif sent.document:
        raise bad_request("there is no text in the message to edit")
    old = sent.content
    if (content.text, content.entities, content.reply_markup) == (old.text, old.entities, old.reply_markup):
        raise bad_request(_NOT_MODIFIED)
    sent.versions.append(content)
    replaced = {"text", "entities", "caption", "caption_entities", "reply_markup"}
    kept = {name: value for name, value in message.items() if name not in replaced}
    shown = _shown(content, caption=sent.document is not None)
    chat.messages[number] = kept | shown | {"edit_date": int(time.time())}
    return chat.messages[number]


def _shown(content: Content, *, caption: bool) -> Json:
    """The fields of a Message that say what it says."""
    names = ("caption", "caption_entities") if caption else ("text", "entities")
    fields: Json = dict(zip(names, (content.text, content.entities), strict=True))
    if content.reply_markup and "inline_keyboard" in content.reply_markup:
        fields["reply_markup"] = content.reply_markup
    return {name: value for name, value in fields.items() if value}


def _replied(state: State, chat: Chat, reply: Json) -> tuple[Json | None, Json | None]:
    """The message that is replied to, and the quote from it."""
    if not reply:
        return None, None
    source = chat_of(state, reply) if "chat_id" in reply else chat
    message = source.messages.get(reply.get("message_id", 0))
    if message is None:
        if reply.get("allow_sending_without_reply"):
            return None, None
        raise bad_request("message to be replied not found")
    if not reply.get("quote"):
        return message, None
    text, entities = _parsed(reply["quote"], reply.get("quote_parse_mode"), reply.get("quote_entities") or [])
    said = message.get("text") or message.get("caption") or ""
    styled = message.get("entities") or message.get("caption_entities") or []
    places = [units(said[: found.start()]) for found in re.finditer(f"(?={re.escape(text)})", said)]
    places = [at for at in places if _style(entities, 0, units(text)) == _style(styled, at, units(text))]
    if not text or units(text) > 1024 or not places:
        raise bad_request("QUOTE_TEXT_INVALID")
    wanted = reply.get("quote_position", 0)
    position = min(places, key=lambda at: abs(at - wanted))
    return message, {"text": text, "position": position, "is_manual": True}


def _style(entities: list[Json], start: int, length: int) -> set[tuple[str, int, int]]:
    """What a quote must share with its source besides the words, clipped to the quote."""
    clipped = set()
    for entity in entities:
        first = max(entity["offset"] - start, 0)
        last = min(entity["offset"] + entity["length"] - start, length)
        if entity["type"] in _QUOTED and first < last:
            clipped.add((entity["type"], first, last))
    return clipped
