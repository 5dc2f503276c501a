"""What can go wrong around the answers, each told so that a person knows what to do.

ReadoutError
├── SettingsError           something is not set, or not rightly
│   └── TokenRejectedError     the Bot API does not take the token
├── StateError              what the bot must remember cannot be read or written
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


class GoldError(ReadoutError):
    """A file of gold questions cannot be read."""
