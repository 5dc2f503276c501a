"""What becomes of each passage when a document is corrected, and what is kept of the version before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from index.corrections import Change, compare
from index.errors import DocumentError
from index.passages import split_passages
from index.types import COMMON, Document, Query, Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.library import Library

CALL = Document(
    "call",
    "The leaders spoke on Monday for an hour. They discussed wheat and gas. Ships left Odesa. The call was friendly.",
    "The call", "en", "The Office", published=datetime(2024, 3, 5, 22, 10), event=date(2024, 3, 4),  # noqa: DTZ001
)  # fmt: skip
CORRECTED = replace(
    CALL,
    text="The leaders spoke on Tuesday for an hour. A delegation was there. They discussed wheat and gas. The call was friendly.",
)
NOON = datetime(2024, 3, 6, 12, 0, tzinfo=UTC)


def became(old: str, new: str, language: str = "en") -> list[tuple[str, str | None, str | None]]:
    """What became of each passage, as the texts."""
    versions = [Document("x", text, "x", "ar" if language == "ar" else "en") for text in (old, new)]
    changes = compare(*(split_passages(one) for one in versions))
    return [
        (
            one.kind,
            None if one.old is None else old[slice(*one.old)],
            None if one.new is None else new[slice(*one.new)],
        )
        for one in changes
    ]


def test_each_passage_of_either_version_is_told_once() -> None:
    assert became(CALL.text, CORRECTED.text) == [
        ("reworded", "The leaders spoke on Monday for an hour.", "The leaders spoke on Tuesday for an hour."),
        ("unchanged", "They discussed wheat and gas.", "They discussed wheat and gas."),
        ("gone", "Ships left Odesa.", None),
        ("unchanged", "The call was friendly.", "The call was friendly."),
        ("new", None, "A delegation was there."),
    ]


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("Eight prisoners were freed.", "Twelve prisoners were freed.", "en"),
        ("The call took an hour.", "The call took an hour, the Kremlin said.", "en"),
        ("استمرت المكالمة ساعتين تقريبًا.", "استمرت المكالمة أكثر من ساعتين.", "ar"),
        ("ولم يناقش الطرفان ملف الغاز.", "وناقش الطرفان ملف الغاز.", "ar"),
        ("وصل الوزير.", "وصل الوزيرُ.", "ar"),
    ],
)
def test_what_says_the_same_with_another_word_is_reworded(old: str, new: str, language: str) -> None:
    assert became(old, new, language) == [("reworded", old, new)]


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("Ships left Odesa.", "The ministers agreed on wheat.", "en"),
        ("غادر الوفد أنقرة مساء الثلاثاء.", "وقال الوزير إن الغاز سينقل عبر البحر.", "ar"),
        ("Ships left Odesa.", "غادرت السفن أوديسا.", "en"),
    ],
)
def test_what_says_another_thing_is_gone_and_the_other_new(old: str, new: str, language: str) -> None:
    assert became(old, new, language) == [("gone", old, None), ("new", None, new)]


def test_what_is_moved_stays_what_it_was() -> None:
    old, new = "One came. Two came. Three came. Four came.", "Three came. Four came. One came. Two came."
    assert {(kind, one == other) for kind, one, other in became(old, new)} == {("unchanged", True)}


def test_a_sentence_that_stands_twice_becomes_two() -> None:
    assert became("It rained. It rained.", "It rained. It rained. It rained.") == [
        ("unchanged", "It rained.", "It rained."), ("unchanged", "It rained.", "It rained."), ("new", None, "It rained."),
    ]  # fmt: skip


def test_the_new_version_is_searched_and_the_one_before_is_kept_for_what_was_cited(
    open_library: Callable[..., Library],
) -> None:
    library = open_library()
    library.add(CALL)
    library.add(Document("other", "Grapes grow in Kakheti.", "Grapes", "en"))
    passages = library.passages(CALL)
    corrected = library.correct("call", CORRECTED, at=NOON)
    assert corrected == replace(CORRECTED, id="call-2", corrects="call")
    assert library.document("call-2") == corrected
    # What was cited of the version before is there, byte for byte.
    assert library.document("call") == CALL
    assert library.passages(library.document("call")) == passages
    # It is not searched, listed, counted, held or resembled.
    assert library.ids() == ["other", "call-2"]
    assert library.documents()[1] == corrected
    assert library.extent() == (2, CALL.published)
    assert library.holding(CALL.text) is None
    hits = library.search(Query("Ships left Odesa.", "en"), 50)
    assert {hit.document.id for hit in hits} == {"other", "call-2"}
    assert library.missed(Query("When did ships leave Odesa?", "en")) == ("Odesa",)
    assert library.versions("call") == library.versions("call-2") == [CALL, corrected]
    # The same as a library that is opened now.
    again = open_library()
    found = [
        [(hit.document.id, hit.passage.number) for hit in one.search(Query("wheat", "en"))] for one in (library, again)
    ]
    assert found[0] == found[1]


def test_what_became_of_each_passage_is_kept(open_library: Callable[..., Library]) -> None:
    library = open_library()
    library.add(CALL)
    library.correct("call", CORRECTED, at=NOON)
    (correction,) = library.corrections()
    assert (correction.number, correction.at, correction.shelf) == (1, NOON, COMMON)
    assert (correction.old, correction.new) == ("call", "call-2")
    assert [one.kind for one in correction.changes] == ["reworded", "unchanged", "gone", "unchanged", "new"]
    assert correction.changes == compare(split_passages(CALL), split_passages(CORRECTED))
    assert correction.of(0, 10) == correction.changes[:1]
    assert correction.of(30, 60) == correction.changes[:2]
    assert correction.of(71, 88) == (Change("gone", (71, 88), None, 0.0),)


def test_corrections_are_told_after_the_last_that_was_seen_and_by_shelf(open_library: Callable[..., Library]) -> None:
    library = open_library()
    ours = Scope(shelves=frozenset({"chat:1"}))
    for shelf in (COMMON, "chat:1"):
        added = library.add(replace(CALL, shelf=shelf))
        assert added is not None
        library.correct(added.id, CORRECTED, at=NOON)
    assert [one.shelf for one in library.corrections()] == [COMMON, "chat:1"]
    assert [one.number for one in library.corrections(1)] == [2]
    assert [one.number for one in library.corrections(0, ours)] == [2]
    assert library.corrections(2) == []
    assert {document.shelf for document in library.documents(ours)} == {"chat:1"}


def test_a_correction_stays_on_its_shelf(open_library: Callable[..., Library]) -> None:
    library = open_library()
    added = library.add(replace(CALL, shelf="chat:1"))
    assert added is not None
    assert library.correct(added.id, replace(CORRECTED, shelf=COMMON)).shelf == "chat:1"
    assert library.ids(Scope(shelves=frozenset({COMMON}))) == []


def test_a_version_may_be_corrected_again_and_back(open_library: Callable[..., Library]) -> None:
    library = open_library()
    library.add(CALL)
    second = library.correct("call", CORRECTED)
    third = library.correct(second.id, CALL)
    assert [one.id for one in library.versions(second.id)] == ["call", "call-2", "call-3"]
    assert third.text == CALL.text
    assert library.ids() == ["call-3"]
    assert [(one.old, one.new) for one in library.corrections()] == [("call", "call-2"), ("call-2", "call-3")]


def test_what_is_told_of_a_document_may_be_corrected_alone(open_library: Callable[..., Library]) -> None:
    library = open_library()
    library.add(CALL)
    library.correct("call", replace(CALL, issuer="The Palace"))
    assert [(one.issuer, one.text) for one in library.documents()] == [("The Palace", CALL.text)]
    assert {one.kind for one in library.corrections()[0].changes} == {"unchanged"}


def test_what_cannot_be_corrected_is_told_and_changes_nothing(open_library: Callable[..., Library]) -> None:
    library = open_library()
    library.add(CALL)
    library.add(Document("other", "Grapes grow in Kakheti.", "Grapes", "en"))
    library.correct("call", CORRECTED)
    for identifier, document, told in (
        ("none", CALL, "no document none in the library: see `readout list`"),
        ("call", CALL, "call was corrected: name its last version, `readout correct call-2`"),
        ("call-2", CORRECTED, "nothing in it differs from call-2: nothing was changed"),
        ("call-2", replace(CALL, text="Grapes grow in Kakheti."), "its text is in the library already, as other"),
    ):
        with pytest.raises(DocumentError, match=told):
            library.correct(identifier, document)
    assert library.ids() == ["other", "call-2"]
    assert len(library.corrections()) == 1


def test_a_document_is_removed_with_all_its_versions(open_library: Callable[..., Library]) -> None:
    library = open_library()
    library.add(CALL)
    library.add(Document("other", "Grapes grow in Kakheti.", "Grapes", "en"))
    library.correct("call", CORRECTED)
    with pytest.raises(DocumentError, match="call was corrected: name its last version, `readout remove call-2`"):
        library.remove("call")
    assert library.remove("call-2") == ["call", "call-2"]
    assert library.ids() == ["other"]
    assert library.corrections() == []
    for gone in ("call", "call-2"):
        with pytest.raises(DocumentError, match=f"no document {gone} in the library"):
            library.document(gone)
    assert library.remove("other") == ["other"]


def test_a_rebuilt_library_keeps_its_versions(open_library: Callable[..., Library]) -> None:
    library = open_library()
    library.add(CALL)
    library.correct("call", CORRECTED, at=NOON)
    before = library.corrections()
    assert library.search(Query("wheat", "en"))
    passages = library.passages(CALL)
    library.rebuild()
    assert library.corrections() == before
    assert library.passages(library.document("call")) == passages
    assert [one.id for one in library.versions("call")] == ["call", "call-2"]
    assert {hit.document.id for hit in library.search(Query("wheat", "en"))} == {"call-2"}
