"""The passages of a library, and what each is found by."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from index.errors import LibraryError
from index.store.documents import DocumentTable, chosen
from index.store.words import WordTable, half, packed
from index.stored import StoredPassage, StoredTexts
from index.types import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from index.stored import EncodedPassage, EncodedText
    from index.types import Document

Channel = Literal["text", "translation"]
CHANNELS: tuple[Channel, ...] = ("text", "translation")
_COLUMNS = "document, number, start, end, kind, paragraph, heading, translation"


class PassageTable(DocumentTable, WordTable):
    """The passages. What they are found by is only kept of documents that are searched."""

    def add(
        self, document: Document, title: Sequence[str], source: Sequence[str], passages: Sequence[EncodedPassage]
    ) -> None:
        """Write a document with the words of its title and of who issued it, and its passages; within a transaction.

        All words must have been learned.
        """
        rows = self._rows(chain(title, source, _words(passages)))
        self._insert(document, packed(rows, title), packed(rows, source))
        self._write_passages(document.id, passages, rows)

    def rewrite(
        self, document: Document, title: Sequence[str], source: Sequence[str], passages: Sequence[EncodedPassage]
    ) -> None:
        """Replace what a document is found by, and its passages; within a transaction, as ``add``."""
        rows = self._rows(chain(title, source, _words(passages)))
        self._database.execute(
            "UPDATE documents SET title_words = ?, source_words = ? WHERE id = ?",
            (packed(rows, title), packed(rows, source), document.id),
        )
        self._database.execute("DELETE FROM passages WHERE document = ?", (document.id,))
        self._write_passages(document.id, passages, rows)

    def passages(self, document: Document) -> list[Passage]:
        """The passages of a document, in their order."""
        with self._told():
            rows = self._database.execute(
                f"SELECT {_COLUMNS} FROM passages WHERE document = ? ORDER BY number", (document.id,)
            ).fetchall()
        return [_passage(row, document.text) for row in rows]

    def places(self, numbers: Iterable[int] | None = None) -> list[StoredPassage]:
        """Where every passage that is searched stands, in the order of the rows; those of a document follow one another.

        Args:
            numbers: Of the documents whose passages are wanted; those of all where None.
        """
        where, given = chosen(numbers)
        with self._told():
            rows = self._database.execute(
                "SELECT row, documents.number, passages.number, kind, paragraph, heading, holds, language,"
                " CASE WHEN translation IS NULL THEN NULL ELSE translation_language END"
                f" FROM passages JOIN documents ON document = id WHERE {where} ORDER BY row",
                given,
            ).fetchall()
        return [StoredPassage(*row) for row in rows]

    def texts(self, channel: Channel, dimension: int, numbers: Iterable[int] | None = None) -> StoredTexts:
        """What the passages are found by in a channel, of all documents that are searched or of those of these numbers.

        Raises:
            LibraryError: The vectors have another dimension.
        """
        some = ""
        given: list[str] = []
        if numbers is not None:
            where, given = chosen(numbers)
            some = f" AND passage IN (SELECT row FROM passages JOIN documents ON document = id WHERE {where})"
        with self._told():
            found = self._database.execute(
                f"SELECT passage, vector, windows, paragraph, words FROM encodings WHERE channel = ?{some} ORDER BY passage",
                (channel, *given),
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

    def located(self, row: int) -> tuple[str, int]:
        """The id of the document of the passage at a row, and the passage's number in it."""
        with self._told():
            document, number = self._database.execute(
                "SELECT document, number FROM passages WHERE row = ?", (row,)
            ).fetchone()
        return document, number

    def _write_passages(self, document: str, passages: Sequence[EncodedPassage], rows: Mapping[str, int]) -> None:
        for encoded in passages:
            passage = encoded.passage
            row = self._database.execute(
                f"INSERT INTO passages ({_COLUMNS}, holds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    document, passage.number, passage.start, passage.end, passage.kind, passage.paragraph, passage.heading,
                    passage.translation, encoded.holds,
                ),
            ).lastrowid  # fmt: skip
            for channel, text in zip(CHANNELS, (encoded.text, encoded.translation), strict=True):
                if text is not None:
                    self._write_text(row, channel, text, rows)

    def _write_text(self, row: int | None, channel: Channel, text: EncodedText, rows: Mapping[str, int]) -> None:
        self._database.execute(
            "INSERT INTO encodings VALUES (?, ?, ?, ?, ?, ?)",
            (
                row, channel, text.vector.astype(np.float32).tobytes(), half(text.windows),
                None if text.paragraph is None else half(text.paragraph), packed(rows, text.words),
            ),
        )  # fmt: skip


def _words(passages: Sequence[EncodedPassage]) -> Iterator[str]:
    for encoded in passages:
        for text in (encoded.text, encoded.translation):
            if text is not None:
                yield from text.words


def _passage(row: tuple[Any, ...], text: str) -> Passage:
    document, number, start, end, kind, paragraph, heading, translation = row
    return Passage(document, number, start, end, text[start:end], kind, paragraph, heading, translation)
