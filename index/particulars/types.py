"""What is found of a document: each particular with where it was found and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from datetime import date, datetime

    from index.types import Document, Language

Where = Literal["given", "manifest", "metadata", "headline", "dateline", "text", "file name", "address"]
Sureness = Literal["sure", "likely"]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Particular(Generic[Value]):
    """One thing that was found of a document.

    Attributes:
        value: As the document words it, where it is words.
        where: What told it.
        sureness: ``sure`` where the document says it as such; ``likely`` where it follows from what the document says.
    """

    value: Value
    where: Where
    sureness: Sureness = "sure"


@dataclass(frozen=True, slots=True)
class Particulars:
    """All that was found of a document; None, or no parties, where nothing tells it.

    Attributes:
        title: As a reader is shown it.
        language: The language that the text is in.
        issuer: Who published it.
        side: Whose account it gives, as the text names the state.
        parties: Between whom the event was, by their names where the text tells these, else by their offices.
        event: The day of the event.
        published: The time of publication; midnight where only the day is told.
        address: The web address that it came from.
    """

    title: Particular[str]
    language: Particular[Language]
    issuer: Particular[str] | None = None
    side: Particular[str] | None = None
    parties: Particular[tuple[str, ...]] | None = None
    event: Particular[date] | None = None
    published: Particular[datetime] | None = None
    address: Particular[str] | None = None

    def of(self, document: Document) -> Document:
        """A document with all of these, whatever it had."""
        return replace(
            document,
            title=self.title.value,
            language=self.language.value,
            issuer=value_of(self.issuer),
            side=value_of(self.side),
            parties=value_of(self.parties) or (),
            event=value_of(self.event),
            published=value_of(self.published),
            address=value_of(self.address),
        )

    def likely(self, document: Document) -> frozenset[str]:
        """Which particulars of a document are as they were found here, and only follow from what it says."""
        found = {one.name: getattr(self, one.name) for one in fields(self)}
        return frozenset(
            name
            for name, one in found.items()
            if one is not None and one.sureness == "likely" and one.value == getattr(document, name)
        )

    def given(self, document: Document, where: Where = "given", *, keep_found: bool = False) -> Particulars:
        """These, where a document has others in place of some of them.

        Args:
            document: What somebody has looked at.
            where: What told those that differ.
            keep_found: Whether what was found stands where the document is without it.
        """
        changed: dict[str, Any] = {}
        for one in fields(self):
            value, found = getattr(document, one.name), getattr(self, one.name)
            if value is None or value == ():
                changed[one.name] = found if keep_found else None
            elif found is None or found.value != value or where == "manifest":
                changed[one.name] = Particular(value, where)
        return replace(self, **changed)


def value_of(found: Particular[Value] | None) -> Value | None:
    """What was found, without where; None where nothing was."""
    return None if found is None else found.value


@dataclass(frozen=True, slots=True)
class Told:
    """What a file or a page tells of itself beside its text, and the words that it came under.

    Attributes:
        name: Its file's name without the extension.
        title: Of its metadata; so the next two.
        issuer: Who it says published it.
        published: When it says that it was published.
        address: The web address that it came from.
    """

    name: str
    title: str | None = None
    issuer: str | None = None
    published: datetime | None = None
    address: str | None = None
