"""Writes the next revision: ``python -m bot.state.migrations.write "what changes"``."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine

from bot.state.database import METADATA
from bot.state.migrations import REVISIONS, revisions
from bot.state.upgrade import apply_revisions

if TYPE_CHECKING:
    from pathlib import Path

_REVISION = '''"""{what}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "{number}"
down_revision = {before}


def upgrade() -> None:
    """Bring the database from the form before to this one."""
    {body}
'''


def write(what: str, folder: Path = REVISIONS) -> Path:
    """Write the revision that makes today's tables from those of the last one.

    Args:
        what: What it changes, in a few words.
        folder: Where it is written.

    Returns:
        Its file, which is to be read and tidied.
    """
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        if revisions():
            apply_revisions(connection)
        context = MigrationContext.configure(connection, opts={"target_metadata": METADATA})
        operations = produce_migrations(context, METADATA).upgrade_ops
        body = "pass" if operations is None else render_python_code(operations, render_as_batch=True)
        body = re.sub("^ *# ###.*\n?", "", body, flags=re.MULTILINE).strip() or "pass"
    engine.dispose()
    before = revisions()[-1] if revisions() else None
    number = f"{int(before or 0) + 1:04}"
    file = folder / f"r{number}_{re.sub('[^a-z0-9]+', '_', what.lower()).strip('_')[:40]}.py"
    quoted = f'"{before}"' if before else "None"
    file.write_text(_REVISION.format(what=what, number=number, before=quoted, body=body), encoding="utf-8")
    return file


if __name__ == "__main__":
    sys.stdout.write(f"{write(' '.join(sys.argv[1:]))}\n")
