"""What a library keeps on disk."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.errors import DocumentError, LibraryError
from index.passages import split_passages
from index.store import FILE, EncodedPassage, Store, fingerprint
from index.types import AlignedSentence, Document, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLE = Document(
    "call",
    "عنوان\r\nقال نعم. \ufeffثم غادر؛ وعاد.",
    "عنوان",
    "ar",
    "الكرملين",
    "روسيا",
    datetime(2025, 7, 1, 22, 10),  # noqa: DTZ001 - printed without a time zone
    Translation("en", "us", (AlignedSentence(7, 15, "He said yes."),)),
)
PLAIN = Document("plain", "It was so. It is.", "plain", "en")


def encoded(document: Document) -> list[EncodedPassage]:
    """Passages with vectors that tell their number."""
    return [
        EncodedPassage(
            passage,
            np.array([passage.number, 1, 0], dtype=np.float32),
            None if passage.translation is None else np.array([passage.number, 0, 1], dtype=np.float32),
            passage.text.lower(),
            passage.translation or "",
            (),
            (),
        )
        for passage in split_passages(document)
    ]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path)
    with opened.transaction():
        opened.create({"encoder": "test"})
        opened.add(ARTICLE, encoded(ARTICLE))
        opened.add(PLAIN, encoded(PLAIN))
    yield opened
    opened.close()


@pytest.mark.usefixtures("store")
def test_what_was_written_is_read_back_as_it_was(tmp_path: Path) -> None:
    with contextlib.closing(Store(tmp_path)) as other:
        assert other.ids() == ["call", "plain"]
        assert other.document("call") == ARTICLE
        assert other.document("plain") == PLAIN
        assert other.passages(ARTICLE) == split_passages(ARTICLE)
        assert other.meta() == {"format": "1", "encoder": "test"}
        assert other.extent() == (2, ARTICLE.published)


def test_the_vectors_of_each_passage(store: Store) -> None:
    stored = store.vectors(3)
    assert [one.vector.tolist() for one in stored] == [[0, 1, 0], [1, 1, 0], [2, 1, 0], [3, 1, 0], [0, 1, 0], [1, 1, 0]]
    assert [None if v is None else v.tolist() for v in (one.translation_vector for one in stored)] == [
        None, [1, 0, 1], None, None, None, None,
    ]  # fmt: skip
    assert [(one.language, one.translation_language) for one in stored] == [("ar", "en")] * 4 + [("en", None)] * 2
    places = [(one.document, one.number) for one in store.located([one.row for one in stored])]
    assert places == [("call", 0), ("call", 1), ("call", 2), ("call", 3), ("plain", 0), ("plain", 1)]


def test_vectors_of_another_length_are_refused_with_what_to_do(store: Store) -> None:
    with pytest.raises(LibraryError, match="run `readout rebuild`"):
        store.vectors(4)


def test_a_text_is_known_by_its_fingerprint(store: Store) -> None:
    assert fingerprint("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert store.id_of(ARTICLE.text) == "call"
    assert store.id_of(ARTICLE.text + " ") is None


def test_a_removed_document_leaves_nothing_behind(store: Store) -> None:
    with store.transaction():
        store.remove("call")
    assert store.ids() == ["plain"]
    assert len(store.vectors(3)) == 2
    assert store.match(["yes"], "translation", 10) == {}
    assert store.match(["it"], "text", 10) != {}
    for gone in (lambda: store.document("call"), lambda: store.remove("call")):
        with pytest.raises(DocumentError, match="no document call in the library: see `readout list`"):
            gone()


def test_words_are_matched_in_the_column_that_is_asked(store: Store) -> None:
    rows = [one.row for one in store.vectors(3)]
    assert list(store.match(["yes"], "translation", 10)) == [rows[1]]
    assert store.match(["yes"], "text", 10) == {}
    assert set(store.match(["is", "was"], "text", 10)) == set(rows[4:])
    assert len(store.match(["it"], "text", 1)) == 1
    assert store.match([], "text", 10) == {}


@pytest.mark.parametrize(
    "term", ["AND", "NEAR", "text:", "a*", "it's", "it’s", "1,500", "(", "-it", "text : it", "^it"]
)
def test_a_term_is_a_word_and_never_a_command(store: Store, term: str) -> None:
    assert isinstance(store.match([term], "text", 10), dict)


def test_a_transaction_that_fails_changes_nothing(store: Store) -> None:
    def fail() -> None:
        with store.transaction():
            store.remove("call")
            store.remember({"encoder": "other"})
            raise RuntimeError("on the way")

    with pytest.raises(RuntimeError, match="on the way"):
        fail()
    assert store.ids() == ["call", "plain"]
    assert store.meta()["encoder"] == "test"
    with store.transaction():
        store.remove("plain")
    assert store.ids() == ["call"]


def test_a_transaction_that_sqlite_itself_has_rolled_back_tells_the_first_error(store: Store) -> None:
    pages = store._database.execute("PRAGMA page_count").fetchone()[0]
    store._database.execute(f"PRAGMA max_page_count = {pages}")
    big = Document("big", "word " * 200_000, "big", "en")
    with pytest.raises(LibraryError, match=r"the disk of .* is full: nothing was changed"), store.transaction():
        store.add(big, [])
    assert store.ids() == ["call", "plain"]


def test_a_document_twice_is_refused_and_nothing_is_changed(store: Store) -> None:
    with pytest.raises(LibraryError, match="UNIQUE"), store.transaction():
        store.add(PLAIN, encoded(PLAIN))
    assert store.ids() == ["call", "plain"]


def test_a_snapshot_is_of_one_state_whatever_others_write(store: Store, tmp_path: Path) -> None:
    with contextlib.closing(Store(tmp_path)) as other:
        with store.snapshot():
            before = store.changes()
            assert store.ids() == ["call", "plain"]
            with other.transaction():
                other.remove("plain")
            assert store.ids() == ["call", "plain"]
            with store.snapshot():
                assert store.document("plain") == PLAIN
            assert store.changes() == before
        assert store.ids() == ["call"]
        assert store.changes() != before


def test_every_change_shows_whoever_made_it(store: Store, tmp_path: Path) -> None:
    first = store.changes()
    assert store.changes() == first
    with store.transaction():
        store.remove("plain")
    second = store.changes()
    assert second != first
    with contextlib.closing(Store(tmp_path)) as other, other.transaction():
        other.remove("call")
    assert store.changes() not in {first, second}


@pytest.mark.usefixtures("store")
def test_whether_a_library_exists(tmp_path: Path) -> None:
    assert Store.exists(tmp_path)
    assert not Store.exists(tmp_path / "none")
    assert not (tmp_path / "none").exists()
    (tmp_path / "begun").mkdir()
    with contextlib.closing(Store(tmp_path / "begun")):
        assert not Store.exists(tmp_path / "begun")


def test_what_is_no_library_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / FILE).write_bytes(b"not a database at all" * 500)
    with pytest.raises(LibraryError, match=r"library\.sqlite is damaged: put back a copy of it, or move it away"):
        Store(tmp_path / "damaged")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(LibraryError, match=r"cannot write the library .*file: choose another folder with --library"):
        Store(tmp_path / "file")
    (tmp_path / "folder" / FILE).mkdir(parents=True)
    with pytest.raises(LibraryError, match=r"cannot write the library .*folder"):
        Store(tmp_path / "folder")


def test_a_file_that_is_damaged_within_is_told_so(store: Store, tmp_path: Path) -> None:
    store.close()
    content = bytearray((tmp_path / FILE).read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    (tmp_path / FILE).write_bytes(bytes(content))
    with contextlib.closing(Store(tmp_path)) as opened, pytest.raises(LibraryError, match="is damaged"):
        opened.meta()


def test_a_library_of_another_version_is_refused(store: Store, tmp_path: Path) -> None:
    with store.transaction():
        store.remember({"format": "0"})
    with pytest.raises(LibraryError, match="was made by another version of readout"):
        Store.exists(tmp_path)


def test_a_library_that_another_process_keeps_writing_is_told_to_be_in_use(store: Store, tmp_path: Path) -> None:
    store._database.execute("PRAGMA busy_timeout = 1")
    with contextlib.closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with (
            pytest.raises(LibraryError, match=r"is in use by another process for too long: try again"),
            store.transaction(),
        ):
            pass
        other.execute("ROLLBACK")
    with store.transaction():
        store.remove("plain")
