"""How the form of the bot's database changed, one revision a file in ``revisions``; applied by ``bot.state.upgrade``.

To change the form:

1. Change the tables in ``bot.state.database``.
2. ``python -m bot.state.migrations.write "what changes"`` writes the next revision from the difference. Read it, and add what
   no difference shows: rows that must be rewritten, in plain SQL with ``op.execute``. A new column of a table with rows needs a
   ``server_default``, in the table too, or to be nullable.
3. ``pytest tests/state/test_migrations.py`` compares what the revisions make with the tables.

A revision that others have is never changed, and imports nothing of this project, because that goes on changing. Where two
branches add one each, the later is numbered anew, in its file's name, its ``revision`` and its ``down_revision``. There is no way
back: who wants the version before puts a backup back.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
REVISIONS = FOLDER / "revisions"


@cache
def revisions() -> tuple[str, ...]:
    """The revisions that this version knows, from the first to the one of today's tables."""
    # By their names alone: what a start costs must not grow with them.
    return tuple(sorted(file.stem[1:].partition("_")[0] for file in REVISIONS.glob("r[0-9]*.py")))
