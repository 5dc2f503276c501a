"""The values that the index takes and gives.

Offsets are half-open Python ``str`` positions in ``Document.text``, which is the raw text of the file, read as UTF-8
without translating line ends. Nothing here is ever normalised: what is shown is what was published.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

Language = Literal["ar", "en"]
LANGUAGES: tuple[Language, ...] = ("ar", "en")

PassageKind = Literal["byline", "heading", "sentence"]
Seeks = Literal["date", "duration", "publication"]

# The shelf that everybody sees. Every other one belongs to whoever keeps it.
COMMON = ""


@dataclass(frozen=True, slots=True)
class AlignedSentence:
    """The translation of one passage, ``Document.text[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation that stands beside a document, aligned passage by passage.

    Attributes:
        language: The language translated into.
        by: Who made it, as a reader is to be told.
        sentences: In the order of the document; a passage may be without one.
    """

    language: Language
    by: str
    sentences: tuple[AlignedSentence, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A readout as it was published.

    Attributes:
        id: Unique in a library; for a file, its name without the extension.
        text: The raw text, byte for byte what the file holds.
        title: As a reader is shown it.
        language: The language that the text is in.
        issuer: Who published it (an outlet, an office), where known.
        side: Whose account it gives, where known.
        published: The time of publication as printed, without a time zone unless one was printed.
        translation: Searched beside the text and shown labelled, never quoted.
        parties: Between whom the event was that it reports, as its text names them.
        event: The day of that event, where known; it is apart from the time of publication.
        address: The web address that it came from.
        shelf: Whose it is; ``COMMON`` where it is everybody's.
        corrects: The id of the version that it replaces. That one is kept for what was cited of it, and no longer searched.
    """

    id: str
    text: str
    title: str
    language: Language
    issuer: str | None = None
    side: str | None = None
    published: datetime | None = None
    translation: Translation | None = None
    parties: tuple[str, ...] = ()
    event: date | None = None
    address: str | None = None
    shelf: str = COMMON
    corrects: str | None = None

    @property
    def published_on(self) -> date | None:
        """The day of publication, where known."""
        return self.published.date() if self.published else None

    @property
    def day(self) -> date | None:
        """The day that a ``Scope`` goes by: that of the event, or of publication where that is unknown."""
        return self.event or self.published_on


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document, the unit that is found and cited: ``text == document.text[start:end]``.

    Attributes:
        document: The document's id.
        number: Its place among the document's passages, from 0.
        start: The first offset.
        end: One past the last offset.
        text: The stretch itself.
        kind: A sentence, a heading, or the byline (the printed time of publication).
        paragraph: The number of the paragraph that it stands in, from 0.
        heading: The number of the passage that heads its section, if one does.
        translation: The aligned translation, if the document has one.
    """

    document: str
    number: int
    start: int
    end: int
    text: str
    kind: PassageKind
    paragraph: int
    heading: int | None = None
    translation: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What is recorded of a document beside its text.

    Attributes:
        id: The document's id.
        title: As a reader is shown it.
        side: Whose account it gives, where known.
        parties: Between whom the event was that it reports.
        day: The day of that event, or of publication where that is unknown.
        language: The language that the text is in.
        issuer: Who published it, where known.
        published: The time of publication, where known.
        shelf: Whose it is.
        corrects: The id of the version that it replaces.
    """

    id: str
    title: str
    side: str | None
    parties: tuple[str, ...]
    day: date | None
    language: Language
    issuer: str | None = None
    published: datetime | None = None
    shelf: str = COMMON
    corrects: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """Which documents are looked at; those that fit all that is given.

    Attributes:
        shelves: Those on one of these; all where None.
        documents: Those with one of these ids.
        since: Those whose event, or publication where that is unknown, was on this day or later.
        until: Those of this day or earlier.
    """

    shelves: frozenset[str] | None = None
    documents: frozenset[str] | None = None
    since: date | None = None
    until: date | None = None


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for.

    Attributes:
        text: The question as asked.
        language: The language that it is asked in.
        context: The question before it, where this one leans on that.
        seeks: What the passage should hold: a date, a duration, or the time of publication.
        within: Which documents are searched.
    """

    text: str
    language: Language
    context: str | None = None
    seeks: Seeks | None = None
    within: Scope = EVERYTHING


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found.

    Attributes:
        document: The document that holds the passage.
        passage: The passage.
        score: The fused score; higher is better, comparable within one search.
        signals: What each signal gave, by its name.
    """

    document: Document
    passage: Passage
    score: float
    signals: Mapping[str, float] = field(default_factory=dict)
