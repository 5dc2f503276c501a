"""A view shows its shelves and nothing else, and whatever it has not been taught fails rather than tells."""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.errors import DocumentError
from index.library import Library
from index.types import COMMON, Document, Query, Scope
from index.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

COMMONS = Document("call", "The two leaders spoke of grain on Monday.", "A call", "en")
OURS = Document("ours", "The two leaders spoke of secret grain on Tuesday.", "Our call", "en", shelf="chat:1")
THEIRS = Document("theirs", "The two leaders spoke of hidden gas with Zelenskyy.", "Their call", "en", shelf="chat:2")


@pytest.fixture
def library(open_library: Callable[..., Library]) -> Library:
    library = open_library()
    for document in (COMMONS, OURS, THEIRS):
        library.add(document)
    return library


def named(library: Library, title: str) -> str:
    return next(one.id for one in library.documents() if one.title == title)


def test_a_view_shows_its_shelves(library: Library) -> None:
    view = View(library, frozenset({COMMON, "chat:1"}))
    found = {hit.document.title for hit in view.search(Query("What was spoken of?", "en"), 10)}

    assert found == {"A call", "Our call"}
    assert [one.title for one in view.documents()] == ["A call", "Our call"]
    assert view.ids() == [named(library, "A call"), named(library, "Our call")]
    assert [one.title for one in view.records()] == ["A call", "Our call"]
    assert view.records(Scope(shelves=frozenset({"chat:2"}))) == []
    assert view.extent()[0] == 2
    assert view.missed(Query("What did Zelenskyy say?", "en")) == ("Zelenskyy",)
    assert library.missed(Query("What did Zelenskyy say?", "en")) == ()
    assert view.document(named(library, "Our call")).text == OURS.text
    assert view.holding(OURS.text) == named(library, "Our call")
    assert view.versions("call") == [library.document("call")]
    assert [one.text for one in view.passages(library.document("call"))] == [COMMONS.text]


def test_what_stands_on_another_shelf_is_told_as_what_is_nowhere(library: Library) -> None:
    view = View(library, frozenset({COMMON, "chat:1"}))
    theirs = library.document(named(library, "Their call"))
    told = []
    for ask in (view.document, view.versions, lambda identifier: view.passages(replace(theirs, id=identifier))):
        for identifier in (theirs.id, "nowhere"):
            with pytest.raises(DocumentError) as refused:
                ask(identifier)
            told.append(str(refused.value).replace(identifier, "…"))

    assert len(set(told)) == 1
    assert view.holding(THEIRS.text) is None
    assert view.resembling(THEIRS.text) is None
    wider = Scope(shelves=frozenset({"chat:2"}), documents=frozenset({theirs.id}))
    assert view.documents(wider) == []
    assert view.extent(wider) == (0, None)
    assert view.search(Query("gas", "en", within=wider)) == []
    with pytest.raises(DocumentError):
        view.document(theirs.id, {"chat:2"})


def test_a_view_changes_nothing_and_what_it_was_not_taught_fails(library: Library) -> None:
    view = View(library, frozenset({COMMON}))
    taught = {name for name in vars(View) if not name.startswith("_")}
    rest = {name for name, _ in inspect.getmembers(Library, inspect.isfunction) if not name.startswith("_")} - taught
    given: dict[str, tuple[object, ...]] = {
        "add": (OURS,),
        "add_all": ([OURS],),
        "correct": ("call", OURS),
        "remove": ("call",),
        "corrections": (),
        "rebuild": (),
    }

    assert rest - {"exists", "warm"} == {"close", *given}
    for name, arguments in given.items():
        with pytest.raises(AttributeError):
            getattr(view, name)(*arguments)
    assert len(library.documents()) == 3
