"""What a library keeps, in one SQLite file: documents, passages, their vectors and terms. One change, one transaction.

That is all there is on disk, so that a kill at any moment leaves the old state or the new one. What a search wants in
memory (FAISS) is made from it when the library is opened.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from index.errors import DocumentError, LibraryError
from index.types import AlignedSentence, Document, Passage, Translation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from index.encoder import Vectors
    from index.types import Language, PassageKind

FORMAT = "1"
FILE = "library.sqlite"

_SCHEMA = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """CREATE TABLE documents (
        id TEXT PRIMARY KEY, text TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, title TEXT NOT NULL, language TEXT NOT NULL,
        issuer TEXT, side TEXT, published TEXT, translation_language TEXT, translation_by TEXT)""",
    """CREATE TABLE passages (
        row INTEGER PRIMARY KEY, document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, number INTEGER NOT NULL,
        start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL, paragraph INTEGER NOT NULL, heading INTEGER,
        translation TEXT, vector BLOB NOT NULL, translation_vector BLOB, words BLOB NOT NULL, translation_words BLOB NOT NULL,
        UNIQUE (document, number))""",
    "CREATE TABLE words (row INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, vector BLOB NOT NULL)",
    "CREATE VIRTUAL TABLE terms USING fts5 (text, translation, tokenize = 'ascii')",
)
_COLUMNS = "document, number, start, end, kind, paragraph, heading, translation"


def fingerprint(text: str) -> str:
    """What tells one text from another: the SHA-256 of its UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class EncodedPassage:
    """A passage with what it is found by.

    Attributes:
        passage: The passage; its document's id is given when it is written.
        vector: float32, (dimension,).
        translation_vector: The same of its translation, if it has one.
        terms: The terms of its text, separated by spaces.
        translation_terms: The terms of its translation.
        words: The words of its text.
        translation_words: The words of its translation.
    """

    passage: Passage
    vector: Vectors
    translation_vector: Vectors | None
    terms: str
    translation_terms: str
    words: tuple[str, ...]
    translation_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoredVectors:
    """The vectors of the passage at a row, and the languages that they are of."""

    row: int
    kind: PassageKind
    language: Language
    vector: Vectors
    translation_language: Language | None
    translation_vector: Vectors | None


@dataclass(frozen=True, slots=True)
class Located:
    """Where the passage at a row stands, and the rows of the words of its text and of its translation."""

    row: int
    document: str
    number: int
    words: NDArray[np.int32]
    translation_words: NDArray[np.int32]


class Store:
    """The library's file. Its methods raise ``LibraryError`` where the file cannot be read or written.

    Args:
        folder: The library's folder; made if it is missing, as is the file in it.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        with self._told():
            folder.mkdir(parents=True, exist_ok=True)
            # One worker thread asks at a time, but it need not be the thread that opened the library.
            self._database = sqlite3.connect(self.path, timeout=30, isolation_level=None, check_same_thread=False)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = FULL")
            self._database.execute("PRAGMA foreign_keys = ON")

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a library was made, whole, in this folder."""
        if not (folder / FILE).is_file():
            return False
        store = Store(folder)
        try:
            return bool(store.meta())
        finally:
            store.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def meta(self) -> dict[str, str]:
        """What the library remembers of itself; empty where no library was made yet.

        Raises:
            LibraryError: It was made by another version of this program.
        """
        with self._told():
            if not self._database.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
                return {}
            meta = dict(self._database.execute("SELECT key, value FROM meta").fetchall())
        if meta.get("format") != FORMAT:
            raise LibraryError(f"{self.path} was made by another version of readout: use that, or another --library")
        return meta

    def changes(self) -> tuple[int, int]:
        """A value that differs after anyone changed the file: another process, or this one."""
        with self._told():
            return int(self._database.execute("PRAGMA data_version").fetchone()[0]), self._database.total_changes

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside happens, or nothing does. Waits for other writers."""
        with self._told():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                # SQLite has rolled back by itself where the disk was full.
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one state, whatever other processes write meanwhile."""
        if self._database.in_transaction:
            yield
            return
        with self._told():
            self._database.execute("BEGIN")
        try:
            yield
        finally:
            with self._told():
                if self._database.in_transaction:
                    self._database.execute("COMMIT")

    def create(self, meta: dict[str, str]) -> None:
        """Make the tables; within a transaction."""
        for statement in _SCHEMA:
            self._database.execute(statement)
        self.remember({"format": FORMAT, **meta})

    def remember(self, meta: dict[str, str]) -> None:
        """Set what the library remembers of itself; within a transaction."""
        self._database.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(meta.items()))

    def add(self, document: Document, passages: Sequence[EncodedPassage]) -> None:
        """Write a document with its passages; within a transaction."""
        published = document.published.isoformat() if document.published else None
        translation = document.translation
        self._database.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                document.id, document.text, fingerprint(document.text), document.title, document.language, document.issuer,
                document.side, published, translation and translation.language, translation and translation.by,
            ),
        )  # fmt: skip
        for encoded in passages:
            passage, translated = encoded.passage, encoded.translation_vector
            row = self._database.execute(
                f"INSERT INTO passages ({_COLUMNS}, vector, translation_vector, words, translation_words)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    document.id, passage.number, passage.start, passage.end, passage.kind, passage.paragraph, passage.heading,
                    passage.translation, encoded.vector.tobytes(), None if translated is None else translated.tobytes(),
                    self._rows_of(encoded.words), self._rows_of(encoded.translation_words),
                ),
            ).lastrowid  # fmt: skip
            self._database.execute(
                "INSERT INTO terms (rowid, text, translation) VALUES (?, ?, ?)",
                (row, encoded.terms, encoded.translation_terms),
            )

    def unknown(self, words: Iterable[str]) -> list[str]:
        """Those of the words that have no vector here yet, each once, in their order."""
        with self._told():
            return [
                word
                for word in dict.fromkeys(words)
                if not self._database.execute("SELECT 1 FROM words WHERE word = ?", (word,)).fetchone()
            ]

    def learn(self, words: Sequence[str], vectors: Vectors) -> None:
        """Keep the vectors of words, one row each; within a transaction."""
        self._database.executemany(
            "INSERT OR IGNORE INTO words (word, vector) VALUES (?, ?)",
            [(word, vector.astype(np.float16).tobytes()) for word, vector in zip(words, vectors, strict=True)],
        )

    def forget_words(self) -> None:
        """Forget the vectors of all words; within a transaction that learns them anew."""
        self._database.execute("DELETE FROM words")

    def _rows_of(self, words: Sequence[str]) -> bytes:
        rows = [self._database.execute("SELECT row FROM words WHERE word = ?", (word,)).fetchone()[0] for word in words]
        return np.asarray(rows, dtype=np.int32).tobytes()

    def remove(self, document: str) -> None:
        """Take a document out; within a transaction.

        Raises:
            DocumentError: There is no such document.
        """
        self._database.execute(
            "DELETE FROM terms WHERE rowid IN (SELECT row FROM passages WHERE document = ?)", (document,)
        )
        if not self._database.execute("DELETE FROM documents WHERE id = ?", (document,)).rowcount:
            raise DocumentError(f"no document {document} in the library: see `readout list`")

    def ids(self) -> list[str]:
        """The ids of all documents, in the order in which they were added."""
        with self._told():
            return [row[0] for row in self._database.execute("SELECT id FROM documents ORDER BY rowid")]

    def extent(self) -> tuple[int, datetime | None]:
        """How many documents there are, and the latest time of publication among them."""
        with self._told():
            number, latest = self._database.execute("SELECT count(*), max(published) FROM documents").fetchone()
        return number, datetime.fromisoformat(latest) if latest else None

    def id_of(self, text: str) -> str | None:
        """The id of the document with exactly this text, if there is one."""
        with self._told():
            row = self._database.execute("SELECT id FROM documents WHERE sha256 = ?", (fingerprint(text),)).fetchone()
        return None if row is None else str(row[0])

    def document(self, identifier: str) -> Document:
        """A document.

        Raises:
            DocumentError: There is no such document.
        """
        with self._told():
            row = self._database.execute(
                "SELECT text, title, language, issuer, side, published, translation_language, translation_by FROM documents"
                " WHERE id = ?",
                (identifier,),
            ).fetchone()
            if row is None:
                raise DocumentError(f"no document {identifier} in the library: see `readout list`")
            aligned = self._database.execute(
                "SELECT start, end, translation FROM passages WHERE document = ? AND translation IS NOT NULL ORDER BY number",
                (identifier,),
            ).fetchall()
        text, title, language, issuer, side, published, translation_language, translation_by = row
        translation = None
        if translation_language:
            sentences = tuple(AlignedSentence(*sentence) for sentence in aligned)
            translation = Translation(translation_language, translation_by, sentences)
        return Document(
            identifier,
            text,
            title,
            language,
            issuer,
            side,
            datetime.fromisoformat(published) if published else None,
            translation,
        )

    def passages(self, document: Document) -> list[Passage]:
        """The passages of a document, in their order."""
        with self._told():
            rows = self._database.execute(
                f"SELECT {_COLUMNS} FROM passages WHERE document = ? ORDER BY number", (document.id,)
            ).fetchall()
        return [_passage(row, document.text) for row in rows]

    def vectors(self, dimension: int) -> list[StoredVectors]:
        """What every passage is found by, in the order of the rows.

        Raises:
            LibraryError: The vectors have another dimension.
        """
        with self._told():
            rows = self._database.execute(
                "SELECT row, language, kind, vector, translation_language, translation_vector"
                " FROM passages JOIN documents ON document = id ORDER BY row"
            ).fetchall()
        try:
            return [
                StoredVectors(
                    row,
                    kind,
                    language,
                    _vector(vector, dimension),
                    other,
                    translated and _vector(translated, dimension),
                )
                for row, language, kind, vector, other, translated in rows
            ]
        except ValueError as error:
            raise LibraryError(f"{self.path} holds vectors of another length: run `readout rebuild`") from error

    def words(self, dimension: int) -> tuple[list[str], NDArray[np.int64], Vectors]:
        """All words that are known, the row of each, and their vectors, (n, dimension)."""
        with self._told():
            found = self._database.execute("SELECT word, row, vector FROM words ORDER BY row").fetchall()
        vectors = np.frombuffer(b"".join(vector for _, _, vector in found), dtype=np.float16).reshape(-1, dimension)
        rows = np.asarray([row for _, row, _ in found], dtype=np.int64)
        return [word for word, _, _ in found], rows, vectors.astype(np.float32)

    def word_rows(self) -> NDArray[np.int32]:
        """For every passage, the rows of its words and its translation's words, each once; all in one row."""
        with self._told():
            found = self._database.execute("SELECT words, translation_words FROM passages").fetchall()
        rows = [np.unique(np.frombuffer(own + translated, dtype=np.int32)) for own, translated in found]
        return np.concatenate(rows) if rows else np.zeros(0, dtype=np.int32)

    def located(self, rows: Sequence[int]) -> list[Located]:
        """The passages at these rows."""
        marks = ",".join("?" * len(rows))
        with self._told():
            found = self._database.execute(
                f"SELECT row, document, number, words, translation_words FROM passages WHERE row IN ({marks})",
                list(rows),
            ).fetchall()
        return [
            Located(row, document, number, np.frombuffer(own, np.int32), np.frombuffer(translated, np.int32))
            for row, document, number, own, translated in found
        ]

    def match(self, terms: Sequence[str], column: str, limit: int) -> dict[int, float]:
        """BM25 (k1 1.2, b 0.75) of the passages that hold any of the terms, best first, by row.

        Args:
            terms: Stems; see ``index.language.terms``.
            column: ``text`` or ``translation``.
            limit: How many passages at the most.
        """
        if not terms:
            return {}
        wanted = " OR ".join(f'"{term}"' for term in dict.fromkeys(terms))
        with self._told():
            rows = self._database.execute(
                "SELECT rowid, -bm25(terms) AS score FROM terms WHERE terms MATCH ? ORDER BY score DESC LIMIT ?",
                (f"{column} : ({wanted})", limit),
            ).fetchall()
        return dict(rows)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise LibraryError(_explain(error, self.path)) from error


def _explain(error: Exception, path: Path) -> str:
    told = str(error).lower()
    if isinstance(error, OSError) or "unable to open" in told or "readonly" in told:
        return f"cannot write the library {path.parent}: choose another folder with --library or READOUT_HOME"
    if "not a database" in told or "malformed" in told:
        return f"{path} is damaged: put back a copy of it, or move it away and a new library is made"
    if "full" in told:
        return f"the disk of {path} is full: nothing was changed"
    if "locked" in told:
        return f"{path} is in use by another process for too long: try again"
    return f"{path} cannot be used as a library: {error}"


def _passage(row: tuple[Any, ...], text: str) -> Passage:
    document, number, start, end, kind, paragraph, heading, translation = row
    return Passage(document, number, start, end, text[start:end], kind, paragraph, heading, translation)


def _vector(blob: bytes, dimension: int) -> Vectors:
    vector = np.frombuffer(blob, dtype=np.float32)
    if vector.shape != (dimension,):
        raise ValueError(blob)
    return vector
