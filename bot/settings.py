"""What can be set from outside, read once, at the edge, and passed down from there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """The settings, from the environment and from ``.env`` in the working folder; ``.env.example`` explains each.

    Attributes:
        token: The bot's token, from @BotFather; needed by ``readout run`` alone.
        telegram_api_url: The Bot API server, without ``/bot``.
        home: The folder of the library and of what the bot must remember.
        cache: Files that are made again when they are missing.
        encoder: ``embedded``, or ``sentence-transformers:NAME_OR_PATH``.
        log_level: How much is told on standard error.
    """

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    token: SecretStr | None = Field(default=None, validation_alias="TELEGRAM_BOT_TOKEN")
    telegram_api_url: str = Field(default="https://api.telegram.org", validation_alias="TELEGRAM_API_URL")
    home: Path = Field(default_factory=lambda: user_data_path("readout"), validation_alias="READOUT_HOME")
    cache: Path = Field(default_factory=lambda: user_cache_path("readout"), validation_alias="READOUT_CACHE")
    encoder: str = Field(default="embedded", validation_alias="READOUT_ENCODER")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", validation_alias="READOUT_LOG_LEVEL"
    )

    @property
    def shown_server(self) -> str:
        """The address of the Bot API server, without what could be a token or a password that was put into it."""
        shown = self.telegram_api_url
        if self.token is not None and self.token.get_secret_value():
            shown = shown.replace(self.token.get_secret_value(), "…")
        return re.sub(r"\d+:[\w-]{15,}|(?<=//)[^/@]*(?=@)", "…", shown)
