"""A time zone by what people call it."""

from __future__ import annotations

import pytest

from bot.answer.briefing.zones import find_zone


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Africa/Cairo", "Africa/Cairo"), ("africa/cairo", "Africa/Cairo"), ("القاهرة", "Africa/Cairo"),
        ("القاهره", "Africa/Cairo"), ("New York", "America/New_York"), ("نيويورك", "America/New_York"),
        ("مكة", "Asia/Riyadh"), ("رام الله", "Asia/Hebron"), ("Washington", "America/New_York"), ("utc", "UTC"),
        ("دبي", "Asia/Dubai"), ("Geneva", "Europe/Zurich"), ("أنقرة", "Europe/Istanbul"), ("Atlantis", None), ("", None),
    ],
)  # fmt: skip
def test_a_zone_by_its_name_or_a_city(name: str, zone: str | None) -> None:
    assert find_zone(name) == zone
