"""What the bot says of itself: its commands and its descriptions, by scope and language."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.bot_api.messages import chat_of
from tests.bot_api.text import units
from tests.bot_api.types import Json, bad_request

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bot_api.state import State

_SCOPES = {
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators",
    "chat_member",
}  # fmt: skip


def set_my_commands(state: State, parameters: Json) -> bool:
    """Keep the commands of a scope and a language."""
    commands = parameters.get("commands", [])
    for command in commands:
        name, description = str(command.get("command", "")).removeprefix("/"), command.get("description", "")
        if not name or not description:
            raise bad_request(f"command{' description' if name else ''} must be non-empty")
        if len(name) > 32 or units(description) > 256:
            what, most = ("command", 32) if len(name) > 32 else ("command description", 256)
            raise bad_request(f"{what} length must not exceed {most}")
        if not re.fullmatch(r"[a-z0-9_]+", name):
            raise bad_request("BOT_COMMAND_INVALID")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    state.commands[_scope(state, parameters)] = commands
    return True


def get_my_commands(state: State, parameters: Json) -> list[Json]:
    """Tell the commands of exactly this scope and language."""
    return state.commands.get(_scope(state, parameters), [])


def delete_my_commands(state: State, parameters: Json) -> bool:
    """Forget the commands of a scope and a language."""
    state.commands.pop(_scope(state, parameters), None)
    return True


def _scope(state: State, parameters: Json) -> tuple[str, str]:
    scope = parameters.get("scope") or {"type": "default"}
    if scope.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if "chat_id" in scope:
        chat_of(state, scope)
    return json.dumps(scope, sort_keys=True), _language(parameters)


def _language(parameters: Json) -> str:
    language = str(parameters.get("language_code", ""))
    if not re.fullmatch(r"(?:[a-z]{2})?", language):
        raise bad_request("invalid language code specified")
    return language


def _descriptions(field: str, most: int, error: str) -> tuple[Callable[[State, Json], bool], Callable[..., Json]]:
    def keep(state: State, parameters: Json) -> bool:
        if units(parameters.get(field, "")) > most:
            raise bad_request(error)
        state.descriptions[field, _language(parameters)] = parameters.get(field, "")
        return True

    def tell(state: State, parameters: Json) -> Json:
        return {field: state.descriptions.get((field, _language(parameters)), "")}

    return keep, tell


_set_description, _get_description = _descriptions("description", 512, "DESCRIPTION_TOO_LONG")
_set_short, _get_short = _descriptions("short_description", 120, "ABOUT_TOO_LONG")

PROFILE: dict[str, Callable[[State, Json], object]] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyDescription": _set_description,
    "getMyDescription": _get_description,
    "setMyShortDescription": _set_short,
    "getMyShortDescription": _get_short,
}
