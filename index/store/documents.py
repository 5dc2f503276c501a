"""The documents of a library: what is told of each, and which are in a scope."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING

import numpy as np

from index.errors import DocumentError
from index.resemblance import Held
from index.store.schema import Schema, fingerprint
from index.store.scopes import DAY, condition
from index.stored import StoredHeader
from index.types import EVERYTHING, AlignedSentence, Document, Record, Translation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.types import Scope

_COLUMNS = (
    "id, shelf, current, sha256, characters, language, published, event, issuer, side, parties, address, corrects,"
    " translation_language, translation_by, title, title_words, source_words, text"
)
_TOLD = (
    "text, title, language, issuer, side, published, translation_language, translation_by, parties, event, address,"
    " shelf, corrects"
)


class DocumentTable(Schema):
    """The documents. Scopes hold what is current: a version that was corrected is only resolved by its id."""

    def ids(self, scope: Scope = EVERYTHING) -> list[str]:
        """The ids of the documents in a scope, in the order in which they were added."""
        where, given = condition(scope)
        with self._told():
            found = self._database.execute(f"SELECT id FROM documents WHERE {where} ORDER BY number", given)
            return [row[0] for row in found]

    def numbers(self, scope: Scope = EVERYTHING) -> list[int]:
        """The numbers of the documents in a scope, ascending; a number is never given twice."""
        where, given = condition(scope)
        with self._told():
            found = self._database.execute(f"SELECT number FROM documents WHERE {where} ORDER BY number", given)
            return [row[0] for row in found]

    def records(self, scope: Scope = EVERYTHING) -> list[Record]:
        """What is recorded of the documents in a scope, in the order in which they were added; no text is read."""
        where, given = condition(scope)
        with self._told():
            rows = self._database.execute(
                f"SELECT id, title, side, parties, {DAY}, language, issuer, published, shelf, corrects FROM documents"
                f" WHERE {where} ORDER BY number",
                given,
            ).fetchall()
        return [
            Record(
                identifier, title, side, tuple(json.loads(parties)), date.fromisoformat(day) if day else None, language,
                issuer, datetime.fromisoformat(published) if published else None, shelf, corrects,
            )
            for identifier, title, side, parties, day, language, issuer, published, shelf, corrects in rows
        ]  # fmt: skip

    def extent(self, scope: Scope = EVERYTHING) -> tuple[int, datetime | None]:
        """How many documents are in a scope, and the latest time of publication among them."""
        where, given = condition(scope)
        with self._told():
            number, latest = self._database.execute(
                f"SELECT count(*), max(published) FROM documents WHERE {where}", given
            ).fetchone()
        return number, datetime.fromisoformat(latest) if latest else None

    def id_of(self, text: str, scope: Scope = EVERYTHING) -> str | None:
        """The id of the document with exactly this text, if there is one in a scope; the first of several."""
        where, given = condition(scope)
        with self._told():
            row = self._database.execute(
                f"SELECT id FROM documents WHERE sha256 = ? AND {where} ORDER BY number", (fingerprint(text), *given)
            ).fetchone()
        return None if row is None else str(row[0])

    def is_taken(self, identifier: str) -> bool:
        """Whether a document has this id, be it a version that was corrected."""
        with self._told():
            row = self._database.execute("SELECT 1 FROM documents WHERE id = ?", (identifier,)).fetchone()
        return row is not None

    def held(self, scope: Scope = EVERYTHING) -> list[Held]:
        """The texts in a scope, by what tells them apart and how long they are."""
        where, given = condition(scope)
        with self._told():
            found = self._database.execute(
                f"SELECT id, sha256, characters FROM documents WHERE {where} ORDER BY number", given
            )
            return [Held(*row) for row in found]

    def text(self, identifier: str) -> str:
        """The text of a document, which must be there."""
        with self._told():
            return str(self._database.execute("SELECT text FROM documents WHERE id = ?", (identifier,)).fetchone()[0])

    def document(self, identifier: str) -> Document:
        """A document, be it a version that was corrected.

        Raises:
            DocumentError: There is no such document.
        """
        with self._told():
            row = self._database.execute(f"SELECT {_TOLD} FROM documents WHERE id = ?", (identifier,)).fetchone()
            if row is None:
                raise absent(identifier)
            aligned = self._database.execute(
                "SELECT start, end, translation FROM passages WHERE document = ? AND translation IS NOT NULL ORDER BY number",
                (identifier,),
            ).fetchall()
        (
            text, title, language, issuer, side, published, translation_language, translation_by, parties, event, address,
            shelf, corrects,
        ) = row  # fmt: skip
        translation = None
        if translation_language:
            sentences = tuple(AlignedSentence(*sentence) for sentence in aligned)
            translation = Translation(translation_language, translation_by, sentences)
        return Document(
            identifier, text, title, language, issuer, side, datetime.fromisoformat(published) if published else None,
            translation, tuple(json.loads(parties)), date.fromisoformat(event) if event else None, address, shelf, corrects,
        )  # fmt: skip

    def headers(self, numbers: Iterable[int] | None = None) -> list[StoredHeader]:
        """What is told of each document that is current, or of those of these numbers, in the order of their numbers."""
        where, given = chosen(numbers)
        with self._told():
            rows = self._database.execute(
                f"SELECT number, title_words, source_words, published FROM documents WHERE {where} ORDER BY number",
                given,
            ).fetchall()
        return [
            StoredHeader(
                number,
                np.frombuffer(title, dtype=np.int32),
                np.frombuffer(source, dtype=np.int32),
                datetime.fromisoformat(published) if published else None,
            )
            for number, title, source, published in rows
        ]

    def _insert(self, document: Document, title: bytes, source: bytes, *, current: bool = True) -> None:
        translation = document.translation
        marks = ", ".join("?" * (_COLUMNS.count(",") + 1))
        self._database.execute(
            f"INSERT INTO documents ({_COLUMNS}) VALUES ({marks})",
            (
                document.id, document.shelf, current, fingerprint(document.text), len(document.text), document.language,
                document.published.isoformat() if document.published else None,
                document.event.isoformat() if document.event else None, document.issuer, document.side,
                json.dumps(document.parties, ensure_ascii=False), document.address, document.corrects,
                translation and translation.language, translation and translation.by, document.title, title, source,
                document.text,
            ),
        )  # fmt: skip


def absent(identifier: str) -> DocumentError:
    """What is told where no document has an id."""
    return DocumentError(f"no document {identifier} in the library: see `readout list`")


def chosen(numbers: Iterable[int] | None) -> tuple[str, list[str]]:
    """What a document's row must satisfy to be current and, where they are given, of these numbers."""
    if numbers is None:
        return "current", []
    return "current AND documents.number IN (SELECT value FROM json_each(?))", [json.dumps(list(numbers))]
