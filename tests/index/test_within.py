"""A scope: what lies outside of it is not found, and has no part in what is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.errors import DocumentError
from index.types import COMMON, EVERYTHING, Document, Query, Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.library import Library

OURS, THEIRS = "chat:-1", "chat:-2"
COMMON_CALL = Document(
    "call",
    "The grain agreement was extended in Istanbul on Monday. Ships left Odesa. Who signed it? The minister did.",
    "Grain",
    "en",
    published=datetime(2024, 3, 5, 22, 10),  # noqa: DTZ001 - printed without a time zone
    parties=("Turkey", "Ukraine"),
    event=date(2024, 3, 4),
    address="https://office.example/1",
)
OUR_NOTE = Document(
    "note", "غادر الوفد أنقرة مساء الثلاثاء. وقال الوزير إن الغاز سينقل عبر البحر.", "مذكرة الغاز", "ar", shelf=OURS,
    published=datetime(2024, 5, 1, 9, 0),  # noqa: DTZ001
)  # fmt: skip
THEIR_NOTE = Document(
    "note",
    "Zorvathan told Quellmark that the secret harbour opens in June. Ships left Odesa twice. Zorvathan was late.",
    "The Zorvathan papers", "en", "Quellmark Press", shelf=THEIRS,
    published=datetime(2025, 7, 1, 9, 0),  # noqa: DTZ001
)  # fmt: skip
OUR_SCOPE = Scope(shelves=frozenset({COMMON, OURS}))
QUESTIONS = (
    ("What did Zorvathan tell Quellmark?", "en"), ("Which ships left Odesa last?", "en"), ("متى غادر الوفد أنقرة؟", "ar"),
    ("Zorvathen", "en"), ("When was the grain agreement extended?", "en"), ("ماذا قال زورفاثان؟", "ar"),
    ("who signed the agreement", "en"), ("When was the latest call?", "en"),
    ("According to Quellmark Press, who was late?", "en"),
)  # fmt: skip


@pytest.fixture
def shared(open_library: Callable[..., Library]) -> Library:
    """A library that three share: everybody, we, and they."""
    library = open_library("shared")
    for document in (THEIR_NOTE, COMMON_CALL, OUR_NOTE, replace(THEIR_NOTE, id="more", text="Quellmark is silent.")):
        assert library.add(document) is not None
    return library


@pytest.fixture
def alone(open_library: Callable[..., Library]) -> Library:
    """A library of what we may see, and nothing else."""
    library = open_library("alone")
    for document in (COMMON_CALL, OUR_NOTE):
        assert library.add(document) is not None
    return library


@pytest.mark.parametrize(("text", "language"), QUESTIONS)
def test_a_library_within_our_shelves_is_the_library_that_holds_nothing_else(
    shared: Library, alone: Library, text: str, language: str
) -> None:
    query = Query(text, "ar" if language == "ar" else "en")
    within = replace(query, within=OUR_SCOPE)
    ours, theirs = shared.search(within, 50), alone.search(query, 50)
    assert [(hit.document.id, hit.passage) for hit in ours] == [(hit.document.id, hit.passage) for hit in theirs]
    assert len(ours) == 6
    for one, other in zip(ours, theirs, strict=True):
        assert one.signals.keys() == other.signals.keys()
        np.testing.assert_allclose(one.score, other.score, rtol=1e-3, atol=1e-3)
        for name, value in one.signals.items():
            np.testing.assert_allclose(value, other.signals[name], rtol=1e-3, atol=2e-3, err_msg=name)
    assert shared.missed(within) == alone.missed(query)


def test_a_name_that_only_others_mention_is_missed(shared: Library) -> None:
    query = Query("What did Odesa say of Quellmark?", "en")
    assert shared.missed(replace(query, within=Scope(shelves=frozenset({COMMON})))) == ("Quellmark",)
    assert shared.missed(query) == ()


def test_a_name_in_a_heading_that_stands_over_nothing_is_not_missed(open_library: Callable[..., Library]) -> None:
    library = open_library()
    library.add(
        Document("one", "The Quellmark papers\n\nThe first part\n\nShips left Odesa. They came back.", "Ships", "en")
    )
    assert library.missed(Query("What did Odesa say of Quellmark?", "en")) == ()


def test_nothing_of_another_shelf_is_listed_counted_held_or_resembled(shared: Library) -> None:
    assert [(one.title, one.shelf) for one in shared.documents(OUR_SCOPE)] == [("Grain", COMMON), ("مذكرة الغاز", OURS)]
    assert shared.ids(OUR_SCOPE) == [one.id for one in shared.documents(OUR_SCOPE)]
    assert shared.extent(OUR_SCOPE) == (2, OUR_NOTE.published)
    assert shared.extent() == (4, THEIR_NOTE.published)
    assert shared.holding(THEIR_NOTE.text, OUR_SCOPE) is None
    assert shared.holding(THEIR_NOTE.text) is not None
    assert shared.resembling(f"{THEIR_NOTE.text} Yes.", OUR_SCOPE) is None
    assert shared.resembling(f"{THEIR_NOTE.text} Yes.") is not None


def test_a_document_of_another_shelf_is_told_as_if_it_were_not_there(shared: Library) -> None:
    theirs = shared.ids(Scope(shelves=frozenset({THEIRS})))[0]
    told = []
    for identifier in (theirs, "none"):
        with pytest.raises(DocumentError) as raised:
            shared.document(identifier, OUR_SCOPE.shelves)
        told.append(str(raised.value).replace(identifier, "ID"))
    assert told[0] == told[1]
    assert shared.document(theirs, frozenset({THEIRS})).text == THEIR_NOTE.text


def test_an_id_tells_nothing_of_those_on_other_shelves(shared: Library, alone: Library) -> None:
    assert shared.ids(Scope(shelves=frozenset({OURS}))) == alone.ids(Scope(shelves=frozenset({OURS})))
    assert shared.ids(Scope(shelves=frozenset({COMMON}))) == ["call"]
    again = replace(OUR_NOTE, text="وصل الوفد إلى أنقرة.")
    assert [library.add(again).id for library in (shared, alone)] == [f"{alone.ids()[1]}-2"] * 2  # type: ignore[union-attr]


def test_the_same_text_may_stand_on_two_shelves_but_not_twice_on_one(shared: Library) -> None:
    assert shared.add(replace(COMMON_CALL, shelf=OURS)) is not None
    assert shared.add(replace(COMMON_CALL, shelf=OURS, id="other")) is None
    assert shared.add(COMMON_CALL) is None


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (EVERYTHING, ["old", "event", "published", "unknown"]),
        (Scope(since=date(2024, 3, 5)), ["published"]),
        (Scope(since=date(2024, 3, 4)), ["event", "published"]),
        (Scope(until=date(2024, 3, 4)), ["old", "event"]),
        (Scope(since=date(2024, 3, 4), until=date(2024, 3, 4)), ["event"]),
        (Scope(since=date(2025, 1, 1)), []),
        (Scope(documents=frozenset({"old", "unknown", "none"})), ["old", "unknown"]),
        (Scope(documents=frozenset({"old", "event"}), since=date(2024, 1, 1)), ["event"]),
        (Scope(documents=frozenset()), []),
        (Scope(shelves=frozenset()), []),
        (Scope(shelves=frozenset({OURS})), []),
    ],
)
def test_a_scope_holds_what_fits_all_that_it_says(
    open_library: Callable[..., Library], scope: Scope, found: list[str]
) -> None:
    library = open_library()
    for identifier, event, published in (
        ("old", date(2023, 1, 2), datetime(2024, 6, 1, 8, 0)),  # noqa: DTZ001
        ("event", date(2024, 3, 4), None),
        ("published", None, datetime(2024, 3, 5, 23, 59)),  # noqa: DTZ001
        ("unknown", None, None),
    ):
        text = f"Ships of the {identifier} kind left Odesa."
        library.add(Document(identifier, text, identifier, "en", event=event, published=published))
    assert library.ids(scope) == found
    assert library.extent(scope)[0] == len(found)
    hits = library.search(Query("Which ships left Odesa?", "en", within=scope))
    assert sorted(hit.document.id for hit in hits) == sorted(found)
