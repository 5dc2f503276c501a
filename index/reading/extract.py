"""What a reader of one format gives: the text of a file, and what the file itself tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from index.errors import Why

Progress = Callable[[int, int], None]
"""Told of each step: how many are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What was read out of a file.

    Attributes:
        text: As it will be quoted.
        title: As the file names itself, where that can be trusted.
        published: The time of publication that it tells beside its text.
        issuer: Who it says published it.
        notes: What is missing or odd, each as a clause to be told after the file's name.
    """

    text: str
    title: str | None = None
    published: datetime | None = None
    issuer: str | None = None
    notes: tuple[str, ...] = ()


def quietly(done: int, of: int) -> None:
    """The progress that nobody watches."""


class UnreadableError(Exception):
    """A file that cannot be read.

    Args:
        told: What follows the file's name: why, and what to do.
        why: The same, for those who tell it in words of their own.
    """

    def __init__(self, told: str, why: Why = "damaged") -> None:
        super().__init__(told)
        self.why = why


def joined(paragraphs: Iterable[str]) -> str:
    """A text of paragraphs, with a blank line between, so that no two of them are taken for the lines of one."""
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())
