"""The tables of a library, the format that they are of, and how a library of the format before comes to it."""

from __future__ import annotations

import hashlib

from index.errors import LibraryError
from index.store.database import Database

FORMAT = "3"
_BEFORE = "2"

# The text stands last: SQLite reads a row from its beginning, and a list of documents has no use for their texts.
_DOCUMENTS = """CREATE TABLE {name} (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, shelf TEXT NOT NULL, current INTEGER NOT NULL,
    sha256 TEXT NOT NULL, characters INTEGER NOT NULL, language TEXT NOT NULL, published TEXT, event TEXT, issuer TEXT,
    side TEXT, parties TEXT NOT NULL, address TEXT, corrects TEXT UNIQUE REFERENCES documents (id),
    translation_language TEXT, translation_by TEXT, title TEXT NOT NULL, title_words BLOB NOT NULL,
    source_words BLOB NOT NULL, text TEXT NOT NULL)"""
_NEW = (
    # Of what is searched no text stands twice on a shelf; two shelves may have the same, and so may versions.
    "CREATE UNIQUE INDEX documents_by_text ON documents (shelf, sha256) WHERE current",
    """CREATE TABLE corrections (
        number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL,
        old TEXT NOT NULL UNIQUE REFERENCES documents (id) ON DELETE CASCADE,
        new TEXT NOT NULL UNIQUE REFERENCES documents (id) ON DELETE CASCADE)""",
    """CREATE TABLE changes (
        correction INTEGER NOT NULL REFERENCES corrections (number) ON DELETE CASCADE, place INTEGER NOT NULL,
        kind TEXT NOT NULL, old_start INTEGER, old_end INTEGER, new_start INTEGER, new_end INTEGER, likeness REAL NOT NULL,
        PRIMARY KEY (correction, place))""",
)
_SCHEMA = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    _DOCUMENTS.format(name="documents"),
    """CREATE TABLE passages (
        row INTEGER PRIMARY KEY, document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, number INTEGER NOT NULL,
        start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL, paragraph INTEGER NOT NULL, heading INTEGER,
        translation TEXT, holds INTEGER NOT NULL, UNIQUE (document, number))""",
    """CREATE TABLE encodings (
        passage INTEGER NOT NULL REFERENCES passages (row) ON DELETE CASCADE, channel TEXT NOT NULL, vector BLOB NOT NULL,
        windows BLOB NOT NULL, paragraph BLOB, words BLOB NOT NULL, PRIMARY KEY (channel, passage))""",
    "CREATE INDEX encodings_by_passage ON encodings (passage)",
    "CREATE TABLE words (row INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, vectors BLOB NOT NULL)",
    *_NEW,
)
_MIGRATION = (
    _DOCUMENTS.format(name="documents_anew"),
    """INSERT INTO documents_anew
        SELECT rowid, id, '', 1, sha256, length(text), language, published, NULL, issuer, side, '[]', NULL, NULL,
        translation_language, translation_by, title, title_words, source_words, text FROM documents ORDER BY rowid""",
    "DROP TABLE documents",
    "ALTER TABLE documents_anew RENAME TO documents",
    *_NEW,
    f"UPDATE meta SET value = '{FORMAT}' WHERE key = 'format'",
)


def fingerprint(text: str) -> str:
    """What tells one text from another: the SHA-256 of its UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


class Schema(Database):
    """The tables. A library of the format before is brought to this one when it is opened, whole or not at all."""

    def meta(self) -> dict[str, str]:
        """What the library remembers of itself; empty where no library was made yet.

        Raises:
            LibraryError: It was made by another version of this program.
        """
        meta = self._remembered()
        told = meta.get("format")
        if meta and told == _BEFORE:
            self._migrate()
            return self._remembered()
        if meta and told != FORMAT:
            if told is not None and told.isdecimal() and int(told) > int(FORMAT):
                raise LibraryError(
                    f"{self.path} was made by a newer version of readout: use that, or another --library"
                )
            raise LibraryError(f"{self.path} was made by another version of readout: use that, or another --library")
        return meta

    def create(self, meta: dict[str, str]) -> None:
        """Make the tables; within a transaction."""
        for statement in _SCHEMA:
            self._database.execute(statement)
        self.remember({"format": FORMAT, **meta})

    def remember(self, meta: dict[str, str]) -> None:
        """Set what the library remembers of itself; within a transaction."""
        self._database.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(meta.items()))

    def _remembered(self) -> dict[str, str]:
        with self._told():
            if not self._database.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
                return {}
            return dict(self._database.execute("SELECT key, value FROM meta").fetchall())

    def _migrate(self) -> None:
        with self._told():
            # Else what refers to the documents would go with their old table; it cannot be set within a transaction.
            self._database.execute("PRAGMA foreign_keys = OFF")
        try:
            with self.transaction():
                # Asked again, since another process may have done it meanwhile.
                if self._remembered().get("format") == _BEFORE:
                    for statement in _MIGRATION:
                        self._database.execute(statement)
        finally:
            with self._told():
                self._database.execute("PRAGMA foreign_keys = ON")
