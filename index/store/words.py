"""The words of a library, each with the vectors of its forms. They are kept when a document goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.store.schema import Schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from index.encoder import Vectors

# Words that are asked for in one statement; older SQLite allows 999.
_AT_ONCE = 500


class WordTable(Schema):
    """The words. A row is never given to another word while the library has its encoder."""

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
            [(word, half(some)) for word, some in zip(words, vectors, strict=True)],
        )

    def forget_words(self) -> None:
        """Forget the vectors of all words; within a transaction that learns them anew."""
        self._database.execute("DELETE FROM words")
        self._database.execute(
            "INSERT INTO meta VALUES ('forgot', '1') ON CONFLICT (key) DO UPDATE SET value = CAST(value + 1 AS TEXT)"
        )

    def words(self, dimension: int, after: int = 0) -> tuple[list[str], NDArray[np.int64], Vectors]:
        """All words that are known, the row of each, and the vectors of their forms, one after the other.

        Args:
            dimension: Of the vectors.
            after: Only those of later rows than this.
        """
        with self._told():
            found = self._database.execute(
                "SELECT word, row, vectors FROM words WHERE row > ? ORDER BY row", (after,)
            ).fetchall()
        vectors = np.frombuffer(b"".join(some for _, _, some in found), dtype=np.float16).reshape(-1, dimension)
        return (
            [word for word, _, _ in found],
            np.array([row for _, row, _ in found], np.int64),
            vectors.astype(np.float32),
        )

    def _rows(self, words: Iterable[str]) -> dict[str, int]:
        """The rows of those of the words that are known."""
        distinct = list(dict.fromkeys(words))
        found: dict[str, int] = {}
        for first in range(0, len(distinct), _AT_ONCE):
            some = distinct[first : first + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            found.update(self._database.execute(f"SELECT word, row FROM words WHERE word IN ({marks})", some))
        return found


def packed(rows: Mapping[str, int], words: Sequence[str]) -> bytes:
    """The rows of words, as they are stored."""
    return np.array([rows[word] for word in words], dtype=np.int32).tobytes()


def half(vectors: Vectors) -> bytes:
    """Vectors in half precision, as they are stored."""
    return vectors.astype(np.float16).tobytes()
