"""The bot's side: the methods of the Bot API, each from decoded parameters to a result or an ApiError."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.bot_api.messages import change, chat_of, checked_content, compose
from tests.bot_api.profile import PROFILE
from tests.bot_api.text import units
from tests.bot_api.types import ApiError, Json, bad_request

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bot_api.state import State

_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip


def get_me(state: State, _: Json) -> Json:
    """Tell who the bot is; privacy mode is on."""
    return state.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
    }


def get_updates(state: State, parameters: Json) -> list[Json]:
    """Wait for updates; what is below the offset is confirmed and forgotten."""
    offset, limit = parameters.get("offset", 0), parameters.get("limit", 100)
    if "allowed_updates" in parameters:
        state.allowed = list(parameters["allowed_updates"])
    if offset < 0:
        state.pending = state.pending[offset:]
    state.pending = [update for update in state.pending if update["update_id"] >= offset]
    state.poll += 1
    mine = state.poll
    state.changed.notify_all()
    if state.webhook:
        raise ApiError(409, "Conflict: can't use getUpdates method while webhook is active")
    timeout = min(max(parameters.get("timeout", 0), 0), 50)
    state.changed.wait_for(lambda: bool(state.pending) or state.poll != mine or state.stopping, timeout)
    if state.poll != mine:
        other = "terminated by other getUpdates request; make sure that only one bot instance is running"
        raise ApiError(409, f"Conflict: {other}")
    return state.pending[: min(max(limit, 1), 100)]


def delete_webhook(state: State, parameters: Json) -> bool:
    """Remove it; pending updates are dropped where asked."""
    state.webhook.clear()
    if parameters.get("drop_pending_updates"):
        state.pending.clear()
        state.changed.notify_all()
    return True


def set_webhook(state: State, parameters: Json) -> bool:
    """Note where updates are to be brought; a test brings them."""
    if not str(parameters.get("url", "")).startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", str(parameters.get("secret_token", ""))):
        raise bad_request("secret token contains unallowed characters")
    if "allowed_updates" in parameters:
        state.allowed = list(parameters["allowed_updates"])
    state.webhook.clear()
    state.webhook.update(parameters)
    return True


def get_webhook_info(state: State, _: Json) -> Json:
    """Tell where updates are brought."""
    info: Json = {
        "url": state.webhook.get("url", ""),
        "has_custom_certificate": "certificate" in state.webhook,
        "pending_update_count": len(state.pending),
    }
    return info | ({"allowed_updates": state.allowed} if state.allowed else {})


def send_message(state: State, parameters: Json) -> Json:
    """Send a text."""
    return compose(state, parameters, checked_content(parameters))


def send_document(state: State, parameters: Json) -> Json:
    """Send an uploaded file, or one that the server has."""
    content = checked_content(parameters, caption=True)
    wanted = parameters.get("document")
    if isinstance(wanted, str) and wanted.startswith("attach://"):
        wanted = parameters.get(wanted.removeprefix("attach://"))
    if isinstance(wanted, str):
        wanted = state.files.get(wanted)
    if not isinstance(wanted, tuple):
        raise bad_request("there is no document in the request")
    if not wanted[1]:
        raise bad_request("file must be non-empty")
    return compose(state, parameters, content, wanted)


def get_file(state: State, parameters: Json) -> Json:
    """Tell where a file is to be fetched."""
    number = str(parameters.get("file_id"))
    if number not in state.files:
        raise bad_request("invalid file_id")
    size = len(state.files[number][1])
    if size > 20 * 1024 * 1024:
        raise bad_request("file is too big")
    return {"file_id": number, "file_unique_id": number, "file_size": size, "file_path": f"documents/{number}"}


def edit_message_text(state: State, parameters: Json) -> Json:
    """Change a text; without a keyboard, the keyboard goes."""
    return change(state, parameters, checked_content(parameters))


def edit_message_reply_markup(state: State, parameters: Json) -> Json:
    """Change the keyboard alone."""
    return change(state, parameters, None)


def delete_message(state: State, parameters: Json) -> bool:
    """Delete a message: one of the bot's, or any in a private chat."""
    chat = chat_of(state, parameters)
    message = chat.messages.get(parameters.get("message_id", 0))
    if message is None:
        raise bad_request("message to delete not found")
    if message["from"]["id"] != state.bot["id"] and chat.json["type"] != "private":
        raise bad_request("message can't be deleted")
    del chat.messages[message["message_id"]]
    for sent in chat.sent:
        sent.deleted |= sent.message_id == message["message_id"]
    return True


def send_chat_action(state: State, parameters: Json) -> bool:
    """Show that the bot is busy."""
    if parameters.get("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat_of(state, parameters, thread=parameters.get("message_thread_id"))
    return True


def get_chat(state: State, parameters: Json) -> Json:
    """Tell about a chat, with what ChatFullInfo must have."""
    gifts = dict.fromkeys(
        ["unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"], False
    )
    required = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
    return chat_of(state, parameters).json | required


_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip


def get_chat_administrators(state: State, parameters: Json) -> list[Json]:
    """Tell who a group's administrators are."""
    chat = chat_of(state, parameters)
    if chat.json["type"] == "private":
        raise bad_request("there are no administrators in the private chat")
    rights = dict.fromkeys(_RIGHTS, False)
    people = [{"id": one, "is_bot": False, "first_name": "Admin"} for one in sorted(chat.administrators)]
    return [{"status": "administrator", "user": one} | rights for one in [*people, state.bot]]


def answer_callback_query(state: State, parameters: Json) -> bool:
    """Answer a button press, once."""
    if units(parameters.get("text", "")) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    state.close_query(parameters.get("callback_query_id"))
    return True


def answer_inline_query(state: State, parameters: Json) -> bool:
    """Answer an inline query, once, with results that could each be sent."""
    results = parameters.get("results", [])
    if len(results) > 50:
        raise bad_request("RESULTS_TOO_MUCH")
    for result in results:
        for field in ("type", "id", *(["title", "input_message_content"] if result.get("type") == "article" else [])):
            if not result.get(field):
                raise bad_request(f"can't parse inline query result: Can't find field \"{field}\"")
        if len(str(result["id"]).encode()) > 64:
            raise bad_request("RESULT_ID_INVALID")
        if said := result.get("input_message_content"):
            checked_content(said | {"text": said.get("message_text"), "reply_markup": result.get("reply_markup")})
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    start = parameters.get("button", {}).get("start_parameter", "")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,64}", start):
        raise bad_request("START_PARAM_INVALID")
    state.close_query(parameters.get("inline_query_id"))
    return True


METHODS: dict[str, Callable[[State, Json], object]] = {
    name.lower(): method
    for name, method in {
        "getMe": get_me,
        "getUpdates": get_updates,
        "setWebhook": set_webhook,
        "deleteWebhook": delete_webhook,
        "getWebhookInfo": get_webhook_info,
        "sendMessage": send_message,
        "sendDocument": send_document,
        "getFile": get_file,
        "editMessageText": edit_message_text,
        "editMessageReplyMarkup": edit_message_reply_markup,
        "deleteMessage": delete_message,
        "sendChatAction": send_chat_action,
        "getChat": get_chat,
        "getChatAdministrators": get_chat_administrators,
        "answerCallbackQuery": answer_callback_query,
        "answerInlineQuery": answer_inline_query,
        **PROFILE,
    }.items()
}
