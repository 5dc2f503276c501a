"""Names for documents and places in them that fit into a button or a link, and tell nothing of what they name.

A key is made from a document's id alone, so that it needs no memory; it opens nothing by itself: whoever resolves it looks
only among the documents that the chat sees. A start parameter has at most 64 characters of ``A-Za-z0-9_-``.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.answer.exchange import CitedPlace
from index.errors import DocumentError
from index.types import COMMON

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answer.types import Citation
    from index.library import Library
    from index.types import Document

KEY = "[A-Za-z0-9_-]{16}"
_PAYLOAD = re.compile(rf"p({KEY})-([0-9]{{1,9}})-([0-9]{{1,9}})")


def document_key(identifier: str) -> str:
    """The key of a document: 16 characters."""
    return urlsafe_b64encode(sha256(identifier.encode("utf-8", "surrogatepass")).digest()[:12]).decode()


def document_of_key(library: Library, key: str) -> Document:
    """The document that a key names, among those that the library shows; also one that was corrected since.

    Raises:
        DocumentError: There is none.
    """
    for identifier in library.ids():
        if document_key(identifier) == key:
            return library.document(identifier)
    earlier = (version for one in library.records() if one.corrects for version in library.versions(one.id))
    for version in earlier:
        if document_key(version.id) == key:
            return version
    raise DocumentError("no document of this name: see /sources")


def is_private(chat_id: int) -> bool:
    """Whether a chat is one with a user, whose id it has; groups and channels have negative ones."""
    return chat_id > 0


def linker(bot_name: str, *, own: bool) -> Callable[[Citation], str | None]:
    """Gives the addresses of the citations that a private chat with the bot can open.

    Args:
        bot_name: The bot's name.
        own: Whether what is cited may be on the private chat's own shelf; that of a group opens nowhere else.
    """
    return lambda citation: citation_link(bot_name, citation) if own or citation.document.shelf == COMMON else None


def citation_link(bot_name: str, citation: Citation) -> str:
    """The address that opens a citation in a private chat with the bot."""
    payload = f"p{document_key(citation.document.id)}-{citation.start}-{citation.end}"
    return f"https://t.me/{bot_name}?start={payload}"


def is_citation_link(payload: str) -> bool:
    """Whether a start parameter is one of a citation."""
    return _PAYLOAD.fullmatch(payload) is not None


def linked_place(library: Library, payload: str) -> CitedPlace:
    """The place that the start parameter of a link names.

    Raises:
        DocumentError: It names no place in a document that the library shows.
    """
    found = _PAYLOAD.fullmatch(payload)
    if found is None:
        raise DocumentError("this names no citation: see /sources")
    document = document_of_key(library, found[1])
    return CitedPlace(document.id, int(found[2]), int(found[3]))
