"""A scope as SQLite reads it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.types import Scope

# The day that a document is of: that of its event, else the one on which it was published.
DAY = "coalesce(event, substr(published, 1, 10))"


def condition(scope: Scope) -> tuple[str, list[str]]:
    """What a document's row must satisfy to be in a scope, with what stands for its marks; versions before never do."""
    parts, given = ["current"], []
    for column, allowed in (("shelf", scope.shelves), ("id", scope.documents)):
        if allowed is not None:
            # As one value, since a statement takes only so many.
            parts.append(f"{column} IN (SELECT value FROM json_each(?))")
            given.append(json.dumps(sorted(allowed)))
    for sign, day in ((">=", scope.since), ("<=", scope.until)):
        if day is not None:
            parts.append(f"{DAY} {sign} ?")
            given.append(day.isoformat())
    return " AND ".join(parts), given
