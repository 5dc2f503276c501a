"""/remove: a document is chosen, and taken out when a second button says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.telegram.browsing import REMOVING, Page, render_removal, render_sources, sources_button
from bot.telegram.words import foreign, say
from index.errors import DocumentError
from index.types import COMMON

if TYPE_CHECKING:
    from telegram import Bot, Chat, User

    from bot.telegram.buttons import RemovePress
    from bot.telegram.desk import Desk
    from index.types import Language

_LONGEST = 150


async def removable(
    desk: Desk, bot: Bot, chat_id: int, user: User | None, sender: Chat | None = None
) -> frozenset[str]:
    """The shelves that somebody may take documents off from a chat."""
    rights = await desk.permissions.rights(bot, chat_id, user, sender)
    own = await desk.remember(desk.shelves.of, chat_id) if rights.own else frozenset[str]()
    return own | ({COMMON} if rights.common else set())


async def removal_list(desk: Desk, shelves: frozenset[str], language: Language, page: int = 0) -> Page:
    """A page of the documents that may be taken out."""
    documents = await desk.taking.records(shelves)
    if not documents:
        return Page(say(language, "library.remove_nothing"))
    return render_sources(documents, language, page, REMOVING)


async def removal_page(desk: Desk, shelves: frozenset[str], press: RemovePress) -> Page:
    """What a button of a removal leads to: the list, the question whether to, or that it was done."""
    language = press.language
    if press.key is None:
        return await removal_list(desk, shelves, language, press.page)
    try:
        document = await desk.taking.named(press.key, shelves)
        if not press.sure:
            return render_removal(document, language)
        await desk.taking.remove(document)
    except DocumentError:
        return Page(say(language, "library.no_document"), sources_button(language))
    return Page(say(language, "library.removed", title=foreign(document.title, language, _LONGEST)))
