"""What every command shares: the settings, the `--library` option, and how the library is opened."""

from __future__ import annotations

import logging
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError

from bot.errors import SettingsError
from bot.logs import formatter
from bot.settings import Settings
from index.encoder import load_encoder
from index.errors import LibraryError
from index.library import Library
from index.manifest import read_manifest
from index.reranker import load_reranker
from index.types import Language

if TYPE_CHECKING:
    from index.types import Document

LibraryOption = Annotated[
    Path | None,
    typer.Option(
        "--library", metavar="DIR", help="The library's folder. [default: READOUT_HOME, else the user's data folder]"
    ),
]

LanguageOption = Annotated[
    Language, typer.Option("--language", metavar="ar|en", help="The language of what is said around the quotes.")
]


def read_settings(folder: Path | None = None) -> Settings:
    """The settings, with the folder that the command line names.

    Raises:
        SettingsError: One of them cannot be used; the line names it, and never shows the token.
    """
    try:
        settings = Settings()
    except UnicodeDecodeError:
        raise SettingsError("the file .env is not UTF-8: save it as UTF-8") from None
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise SettingsError(f"the setting {first['loc'][0]} cannot be used: {first['msg']}") from None
    handler = logging.StreamHandler()
    handler.setFormatter(formatter(settings.log_format))
    logging.basicConfig(level=settings.log_level, handlers=[handler])
    return settings if folder is None else settings.model_copy(update={"home": folder})


def open_library(settings: Settings, *, seeded: bool) -> Library:
    """The library of these settings.

    Args:
        settings: Where it is, its encoder and its reranker.
        seeded: Whether one that does not exist yet starts with the seeds, or empty.
    """
    return Library(
        settings.home,
        lambda: load_encoder(settings.encoder, settings.cache),
        seeds if seeded else tuple,
        lambda: load_reranker(settings.reranker),
    )


def open_existing(settings: Settings) -> Library:
    """The library of these settings, which must exist.

    Raises:
        LibraryError: It does not.
    """
    if not Library.exists(settings.home):
        raise LibraryError(f"there is no library in {settings.home} yet: `readout ask` makes one from the seeds")
    return open_library(settings, seeded=False)


def seeds() -> list[Document]:
    """The readouts that a new library starts with."""
    return read_manifest(files("seeds"))
