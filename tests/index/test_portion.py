"""Documents that are added together: in their order, few at a time, and none that is the same as another of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.portion import Portion
from index.reading.extract import quietly
from index.resemblance import Resembling
from index.types import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from index.library import Library

TEXT = (
    "The two presidents spoke by telephone on 3 May 2024. They agreed to open the port of Odesa by 1 June, to exchange"
    " one hundred prisoners, and to meet in Geneva before the end of the year. The call lasted two hours."
)
OTHER = "The ministers met in Cairo. They signed nothing."


def document(text: str, identifier: str = "call") -> Document:
    return Document(identifier, text, "A call", "en")


def test_those_that_wait_are_added_in_their_order_with_ids_of_their_own(open_library: Callable[..., Library]) -> None:
    library = open_library()
    portion = Portion(library)
    for text in (TEXT, OTHER, "A third call took place."):
        assert portion.has_room(document(text))
        portion.put(document(text))
    assert (len(portion), library.ids()) == (3, [])
    steps: list[tuple[int, int]] = []
    taken = portion.add(lambda done, of: steps.append((done, of)))
    assert [(one.verdict, one.document.id) for one in taken] == [
        ("added", "call"), ("added", "call-2"), ("added", "call-3"),
    ]  # fmt: skip
    assert [one.text for one in library.documents()] == [TEXT, OTHER, "A third call took place."]
    assert steps == [(3, 3)]
    assert (len(portion), portion.is_due, portion.add(quietly)) == (0, False, [])


def test_what_is_the_same_or_alike_does_not_wait_with_it(open_library: Callable[..., Library]) -> None:
    corrected = document(TEXT.replace("two hours", "three hours"))
    portion, forced = Portion(open_library()), Portion(open_library("forced"), force=True)
    for one in (portion, forced):
        one.put(document(TEXT))
    assert (portion.has_room(document(TEXT, "other")), forced.has_room(document(TEXT, "other"))) == (False, False)
    assert (portion.has_room(corrected), forced.has_room(corrected)) == (False, True)
    assert portion.has_room(document(OTHER))
    portion.add(quietly)
    assert portion.has_room(corrected)


def test_what_another_process_added_meanwhile_is_told_as_there(open_library: Callable[..., Library]) -> None:
    library = open_library()
    portion = Portion(library)
    portion.put(document(OTHER))
    portion.put(document(TEXT, "late"))
    open_library().add(document(TEXT, "early"))
    first, second = portion.add(quietly)
    assert (first.verdict, first.document.id) == ("added", "call")
    assert (second.verdict, second.like) == ("already_there", Resembling("early", 1.0))


def test_they_are_few_and_do_not_wait_long(
    open_library: Callable[..., Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.portion._MOST", 250)
    now = 10.0
    portion = Portion(open_library(), clock=lambda: now)
    long = "A word. " * 40
    assert portion.has_room(document(long)), "alone it is added at once, however long"
    portion.put(document(TEXT))
    assert not portion.is_due
    assert not portion.has_room(document(OTHER))
    now = 10.49
    assert not portion.is_due
    now = 10.5
    assert portion.is_due
    portion.add(quietly)
    portion.put(document(long))
    assert portion.is_due
