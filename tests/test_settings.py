"""Who administers and where today is, as they are set."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.settings import Settings


def administrators(given: str) -> frozenset[int]:
    return Settings.model_validate({"READOUT_ADMINS": given}).administrators


def test_administrators_are_ids_with_commas_between() -> None:
    assert administrators("") == frozenset()
    assert administrators(" 12, 345,\n67 ") == {12, 345, 67}
    assert Settings.model_validate({"READOUT_PRIVATE_SHELVES": "false"}).private_shelves is False


@pytest.mark.parametrize("given", ["@salma", "12; 13", "-100123", "1" * 19, "١٢"])
def test_what_is_no_list_of_ids_is_refused(given: str) -> None:
    with pytest.raises(ValidationError, match="give the ids of Telegram users"):
        administrators(given)


@pytest.mark.parametrize(
    "given", ["8080", ":8080", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:65536", "host:http", "a b:1"]
)
def test_what_is_no_place_to_listen_is_refused(given: str) -> None:
    with pytest.raises(ValidationError, match="give a host and a port"):
        Settings.model_validate({"READOUT_HEALTH_LISTEN": given})


def test_places_to_listen_and_the_address_of_the_webhook() -> None:
    for place in ("", "127.0.0.1:8080", "[::1]:8080", "localhost:1"):
        assert Settings.model_validate({"READOUT_HEALTH_LISTEN": place}).health_listen == place
    for address in ("http://bot.example.org/in", "bot.example.org", "https://bot.example.org/?a=b", "https://"):
        with pytest.raises(ValidationError, match="begins with https://"):
            Settings.model_validate({"READOUT_WEBHOOK_URL": address})


def test_the_secret_of_the_webhook_is_made_from_the_token_unless_it_is_set() -> None:
    made = Settings.model_validate({"TELEGRAM_BOT_TOKEN": "1:a"}).shown_secret
    assert made == Settings.model_validate({"TELEGRAM_BOT_TOKEN": " 1:a "}).shown_secret
    assert made != Settings.model_validate({"TELEGRAM_BOT_TOKEN": "1:b"}).shown_secret
    assert Settings.model_validate({"READOUT_WEBHOOK_SECRET": "own"}).shown_secret == "own"
    with pytest.raises(ValidationError, match="Telegram takes no other"):
        Settings.model_validate({"READOUT_WEBHOOK_SECRET": "no blanks"})


def test_today_is_where_the_time_zone_is() -> None:
    assert Settings.model_validate({}).zone.key == "UTC"
    assert Settings.model_validate({"READOUT_TIME_ZONE": " Asia/Riyadh"}).zone.key == "Asia/Riyadh"


@pytest.mark.parametrize("given", ["Riyadh", "UTC+3", "../etc/passwd", "Asia", "/etc/localtime", "\0"])
def test_what_is_no_time_zone_is_refused(given: str) -> None:
    with pytest.raises(ValidationError, match="give a time zone by its IANA name"):
        Settings.model_validate({"READOUT_TIME_ZONE": given})


def test_who_is_let_in_are_ids_of_users_and_groups() -> None:
    assert Settings.model_validate({}).access == "open"
    assert Settings.model_validate({"READOUT_ALLOWED": " 12, -1001234567890 7"}).let_in == {12, -1001234567890, 7}
    for given in ("@salma", "12-13", "--5", "1" * 19):
        with pytest.raises(ValidationError, match="give the ids of Telegram users and chats"):
            Settings.model_validate({"READOUT_ALLOWED": given})
    with pytest.raises(ValidationError, match="'open', 'allowlist' or 'pairing'"):
        Settings.model_validate({"READOUT_ACCESS": "closed"})
