"""What can be set from outside, read once, at the edge, and passed down from there."""

from __future__ import annotations

import hmac
import re
from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingsError

OFFICIAL_SERVER = "https://api.telegram.org"
_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
_LONGEST_HOST = 253


class Settings(BaseSettings):
    """The settings, from the environment and from ``.env`` in the working folder; ``.env.example`` explains each.

    Attributes:
        token: The bot's token, from @BotFather; needed by ``readout run`` alone.
        telegram_api_url: The Bot API server, without ``/bot``; ask ``require_server`` for it.
        home: The folder of the library and of what the bot must remember.
        cache: Files that are made again when they are missing.
        encoder: ``embedded``, or ``sentence-transformers:NAME_OR_PATH``.
        reranker: A cross-encoder's name or folder; empty where nothing orders the hits anew.
        admins: The ids of those who add and remove for everybody, and let others in; ask ``administrators`` for them.
        access: Who may ask: everybody, those who are let in, or those who are and others on approval.
        allowed: The ids of the users and chats that are always let in; ask ``let_in`` for them.
        private_shelves: Whether anybody may keep documents of their own in a private chat.
        time_zone: Where "today" is, by its IANA name; ask ``zone`` for it.
        late: What is done with a question that waited too long: ``answer`` or ``drop``.
        late_minutes: So long is too long.
        log_level: How much is told on standard error.
        log_format: Whether as plain lines, or each as JSON.
        health_listen: Where the state of the running bot is told over HTTP, as ``HOST:PORT``; empty: nowhere.
        webhook_url: The address at which Telegram reaches the bot; empty: the bot polls.
        webhook_listen: Where the bot listens for it, as ``HOST:PORT``.
        webhook_secret: What Telegram shows that it is Telegram; ask ``shown_secret`` for it.
        webhook_certificate: A certificate of one's own, which Telegram is given; with its key the bot ends TLS itself.
        webhook_key: The key of that certificate.
    """

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    token: SecretStr | None = Field(default=None, validation_alias="TELEGRAM_BOT_TOKEN")
    telegram_api_url: str = Field(default=OFFICIAL_SERVER, validation_alias="TELEGRAM_API_URL")
    home: Path = Field(default_factory=lambda: user_data_path("readout"), validation_alias="READOUT_HOME")
    cache: Path = Field(default_factory=lambda: user_cache_path("readout"), validation_alias="READOUT_CACHE")
    encoder: str = Field(default="embedded", validation_alias="READOUT_ENCODER")
    reranker: str = Field(default="", validation_alias="READOUT_RERANKER")
    admins: str = Field(default="", validation_alias="READOUT_ADMINS")
    access: Literal["open", "allowlist", "pairing"] = Field(default="open", validation_alias="READOUT_ACCESS")
    allowed: str = Field(default="", validation_alias="READOUT_ALLOWED")
    private_shelves: bool = Field(default=True, validation_alias="READOUT_PRIVATE_SHELVES")
    time_zone: str = Field(default="UTC", validation_alias="READOUT_TIME_ZONE")
    late: Literal["answer", "drop"] = Field(default="answer", validation_alias="READOUT_LATE")
    late_minutes: int = Field(default=60, ge=1, validation_alias="READOUT_LATE_MINUTES")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", validation_alias="READOUT_LOG_LEVEL"
    )
    log_format: Literal["plain", "json"] = Field(default="plain", validation_alias="READOUT_LOG_FORMAT")
    health_listen: str = Field(default="", validation_alias="READOUT_HEALTH_LISTEN")
    webhook_url: str = Field(default="", validation_alias="READOUT_WEBHOOK_URL")
    webhook_listen: str = Field(default="127.0.0.1:8443", validation_alias="READOUT_WEBHOOK_LISTEN")
    webhook_secret: SecretStr = Field(default=SecretStr(""), validation_alias="READOUT_WEBHOOK_SECRET")
    webhook_certificate: Path | None = Field(default=None, validation_alias="READOUT_WEBHOOK_CERTIFICATE")
    webhook_key: Path | None = Field(default=None, validation_alias="READOUT_WEBHOOK_KEY")

    @field_validator("telegram_api_url")
    @classmethod
    def _official_unless_named(cls, address: str) -> str:
        return address.strip() or OFFICIAL_SERVER

    @field_validator("reranker")
    @classmethod
    def _none_unless_named(cls, reranker: str) -> str:
        return reranker.strip()

    @field_validator("health_listen", "webhook_listen")
    @classmethod
    def _host_and_port(cls, place: str) -> str:
        host, _, port = place.strip().rpartition(":")
        if place.strip() and not (
            re.fullmatch(r"[0-9]{1,5}", port, re.ASCII) and 0 < int(port) <= 65535 and _is_host(host.strip("[]"))
        ):
            raise ValueError("give a host and a port, as 127.0.0.1:8080, or [::1]:8080")
        return place.strip()

    @field_validator("webhook_url")
    @classmethod
    def _secure(cls, address: str) -> str:
        address = address.strip()
        if address and (not address.lower().startswith("https://") or _fault(address)):
            raise ValueError(
                "give an address that begins with https:// and ends before ? and #; Telegram calls no other"
            )
        return address

    @field_validator("webhook_secret")
    @classmethod
    def _characters_of_a_secret(cls, secret: SecretStr) -> SecretStr:
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret.get_secret_value(), re.ASCII):
            raise ValueError("give 1 to 256 of A-Z, a-z, 0-9, _ and -; Telegram takes no other")
        return secret

    @field_validator("webhook_certificate", "webhook_key", mode="before")
    @classmethod
    def _none_unless_set(cls, file: object) -> object:
        return file or None

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        name = name.strip() or "UTC"
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("give a time zone by its IANA name, as Asia/Riyadh, Africa/Cairo or UTC") from None
        return name

    @field_validator("admins")
    @classmethod
    def _ids(cls, admins: str) -> str:
        if not re.fullmatch(r"[\s,]*(?:[0-9]{1,18}(?:[\s,]+|$))*", admins, re.ASCII):
            # What was given is not repeated.
            raise ValueError("give the ids of Telegram users, figures alone, with commas between")
        return admins

    @field_validator("allowed")
    @classmethod
    def _ids_of_chats(cls, allowed: str) -> str:
        if not re.fullmatch(r"[\s,]*(?:-?[0-9]{1,18}(?:[\s,]+|$))*", allowed, re.ASCII):
            raise ValueError("give the ids of Telegram users and chats, figures alone, with commas between")
        return allowed

    @property
    def zone(self) -> ZoneInfo:
        """Where "today" is."""
        return ZoneInfo(self.time_zone)

    @property
    def administrators(self) -> frozenset[int]:
        """The ids of the Telegram users who add and remove for everybody, and let others in."""
        return frozenset(int(one) for one in re.findall("[0-9]+", self.admins))

    @property
    def let_in(self) -> frozenset[int]:
        """The ids of the Telegram users and chats that are always let in."""
        return frozenset(int(one) for one in re.findall("-?[0-9]+", self.allowed))

    def require_server(self) -> str:
        """The address of the Bot API server, without a slash at its end.

        Raises:
            SettingsError: It can never be reached, whatever the network; the line says why, without a password.
        """
        fault = _fault(self.telegram_api_url)
        if fault:
            raise SettingsError(f"TELEGRAM_API_URL={self.shown_server} is no address: {fault}")
        return self.telegram_api_url.rstrip("/")

    @property
    def shown_secret(self) -> str:
        """What Telegram shows to the webhook; where none is set it is made from the token, the same in every replica."""
        token = self.token.get_secret_value().strip() if self.token else ""
        made = hmac.new(token.encode(), b"readout webhook", "sha256").hexdigest()
        return self.webhook_secret.get_secret_value() or made

    @property
    def server_password(self) -> str:
        """What must not be told of the address: the ``user:password@`` in it, or nothing."""
        before, at, _ = self.telegram_api_url.rpartition("@")
        return before.rpartition("//")[2] + at

    @property
    def shown_server(self) -> str:
        """The address of the Bot API server, without what could be a token or a password that was put into it."""
        shown = "".join(one if one.isprintable() else "\ufffd" for one in self.telegram_api_url)
        if self.token is not None and self.token.get_secret_value():
            shown = shown.replace(self.token.get_secret_value(), "…")
        shown = re.sub(r"^((?:[^/@]*?//)?).*@", r"\1…@", shown)
        return re.sub(r"\d+:[\w-]{15,}", "…", shown)


def _fault(address: str) -> str | None:
    """Why an address can never be one of a server, or None."""
    if not re.match(r"https?://", address, re.IGNORECASE):
        return "it begins with https:// or http://"
    if not address.isprintable() or " " in address:
        return "it holds a space or an invisible character"
    try:
        parts = urlsplit(address)
        can_be = parts.port != 0 and _is_host(parts.hostname or "")
    except ValueError:
        can_be = False
    if not can_be:
        return "its host or its port cannot be one"
    if parts.query or parts.fragment or "?" in address or "#" in address:
        return "it ends before ? and #"
    return None


def _is_host(host: str) -> bool:
    if ":" in host or re.fullmatch(r"[\d.]+", host):
        try:
            ip_address(host)
        except ValueError:
            return False
        return True
    labels = host.removesuffix(".").split(".")
    return len(host) <= _LONGEST_HOST and all(_LABEL.fullmatch(label) for label in labels)
