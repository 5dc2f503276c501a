"""How long to wait before the next try."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Backoff:
    """Waits that grow, up to a limit.

    Attributes:
        first: The first wait, in seconds.
        longest: The limit, in seconds.
        tries: How many waits there were since it began, or began anew.
    """

    first: float = 0.25
    longest: float = 5.0
    tries: int = 0

    def next(self) -> float:
        """The next wait, in seconds."""
        wait: float = self.first * 2 ** min(self.tries, 16)
        self.tries += 1
        return min(self.longest, wait)

    def reset(self) -> None:
        """Begin anew: it went well."""
        self.tries = 0
