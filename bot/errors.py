"""What can go wrong around the answers, each told so that a person knows what to do.

ReadoutError
├── SettingsError           something is not set, or not rightly
│   └── TokenRejectedError     the Bot API does not take the token
├── StateError              what the bot must remember cannot be read or written
│   ├── DatabaseNewerError     a later version of the bot wrote the database
│   ├── DatabaseDamagedError   the database is torn, cut short, or none
│   └── DiskError              the disk takes nothing: it is full, read-only or failing
├── QuestionError           a question that cannot be one
├── NotVerbatimError        a citation that is not a stretch of its document
└── GoldError               a file of gold questions cannot be read
"""

from __future__ import annotations

from index.errors import ReadoutError


class SettingsError(ReadoutError):
    """Something is not set, or is set to what cannot work."""


class TokenRejectedError(SettingsError):
    """The Bot API does not take the token."""


class StateError(ReadoutError):
    """What the bot must remember cannot be read or written."""


class DatabaseNewerError(StateError):
    """A later version of the bot wrote the database."""


class DatabaseDamagedError(StateError):
    """The database is torn, cut short, or none at all."""


class DiskError(StateError):
    """The disk takes nothing: it is full, read-only or failing."""


class QuestionError(ReadoutError):
    """What was asked cannot be a question: there is nothing in it, or far too much."""

    def __init__(self, *, too_long: bool) -> None:
        super().__init__("the question is too long" if too_long else "there is no question in it")
        self.too_long = too_long


class NotVerbatimError(ReadoutError):
    """A citation whose offsets do not name a stretch of its document."""

    def __init__(self, document: str, start: int, end: int) -> None:
        super().__init__(f"offsets {start} to {end} are not a passage of {document}: nothing was quoted")


class GoldError(ReadoutError):
    """A file of gold questions cannot be read."""
