"""Documents that were found and wait for a person's word: to be corrected, added, or thrown away."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.state.database import DRAFTS
from index.types import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.state.database import Database
    from index.types import Language

KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that waits.

    Attributes:
        id: Given once and never again, by which buttons refer to it.
        chat_id: The chat that it was sent in.
        message_id: The message that shows it; None while that is being sent.
        language: The language that it is talked about in.
        document: As it was found, with the corrections so far.
        is_partial: Whether a part of it could not be read.
        likely: Which of its particulars only follow from what it says, and nobody has corrected.
        prompt_id: The message that asked last for a particular, if one did.
        wanted: Which particular that is.
        outcome: What became of it, once it was decided: ``added`` or ``cancelled``.
    """

    id: int
    chat_id: int
    message_id: int | None
    language: Language
    document: Document
    is_partial: bool
    prompt_id: int | None
    wanted: str | None
    outcome: str | None
    likely: frozenset[str] = frozenset()

    def corrected(self, document: Document) -> Draft:
        """The draft with a corrected document; what a person has given is sure."""
        kept = {one for one in self.likely if getattr(document, one) == getattr(self.document, one)}
        return replace(self, document=document, likely=frozenset(kept))


class Drafts:
    """The drafts of the last day; older ones are forgotten as new ones come.

    Args:
        database: Where they are kept.
        now: The clock, in seconds since the epoch.
    """

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    def add(
        self,
        chat_id: int,
        language: Language,
        document: Document,
        *,
        is_partial: bool,
        likely: frozenset[str] = frozenset(),
    ) -> int:
        """Keep a draft that is about to be shown.

        Returns:
            Its id.
        """
        with self._database.begin() as connection:
            connection.execute(DRAFTS.delete().where(DRAFTS.c.made_at < self._oldest()))
            added = connection.execute(
                DRAFTS.insert()
                .values(chat_id=chat_id, language=language, document=_written(document, likely), is_partial=is_partial)
                .values(made_at=int(self._now()))
                .returning(DRAFTS.c.id)
            )
            return int(added.scalar_one())

    def get(self, draft_id: int) -> Draft | None:
        """The draft with this id, if it is still known."""
        return self._one(DRAFTS.c.id == draft_id)

    def asked_by(self, chat_id: int, prompt_id: int) -> Draft | None:
        """The draft of which a message asks for a particular, be it answered or not: a reply may come a second time."""
        return self._one((DRAFTS.c.chat_id == chat_id) & (DRAFTS.c.prompt_id == prompt_id))

    def shown(self, draft_id: int, message_id: int) -> None:
        """Note which message shows a draft."""
        self._change(draft_id, message_id=message_id)

    def ask(self, draft_id: int, wanted: str, prompt_id: int) -> None:
        """Note which message asks for which particular; one that asked before asks no more."""
        self._change(draft_id, wanted=wanted, prompt_id=prompt_id)

    def correct(self, draft: Draft) -> None:
        """Keep a draft as it was corrected."""
        self._change(draft.id, document=_written(draft.document, draft.likely))

    def decide(self, draft_id: int, outcome: str) -> None:
        """Note what became of a draft; its text is kept no longer."""
        draft = self.get(draft_id)
        if draft is not None:
            bare = {**_written(draft.document, draft.likely), "text": ""}
            self._change(draft_id, outcome=outcome, document=bare, wanted=None, prompt_id=None)

    def move(self, old: int, new: int) -> None:
        """Give a chat's drafts to the id that it has now."""
        with self._database.begin() as connection:
            connection.execute(DRAFTS.update().where(DRAFTS.c.chat_id == old).values(chat_id=new))

    def _oldest(self) -> int:
        return int(self._now() - KEPT_FOR.total_seconds())

    def _change(self, draft_id: int, **columns: object) -> None:
        with self._database.begin() as connection:
            connection.execute(DRAFTS.update().where(DRAFTS.c.id == draft_id).values(columns))

    def _one(self, condition: Any) -> Draft | None:  # noqa: ANN401 - SQLAlchemy's, imported in one module alone
        with self._database.begin() as connection:
            known = DRAFTS.select().where(condition & (DRAFTS.c.made_at >= self._oldest()))
            row = connection.execute(known).one_or_none()
        if row is None:
            return None
        return Draft(
            row.id, row.chat_id, row.message_id, row.language, _read(row.document), row.is_partial, row.prompt_id,
            row.wanted, row.outcome, frozenset(row.document.get("likely", ())),
        )  # fmt: skip


def _written(document: Document, likely: frozenset[str]) -> dict[str, object]:
    return {
        "id": document.id,
        "text": document.text,
        "title": document.title,
        "language": document.language,
        "issuer": document.issuer,
        "side": document.side,
        "published": document.published.isoformat() if document.published else None,
        "parties": list(document.parties),
        "event": document.event.isoformat() if document.event else None,
        "address": document.address,
        "likely": sorted(likely),
    }


def _read(written: dict[str, Any]) -> Document:
    published, event = written["published"], written["event"]
    told = {
        "published": datetime.fromisoformat(published) if published else None,
        "event": date.fromisoformat(event) if event else None,
        "parties": tuple(written["parties"]),
    }
    of_document = {name: value for name, value in written.items() if name != "likely"}
    return Document(**{**of_document, **told})
