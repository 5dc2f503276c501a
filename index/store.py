"""What a library keeps, in one SQLite file: documents, passages, and what these are found by. One change, one transaction.

That is all there is on disk, so that a kill at any moment leaves the old state or the new one. What a search wants in
memory is made from it when the library is opened.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import time
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from index.errors import DocumentError, LibraryError
from index.resemblance import Held
from index.stored import StoredHeader, StoredPassage, StoredTexts
from index.types import AlignedSentence, Document, Passage, Translation

Channel = Literal["text", "translation"]

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from index.encoder import Vectors
    from index.stored import EncodedPassage, EncodedText

FORMAT = "2"
FILE = "library.sqlite"
CHANNELS: tuple[Channel, ...] = ("text", "translation")

_SCHEMA = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """CREATE TABLE documents (
        id TEXT PRIMARY KEY, text TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, title TEXT NOT NULL, language TEXT NOT NULL,
        issuer TEXT, side TEXT, published TEXT, translation_language TEXT, translation_by TEXT, title_words BLOB NOT NULL,
        source_words BLOB NOT NULL)""",
    """CREATE TABLE passages (
        row INTEGER PRIMARY KEY, document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, number INTEGER NOT NULL,
        start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL, paragraph INTEGER NOT NULL, heading INTEGER,
        translation TEXT, holds INTEGER NOT NULL, UNIQUE (document, number))""",
    """CREATE TABLE encodings (
        passage INTEGER NOT NULL REFERENCES passages (row) ON DELETE CASCADE, channel TEXT NOT NULL, vector BLOB NOT NULL,
        windows BLOB NOT NULL, paragraph BLOB, words BLOB NOT NULL, PRIMARY KEY (channel, passage))""",
    "CREATE INDEX encodings_by_passage ON encodings (passage)",
    "CREATE TABLE words (row INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, vectors BLOB NOT NULL)",
)
_COLUMNS = "document, number, start, end, kind, paragraph, heading, translation"


def fingerprint(text: str) -> str:
    """What tells one text from another: the SHA-256 of its UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


# Seconds that another process may hold the file, and between two looks.
_PATIENCE, _PAUSE = 30.0, 0.02
# Words that are asked for in one statement; older SQLite allows 999.
_AT_ONCE = 500
_DAMAGED = "{path} is damaged: put back a copy of it, or move it away and a new library is made"


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
            self._database = sqlite3.connect(
                self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._write_ahead()
            self._database.execute("PRAGMA synchronous = FULL")
            self._database.execute("PRAGMA foreign_keys = ON")

    def _write_ahead(self) -> None:
        """Let readers and a writer work side by side; waits for others, as SQLite does not for this one statement."""
        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                self._database.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE)
            else:
                return

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

    def damaged(self) -> str:
        """What to tell of a file whose rows do not fit together."""
        return _DAMAGED.format(path=self.path)

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

    def add(
        self, document: Document, title: Sequence[str], source: Sequence[str], passages: Sequence[EncodedPassage]
    ) -> None:
        """Write a document with the words of its title and of who issued it, and its passages; within a transaction.

        All words must have been learned.
        """
        published = document.published.isoformat() if document.published else None
        translation = document.translation
        texts = [text for encoded in passages for text in (encoded.text, encoded.translation) if text is not None]
        rows = self._rows(chain(title, source, *(text.words for text in texts)))
        self._database.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                document.id, document.text, fingerprint(document.text), document.title, document.language, document.issuer,
                document.side, published, translation and translation.language, translation and translation.by,
                _packed(rows, title), _packed(rows, source),
            ),
        )  # fmt: skip
        for encoded in passages:
            passage = encoded.passage
            row = self._database.execute(
                f"INSERT INTO passages ({_COLUMNS}, holds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    document.id, passage.number, passage.start, passage.end, passage.kind, passage.paragraph, passage.heading,
                    passage.translation, encoded.holds,
                ),
            ).lastrowid  # fmt: skip
            for channel, text in zip(CHANNELS, (encoded.text, encoded.translation), strict=True):
                if text is not None:
                    self._add_text(row, channel, text, rows)

    def _add_text(self, row: int | None, channel: Channel, text: EncodedText, rows: Mapping[str, int]) -> None:
        self._database.execute(
            "INSERT INTO encodings VALUES (?, ?, ?, ?, ?, ?)",
            (
                row, channel, text.vector.astype(np.float32).tobytes(), _half(text.windows),
                None if text.paragraph is None else _half(text.paragraph), _packed(rows, text.words),
            ),
        )  # fmt: skip

    def unknown(self, words: Iterable[str]) -> list[str]:
        """Those of the words that have no vectors here yet, each once, in their order."""
        with self._told():
            distinct = list(dict.fromkeys(words))
            known = self._rows(distinct)
            return [word for word in distinct if word not in known]

    def learn(self, words: Sequence[str], vectors: Sequence[Vectors]) -> None:
        """Keep the vectors of the forms of words, (forms, dimension) each; within a transaction."""
        self._database.executemany(
            "INSERT OR IGNORE INTO words (word, vectors) VALUES (?, ?)",
            [(word, _half(some)) for word, some in zip(words, vectors, strict=True)],
        )

    def forget_words(self) -> None:
        """Forget the vectors of all words; within a transaction that learns them anew."""
        self._database.execute("DELETE FROM words")

    def _rows(self, words: Iterable[str]) -> dict[str, int]:
        """The rows of those of the words that are known."""
        distinct = list(dict.fromkeys(words))
        found: dict[str, int] = {}
        for first in range(0, len(distinct), _AT_ONCE):
            some = distinct[first : first + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            found.update(self._database.execute(f"SELECT word, row FROM words WHERE word IN ({marks})", some))
        return found

    def remove(self, document: str) -> None:
        """Take a document out; within a transaction.

        Raises:
            DocumentError: There is no such document.
        """
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

    def held(self) -> list[Held]:
        """All texts, by what tells them apart and how long they are."""
        with self._told():
            return [Held(*row) for row in self._database.execute("SELECT id, sha256, length(text) FROM documents")]

    def text(self, identifier: str) -> str:
        """The text of a document, which must be there."""
        with self._told():
            return str(self._database.execute("SELECT text FROM documents WHERE id = ?", (identifier,)).fetchone()[0])

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

    def places(self) -> list[StoredPassage]:
        """Where every passage stands, in the order of the rows; those of a document follow one another."""
        with self._told():
            rows = self._database.execute(
                "SELECT row, documents.rowid, number, kind, paragraph, heading, holds, language,"
                " CASE WHEN translation IS NULL THEN NULL ELSE translation_language END"
                " FROM passages JOIN documents ON document = id ORDER BY row"
            ).fetchall()
        return [StoredPassage(*row) for row in rows]

    def headers(self) -> list[StoredHeader]:
        """What is told of each document, in the order of their numbers."""
        with self._told():
            rows = self._database.execute(
                "SELECT rowid, title_words, source_words, published FROM documents ORDER BY rowid"
            )
            return [
                StoredHeader(
                    number,
                    np.frombuffer(title, dtype=np.int32),
                    np.frombuffer(source, dtype=np.int32),
                    datetime.fromisoformat(published) if published else None,
                )
                for number, title, source, published in rows.fetchall()
            ]

    def texts(self, channel: Channel, dimension: int) -> StoredTexts:
        """What the passages are found by in a channel.

        Raises:
            LibraryError: The vectors have another dimension.
        """
        with self._told():
            found = self._database.execute(
                "SELECT passage, vector, windows, paragraph, words FROM encodings WHERE channel = ? ORDER BY passage",
                (channel,),
            ).fetchall()
        if any(len(vector) != 4 * dimension or len(windows) % (2 * dimension) for _, vector, windows, _, _ in found):
            raise LibraryError(f"{self.path} holds vectors of another length: run `readout rebuild`")
        none = np.full(dimension, np.nan, dtype=np.float16).tobytes()
        return StoredTexts(
            np.array([row for row, *_ in found], dtype=np.int64),
            np.frombuffer(b"".join(one[1] for one in found), dtype=np.float32).reshape(-1, dimension),
            np.frombuffer(b"".join(one[2] for one in found), dtype=np.float16).reshape(-1, dimension),
            np.array([len(one[2]) // (2 * dimension) for one in found], dtype=np.int64),
            np.frombuffer(b"".join(one[3] or none for one in found), dtype=np.float16).reshape(-1, dimension),
            np.frombuffer(b"".join(one[4] for one in found), dtype=np.int32),
            np.array([len(one[4]) // 4 for one in found], dtype=np.int64),
        )

    def words(self, dimension: int) -> tuple[list[str], NDArray[np.int64], Vectors]:
        """All words that are known, the row of each, and the vectors of their forms, one after the other."""
        with self._told():
            found = self._database.execute("SELECT word, row, vectors FROM words ORDER BY row").fetchall()
        vectors = np.frombuffer(b"".join(some for _, _, some in found), dtype=np.float16).reshape(-1, dimension)
        return (
            [word for word, _, _ in found],
            np.array([row for _, row, _ in found], np.int64),
            vectors.astype(np.float32),
        )

    def located(self, row: int) -> tuple[str, int]:
        """The id of the document of the passage at a row, and the passage's number in it."""
        with self._told():
            document, number = self._database.execute(
                "SELECT document, number FROM passages WHERE row = ?", (row,)
            ).fetchone()
        return document, number

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
        return _DAMAGED.format(path=path)
    if "full" in told:
        return f"the disk of {path} is full: nothing was changed"
    if "locked" in told:
        return f"{path} is in use by another process for too long: try again"
    return f"{path} cannot be used as a library: {error}"


def _passage(row: tuple[Any, ...], text: str) -> Passage:
    document, number, start, end, kind, paragraph, heading, translation = row
    return Passage(document, number, start, end, text[start:end], kind, paragraph, heading, translation)


def _packed(rows: Mapping[str, int], words: Sequence[str]) -> bytes:
    return np.array([rows[word] for word in words], dtype=np.int32).tobytes()


def _half(vectors: Vectors) -> bytes:
    return vectors.astype(np.float16).tobytes()
