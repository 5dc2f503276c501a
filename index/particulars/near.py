"""The day that a file's name or an address holds: no proof of publication, but it tells a dateline's year."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_/.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)")


def day_in(name: str) -> date | None:
    """The day in "velmar-2024-01-09.en" or "/2024/01/09/"; None where there is none, or several."""
    found: set[date] = set()
    for match in _DAY.finditer(name):
        try:
            found.add(date(int(match["year"]), int(match["month"]), int(match["day"])))
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else None
