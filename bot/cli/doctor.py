"""`readout doctor`: what is configured, what is missing, and how to mend it. It never shows the token."""

from __future__ import annotations

import importlib.util
import os
import platform
import re
from typing import TYPE_CHECKING

import typer

from bot.cli.options import LibraryOption, open_library, read_settings
from bot.errors import SettingsError
from index.encoder import ENCODERS
from index.errors import ReadoutError, RerankerError
from index.library import Library
from index.reading.formats import FORMATS
from index.reranker import load_reranker
from index.types import Query

if TYPE_CHECKING:
    from pathlib import Path

    from bot.settings import Settings


def doctor(library: LibraryOption = None) -> None:
    """Tell what is configured, what is missing and how to mend it."""
    settings = read_settings(library)
    checks = (
        _python(), _token(settings), _server(settings), _encoder(settings), _reranker(settings), _library(settings),
        _access(settings), _reading(),
    )  # fmt: skip
    for is_well, name, told in checks:
        typer.echo(f"{'ok  ' if is_well else 'MEND'}  {name:<9}{told}")
    if not all(is_well for is_well, _, _ in checks):
        raise typer.Exit(1)


_Check = tuple[bool, str, str]


def _python() -> _Check:
    return True, "python", platform.python_version()


def _token(settings: Settings) -> _Check:
    token = settings.token.get_secret_value().strip() if settings.token else ""
    if not token:
        return (
            False,
            "token",
            "not set: get one from @BotFather and put TELEGRAM_BOT_TOKEN=... into .env (only the bot needs it)",
        )
    if not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", token):
        return False, "token", "set, but not of the form NUMBER:SECRET that @BotFather gives: copy it again"
    return True, "token", "set"


def _server(settings: Settings) -> _Check:
    try:
        settings.require_server()
    except SettingsError as error:
        return False, "server", str(error)
    return True, "server", settings.shown_server


def _encoder(settings: Settings) -> _Check:
    kind = settings.encoder.partition(":")[0]
    if kind not in ENCODERS:
        return (
            False,
            "encoder",
            f"READOUT_ENCODER={settings.encoder} names no encoder: use one of {', '.join(ENCODERS)}",
        )
    if kind == "sentence-transformers" and importlib.util.find_spec("sentence_transformers") is None:
        return False, "encoder", f"{settings.encoder}, not installed: pip install 'readout-bot[sentence-transformers]'"
    fault = _unwritable(settings.cache)
    if fault:
        return False, "encoder", f"{settings.cache} cannot be written ({fault}): set READOUT_CACHE to a folder that can"
    return True, "encoder", settings.encoder


def _reranker(settings: Settings) -> _Check:
    try:
        load_reranker(settings.reranker)
    except RerankerError as error:
        return False, "reranker", str(error)
    return True, "reranker", settings.reranker or "none"


def _library(settings: Settings) -> _Check:
    fault = _unwritable(settings.home)
    if fault:
        return (
            False,
            "library",
            f"{settings.home} cannot be written ({fault}): choose another folder with --library or READOUT_HOME",
        )
    try:
        if not Library.exists(settings.home):
            return True, "library", f"{settings.home}: none yet; `readout ask` makes one from the seeds"
        # The reranker was looked at above; loading it twice would only cost time.
        opened = open_library(settings.model_copy(update={"reranker": ""}), seeded=False)
        opened.search(Query("?", "en"), 1)
        return True, "library", f"{settings.home}: {opened.extent()[0]} document(s)"
    except ReadoutError as error:
        return False, "library", str(error)


def _access(settings: Settings) -> _Check:
    told = {
        "open": "open: everybody may ask",
        "allowlist": "allowlist: whom READOUT_ALLOWED names, and whom READOUT_ADMINS let in",
        "pairing": "pairing: others get a code that READOUT_ADMINS approve",
    }[settings.access]
    if settings.access == "open" or settings.administrators or (settings.access == "allowlist" and settings.let_in):
        return True, "access", told
    return (
        False,
        "access",
        f"{settings.access}, and nobody to let others in: put your own Telegram id into READOUT_ADMINS",
    )


def _reading() -> _Check:
    """What can be added; what takes an extra is nothing to mend."""
    told = [", ".join(one.extensions[0] for one in FORMATS if one.is_installed)]
    told += [f"{one.extensions[0]} with 'readout-bot[{one.extra}]'" for one in FORMATS if not one.is_installed]
    return True, "reading", "; ".join(told)


def _unwritable(folder: Path) -> str | None:
    """Why nothing can be written into a folder, which need not exist yet, or None."""
    there = folder.absolute()
    while not there.exists() and there != there.parent:
        there = there.parent
    if not there.is_dir():
        return f"{there} is no folder"
    return None if os.access(there, os.W_OK | os.X_OK) else f"{there} may not be written"
