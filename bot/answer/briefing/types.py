"""The values of a briefing: what is asked for, what it is chosen from, and what is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from index.types import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bot.answer.exchange import CitedPlace
    from bot.answer.types import Attribution, Citation
    from index.encoder import Vectors
    from index.types import Document, Language, Passage, Scope

Subject = Literal[
    "war", "truce", "prisoners", "nuclear", "arms", "sanctions", "border", "water", "energy", "grain", "trade", "aid",
    "refugees", "elections", "institutions", "relations", "transport", "meetings", "left_out", "other",
]  # fmt: skip
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
"""What a section may be about, in the order in which sections stand where nothing else orders them."""

DEFAULT_LENGTH = 1500
SHORTEST, LONGEST = 200, 20_000
MOST_READOUTS = 150
"""Every passage is compared with every other, so that time and memory grow with the square of how many are looked at."""


@dataclass(frozen=True, slots=True)
class BriefingRequest:
    """What a briefing is to be like.

    Attributes:
        languages: Those that its headings and its attributions are in, the first one first.
        length: At most so many characters of quotes.
        subject: What it is about, as the asker says it; everything where None.
        within: Which documents it is chosen from.
        since: Of those only what was published at this time or later; documents print theirs without a time zone.
        newest: Whether only the newest event is told, by all sides that tell of it.
        told: The places that whoever asks was told before; they are not told again, nor what says the same.
    """

    languages: tuple[Language, ...]
    length: int = DEFAULT_LENGTH
    subject: str | None = None
    within: Scope = EVERYTHING
    since: datetime | None = None
    newest: bool = False
    told: tuple[CitedPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Readout:
    """A document to choose from.

    Attributes:
        document: The document.
        passages: All of its passages, in their order.
        vectors: float32, (len(passages), dimension), rows unit length, comparable across languages.
        on_subject: The numbers of the passages that are on the subject that is asked for; all where None.
        against: By the number of a passage, the passages of other sides' readouts that contradict it: document, number.
    """

    document: Document
    passages: tuple[Passage, ...]
    vectors: Vectors
    on_subject: frozenset[int] | None = None
    against: Mapping[int, tuple[tuple[str, int], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage that is told.

    Attributes:
        citation: The passage, attributed in the first language of the request.
        attributions: Who says it, in each language of the request; None where nobody is named.
    """

    citation: Citation
    attributions: tuple[Attribution | None, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a briefing.

    Attributes:
        told: The passage that it tells.
        same: Passages of other readouts that say the same.
        other_side: What the other side's readout of the same event says on the same matter, otherwise.
        silent: The other side's readouts of the same event that do not mention it.
    """

    told: Cited
    same: tuple[Cited, ...] = ()
    other_side: tuple[Cited, ...] = ()
    silent: tuple[Document, ...] = ()

    @property
    def cited(self) -> tuple[Cited, ...]:
        """All passages that it cites."""
        return (self.told, *self.same, *self.other_side)


@dataclass(frozen=True, slots=True)
class Section:
    """Lines on one subject.

    Attributes:
        subject: The subject.
        lines: The weightiest first.
    """

    subject: Subject
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Omitted:
    """What is not told.

    Attributes:
        length: How many passages the length has no room for.
        told: How many were told before, or say what was.
        older: How many readouts were not looked at, since there are too many newer ones.
    """

    length: int
    told: int
    older: int = 0


@dataclass(frozen=True, slots=True)
class Briefing:
    """What is told.

    Attributes:
        request: What was asked for.
        documents: What it was chosen from, in the order of their events.
        sections: By subject; none where there is nothing to tell.
        omitted: What is not told.
    """

    request: BriefingRequest
    documents: tuple[Document, ...]
    sections: tuple[Section, ...]
    omitted: Omitted

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, in their order."""
        return tuple(line for section in self.sections for line in section.lines)
