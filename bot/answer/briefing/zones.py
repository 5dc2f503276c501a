"""Time zones by what people call them: an IANA name, or a city in English or Arabic.

The cities of the zones are CLDR's, as Babel has them; ``cities.tsv`` adds some that give no zone its name.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones

from babel.dates import get_timezone_location

from index.language import fold
from index.types import LANGUAGES


def find_zone(name: str) -> str | None:
    """The IANA zone of a name, if one is known: ``Africa/Cairo``, "Cairo", «القاهرة»."""
    return _zones().get(_key(name))


@cache
def _zones() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in (files("bot.answer.briefing") / "cities.tsv").read_text(encoding="utf-8").splitlines():
        zone, *cities = line.split("\t")
        found.update((_key(city.replace("_", " ")), zone) for part in cities for city in part.split())
    zones = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "posix")))
    for zone in zones:
        for language in LANGUAGES:
            found.setdefault(_key(get_timezone_location(zone, locale=language, return_city=True)), zone)
    for zone in zones:
        found.setdefault(_key(zone.rpartition("/")[2].replace("_", " ")), zone)
        found[_key(zone)] = zone
    return found | {"utc": "UTC", "gmt": "UTC"}


def _key(name: str) -> str:
    return " ".join(fold(name).text.split())
