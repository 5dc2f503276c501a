"""Who asked is known, so that what somebody asked can be forgotten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Bring the database from the form before to this one."""
    # Not as a batch, which would make the table anew, and its ids could be given again.
    op.add_column("answers", sa.Column("user_id", sa.BigInteger(), nullable=True))
    op.create_index("ix_answers_user_id", "answers", ["user_id"])
