"""The library: what is added is found, what is removed is gone, whoever did it."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.encoder import LoadedEncoder
from index.errors import DocumentError, EncoderMismatchError, LibraryError
from index.library import Library
from index.store import FILE
from index.types import Document, Query, Record, Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.encoder import Vectors

GRAIN = Document("grain", "The grain agreement was extended in Istanbul. Ships left Odesa.", "Grain", "en")
GAS = Document("gas", "تم الاتفاق على نقل الغاز عبر البحر. وغادر الوفد أنقرة.", "الغاز", "ar")


class CountingEncoder:
    """A real encoder of another kind: vectors of five dimensions, made of the letters of a text."""

    def encode_query(self, sentences: list[str], /) -> Vectors:
        return np.array(
            [[sum(ord(c) % 5 == n for c in one) + 1 for n in range(5)] for one in sentences], dtype=np.float32
        )

    encode_document = encode_query


COUNTING = LoadedEncoder(CountingEncoder(), "counting", "1", 5)


def found(library: Library, text: str) -> list[tuple[str, str]]:
    return [(hit.document.id, hit.passage.text) for hit in library.search(Query(text, "en"))]


def test_what_is_added_is_found(open_library: Callable[..., Library]) -> None:
    library = open_library()
    assert library.documents() == []
    assert library.search(Query("grain", "en")) == []
    assert library.add(GRAIN) == GRAIN
    assert library.add(GAS) == GAS
    assert library.documents() == [GRAIN, GAS]
    assert found(library, "Ships left Odesa.")[0] == ("grain", "Ships left Odesa.")
    assert found(library, "وغادر الوفد أنقرة.")[0] == ("gas", "وغادر الوفد أنقرة.")


def test_a_hit_is_a_stretch_of_its_document(open_library: Callable[..., Library]) -> None:
    library = open_library()
    library.add(GRAIN)
    for hit in library.search(Query("ships", "en")):
        assert hit.document == GRAIN
        assert hit.passage.text == GRAIN.text[hit.passage.start : hit.passage.end]
        assert library.passages(GRAIN)[hit.passage.number] == hit.passage


def test_a_library_begins_with_what_it_is_given_and_only_once(tmp_path: Path, encoder: LoadedEncoder) -> None:
    for _ in range(2):
        library = Library(tmp_path, lambda: encoder, lambda: [GRAIN])
        assert library.documents() == [GRAIN]
        library.close()
    library = Library(tmp_path, lambda: encoder, lambda: [GRAIN])
    library.remove("grain")
    library.close()
    library = Library(tmp_path, lambda: encoder, lambda: [GRAIN])
    assert library.documents() == []
    library.close()


def test_the_same_text_is_added_once(open_library: Callable[..., Library]) -> None:
    library = open_library()
    library.add(GRAIN)
    assert library.add(replace(GRAIN, id="other", title="other")) is None
    assert [document.id for document in library.documents()] == ["grain"]


def test_an_id_that_is_taken_is_numbered(open_library: Callable[..., Library]) -> None:
    library = open_library()
    ids = [library.add(replace(GRAIN, text=f"Text number {number}.")) for number in range(3)]
    assert [added.id for added in ids if added] == ["grain", "grain-2", "grain-3"]
    library.remove("grain-2")
    again = library.add(replace(GRAIN, text="Text number 4."))
    assert again is not None
    assert again.id == "grain-2"


def test_a_removed_document_is_never_found(open_library: Callable[..., Library]) -> None:
    library = open_library()
    library.add(GRAIN)
    library.add(GAS)
    assert found(library, "Ships left Odesa.")[0][0] == "grain"
    library.remove("grain")
    assert {document for document, _ in found(library, "Ships left Odesa.")} == {"gas"}
    with pytest.raises(DocumentError, match="no document grain in the library"):
        library.remove("grain")
    library.remove("gas")
    assert found(library, "Ships left Odesa.") == []
    assert library.extent() == (0, None)


def test_what_another_process_changes_is_seen(open_library: Callable[..., Library]) -> None:
    library, other = open_library(), open_library()
    library.add(GRAIN)
    assert found(library, "Ships left Odesa.")[0][0] == "grain"
    other.add(GAS)
    assert found(library, "وغادر الوفد أنقرة.")[0][0] == "gas"
    other.remove("grain")
    assert {document for document, _ in found(library, "Ships left Odesa.")} == {"gas"}


def test_searching_while_another_writes_gives_one_state_or_the_other(open_library: Callable[..., Library]) -> None:
    library, other = open_library(), open_library()
    library.add(GAS)
    failed: list[BaseException] = []

    def write() -> None:
        try:
            for number in range(25):
                other.add(replace(GRAIN, text=f"{GRAIN.text} It was day {number}."))
                other.remove("grain")
        except BaseException as error:  # noqa: BLE001 - told in the test's own thread
            failed.append(error)

    writer = threading.Thread(target=write)
    writer.start()
    states = set()
    while writer.is_alive():
        states.add(frozenset(document for document, _ in found(library, "Ships left Odesa.")))
        assert {document.id for document in library.documents()} <= {"gas", "grain"}
    writer.join()
    assert not failed
    assert states <= {frozenset({"gas"}), frozenset({"gas", "grain"})}


def test_many_are_added_at_once_as_they_would_be_one_by_one(open_library: Callable[..., Library]) -> None:
    one_by_one, at_once = open_library("one"), open_library("all")
    documents = [
        Document(
            f"d{number}",
            " ".join(f"Sentence {place} of {number} ends." for place in range(100)),
            f"Title {number}",
            "en",
        )
        for number in range(23)
    ]
    documents[5:5] = [GRAIN, GAS, replace(GRAIN, id="again"), replace(GRAIN, text="Other ships.")]
    steps: list[int] = []
    added = at_once.add_all(iter(documents), steps.append)
    assert added == [one_by_one.add(document) for document in documents]
    assert [one.id if one else None for one in added[5:9]] == ["grain", "gas", None, "grain-2"]
    # In several transactions, of a thousand passages or a little more each.
    assert steps == [14, 24, 27]
    assert at_once.documents() == one_by_one.documents()
    hits = [library.search(Query("Ships left Odesa", "en"), 30) for library in (at_once, one_by_one)]
    assert [(hit.document.id, hit.passage) for hit in hits[0]] == [(hit.document.id, hit.passage) for hit in hits[1]]
    np.testing.assert_allclose([hit.score for hit in hits[0]], [hit.score for hit in hits[1]], rtol=1e-3)


def test_progress_is_told_up_to_the_end(open_library: Callable[..., Library]) -> None:
    steps: list[tuple[int, int]] = []
    long = Document("long", " ".join(f"Sentence number {number} ends." for number in range(600)), "Long", "en")
    open_library().add(long, lambda done, of: steps.append((done, of)))
    assert steps == [(256, 600), (512, 600), (600, 600)]


def test_another_encoder_is_refused_with_the_command_that_rebuilds(open_library: Callable[..., Library]) -> None:
    library = open_library()
    library.add(GRAIN)
    other = open_library(loaded=COUNTING)
    told = r"built with the encoder embedded \(revision .+\), not with counting \(revision 1\): run `readout rebuild`, or set"
    with pytest.raises(EncoderMismatchError, match=told):
        other.search(Query("grain", "en"))
    with pytest.raises(EncoderMismatchError, match="run `readout rebuild`"):
        other.add(GAS)
    assert [document.id for document in other.documents()] == ["grain"]
    assert found(library, "Ships left Odesa.")[0] == ("grain", "Ships left Odesa.")


def test_another_revision_or_dimension_is_another_encoder(
    open_library: Callable[..., Library], encoder: LoadedEncoder
) -> None:
    open_library().add(GRAIN)
    for other in (replace(encoder, revision="0"), replace(encoder, dimension=256)):
        with pytest.raises(EncoderMismatchError):
            open_library(loaded=other).search(Query("grain", "en"))


def test_rebuilding_gives_the_library_the_encoder_that_is_set(open_library: Callable[..., Library]) -> None:
    first = open_library()
    for document in (GRAIN, GAS):
        first.add(document)
    rebuilt = open_library(loaded=COUNTING)
    rebuilt.rebuild()
    assert rebuilt.documents() == [GRAIN, GAS]
    assert found(rebuilt, "Ships left Odesa.")
    with pytest.raises(EncoderMismatchError):
        first.search(Query("grain", "en"))
    with pytest.raises(EncoderMismatchError):
        first.add(replace(GRAIN, text="More."))


def test_rebuilding_keeps_a_change_that_was_made_meanwhile(open_library: Callable[..., Library]) -> None:
    library, other = open_library(), open_library()
    library.add(GRAIN)
    changed = replace(GRAIN, text="Another text under the same name.")

    class Meanwhile(CountingEncoder):
        def encode_document(self, sentences: list[str], /) -> Vectors:
            if other.document("grain") == GRAIN:
                other.remove("grain")
                other.add(changed)
            return self.encode_query(sentences)

    rebuilding = open_library(loaded=LoadedEncoder(Meanwhile(), "meanwhile", "1", 5))
    with pytest.raises(LibraryError, match="changed meanwhile: run `readout rebuild` again"):
        rebuilding.rebuild()
    assert library.documents() == [changed]
    assert found(library, changed.text)[0] == ("grain", changed.text)


def test_what_is_recorded_of_documents_is_told_in_their_order_within_a_scope(
    open_library: Callable[..., Library],
) -> None:
    library = open_library()
    published, event = datetime(2025, 5, 5, 10, 30), date(2025, 5, 4)  # noqa: DTZ001 - as printed
    first = library.add(
        Document(
            "call", "They spoke of grain.", "عنوان <1>", "en", "The Office", "Velmar", published,
            parties=("Anna", "باسم"), event=event,
        )
    )  # fmt: skip
    library.add(Document("own", "Our own call.", "Own", "en", published=published, shelf="chat:1"))
    library.add(Document("bare", "نص بلا تاريخ.", "Bare", "ar"))
    assert first is not None
    new = library.correct(first.id, replace(first, text="They spoke of gas."))

    assert library.records() == [
        Record(library.ids()[0], "Own", None, (), published.date(), "en", None, published, "chat:1"),
        Record("bare", "Bare", None, (), None, "ar"),
        Record(new.id, "عنوان <1>", "Velmar", ("Anna", "باسم"), event, "en", "The Office", published, corrects="call"),
    ]
    assert [one.id for one in library.records(Scope(since=date(2025, 5, 5)))] == [library.ids()[0]]
    assert [one.id for one in library.records()] == library.ids()


def test_listing_and_removing_need_no_encoder(open_library: Callable[..., Library], tmp_path: Path) -> None:
    open_library().add(GRAIN)

    def refuse() -> LoadedEncoder:
        raise AssertionError("the encoder was loaded")

    library = Library(tmp_path / "library", refuse)
    assert library.documents() == [GRAIN]
    library.remove("grain")
    library.close()


def test_two_that_make_one_library_at_once_make_one(tmp_path: Path, encoder: LoadedEncoder) -> None:
    failed: list[BaseException] = []
    start = threading.Barrier(3)

    def make() -> None:
        try:
            start.wait()
            Library(tmp_path, lambda: encoder, lambda: [GRAIN]).close()
        except BaseException as error:  # noqa: BLE001 - told in the test's own thread
            failed.append(error)

    makers = [threading.Thread(target=make) for _ in range(3)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert not failed
    library = Library(tmp_path, lambda: encoder)
    assert library.documents() == [GRAIN]
    library.close()


KILLED = """
import sys
from pathlib import Path
from index.encoder import load_encoder
from index.library import Library
from index.types import Document

folder, cache, number = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
library = Library(folder, lambda: load_encoder("embedded", cache))
library.warm()

def step(what, name, change):
    print(what, name, flush=True)
    change()
    print("did", name, flush=True)

while True:
    number += 1
    name = f"doc{number}"
    text = " ".join(f"Sentence {place} of document {number} tells of ships and grain." for place in range(30))
    step("add", name, lambda: library.add(Document(name, text, name, "en")))
    last = name
    if number % 2:
        step("correct", name, lambda: library.correct(name, Document(name, text.replace("grain", "wheat"), name, "en")))
        last = f"{name}-2"
    if number % 3:
        step("remove", name, lambda: library.remove(last))
"""


def changed(state: dict[str, int], what: str, name: str) -> dict[str, int]:
    """How many versions of each document there are after a change."""
    left = {one: versions for one, versions in state.items() if one != name}
    return left if what == "remove" else {**left, name: 2 if what == "correct" else 1}


def told(number: int, grain: str) -> str:
    """The text that the other process writes."""
    return " ".join(f"Sentence {place} of document {number} tells of ships and {grain}." for place in range(30))


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_the_old_state_or_the_new(
    tmp_path: Path, cache: Path, encoder: LoadedEncoder
) -> None:
    folder = tmp_path / "library"
    chance = random.Random(20250701)
    kept: dict[str, int] = {}
    number = 0
    unfinished: Counter[str] = Counter()
    for _ in range(50):
        process = subprocess.Popen(  # noqa: S603 - this project's own code
            [sys.executable, "-c", KILLED, str(folder), str(cache), str(number)],
            stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        assert process.stdout is not None
        steps: list[list[str]] = []
        wanted = chance.randint(1, 14)
        for line in process.stdout:
            steps.append(line.split())
            if len(steps) == wanted:
                break
        # From here on the other process is somewhere in the step that it told last.
        # Removing takes a tenth of the time that adding does.
        threading.Event().wait(chance.random() * chance.choice((0, 0.002, 0.01, 0.04)))
        process.send_signal(signal.SIGKILL)
        steps.extend(line.split() for line in process.stdout.read().splitlines() if len(line.split()) == 2)
        process.wait()
        process.stdout.close()

        states = [kept]
        for what, name in steps:
            number = int(name.removeprefix("doc"))
            # What is begun may have been done or not; what was done was done.
            states = states[1:] if what == "did" else [states[0], changed(states[0], what, name)]
        unfinished.update([steps[-1][0]] if steps[-1][0] != "did" else [])

        library = Library(folder, lambda: encoder)
        versions = {one.id: library.versions(one.id) for one in library.documents()}
        kept = {some[0].id: len(some) for some in versions.values()}
        assert kept in states
        check_consistent(folder)
        for identifier, some in versions.items():
            written = int(some[0].id.removeprefix("doc"))
            assert [one.text for one in some] == [told(written, "grain"), told(written, "wheat")][: len(some)]
            assert some[-1].id == identifier
            for one in some:
                assert len(library.passages(one)) == 30
                assert library.passages(one)[-1].end == len(one.text)
        made = {(one.old, one.new): Counter(change.kind for change in one.changes) for one in library.corrections()}
        assert made == {(name, f"{name}-2"): Counter(reworded=30) for name, count in kept.items() if count == 2}
        if versions:
            latest = max(versions, key=lambda name: int(name.removeprefix("doc").partition("-")[0]))
            first = library.passages(library.document(latest))[0]
            hits = library.search(Query(first.text, "en"), 60)
            assert {hit.document.id for hit in hits} <= set(versions)
            assert (latest, first.text) in [(hit.document.id, hit.passage.text) for hit in hits]
        library.close()
    assert unfinished.total() >= 15, "the kills came too seldom within a change to tell anything"
    assert set(unfinished) == {"add", "correct", "remove"}


def check_consistent(folder: Path) -> None:
    """The file is whole, and every passage has its document and what it is found by, in words that are known."""
    database = sqlite3.connect(folder / FILE)
    try:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        searched = "SELECT row FROM passages JOIN documents ON document = id WHERE current ORDER BY row"
        rows = [row for (row,) in database.execute(searched)]
        assert [row for (row,) in database.execute("SELECT passage FROM encodings ORDER BY passage")] == rows
        assert {length for (length,) in database.execute("SELECT length(vector) FROM encodings")} <= {512 * 4}
        known = {row for (row,) in database.execute("SELECT row FROM words")}
        for (words,) in database.execute("SELECT words FROM encodings UNION ALL SELECT title_words FROM documents"):
            assert set(np.frombuffer(words, dtype=np.int32).tolist()) <= known
    finally:
        database.close()


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM words WHERE row > 1",
        "UPDATE encodings SET words = x'ffffff7f'",
        "UPDATE encodings SET vector = x'00'",
        "UPDATE documents SET published = 'yesterday'",
    ],
)
def test_rows_that_do_not_fit_together_are_told_as_damage(
    tmp_path: Path, open_library: Callable[..., Library], seed: Document, damage: str
) -> None:
    open_library().add(seed)
    with sqlite3.connect(tmp_path / "library" / FILE) as database:
        database.execute(damage)
    database.close()
    with pytest.raises(
        LibraryError, match=r"library\.sqlite (is damaged: put back a copy of it|holds vectors of another)"
    ):
        open_library().search(Query("When was the last call?", "en"))
