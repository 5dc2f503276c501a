"""What was asked and what it was answered with, as far as it is remembered: what a follow-up goes on from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from index.types import Language

FollowedKind = Literal["speaker", "more", "before"]
LONGEST_CONTEXT = 500
"""What a chain of questions, each leaning on the one before, carries along: so many characters."""


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """Where a quote stands: the document's id, and half-open offsets in its text."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Followed:
    """How an answer goes on from an earlier one without asking anew.

    Attributes:
        kind: What was wanted: who says it, more passages, or the event before.
        question: The question that the earlier answer was given to.
        context: What that leant on.
        shown: The places that were cited to that question before, here or in other follow-ups.
        day: For the event before: the day of the one that was found; of the one that was asked from, where none was.
    """

    kind: FollowedKind
    question: str
    context: str | None
    shown: tuple[CitedPlace, ...]
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was asked, and what was answered with.

    Attributes:
        question: What was asked.
        language: The language that it was answered in.
        context: The earlier question that this one leant on.
        citations: The places that the answer cites, in their order.
        followed: How it goes on from an earlier answer, where it was not asked anew.
    """

    question: str
    language: Language
    context: str | None
    citations: tuple[CitedPlace, ...]
    followed: Followed | None = None

    @property
    def asked(self) -> tuple[str, str | None]:
        """The question that all of this is about, with what it leant on."""
        return (self.followed.question, self.followed.context) if self.followed else (self.question, self.context)

    @property
    def shown(self) -> tuple[CitedPlace, ...]:
        """The places that were cited to that question so far."""
        earlier = self.followed.shown if self.followed else ()
        return tuple(dict.fromkeys((*earlier, *self.citations)))

    def as_context(self) -> str:
        """What a question that leans on this is searched with."""
        question, leant_on = self.asked
        chain = question if leant_on is None else f"{leant_on}\n{question}"
        return chain if len(chain) <= LONGEST_CONTEXT else question
