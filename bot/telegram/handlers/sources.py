"""The library's pages: /sources, the buttons that turn them, and links that open a citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import NotVerbatimError
from bot.telegram.browsing import Page, document_button, render_document, render_sources, sources_button
from bot.telegram.buttons import ShowDocument
from bot.telegram.links import document_of_key, linked_place
from bot.telegram.render import render_context
from bot.telegram.words import say
from index.errors import DocumentError

if TYPE_CHECKING:
    from bot.answer.answerer import Answerer
    from bot.telegram.buttons import ShowSources
    from bot.telegram.desk import Desk
    from index.types import Language


async def sources_page(desk: Desk, chat_id: int, language: Language, page: int = 0) -> Page:
    """A page of the documents that a chat sees."""
    library = await desk.library(chat_id)
    return render_sources(await desk.ask(library.records), language, page)


async def turned_page(desk: Desk, chat_id: int, press: ShowSources | ShowDocument) -> Page:
    """The page that a button turns to; of a document that the chat does not see, that it sees none.

    Raises:
        NotVerbatimError: A passage would not arrive as it stands in the document.
    """
    if not isinstance(press, ShowDocument):
        return await sources_page(desk, chat_id, press.language, press.page)
    try:
        return await desk.ask(_document_page, await desk.seen_by(chat_id), press)
    except DocumentError:
        return Page(say(press.language, "library.no_document"), sources_button(press.language))


async def linked_page(desk: Desk, chat_id: int, payload: str, language: Language) -> Page:
    """The citation that the start parameter of a link names, in its context; or that the chat sees no such."""
    try:
        return await desk.ask(_linked_page, await desk.seen_by(chat_id), payload, language)
    except (DocumentError, NotVerbatimError):
        return Page(say(language, "library.link_gone"))


def _document_page(answerer: Answerer, press: ShowDocument) -> Page:
    document = document_of_key(answerer.library, press.key)
    passages = answerer.library.passages(document)
    superseded = document.id not in answerer.library.ids()
    return render_document(document, passages, press.language, press.page, superseded=superseded)


def _linked_page(answerer: Answerer, payload: str, language: Language) -> Page:
    place = linked_place(answerer.library, payload)
    wider = answerer.around(place.document, place.start, place.end, language)
    passages = answerer.library.passages(wider.document)
    return Page(render_context(wider, 1, language), document_button(wider.document, passages, place.start, language))
