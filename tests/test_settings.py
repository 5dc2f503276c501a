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
