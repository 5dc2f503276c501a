"""What Alembic runs: the revisions, on the connection that it was given and in the transaction that is open there."""

from __future__ import annotations

from alembic import context

from bot.state.database import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # SQLite alters a table by making it anew.
    render_as_batch=True,
)
context.run_migrations()
