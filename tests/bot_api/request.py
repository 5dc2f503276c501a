"""A request's parameters, however the client wrote them: query, form, JSON or multipart."""

from __future__ import annotations

import json
from email.message import Message
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from tests.bot_api.text import is_unicode
from tests.bot_api.types import bad_request

if TYPE_CHECKING:
    from tests.bot_api.types import Json

_STRUCTURES = {
    "allowed_updates", "button", "caption_entities", "commands", "entities", "link_preview_options", "reply_markup",
    "reply_parameters", "results", "scope",
}  # fmt: skip
_SCALARS = {
    "allow_paid_broadcast", "cache_time", "chat_id", "disable_content_type_detection", "disable_notification",
    "drop_pending_updates", "is_personal", "limit", "max_connections", "message_id", "message_thread_id", "protect_content",
    "show_alert", "timeout", "user_id",
}  # fmt: skip
_NOT_UTF8 = "strings must be encoded in UTF-8"


def parse_parameters(method: str, query: str, content_type: str, body: bytes) -> Json:
    """Decode a request.

    Returns:
        Structures, whole numbers and booleans as Python's own; an upload as ``(file name, bytes)``.

    Raises:
        ApiError: 400: a structure is not JSON, or a string is not UTF-8.
    """
    kind = Message()
    kind["Content-Type"] = content_type or "application/octet-stream"
    try:
        parameters: Json = dict(parse_qsl(query, keep_blank_values=True, errors="strict"))
        match kind.get_content_type():
            case "application/x-www-form-urlencoded":
                parameters |= parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
            case "application/json":
                parameters |= json.loads(body)
            case "multipart/form-data":
                parameters |= _multipart(body, str(kind.get_param("boundary")))
        parameters = {name: _decoded(method, name, value) for name, value in parameters.items()}
    except UnicodeDecodeError as error:
        raise bad_request(_NOT_UTF8) from error
    except ValueError as error:
        raise bad_request("can't parse the request") from error
    if not is_unicode(parameters):
        raise bad_request(_NOT_UTF8)
    return parameters


def _decoded(method: str, name: str, value: object) -> object:
    wanted = name in _STRUCTURES or name in _SCALARS or (method.lower(), name) == ("getupdates", "offset")
    if not wanted or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        if name in _SCALARS:
            return value
        raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from error


def _multipart(body: bytes, boundary: str) -> Json:
    fields: Json = {}
    for part in body.split(b"--" + boundary.encode())[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        disposition = Message()
        lines = head.decode().split("\r\n")
        disposition["Content-Disposition"] = next(
            line.partition(":")[2].strip() for line in lines if line.lower().startswith("content-disposition:")
        )
        name = str(disposition.get_param("name", header="content-disposition"))
        file_name = disposition.get_filename()
        content = content.removesuffix(b"\r\n")
        fields[name] = content.decode() if file_name is None else (file_name, content)
    return fields
