"""The versions of a document: what replaced what, and when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from index.corrections import Change, Correction
from index.errors import DocumentError
from index.store.documents import absent
from index.store.passages import PassageTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Scope

# From any version to the first one, and from that to all that came after it, in their order.
_VERSIONS = """
    WITH RECURSIVE
        back (id, corrects) AS (
            SELECT id, corrects FROM documents WHERE id = ?
            UNION SELECT documents.id, documents.corrects FROM documents JOIN back ON documents.id = back.corrects),
        line (id, place) AS (
            SELECT id, 0 FROM back WHERE corrects IS NULL
            UNION ALL SELECT documents.id, place + 1 FROM documents JOIN line ON documents.corrects = line.id)
    SELECT id FROM line ORDER BY place"""


class VersionTable(PassageTable):
    """The versions. The last one is current; those before it are kept for what was cited of them, and not searched."""

    def versions(self, identifier: str) -> list[str]:
        """The ids of all versions of a document, the first one first; any of them may be named.

        Raises:
            DocumentError: There is no such document.
        """
        with self._told():
            found = [row[0] for row in self._database.execute(_VERSIONS, (identifier,))]
        if not found:
            raise absent(identifier)
        return found

    def require_current(self, identifier: str, what: str) -> None:
        """Refuse what can only be done to a current version; ``what`` is the command.

        Raises:
            DocumentError: There is no such document, or it was corrected.
        """
        last = self.versions(identifier)[-1]
        if last != identifier:
            raise DocumentError(f"{identifier} was corrected: name its last version, `readout {what} {last}`")

    def retire(self, identifier: str) -> None:
        """Keep a document only for what was cited of it; within a transaction."""
        # What it is found by goes, its words too: they may be forgotten.
        self._database.execute(
            "UPDATE documents SET current = 0, title_words = x'', source_words = x'' WHERE id = ?", (identifier,)
        )
        self._database.execute(
            "DELETE FROM encodings WHERE passage IN (SELECT row FROM passages WHERE document = ?)", (identifier,)
        )

    def record(self, old: str, new: str, at: datetime, changes: Sequence[Change]) -> None:
        """Keep what became of each passage; within a transaction."""
        number = self._database.execute(
            "INSERT INTO corrections (at, old, new) VALUES (?, ?, ?)", (at.isoformat(), old, new)
        ).lastrowid
        self._database.executemany(
            "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (number, place, one.kind, *(one.old or (None, None)), *(one.new or (None, None)), one.likeness)
                for place, one in enumerate(changes)
            ],
        )

    def corrections(self, since: int, scope: Scope) -> list[Correction]:
        """The corrections of a number above ``since`` on the shelves of a scope, in the order in which they were made."""
        with self._told():
            rows = self._database.execute(
                "SELECT corrections.number, at, old, new, shelf FROM corrections JOIN documents ON new = id"
                " WHERE corrections.number > ? ORDER BY corrections.number",
                (since,),
            ).fetchall()
            return [
                Correction(number, datetime.fromisoformat(at), shelf, old, new, self._changes(number))
                for number, at, old, new, shelf in rows
                if scope.shelves is None or shelf in scope.shelves
            ]

    def remove(self, identifier: str) -> list[str]:
        """Take a document out with all its versions, whose ids are returned; within a transaction.

        Raises:
            DocumentError: There is no such document, or a later version of it is the current one.
        """
        self.require_current(identifier, "remove")
        gone = self.versions(identifier)
        # The last first, since each refers to the one before it.
        for version in reversed(gone):
            self._database.execute("DELETE FROM documents WHERE id = ?", (version,))
        return gone

    def _changes(self, correction: int) -> tuple[Change, ...]:
        rows = self._database.execute(
            "SELECT kind, old_start, old_end, new_start, new_end, likeness FROM changes WHERE correction = ? ORDER BY place",
            (correction,),
        )
        return tuple(
            Change(
                kind,
                None if old_start is None else (old_start, old_end),
                None if new_start is None else (new_start, new_end),
                likeness,
            )
            for kind, old_start, old_end, new_start, new_end, likeness in rows
        )
