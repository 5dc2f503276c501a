"""What is known of a document, line by line, for a page of it and for whoever adds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from babel.lists import format_list

from bot.answer.values import show_date
from bot.telegram.words import foreign, lines, one_line
from prompts import load

if TYPE_CHECKING:
    from index.types import Document, Language

Particular = Literal["title", "issuer", "side", "parties", "event", "published", "language", "address"]
PARTICULARS: tuple[Particular, ...] = (
    "title", "issuer", "side", "parties", "event", "published", "language", "address",
)  # fmt: skip
# In characters; all of them must leave most of a message to the text.
_LONGEST_ADDRESS = 250
_LONGEST: dict[str, int] = {"title": 150, "issuer": 80, "side": 60, "party": 50}
_MOST_PARTIES = 5


def show_particular(document: Document, name: Particular, language: Language) -> str | None:
    """What a document has of a particular, in a language; None where it is not known. Not escaped yet."""
    if name == "language":
        return load(language).say(f"library.language_{document.language}")
    if name == "parties":
        parties = [foreign(party, language, _LONGEST["party"]) for party in document.parties[:_MOST_PARTIES]]
        return format_list(parties, locale=language) if parties else None
    if name == "event":
        return show_date(document.event, language) if document.event else None
    if name == "published":
        return _show_published(document, language)
    if name == "address":
        # Told as it is: a line of its own cannot be turned by it, and one that is cut would lead elsewhere.
        whole = document.address and one_line(document.address, _LONGEST_ADDRESS + 1)
        return whole if whole and len(whole) <= _LONGEST_ADDRESS else None
    told: str | None = getattr(document, name)
    return foreign(told, language, _LONGEST[name]) if told else None


def describe(
    document: Document, language: Language, *, unknown: bool = False, likely: frozenset[str] = frozenset()
) -> str:
    """All particulars of a document as HTML, one a line.

    Args:
        document: The document.
        language: The language to tell them in.
        unknown: Whether those that are not known are told too, as such.
        likely: Which of them are told as no more than likely.
    """
    phrases = load(language)
    told = []
    for name in PARTICULARS:
        value = show_particular(document, name, language)
        if value is None and unknown:
            value = phrases.say("library.unknown")
        elif value is not None and name in likely:
            value = phrases.say("library.likely", value=value)
        if value is not None:
            told.append(lines(phrases.say(f"library.{name}", value=value), language))
    return "\n".join(told)


def _show_published(document: Document, language: Language) -> str | None:
    if document.published is None:
        return None
    day = show_date(document.published.date(), language)
    return f"{day} {document.published:%H:%M}" if document.published.time() != document.published.min.time() else day
