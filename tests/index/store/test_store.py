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
from index.store import FILE, Store, fingerprint
from index.stored import EncodedPassage, EncodedText
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


WORDS = {"He": 1, "said": 1, "yes": 1, "It": 1, "عنوان": 1, "الكرملين": 2}


def text_of(number: int, *, first: bool, words: tuple[str, ...]) -> EncodedText:
    """What a passage is found by, telling its number."""
    windows = np.full((number, 3), number, dtype=np.float32)
    paragraph = np.array([number, 0, 0.5], dtype=np.float32) if first else None
    return EncodedText(np.array([number, 1, 0], dtype=np.float32), windows, paragraph, words)


def encoded(document: Document) -> list[EncodedPassage]:
    passages = split_passages(document)
    return [
        EncodedPassage(
            passage,
            text_of(
                passage.number, first=at == 0 or passages[at - 1].paragraph != passage.paragraph, words=("It", "said")
            ),
            None if passage.translation is None else text_of(7, first=True, words=("He", "said", "yes", "said")),
            at,
        )
        for at, passage in enumerate(passages)
    ]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path)
    with opened.transaction():
        opened.create({"encoder": "test"})
        opened.learn(list(WORDS), [np.full((forms, 3), forms / 4, dtype=np.float32) for forms in WORDS.values()])
        opened.add(ARTICLE, ["عنوان"], ["الكرملين"], encoded(ARTICLE))
        opened.add(PLAIN, ["It"], [], encoded(PLAIN))
    yield opened
    opened.close()


@pytest.mark.usefixtures("store")
def test_what_was_written_is_read_back_as_it_was(tmp_path: Path) -> None:
    with contextlib.closing(Store(tmp_path)) as other:
        assert other.ids() == ["call", "plain"]
        assert other.document("call") == ARTICLE
        assert other.document("plain") == PLAIN
        assert other.passages(ARTICLE) == split_passages(ARTICLE)
        assert other.meta() == {"format": "3", "encoder": "test"}
        assert other.extent() == (2, ARTICLE.published)


def test_where_each_passage_stands(store: Store) -> None:
    places = [
        (one.document, one.number, one.kind, one.holds, one.language, one.translation_language)
        for one in store.places()
    ]
    assert places == [
        (1, 0, "heading", 0, "ar", None), (1, 1, "sentence", 1, "ar", "en"), (1, 2, "sentence", 2, "ar", None),
        (1, 3, "sentence", 3, "ar", None), (2, 0, "sentence", 0, "en", None), (2, 1, "sentence", 1, "en", None),
    ]  # fmt: skip
    assert [one.heading for one in store.places()] == [None, 0, 0, 0, None, None]
    assert [store.located(one.row) for one in store.places()][3:5] == [("call", 3), ("plain", 0)]


def test_what_passages_are_found_by_in_each_channel(store: Store) -> None:
    texts = store.texts("text", 3)
    assert texts.rows.tolist() == [one.row for one in store.places()]
    assert texts.vectors.tolist() == [[0, 1, 0], [1, 1, 0], [2, 1, 0], [3, 1, 0], [0, 1, 0], [1, 1, 0]]
    assert texts.window_counts.tolist() == [0, 1, 2, 3, 0, 1]
    assert texts.windows[:, 0].tolist() == [1, 2, 2, 3, 3, 3, 1]
    assert np.isnan(texts.paragraphs[:, 0]).tolist() == [False, False, True, True, False, True]
    assert (texts.words.tolist(), texts.word_counts.tolist()) == ([4, 2] * 6, [2] * 6)
    translations = store.texts("translation", 3)
    assert translations.rows.tolist() == [texts.rows[1]]
    assert translations.vectors.tolist() == [[7, 1, 0]]
    assert translations.words.tolist() == [1, 2, 3, 2]


def test_words_are_kept_with_the_vectors_of_their_forms(store: Store) -> None:
    words, rows, vectors = store.words(3)
    assert words == list(WORDS)
    assert rows.tolist() == [1, 2, 3, 4, 5, 6]
    assert vectors.tolist() == [[0.25] * 3] * 5 + [[0.5] * 3] * 2
    assert store.unknown(["new", "He", "new", "جديد"]) == ["new", "جديد"]


def test_what_is_told_of_each_document(store: Store) -> None:
    headers = store.headers()
    assert [(one.document, one.title.tolist(), one.source.tolist()) for one in headers] == [(1, [5], [6]), (2, [4], [])]
    assert [one.published for one in headers] == [ARTICLE.published, None]


def test_vectors_of_another_length_are_refused_with_what_to_do(store: Store) -> None:
    with pytest.raises(LibraryError, match="run `readout rebuild`"):
        store.texts("text", 4)


def test_a_text_is_known_by_its_fingerprint(store: Store) -> None:
    assert fingerprint("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert store.id_of(ARTICLE.text) == "call"
    assert store.id_of(ARTICLE.text + " ") is None


def test_a_removed_document_leaves_nothing_behind(store: Store) -> None:
    with store.transaction():
        store.remove("call")
    assert store.ids() == ["plain"]
    assert len(store.places()) == len(store.texts("text", 3).rows) == 2
    assert len(store.texts("translation", 3).rows) == 0
    for gone in (lambda: store.document("call"), lambda: store.remove("call")):
        with pytest.raises(DocumentError, match="no document call in the library: see `readout list`"):
            gone()


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
        store.add(big, [], [], [])
    assert store.ids() == ["call", "plain"]


def test_a_document_twice_is_refused_and_nothing_is_changed(store: Store) -> None:
    with pytest.raises(LibraryError, match="UNIQUE"), store.transaction():
        store.add(PLAIN, [], [], encoded(PLAIN))
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
            pytest.raises(LibraryError, match="is in use by another process for too long: try again"),
            store.transaction(),
        ):
            pass
        other.execute("ROLLBACK")
    with store.transaction():
        store.remove("plain")
