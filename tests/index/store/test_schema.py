"""The format of a library's file: what was made before is brought to it, what is newer is left alone."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import threading
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.errors import LibraryError
from index.library import Library
from index.store import FILE, Store
from index.types import AlignedSentence, Document, Query, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.encoder import LoadedEncoder

# Made by the version of this project that wrote format 2; a document that came first was taken out again.
MADE_BEFORE = Path(__file__).parents[2] / "data" / "library" / "format-2.sqlite"
CALL = Document(
    "call",
    "وصول الوفد\r\nقال الوزير إن السفينة وصلت. وغادر مساءً.\r\n",
    "وصول الوفد",
    "ar",
    "وكالة ميناء",
    "ميناء",
    datetime(2024, 3, 5, 22, 10),  # noqa: DTZ001 - printed without a time zone
    Translation("en", "us", (AlignedSentence(12, 39, "The minister said the ship arrived."),)),
)
PLAIN = Document("plain", "Ships left the port. They came back.", "Plain", "en")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    shutil.copy(MADE_BEFORE, tmp_path / FILE)
    yield tmp_path
    with contextlib.closing(sqlite3.connect(tmp_path / FILE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def rows(folder: Path, statement: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(folder / FILE)) as database:
        return database.execute(statement).fetchall()


def test_a_library_of_the_format_before_is_opened_and_loses_nothing(folder: Path, encoder: LoadedEncoder) -> None:
    kept = {table: rows(folder, f"SELECT * FROM {table} ORDER BY 1, 2") for table in ("passages", "encodings", "words")}
    numbers = rows(folder, "SELECT rowid, id FROM documents ORDER BY rowid")
    assert numbers == [(2, "call"), (3, "plain")]
    library = Library(folder, lambda: encoder)
    assert library.documents() == [CALL, PLAIN]
    assert library.extent() == (2, CALL.published)
    assert library.holding(CALL.text) == "call"
    hits = library.search(Query("When did the ship arrive?", "en"))
    assert [(hit.document.id, hit.passage.number, round(hit.score, 3)) for hit in hits] == [
        ("call", 1, 18.896), ("call", 2, 12.946), ("plain", 0, 9.270), ("plain", 1, 8.437),
    ]  # fmt: skip
    library.close()
    for table, before in kept.items():
        assert rows(folder, f"SELECT * FROM {table} ORDER BY 1, 2") == before
    assert rows(folder, "SELECT number, id, shelf, current, characters FROM documents ORDER BY number") == [
        (2, "call", "", 1, len(CALL.text)), (3, "plain", "", 1, len(PLAIN.text)),
    ]  # fmt: skip


def test_what_was_brought_over_takes_changes_like_any_other(folder: Path, encoder: LoadedEncoder) -> None:
    library = Library(folder, lambda: encoder)
    assert library.add(Document("again", PLAIN.text, "Again", "en")) is None
    library.remove("plain")
    assert rows(folder, "SELECT count(*) FROM passages") == [(3,)]
    corrected = library.correct("call", Document("call", CALL.text.replace("مساءً", "صباحًا"), "وصول الوفد", "ar"))
    assert [document.id for document in library.versions("call")] == ["call", corrected.id] == ["call", "call-2"]
    library.close()


def test_a_format_is_left_behind_whole_or_not_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (folder / FILE).read_bytes()
    monkeypatch.setattr("index.store.schema._MIGRATION", ("DROP TABLE documents", "SELECT nothing FROM nowhere"))
    with contextlib.closing(Store(folder)) as store, pytest.raises(LibraryError, match="cannot be used as a library"):
        store.meta()
    assert rows(folder, "SELECT value FROM meta WHERE key = 'format'") == [("2",)]
    assert rows(folder, "SELECT id FROM documents ORDER BY rowid") == [("call",), ("plain",)]
    assert (folder / FILE).read_bytes()[100:] == before[100:]


def test_two_that_open_a_library_of_the_format_before_at_once_both_have_it(folder: Path) -> None:
    start = threading.Barrier(4)
    found: list[list[str]] = []

    def open_it() -> None:
        start.wait()
        with contextlib.closing(Store(folder)) as store:
            store.meta()
            found.append(store.ids())

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [["call", "plain"]] * 4


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("4", "was made by a newer version of readout: use that, or another --library"),
        ("1", "was made by another version of readout: use that, or another --library"),
        ("draft", "was made by another version of readout"),
    ],
)
def test_a_library_of_any_other_format_is_refused_and_left_as_it_is(folder: Path, told: str, expected: str) -> None:
    with contextlib.closing(sqlite3.connect(folder / FILE)) as database, database:
        database.execute("UPDATE meta SET value = ? WHERE key = 'format'", (told,))
    with pytest.raises(LibraryError, match=expected):
        Store.exists(folder)
    assert rows(folder, "SELECT value FROM meta WHERE key = 'format'") == [(told,)]
