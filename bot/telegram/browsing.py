"""The library's pages in a message: the list of documents, and a document's passages, each with the buttons that turn them.

Pure functions from values to HTML. What they return has passed the check of ``verbatim``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answer.types import Citation
from bot.answer.values import show_date
from bot.telegram.bidi import mark
from bot.telegram.links import document_key
from bot.telegram.particulars import describe
from bot.telegram.verbatim import MESSAGE_LIMIT, check, length, shown, survives
from bot.telegram.words import count, foreign, label, lines, say
from index.types import COMMON
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Document, Language, Passage, Record

DOCUMENTS_A_PAGE = 8
# In UTF-16 units: of the passages of a page, and of one that is so long that it has a page for itself.
_PAGE, _LONGEST_PASSAGE = 2200, 3500
_LONGEST_TITLE, _LONGEST_ISSUER = 120, 60


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list of documents is for: what its buttons do, and the words above it, which count where none are given."""

    turn: str
    choose: str
    heading: str | None = None


READING = Listing("sources", "document")
REMOVING = Listing("removals", "remove", "library.remove_choose")


@dataclass(frozen=True, slots=True)
class Page:
    """A message with its buttons."""

    html: str
    buttons: InlineKeyboardMarkup | None = None


def render_sources(
    documents: Sequence[Record], language: Language, number: int = 0, listing: Listing = READING
) -> Page:
    """A page of the documents, the newest first: title, issuer, date. Each has a button that opens it.

    Args:
        documents: All that are seen.
        language: The language of the page.
        number: Which page, from 0; the nearest that there is.
        listing: What it is for.
    """
    if not documents:
        return Page(lines(load(language).say("answer.empty_library"), language))
    newest = sorted(documents, key=_day, reverse=True)
    pages = -(-len(newest) // DOCUMENTS_A_PAGE)
    number = max(0, min(number, pages - 1))
    first = number * DOCUMENTS_A_PAGE
    listed = list(enumerate(newest[first : first + DOCUMENTS_A_PAGE], start=first + 1))
    heading = say(language, listing.heading) if listing.heading else count(language, "sources", len(newest))
    html = f"{heading}\n"
    for place, document in listed:
        html += f"\n{lines(f'{place}. ' + ' · '.join(_told(document, language)), language)}"
    opening = [
        InlineKeyboardButton(str(place), callback_data=f"{listing.choose}:{language}:{document_key(document.id)}:0")
        for place, document in listed
    ]
    half = DOCUMENTS_A_PAGE // 2
    rows = [opening[:half], opening[half:], _turning(f"{listing.turn}:{language}", number, pages, language)]
    if pages > 1:
        html += f"\n\n{say(language, 'library.page', page=number + 1, pages=pages)}"
    return Page(html, InlineKeyboardMarkup([row for row in rows if row]))


def render_document(
    document: Document, passages: Sequence[Passage], language: Language, number: int = 0, *, superseded: bool = False
) -> Page:
    """A page of a document: what is known of it, and some of its passages, verbatim.

    Args:
        document: The document.
        passages: All of its passages.
        language: The language of the page.
        number: Which page, from 0; the nearest that there is.
        superseded: Whether a corrected version has taken its place.

    Raises:
        NotVerbatimError: A passage would not arrive as it stands in the document.
    """
    pages = document_pages(passages)
    number = max(0, min(number, len(pages) - 1))
    parts = [say(language, "library.superseded")] if superseded else []
    quoted: list[Citation] = []
    for start, end in pages[number] if pages else ():
        html, citation = _passage(document, start, end, language)
        parts.append(html)
        quoted.extend([citation] if citation else [])
    if len(pages) > 1:
        parts.append(say(language, "library.page", page=number + 1, pages=len(pages)))
    heading, known = _heading(document, language), describe(document, language)
    fits = length("\n\n".join((known, *parts))) <= MESSAGE_LIMIT
    parts.insert(0, known if number == 0 and fits else heading)
    turning = _turning(f"document:{language}:{document_key(document.id)}", number, len(pages), language)
    rows = [turning] if turning else []
    return Page(
        check("\n\n".join(parts), quoted), InlineKeyboardMarkup([*rows, *sources_button(language).inline_keyboard])
    )


def render_removal(document: Document, language: Language) -> Page:
    """The question whether a document is to be removed."""
    html = f"{say(language, 'library.remove_sure')}\n\n{describe(document, language)}"
    remove = f"remove:{language}:{document_key(document.id)}:sure"
    row = [
        InlineKeyboardButton(label(language, "library.button_remove"), callback_data=remove),
        InlineKeyboardButton(label(language, "library.button_keep"), callback_data=f"removals:{language}:0"),
    ]
    return Page(html, InlineKeyboardMarkup([row]))


def document_pages(passages: Sequence[Passage]) -> list[list[tuple[int, int]]]:
    """The pages of a document: stretches of its text, each of one paragraph or of some of its passages.

    Returns:
        For each page its stretches, as half-open offsets, in order; every passage is in exactly one.
    """
    pages: list[list[tuple[int, int]]] = []
    room, before = 0, None
    for passage in passages:
        long = _units(passage.text)
        follows = before is not None and before.paragraph == passage.paragraph and "heading" not in {
            before.kind, passage.kind
        }  # fmt: skip
        if not pages or long > room:
            pages.append([(passage.start, passage.end)])
            room = _PAGE - long
        elif follows and before is not None:
            pages[-1][-1] = (pages[-1][-1][0], passage.end)
            room -= long + passage.start - before.end
        else:
            pages[-1].append((passage.start, passage.end))
            room -= long + 2
        before = passage
    return pages


def page_of(passages: Sequence[Passage], offset: int) -> int:
    """The number of the page that shows what stands at an offset."""
    pages = document_pages(passages)
    return next((number for number, page in enumerate(pages) if offset < page[-1][1]), 0)


def sources_button(language: Language) -> InlineKeyboardMarkup:
    """The button that turns to the list of documents."""
    data = f"sources:{language}:0"
    return InlineKeyboardMarkup([[InlineKeyboardButton(label(language, "library.button_sources"), callback_data=data)]])


def document_button(
    document: Document, passages: Sequence[Passage], offset: int, language: Language
) -> InlineKeyboardMarkup:
    """The button that opens a document where an offset stands."""
    return open_button(document.id, language, page_of(passages, offset))


def open_button(identifier: str, language: Language, page: int = 0) -> InlineKeyboardMarkup:
    """The button that opens a document at a page."""
    data = f"document:{language}:{document_key(identifier)}:{page}"
    button = InlineKeyboardButton(label(language, "library.button_document"), callback_data=data)
    return InlineKeyboardMarkup([[button]])


def _passage(document: Document, start: int, end: int, language: Language) -> tuple[str, Citation | None]:
    """A stretch as a quote; where a message cannot hold it as it is, where it stands."""
    citation = Citation(document, start, end, 0.0)
    quote = citation.quote
    place = {"start": start, "end": end, "document": foreign(document.id, language)}
    if not survives(quote):
        return say(language, "altered", **place), None
    before = mark(quote, document.language)
    html = f"<blockquote>{before}{escape(shown(quote), quote=False)}</blockquote>"
    if length(html) > _LONGEST_PASSAGE:
        return say(language, "too_long", **place), None
    return html, citation


def _heading(document: Document, language: Language) -> str:
    title = foreign(document.title, language)
    return f"{mark(title, language)}<b>{escape(title, quote=False)}</b>"


def _told(document: Record, language: Language) -> list[str]:
    parts = [foreign(document.title, language, _LONGEST_TITLE)]
    parts += [foreign(document.issuer, language, _LONGEST_ISSUER)] if document.issuer else []
    day = document.day
    parts += [show_date(day, language)] if day else []
    parts += [load(language).say("library.corrected")] if document.corrects else []
    return [*parts, *([load(language).say("library.own")] if document.shelf != COMMON else [])]


def _day(document: Record) -> tuple[date, datetime]:
    published = document.published.replace(tzinfo=None) if document.published else datetime.min  # noqa: DTZ901
    return document.day or published.date(), published


def _turning(data: str, number: int, pages: int, language: Language) -> list[InlineKeyboardButton]:
    """The buttons to the page before and the one after."""
    there = [("library.button_previous", number - 1)] if number > 0 else []
    there += [("library.button_next", number + 1)] if number < pages - 1 else []
    return [InlineKeyboardButton(label(language, name), callback_data=f"{data}:{to}") for name, to in there]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
